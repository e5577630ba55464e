"""How far back the resolution's sources reach."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from helpers.errors import DataError
from helpers.figures.kept import kept
from helpers.figures.picture import BLUE, GREY, VERMILLION, Picture, canvas, pictured
from helpers.language import N_, _
from helpers.resolution import load
from helpers.resolution.references import held, references
from helpers.written import listed, said_day

if TYPE_CHECKING:
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Source:
    """A document that the resolution cites, where it is cited, the day it was adopted, and what it holds."""

    symbol: str
    element: str
    adopted: datetime.date
    titles: tuple[str, ...]

    @property
    def place(self) -> str:
        """Where it is cited, in words: "PP5", or "note 2" for a note that no mark leads to."""
        element = self.element
        return _("note {number}").format(number=element[2:]) if element.startswith("FN") else element

    @property
    def told(self) -> str:
        """The source in a sentence."""
        told = _("{day}: {symbol}, {name} ({place}).") if self.titles else _("{day}: {symbol} ({place}).")
        name = listed(_(title) for title in self.titles)
        symbol = _(_WORDED) if self.symbol == _WORDED else self.symbol
        return told.format(day=said_day(self.adopted), symbol=symbol, name=name, place=self.place)


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
            titles = tuple(instrument.title for instrument in holds)
            where = reference.element or reference.note or ""
            found[reference.symbol] = Source(reference.symbol, where, day, titles)
    return tuple(sorted(found.values(), key=lambda source: source.adopted))


#: The one symbol with a word in it.
_WORDED = N_("A/CONF.157/24 (Part I)")
#: What is written beside a source; its full name stands in the alt text.
_SHORT = {
    "A/RES/217 A (III)": N_("Universal Declaration"),
    "A/RES/2106 A (XX)": N_("Convention against racial discrimination"),
    "A/RES/2200 A (XXI)": N_("the two Covenants"),
    "A/RES/34/180": N_("Convention on women"),
    "A/RES/44/25": N_("Convention on the child"),
    "A/RES/45/158": N_("Convention on migrant workers"),
    _WORDED: N_("Vienna Declaration"),
    "A/RES/52/115": N_("last year’s resolution"),
}


@kept
def reach() -> Picture:
    """A line for each source, from its adoption to that of 53/137.

    Examples
    --------
    >>> reach().alt.split(", ")[:2]
    ['Eight lines', 'one for each source']
    """
    adopted = load("A/RES/53/137").adoption.date
    if not adopted:
        raise DataError(_("A/RES/53/137: its closing line cannot be read; restore data/resolutions/a_res_53_137.txt"))
    alt = _("Eight lines, one for each source, from its adoption to {day}, when 53/137 was adopted. {story}")
    story = " ".join(source.told for source in sources())
    source = _(
        "Source: A/RES/53/137; days of adoption from the course’s table of instruments. Two reports carry no day."
    )
    return pictured(lambda: _lines(adopted), alt.format(day=said_day(adopted), story=story), source)


def _lines(adopted: datetime.date) -> Figure:
    figure, axes = canvas(height=3.9)
    axes.set_title(_("PP1 goes back to 1948; PP5 to PP9 go back no further than 1990"))
    end = _year(adopted)
    for row, source in enumerate(reversed(sources())):
        near = source.element in ("PP5", "PP7", "PP9")
        colour, sign = (VERMILLION, "D") if near else (BLUE, "o")
        start = _year(source.adopted)
        axes.plot([start, end], [row, row], color=colour, linewidth=2)
        axes.plot([start], [row], sign, color=colour, markersize=8)
        label = _("{year}  {name} ({place})").format(
            year=source.adopted.year, name=_(_SHORT[source.symbol]), place=source.place
        )
        axes.annotate(label, (start, row), (-9, 0), textcoords="offset points", ha="right", va="center")
    axes.axvline(end, color=GREY, linewidth=1)
    axes.set_xlim(1913, 2001)
    axes.set_xticks(range(1950, 2000, 10))
    axes.set_yticks([])
    axes.spines["bottom"].set_bounds(1948, end)
    return figure


def _year(day: datetime.date) -> float:
    """A day as a year with a fraction."""
    return day.year + (day.timetuple().tm_yday - 1) / 365
