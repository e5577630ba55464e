"""How a practice question looks: the question, and feedback that is calm and gives reasons."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

import htpy as h

from helpers.errors import CourseError
from helpers.quiz.kinds import KINDS, mark
from helpers.quiz.question import Key, Marked, Question, Reason
from helpers.quiz.store import Store
from helpers.resolution import load
from helpers.view import Event, Page, words


@dataclass(frozen=True, slots=True)
class Asked:
    """The state of a question on the page: what is chosen, how it was marked, and whether that is saved."""

    draft: Any = None
    marked: Marked | None = None
    saved: bool = False
    notice: str = ""


def practice(question: Question, key: Key, store: Store) -> Page[Asked]:
    """A question with its key: feedback at once, the answer kept in the store."""
    return Page(
        start=lambda: _reopened(question, key, store),
        render=lambda state: render(question, key, state),
        update=lambda state, event: _updated(question, key, store, state, event),
        still=still(question, key),
        plain=plain(question),
    )


def _reopened(question: Question, key: Key, store: Store) -> Asked:
    """The earlier answer with its feedback, if there is one to this question as it now stands."""
    try:
        saved = store.read().answers.get(question.id)
    except CourseError as problem:
        return Asked(notice=str(problem))
    marked = mark(question, key, saved.answer) if saved else None
    return (
        Asked(KINDS[question.kind].clean(question, saved.answer), marked, saved=True) if saved and marked else Asked()
    )


def _updated(question: Question, key: Key, store: Store, state: Asked, event: Event) -> Asked:
    if event.name == question.id:
        draft = KINDS[question.kind].clean(question, event.value)
        return replace(state, draft=draft, marked=None, saved=False, notice="")
    if event.name != "check":
        return state
    marked = mark(question, key, state.draft)
    if marked is None:
        return replace(state, marked=None, saved=False, notice="Choose an answer first, then check it.")
    try:
        store.record(question.id, state.draft, marked.credit)
    except CourseError as problem:
        return replace(state, marked=marked, saved=False, notice=str(problem))
    return replace(state, marked=marked, saved=True, notice="")


# ---- the question itself ----


def _choices(kind: str) -> Callable[[Question, Any], h.Node]:
    """Radio buttons or checkboxes, labelled, in the question's order."""

    def controls(question: Question, draft: Any) -> h.Node:
        chosen = draft if isinstance(draft, tuple) else (draft,)
        return [
            h.label(".res-choice")[
                h.input(
                    id=f"{question.id}-{place}",
                    type=kind,
                    name=question.id,
                    value=option,
                    checked=option in chosen,
                ),
                h.span[option],
            ]
            for place, option in enumerate(question.options, 1)
        ]

    return controls


#: How each kind is answered: one line a kind.
_CONTROLS = {"choice": _choices("radio"), "several": _choices("checkbox")}
_HINTS = {"choice": "One answer holds.", "several": "One answer or more hold."}
_BOXES = {"choice": "( )", "several": "[ ]"}


def render(question: Question, key: Key, state: Asked) -> h.Element:
    """The live question.

    Examples
    --------
    >>> asked = Question("choice", "a", "Is <b> a tag?", ("no", "yes"))
    >>> key = Key("a", "yes", {"no": "It is.", "yes": "It is."}, ("EW",))
    >>> "Is &lt;b&gt; a tag?" in str(render(asked, key, Asked()))
    True
    """
    return h.div(".res-question")[
        h.fieldset[
            h.legend[question.prompt],
            h.p(".res-soft")[_HINTS[question.kind]],
            _CONTROLS[question.kind](question, state.draft),
        ],
        h.div(".res-row")[
            h.button(".res-main", type="button", data_send="check", id=f"{question.id}-check")["Check my answer"],
            h.span(".res-soft", id=f"{question.id}-saved")["Saved" if state.saved else ""],
        ],
        h.div(".res-feedback", role="status", id=f"{question.id}-feedback")[
            h.p[state.notice] if state.notice else None,
            _feedback(key, state.marked) if state.marked else None,
        ],
    ]


def _feedback(key: Key, marked: Marked) -> h.Node:
    chosen = [reason for reason in marked.reasons if reason.chosen]
    others = [reason for reason in marked.reasons if not reason.chosen]
    missed = sum(reason.holds for reason in others)
    return h.fragment[
        h.p(".res-verdict")[_verdict(marked, chosen, missed)],
        _because(chosen),
        _source(key),
        h.details[h.summary["Why the other answers hold or do not"], _because(others)] if others else None,
    ]


def _verdict(marked: Marked, chosen: list[Reason], missed: int) -> str:
    """One calm sentence on the whole answer.

    Examples
    --------
    >>> right, wrong = Reason("a", True, True, ""), Reason("b", False, True, "")
    >>> _verdict(Marked(0.5, ()), [right], 1)
    'What you chose holds, and there is one more that does.'
    >>> _verdict(Marked(0.0, ()), [right, wrong], 0)
    'Part of what you chose holds.'
    """
    if marked.right:
        return "Yes, this holds." if len(chosen) == 1 else "Yes, all of these hold, and no other."
    if all(reason.holds for reason in chosen):
        more = "one more that does" if missed == 1 else f"{missed} more that do"
        return (
            f"What you chose holds, and there is {more}."
            if missed == 1
            else f"What you chose holds, and there are {more}."
        )
    if any(reason.holds for reason in chosen):
        return "Part of what you chose holds."
    return "This does not hold." if len(chosen) == 1 else "None of these holds."


def _because(reasons: list[Reason]) -> h.Element:
    return h.ul[
        [
            h.li[h.strong[reason.option], " — holds. " if reason.holds else " — does not hold. ", reason.why]
            for reason in reasons
        ]
    ]


def _source(key: Key) -> h.Node:
    """The words of the elements that settle the question."""
    resolution = load("A/RES/53/137")
    return [words(resolution, element_id) for element_id in key.source]


# ---- without a kernel ----


def plain(question: Question) -> str:
    """The question as text, for a terminal and for a reader without a screen."""
    return "\n".join([question.prompt, *(f"  {_BOXES[question.kind]} {option}" for option in question.options)])


def still(question: Question, key: Key) -> h.Element:
    """The question on paper and on GitHub: the answer and the reasons fold out below it."""
    right = (key.right,) if isinstance(key.right, str) else tuple(key.right)
    reasons = [Reason(option, option in right, False, key.why[option]) for option in question.options]
    return h.div(".res-question")[
        h.p[h.strong[question.prompt], " ", h.em[_HINTS[question.kind]]],
        h.ul[[h.li[option] for option in question.options]],
        h.details[h.summary["The answer, and why"], _because(reasons), _source(key)],
    ]
