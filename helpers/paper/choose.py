"""Which lessons somebody means, and where what is printed goes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from helpers.errors import CourseError
from helpers.files import replace
from helpers.language import _
from helpers.lessons.book import Book


def choose(books: Sequence[Book], names: Iterable[str]) -> tuple[Book, ...]:
    """The lessons with these numbers or names, in the course's order; all of them if none is named.

    Parameters
    ----------
    books : sequence of Book
        The lessons there are.
    names : iterable of str
        As people type them: ``"2"``, ``"02"``, ``"02_anatomy"`` or ``"02_anatomy.ipynb"``.

    Raises
    ------
    CourseError
        If one names no lesson; the message lists those there are.

    Examples
    --------
    >>> from helpers.lessons import read_books
    >>> from helpers.resources import lessons_path
    >>> [book.file for book in choose(read_books(lessons_path()), ["2", "00"])]
    ['00_start_here.ipynb', '02_anatomy.ipynb']
    """
    known = {book.file.removesuffix(".ipynb"): book for book in books}
    chosen = []
    for name in names:
        wanted = Path(name).name.removesuffix(".ipynb")
        number = f"{int(wanted):02}_" if wanted.isdecimal() and wanted.isascii() else None
        found = [book for stem, book in known.items() if stem == wanted or (number and stem.startswith(number))]
        if not found:
            none, some = (
                _("there is no lesson {name}; there are none"),
                _("there is no lesson {name}; there are {names}"),
            )
            raise CourseError((some if known else none).format(name=repr(name), names=", ".join(known)))
        chosen += found
    return tuple(book for book in books if book in chosen or not chosen)


def ready(path: Path) -> None:
    """Make sure that a file can be written there before the work begins; its folder is made if it is not there.

    Raises
    ------
    CourseError
        If it cannot.

    Examples
    --------
    >>> ready(Path("/dev/null/kit.zip"))
    Traceback (most recent call last):
    ...
    helpers.errors.CourseError: /dev/null is a file, not a folder; name another place with --out
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise CourseError(_("{path} is a folder, not a file; name a file with --out").format(path=path))
    except (FileExistsError, NotADirectoryError):
        message = _("{path} is a file, not a folder; name another place with --out")
        raise CourseError(message.format(path=path.parent)) from None
    except OSError as problem:
        raise _unwritten(path, problem) from None


def save(path: Path, content: bytes) -> Path:
    """Write a file in one step, as far as :func:`ready` allows.

    Raises
    ------
    CourseError
        If it cannot be written.
    """
    ready(path)
    try:
        replace(path, content)
    except OSError as problem:
        raise _unwritten(path, problem) from None
    return path


def _unwritten(path: Path, problem: OSError) -> CourseError:
    message = _("{path} cannot be written: {reason}; name another place with --out")
    return CourseError(message.format(path=path, reason=problem.strerror))
