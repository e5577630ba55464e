"""How the Convention came to be joined: instruments and parties through time, and instruments year by year."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING

from helpers.figures.picture import BLUE, GREY, VERMILLION, Picture, canvas, finish
from helpers.resolution.dates import said
from helpers.treaty import ARTICLE_87, DATA_END, OPENED, Status, bound_from, participants, reckon, status

if TYPE_CHECKING:
    from matplotlib.axes import Axes

_SOURCE = f"Source: United Nations Treaty Collection, chapter IV-13, status of {said(DATA_END)}"
_ADOPTED = datetime.date(1998, 12, 9)


def curve(days: list[datetime.date]) -> list[tuple[datetime.date, int]]:
    """A step for each day on which the number grows, from opening to the end of the data.

    Examples
    --------
    >>> day = datetime.date(2003, 3, 14)
    >>> [number for _, number in curve([day, day, datetime.date(2003, 6, 5)])]
    [0, 2, 3, 3]
    """
    ordered = sorted(days)
    steps = [(day, number) for number, day in enumerate(ordered, 1) if day not in ordered[number:]]
    return [(OPENED, 0), *steps, (DATA_END, len(ordered))]


def deposits() -> Picture:
    """Deposits and parties from 1990 to 2026, with the twenty that were needed.

    Examples
    --------
    >>> print(deposits().alt[:69])
    Two curves that climb in steps from 1990 to 2026: instruments deposit
    """
    from matplotlib import dates as mdates

    treaty = reckon()
    joined = [state.instrument for state in participants() if state.instrument]
    bound = [day for one in joined if (day := bound_from(one, treaty.in_force))]
    figure, axes = canvas(height=3.8)
    axes.set_title("Twenty instruments took more than twelve years;\nby February 2026 there were sixty")
    _draw(axes, curve(joined), BLUE, "-", 2.4)
    _draw(axes, curve(bound), VERMILLION, "--", 1.8)
    needed = ARTICLE_87.instruments
    axes.axhline(needed, color=GREY, linewidth=1, linestyle=":")
    axes.text(_place(datetime.date(2017, 1, 1)), needed + 0.8, f"{needed} needed (article 87)", color=GREY)
    adopted, first = status(_ADOPTED), status(treaty.in_force or DATA_END)
    _point(axes, adopted, datetime.date(1991, 7, 1), 31, "53/137:")
    _point(axes, first, datetime.date(1996, 8, 1), 43, "in force:")
    axes.text(_place(datetime.date(2013, 3, 1)), 53, "deposits", color=BLUE, ha="right")
    axes.text(_place(datetime.date(2014, 9, 1)), 40, "parties (dashed)", color="#A84300")
    axes.set_ylim(0, 64)
    axes.set_yticks([0, 20, 40, 60])
    axes.xaxis.set_major_locator(mdates.YearLocator(5))  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))  # type: ignore[no-untyped-call]
    last = status(DATA_END)
    alt = (
        "Two curves that climb in steps from 1990 to 2026: instruments deposited, and parties. "
        f"Instruments: {len(adopted.contracting)} on {said(_ADOPTED)}, 19 on 13 March 2003, 21 a day later, "
        f"{len(last.contracting)} on {said(DATA_END)}. Parties: none before {said(first.day)}, "
        f"then {len(first.parties)}, {len(last.parties)} at the end. A line marks the twenty that were needed."
    )
    return finish(figure, alt, f"{_SOURCE}; parties counted by article 87.")


def _draw(axes: Axes, steps: list[tuple[datetime.date, int]], colour: str, style: str, width: float) -> None:
    days, numbers = zip(*steps, strict=True)
    axes.step([_place(day) for day in days], numbers, where="post", color=colour, linestyle=style, linewidth=width)


def _point(axes: Axes, found: Status, left: datetime.date, height: float, what: str) -> None:
    """A day on the curve, with its counts written where nothing else stands."""
    numbers = f"{len(found.contracting)} deposits, {len(found.parties)} parties"
    at = (_place(found.day), len(found.contracting))
    line = {"arrowstyle": "-", "color": GREY}
    axes.annotate(f"{said(found.day)}, {what}\n{numbers}", at, (_place(left), height), arrowprops=line)
    axes.plot(*at, "o", color=BLUE, markersize=7)


def _place(day: datetime.date) -> float:
    """Where a day stands on the axis, in matplotlib's days since 1970."""
    return float((day - datetime.date(1970, 1, 1)).days)


def deposits_by_year() -> Picture:
    """A bar a year: how many instruments were deposited in it.

    Examples
    --------
    >>> print(deposits_by_year().alt[:58])
    A bar for each year from 1991 to 2025: instruments deposit
    """
    years = Counter(state.instrument.year for state in participants() if state.instrument)
    span = range(OPENED.year + 1, DATA_END.year)
    most = max(years, key=lambda year: years[year])
    figure, axes = canvas(height=2.8)
    axes.set_title(f"None in 1998, three in 1999, the most in {most}")
    axes.bar(list(span), [years[year] for year in span], color=BLUE, width=0.8)
    for year in span:
        if years[year] or year == _ADOPTED.year:
            axes.text(year, years[year] + 0.12, str(years[year]), ha="center")
    axes.annotate("53/137", (1998, 0.9), (1998, 4.4), ha="center", arrowprops={"arrowstyle": "-", "color": GREY})
    axes.annotate("in force", (2003, 5.6), (2001, 6.6), ha="center", arrowprops={"arrowstyle": "-", "color": GREY})
    axes.set_ylim(0, 8)
    axes.set_yticks([])
    axes.set_xticks([1991, 1995, 2000, 2005, 2010, 2015, 2020, 2025])
    said_years = "; ".join(f"{first}: {years[first]}" for first in sorted(years))
    alt = (
        f"A bar for each year from {span[0]} to {span[-1]}: instruments deposited. {said_years}. "
        "In all other years none, 1998 among them, the year of resolution 53/137."
    )
    return finish(figure, alt, f"{_SOURCE}.")
