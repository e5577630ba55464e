"""Editions of one source that are made without nbgrader: the instructor's, and two for people who study alone."""

from __future__ import annotations

import os
from collections.abc import Callable
from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_output

from helpers.errors import CourseError
from helpers.files import replace
from helpers.grading.source import Assignment
from helpers.language import _
from helpers.quiz.answering import answering
from helpers.quiz.answers import AnswerFile
from helpers.quiz.cell import read_cell
from helpers.quiz.store import Store
from helpers.quiz.view import practice
from helpers.view import Page

#: A cell with this tag is for people who grade themselves; a class does not get it.
ALONE = "self-study"


def instructor(content: NotebookNode) -> NotebookNode:
    """The source with keys, each question shown with its answer and reasons."""
    return _opened(content)


def self_study(content: NotebookNode) -> NotebookNode:
    """The source as practice: no points, no nbgrader, feedback at once; essays keep their mark scheme to compare."""
    edition = _opened(content)
    edition.cells = [cell for cell in edition.cells if ALONE not in cell.metadata.get("tags", [])]
    for cell in edition.cells:
        marks = cell.metadata.pop("nbgrader", {})
        if marks.get("task"):
            kept = [line for line in cell.source.splitlines() if "=== " not in line or "MARK SCHEME" not in line]
            cell.source = "\n".join(kept)
        elif cell.cell_type == "code":
            kept = [line for line in cell.source.splitlines() if "HIDDEN TESTS" not in line]
            cell.source = "\n".join(kept)
    return edition


def keyless(content: NotebookNode) -> NotebookNode:
    """The learners' edition with the button that grades one's own answers: no key and no mark scheme is in it.

    It is cell for cell what nbgrader's own steps make of the source.

    Raises
    ------
    CourseError
        If a hidden part has no end, or a question would keep its key.
    """
    edition = deepcopy(content)
    for cell in edition.cells:
        cell.source = _cut(_cut(cell.source, "HIDDEN TESTS"), "MARK SCHEME")
        marks = cell.metadata.get("nbgrader", {})
        if marks.get("grade") or marks.get("solution") or marks.get("locked"):
            cell.metadata["deletable"] = False
            if not marks.get("solution"):
                cell.metadata["editable"] = False
    fill(edition)
    return edition


def _cut(source: str, part: str) -> str:
    """A cell's lines without those from a begin mark to its end mark.

    Examples
    --------
    >>> _cut("ask\\n### BEGIN HIDDEN TESTS\\nkey\\n### END HIDDEN TESTS\\nmore", "HIDDEN TESTS")
    'ask\\nmore'
    """
    kept, inside = [], False
    for line in source.split("\n"):
        if f"BEGIN {part}" in line:
            inside = True
        elif f"END {part}" in line:
            inside = False
        elif not inside:
            kept.append(line)
    if inside:
        message = _("a cell begins with {words} and its {begin} has no {end}")
        first = f"{kept[:1] or [source]!s:.80}"
        raise CourseError(message.format(words=first, begin=f"BEGIN {part}", end=f"END {part}"))
    return "\n".join(kept)


def fill(content: NotebookNode) -> None:
    """Write each question's still form as its output, so that it reads before it runs.

    Raises
    ------
    CourseError
        If a question still has its key.
    """
    for cell in content.cells:
        asked = read_cell(cell.source) if cell.cell_type == "code" else None
        if asked and asked.key:
            message = _("question {id} still holds its key; mark it as a hidden block")
            raise CourseError(message.format(id=repr(asked.question.id)))
        if asked:
            cell.outputs = [_still(answering(asked.question, AnswerFile(Path(os.devnull))))]
            # which element a question covers is half of many an answer
            cell.metadata["tags"] = [t for t in cell.metadata.get("tags", []) if not t.startswith("covers:")]


def _opened(content: NotebookNode) -> NotebookNode:
    edition = deepcopy(content)
    for cell in edition.cells:
        asked = read_cell(cell.source) if cell.cell_type == "code" else None
        if asked and asked.key:
            cell.outputs = [_still(practice(asked.question, asked.key, Store(Path(os.devnull))))]
        elif asked:
            cell.outputs = [_still(answering(asked.question, AnswerFile(Path(os.devnull))))]
    return edition


def _still(page: Page[Any]) -> NotebookNode:
    """What a page shows without a kernel, as a cell's output."""
    return new_output("execute_result", data=page.without_kernel(), execution_count=None)


def write(make: Callable[[NotebookNode], NotebookNode], assignment: Assignment, folder: Path) -> None:
    """Make one edition of an assignment's notebooks and write them into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    for book in assignment.notebooks:
        replace(folder / f"{book.name}.ipynb", nbformat.writes(make(book.content)).encode("utf-8"))
