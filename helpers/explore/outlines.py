"""Outlines of countries: from TopoJSON to paths of a drawing, in a projection that keeps areas true."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import Any

from helpers.errors import DataError
from helpers.resources import read_text

_FILE = "maps/countries-110m.json"

#: Width of the whole world in units of the drawing, and the part of it in which there is land: x, y, width, height.
WIDTH = 1400
VIEW = (50, 0, 1320, 606)

#: The map is cut in the Bering Strait, where it parts no country of the file but islands.
_CENTRE = 11.0
_ANTARCTICA = "010"
_SOUTH, _NORTH = -57.0, 84.0

#: Rings smaller than this, in square units of the drawing, are left out unless a country has no larger one.
_SPECK = 2.0

Point = tuple[float, float]


def projected(longitude: float, latitude: float) -> Point:
    """Where a place lies in the drawing, y downwards: the Equal Earth projection (Šavrič, Patterson, Jenny, 2018).

    Examples
    --------
    >>> [round(part) for part in projected(11.0, 0.0)], [round(part) for part in projected(-99.1, 19.4)]
    ([700, 338], [283, 237])
    """
    x, y = _equal_earth(longitude - _CENTRE, latitude)
    (left, _), (_, top) = _equal_earth(-180.0, 0.0), _equal_earth(0.0, _NORTH)
    scale = WIDTH / (-2 * left)
    return (x - left) * scale, (top - y) * scale


def _equal_earth(longitude: float, latitude: float) -> Point:
    a1, a2, a3, a4 = 1.340264, -0.081106, 0.000893, 0.003796
    t = math.asin(math.sqrt(3) / 2 * math.sin(math.radians(latitude)))
    t2, t6 = t * t, t**6
    x = 2 * math.sqrt(3) * math.radians(longitude) * math.cos(t)
    x /= 3 * (9 * a4 * t6 * t2 + 7 * a3 * t6 + 3 * a2 * t2 + a1)
    return x, t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2))


@cache
def outlines() -> dict[str, str]:
    """The outline of each country as the ``d`` of an SVG path, by its three-digit UN code.

    Countries without a code in the file have a key that begins with a hyphen. Antarctica is left out.

    Raises
    ------
    DataError
        The file is missing or damaged.

    Examples
    --------
    >>> paths = outlines()
    >>> len(paths), paths["484"][:1], paths["484"][-1:]
    (176, 'M', 'z')
    """
    try:
        topology = json.loads(read_text(_FILE))
        arcs = [list(_arc(arc, topology["transform"])) for arc in topology["arcs"]]
        found: dict[str, str] = {}
        for place, geometry in enumerate(topology["objects"]["countries"]["geometries"]):
            code = geometry.get("id", f"-{place}")
            if code != _ANTARCTICA:
                found[code] = _path(_rings(geometry, arcs))
    except (ValueError, KeyError, TypeError, IndexError) as problem:
        reason = f"{type(problem).__name__}: {problem}"
        raise DataError(f"map {_FILE} is damaged ({reason}); restore it from the course's repository") from None
    return found


def _arc(arc: list[list[int]], transform: dict[str, Any]) -> Iterator[Point]:
    """An arc's points in degrees: TopoJSON stores the steps from one to the next in whole units."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    x = y = 0
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        yield x * kx + dx, y * ky + dy


def _rings(geometry: dict[str, Any], arcs: list[list[Point]]) -> Iterator[list[Point]]:
    """The rings of a country in degrees; a negative arc number means the arc read backwards."""
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        for ring in polygon:
            points: list[Point] = []
            for number in ring:
                arc = arcs[number] if number >= 0 else arcs[~number][::-1]
                points += arc[1:] if points else arc
            yield _unwound(points)


def _unwound(ring: list[Point]) -> list[Point]:
    """A ring without leaps across 180 degrees, on the side of the map where most of it lies."""
    turn, unwound = 0.0, ring[:1]
    for (before, _), (longitude, latitude) in pairwise(ring):
        turn += 360.0 * ((longitude - before < -180) - (longitude - before > 180))
        unwound.append((longitude + turn, latitude))
    middle = sum(longitude for longitude, _ in unwound) / len(unwound)
    shift = -360.0 * math.floor((middle - _CENTRE + 180.0) / 360.0)
    return [(longitude + shift, latitude) for longitude, latitude in unwound]


def _path(rings: Iterator[list[Point]]) -> str:
    """Rings as a path in whole units and relative steps, which is short; specks are dropped."""
    drawn = []
    for ring in rings:
        points = [projected(x, min(max(y, _SOUTH), _NORTH)) for x, y in ring]
        whole = [(round(x), round(y)) for x, y in points]
        kept = [point for point, before in zip(whole, [None, *whole], strict=False) if point != before]
        drawn.append((abs(_area(points)), kept))
    largest = max(area for area, _ in drawn)
    return "".join(_ring(points) for area, points in drawn if area >= min(_SPECK, largest))


def _area(points: list[Point]) -> float:
    return sum(a * d - b * c for (a, b), (c, d) in pairwise(points)) / 2


def _ring(points: list[tuple[int, int]]) -> str:
    steps = " ".join(f"{c - a} {d - b}" for (a, b), (c, d) in pairwise(points[:-1]))
    return f"M{points[0][0]} {points[0][1]}l{steps or '1 0 0 1'}z".replace(" -", "-")
