"""The kinds of question: how each checks itself, reads an answer and marks it. Knows no widget."""

from __future__ import annotations

import datetime
import re
from typing import Any, Protocol

from helpers.quiz.question import Key, Marked, Question, QuestionError, Reason


class Kind(Protocol):
    """What every kind of question can do."""

    def check(self, question: Question) -> None:
        """Raise :class:`QuestionError` if the question as written cannot work."""

    def check_key(self, question: Question, key: Key) -> None:
        """Raise :class:`QuestionError` if the key does not fit the question."""

    def clean(self, question: Question, answer: Any) -> Any:
        """Give the answer in its stored form, or ``None`` if it is not an answer to this question."""

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """Credit and reasons for a cleaned answer."""


def canonical(options: tuple[str, ...]) -> tuple[str, ...]:
    """The one order in which options stand: dates and numbers ascending, else alphabetical.

    Examples
    --------
    >>> canonical(("1 March 1999", "9 December 1998"))
    ('9 December 1998', '1 March 1999')
    >>> canonical(("16", "9")), canonical(("The Third Committee", "Egypt"))
    (('9', '16'), ('Egypt', 'The Third Committee'))
    """
    for read in (_date, _number):
        places = {option: read(option) for option in options}
        if all(place is not None for place in places.values()):
            return tuple(sorted(options, key=lambda option, places=places: places[option]))  # type: ignore[misc]
    return tuple(sorted(options, key=lambda option: (option.casefold(), option)))


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.datetime.strptime(text.strip(), "%d %B %Y").date()
    except ValueError:
        return None


def _number(text: str) -> float | None:
    leading = re.match(r"\d+(\.\d+)?\b", text.strip())
    return float(leading[0]) if leading else None


def _check_options(question: Question) -> None:
    options = question.options
    if len(options) < 2:
        raise QuestionError(question.id, "give at least two options")
    if not all(isinstance(option, str) and option.strip() for option in options):
        raise QuestionError(question.id, "every option is a text of at least one character")
    if len(set(options)) < len(options):
        raise QuestionError(question.id, "two options are the same; change one")
    for stands, belongs in zip(options, canonical(options), strict=True):
        if stands != belongs:
            raise QuestionError(question.id, f"options stand in order: put {belongs!r} before {stands!r}")


def _check_reasons(question: Question, key: Key) -> None:
    for option in question.options:
        if not key.why.get(option, "").strip():
            raise QuestionError(question.id, f"no reason is given for the option {option!r}; add it to why")
    for option in key.why:
        if option not in question.options:
            raise QuestionError(question.id, f"why speaks of {option!r}, which is not an option")


class Choice:
    """One option holds.

    Examples
    --------
    >>> asked = Question("choice", "mh-organ", "Who adopted it?", ("The Assembly", "The Committee"))
    >>> key = Key("mh-organ", "The Assembly", {"The Assembly": "It did.", "The Committee": "It reported."}, ("EW",))
    >>> Choice().mark(asked, key, "The Committee").credit
    0.0
    """

    def check(self, question: Question) -> None:
        """Two or more different options in canonical order."""
        _check_options(question)

    def check_key(self, question: Question, key: Key) -> None:
        """The right answer is an option, and every option has its reason."""
        if key.right not in question.options:
            raise QuestionError(question.id, f"the key {key.right!r} is not one of the options")
        _check_reasons(question, key)

    def clean(self, question: Question, answer: Any) -> str | None:
        """The option chosen, or ``None``."""
        return answer if isinstance(answer, str) and answer in question.options else None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """All or nothing."""
        reasons = tuple(Reason(o, o == key.right, o == answer, key.why[o]) for o in question.options)
        return Marked(float(answer == key.right), reasons)


class Several:
    """Some options hold, perhaps all or only one; each wrong tick takes back a right one.

    Ticking everything therefore gives no more than what the wrong ticks leave, never less than 0.

    Examples
    --------
    >>> asked = Question("several", "verbs", "Which verbs?", ("asks", "calls", "sees", "takes"))
    >>> key = Key("verbs", ("asks", "calls"), {o: "…" for o in asked.options}, ("OP3",))
    >>> [Several().mark(asked, key, a).credit for a in (("asks",), ("asks", "calls"), asked.options)]
    [0.5, 1.0, 0.0]
    """

    def check(self, question: Question) -> None:
        """Two or more different options in canonical order."""
        _check_options(question)

    def check_key(self, question: Question, key: Key) -> None:
        """The right answers are options, at least one, and every option has its reason."""
        right = key.right
        if isinstance(right, str) or not right or not set(right) <= set(question.options):
            raise QuestionError(question.id, f"the key {right!r} is not a list of one or more of the options")
        _check_reasons(question, key)

    def clean(self, question: Question, answer: Any) -> tuple[str, ...] | None:
        """The options ticked, in printed order; ``None`` if none is."""
        if not isinstance(answer, list | tuple):
            return None
        return tuple(option for option in question.options if option in answer) or None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """Right ticks less wrong ticks, as a share of all right options."""
        chosen, right = set(answer), set(key.right)
        reasons = tuple(Reason(o, o in right, o in chosen, key.why[o]) for o in question.options)
        return Marked(max(0.0, (len(chosen & right) - len(chosen - right)) / len(right)), reasons)


KINDS: dict[str, Kind] = {"choice": Choice(), "several": Several()}


def mark(question: Question, key: Key, answer: Any) -> Marked | None:
    """Mark an answer; ``None`` where there is no answer to mark.

    Examples
    --------
    >>> asked = Question("choice", "a", "?", ("no", "yes"))
    >>> key = Key("a", "yes", {"no": "No.", "yes": "Yes."}, ("OP1",))
    >>> mark(asked, key, "yes").right, mark(asked, key, "perhaps")
    (True, None)
    """
    kind = KINDS[question.kind]
    cleaned = kind.clean(question, answer)
    return None if cleaned is None else kind.mark(question, key, cleaned)
