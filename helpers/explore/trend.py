"""A few series over the same years, drawn as lines or as bars: text keeps its size on every screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from textwrap import wrap

import htpy as h

# Heights are in pixels and widths in per cent, so that a drawing fits a phone without shrinking its letters.
_TOP, _BOTTOM, _HEIGHT = 12, 270, 300
_LEFT, _RIGHT, _LABEL = 10.0, 56.0, 58.5
_LINE = 15
_LETTERS = 17


@dataclass(frozen=True, slots=True)
class Series:
    """A name, a value for each year, and how each value is written."""

    name: str
    values: tuple[float, ...]
    written: tuple[str, ...]


def ticks(largest: float) -> tuple[float, ...]:
    """Where the scale from zero has its lines: three or four round steps up to the largest value or beyond.

    Examples
    --------
    >>> ticks(56.9), ticks(0.231), ticks(0)
    ((0.0, 20.0, 40.0, 60.0), (0.0, 0.1, 0.2, 0.3), (0.0, 1.0))
    """
    if largest <= 0:
        return (0.0, 1.0)
    power = 1e-9
    while power * 10 <= largest:
        power *= 10
    step = next(s * power for s in (0.2, 0.25, 0.5, 1, 2, 2.5, 5) if s * power * 4 >= largest)
    count = next(n for n in range(1, 6) if n * step >= largest * (1 - 1e-9))
    return tuple(round(n * step, 12) for n in range(count + 1))


def spread(wanted: Sequence[float], heights: Sequence[float], top: float, bottom: float) -> list[float]:
    """Where labels go so that none covers another: near the wanted place, within the drawing.

    Parameters
    ----------
    wanted : sequence of float
        The middle each label would like to have.
    heights : sequence of float
        How tall each is.

    Examples
    --------
    >>> spread([50, 52, 200], [20, 20, 20], 0, 300)
    [50, 70, 200]
    >>> spread([295, 298], [20, 20], 0, 300)
    [270, 290]
    """
    order = sorted(range(len(wanted)), key=lambda n: wanted[n])
    placed = list(wanted)
    edge = top
    for n in order:
        placed[n] = max(placed[n], edge + heights[n] / 2)
        edge = placed[n] + heights[n] / 2
    edge = bottom
    for n in reversed(order):
        placed[n] = min(placed[n], edge - heights[n] / 2)
        edge = placed[n] - heights[n] / 2
    return [round(place) if float(place).is_integer() else round(place, 1) for place in placed]


def lines(series: Sequence[Series], years: Sequence[int], label: str, tick: Sequence[tuple[float, str]]) -> h.Element:
    """One line a series, named where it ends; each has its own colour and its own dashes.

    Parameters
    ----------
    series : sequence of Series
        Eight at most.
    years : sequence of int
        In order; they are set apart by their distance.
    label : str
        The drawing in words, for those who cannot see it.
    tick : sequence of (float, str)
        The lines of the scale, from zero, and what stands at them.
    """
    top = tick[-1][0]

    def across(year: int) -> float:
        return _LEFT + (_RIGHT - _LEFT) * (year - years[0]) / (years[-1] - years[0])

    def down(value: float) -> float:
        return _BOTTOM - (_BOTTOM - _TOP) * value / top

    names = [wrap(one.name, _LETTERS, max_lines=2, placeholder="…") for one in series]
    middles = spread(
        [down(one.values[-1]) for one in series], [_LINE * len(name) + 2 for name in names], 0, _BOTTOM + 4
    )
    return h.svg(".res-trend", width="100%", height=str(_HEIGHT), role="img", aria_label=label)[
        [_grid(down(value), text) for value, text in tick],
        [h.text(x=_per(across(year)), y=_HEIGHT - 8, text_anchor="middle")[str(year)] for year in _shown(years)],
        [
            h.g(f".res-series-{n}")[
                _line([(across(year), down(value)) for year, value in zip(years, one.values, strict=True)], middle),
                _label(name, middle),
            ]
            for n, (one, name, middle) in enumerate(zip(series, names, middles, strict=True))
        ],
    ]


def _per(share: float) -> str:
    """A width as SVG writes it.

    Examples
    --------
    >>> _per(12.0), _per(100 / 3)
    ('12%', '33.3%')
    """
    return f"{round(share, 1):g}%"


def _at(height: float) -> str:
    """A height in pixels as SVG writes it."""
    return f"{round(height, 1):g}"


def _grid(height: float, text: str) -> h.Fragment:
    return h.fragment[
        h.line(".res-grid", x1=_per(_LEFT), x2=_per(_RIGHT), y1=_at(height), y2=_at(height)),
        h.text(x="0", y=_at(height + 4))[text],
    ]


def _line(points: Sequence[tuple[float, float]], label: float) -> h.Fragment:
    """The line from year to year, and a thin one on to the label."""
    return h.fragment[
        [h.line(x1=_per(a), y1=_at(b), x2=_per(c), y2=_at(d)) for (a, b), (c, d) in pairwise(points)],
        h.line(".res-lead", x1=_per(_RIGHT), y1=_at(points[-1][1]), x2=_per(_LABEL - 0.5), y2=_at(label)),
    ]


def _label(name: Sequence[str], middle: float) -> h.Fragment:
    first = middle - _LINE * (len(name) - 1) / 2 + 4
    return h.fragment[[h.text(x=_per(_LABEL), y=_at(first + _LINE * n))[line] for n, line in enumerate(name)]]


def _shown(years: Sequence[int]) -> tuple[int, ...]:
    """The years that are written below: all of a few, else every second and the last."""
    return (
        tuple(years) if len(years) < 5 else tuple(years[n] for n in sorted({*range(0, len(years), 2), len(years) - 1}))
    )


def bars(series: Sequence[Series], years: Sequence[int], label: str) -> h.Element:
    """A bar a year below each name, the value beside it; the longest bar is the largest value of all."""
    top = max(value for one in series for value in one.values) or 1.0
    return h.div(".res-trend", role="img", aria_label=label)[
        [
            h.div(class_=f"res-trend-place res-series-{n}")[
                h.strong[one.name],
                [
                    h.div(".res-trend-bar")[h.span[str(year)], _bar(value / top), h.span[written]]
                    for year, value, written in zip(years, one.values, one.written, strict=True)
                ],
            ]
            for n, one in enumerate(series)
        ]
    ]


def _bar(share: float) -> h.Element:
    width = _per(100 * min(max(share, 0.0), 1.0))
    return h.svg(width="100%", height="14", aria_hidden="true")[h.rect(width=width, height="14")]
