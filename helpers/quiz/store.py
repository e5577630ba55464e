"""Progress in a file: every answer written at once, atomically, and safe between two open lessons."""

from __future__ import annotations

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpers.errors import CourseError
from helpers.files import SavingError, UnfitFileError, read_regular, replace, saving
from helpers.language import _
from helpers.quiz import document
from helpers.quiz.unsaved import UnwrittenError, held, hold, let_go

FORMAT = "resolution-53-137/progress"
VERSION = 1
#: The version of the file that learners take home (:mod:`helpers.quiz.travel`): it holds more than one folder's.
VERSION_AT_HOME = 2
#: The largest progress file, in bytes, that is read or written.
LIMIT = 1_000_000
NAME = "progress.json"


class ProgressError(CourseError):
    """Progress could not be read or saved; nothing that was saved before is lost."""


class DamagedProgressError(ProgressError):
    """The file is there and is no progress of this course."""


@dataclass(frozen=True, slots=True)
class Saved:
    """One question's record: the latest answer, its credit, the first credit, tries, and when (UTC, ISO 8601)."""

    answer: Any
    credit: float
    first: float
    tries: int
    when: str


@dataclass(frozen=True, slots=True)
class Progress:
    """Every question answered so far, by id."""

    answers: Mapping[str, Saved] = field(default_factory=dict)

    def with_answer(self, question_id: str, answer: Any, credit: float, when: str) -> Progress:
        """The progress after one more try at a question.

        Examples
        --------
        >>> p = Progress().with_answer("a", "no", 0.0, "2026-01-01").with_answer("a", "yes", 1.0, "2026-01-02")
        >>> p.answers["a"].credit, p.answers["a"].first, p.answers["a"].tries
        (1.0, 0.0, 2)
        """
        before = self.answers.get(question_id)
        first, tries = (before.first, before.tries) if before else (credit, 0)
        now = Saved(answer, credit, first, tries + 1, when)
        return Progress({**self.answers, question_id: now})

    def merged(self, other: Progress) -> Progress:
        """Both together; where both answered a question, the later answer stays.

        Examples
        --------
        >>> home = Progress().with_answer("a", "no", 0.0, "2026-01-01")
        >>> here = Progress().with_answer("a", "yes", 1.0, "2026-01-02")
        >>> home.merged(here).answers["a"].answer, here.merged(home).answers["a"].answer
        ('yes', 'yes')
        """
        together = dict(self.answers)
        for question_id, saved in other.answers.items():
            mine = together.get(question_id)
            if mine is None or saved.when > mine.when:
                together[question_id] = saved
        return Progress(together)


def written(progress: Progress) -> dict[str, dict[str, Any]]:
    """Progress as a file holds it, by question."""
    return {
        question_id: {name: getattr(saved, name) for name in Saved.__slots__}
        for question_id, saved in sorted(progress.answers.items())
    }


def dumps(progress: Progress) -> str:
    """Progress as the text of a file.

    Examples
    --------
    >>> loads(dumps(Progress().with_answer("a", "yes", 1.0, "2026-01-01T00:00:00Z")).encode()).answers["a"].answer
    'yes'
    """
    return document.write(FORMAT, VERSION, answers=written(progress))


def loads(content: bytes) -> Progress:
    """Progress from a file that anybody may have written.

    Raises
    ------
    helpers.quiz.document.VersionError
        If it comes from another version of the course.
    DamagedProgressError
        If it is anything else: one line says what is wrong.

    Examples
    --------
    >>> loads(b"[]")
    Traceback (most recent call last):
    ...
    helpers.quiz.store.DamagedProgressError: it is not a progress file of this course
    """
    try:
        found = document.read(content, FORMAT, (VERSION,))
    except document.VersionError:
        raise
    except document.OtherFormatError:
        raise DamagedProgressError(_("it is not a progress file of this course")) from None
    except document.DocumentError as problem:
        raise DamagedProgressError(str(problem)) from None
    return progress_in(found.get("answers"))


def progress_in(answers: object) -> Progress:
    """Progress from the list of answers that a file holds.

    Raises
    ------
    DamagedProgressError
        If it is no such list: one line names the question.
    """
    if not isinstance(answers, dict):
        raise DamagedProgressError(_("it holds no list of answers"))
    return Progress({question_id: _saved(raw, question_id) for question_id, raw in answers.items()})


def _saved(raw: Any, question_id: str) -> Saved:
    named = repr(question_id[:60])
    try:
        answer, when = raw["answer"], raw["when"]
        credit, first, tries = float(raw["credit"]), float(raw["first"]), int(raw["tries"])
    except (TypeError, KeyError, ValueError, OverflowError):
        raise DamagedProgressError(_("its record of question {id} is incomplete").format(id=named)) from None
    good = isinstance(when, str) and 0 <= credit <= 1 and 0 <= first <= 1 and tries >= 1
    if not good or not isinstance(answer, str | list):
        raise DamagedProgressError(_("its record of question {id} holds impossible values").format(id=named))
    return Saved(tuple(answer) if isinstance(answer, list) else answer, credit, first, tries, when)


@dataclass(frozen=True, slots=True)
class Store:
    """The progress file of one folder of lessons.

    Every change reads the file anew under a lock that other kernels respect, and replaces it in one step:
    two lessons open at once lose nothing, and a crash leaves the file of before or of after. A damaged file is set
    aside under another name, one of another version is left alone. What cannot be written waits in this kernel.

    Parameters
    ----------
    folder : Path
        Where the lessons stand; the file is ``progress.json`` in it.
    now : callable
        Gives the time of an answer as text that sorts by time.
    """

    folder: Path
    now: Callable[[], str] = lambda: datetime.datetime.now(datetime.UTC).isoformat(timespec="milliseconds")

    @property
    def path(self) -> Path:
        """The progress file."""
        return self.folder / NAME

    @property
    def waiting(self) -> dict[str, Saved]:
        """What this kernel could not write yet, by question id."""
        return held(self.path)

    def read(self) -> Progress:
        """What is saved and what waits to be; empty where nothing is.

        Raises
        ------
        ProgressError
            If the file is there and cannot be read; it is left as it is.
        """
        return self._on_disk().merged(Progress(self.waiting))

    def _on_disk(self) -> Progress:
        try:
            return loads(read_regular(self.path, LIMIT))
        except FileNotFoundError:
            return Progress()
        except DamagedProgressError as problem:
            said = _("{path} is damaged: {problem}; it is set aside when you answer, and kept")
            raise DamagedProgressError(said.format(path=self.path, problem=problem)) from None
        except document.VersionError as problem:
            said = _("{path} is a file taken home; move it away, and bring it back with the button in lesson 0")
            home = problem.found == VERSION_AT_HOME
            raise ProgressError(said.format(path=self.path) if home else problem.left_alone(self.path)) from None
        except UnfitFileError as problem:
            said = _("{path} cannot be read: {problem}; move it away to start anew")
            raise ProgressError(said.format(path=self.path, problem=problem)) from None
        except OSError as problem:
            said = _("{path} cannot be read: {problem}")
            raise ProgressError(said.format(path=self.path, problem=problem.strerror or problem)) from None

    def record(self, question_id: str, answer: Any, credit: float) -> Progress:
        """Save one try at a question and give the whole progress.

        Raises
        ------
        ProgressError
            If it could not be saved. It waits in this kernel, and the next answer that can be saved takes it along.
        """
        when = self.now()
        try:
            return self._change(lambda before: before.with_answer(question_id, answer, credit, when))
        except UnwrittenError as problem:
            try:
                known = self.read()
            except ProgressError:
                known = Progress(self.waiting)
            hold(self.path, question_id, known.with_answer(question_id, answer, credit, when).answers[question_id])
            raise ProgressError(_("your answer is not saved: {problem}").format(problem=problem)) from None

    def restore(self, brought: Progress) -> Progress:
        """Add progress brought from elsewhere; nothing saved here is lost.

        Raises
        ------
        ProgressError
            If it could not be saved; nothing is changed.
        """
        try:
            return self._change(lambda before: before.merged(brought))
        except UnwrittenError as problem:
            raise ProgressError(_("your answers are not brought back: {problem}").format(problem=problem)) from None

    def _change(self, change: Callable[[Progress], Progress]) -> Progress:
        try:
            with saving(self.folder / ".progress.lock"):
                waiting = self.waiting
                after = change(self._standing().merged(Progress(waiting)))
                content = dumps(after).encode("utf-8")
                if len(content) > LIMIT:
                    said = _("your answers are longer than {limit} bytes together; nothing is added to them")
                    raise ProgressError(said.format(limit=f"{LIMIT:,}"))
                replace(self.path, content, prefix=".progress-")
        except SavingError as problem:
            raise UnwrittenError(str(problem)) from None
        except UnicodeEncodeError:
            raise ProgressError(_("your answer holds a character that cannot be saved; type it anew")) from None
        let_go(self.path, waiting)
        return after

    def _standing(self) -> Progress:
        try:
            return self._on_disk()
        except DamagedProgressError:
            moment = re.sub(r"\D", "", self.now())
            self.path.rename(self.folder / f"progress-damaged-{moment}.json")
            return Progress()
        except ProgressError as problem:
            raise UnwrittenError(str(problem)) from None
