"""Put nbgrader's own commands and the formgrader's buttons on the course's road."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbgrader.apps.api
import nbgrader.apps.autogradeapp
import nbgrader.apps.generateassignmentapp
import nbgrader.apps.generatefeedbackapp
from nbgrader.converters import Autograde, GenerateAssignment, GenerateFeedback
from nbgrader.converters.base import NbGraderException
from traitlets.config import Config

from helpers.errors import CourseError
from helpers.grading.course import Course
from helpers.grading.feedback import give_feedback
from helpers.grading.release import StaticText
from helpers.grading.road import grade, outcomes, refuse_answers, submitted
from helpers.grading.source import read_assignment
from helpers.language import _


class CourseRelease(GenerateAssignment):
    """nbgrader's release, which never hands out a teacher's trial answers."""

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Refuse a source with answers in it, then do what nbgrader does."""
        refuse_answers(read_assignment(_course(self).path("source", assignment_id)))
        super().init_assignment(assignment_id, student_id)


class CourseAutograde(Autograde):
    """nbgrader's command and button, on the course's road: nothing that was handed in is run or copied."""

    def start(self) -> None:
        """Grade whom the command names, and log whatever a person should look at."""
        course, name = _course(self), self.coursedir.assignment_id
        results = _said(grade)(course, name, _students(self, submitted(course, name)), create=self.create_student)
        for line in outcomes(results):
            self.log.warning(line)
        if any(result.failed for result in results):
            raise NbGraderException(_("Some submissions could not be graded; see the log above."))


class CourseFeedback(GenerateFeedback):
    """nbgrader's command and button, writing the course's own page of feedback."""

    def start(self) -> None:
        """Write the feedback of whom the command names."""
        course, name = _course(self), self.coursedir.assignment_id
        _said(give_feedback)(course, name, _students(self, submitted(course, name)))


def _course(converter: Any) -> Course:
    """The course that nbgrader has opened, with the settings it was opened with."""
    return Course(Path(converter.coursedir.root), converter.coursedir.config or Config())


def _students(converter: Any, everybody: list[str]) -> list[str]:
    asked, left_out = converter.coursedir.student_id, converter.coursedir.student_id_exclude.split(",")
    found = [student for student in everybody if asked in ("*", student) and student not in left_out]
    if not found:
        message = _("No submission of {assignment} by {student} was found.")
        raise NbGraderException(message.format(assignment=repr(converter.coursedir.assignment_id), student=repr(asked)))
    return found


def _said(do: Callable[..., Any]) -> Callable[..., Any]:
    """Turn our one-line errors into nbgrader's, which its log and its buttons show."""

    def doing(*args: Any, **kwargs: Any) -> Any:
        try:
            return do(*args, **kwargs)
        except CourseError as problem:
            raise NbGraderException(str(problem)) from None

    return doing


def adopt(config: Config) -> None:
    """Set a course up for the course's road; called by its ``nbgrader_config.py``.

    nbgrader lets the steps of a conversion be configured, but not what is copied before they start, nor which
    submissions are found. Its apps name the converters in a few places; ours are put there.

    Parameters
    ----------
    config : traitlets.config.Config
        The object that ``get_config()`` gives.
    """
    # nbgrader makes a new gradebook by calling the command alembic, which lies beside this Python.
    os.environ["PATH"] = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    config.GenerateAssignment.preprocessors = [*GenerateAssignment.preprocessors.default_args[0], StaticText]
    for module, ours in (
        (nbgrader.apps.generateassignmentapp, CourseRelease),
        (nbgrader.apps.autogradeapp, CourseAutograde),
        (nbgrader.apps.generatefeedbackapp, CourseFeedback),
    ):
        setattr(module, ours.__bases__[0].__name__, ours)
        setattr(nbgrader.apps.api, ours.__bases__[0].__name__, ours)
