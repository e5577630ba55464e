"""The learner's own copy of the course: made from what the package ships, never over their work."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from helpers.errors import CourseError
from helpers.files import replace
from helpers.language import _

#: What was delivered when, so that a later start can tell the learner's changes from ours.
MANIFEST = ".course.json"
_HALF = ".course-half-"


@dataclass(frozen=True, slots=True)
class Report:
    """What a refresh did, as file names: newly written, brought up to date, and kept because they were changed."""

    new: tuple[str, ...]
    updated: tuple[str, ...]
    kept: tuple[str, ...]


def refresh(shipped: Path, folder: Path, mark: str = "") -> Report:
    """Bring the lessons in a folder up to date and leave alone what the learner changed.

    Parameters
    ----------
    shipped : Path
        The lessons as the package ships them.
    folder : Path
        The learner's folder; made if it is not there.
    mark : str, optional
        What the shipped lessons were made of, for :func:`is_as_delivered` to compare later.

    Returns
    -------
    Report
        What was written and what was kept.

    Raises
    ------
    CourseError
        If the folder cannot be made or written; each file is replaced in one step, so none is half-written.

    Notes
    -----
    A notebook counts as changed when a cell's source, type or place differs from what was delivered.
    Outputs and metadata do not count: running a lesson changes them. Ours replace theirs when the shipped file is new.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        message = _("{folder} is a file, not a folder; name another with --dir")
        raise CourseError(message.format(folder=folder)) from None
    except OSError as problem:
        message = _("{folder} cannot be made: {reason}; name another with --dir")
        raise CourseError(message.format(folder=folder, reason=problem.strerror)) from None
    try:
        return _refresh(shipped, folder, mark)
    except OSError as problem:
        message = _("the lessons cannot be written to {folder}: {reason}; name another folder with --dir")
        raise CourseError(message.format(folder=folder, reason=problem.strerror)) from None


def _refresh(shipped: Path, folder: Path, mark: str) -> Report:
    for half in folder.glob(f"{_HALF}*"):
        half.unlink()  # what a start that was cut off left behind
    delivered, files = _noted(folder, "delivered"), _noted(folder, "files")
    new, updated, kept = [], [], []
    # Notebooks only: a maintainer's own progress may lie beside the lessons of a checkout.
    for source in sorted(shipped.glob("[!.]*.ipynb")):
        target, content = folder / source.name, source.read_bytes()
        now, file = fingerprint(source.name, content), hashlib.sha256(content).hexdigest()
        if target.is_symlink() or target.is_dir():
            kept.append(source.name)
            continue
        there = target.read_bytes() if target.exists() else None
        theirs = None if there is None else fingerprint(source.name, there)
        if theirs is None:
            new.append(source.name)
        elif theirs not in (now, delivered.get(source.name)):
            kept.append(source.name)
            continue
        elif there != content and (theirs != now or files.get(source.name) != file):
            updated.append(source.name)
        if source.name in (*new, *updated):
            replace(target, content, _HALF)
        delivered[source.name], files[source.name] = now, file
    listed = {"delivered": delivered, "files": files, "of": "" if kept else mark}
    replace(folder / MANIFEST, (json.dumps(listed, indent=1, sort_keys=True) + "\n").encode(), _HALF)
    return Report(tuple(new), tuple(updated), tuple(kept))


def is_as_delivered(folder: Path, mark: str) -> bool:
    """Whether everything of that mark was delivered into a folder and stands there as it was: nothing is to be done.

    Examples
    --------
    >>> is_as_delivered(Path("/dev/null"), "3f2a")
    False
    """
    if _listed(folder).get("of") != mark:
        return False
    try:
        return all(
            not (folder / name).is_symlink() and fingerprint(name, (folder / name).read_bytes()) == was
            for name, was in _noted(folder, "delivered").items()
        )
    except OSError:
        return False


def _noted(folder: Path, what: str) -> dict[str, str]:
    """What an earlier start delivered, by name; a damaged or missing list means that nothing is known to be ours."""
    try:
        return {str(name): str(mark) for name, mark in _listed(folder)[what].items()}
    except (KeyError, AttributeError):
        return {}


def _listed(folder: Path) -> dict[str, Any]:
    try:
        listed = json.loads((folder / MANIFEST).read_text("utf-8"))
        return listed if isinstance(listed, dict) else {}
    except (OSError, ValueError):
        return {}


def fingerprint(name: str, content: bytes) -> str:
    """What stays the same as long as a reader has changed nothing.

    Examples
    --------
    >>> ran = b'{"cells": [{"cell_type": "code", "source": ["1+1"], "outputs": [2]}]}'
    >>> new = b'{"cells": [{"cell_type": "code", "source": "1+1", "outputs": []}]}'
    >>> fingerprint("a.ipynb", ran) == fingerprint("a.ipynb", new)
    True
    """
    if name.endswith(".ipynb"):
        try:
            cells = json.loads(content)["cells"]
            content = json.dumps([(cell["cell_type"], "".join(cell["source"])) for cell in cells]).encode()
        except (ValueError, KeyError, TypeError):
            pass  # not a notebook any more: compared byte by byte
    return hashlib.sha256(content).hexdigest()
