"""The course's road of grading: the notebook is rebuilt from the source, and only answers are taken.

nbgrader's own road runs the notebook that a learner handed in. This one never does. It marks the answers with the
source's keys, writes the gradebook through nbgrader's own interface, and leaves in ``autograded`` a notebook that
the formgrader shows.
"""

from __future__ import annotations

import logging
import shutil
import warnings
from collections.abc import Callable, Iterable, Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell, new_output
from nbgrader.api import Gradebook, MissingEntry, SubmittedAssignment, SubmittedNotebook
from nbgrader.preprocessors import AssignLatePenalties
from nbgrader.utils import compute_checksum
from sqlalchemy.exc import SAWarning

from helpers.errors import CourseError
from helpers.files import replace
from helpers.grading.course import Course
from helpers.grading.record import record
from helpers.grading.source import Assignment, Item, Notebook, read_assignment
from helpers.grading.submission import Reader, Submission
from helpers.language import _
from helpers.quiz.answers import NAME, dumps, read_answers
from helpers.quiz.score import Score, Shown, score, written


@dataclass(frozen=True, slots=True)
class Graded:
    """What became of one submission.

    ``points`` out of ``of`` are those the keys gave; ``waiting`` counts what a person still has to grade; ``flaws``
    say what a person should know; ``failed`` that nothing could be recorded, and why.
    """

    student: str
    points: float
    of: float
    waiting: int
    flaws: tuple[str, ...]
    failed: str = ""


def submitted(course: Course, name: str) -> list[str]:
    """The learners who handed an assignment in, in alphabetical order."""
    folder = course.path("submitted", name, "x").parent.parent
    return sorted(path.name for path in folder.glob("[!.]*") if (path / name).is_dir())


def grade(
    course: Course,
    name: str,
    students: Iterable[str] | None = None,
    *,
    create: bool = True,
    tell: Callable[[Graded], None] = lambda graded: None,
) -> list[Graded]:
    """Grade what a class handed in.

    Parameters
    ----------
    course : Course
        Whose ``submitted`` is read, and whose gradebook and ``autograded`` are written.
    name : str
        The assignment.
    students : iterable of str, optional
        Whom to grade; everybody who handed it in if not given.
    create : bool
        Whether learners whom the gradebook does not know are added to it.
    tell : callable
        Gets each result as soon as it is there.

    Returns
    -------
    list of Graded
        One for each learner; one that could not be recorded does not stop the others.

    Raises
    ------
    CourseError
        If the source cannot be read, or a trial ``answers.json`` lies in it.
    """
    assignment = read_assignment(course.path("source", name))
    refuse_answers(assignment)
    record(course, assignment)
    reader = Reader(assignment)
    late = AssignLatePenalties(config=course.config)
    late.init_plugin()
    results = []
    with course.gradebook() as gradebook, warnings.catch_warnings():
        warnings.simplefilter("ignore", SAWarning)  # nbgrader's models are older than the SQLAlchemy that runs them
        for student in submitted(course, name) if students is None else students:
            taken = reader.take(student, course.path("submitted", name, student))
            try:
                result = _grade(course, gradebook, assignment, taken, create, late)
            except Exception as problem:  # whatever one submission brings about, the class is graded
                gradebook.db.rollback()
                logging.getLogger(__name__).debug("grading %s failed", student, exc_info=True)
                reason = (str(problem).splitlines() or [""])[0][:200]
                result = Graded(student, 0.0, 0.0, 0, taken.flaws, f"{type(problem).__name__}: {reason}")
            results.append(result)
            tell(result)
    return results


def refuse_answers(assignment: Assignment) -> None:
    """Raise :class:`CourseError` if answers lie in the source: nbgrader would hand them to every learner."""
    if (assignment.folder / NAME).exists():
        message = _("{path} would be released with the assignment; delete it, or move it elsewhere")
        raise CourseError(message.format(path=assignment.folder / NAME))


def _grade(
    course: Course,
    gradebook: Gradebook,
    assignment: Assignment,
    taken: Submission,
    create: bool,
    late: AssignLatePenalties,
) -> Graded:
    student, name = taken.student, assignment.name
    if create:
        gradebook.update_or_create_student(student)
    try:
        gradebook.find_student(student)
    except MissingEntry:
        message = _("the gradebook knows no student {student}; add them there first")
        raise CourseError(message.format(student=repr(student))) from None
    moment = {"timestamp": taken.time} if taken.time else {}
    submission = gradebook.update_or_create_submission(name, student, **moment)
    folder = course.path("autograded", name, student)
    before = _earlier(folder)
    rebuilt = {}
    marks: list[tuple[Item, Score]] = []
    waiting = 0
    for source in assignment.notebooks:
        content, scores = rebuild(source, taken)
        rebuilt[source.name] = content
        book = next(book for book in submission.notebooks if book.name == source.name)
        book.flagged = book.flagged or bool(taken.flaws) or any(mark.flaw for _item, mark in scores)
        waiting += _write_grades(book, source, taken, before, scores)
        marks += scores
    gradebook.db.commit()
    _write_penalties(gradebook, submission, late)
    _write_folder(folder, rebuilt, taken)
    flaws = [*taken.flaws, *(f"{item.grade_id}: {mark.flaw}" for item, mark in marks if mark.flaw)]
    points, of = (sum(getattr(mark, what) for _item, mark in marks) for what in ("points", "of"))
    return Graded(student, round(points, 4), of, waiting, tuple(flaws))


def rebuild(source: Notebook, taken: Submission) -> tuple[NotebookNode, list[tuple[Item, Score]]]:
    """The source's notebook with what a learner's answers earn: every text of theirs is escaped HTML.

    Every graded cell ends with exactly one result, whose plain text is a finite number from 0 to its points.
    """
    content = deepcopy(source.content)
    scores = []
    for item in source.items:
        cell = content.cells[item.place]
        if item.question and item.key:
            mark = score(item.question, item.key, taken.answers)
            scores.append((item, mark))
            cell.outputs = [_result(mark.shown)]
        elif item.question:
            cell.outputs = [_result(written(item.question, taken.answers))]
    for cell in content.cells:
        if "nbgrader" in cell.metadata:
            cell.metadata.nbgrader["checksum"] = compute_checksum(cell)
    if taken.flaws:
        lines = "\n".join(f"- {flaw}" for flaw in taken.flaws)
        head = _("**For the teacher.** About this submission:")
        notice = new_markdown_cell(f"{head}\n\n{_escaped(lines)}", id="flaws")
        content.cells.insert(0, notice)
    return content, scores


def _result(shown: Shown) -> NotebookNode:
    return new_output("execute_result", data=shown._repr_mimebundle_(), execution_count=1)


def _escaped(text: str) -> str:
    """Text for a Markdown cell that stays text: a name that a learner chose may stand in it."""
    return "".join(f"&#{ord(c)};" if c in "<>&[]()!`*_$\\" else c for c in text)


def _earlier(folder: Path) -> dict[str, object]:
    """The answers of the last grading, as we wrote them."""
    try:
        return read_answers(folder)
    except CourseError:
        return {}


def _write_grades(
    book: SubmittedNotebook,
    source: Notebook,
    taken: Submission,
    before: dict[str, object],
    scores: list[tuple[Item, Score]],
) -> int:
    """Put the points into the gradebook and say how many grades wait for a person.

    What a person has given stays; it waits for them again only if the answer has changed since.
    """
    grades = {grade.name: grade for grade in book.grades}
    for item, mark in scores:
        row = grades[item.grade_id]
        changed = row.auto_score is not None and row.auto_score != mark.points
        row.auto_score = mark.points
        if row.manual_score is None:
            row.needs_manual_grade = bool(mark.flaw) or not taken.readable
        elif changed:
            row.needs_manual_grade = True
    for area, task in source.essays:
        assert area.question is not None
        row = grades[task.grade_id]
        text = taken.answers.get(area.question.id)
        row.auto_score = None if text or not taken.readable else 0.0
        if row.manual_score is None:
            row.needs_manual_grade = row.auto_score is None
        elif text != before.get(area.question.id):
            row.needs_manual_grade = True
    return sum(row.needs_manual_grade for row in grades.values())


def _write_penalties(gradebook: Gradebook, submission: SubmittedAssignment, late: AssignLatePenalties) -> None:
    """What a late submission loses, by the plugin that the teacher configured."""
    for book in submission.notebooks:
        book.late_submission_penalty = None
        if submission.total_seconds_late > 0:
            asked = late.plugin_inst.late_submission_penalty(
                submission.student_id, book.score, submission.total_seconds_late
            )
            if asked is not None:
                book.late_submission_penalty = late._check_late_penalty(book, asked)
    gradebook.db.commit()


def _write_folder(folder: Path, rebuilt: dict[str, NotebookNode], taken: Submission) -> None:
    """Leave in ``autograded`` what we made, and nothing that came from the submission as it was."""
    if folder.is_symlink():
        folder.unlink()
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    for name, content in rebuilt.items():
        replace(folder / f"{name}.ipynb", nbformat.writes(content).encode("utf-8"))
    replace(folder / NAME, dumps(taken.answers).encode("utf-8"))
    if taken.time:
        replace(folder / "timestamp.txt", f"{taken.time} UTC".encode("ascii"))


def outcomes(results: Iterable[Graded]) -> Iterator[str]:
    """One line for each submission that somebody should look at.

    Examples
    --------
    >>> list(outcomes([Graded("ana", 9.0, 10.0, 0, ()), Graded("ben", 0.0, 10.0, 0, ("it is a link",))]))
    ['ben: it is a link']
    """
    for result in results:
        if result.failed:
            yield _("{student}: NOT GRADED: {reason}").format(student=result.student, reason=result.failed)
        for flaw in result.flaws:
            yield f"{result.student}: {flaw}"
