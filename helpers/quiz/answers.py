"""Answers to graded questions: data in ``answers.json`` beside the notebook, never code."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.errors import CourseError
from helpers.files import SavingError, UnfitFileError, read_regular, replace, saving
from helpers.language import _
from helpers.quiz import document
from helpers.quiz.unsaved import UnwrittenError, held, hold, let_go

FORMAT = "resolution-53-137/answers"
VERSION = 1
#: The largest file of answers, in bytes, that is read or written.
LIMIT = 256 * 1024
NAME = "answers.json"


class AnswersError(CourseError):
    """Answers could not be read or saved; what was saved before is kept as it was."""


class DamagedAnswersError(AnswersError):
    """The file is there and is not a file of answers."""


class OtherAnswersError(AnswersError):
    """The file is of another version of the course; ``version`` says which."""

    def __init__(self, version: document.VersionError) -> None:
        super().__init__(str(version))
        self.version = version


def dumps(answers: Mapping[str, Any]) -> str:
    """Answers by question id as the text of a file.

    Examples
    --------
    >>> loads(dumps({"mh-organ": "The General Assembly"}).encode())
    {'mh-organ': 'The General Assembly'}
    """
    return document.write(FORMAT, VERSION, answers=dict(sorted(answers.items())))


def loads(content: bytes) -> dict[str, Any]:
    """Answers by question id, from a file that anybody may have written.

    Raises
    ------
    DamagedAnswersError
        If it is not UTF-8, not JSON, names something twice, holds what is no number (``NaN``), is nested
        too deep, or is no file of answers.
    OtherAnswersError
        If it comes from another version of the course.

    Examples
    --------
    >>> loads(b'{"a": 1, "a": 2}')
    Traceback (most recent call last):
    ...
    helpers.quiz.answers.DamagedAnswersError: it names 'a' twice
    """
    try:
        found = document.read(content, FORMAT, (VERSION,))
    except document.VersionError as problem:
        raise OtherAnswersError(problem) from None
    except document.OtherFormatError:
        raise DamagedAnswersError(_("it is not a file of answers to this course")) from None
    except document.DocumentError as problem:
        raise DamagedAnswersError(str(problem)) from None
    answers = found.get("answers")
    if not isinstance(answers, dict):
        raise DamagedAnswersError(_("it holds no list of answers"))
    return answers


def read_answers(folder: Path) -> dict[str, Any]:
    """What a folder's file of answers holds; empty where there is none.

    Raises
    ------
    AnswersError
        If something stands there that is not read; the message says what, and nothing is changed.
    """
    try:
        return loads(read_regular(folder / NAME, LIMIT))
    except FileNotFoundError:
        return {}
    except UnfitFileError as problem:
        raise AnswersError(str(problem)) from None
    except OSError as problem:
        raise AnswersError(_("it cannot be read: {problem}").format(problem=problem.strerror or problem)) from None


@dataclass(frozen=True, slots=True)
class Difference:
    """One question that is answered here otherwise than in a file that was brought."""

    question: str
    here: Any
    brought: Any


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """The answers of one folder, saved one by one.

    Every change reads the file anew under a lock and replaces it in one step, so two open tabs lose nothing.
    A damaged file is set aside under another name, never overwritten. What cannot be written waits in this kernel.

    Parameters
    ----------
    folder : Path
        Where the notebook stands.
    now : callable
        Gives the moment that a damaged file's new name carries.
    """

    folder: Path
    now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC)

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / NAME

    @property
    def waiting(self) -> dict[str, Any]:
        """What this kernel could not write yet, by question id; ``None`` takes an answer back."""
        return held(self.path)

    def read(self) -> dict[str, Any]:
        """Every answer by question id, with what waits to be written.

        Raises
        ------
        AnswersError
            One line that names the file, what is wrong with it, and what to do.
        """
        return _together(self._on_disk(), self.waiting)

    def _on_disk(self) -> dict[str, Any]:
        try:
            return read_answers(self.folder)
        except DamagedAnswersError as problem:
            said = _("{path}: {problem}; it is set aside when you answer, and kept")
            raise DamagedAnswersError(said.format(path=self.path, problem=problem)) from None
        except OtherAnswersError as problem:
            raise AnswersError(problem.version.left_alone(self.path)) from None
        except AnswersError as problem:
            said = _("{path}: {problem}; move it away to answer here")
            raise AnswersError(said.format(path=self.path, problem=problem)) from None

    def record(self, question_id: str, answer: Any) -> None:
        """Save one answer; ``None`` takes it back. When this returns, the answer is on the disk.

        Raises
        ------
        AnswersError
            If it could not be saved. It waits in this kernel, and the next answer that can be saved takes it along.
        """
        try:
            self._change(lambda before: _together(before, {question_id: answer}))
        except UnwrittenError as problem:
            hold(self.path, question_id, json.loads(json.dumps(answer)))  # as the file would give it back
            raise AnswersError(_("your answer is not saved: {problem}").format(problem=problem)) from None

    def restore(self, brought: Mapping[str, Any]) -> tuple[Difference, ...]:
        """Add answers brought from elsewhere; an answer that stands here stays.

        Returns
        -------
        tuple of Difference
            The questions whose answer here is another one.

        Raises
        ------
        AnswersError
            If they could not be saved; nothing is changed.
        """
        differing: tuple[Difference, ...] = ()

        def add(before: dict[str, Any]) -> dict[str, Any]:
            nonlocal differing
            differing = tuple(
                Difference(question, before[question], answer)
                for question, answer in brought.items()
                if question in before and before[question] != answer
            )
            return {**brought, **before}

        self._bring(add)
        return differing

    def choose(self, differences: Collection[Difference], *, brought: bool) -> None:
        """Let the brought answers stand, or again those that stood here before; one that was changed since stays.

        Raises
        ------
        AnswersError
            If they could not be saved; nothing is changed.
        """
        self._bring(
            lambda before: (
                before
                | {
                    one.question: one.brought if brought else one.here
                    for one in differences
                    if before.get(one.question) in (one.here, one.brought)
                }
            )
        )

    def _bring(self, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        try:
            self._change(change)
        except UnwrittenError as problem:
            raise AnswersError(_("your answers are not brought back: {problem}").format(problem=problem)) from None

    def _change(self, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
        try:
            with saving(self.folder / ".answers.lock"):
                waiting = self.waiting
                content = dumps(change(_together(self._standing(), waiting))).encode("utf-8")
                if len(content) > LIMIT:
                    said = _("your answers are longer than {limit} bytes together; shorten one of them")
                    raise AnswersError(said.format(limit=f"{LIMIT:,}"))
                replace(self.path, content, prefix=".answers-")
        except SavingError as problem:
            raise UnwrittenError(str(problem)) from None
        except UnicodeEncodeError:
            raise AnswersError(_("your answer holds a character that cannot be saved; type it anew")) from None
        let_go(self.path, waiting)

    def _standing(self) -> dict[str, Any]:
        try:
            return self._on_disk()
        except DamagedAnswersError:
            self.path.rename(self.folder / f"answers-damaged-{self.now():%Y%m%dT%H%M%S%f}.json")
            return {}
        except AnswersError as problem:
            raise UnwrittenError(str(problem)) from None


def _together(before: Mapping[str, Any], changes: Mapping[str, Any]) -> dict[str, Any]:
    """Answers after some changes, of which ``None`` takes an answer back."""
    return {question: answer for question, answer in {**before, **changes}.items() if answer is not None}
