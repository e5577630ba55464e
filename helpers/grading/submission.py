"""What is taken from a learner's folder: one file of data, looked at before anything is copied."""

from __future__ import annotations

import datetime
import json
from collections import Counter
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme
from nbgrader.utils import parse_utc

from helpers.errors import CourseError
from helpers.files import read_regular
from helpers.grading.source import Assignment, Notebook
from helpers.language import N_, _
from helpers.quiz.answers import NAME, AnswersError, read_answers

_LARGEST = 20_000_000
# What a submitted notebook may have done to its cells; the answers count all the same.
_MISSING = N_("{notebook} has cells that are missing: {names}; the answers were graded from {file}")
_TWICE = N_("{notebook} has cells that stand there more than once: {names}; the answers were graded from {file}")
_STRANGE = N_("{notebook} has cells that are not of this assignment: {names}; the answers were graded from {file}")
_OTHER_TYPE = N_("{notebook} has cells that have another type: {names}; the answers were graded from {file}")
_CHANGED = N_("{notebook} has cells that were changed: {names}; the answers were graded from {file}")

#: Type and text of each released cell, by its id.
Released = dict[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Submission:
    """The answers of one learner, and everything about their folder that a person should know.

    ``readable`` is false where a file of answers is there and could not be read: then every question waits for a
    person. ``time`` is when it was submitted, in UTC, if the exchange noted it.
    """

    student: str
    answers: dict[str, Any]
    readable: bool
    time: datetime.datetime | None
    flaws: tuple[str, ...]


class Reader:
    """Reads submissions of one assignment; nothing in them is run, copied or changed.

    Parameters
    ----------
    assignment : Assignment
        What was asked; answers to anything else are left out.
    """

    def __init__(self, assignment: Assignment) -> None:
        self._asked = {item.question.id for book in assignment.notebooks for item in book.items if item.question}
        self._released = {f"{book.name}.ipynb": _released(book) for book in assignment.notebooks}

    def take(self, student: str, folder: Path) -> Submission:
        """Read one learner's ``submitted/<student>/<assignment>``."""
        if folder.is_symlink() or folder.parent.is_symlink():
            return Submission(student, {}, False, None, (_("the folder is a link and was not followed"),))
        flaws: list[str] = []
        found: dict[str, Any] = {}
        readable = True
        try:
            found = read_answers(folder)
        except AnswersError as problem:
            readable = False
            flaws.append(_("{file} was not read: {problem}").format(file=NAME, problem=problem))
        else:
            if not (folder / NAME).exists():
                flaws.append(_("there is no {file}: nothing was answered").format(file=NAME))
        if any(folder.glob("answers-damaged-*.json")):
            flaws.append(_("an earlier file of answers was damaged and lies beside this one"))
        for name, released in self._released.items():
            flaws += _notebook_flaws(folder / name, released)
        time = _time(folder / "timestamp.txt", flaws)
        answers = {question_id: found[question_id] for question_id in sorted(self._asked & set(found))}
        return Submission(student, answers, readable, time, tuple(flaws))


def _time(path: Path, flaws: list[str]) -> datetime.datetime | None:
    try:
        moment: datetime.datetime = parse_utc(read_regular(path, 200).decode("ascii").strip())
    except FileNotFoundError:
        return None
    except (CourseError, OSError, ValueError, OverflowError):
        message = _("{file} was not read: whether it came late is not known")
        flaws.append(message.format(file="timestamp.txt"))
        return None
    return moment


def _notebook_flaws(path: Path, released: Released) -> Iterator[str]:
    """How a submitted notebook differs from what was released."""
    try:
        cells = json.loads(read_regular(path, _LARGEST))["cells"]
        sent = [(_grade_id(cell), str(cell["cell_type"]), "".join(cell["source"]).strip()) for cell in cells]
    except FileNotFoundError:
        yield _("{notebook} is missing; the answers were graded from {file}").format(notebook=path.name, file=NAME)
        return
    except (CourseError, OSError) as problem:
        message = _("{notebook} was not read, {problem}; the answers were graded from {file}")
        yield message.format(notebook=path.name, problem=problem, file=NAME)
        return
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        yield _("{notebook} is broken; the answers were graded from {file}").format(notebook=path.name, file=NAME)
        return
    known = [(grade_id, kind, text) for grade_id, kind, text in sent if grade_id in released]
    ids = [grade_id for grade_id, _kind, _text in known]
    counts = Counter(ids)
    differences = {
        _MISSING: [grade_id for grade_id in released if not counts[grade_id]],
        _TWICE: [grade_id for grade_id in released if counts[grade_id] > 1],
        _STRANGE: [grade_id for grade_id, _kind, _text in sent if grade_id and grade_id not in released],
        _OTHER_TYPE: [grade_id for grade_id, kind, _text in known if kind != released[grade_id][0]],
        _CHANGED: [grade_id for grade_id, _kind, text in known if text != released[grade_id][1]],
    }
    for message, which in differences.items():
        if which:
            names = ", ".join(repr(name[:40]) for name in which[:5]) + (" …" if len(which) > 5 else "")
            yield _(message).format(notebook=path.name, names=names, file=NAME)
    if ids != sorted(ids, key=list(released).index):
        message = _("{notebook} has its cells in another order; the answers were graded from {file}")
        yield message.format(notebook=path.name, file=NAME)


def _grade_id(cell: dict[str, Any]) -> str:
    return str(cell.get("metadata", {}).get("nbgrader", {}).get("grade_id", ""))


def _released(source: Notebook) -> Released:
    """Every nbgrader cell as nbgrader's own release step leaves it."""
    steps = (ClearHiddenTests(), ClearMarkScheme())
    released = {}
    for place, cell in enumerate(source.content.cells):
        if "nbgrader" in cell.metadata:
            left = deepcopy(cell)
            for step in steps:
                left, _ = step.preprocess_cell(left, {}, place)
            released[cell.metadata.nbgrader.grade_id] = (cell.cell_type, left.source.strip())
    return released
