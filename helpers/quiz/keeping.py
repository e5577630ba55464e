"""How long an answer is kept, said beside the question: where a session forgets, and where nothing could be saved."""

from __future__ import annotations

from collections.abc import Container, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

import htpy as h

from helpers.language import _
from helpers.place import where
from helpers.quiz.catalog import first_lesson
from helpers.quiz.travel import NAME, Luggage, dumps
from helpers.view import Download, filled


@dataclass(frozen=True, slots=True)
class Offer:
    """The download, offered beside a question: why, and the address of the list of lessons from there."""

    why: Literal["unsaved", "session"]
    lessons: str


class File(Protocol):
    """A file of answers or of progress: its folder, and what this kernel could not write into it yet."""

    @property
    def folder(self) -> Path:
        """Where the notebook stands."""

    @property
    def waiting(self) -> Container[str]:
        """The questions that wait."""


# The question beside which this kernel has said that the session forgets: said once, and not taken back.
_told = ""


def unsaved(question_id: str, file: File) -> Offer | None:
    """What to offer beside an answer that could not be saved, as long as it waits."""
    return Offer("unsaved", first_lesson(file.folder)) if question_id in file.waiting else None


def saved(question_id: str, file: File) -> Offer | None:
    """What to offer beside an answer that was just saved.

    On Binder the first answer of a lesson says that it is kept for a while only; the others need not repeat it.
    """
    global _told
    if where() == "binder":
        _told = _told or question_id
    return reminder(question_id, file)


def reminder(question_id: str, file: File) -> Offer | None:
    """What a question offers that is shown again: the same as before, as long as this kernel runs."""
    return Offer("session", first_lesson(file.folder)) if _told == question_id else None


def home(luggage: Luggage, unread: Sequence[str]) -> tuple[Download, tuple[str, ...]]:
    """What :func:`helpers.quiz.travel.pack` gives, as a file to keep, and lines to say of it.

    Raises
    ------
    helpers.quiz.store.ProgressError
        If it does not fit in one file.
    """
    told = _("Your progress is among your downloads, in {name}. If there are several, the newest is this one.")
    lacks = [_("Not in it: {problem}.").format(problem=problem) for problem in unread]
    return Download(NAME, dumps(luggage)), (told.format(name=NAME), *lacks)


def shown(offered: Offer | None, question_id: str, again: str) -> h.Renderable:
    """The offer, with its buttons; nothing where there is none.

    Parameters
    ----------
    offered : Offer or None
        What to offer.
    question_id : str
        The question.
    again : str
        The event that saves its answer once more.

    Examples
    --------
    >>> print(shown(Offer("unsaved", "00_start_here.ipynb"), "mh-organ", "keep"))  # doctest: +ELLIPSIS
    <div class="res-offer"><p class="res-soft">Your answer stays on this page until you close it...
    """
    if offered is None:
        return h.fragment[None]
    if offered.why == "unsaved":
        line: h.Node = _("Your answer stays on this page until you close it. Save it again, or download it in a file.")
    else:
        said = _("Kept only until this Binder session ends. Download it before a break; {lesson} takes it back.")
        line = filled(said, lesson=h.a(href=offered.lessons)[_("lesson 0")])
    return h.div(".res-offer")[
        h.p(".res-soft")[line],
        h.div(".res-row")[
            offered.why == "unsaved"
            and h.button(type="button", data_send=again, id=f"{question_id}-again")[_("Save it again")],
            h.button(type="button", data_send="home", id=f"{question_id}-home")[_("Download my progress")],
        ],
    ]
