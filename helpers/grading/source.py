"""An assignment as its source notebooks write it: what is asked, what holds, and what it is worth."""

from __future__ import annotations

import json
import warnings
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.errors import CourseError
from helpers.language import _
from helpers.quiz.cell import read_cell
from helpers.quiz.question import Key, Question

if TYPE_CHECKING:
    from nbformat import NotebookNode


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


@dataclass(frozen=True)
class Notebook:
    """One source notebook: where it stands, its first heading, and what counts in it."""

    path: Path
    title: str
    items: tuple[Item, ...]

    @property
    def name(self) -> str:
        """The file's name without its ending."""
        return self.path.stem

    @cached_property
    def content(self) -> NotebookNode:
        """All of it, for those who make editions; who grades their own answers in a browser has no use for it.

        Raises
        ------
        CourseError
            If it is no valid notebook.
        """
        return read_notebook(self.path)

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
        If there is no notebook, one is no JSON of a notebook's form, or a question in it cannot be read.

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
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        read = [(cell["cell_type"], "".join(cell["source"]), cell["metadata"].get("nbgrader", {})) for cell in cells]
    except (OSError, ValueError, AttributeError, KeyError, TypeError) as problem:
        raise _unreadable(path, problem) from None
    heading = next((text for kind, text, _marks in read if kind == "markdown" and text.startswith("# ")), "")
    return Notebook(path, heading.partition("\n")[0][2:].strip() or path.stem, tuple(_items(path.name, read)))


def _unreadable(path: Path, problem: Exception) -> CourseError:
    reason = str(problem).splitlines()[0][:120] if str(problem) else type(problem).__name__
    return CourseError(_("{path} cannot be read as a notebook: {reason}").format(path=path, reason=reason))


def read_notebook(path: Path) -> NotebookNode:
    """Read a notebook that we wrote ourselves.

    Raises
    ------
    CourseError
        If it is no notebook.
    """
    import nbformat
    from nbformat.warnings import DuplicateCellId

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", DuplicateCellId)
            return nbformat.read(path, as_version=4)
    except DuplicateCellId as problem:
        message = _("{path}: two cells have one id ({problem}); give each its own")
        raise CourseError(message.format(path=path, problem=problem)) from None
    except (OSError, ValueError, AttributeError, KeyError, nbformat.ValidationError) as problem:
        raise _unreadable(path, problem) from None


def _items(name: str, cells: Iterable[tuple[str, str, dict[str, Any]]]) -> Iterator[Item]:
    """What counts, from each cell's type, text and nbgrader's metadata."""
    for place, (kind, text, marks) in enumerate(cells):
        if not marks:
            continue
        grade_id = str(marks.get("grade_id"))
        if marks.get("task"):
            yield Item(grade_id, place, float(marks["points"]), None, None)
        elif kind == "code":
            asked = read_cell(text)
            if asked is None and marks.get("grade"):
                problem = _("a graded cell asks a question; this one asks none")
                message = _("{file}, cell {cell}: {problem}")
                raise CourseError(message.format(file=name, cell=grade_id, problem=problem))
            if asked:
                yield Item(grade_id, place, float(marks.get("points", 0)), asked.question, asked.key)
