"""A lesson's notebook as it is read, never run."""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from helpers.errors import CourseError
from helpers.language import _
from helpers.notebooks import lessons_in, translations
from helpers.quiz import cell as quiz_cell


@dataclass(frozen=True)
class Cell:
    """One cell: its id, whether it is prose, its source, its tags, its metadata and its outputs."""

    id: str
    is_prose: bool
    source: str
    tags: tuple[str, ...]
    metadata: dict[str, Any]
    outputs: tuple[dict[str, Any], ...]
    count: int | None

    @property
    def covers(self) -> tuple[str, ...]:
        """The elements that the cell is tagged with."""
        return tuple(tag.removeprefix("covers:") for tag in self.tags if tag.startswith("covers:"))

    @cached_property
    def asked(self) -> quiz_cell.Cell | None:
        """The question that the cell asks, with its key.

        Raises
        ------
        CourseError
            If the cell asks a question that cannot work.
        """
        return None if self.is_prose else quiz_cell.read_cell(self.source)

    @property
    def explores(self) -> bool:
        """Whether the cell shows an explorer."""
        return not self.is_prose and self.source.lstrip().startswith("explore.")

    @property
    def strings(self) -> tuple[str, ...]:
        """What the cell says to learners: prose, or every string of its code."""
        if self.is_prose:
            return (self.source,)
        nodes = ast.walk(ast.parse(self.source))
        return tuple(n.value for n in nodes if isinstance(n, ast.Constant) and isinstance(n.value, str))

    @property
    def html(self) -> str:
        """What the committed outputs show."""
        shown = [output.get("data", {}).get("text/html", "") for output in self.outputs]
        return "\n".join("".join(part) for part in shown)


@dataclass(frozen=True)
class Book:
    """One lesson: its file name, its cells in order, and the notebook's metadata."""

    file: str
    cells: tuple[Cell, ...]
    metadata: dict[str, Any]

    @property
    def prose(self) -> tuple[Cell, ...]:
        """The cells of text."""
        return tuple(cell for cell in self.cells if cell.is_prose)

    @property
    def code(self) -> tuple[Cell, ...]:
        """The cells with explorers, figures and questions."""
        return tuple(cell for cell in self.cells if not cell.is_prose)

    @property
    def title(self) -> str:
        """The first heading."""
        found = re.search(r"^# (.+)$", self.text, re.MULTILINE)
        return found[1] if found else self.file

    @property
    def text(self) -> str:
        """All prose in one piece."""
        return "\n\n".join(cell.source for cell in self.prose)


def read_books(folder: Path) -> tuple[Book, ...]:
    """The lessons of a folder, in the order of their numbers.

    Raises
    ------
    CourseError
        If one cannot be read as a notebook.

    Examples
    --------
    >>> from helpers.resources import lessons_path
    >>> read_books(lessons_path())[1].title
    '1. The masthead'
    """
    return tuple(_book(path) for path in lessons_in(folder))


def read_translations(folder: Path) -> tuple[Book, ...]:
    """The lessons of a folder that are translations of others.

    Raises
    ------
    CourseError
        If one cannot be read as a notebook.
    """
    return tuple(_book(path) for path in translations(folder))


def _book(path: Path) -> Book:
    try:
        document = json.loads(path.read_text("utf-8"))
        return Book(path.name, tuple(map(_cell, document["cells"])), document["metadata"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as problem:
        reason = f"{type(problem).__name__}: {problem}"
        message = _("{path} cannot be read as a notebook ({reason}); restore it")
        raise CourseError(message.format(path=path, reason=reason)) from None


def _cell(raw: dict[str, Any]) -> Cell:
    return Cell(
        id=str(raw["id"]),
        is_prose=raw["cell_type"] == "markdown",
        source="".join(raw["source"]),
        tags=tuple(raw["metadata"].get("tags", ())),
        metadata=raw["metadata"],
        outputs=tuple(raw.get("outputs", ())),
        count=raw.get("execution_count"),
    )
