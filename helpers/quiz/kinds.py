"""The kinds of question: how each checks itself, reads an answer and marks it. Knows no widget."""

from __future__ import annotations

from typing import Any

from helpers.language import _
from helpers.quiz.drafted import Drafted
from helpers.quiz.entries import Date, Essay, Number, Text
from helpers.quiz.kind import Kind, Picked
from helpers.quiz.marking import Marking
from helpers.quiz.order import check_reasons, check_texts
from helpers.quiz.placing import Matching, Ordering
from helpers.quiz.question import Key, Marked, Question, QuestionError, Reason


class Choice(Picked):
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
        check_texts(question, question.options)

    def check_key(self, question: Question, key: Key) -> None:
        """The right answer is an option, and every option has its reason."""
        if key.right not in question.options:
            raise QuestionError(question.id, _("the key {key} is not one of the options").format(key=repr(key.right)))
        check_reasons(question, key, question.options)

    def clean(self, question: Question, answer: Any) -> str | None:
        """The option chosen, or ``None``."""
        return answer if isinstance(answer, str) and answer in question.options else None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """All or nothing."""
        reasons = tuple(Reason(o, o == key.right, o == answer, key.why[o]) for o in question.options)
        return Marked(float(answer == key.right), reasons)


class Several(Picked):
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
        check_texts(question, question.options)

    def check_key(self, question: Question, key: Key) -> None:
        """The right answers are options, at least one, and every option has its reason."""
        right = key.right
        if isinstance(right, str) or not right or not set(right) <= set(question.options):
            message = _("the key {key} is not a list of one or more of the options")
            raise QuestionError(question.id, message.format(key=repr(right)))
        check_reasons(question, key, question.options)

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


#: Every kind of question by its name, as the calls in a notebook name it.
KINDS: dict[str, Kind] = {
    "choice": Choice(),
    "several": Several(),
    "matching": Matching(),
    "ordering": Ordering(),
    "number": Number(),
    "date": Date(),
    "text": Text(),
    "marking": Marking(),
    "essay": Essay(),
    "draft": Drafted(),
}


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
