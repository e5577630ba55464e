"""How far back the resolution's sources reach."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache

from helpers.errors import DataError
from helpers.figures.picture import BLUE, GREY, VERMILLION, Picture, canvas, finish
from helpers.resolution import load
from helpers.resolution.dates import said
from helpers.resolution.references import Reference, held, references


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the resolution cites, where it is cited, the day it was adopted, and what it is."""

    symbol: str
    element: str
    adopted: datetime.date
    name: str


@cache
def sources() -> tuple[Source, ...]:
    """The cited documents whose day of adoption is known, oldest first.

    Examples
    --------
    >>> [(source.symbol, source.adopted.year) for source in sources()][:2]
    [('A/RES/217 A (III)', 1948), ('A/RES/2106 A (XX)', 1965)]
    """
    resolution = load("A/RES/53/137")
    printed = {c.symbol: c.date for c in resolution.citations if c.symbol and c.date}
    found = {}
    for reference in references(resolution):
        holds = held().get(reference.symbol, ())
        day = printed.get(reference.symbol) or next((instrument.adopted for instrument in holds), None)
        if day and reference.way != "name":
            name = " and ".join(instrument.title for instrument in holds)
            found[reference.symbol] = Source(reference.symbol, reference.element or _note(reference), day, name)
    return tuple(sorted(found.values(), key=lambda source: source.adopted))


def _note(reference: Reference) -> str:
    """Where a source is named that no mark leads to: "note 2"."""
    return (reference.note or "").replace("FN", "note ")


#: What is written beside a source; its full name stands in the alt text.
_SHORT = {
    "A/RES/217 A (III)": "Universal Declaration",
    "A/RES/2106 A (XX)": "Convention against racial discrimination",
    "A/RES/2200 A (XXI)": "the two Covenants",
    "A/RES/34/180": "Convention on women",
    "A/RES/44/25": "Convention on the child",
    "A/RES/45/158": "Convention on migrant workers",
    "A/CONF.157/24 (Part I)": "Vienna Declaration",
    "A/RES/52/115": "last year’s resolution",
}


def reach() -> Picture:
    """A line for each source, from its adoption to that of 53/137.

    Examples
    --------
    >>> reach().alt.split(", ")[:2]
    ['Eight lines', 'one for each source']
    """
    adopted = load("A/RES/53/137").adoption.date
    if not adopted:
        raise DataError("A/RES/53/137: its closing line cannot be read; restore data/resolutions/a_res_53_137.txt")
    figure, axes = canvas(height=3.9)
    axes.set_title("PP1 goes back to 1948; PP5 to PP9 go back no further than 1990")
    end = _year(adopted)
    for row, source in enumerate(reversed(sources())):
        near = source.element in ("PP5", "PP7", "PP9")
        colour, sign = (VERMILLION, "D") if near else (BLUE, "o")
        start = _year(source.adopted)
        axes.plot([start, end], [row, row], color=colour, linewidth=2)
        axes.plot([start], [row], sign, color=colour, markersize=8)
        label = f"{source.adopted.year}  {_SHORT[source.symbol]} ({source.element})"
        axes.annotate(label, (start, row), (-9, 0), textcoords="offset points", ha="right", va="center")
    axes.axvline(end, color=GREY, linewidth=1)
    axes.set_xlim(1913, 2001)
    axes.set_xticks(range(1950, 2000, 10))
    axes.set_yticks([])
    axes.spines["bottom"].set_bounds(1948, end)
    story = " ".join(
        f"{said(s.adopted)}: {s.symbol}{f', {s.name}' if s.name else ''} ({s.element})." for s in sources()
    )
    alt = f"Eight lines, one for each source, from its adoption to {said(adopted)}, when 53/137 was adopted. {story}"
    return finish(
        figure,
        alt,
        "Source: A/RES/53/137; days of adoption from the course’s table of instruments. Two reports carry no day.",
    )


def _year(day: datetime.date) -> float:
    """A day as a year with a fraction."""
    return day.year + (day.timetuple().tm_yday - 1) / 365
