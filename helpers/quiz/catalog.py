"""What lessons there are and which questions they ask, read from the notebooks and never run."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import CourseError
from helpers.quiz.cell import read_cell


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson: its file name, title, length in minutes (``None`` if not stated), practice question ids."""

    file: str
    title: str
    minutes: int | None
    questions: tuple[str, ...]


def lessons(folder: Path) -> tuple[Lesson, ...]:
    """The lessons of a folder, in the order of their numbers; a damaged notebook is left out.

    Parameters
    ----------
    folder : Path
        Where the notebooks ``NN_name.ipynb`` stand.

    Examples
    --------
    >>> from helpers.resources import lessons_path
    >>> [lesson.file for lesson in lessons(lessons_path())][:1]
    ['00_start_here.ipynb']
    """
    found = (_lesson(path) for path in sorted(folder.glob("[0-9][0-9]_*.ipynb")))
    return tuple(lesson for lesson in found if lesson)


def _lesson(path: Path) -> Lesson | None:
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        sources = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    prose = "\n".join(source for kind, source in sources if kind == "markdown")
    title = re.search(r"^# (.+)$", prose, re.MULTILINE)
    minutes = re.search(r"(\d+) minutes", prose)
    asked = [question for kind, source in sources if kind == "code" for question in questions(source)]
    return Lesson(path.name, title[1] if title else path.stem, int(minutes[1]) if minutes else None, tuple(asked))


def questions(source: str) -> list[str]:
    """The ids of the questions that a code cell settles, read without running it.

    Examples
    --------
    >>> questions('quiz.date("a", "When?")\\nquiz.key("a", "1 March 1999", source="CL", why="So.")')
    ['a']
    >>> questions("this is not Python")
    []
    """
    try:
        cell = read_cell(source)
    except CourseError:
        return []
    return [cell.question.id] if cell and cell.key else []
