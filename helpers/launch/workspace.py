"""The learner's own copy of the course: made from what the package ships, never over their work."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import CourseError
from helpers.files import replace

#: What was delivered when, so that a later start can tell the learner's changes from ours.
MANIFEST = ".course.json"
_HALF = ".course-half-"


@dataclass(frozen=True, slots=True)
class Report:
    """What a refresh did, as file names: newly written, brought up to date, and kept because they were changed."""

    new: tuple[str, ...]
    updated: tuple[str, ...]
    kept: tuple[str, ...]


def refresh(shipped: Path, folder: Path) -> Report:
    """Bring the lessons in a folder up to date and leave alone what the learner changed.

    Parameters
    ----------
    shipped : Path
        The lessons as the package ships them.
    folder : Path
        The learner's folder; made if it is not there.

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
    Outputs and metadata do not count: running a lesson changes them.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        raise CourseError(f"{folder} is a file, not a folder; name another with --dir") from None
    except OSError as problem:
        raise CourseError(f"{folder} cannot be made: {problem.strerror}; name another with --dir") from None
    try:
        return _refresh(shipped, folder)
    except OSError as problem:
        raise CourseError(
            f"the lessons cannot be written to {folder}: {problem.strerror}; name another folder with --dir"
        ) from None


def _refresh(shipped: Path, folder: Path) -> Report:
    for half in folder.glob(f"{_HALF}*"):
        half.unlink()  # what a start that was cut off left behind
    delivered = _delivered(folder)
    new, updated, kept = [], [], []
    # Notebooks only: a maintainer's own progress may lie beside the lessons of a checkout.
    for source in sorted(shipped.glob("[!.]*.ipynb")):
        target, content = folder / source.name, source.read_bytes()
        now = fingerprint(source.name, content)
        if target.is_symlink() or target.is_dir():
            kept.append(source.name)
            continue
        theirs = fingerprint(source.name, target.read_bytes()) if target.exists() else None
        if theirs is None:
            new.append(source.name)
        elif theirs not in (now, delivered.get(source.name)):
            kept.append(source.name)
            continue
        elif theirs != now:
            updated.append(source.name)
        if theirs != now:
            replace(target, content, _HALF)
        delivered[source.name] = now
    replace(folder / MANIFEST, (json.dumps({"delivered": delivered}, indent=1, sort_keys=True) + "\n").encode(), _HALF)
    return Report(tuple(new), tuple(updated), tuple(kept))


def _delivered(folder: Path) -> dict[str, str]:
    """What an earlier start delivered; a damaged or missing list means that nothing is known to be ours."""
    try:
        listed = json.loads((folder / MANIFEST).read_text("utf-8"))["delivered"]
        return {str(name): str(mark) for name, mark in listed.items()}
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
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
