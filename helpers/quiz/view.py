"""How a practice question looks: the question, and feedback that is calm and gives reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import htpy as h

from helpers.errors import CourseError
from helpers.quiz.controls import FACES, plain
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
    blank = Asked(KINDS[question.kind].opening(question))
    try:
        saved = store.read().answers.get(question.id)
    except CourseError as problem:
        return replace(blank, notice=str(problem))
    marked = mark(question, key, saved.answer) if saved else None
    if saved is None or marked is None:
        return blank
    return Asked(KINDS[question.kind].clean(question, saved.answer), marked, saved=True)


def _updated(question: Question, key: Key, store: Store, state: Asked, event: Event) -> Asked:
    kind = KINDS[question.kind]
    name, _, field = event.name.partition(":")
    if name == question.id:
        draft = kind.take(question, state.draft, field, event.value)
        return replace(state, draft=draft, marked=None, saved=False, notice="")
    if event.name != "check":
        return state
    answer = kind.clean(question, state.draft)
    if answer is None:
        return replace(state, marked=None, saved=False, notice=kind.wanted)
    marked = kind.mark(question, key, answer)
    try:
        store.record(question.id, answer, marked.credit)
    except CourseError as problem:
        return replace(state, marked=marked, saved=False, notice=str(problem))
    return replace(state, marked=marked, saved=True, notice="")


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
            h.p(".res-soft")[FACES[question.kind].hint],
            FACES[question.kind].controls(question, state.draft),
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


def still(question: Question, key: Key) -> h.Element:
    """The question on paper and on GitHub: the answer and the reasons fold out below it."""
    kind = KINDS[question.kind]
    reasons = kind.mark(question, key, kind.model(question, key)).reasons
    return h.div(".res-question")[
        h.p[h.strong[question.prompt], " ", h.em[FACES[question.kind].hint]],
        [h.ul[[h.li[text] for text in texts]] for texts in (question.items, question.options) if texts],
        h.details[h.summary["The answer, and why"], _because(list(reasons)), _source(key)],
    ]
