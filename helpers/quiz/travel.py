"""The one file that takes home what was answered, in lessons and in assignments, and brings it back."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpers.errors import CourseError
from helpers.files import FORGETFUL, forgetful
from helpers.language import _
from helpers.quiz import document
from helpers.quiz.answers import AnswerFile, AnswersError, Difference
from helpers.quiz.catalog import SHELVES, is_lessons, places
from helpers.quiz.store import (
    FORMAT,
    LIMIT,
    VERSION,
    VERSION_AT_HOME,
    DamagedProgressError,
    Progress,
    ProgressError,
    Store,
    progress_in,
    written,
)

#: What the file is called.
NAME = "resolution-53-137.json"
#: The place of the lessons themselves; every other place is a folder beside them, as ``assignments/masthead``.
LESSONS = "."


@dataclass(frozen=True, slots=True)
class Luggage:
    """What one file holds: by place, practice with its credit, and answers that nobody has marked yet.

    A place where nothing was answered takes no room in it.
    """

    practice: Mapping[str, Progress] = field(default_factory=dict)
    answers: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        object.__setattr__(self, "practice", {place: one for place, one in self.practice.items() if one.answers})
        object.__setattr__(self, "answers", {place: given for place, given in self.answers.items() if given})

    @property
    def places(self) -> set[str]:
        """Where anything was answered."""
        return {*self.practice, *self.answers}


@dataclass(frozen=True, slots=True)
class Brought:
    """What became of a file: so many answers are here, and what is not, by place.

    ``differing`` are the questions that are answered here otherwise, ``unknown`` the places that are not here, and
    ``failed`` says why nothing could be added to a place.
    """

    count: int
    differing: Mapping[str, tuple[Difference, ...]]
    unknown: tuple[str, ...]
    failed: tuple[str, ...]


def pack(folder: Path) -> tuple[Luggage, tuple[str, ...]]:
    """Everything that was answered beside a notebook, and in the course around it, saved or waiting to be.

    Parameters
    ----------
    folder : Path
        Where the notebook stands.

    Returns
    -------
    Luggage
        What a file can take home.
    tuple of str
        One line for each file that cannot be read; what is in it is not in the luggage.
    """
    practice: dict[str, Progress] = {}
    answers: dict[str, Mapping[str, Any]] = {}
    unread: list[str] = []
    for place, kept in _around(folder).items():
        store, file = Store(kept), AnswerFile(kept)
        try:
            practice[place] = store.read()
        except ProgressError as problem:
            unread.append(str(problem))
            practice[place] = Progress(store.waiting)
        try:
            answers[place] = file.read()
        except AnswersError as problem:
            unread.append(str(problem))
            answers[place] = {question: answer for question, answer in file.waiting.items() if answer is not None}
    return Luggage(practice, answers), tuple(unread)


def _around(folder: Path) -> dict[str, Path]:
    """The folders of the course that a notebook is part of, by place."""
    if forgetful(folder):  # a page that keeps nothing has this one folder, and its name tells nothing
        return {os.environ.get(FORGETFUL) or LESSONS: folder}
    for lessons in (folder, folder.parent.parent):
        if is_lessons(lessons):
            return {LESSONS: lessons, **places(lessons)}
    shelf = folder.parent.name if folder.parent.name in SHELVES else SHELVES[0]
    return {f"{shelf}/{folder.name}": folder}  # an assignment that somebody took out of the course


def dumps(luggage: Luggage) -> str:
    """The text of the file.

    Raises
    ------
    ProgressError
        If it would be larger than what can be brought back.

    Examples
    --------
    >>> taken = Luggage(answers={"assignments/masthead": {"mh-organ": "The General Assembly"}})
    >>> loads(dumps(taken)).answers
    {'assignments/masthead': {'mh-organ': 'The General Assembly'}}
    """
    folders: dict[str, dict[str, Any]] = {}
    for place, progress in luggage.practice.items():
        if place != LESSONS:
            folders.setdefault(place, {})["practice"] = written(progress)
    for place, answers in luggage.answers.items():
        folders.setdefault(place, {})["answers"] = dict(sorted(answers.items()))
    practised = written(luggage.practice.get(LESSONS, Progress()))
    text = document.write(FORMAT, VERSION_AT_HOME, answers=practised, folders=folders)
    if len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        said = _(
            "your answers are longer than {limit} bytes together and fit in no file; shorten the longest text, or copy "
            "the whole folder where you can"
        )
        raise ProgressError(said.format(limit=f"{LIMIT:,}"))
    return text


def loads(text: str, where: str = "") -> Luggage:
    """What a file holds that anybody may have written.

    Parameters
    ----------
    text : str
        The file.
    where : str, optional
        What it is called.

    Raises
    ------
    ProgressError
        If it is not such a file: what is wrong, and what to do.

    Examples
    --------
    >>> loads("[]", "notes.json")
    Traceback (most recent call last):
    ...
    helpers.quiz.store.ProgressError: notes.json is not a progress file of this course; choose resolution-53-137.json
    """
    where = where or _("the file")
    content = text.encode("utf-8", "surrogatepass")
    if len(content) > LIMIT:
        raise ProgressError(too_large(where))
    try:
        return _unpacked(document.read(content, FORMAT, (VERSION, VERSION_AT_HOME)))
    except document.OtherFormatError:
        said = _("{where} is not a progress file of this course; choose {name}")
        raise ProgressError(said.format(where=where, name=NAME)) from None
    except document.VersionError as problem:
        said = _("{where} is of another version: {problem}; update the course or reload the page, then bring it back")
        raise ProgressError(said.format(where=where, problem=problem)) from None
    except (document.DocumentError, DamagedProgressError) as problem:
        said = _("{where} is damaged: {problem}; choose an earlier copy")
        raise ProgressError(said.format(where=where, problem=problem)) from None


def _unpacked(found: Mapping[str, Any]) -> Luggage:
    """What the object in a file says; only what has the right form."""
    practice, answers = {LESSONS: progress_in(found.get("answers"))}, {}
    folders = found.get("folders", {})
    if not isinstance(folders, dict):
        raise DamagedProgressError(_("it holds no list of folders"))
    for place, kept in folders.items():
        if not isinstance(kept, dict) or not isinstance(given := kept.get("answers", {}), dict):
            said = _("what it holds for the folder {name} is no list of answers")
            raise DamagedProgressError(said.format(name=repr(place[:60])))
        if "practice" in kept:
            practice[place] = progress_in(kept["practice"])
        answers[place] = {question: answer for question, answer in given.items() if answer is not None}
    return Luggage(practice, answers)


def too_large(where: str) -> str:
    """What is said of a file that is larger than any that the course gives.

    Examples
    --------
    >>> too_large("cat.png")
    'cat.png is larger than 1,000,000 bytes and cannot be progress of this course'
    """
    said = _("{where} is larger than {limit} bytes and cannot be progress of this course")
    return said.format(where=where, limit=f"{LIMIT:,}")


def bring(lessons: Path, luggage: Luggage) -> Brought:
    """Add what a file holds to what is here; nothing that is here is lost.

    In practice the later answer stays. An answer to an assignment carries no time: the one that is here stays.

    Parameters
    ----------
    lessons : Path
        The folder of the lessons. Only folders that stand in it already are added to, whatever the file names.
    luggage : Luggage
        What was read from the file.
    """
    here = {LESSONS: lessons, **places(lessons)}
    count = 0
    differing: dict[str, tuple[Difference, ...]] = {}
    failed: list[str] = []
    for place in [place for place in here if place in luggage.places]:
        try:
            if practised := luggage.practice.get(place):
                Store(here[place]).restore(practised)
                count += len(practised.answers)
            if answers := luggage.answers.get(place):
                differs = AnswerFile(here[place]).restore(answers)
                count += len(answers) - len(differs)
                differing |= {place: differs} if differs else {}
        except CourseError as problem:
            failed.append(str(problem))
    return Brought(count, differing, tuple(sorted(luggage.places - here.keys())), tuple(failed))


def choose(lessons: Path, differing: Mapping[str, tuple[Difference, ...]], *, brought: bool) -> None:
    """Let the file's answers stand where they differ, or again those that were here.

    Raises
    ------
    CourseError
        If they cannot be saved.
    """
    for place, differences in differing.items():
        AnswerFile(lessons / place).choose(differences, brought=brought)
