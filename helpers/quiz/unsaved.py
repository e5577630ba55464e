"""What this kernel could not write: kept until it can be, so that a full disk loses nothing that was answered."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from helpers.errors import CourseError


class UnwrittenError(CourseError):
    """A file cannot be written now, and what was to be written is fit to be: it may wait. The message says why."""


#: Per file, the latest of each question that the file does not hold yet. It lives as long as the kernel.
_held: dict[Path, dict[str, Any]] = {}


def hold(path: Path, question_id: str, value: Any) -> None:
    """Keep what could not be written to a file.

    Examples
    --------
    >>> hold(Path("a.json"), "mh-organ", "The General Assembly")
    >>> held(Path("a.json"))
    {'mh-organ': 'The General Assembly'}
    >>> let_go(Path("a.json"), held(Path("a.json")))
    >>> held(Path("a.json"))
    {}
    """
    _held.setdefault(path, {})[question_id] = value


def held(path: Path) -> dict[str, Any]:
    """What waits for a file, by question."""
    return dict(_held.get(path, {}))


def let_go(path: Path, written: Mapping[str, Any]) -> None:
    """Forget what has been written; what was answered meanwhile, by another thread, still waits."""
    waiting = _held.get(path, {})
    for question_id, value in written.items():
        if waiting.get(question_id) is value:
            del waiting[question_id]
