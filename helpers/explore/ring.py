"""A ring of steps, drawn: where a cycle stands and which way it turns."""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, radians, sin

import htpy as h

from helpers.language import _
from helpers.written import commas

_WIDTH, _HEIGHT, _X, _Y, _RADIUS = 330, 206, 165, 118, 74


def ring(steps: Sequence[str], current: int, centre: Sequence[str]) -> h.Element:
    """Draw a ring that turns clockwise and begins at the top.

    Parameters
    ----------
    steps : sequence of str
        The names of the steps, short.
    current : int
        Which of them is marked, counted from 0.
    centre : sequence of str
        Lines of text in the middle.

    Examples
    --------
    >>> str(ring(["report", "item", "resolution"], 1, ["session 53"])).count("<circle")
    4
    """
    turn = 360 / len(steps)
    angles = [-90 + turn * place for place in range(len(steps))]
    told = _("A ring of {number} steps: {steps}, and again. Marked: {marked}. {centre}.")
    here = told.format(number=len(steps), steps=commas(steps), marked=steps[current], centre=commas(centre))
    return h.svg(
        {
            "class": "res-ring",
            "viewBox": f"0 0 {_WIDTH} {_HEIGHT}",
            "width": _WIDTH,
            "height": _HEIGHT,
            "role": "img",
            "aria-label": here,
        }
    )[
        h.circle(cx=_X, cy=_Y, r=_RADIUS, class_="res-ring-line"),
        [_head(angle + turn / 2) for angle in angles],
        [_step(place, name, angles[place], place == current) for place, name in enumerate(steps)],
        [
            h.text(x=_X, y=_Y + 5 + 20 * place - 10 * (len(centre) - 1), text_anchor="middle")[line]
            for place, line in enumerate(centre)
        ],
    ]


def _point(angle: float, radius: float) -> tuple[int, int]:
    return round(_X + radius * cos(radians(angle))), round(_Y + radius * sin(radians(angle)))


def _head(angle: float) -> h.Element:
    """An arrow's head on the line, pointing clockwise."""
    x, y = _point(angle, _RADIUS)
    return h.path(
        {
            "class": "res-ring-head",
            "d": "M-5 -6l11 6l-11 6z",
            "transform": f"translate({x} {y}) rotate({angle + 90:.0f})",
        }
    )


def _step(place: int, name: str, angle: float, marked: bool) -> h.Node:
    """A numbered point with its name outside the ring; the marked one is larger, filled and bold."""
    x, y = _point(angle, _RADIUS)
    side, anchor = (0, "middle") if x == _X else (22, "start") if x > _X else (-22, "end")
    return h.g(class_=["res-ring-step", {"res-ring-here": marked}])[
        h.circle(cx=x, cy=y, r=15 if marked else 12),
        h.text(x=x, y=y + 5, text_anchor="middle")[str(place + 1)],
        h.text(class_="res-ring-name", x=x + side, y=y + 5 if side else y - 22, text_anchor=anchor)[name],
    ]
