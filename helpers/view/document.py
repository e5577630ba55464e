"""A page of its own, as a file: feedback, reports, hand-outs for the screen."""

from __future__ import annotations

from importlib.resources import files

import htpy as h
from markupsafe import Markup

from helpers.language import direction, language

_STYLE = (files("helpers.view") / "course.css").read_text("utf-8")


def document(title: str, content: h.Element) -> h.Element:
    """A whole page that needs nothing else and loads nothing: no script, no font, no picture.

    Examples
    --------
    >>> "script" in str(document("Masthead", h.main["…"])).replace("script-src", "")
    False
    """
    return h.html(lang=language(), dir=direction())[
        h.head[
            h.meta(charset="utf-8"),
            h.meta(name="viewport", content="width=device-width, initial-scale=1"),
            h.meta(
                http_equiv="Content-Security-Policy",
                content="default-src 'none'; style-src 'unsafe-inline'; img-src data:",
            ),
            h.meta(name="color-scheme", content="light dark"),
            h.title[title],
            h.style[Markup(_STYLE)],
        ],
        h.body(".res-page.res-view")[content],
    ]
