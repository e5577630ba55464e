"""Questions whose items are put in their places: matching and ordering."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations
from typing import Any

from helpers.language import N_, _
from helpers.quiz.kind import Picked
from helpers.quiz.order import check_reasons, check_texts
from helpers.quiz.question import Key, Marked, Question, QuestionError, Reason


class Matching:
    """Every item gets one option; options may serve twice or not at all.

    Examples
    --------
    >>> asked = Question("matching", "a", "?", ("asks", "decides"), ("OP4", "OP7"))
    >>> key = Key("a", {"OP4": "asks", "OP7": "decides"}, {"OP4": "…", "OP7": "…"}, ("OP4", "OP7"))
    >>> Matching().mark(asked, key, ("asks", "asks")).credit
    0.5
    """

    wanted = N_("Choose something for at least one line.")

    def check(self, question: Question) -> None:
        """Items and options, each two or more, different and in canonical order."""
        check_texts(question, question.items)
        check_texts(question, question.options)

    def check_key(self, question: Question, key: Key) -> None:
        """Every item has its option, and its reason."""
        if not isinstance(key.right, dict) or set(key.right) != set(question.items):
            raise QuestionError(
                question.id,
                _("the key gives one option for every item, as {example}").format(example="{'OP4': 'asks'}"),
            )
        for item, option in key.right.items():
            if option not in question.options:
                message = _("the key {key} of {item} is not one of the options")
                raise QuestionError(question.id, message.format(key=repr(option), item=repr(item)))
        check_reasons(question, key, question.items)

    def opening(self, question: Question) -> tuple[str, ...]:
        """Nothing beside any item."""
        return ("",) * len(question.items)

    def take(self, question: Question, draft: Any, field: str, value: Any) -> tuple[str, ...]:
        """One item's option; ``field`` is the item's place, from 0."""
        filled = list(draft)
        if field.isdecimal() and int(field) < len(filled) and isinstance(value, str):
            filled[int(field)] = value
        return tuple(filled)

    def model(self, question: Question, key: Key) -> tuple[str, ...]:
        """Every item's option."""
        return tuple(key.right[item] for item in question.items)

    def say(self, question: Question, answer: Any) -> tuple[str, ...]:
        """Each item with its option."""
        given = zip(question.items, answer, strict=True)
        return tuple(_("{item}: {answer}").format(item=item, answer=option or _("no answer")) for item, option in given)

    def clean(self, question: Question, answer: Any) -> tuple[str, ...] | None:
        """One option or an empty text for every item, in the items' order; ``None`` if all are empty."""
        if not isinstance(answer, list | tuple) or len(answer) != len(question.items):
            return None
        kept = tuple(option if option in question.options else "" for option in answer)
        return kept if any(kept) else None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """The share of items with their option."""
        reasons = tuple(
            Reason(line, option == key.right[item], True, key.why[item])
            for item, option, line in zip(question.items, answer, self.say(question, answer), strict=True)
        )
        return Marked(sum(reason.holds for reason in reasons) / len(reasons), reasons)


class Ordering(Picked):
    """All items in the one order that holds.

    Credit counts pairs: pairs in the right order less pairs in the wrong one, as a share of all pairs, never
    less than 0. An order drawn by lot earns nothing on average.

    Examples
    --------
    >>> asked = Question("ordering", "a", "?", items=("adopted", "drafted", "issued"))
    >>> key = Key("a", ("drafted", "adopted", "issued"), {"": "…"}, ("CL",))
    >>> [round(Ordering().mark(asked, key, o).credit, 2) for o in (key.right, asked.items, key.right[::-1])]
    [1.0, 0.33, 0.0]
    """

    wanted = N_("Put every item in its place.")

    def check(self, question: Question) -> None:
        """Two or more different items in canonical order."""
        check_texts(question, question.items)

    def check_key(self, question: Question, key: Key) -> None:
        """The key holds every item once, and one reason speaks for the order."""
        if not isinstance(key.right, list | tuple) or sorted(key.right) != sorted(question.items):
            raise QuestionError(question.id, _("the key lists every item once, in the order that holds"))
        check_reasons(question, key, ("",))

    def opening(self, question: Question) -> tuple[str, ...]:
        """The items in canonical order."""
        return question.items

    def take(self, question: Question, draft: Any, field: str, value: Any) -> tuple[str, ...]:
        """One item moved one place; ``field`` is ``up`` or ``down``, the value the item."""
        order, step = list(draft), {"up": -1, "down": 1}.get(field, 0)
        if value in order and 0 <= order.index(value) + step < len(order):
            place = order.index(value)
            order[place], order[place + step] = order[place + step], order[place]
        return tuple(order)

    def clean(self, question: Question, answer: Any) -> tuple[str, ...] | None:
        """The items in the learner's order; ``None`` if one is missing."""
        if not isinstance(answer, list | tuple) or not all(isinstance(item, str) for item in answer):
            return None
        return tuple(answer) if sorted(answer) == sorted(question.items) else None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """Pairs in the right order less pairs in the wrong one."""
        place = {item: number for number, item in enumerate(key.right)}
        pairs = [place[first] < place[second] for first, second in combinations(answer, 2)]
        credit = max(0.0, 2 * sum(pairs) / len(pairs) - 1)
        return Marked(credit, (Reason(in_turn(answer), credit == 1.0, True, key.why[""]),))


def in_turn(items: Sequence[str]) -> str:
    """Items in their order, in one line.

    Examples
    --------
    >>> in_turn(["drafted", "adopted", "issued"])
    'drafted, then adopted, then issued'
    """
    first, *rest = items
    for item in rest:
        first = _("{items}, then {next}").format(items=first, next=item)
    return first
