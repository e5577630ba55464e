"""Reading a file that cannot be trusted, replacing one in a single step, and keeping other kernels off it."""

from __future__ import annotations

import errno
import os
import stat
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from helpers.drive import DRIVE
from helpers.errors import CourseError
from helpers.language import _

#: How long, in seconds, one kernel waits until another has saved.
PATIENCE = 10
#: A live page sets this variable when the browser keeps nothing for it: to the notebook's folder in the course.
FORGETFUL = "COURSE_FORGETFUL"


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
        raise UnfitFileError(_("it is larger than {limit} bytes").format(limit=f"{limit:,}"))
    return content


def _check(mode: int) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISLNK(mode):
        raise UnfitFileError(_("it is a link, not a file"))
    if stat.S_ISDIR(mode):
        raise UnfitFileError(_("it is a folder, not a file"))
    raise UnfitFileError(_("it is a device or pipe, not a file"))


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
    """Change what a folder holds while no other kernel does; the folder is made if it is not there.

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
        If another kernel did not let go in time, if the folder cannot be written, or if the browser forgets
        the folder with the page.

    Examples
    --------
    >>> with tempfile.TemporaryDirectory() as folder, saving(Path(folder) / ".lock"):
    ...     replace(Path(folder) / "a.txt", b"new")
    """
    try:
        if sys.platform == "emscripten":
            with _in_the_browser(lock.parent):
                yield
        else:
            lock.parent.mkdir(parents=True, exist_ok=True)
            with _locked(lock):
                yield
    except OSError as problem:
        raise SavingError(_why(problem, lock.parent)) from None


def forgetful(folder: Path) -> str:
    """Why a browser forgets a folder with the page, and what to do; empty where it is kept, and outside a browser.

    Examples
    --------
    >>> forgetful(Path("/lessons"))
    ''
    """
    if sys.platform == "emscripten" and (FORGETFUL in os.environ or not folder.is_relative_to(DRIVE)):
        return _(
            "this page cannot keep files; open the course in an ordinary window, not a private one, at an address that "
            "begins with https"
        )
    return ""


@contextmanager
def _in_the_browser(folder: Path) -> Iterator[None]:
    if problem := forgetful(folder):
        raise SavingError(problem)
    folder.mkdir(parents=True, exist_ok=True)
    yield


@contextmanager
def _locked(lock: Path) -> Iterator[None]:
    from filelock import FileLock, Timeout  # where there are no locks, importing it shows the reader a warning

    try:
        held = FileLock(lock).acquire(timeout=PATIENCE)
    except Timeout:
        said = _("another notebook is saving in {folder}; try again in a moment")
        raise SavingError(said.format(folder=lock.parent)) from None
    with held:
        yield


def _why(problem: OSError, folder: Path) -> str:
    """What keeps a file from being written, and what to do about it.

    Examples
    --------
    >>> _why(OSError(errno.ENOSPC, "No space left on device"), Path("/lessons"))
    'the disk is full; make room on it, then try again'
    """
    if sys.platform == "emscripten":  # the browser gives no reason
        return _("the browser did not take it; its storage is full or closed to this page: make room, then try again")
    if problem.errno in (errno.ENOSPC, errno.EDQUOT):
        return _("the disk is full; make room on it, then try again")
    if problem.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return _("{folder} is closed for writing; open it for writing, then try again").format(folder=folder)
    if problem.errno in (errno.EEXIST, errno.ENOTDIR):
        return _("{folder} is a file, not a folder; move it away, then try again").format(folder=folder)
    return _("{folder} cannot be written: {reason}").format(folder=folder, reason=problem.strerror or problem)
