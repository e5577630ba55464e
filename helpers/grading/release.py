"""Editions of one source: for learners, for instructors, and for study alone."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, LockCells, NbGraderPreprocessor, SaveCells
from traitlets import Bool
from traitlets.config import Config

from helpers.errors import CourseError
from helpers.files import replace
from helpers.grading.course import Course
from helpers.grading.road import refuse_answers
from helpers.grading.source import read_assignment
from helpers.quiz.answering import answering
from helpers.quiz.answers import AnswerFile
from helpers.quiz.cell import read_cell
from helpers.quiz.store import Store
from helpers.quiz.view import practice
from helpers.view import Page

#: A cell with this tag is for people who study alone; a class does not get it.
ALONE = "self-study"


class StaticText(NbGraderPreprocessor):
    """Write each question's still form back as its output, so that a released question reads before it runs.

    It stands last in the release step: by then keys are gone, and a question that still had its key would keep
    the whole step from going on.
    """

    keep_self_study = Bool(False, help="Whether cells for people who study alone stay in.").tag(config=True)

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Fill the outputs of every question and take out what a class does not get."""
        if not self.keep_self_study:
            nb.cells = [cell for cell in nb.cells if ALONE not in cell.metadata.get("tags", [])]
        for cell in nb.cells:
            asked = read_cell(cell.source) if cell.cell_type == "code" else None
            if asked and asked.key:
                raise CourseError(f"question {asked.question.id!r} still holds its key; mark it as a hidden block")
            if asked:
                cell.outputs = [_still(answering(asked.question, AnswerFile(Path(os.devnull))))]
                # which element a question covers is half of many an answer
                cell.metadata["tags"] = [t for t in cell.metadata.get("tags", []) if not t.startswith("covers:")]
        return nb, resources


def _still(page: Page[Any]) -> NotebookNode:
    """What a page shows without a kernel, as a cell's output."""
    return new_output("execute_result", data=page.without_kernel(), execution_count=None)


def instructor(content: NotebookNode) -> NotebookNode:
    """The source with keys, each question shown with its answer and reasons."""
    return _opened(content)


def self_study(content: NotebookNode) -> NotebookNode:
    """The source as practice: no points, no nbgrader, feedback at once; essays keep their mark scheme to compare."""
    edition = _opened(content)
    for cell in edition.cells:
        marks = cell.metadata.pop("nbgrader", {})
        if marks.get("task"):
            kept = [line for line in cell.source.splitlines() if "=== " not in line or "MARK SCHEME" not in line]
            cell.source = "\n".join(kept)
        elif cell.cell_type == "code":
            kept = [line for line in cell.source.splitlines() if "HIDDEN TESTS" not in line]
            cell.source = "\n".join(kept)
    return edition


def _opened(content: NotebookNode) -> NotebookNode:
    edition = deepcopy(content)
    for cell in edition.cells:
        asked = read_cell(cell.source) if cell.cell_type == "code" else None
        if asked and asked.key:
            cell.outputs = [_still(practice(asked.question, asked.key, Store(Path(os.devnull))))]
        elif asked:
            cell.outputs = [_still(answering(asked.question, AnswerFile(Path(os.devnull))))]
    return edition


def release(course: Course, name: str) -> dict[str, Path]:
    """Make the three editions of an assignment.

    The learners' edition is made by nbgrader's own ``generate_assignment`` and lies in ``release``; the others lie
    in ``editions/instructor`` and ``editions/self-study`` beside it.

    Returns
    -------
    dict of str to Path
        The folder of each edition, by its name.

    Raises
    ------
    CourseError
        If the source cannot be read, a trial ``answers.json`` lies in it, or nbgrader refuses it.
    """
    assignment = read_assignment(course.path("source", name))
    refuse_answers(assignment)
    made = course.api().generate_assignment(name, force=True)
    if not made["success"]:
        raise CourseError(f"{name} was not released: {_reason(made.get('log') or made.get('error') or '')}")
    folders = {"release": course.path("release", name)}
    for edition, make in (("instructor", instructor), ("self-study", self_study)):
        folder = course.root / "editions" / edition / name
        folder.mkdir(parents=True, exist_ok=True)
        for source in assignment.notebooks:
            replace(folder / f"{source.name}.ipynb", nbformat.writes(make(source.content)).encode("utf-8"))
        folders[edition] = folder
    return folders


def handouts(sources: Path, folder: Path) -> Iterator[Path]:
    """Make every assignment's edition for people who study alone, without its key, and give each one's folder.

    It is the learners' edition with the button that grades one's own answers.
    """
    for source in sorted(path for path in sources.glob("[!.]*") if path.is_dir()):
        (folder / source.name).mkdir()
        for book in read_assignment(source).notebooks:
            content = deepcopy(book.content)
            resources: dict[str, Any] = {}
            for step in (LockCells(), ClearHiddenTests(), ClearMarkScheme(), StaticText(keep_self_study=True)):
                content, resources = step.preprocess(content, resources)
            replace(folder / source.name / f"{book.name}.ipynb", nbformat.writes(content).encode("utf-8"))
        yield folder / source.name


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
    return str(raised[0])[:300] if raised else (log.strip().splitlines() or ["no reason was given"])[-1][:300]
