"""How the Convention came to be joined: instruments and parties through time, and instruments year by year."""

from __future__ import annotations

import datetime
from collections import Counter
from typing import TYPE_CHECKING

from helpers.figures.kept import kept
from helpers.figures.picture import BLUE, GREY, VERMILLION, Picture, canvas, pictured
from helpers.language import N_, _, ngettext
from helpers.treaty import ARTICLE_87, DATA_END, OPENED, Status, bound_from, participants, reckon, status
from helpers.written import commas, said_day, semicolons

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_SOURCE = N_("Source: United Nations Treaty Collection, chapter IV-13, status of {day}.")
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


@kept
def deposits() -> Picture:
    """Deposits and parties from 1990 to 2026, with the twenty that were needed.

    Examples
    --------
    >>> print(deposits().alt[:69])
    Two curves that climb in steps from 1990 to 2026: instruments deposit
    """
    adopted, last = status(_ADOPTED), status(DATA_END)
    first = status(reckon().in_force or DATA_END)
    alt = _(
        "Two curves that climb in steps from 1990 to 2026: instruments deposited, and parties. "
        "Instruments: {then} on {adopted}, 19 on {before}, 21 a day later, {now} on {last}. "
        "Parties: none before {first}, then {parties}, {parties_now} at the end. "
        "A line marks the twenty that were needed."
    ).format(
        then=len(adopted.contracting),
        adopted=said_day(_ADOPTED),
        before=said_day(datetime.date(2003, 3, 13)),
        now=len(last.contracting),
        last=said_day(DATA_END),
        first=said_day(first.day),
        parties=len(first.parties),
        parties_now=len(last.parties),
    )
    source = _(
        "Source: United Nations Treaty Collection, chapter IV-13, status of {day}; parties counted by article 87."
    )
    return pictured(lambda: _curves(adopted, first), alt, source.format(day=said_day(DATA_END)))


def _curves(adopted: Status, first: Status) -> Figure:
    from matplotlib import dates as mdates

    joined = [state.instrument for state in participants() if state.instrument]
    bound = [day for one in joined if (day := bound_from(one, first.in_force))]
    figure, axes = canvas(height=3.8)
    axes.set_title(_("Twenty instruments took more than twelve years;\nby February 2026 there were sixty"))
    _draw(axes, curve(joined), BLUE, "-", 2.4)
    _draw(axes, curve(bound), VERMILLION, "--", 1.8)
    needed = ARTICLE_87.instruments
    axes.axhline(needed, color=GREY, linewidth=1, linestyle=":")
    axes.text(
        _place(datetime.date(2017, 1, 1)),
        needed + 0.8,
        _("{number} needed (article 87)").format(number=needed),
        color=GREY,
    )
    _point(axes, adopted, datetime.date(1991, 7, 1), 31, _("{day}, 53/137:"))
    _point(axes, first, datetime.date(1996, 8, 1), 43, _("{day}, in force:"))
    axes.text(_place(datetime.date(2013, 3, 1)), 53, _("deposits"), color=BLUE, ha="right")
    axes.text(_place(datetime.date(2014, 9, 1)), 40, _("parties (dashed)"), color="#A84300")
    axes.set_ylim(0, 64)
    axes.set_yticks([0, 20, 40, 60])
    axes.xaxis.set_major_locator(mdates.YearLocator(5))  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(mdates.DateFormatter("%Y"))  # type: ignore[no-untyped-call]
    return figure


def _draw(axes: Axes, steps: list[tuple[datetime.date, int]], colour: str, style: str, width: float) -> None:
    days, numbers = zip(*steps, strict=True)
    axes.step([_place(day) for day in days], numbers, where="post", color=colour, linestyle=style, linewidth=width)


def _point(axes: Axes, found: Status, left: datetime.date, height: float, what: str) -> None:
    """A day on the curve, with its counts written where nothing else stands."""
    deposits, parties = len(found.contracting), len(found.parties)
    counts = commas(
        [
            ngettext("{n} deposit", "{n} deposits", deposits).format(n=deposits),
            ngettext("{n} party", "{n} parties", parties).format(n=parties),
        ]
    )
    at = (_place(found.day), deposits)
    line = {"arrowstyle": "-", "color": GREY}
    axes.annotate(f"{what.format(day=said_day(found.day))}\n{counts}", at, (_place(left), height), arrowprops=line)
    axes.plot(*at, "o", color=BLUE, markersize=7)


def _place(day: datetime.date) -> float:
    """Where a day stands on the axis, in matplotlib's days since 1970."""
    return float((day - datetime.date(1970, 1, 1)).days)


@kept
def deposits_by_year() -> Picture:
    """A bar a year: how many instruments were deposited in it.

    Examples
    --------
    >>> print(deposits_by_year().alt[:58])
    A bar for each year from 1991 to 2025: instruments deposit
    """
    years = Counter(state.instrument.year for state in participants() if state.instrument)
    span = range(OPENED.year + 1, DATA_END.year)
    alt = _(
        "A bar for each year from {first} to {last}: instruments deposited. {counts}. "
        "In all other years none, 1998 among them, the year of resolution 53/137."
    ).format(
        first=span[0],
        last=span[-1],
        counts=semicolons(_("{year}: {number}").format(year=year, number=years[year]) for year in sorted(years)),
    )
    return pictured(lambda: _bars(years, span), alt, _(_SOURCE).format(day=said_day(DATA_END)))


def _bars(years: Counter[int], span: range) -> Figure:
    most = max(years, key=lambda year: years[year])
    figure, axes = canvas(height=2.8)
    axes.set_title(_("None in 1998, three in 1999, the most in {year}").format(year=most))
    axes.bar(list(span), [years[year] for year in span], color=BLUE, width=0.8)
    for year in span:
        if years[year] or year == _ADOPTED.year:
            axes.text(year, years[year] + 0.12, str(years[year]), ha="center")
    axes.annotate("53/137", (1998, 0.9), (1998, 4.4), ha="center", arrowprops={"arrowstyle": "-", "color": GREY})
    axes.annotate(_("in force"), (2003, 5.6), (2001, 6.6), ha="center", arrowprops={"arrowstyle": "-", "color": GREY})
    axes.set_ylim(0, 8)
    axes.set_yticks([])
    axes.set_xticks([1991, 1995, 2000, 2005, 2010, 2015, 2020, 2025])
    return figure
