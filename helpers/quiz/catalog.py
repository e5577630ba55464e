"""What lessons and assignments there are and which questions they ask, read from the notebooks and never run."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from helpers.errors import CourseError
from helpers.language import language
from helpers.notebooks import FIRST, lessons_in
from helpers.quiz.cell import read_cell

#: The folders beside the lessons whose own folders are assignments: to be handed in, and to study with.
SHELVES = ("assignments", "self-study")


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson: its file name, title, length in minutes (``None`` if not stated), practice question ids.

    ``leads_to`` names the assignments that it links to.
    """

    file: str
    title: str
    minutes: int | None
    questions: tuple[str, ...]
    leads_to: tuple[str, ...] = ()


def lessons(folder: Path, known: Iterable[Lesson] = ()) -> tuple[Lesson, ...]:
    """The lessons of a folder, in the order of their numbers; a damaged notebook is left out.

    Parameters
    ----------
    folder : Path
        Where the notebooks ``NN_name.ipynb`` stand.
    known : iterable of Lesson
        What was read from them before: those notebooks are not read again.

    Examples
    --------
    >>> from helpers.resources import lessons_path
    >>> [lesson.file for lesson in lessons(lessons_path())][:1]
    ['00_start_here.ipynb']
    """
    before = {lesson.file: lesson for lesson in known}
    found = (before.get(path.name) or _lesson(path) for path in lessons_in(folder, language()))
    return tuple(lesson for lesson in found if lesson)


def first_lesson(folder: Path) -> str:
    """The address of the lesson with the list of all, from a notebook in this folder: beside it, or two folders up.

    Examples
    --------
    >>> from helpers.resources import lessons_path
    >>> first_lesson(lessons_path()), first_lesson(lessons_path() / "assignments" / "masthead")
    ('00_start_here.ipynb', '../../00_start_here.ipynb')
    """
    beside = lessons_in(folder, language())
    above = [] if beside else lessons_in(folder.parent.parent, language())
    return beside[0].name if beside else f"../../{above[0].name if above else FIRST}"


def is_lessons(folder: Path) -> bool:
    """Whether a folder holds lessons.

    Examples
    --------
    >>> from helpers.resources import assignments_path, lessons_path
    >>> is_lessons(lessons_path()), is_lessons(assignments_path() / "masthead")
    (True, False)
    """
    return bool(lessons_in(folder))


@dataclass(frozen=True, slots=True)
class Assignment:
    """One assignment: its folder's place under the lessons, and its notebook; ``file`` leads there from the lessons."""

    place: str
    file: str
    title: str
    minutes: int | None
    questions: tuple[str, ...]

    @property
    def name(self) -> str:
        """What its folder is called."""
        return self.place.rpartition("/")[2]


def places(folder: Path) -> dict[str, Path]:
    """Where else beside the lessons answers are kept: each folder by its place, as ``assignments/masthead``.

    A link is no such folder: what it leads to is none of the course's.

    Examples
    --------
    >>> places(Path("/nowhere"))
    {}
    """
    found: dict[str, Path] = {}
    for shelf in SHELVES:
        try:
            kept = sorted(path for path in (folder / shelf).iterdir() if not path.name.startswith("."))
            found |= {f"{shelf}/{path.name}": path for path in kept if path.is_dir() and not path.is_symlink()}
        except OSError:
            continue
    return found


def assignments(folder: Path, known: Iterable[Assignment] = ()) -> tuple[Assignment, ...]:
    """The assignments and the self-study editions beside the lessons; one without a readable notebook is left out.

    Parameters
    ----------
    folder : Path
        Where the lessons stand.
    known : iterable of Assignment
        What was read from their notebooks before: those are not read again.

    Examples
    --------
    >>> assignments(Path("/nowhere"))
    ()
    """
    before = {assignment.place: assignment for assignment in known}
    found = (before.get(place) or _assignment(place, path) for place, path in places(folder).items())
    return tuple(assignment for assignment in found if assignment)


def _assignment(place: str, path: Path) -> Assignment | None:
    book = _read(path / f"{path.name}.ipynb")
    if book is None:
        return None
    asked = tuple(question for source in book.code for question in asks(source))
    return Assignment(place, f"{place}/{path.name}.ipynb", book.title, book.minutes, asked)


def _lesson(path: Path) -> Lesson | None:
    book = _read(path)
    if book is None:
        return None
    asked = tuple(question for source in book.code for question in questions(source))
    return Lesson(path.name, book.title, book.minutes, asked, book.leads_to)


class _Book(NamedTuple):
    title: str
    minutes: int | None
    code: tuple[str, ...]
    leads_to: tuple[str, ...]


def _read(path: Path) -> _Book | None:
    try:
        cells = json.loads(path.read_text("utf-8"))["cells"]
        sources = [(cell["cell_type"], "".join(cell["source"])) for cell in cells]
    except (OSError, ValueError, KeyError, TypeError):
        return None
    prose = "\n".join(source for kind, source in sources if kind == "markdown")
    title = re.search(r"^# (.+)$", prose, re.MULTILINE)
    minutes = re.search(r"(\d+) minutes", prose)
    code = tuple(source for kind, source in sources if kind == "code")
    leads_to = tuple(re.findall(rf"\]\({SHELVES[0]}/([^/()\s]+)/", prose))
    return _Book(title[1] if title else path.stem, int(minutes[1]) if minutes else None, code, leads_to)


def asks(source: str) -> list[str]:
    """The ids of the questions that a code cell asks, with a key or without.

    Examples
    --------
    >>> asks('quiz.date("a", "When?")'), asks("this is not Python")
    (['a'], [])
    """
    try:
        cell = read_cell(source)
    except CourseError:
        return []
    return [cell.question.id] if cell else []


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
