"""The page a learner gets back: per question what was answered, what holds, why, and the paragraph itself."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import htpy as h
from nbgrader.api import MissingEntry, SubmittedNotebook

from helpers.errors import CourseError
from helpers.files import replace
from helpers.grading.course import Course
from helpers.grading.result import Mark, Result, body
from helpers.grading.source import read_assignment
from helpers.language import _
from helpers.quiz.answers import read_answers
from helpers.view.document import document


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
                message = _("{student} has no grades for {assignment}; run: {command}")
                command = f"course grade {name}"
                raise CourseError(message.format(student=student, assignment=name, command=command)) from None
            books = {book.name: book for book in submission.notebooks}
            answers = read_answers(course.path("autograded", name, student))
            folder = course.path("feedback", name, student)
            folder.mkdir(parents=True, exist_ok=True)
            for source in assignment.notebooks:
                result = read_result(books[source.name], source.title)
                page = document(result.title, h.main[body(source, result, answers)])
                pages.append(folder / f"{source.name}.html")
                replace(pages[-1], str(page).encode("utf-8"))
    return pages
