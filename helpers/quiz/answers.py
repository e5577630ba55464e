"""Answers to graded questions: data in ``answers.json`` beside the notebook, never code."""

from __future__ import annotations

import datetime
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

from helpers.errors import CourseError
from helpers.files import SavingError, UnfitFileError, read_regular, replace, saving

FORMAT = "resolution-53-137/answers"
VERSION = 1
#: The largest file of answers, in bytes, that is read or written.
LIMIT = 256 * 1024
NAME = "answers.json"


class AnswersError(CourseError):
    """Answers could not be read or saved; what was saved before is kept as it was."""


class DamagedAnswersError(AnswersError):
    """The file is there and is not a file of answers."""


def dumps(answers: Mapping[str, Any]) -> str:
    """Answers by question id as the text of a file.

    Examples
    --------
    >>> loads(dumps({"mh-organ": "The General Assembly"}).encode())
    {'mh-organ': 'The General Assembly'}
    """
    document = {"format": FORMAT, "version": VERSION, "answers": dict(sorted(answers.items()))}
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def loads(content: bytes) -> dict[str, Any]:
    """Answers by question id, from a file that anybody may have written.

    Raises
    ------
    DamagedAnswersError
        If it is not UTF-8, not JSON, names something twice, holds what is no number (``NaN``), is nested
        too deep, or is no file of answers.
    AnswersError
        If it comes from another version of the course.

    Examples
    --------
    >>> loads(b'{"a": 1, "a": 2}')
    Traceback (most recent call last):
    ...
    helpers.quiz.answers.DamagedAnswersError: it names 'a' twice
    """
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
        json.dumps(document, ensure_ascii=False).encode("utf-8")  # half a character, as "\\ud800", could not be shown
    except UnicodeError:
        raise DamagedAnswersError("it is not UTF-8 text") from None
    except RecursionError:
        raise DamagedAnswersError("it is nested too deep") from None
    except ValueError:
        raise DamagedAnswersError("it is not JSON") from None
    if not isinstance(document, dict) or document.get("format") != FORMAT:
        raise DamagedAnswersError("it is not a file of answers to this course")
    if document.get("version") != VERSION:
        raise AnswersError(f"it has version {str(document.get('version'))[:20]}, this course reads {VERSION}")
    answers = document.get("answers")
    if not isinstance(answers, dict):
        raise DamagedAnswersError("it holds no list of answers")
    return answers


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """One object; a name that stands in it twice would leave open which answer counts."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise DamagedAnswersError(f"it names {name[:60]!r} twice")
        found[name] = value
    return found


def _no_number(name: str) -> NoReturn:
    raise DamagedAnswersError(f"it holds {name}, which is no number")


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
        raise AnswersError(f"it cannot be read: {problem.strerror}") from None


@dataclass(frozen=True, slots=True)
class AnswerFile:
    """The answers of one folder, saved one by one.

    Every change reads the file anew under a lock and replaces it in one step, so two open tabs lose nothing.
    A damaged file is set aside under another name, never overwritten.

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

    def read(self) -> dict[str, Any]:
        """Every answer by question id.

        Raises
        ------
        AnswersError
            One line that names the file, what is wrong with it, and what to do.
        """
        try:
            return read_answers(self.folder)
        except DamagedAnswersError as problem:
            raise DamagedAnswersError(f"{self.path}: {problem}; it is set aside when you answer, and kept") from None
        except AnswersError as problem:
            raise AnswersError(f"{self.path}: {problem}; move it away to answer here") from None

    def record(self, question_id: str, answer: Any) -> None:
        """Save one answer; ``None`` takes it back. When this returns, the answer is on the disk.

        Raises
        ------
        AnswersError
            If it could not be saved.
        """
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with saving(self.folder / ".answers.lock"):
                answers = self._standing()
                if answer is None:
                    answers.pop(question_id, None)
                else:
                    answers[question_id] = answer
                content = dumps(answers).encode("utf-8")
                if len(content) > LIMIT:
                    raise AnswersError(f"your answers are longer than {LIMIT:,} bytes together; shorten the last one")
                replace(self.path, content, prefix=".answers-")
        except SavingError as problem:
            raise AnswersError(f"your answer is not saved: {problem}") from None
        except UnicodeEncodeError:
            raise AnswersError("your answer holds a character that cannot be saved; type it anew") from None
        except OSError as problem:
            reason = problem.strerror or problem
            raise AnswersError(f"your answer cannot be saved in {self.folder}: {reason}; free the folder") from None

    def _standing(self) -> dict[str, Any]:
        try:
            return self.read()
        except DamagedAnswersError:
            self.path.rename(self.folder / f"answers-damaged-{self.now():%Y%m%dT%H%M%S%f}.json")
            return {}
