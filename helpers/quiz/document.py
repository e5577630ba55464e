"""A file of data that anybody may have written: strict JSON that says what it is and in which version."""

from __future__ import annotations

import json
import math
from collections.abc import Collection
from pathlib import Path
from typing import Any, NoReturn

from helpers.errors import CourseError
from helpers.language import _


class DocumentError(CourseError):
    """The content is not what it should be; the message says how, in words that follow the file's name."""


class OtherFormatError(DocumentError):
    """It is data, of another kind."""


class VersionError(DocumentError):
    """The content is of a version that this course does not read.

    Parameters
    ----------
    found : object
        The version that it names.
    known : collection of int
        Those that are read.
    """

    def __init__(self, found: object, known: Collection[int]) -> None:
        reads = ", ".join(map(str, known))
        super().__init__(
            _("it has version {found}, this course reads {reads}").format(found=f"{found}"[:20], reads=reads)
        )
        self.found = found
        self.newer = isinstance(found, int) and found > max(known)

    def left_alone(self, path: Path) -> str:
        """What a reader is told of such a file beside the notebook.

        Examples
        --------
        >>> VersionError(9, (1,)).left_alone(Path("answers.json"))
        'answers.json is of a newer course: it has version 9, this course reads 1; it stays as it is: reload the page \
or update the course'
        """
        if self.newer:
            said = _("{path} is of a newer course: {problem}; it stays as it is: reload the page or update the course")
        else:
            said = _("{path}: {problem}; move it away to answer here")
        return said.format(path=path, problem=self)


def write(format: str, version: int, **content: Any) -> str:
    """The text of a file.

    Examples
    --------
    >>> read(write("a/b", 1, answers={"x": "ä"}).encode(), "a/b", (1,))["answers"]
    {'x': 'ä'}
    """
    document = {"format": format, "version": version, **content}
    return json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def read(content: bytes, format: str, versions: Collection[int]) -> dict[str, Any]:
    """The object that a file holds.

    Parameters
    ----------
    content : bytes
        The file.
    format : str
        What it must say that it is.
    versions : collection of int
        Those that are read.

    Raises
    ------
    VersionError
        If it is such a file, in another version.
    OtherFormatError
        If it is another kind of file.
    DocumentError
        If it is not UTF-8, not JSON, names something twice, holds what is no finite number (``NaN``, ``1e999``), or is
        nested too deep.

    Examples
    --------
    >>> read(b'{"a": 1, "a": 2}', "a/b", (1,))
    Traceback (most recent call last):
    ...
    helpers.quiz.document.DocumentError: it names 'a' twice
    """
    try:
        text = content.decode("utf-8-sig")
        document = json.loads(text, object_pairs_hook=_once, parse_constant=_no_number, parse_float=_finite)
        json.dumps(document, ensure_ascii=False).encode("utf-8")  # half a character, as "\\ud800", could not be shown
    except UnicodeError:
        raise DocumentError(_("it is not UTF-8 text")) from None
    except RecursionError:
        raise DocumentError(_("it is nested too deep")) from None
    except ValueError:
        raise DocumentError(_("it is not JSON")) from None
    if not isinstance(document, dict) or document.get("format") != format:
        raise OtherFormatError(_("it is not a file of this course"))
    if "version" not in document:
        raise DocumentError(_("it does not say its version"))
    version = document["version"]
    if isinstance(version, bool) or version not in versions:
        raise VersionError(version, versions)
    return document


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """One object; a name that stands in it twice would leave open which value counts."""
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise DocumentError(_("it names {name} twice").format(name=repr(name[:60])))
        found[name] = value
    return found


def _finite(figures: str) -> float:
    """A number that can be written again: 1e999 would come back as infinity."""
    number = float(figures)
    return number if math.isfinite(number) else _no_number(figures)


def _no_number(name: str) -> NoReturn:
    raise DocumentError(_("it holds {name}, which is no number").format(name=name))
