"""Which notebooks of a folder are lessons, and in which language: ``01_name.ipynb``, or ``01_name.fr.ipynb``."""

from __future__ import annotations

import re
from pathlib import Path

#: The lesson that opens first, with the list of all.
FIRST = "00_start_here.ipynb"
_TRANSLATION = re.compile(r"(?P<lesson>.+)\.(?P<language>[a-z]{2,3})\.ipynb")


def language_of(name: str) -> str:
    """The language of a lesson, from the name of its file.

    Examples
    --------
    >>> language_of("00_start_here.ipynb"), language_of("00_start_here.fr.ipynb")
    ('en', 'fr')
    """
    found = _TRANSLATION.fullmatch(name)
    return found["language"] if found else "en"


def original(name: str) -> str:
    """The file of the English lesson, from the name of any of its translations or from its own.

    Examples
    --------
    >>> original("00_start_here.fr.ipynb"), original("00_start_here.ipynb")
    ('00_start_here.ipynb', '00_start_here.ipynb')
    """
    found = _TRANSLATION.fullmatch(name)
    return f"{found['lesson']}.ipynb" if found else name


def lessons_in(folder: Path, language: str = "en") -> list[Path]:
    """The lessons of a folder, in the order of their numbers: each once, translated where it is, else in English.

    Examples
    --------
    >>> from helpers.resources import lessons_path
    >>> [path.name for path in lessons_in(lessons_path())][:2]
    ['00_start_here.ipynb', '01_masthead.ipynb']
    """
    lessons = {path.name: path for path in sorted(folder.glob("[0-9][0-9]_*.ipynb")) if language_of(path.name) == "en"}
    told = {original(path.name): path for path in translations(folder) if language_of(path.name) == language}
    return [told.get(name, path) for name, path in lessons.items()]


def translations(folder: Path) -> list[Path]:
    """The translated lessons of a folder, of every language."""
    return [path for path in sorted(folder.glob("[0-9][0-9]_*.ipynb")) if language_of(path.name) != "en"]
