"""An assignment as its source notebooks write it: what is asked, what holds, and what it is worth."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.warnings import DuplicateCellId

from helpers.errors import CourseError
from helpers.language import _
from helpers.quiz.cell import read_cell
from helpers.quiz.question import Key, Question


@dataclass(frozen=True, slots=True)
class Item:
    """One cell that counts: a question with its key, an essay's text area, or the task below it.

    ``place`` is the cell's place in its notebook, from 0; ``points`` what nbgrader's metadata say it is worth.
    A text area has a question and no points, a task has points and no question.
    """

    grade_id: str
    place: int
    points: float
    question: Question | None
    key: Key | None


@dataclass(frozen=True, slots=True)
class Notebook:
    """One source notebook and what counts in it."""

    name: str
    content: NotebookNode
    items: tuple[Item, ...]

    @property
    def questions(self) -> tuple[Item, ...]:
        """What is marked by its key."""
        return tuple(item for item in self.items if item.key)

    @property
    def essays(self) -> Iterator[tuple[Item, Item]]:
        """Each text, of an essay or a draft, with the task that a person grades it in."""
        area: Item | None = None
        for item in self.items:
            if item.question and item.question.kind in ("essay", "draft"):
                area = item
            elif item.question is None and area:
                yield area, item
                area = None


@dataclass(frozen=True, slots=True)
class Assignment:
    """An assignment's notebooks, by name."""

    name: str
    folder: Path
    notebooks: tuple[Notebook, ...]


def read_assignment(folder: Path) -> Assignment:
    """Read an assignment's source; nothing in it is run.

    Parameters
    ----------
    folder : Path
        ``source/<assignment>``.

    Raises
    ------
    CourseError
        If there is no notebook, one is damaged, or a question in it cannot be read.

    Examples
    --------
    >>> read_assignment(Path("nowhere"))
    Traceback (most recent call last):
    ...
    helpers.errors.CourseError: nowhere holds no notebook; an assignment is a folder of notebooks under source
    """
    paths = sorted(folder.glob("[!.]*.ipynb"))
    if not paths:
        message = _("{folder} holds no notebook; an assignment is a folder of notebooks under source")
        raise CourseError(message.format(folder=folder))
    return Assignment(folder.name, folder, tuple(_notebook(path) for path in paths))


def _notebook(path: Path) -> Notebook:
    content = read_notebook(path)
    return Notebook(path.stem, content, tuple(_items(path.name, content)))


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook that we wrote ourselves.

    Raises
    ------
    CourseError
        If it is no notebook.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", DuplicateCellId)
            return nbformat.read(path, as_version=4)
    except DuplicateCellId as problem:
        message = _("{path}: two cells have one id ({problem}); give each its own")
        raise CourseError(message.format(path=path, problem=problem)) from None
    except (OSError, ValueError, AttributeError, KeyError, nbformat.ValidationError) as problem:
        reason = str(problem).splitlines()[0][:120] if str(problem) else type(problem).__name__
        message = _("{path} cannot be read as a notebook: {reason}")
        raise CourseError(message.format(path=path, reason=reason)) from None


def _items(name: str, content: NotebookNode) -> Iterator[Item]:
    for place, cell in enumerate(content.cells):
        marks = cell.metadata.get("nbgrader", {})
        if not marks:
            continue
        grade_id = str(marks.get("grade_id"))
        if marks.get("task"):
            yield Item(grade_id, place, float(marks["points"]), None, None)
        elif cell.cell_type == "code":
            asked = read_cell(cell.source)
            if asked is None and marks.get("grade"):
                problem = _("a graded cell asks a question; this one asks none")
                message = _("{file}, cell {cell}: {problem}")
                raise CourseError(message.format(file=name, cell=grade_id, problem=problem))
            if asked:
                yield Item(grade_id, place, float(marks.get("points", 0)), asked.question, asked.key)
