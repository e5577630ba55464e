"""Grading for people who study alone: the class's own pipeline, in a private course, on a copy of the answers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import htpy as h

from helpers.errors import CourseError
from helpers.files import replace
from helpers.quiz.answers import NAME, AnswerFile, dumps, read_answers
from helpers.quiz.score import points_said
from helpers.resources import assignments_path
from helpers.view import Page

_ME = "me"


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
        If the course has no such assignment, the answers cannot be read, or nbgrader is not to be had here.
    """
    try:
        from helpers.grading.feedback import body, read_result, title_of
        from helpers.grading.private import private_course
        from helpers.grading.road import grade
        from helpers.grading.source import read_assignment
    except ModuleNotFoundError as problem:
        missing = str(problem.name).partition(".")[0]
        raise CourseError(
            f"grading needs {missing}, which is not installed here; your answers are kept: open them with"
            " `course open` on a computer, or hand them in"
        ) from None
    source = assignments_path() / name
    if not source.is_dir():
        known = ", ".join(sorted(path.name for path in source.parent.glob("[!.]*") if path.is_dir()))
        raise CourseError(f"there is no assignment {name!r}; choose one of: {known}")
    answers = AnswerFile(folder).read()
    with private_course(source) as course:
        mine = course.path("submitted", name, _ME)
        mine.mkdir(parents=True)
        replace(mine / NAME, dumps(answers).encode("utf-8"))
        (result,) = grade(course, name, [_ME])
        if result.failed:
            raise CourseError(f"{name} could not be graded: {result.failed}")
        assignment = read_assignment(course.path("source", name))
        kept = read_answers(course.path("autograded", name, _ME))
        with course.gradebook() as gradebook:
            books = {book.name: book for book in gradebook.find_submission(name, _ME).notebooks}
            pages = [
                body(each, read_result(books[each.name], title_of(each)), kept, 2) for each in assignment.notebooks
            ]
    return SelfGraded(result.points, result.of, result.waiting, h.div[pages])


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
        still=h.p["Open this assignment in the course to grade your answers yourself."],
        plain="Grade my answers",
    )


def _render(result: SelfGraded | None) -> h.Element:
    return h.div(".res-card")[
        h.button(".res-main", type="button", data_send="grade", id="selfgrade")["Grade my answers"],
        h.p(".res-soft", role="status")[
            f"{points_said(result.points)} of the {points_said(result.of)} points that need no reader. "
            "The reasons stand below."
            if result
            else "Your answers stay as they are. You may change them and grade them again."
        ],
        result.page if result else None,
    ]
