"""The map itself: outlines and dots, each filled by how far its State has come."""

from __future__ import annotations

from collections.abc import Container, Iterator
from functools import cache

import htpy as h

from helpers.explore.outlines import VIEW, outlines, projected
from helpers.treaty import Standing, State, Status, participants, standing

#: Signs as fillings of the drawing; a blank area keeps the page's own colour.
_FILLS = {
    Standing.PARTY: "map-party",
    Standing.CONTRACTING: "map-striped",
    Standing.SIGNED: "map-dotted",
    Standing.NONE: None,
}

#: Everything in the drawing is in these units; the page decides how large it stands.
_BOX = " ".join(map(str, VIEW))


@cache
def by_code() -> dict[str, State]:
    """The States of the table by their three-digit UN codes, as the outlines name them.

    Examples
    --------
    >>> by_code()["484"].name, len(set(by_code()) - set(outlines()))
    ('Mexico', 6)
    """
    return {f"{state.m49:03d}": state for state in participants()}


def fill(which: Standing) -> str | None:
    """The filling of a standing, as an attribute of a shape of the drawing; none for no step."""
    name = _FILLS[which]
    return f"url(#{name})" if name else None


def drawing(found: Status, label: str, known: Container[str], chosen: str = "") -> h.Element:
    """The live map: each shape keeps its id, so that a new day changes nothing but fillings.

    Parameters
    ----------
    found : Status
        The day it shows.
    label : str
        What it shows, in words.
    known : container of str
        The codes of the shapes that may be picked; each sends the event ``pick``.
    chosen : str, optional
        The code of the shape with a thick outline.
    """
    return h.svg(".res-map", viewBox=_BOX, role="img", aria_label=label)[
        _patterns(), list(_shapes(found, known, chosen))
    ]


def still_drawing(found: Status) -> str:
    """The map as an SVG file that needs no stylesheet: for print, and where no kernel runs."""
    style = "path,circle{stroke:#555;stroke-width:1}:not([fill]){fill:#fff}.res-map-ink{fill:#0072b2;stroke:none}"
    return str(
        h.svg(xmlns="http://www.w3.org/2000/svg", viewBox=_BOX)[h.style[style], _patterns(), list(_shapes(found, ()))]
    )


def _patterns() -> h.Element:
    """The fillings; their colours stand in the stylesheet, so that they follow the theme."""
    box = {"width": "8", "height": "8", "patternUnits": "userSpaceOnUse"}
    return h.defs[
        h.pattern(id="map-party", **box)[h.rect(".res-map-ink", width="8", height="8")],
        h.pattern(id="map-striped", patternTransform="rotate(45)", **box)[
            h.rect(".res-map-ink", width="3.5", height="8")
        ],
        h.pattern(id="map-dotted", **box)[h.circle(".res-map-ink", cx="4", cy="4", r="2")],
    ]


def _shapes(found: Status, known: Container[str], chosen: str = "") -> Iterator[h.Element]:
    """Outlines, then dots; the chosen one last, so that its thick outline lies on top of its neighbours."""
    last: list[h.Element] = []
    for code, path in outlines().items():
        shape = h.path(d=path, **_marks(code, found, known, chosen))
        if code == chosen:
            last.append(shape)
        else:
            yield shape
    for code, state in by_code().items():
        if code not in outlines():
            x, y = projected(state.longitude, state.latitude)
            yield h.circle(cx=f"{x:.0f}", cy=f"{y:.0f}", r="9", **_marks(code, found, known, chosen))
    yield from last


def _marks(code: str, found: Status, known: Container[str], chosen: str) -> dict[str, str | None]:
    state = by_code().get(code)
    return {
        "id": f"map{code}",
        "class": "res-chosen" if code == chosen else None,
        "fill": fill(standing(state, found)) if state else None,
        "data-send": "pick" if code in known else None,
        "data-value": code if code in known else None,
    }
