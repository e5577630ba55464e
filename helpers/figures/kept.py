"""Figures that were drawn before: the web edition carries them along, so that no reader loads what draws them."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from functools import wraps
from pathlib import Path

from helpers.figures.picture import Picture
from helpers.language import language

#: Where a site's Python keeps them; an installation and a checkout have no such folder and draw.
FOLDER = Path(__file__).parent / "drawn"


def kept(draw: Callable[[], Picture]) -> Callable[[], Picture]:
    """The figure as it was drawn when the site was built, in the reader's language; drawn now where none is kept.

    Examples
    --------
    >>> @kept
    ... def empty() -> Picture:
    ...     return Picture("<svg/>", "Nothing", "Invented")
    >>> empty().alt
    'Nothing'
    """

    @wraps(draw)
    def shown() -> Picture:
        path = FOLDER / file_name(draw.__name__)
        return Picture(**json.loads(path.read_text("utf-8"))) if path.is_file() else draw()

    return shown


def file_name(figure: str) -> str:
    """What the file of a figure is called in the language that is spoken.

    Examples
    --------
    >>> file_name("reach")
    'reach.en.json'
    """
    return f"{figure}.{language()}.json"


def packed(picture: Picture) -> bytes:
    """The figure as the content of its file.

    Examples
    --------
    >>> packed(Picture("<svg/>", "Nothing", "Invented"))
    b'{"svg": "<svg/>", "alt": "Nothing", "source": "Invented"}'
    """
    return json.dumps(asdict(picture)).encode()
