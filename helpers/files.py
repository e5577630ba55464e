"""Reading a file that cannot be trusted, replacing one in a single step, and keeping other kernels off it."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.errors import CourseError

#: How long, in seconds, one kernel waits until another has saved.
PATIENCE = 10
#: Where JupyterLite keeps what is to outlive the page; the rest of a browser kernel's files is memory.
DRIVE = Path("/drive")


class UnfitFileError(CourseError):
    """A file that is not read: a link, a folder, a pipe, or larger than it may be. The message says which."""


class SavingError(CourseError):
    """Nothing can be saved in a folder now. The message says why and what to do."""


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
    # The browser's drive takes any unusual flag for an intention to write, and on closing puts back what was read.
    kinds = ("O_NOFOLLOW", "O_NONBLOCK", "O_BINARY") if sys.platform != "emscripten" else ()
    quiet = sum(getattr(os, kind, 0) for kind in kinds)
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


@contextmanager
def saving(lock: Path) -> Iterator[None]:
    """Change what a folder holds while no other kernel does.

    In the browser edition one reader answers in one lesson at a time, and there is no lock to be had but a file that
    marks the folder as taken. It is not used: the browser's drive puts a file back that was removed while it was open,
    and every later answer would wait for a kernel that is long gone.

    Parameters
    ----------
    lock : Path
        A file of its own in the folder, which stands for the permission to save there.

    Raises
    ------
    SavingError
        If another kernel did not let go in time, or if the browser forgets the folder with the page.
    OSError
        If the folder cannot be written.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder, saving(Path(folder) / ".lock"):
    ...     replace(Path(folder) / "a.txt", b"new")
    """
    if sys.platform == "emscripten":
        if not lock.is_relative_to(DRIVE):
            raise SavingError("this page cannot keep files; open the course in an ordinary window, not a private one")
        yield
        return
    from filelock import FileLock, Timeout  # where there are no locks, importing it shows the reader a warning

    try:
        held = FileLock(lock).acquire(timeout=PATIENCE)
    except Timeout:
        raise SavingError(f"another notebook is saving in {lock.parent}; try again in a moment") from None
    with held:
        yield
