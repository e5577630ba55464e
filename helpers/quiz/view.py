"""A practice question: feedback at once, with reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import htpy as h

from helpers.errors import CourseError
from helpers.quiz.controls import FACES, answerable, plain
from helpers.quiz.kinds import KINDS, mark
from helpers.quiz.question import Key, Marked, Question
from helpers.quiz.reasons import because, feedback, sources
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
        answerable(question, state.draft),
        h.div(".res-row")[
            h.button(".res-main", type="button", data_send="check", id=f"{question.id}-check")["Check my answer"],
            h.span(".res-soft", id=f"{question.id}-saved")["Saved" if state.saved else ""],
        ],
        h.div(".res-feedback", role="status", id=f"{question.id}-feedback")[
            h.p[state.notice] if state.notice else None,
            feedback(key, state.marked) if state.marked else None,
        ],
    ]


# ---- without a kernel ----


def still(question: Question, key: Key | None = None) -> h.Element:
    """The question on paper and on GitHub; with its key, the answer and the reasons fold out below it."""
    kind = KINDS[question.kind]
    return h.div(".res-question")[
        h.p[h.strong[question.prompt], " ", h.em[FACES[question.kind].hint]],
        [h.ul[[h.li[text] for text in texts]] for texts in (question.items, question.options) if texts],
        words(load("A/RES/53/137"), question.passage) if question.passage else None,
        h.details[
            h.summary["The answer, and why"],
            because(kind.mark(question, key, kind.model(question, key)).reasons),
            sources(key),
        ]
        if key
        else None,
    ]
