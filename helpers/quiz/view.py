"""A practice question: feedback at once, with reasons."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import htpy as h

from helpers.errors import CourseError
from helpers.language import _
from helpers.quiz import keeping
from helpers.quiz.controls import FACES, answerable, plain
from helpers.quiz.keeping import Offer
from helpers.quiz.kinds import KINDS, mark
from helpers.quiz.question import Key, Marked, Question
from helpers.quiz.reasons import because, feedback, sources
from helpers.quiz.store import Store
from helpers.quiz.travel import pack
from helpers.resolution import load
from helpers.view import Event, Page, Reply, authored, words


@dataclass(frozen=True, slots=True)
class Asked:
    """The state of a question on the page: what is chosen, how it was marked, whether that is saved, what to offer."""

    draft: Any = None
    marked: Marked | None = None
    saved: bool = False
    notice: str = ""
    offer: Offer | None = None


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
    waits = keeping.unsaved(question.id, store)
    draft = KINDS[question.kind].clean(question, saved.answer)
    return Asked(draft, marked, not waits, offer=waits or keeping.reminder(question.id, store))


def _updated(question: Question, key: Key, store: Store, state: Asked, event: Event) -> Asked | Reply[Asked]:
    kind = KINDS[question.kind]
    if event.name == "home":
        download, told = keeping.home(*pack(store.folder))
        return Reply(replace(state, notice=" ".join(told)), download)
    name, _colon, field = event.name.partition(":")
    if name == question.id:
        draft = kind.take(question, state.draft, field, event.value)
        return replace(state, draft=draft, marked=None, saved=False, notice="", offer=None)
    if event.name != "check":
        return state
    answer = kind.clean(question, state.draft)
    if answer is None:
        return replace(state, marked=None, saved=False, notice=_(kind.wanted), offer=None)
    marked = kind.mark(question, key, answer)
    try:
        store.record(question.id, answer, marked.credit)
    except CourseError as problem:
        waits = keeping.unsaved(question.id, store)
        return replace(state, marked=marked, saved=False, notice=str(problem), offer=waits)
    return replace(state, marked=marked, saved=True, notice="", offer=keeping.saved(question.id, store))


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
            h.button(
                ".res-main",
                type="button",
                data_send="check",
                id=f"{question.id}-check",
                aria_describedby=f"{question.id}-asked",
            )[_("Check my answer")],
            h.span(".res-soft", id=f"{question.id}-saved", aria_live="polite")[_("Saved") if state.saved else ""],
        ],
        h.div(".res-feedback", role="status", id=f"{question.id}-feedback")[
            h.p[state.notice] if state.notice else None,
            feedback(key, state.marked) if state.marked else None,
        ],
        keeping.shown(state.offer, question.id, "check"),
    ]


# ---- without a kernel ----


def still(question: Question, key: Key | None = None) -> h.Element:
    """The question on paper and on GitHub; with its key, the answer and the reasons fold out below it."""
    kind = KINDS[question.kind]
    return h.div(".res-question")[
        h.p[h.strong(authored())[question.prompt], " ", h.em[_(FACES[question.kind].hint)]],
        [h.ul(authored())[[h.li[text] for text in texts]] for texts in (question.items, question.options) if texts],
        words(load("A/RES/53/137"), question.passage) if question.passage else None,
        h.details[
            h.summary[_("The answer, and why")],
            because(kind.mark(question, key, kind.model(question, key)).reasons),
            sources(key),
        ]
        if key
        else None,
    ]
