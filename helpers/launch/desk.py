"""The learner's folder, complete: lessons, assignments, and what is for studying alone."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from helpers import __version__
from helpers.errors import CourseError
from helpers.language import _
from helpers.launch.workspace import is_as_delivered, refresh
from helpers.resources import assignments_path, lessons_path

#: Where a learner's folder is, if nobody names another.
HOME = Path("~/resolution-53-137")


def located(folder: Path) -> Path:
    """The folder that a person means, which may begin with ``~``.

    Raises
    ------
    CourseError
        If there is no such place.

    Examples
    --------
    >>> located(Path("~nobody-of-that-name/lessons"))
    Traceback (most recent call last):
    ...
    helpers.errors.CourseError: ~nobody-of-that-name/lessons cannot be found: ...; name another folder with --dir
    """
    try:
        return folder.expanduser().resolve()
    except RuntimeError as problem:  # ~somebody who has no account, or links that lead in a circle
        message = _("{folder} cannot be found: {reason}; name another folder with --dir")
        raise CourseError(message.format(folder=folder, reason=problem)) from None


def prepare(folder: Path, *, self_study: bool = False) -> tuple[str, ...]:
    """Bring the lessons and the assignments in a learner's folder up to date.

    Parameters
    ----------
    folder : Path
        The learner's folder; made if it is not there.
    self_study : bool
        Whether the editions with keys and reasons come too: for people who study alone, never for a class.

    Returns
    -------
    tuple of str
        What was kept because the learner changed it.

    Raises
    ------
    CourseError
        If the folder cannot be made or written.
    """
    kept = list(refresh(lessons_path(), folder).kept)
    for shelf in ("assignments", "self-study") if self_study else ("assignments",):
        for source in _sources():
            own, mark = folder / shelf / source.name, _mark(source)
            if is_as_delivered(own, mark):
                continue
            with tempfile.TemporaryDirectory(prefix="course-") as made:
                _make(shelf, source, Path(made))
                names = refresh(Path(made), own, mark).kept
            kept += [f"{shelf}/{source.name}/{name}" for name in names]
    return tuple(kept)


def _sources() -> Iterator[Path]:
    return (path for path in sorted(assignments_path().glob("[!.]*")) if path.is_dir())


def _mark(source: Path) -> str:
    """What stays the same as long as an edition made of these notebooks would be the same."""
    mark = hashlib.sha256(__version__.encode())
    for path in sorted(source.glob("[!.]*.ipynb")):
        mark.update(path.read_bytes())
    return mark.hexdigest()


def _make(shelf: str, source: Path, folder: Path) -> None:
    # What reads and checks notebooks takes a second to load, and most starts of the course have nothing to make.
    from helpers.grading.editions import keyless, self_study, write
    from helpers.grading.source import read_assignment

    write(self_study if shelf == "self-study" else keyless, read_assignment(source), folder)
