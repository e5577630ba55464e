"""Reading a file that cannot be trusted, and replacing one in a single step."""

from __future__ import annotations

import os
import stat
import tempfile
from pathlib import Path

from helpers.errors import CourseError


class UnfitFileError(CourseError):
    """A file that is not read: a link, a folder, a pipe, or larger than it may be. The message says which."""


def read_regular(path: Path, limit: int) -> bytes:
    """The content of an ordinary file; a link is not followed and a pipe is not waited for.

    Parameters
    ----------
    path : Path
        The file.
    limit : int
        The largest size in bytes.

    Raises
    ------
    UnfitFileError
        If something else stands there, or the file is larger.
    FileNotFoundError
        If nothing stands there.
    OSError
        If it cannot be read.

    Examples
    --------
    >>> read_regular(Path("/"), 10)
    Traceback (most recent call last):
    ...
    helpers.files.UnfitFileError: it is a folder, not a file
    """
    # The path is looked at first, because Windows has no O_NOFOLLOW, and the open file again, because between the
    # two somebody may have put another in its place.
    _check(path.lstat().st_mode)
    quiet = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(path, os.O_RDONLY | quiet), "rb") as file:
        _check(os.fstat(file.fileno()).st_mode)
        content = file.read(limit + 1)
    if len(content) > limit:
        raise UnfitFileError(f"it is larger than {limit:,} bytes")
    return content


def _check(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    what = "a link" if stat.S_ISLNK(mode) else "a folder" if stat.S_ISDIR(mode) else "a device or pipe"
    raise UnfitFileError(f"it is {what}, not a file")


def replace(path: Path, content: bytes, prefix: str = ".half-") -> None:
    """Write a file in one step: readers, and whoever starts after a crash, see the old one or the new one whole.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     replace(Path(folder) / "a.txt", b"new")
    ...     (Path(folder) / "a.txt").read_bytes()
    b'new'
    """
    handle, name = tempfile.mkstemp(prefix=prefix, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, 0o644)
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
