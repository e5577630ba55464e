"""What the building of a site needs beside the course."""

from __future__ import annotations

from helpers.errors import CourseError
from helpers.language import _


def missing(what: str) -> CourseError:
    """The error for a program or package that is not there.

    Examples
    --------
    >>> print(missing("Sphinx"))
    Sphinx is not installed here; run: pip install "resolution-53-137[site]"
    """
    message = _("{what} is not installed here; run: {command}")
    return CourseError(message.format(what=what, command='pip install "resolution-53-137[site]"'))
