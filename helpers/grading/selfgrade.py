"""Grading for people who study alone: the same keys and the same scoring as for a class, without its gradebook."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import htpy as h

from helpers.errors import CourseError
from helpers.grading.result import Mark, Result, body
from helpers.grading.source import Notebook, read_assignment
from helpers.language import _
from helpers.quiz.answers import AnswerFile
from helpers.quiz.score import points_said, score
from helpers.resources import assignments_path
from helpers.view import Page


@dataclass(frozen=True, slots=True)
class SelfGraded:
    """One's own result: points that the keys gave, out of how many, texts that no key can grade, and the page."""

    points: float
    of: float
    waiting: int
    page: h.Element


def selfgrade(name: str, folder: Path) -> SelfGraded:
    """Grade one's own answers to an assignment; nothing in the folder is changed.

    Parameters
    ----------
    name : str
        The assignment.
    folder : Path
        Where its notebook and ``answers.json`` stand.

    Raises
    ------
    CourseError
        If the course has no such assignment, or the answers cannot be read.
    """
    source = assignments_path() / name
    if not source.is_dir():
        known = ", ".join(sorted(path.name for path in source.parent.glob("[!.]*") if path.is_dir()))
        message = _("there is no assignment {name}; choose one of: {names}")
        raise CourseError(message.format(name=repr(name), names=known))
    answers = AnswerFile(folder).read()
    graded = [(book, _marks(book, answers)) for book in read_assignment(source).notebooks]
    keyed = [marks[item.grade_id] for book, marks in graded for item in book.questions]
    return SelfGraded(
        round(sum(mark.points for mark in keyed), 4),
        sum(mark.of for mark in keyed),
        sum(mark.waiting for _book, marks in graded for mark in marks.values()),
        h.div[[body(book, Result(book.title, marks), answers, 2) for book, marks in graded]],
    )


def _marks(book: Notebook, answers: dict[str, object]) -> dict[str, Mark]:
    """What the keys give; a text that somebody wrote waits for a reader, as in a class."""
    marks = {}
    for item in book.questions:
        assert item.question and item.key
        mark = score(item.question, item.key, answers)
        marks[item.grade_id] = Mark(mark.points, mark.of, bool(mark.flaw))
    for area, task in book.essays:
        assert area.question
        marks[task.grade_id] = Mark(0.0, task.points, bool(answers.get(area.question.id)))
    return marks


def button(name: str) -> Page[SelfGraded | None]:
    """A button that grades the answers beside the notebook and shows the result below itself.

    Examples
    --------
    >>> print(button("masthead").plain)
    Grade my answers
    """
    return Page(
        start=lambda: None,
        render=_render,
        update=lambda state, event: selfgrade(name, Path.cwd()) if event.name == "grade" else state,
        still=h.p[_("Open this assignment in the course to grade your answers yourself.")],
        plain=_("Grade my answers"),
    )


def _render(result: SelfGraded | None) -> h.Element:
    return h.div(".res-card")[
        h.button(".res-main", type="button", data_send="grade", id="selfgrade")[_("Grade my answers")],
        h.p(".res-soft", role="status")[
            _reached(result)
            if result
            else _("Your answers stay as they are. You may change them and grade them again.")
        ],
        result.page if result else None,
    ]


def _reached(result: SelfGraded) -> str:
    message = _("{points} of the {of} points that need no reader. The reasons stand below.")
    return message.format(points=points_said(result.points), of=points_said(result.of))
