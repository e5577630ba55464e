"""The page a learner gets back: per question what was answered, what holds, why, and the paragraph itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import htpy as h
from markupsafe import Markup
from nbgrader.api import MissingEntry, SubmittedNotebook

from helpers.errors import CourseError
from helpers.files import replace
from helpers.grading.course import Course
from helpers.grading.source import Item, Notebook, read_assignment
from helpers.quiz.answers import read_answers
from helpers.quiz.score import points_said, score, written

_STYLE = (files("helpers.view") / "course.css").read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Mark:
    """What the gradebook says of one cell; ``waiting`` that a person has still to look at it."""

    points: float
    of: float
    waiting: bool
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One learner's result in one notebook; ``penalty`` is what was taken off for being late."""

    title: str
    marks: dict[str, Mark]
    penalty: float = 0.0

    @property
    def points(self) -> float:
        """The sum, less the penalty."""
        return sum(mark.points for mark in self.marks.values()) - self.penalty

    @property
    def of(self) -> float:
        """The most that could be reached."""
        return sum(mark.of for mark in self.marks.values())


def body(source: Notebook, result: Result, answers: dict[str, object], level: int = 1) -> h.Element:
    """The feedback as a part of a page whose headings start at a level.

    It is made from the source, the accepted answers and the gradebook: nothing of a submitted notebook, no code and
    no mark scheme come into it.
    """
    essays = {task.grade_id: area for area, task in source.essays}
    counted = [item for item in source.items if item.grade_id in result.marks]
    waiting = sum(mark.waiting for mark in result.marks.values())
    first, second, third = (h.h1, h.h2, h.h3, h.h4)[level - 1 : level + 2]
    return h.div(".res-result")[
        first[result.title],
        h.p(".res-total")[h.strong[f"{points_said(result.points)} of {points_said(result.of)} points"]],
        h.p[f"{waiting} answer{'s' if waiting > 1 else ''} still to be read by a person."] if waiting else None,
        h.p[f"{points_said(result.penalty)} points were taken off because it came late."] if result.penalty else None,
        [
            h.section(aria_labelledby=f"result-{item.grade_id}")[
                second(id=f"result-{item.grade_id}")[f"Question {number}"],
                h.p(".res-points")[_points(result.marks[item.grade_id])],
                _answered(item, essays, answers),
                result.marks[item.grade_id].comment
                and h.div(".res-comment")[
                    third["Your teacher writes"],
                    [h.p[line] for line in result.marks[item.grade_id].comment.splitlines() if line.strip()],
                ],
            ]
            for number, item in enumerate(counted, 1)
        ],
    ]


def _answered(item: Item, essays: dict[str, Item], answers: dict[str, object]) -> h.Renderable:
    if item.question and item.key:
        return score(item.question, item.key, answers).shown.html
    question = essays[item.grade_id].question
    assert question is not None
    return h.div[h.p[h.strong[question.prompt]], written(question, answers).html]


def _points(mark: Mark) -> str:
    return f"{points_said(mark.points)} of {points_said(mark.of)} points{', not final yet' if mark.waiting else ''}"


def document(title: str, content: h.Element) -> h.Element:
    """A whole page that needs nothing else and loads nothing: no script, no font, no picture.

    Examples
    --------
    >>> "script" in str(document("Masthead", h.main["…"])).replace("script-src", "")
    False
    """
    return h.html(lang="en")[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(
                http_equiv="Content-Security-Policy",
                content="default-src 'none'; style-src 'unsafe-inline'; img-src data:",
            ),
            h.meta(name="color-scheme", content="light dark"),
            h.title[title],
            h.style[Markup(_STYLE)],
        ],
        h.body(".res-page.res-view")[content],
    ]


def read_result(book: SubmittedNotebook, title: str) -> Result:
    """What the gradebook says of one submitted notebook."""
    comments = {comment.name: comment.comment or "" for comment in book.comments}
    return Result(
        title,
        {
            grade.name: Mark(grade.score, grade.max_score, grade.needs_manual_grade, comments.get(grade.name, ""))
            for grade in book.grades
        },
        book.late_submission_penalty or 0.0,
    )


def give_feedback(course: Course, name: str, students: Iterable[str]) -> list[Path]:
    """Write every learner's page of feedback under ``feedback``.

    Raises
    ------
    CourseError
        If a learner named was not graded yet.
    """
    assignment = read_assignment(course.path("source", name))
    pages = []
    with course.gradebook() as gradebook:
        for student in students:
            try:
                submission = gradebook.find_submission(name, student)
            except MissingEntry:
                raise CourseError(f"{student} has no grades for {name}; run: course grade {name}") from None
            books = {book.name: book for book in submission.notebooks}
            answers = read_answers(course.path("autograded", name, student))
            folder = course.path("feedback", name, student)
            folder.mkdir(parents=True, exist_ok=True)
            for source in assignment.notebooks:
                result = read_result(books[source.name], title_of(source))
                page = document(result.title, h.main[body(source, result, answers)])
                pages.append(folder / f"{source.name}.html")
                replace(pages[-1], str(page).encode("utf-8"))
    return pages


def title_of(source: Notebook) -> str:
    """The first heading of a notebook, or its name."""
    for cell in source.content.cells:
        if cell.cell_type == "markdown" and cell.source.startswith("# "):
            return str(cell.source.splitlines()[0][2:].strip())
    return source.name
