"""A template and what to fill it with → pages, by the Typst compiler: no network, the same bytes for the same words."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.language import _, direction, language
from helpers.paper.told import licence, told

if TYPE_CHECKING:
    import typst

_TEMPLATES = Path(__file__).parent


def _imprint() -> dict[str, Any]:
    """What every sheet says of itself."""
    return {
        "lang": language(),
        "dir": direction(),
        "author": _("The Resolution 53/137 course authors"),
        "course": _("Resolution 53/137, an interactive course"),
        "licence": licence(),
        "told": told(),
    }


@cache
def _fonts() -> typst.Fonts:
    """Fonts that are the same everywhere: the typesetter's own for the resolution's words, matplotlib's for ours."""
    import matplotlib
    import typst

    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=True, font_paths=[f"{matplotlib.get_data_path()}/fonts/ttf"]
    )


def _settings(template: str, data: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "input": _TEMPLATES / f"{template}.typ",
        "root": _TEMPLATES,
        "font_paths": _fonts(),
        "ignore_system_fonts": True,
        "sys_inputs": {"data": json.dumps(_imprint() | dict(data))},
    }


def pdf(template: str, data: Mapping[str, Any]) -> bytes:
    """Typeset a document: tagged for screen readers (PDF/UA-1), with title, language and author, its fonts embedded.

    Parameters
    ----------
    template : str
        Which of the templates beside this module: ``"handout"``, ``"answers"``, ``"cards"``, ``"tables"``, ``"text"``.
    data : mapping
        What the template prints, ``title`` among it. Every text is set as it is: no character of it is a command.

    Examples
    --------
    >>> pdf("tables", {"title": "#none", "head": [], "rows": [], "note": "", "numbers": False})[:5]
    b'%PDF-'
    """
    import typst

    made: bytes = typst.compile(**_settings(template, data), format="pdf", pdf_standards=["ua-1"])
    return made


def pages(template: str, data: Mapping[str, Any]) -> int:
    """How many pages the document has; parameters as for :func:`pdf`.

    Examples
    --------
    >>> pages("tables", {"title": "Nothing", "head": [], "rows": [], "note": "", "numbers": False})
    1
    """
    import typst

    return int(typst.query(**_settings(template, data), selector="<pages>", field="value", one=True))
