"""nbgrader's release of one source to a class, and the course's other editions beside it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from nbformat import NotebookNode
from nbgrader.preprocessors import NbGraderPreprocessor, SaveCells
from traitlets.config import Config

from helpers.errors import CourseError
from helpers.grading.course import Course
from helpers.grading.editions import ALONE, fill, instructor, self_study, write
from helpers.grading.road import refuse_answers
from helpers.grading.source import read_assignment
from helpers.language import N_, _


class StaticText(NbGraderPreprocessor):
    """Write each question's still form back as its output, so that a released question reads before it runs.

    It stands last in the release step: by then keys are gone, and a question that still had its key would keep
    the whole step from going on.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Fill the outputs of every question and take out what a class does not get."""
        nb.cells = [cell for cell in nb.cells if ALONE not in cell.metadata.get("tags", [])]
        fill(nb)
        return nb, resources


def release(course: Course, name: str) -> dict[str, Path]:
    """Make the three editions of an assignment.

    The learners' edition is made by nbgrader's own ``generate_assignment`` and lies in ``release``; the others lie
    in ``editions/instructor`` and ``editions/self-study`` beside it.

    Returns
    -------
    dict of str to Path
        The folder of each edition, by its name, which ``_()`` translates where it is shown.

    Raises
    ------
    CourseError
        If the source cannot be read, a trial ``answers.json`` lies in it, or nbgrader refuses it.
    """
    assignment = read_assignment(course.path("source", name))
    refuse_answers(assignment)
    made = course.api().generate_assignment(name, force=True)
    if not made["success"]:
        reason = _reason(made.get("log") or made.get("error") or "")
        raise CourseError(_("{assignment} was not released: {reason}").format(assignment=name, reason=reason))
    folders = {N_("release"): course.path("release", name)}
    for edition, make in ((N_("instructor"), instructor), (N_("self-study"), self_study)):
        folder = course.root / "editions" / edition / name
        write(make, assignment, folder)
        folders[edition] = folder
    return folders


def without_gradebook(config: Config) -> None:
    """Let a course's releases leave the gradebook alone; called after ``adopt``."""
    steps = config.GenerateAssignment
    steps.no_database = True
    steps.preprocessors = [step for step in steps.preprocessors if step is not SaveCells]


def _reason(log: str) -> str:
    """The exception that a log of nbgrader's reports first, which is the one that stopped it.

    Examples
    --------
    >>> _reason("Traceback:\\n    ValueError: no end mark\\n[ERROR] see above\\nNbGraderException: see above")
    'no end mark'
    """
    raised = re.findall(r"^\s*[\w.]*(?:Error|Exception): (.+)$", log, re.MULTILINE)
    return str(raised[0])[:300] if raised else (log.strip().splitlines() or [_("no reason was given")])[-1][:300]
