"""What the gradebook knows of an assignment: its notebooks, cells and points."""

from __future__ import annotations

from copy import deepcopy

from nbgrader.api import MissingEntry
from nbgrader.preprocessors import CheckCellMetadata, ComputeChecksums, LockCells, SaveCells

from helpers.errors import CourseError
from helpers.grading.course import Course
from helpers.grading.source import Assignment
from helpers.language import _


def record(course: Course, assignment: Assignment) -> None:
    """Bring the gradebook up to date with the source, through nbgrader's own steps.

    A key that was mended after the release counts from then on, on both roads.

    Raises
    ------
    CourseError
        If cells were added or taken away after learners had handed the assignment in.
    """
    if _is_recorded(course, assignment):
        return
    with course.gradebook() as gradebook:
        gradebook.update_or_create_assignment(assignment.name)
    for source in assignment.notebooks:
        content = deepcopy(source.content)
        resources = {
            "nbgrader": {
                "notebook": source.name,
                "assignment": assignment.name,
                "student": ".",
                "db_url": course.folders.db_url,
            }
        }
        try:
            for step in (LockCells, CheckCellMetadata, ComputeChecksums, SaveCells):
                content, resources = step(config=course.config).preprocess(content, resources)
        except RuntimeError as problem:
            message = _("{name}: {problem}; give the changed assignment a new name")
            raise CourseError(message.format(name=source.name, problem=problem)) from None


def _is_recorded(course: Course, assignment: Assignment) -> bool:
    """Whether the gradebook holds exactly these cells with these points."""
    with course.gradebook() as gradebook:
        for source in assignment.notebooks:
            try:
                book = gradebook.find_notebook(source.name, assignment.name)
            except MissingEntry:
                return False
            marked = [cell for cell in source.content.cells if "nbgrader" in cell.metadata]
            known = {cell.name: cell.source for cell in book.source_cells}
            worth = {cell.name: cell.max_score for cell in (*book.grade_cells, *book.task_cells)}
            if known != {cell.metadata.nbgrader.grade_id: cell.source for cell in marked}:
                return False
            points = {c.metadata.nbgrader.grade_id: c.metadata.nbgrader.get("points") for c in marked}
            if worth != {grade_id: value for grade_id, value in points.items() if value is not None}:
                return False
    return True
