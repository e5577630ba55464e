"""Load a resolution that ships with the course."""

from __future__ import annotations

import re
from functools import cache

from helpers.errors import CourseError
from helpers.language import _
from helpers.resolution.model import Resolution
from helpers.resolution.parse import parse
from helpers.resources import data_path, read_text

_FOLDER = "resolutions"


def load(symbol: str = "A/RES/53/137") -> Resolution:
    """Read a packaged resolution by its symbol; the second reading costs nothing.

    Parameters
    ----------
    symbol : str
        For instance ``"A/RES/53/137"``; capitals and blanks do not matter, and ``"53/137"`` will do.

    Returns
    -------
    Resolution
        The same frozen record each time.

    Raises
    ------
    CourseError
        If no such resolution ships with the course; the message lists those that do.

    Examples
    --------
    >>> load("53/137").masthead.number
    '53/137'
    """
    key = re.sub(r"\s+", "", symbol).lower() if isinstance(symbol, str) else ""
    names = {name.replace("_", "/").lower(): name for name in _names()}
    for wanted in (key, f"a/res/{key}"):
        if wanted in names:
            return _read(names[wanted])
    known = ", ".join(sorted(name.upper() for name in names))
    message = _("no resolution {symbol} ships with the course; choose one of: {names}")
    raise CourseError(message.format(symbol=repr(str(symbol)[:60]), names=known))


def _names() -> list[str]:
    return sorted(path.stem for path in data_path(_FOLDER).glob("*.txt"))


@cache
def _read(name: str) -> Resolution:
    return parse(read_text(f"{_FOLDER}/{name}.txt"))
