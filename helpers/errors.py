"""The course's own exceptions: each message is one line a reader can act on."""

from __future__ import annotations


class CourseError(Exception):
    """Something a person can mend: the message says what is wrong, where, and what to do.

    Commands print the message alone and exit with status 1; no traceback is shown
    for a user's mistake.

    Examples
    --------
    >>> raise CourseError("port 80 is reserved; choose one above 1023 with --port")
    Traceback (most recent call last):
    ...
    helpers.errors.CourseError: port 80 is reserved; choose one above 1023 with --port
    """


class DataError(CourseError):
    """A file that ships with the course is missing or damaged."""


class ParseError(CourseError, ValueError):
    """No resolution was found in a text.

    Parameters
    ----------
    reason : str
        What was looked for and not found, and what to do.
    line : int
        The line (counted from 1) at which the search ended.

    Examples
    --------
    >>> str(ParseError("the text is empty; paste a whole resolution", line=1))
    'line 1: the text is empty; paste a whole resolution'
    """

    def __init__(self, reason: str, line: int) -> None:
        from helpers.language import _  # it raises errors of ours, so it cannot be imported before them

        super().__init__(_("line {line}: {reason}").format(line=line, reason=reason))
        self.reason = reason
        self.line = line
