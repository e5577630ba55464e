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
from helpers.quiz.answers import AnswersError, read_answers

_LARGEST = 20_000_000
_ANYWAY = "; the answers were graded from answers.json"

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
            return Submission(student, {}, False, None, ("the folder is a link and was not followed",))
        flaws: list[str] = []
        found: dict[str, Any] = {}
        readable = True
        try:
            found = read_answers(folder)
        except AnswersError as problem:
            readable = False
            flaws.append(f"answers.json was not read: {problem}")
        else:
            if not (folder / "answers.json").exists():
                flaws.append("there is no answers.json: nothing was answered")
        if any(folder.glob("answers-damaged-*.json")):
            flaws.append("an earlier file of answers was damaged and lies beside this one")
        for name, released in self._released.items():
            flaws += (f"{name} {flaw}" for flaw in _notebook_flaws(folder / name, released))
        time = _time(folder / "timestamp.txt", flaws)
        answers = {question_id: found[question_id] for question_id in sorted(self._asked & set(found))}
        return Submission(student, answers, readable, time, tuple(flaws))


def _time(path: Path, flaws: list[str]) -> datetime.datetime | None:
    try:
        moment: datetime.datetime = parse_utc(read_regular(path, 200).decode("ascii").strip())
    except FileNotFoundError:
        return None
    except (CourseError, OSError, ValueError, OverflowError):
        flaws.append("timestamp.txt was not read: whether it came late is not known")
        return None
    return moment


def _notebook_flaws(path: Path, released: Released) -> Iterator[str]:
    """How a submitted notebook differs from what was released."""
    try:
        cells = json.loads(read_regular(path, _LARGEST))["cells"]
        sent = [(_grade_id(cell), str(cell["cell_type"]), "".join(cell["source"]).strip()) for cell in cells]
    except FileNotFoundError:
        yield f"is missing{_ANYWAY}"
        return
    except (CourseError, OSError) as problem:
        yield f"was not read, {problem}{_ANYWAY}"
        return
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError):
        yield f"is broken{_ANYWAY}"
        return
    known = [(grade_id, kind, text) for grade_id, kind, text in sent if grade_id in released]
    ids = [grade_id for grade_id, _, _ in known]
    counts = Counter(ids)
    differences = {
        "are missing": [grade_id for grade_id in released if not counts[grade_id]],
        "stand there more than once": [grade_id for grade_id in released if counts[grade_id] > 1],
        "are not of this assignment": [grade_id for grade_id, _, _ in sent if grade_id and grade_id not in released],
        "have another type": [grade_id for grade_id, kind, _ in known if kind != released[grade_id][0]],
        "were changed": [grade_id for grade_id, _, text in known if text != released[grade_id][1]],
    }
    for what, which in differences.items():
        if which:
            names = ", ".join(repr(name[:40]) for name in which[:5])
            yield f"has cells that {what}: {names}{' …' if len(which) > 5 else ''}{_ANYWAY}"
    if ids != sorted(ids, key=list(released).index):
        yield f"has its cells in another order{_ANYWAY}"


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
