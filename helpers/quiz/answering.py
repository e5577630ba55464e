"""A graded question as learners meet it: every answer is saved at once, and none is judged."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import htpy as h

from helpers.language import _
from helpers.quiz import keeping
from helpers.quiz.answers import AnswerFile, AnswersError
from helpers.quiz.controls import answerable, plain
from helpers.quiz.keeping import Offer
from helpers.quiz.kinds import KINDS
from helpers.quiz.question import Question
from helpers.quiz.travel import pack
from helpers.quiz.view import still
from helpers.view import Event, Page, Reply


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the question, whether it is on the disk, what the learner should know, and what is offered."""

    value: Any
    saved: bool = False
    notice: str = ""
    offer: Offer | None = None


def answering(question: Question, file: AnswerFile) -> Page[Draft]:
    """A question without its key: what the learner does is kept in the file of answers."""
    return Page(
        start=lambda: _reopened(question, file),
        render=lambda draft: render(question, draft),
        update=lambda draft, event: _updated(question, file, draft, event),
        still=still(question),
        plain=plain(question),
    )


def _reopened(question: Question, file: AnswerFile) -> Draft:
    """The earlier answer; what was typed comes back even where it is no answer yet."""
    kind = KINDS[question.kind]
    opening = kind.opening(question)
    try:
        answer = file.read().get(question.id)
    except AnswersError as problem:
        return Draft(opening, notice=str(problem))
    waits = keeping.unsaved(question.id, file)
    offered = waits or keeping.reminder(question.id, file)
    cleaned = kind.clean(question, answer)
    if cleaned is not None:
        return Draft(cleaned, not waits, "", offered)
    typed = isinstance(answer, str) and not question.options and not question.items and not question.passage
    return Draft(answer, not waits, _(kind.wanted), offered) if typed else Draft(opening, offer=waits)


def _updated(question: Question, file: AnswerFile, draft: Draft, event: Event) -> Draft | Reply[Draft]:
    kind = KINDS[question.kind]
    if event.name == "home":
        download, told = keeping.home(*pack(file.folder))
        return Reply(replace(draft, notice=" ".join(told)), download)
    name, _colon, field = event.name.partition(":")
    if name != question.id and event.name != "keep":
        return draft
    value = kind.take(question, draft.value, field, event.value) if name == question.id else draft.value
    answer = kind.clean(question, value)
    if answer is None and isinstance(value, str) and value.strip():
        # Typed and not readable yet: kept all the same, for nothing that somebody wrote may be lost.
        notice = _(kind.wanted)
        answer = value
    else:
        notice = ""
    try:
        file.record(question.id, answer)
    except AnswersError as problem:
        return Draft(value, notice=str(problem), offer=keeping.unsaved(question.id, file))
    offered = keeping.saved(question.id, file) if answer is not None else None
    return Draft(value, answer is not None, notice, offered)


def render(question: Question, draft: Draft) -> h.Element:
    """The live question.

    Examples
    --------
    >>> asked = Question("choice", "a", "Is <b> a tag?", ("no", "yes"))
    >>> "Saved" in str(render(asked, Draft("yes", saved=True))), "Saved" in str(render(asked, Draft(None)))
    (True, False)
    """
    kind = KINDS[question.kind]
    keeps = kind.clean(question, kind.opening(question)) is not None  # what it opens with may be the learner's answer
    return h.div(".res-question")[
        answerable(question, draft.value),
        h.div(".res-row")[
            keeps
            and h.button(
                type="button", data_send="keep", id=f"{question.id}-keep", aria_describedby=f"{question.id}-asked"
            )[_("Keep this order")],
            h.span(".res-saved", role="status", id=f"{question.id}-saved", data_settled=True)[
                _("Saved") if draft.saved else ""
            ],
        ],
        h.p(".res-soft", role="status", id=f"{question.id}-notice")[draft.notice],
        keeping.shown(draft.offer, question.id, "keep"),
    ]
