"""Progress in a file: every answer written at once, atomically, and safe between two open lessons."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from helpers.errors import CourseError
from helpers.files import SavingError, UnfitFileError, read_regular, replace, saving

FORMAT = "resolution-53-137/progress"
VERSION = 1
#: The largest progress file, in bytes, that is read or written.
LIMIT = 1_000_000


class ProgressError(CourseError):
    """Progress could not be read or saved; nothing that was saved before is lost."""


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


def dumps(progress: Progress) -> str:
    """Progress as the text of a file, for people to keep and for :func:`loads`.

    Examples
    --------
    >>> loads(dumps(Progress().with_answer("a", "yes", 1.0, "2026-01-01T00:00:00Z"))).answers["a"].answer
    'yes'
    """
    answers = {
        question_id: {name: getattr(saved, name) for name in Saved.__slots__}
        for question_id, saved in sorted(progress.answers.items())
    }
    document = {"format": FORMAT, "version": VERSION, "answers": answers}
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def loads(text: str, where: str = "the file") -> Progress:
    """Read the text of a progress file.

    Raises
    ------
    ProgressError
        If it is not a progress file of this version: what is wrong, where, and what to do.

    Examples
    --------
    >>> loads("[]")
    Traceback (most recent call last):
    ...
    helpers.quiz.store.ProgressError: the file is not a progress file of this course; choose progress.json
    """
    if len(text.encode("utf-8", "surrogatepass")) > LIMIT:
        raise ProgressError(f"{where} is larger than {LIMIT:,} bytes and cannot be progress of this course")
    try:
        document = json.loads(text)
    except (ValueError, RecursionError):
        raise ProgressError(f"{where} is damaged: it is not JSON; choose an earlier copy") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise ProgressError(f"{where} is not a progress file of this course; choose progress.json")
    if document.get("version") != VERSION:
        raise ProgressError(
            f"{where} has version {document.get('version')!r}, this course reads {VERSION}; update the course"
        )
    answers = document.get("answers")
    if not isinstance(answers, dict):
        raise ProgressError(f"{where} is damaged: it holds no list of answers; choose an earlier copy")
    return Progress({str(i): _saved(raw, f"{where}, question {i!r}") for i, raw in answers.items()})


def _saved(raw: Any, where: str) -> Saved:
    try:
        answer, when = raw["answer"], raw["when"]
        credit, first, tries = float(raw["credit"]), float(raw["first"]), int(raw["tries"])
    except (TypeError, KeyError, ValueError, OverflowError):
        raise ProgressError(f"{where}: the record is incomplete; choose an earlier copy") from None
    good = isinstance(when, str) and 0 <= credit <= 1 and 0 <= first <= 1 and tries >= 1
    if not good or not isinstance(answer, str | list):
        raise ProgressError(f"{where}: the record holds impossible values; choose an earlier copy")
    return Saved(tuple(answer) if isinstance(answer, list) else answer, credit, first, tries, when)


@dataclass(frozen=True, slots=True)
class Store:
    """The progress file of one folder of lessons.

    Every change reads the file anew under a lock that other kernels respect, and replaces it in one step:
    two lessons open at once lose nothing, and a crash leaves the file of before or of after.

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
        return self.folder / "progress.json"

    def read(self) -> Progress:
        """What is saved; empty where nothing is.

        Raises
        ------
        ProgressError
            If the file is there and cannot be read; it is left as it is.
        """
        try:
            return loads(read_regular(self.path, LIMIT).decode("utf-8"), str(self.path))
        except FileNotFoundError:
            return Progress()
        except UnfitFileError as problem:
            raise ProgressError(f"{self.path} cannot be read: {problem}; move it away to start anew") from None
        except UnicodeDecodeError:
            raise ProgressError(f"{self.path} is damaged: it is not UTF-8 text; move it away to start anew") from None
        except OSError as problem:
            raise ProgressError(f"{self.path} cannot be read: {problem.strerror}") from None

    def record(self, question_id: str, answer: Any, credit: float) -> Progress:
        """Save one try at a question and give the whole progress."""
        return self._change(lambda before: before.with_answer(question_id, answer, credit, self.now()))

    def restore(self, brought: Progress) -> Progress:
        """Add progress brought from elsewhere; nothing saved here is lost."""
        return self._change(lambda before: before.merged(brought))

    def _change(self, change: Callable[[Progress], Progress]) -> Progress:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with saving(self.folder / ".progress.lock"):
                after = change(self.read())
                replace(self.path, dumps(after).encode("utf-8"), prefix=".progress-")
        except SavingError as problem:
            raise ProgressError(f"your answer is not saved: {problem}") from None
        except OSError as problem:
            raise ProgressError(
                f"your answer cannot be saved in {self.folder}: {problem.strerror or problem}; "
                "free the folder for writing, or download your progress in lesson 00"
            ) from None
        return after
