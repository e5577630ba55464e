"""The resolutions on the Convention that came before and after one of them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

import htpy as h

from helpers.language import _
from helpers.resources import columns
from helpers.view import filled, shown
from helpers.written import commas, said_day


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A resolution of the series: its symbol, day if it is known, subject, and whether the course verified the row."""

    symbol: str
    adopted: datetime.date | None
    subject: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Side:
    """One direction of the series: the nearest verified resolution, and the unverified ones on the way there."""

    verified: Neighbour | None
    between: tuple[Neighbour, ...]


@cache
def series() -> tuple[Neighbour, ...]:
    """The series in the order of sessions; resolutions on neighbouring subjects are left out.

    Examples
    --------
    >>> [(row.symbol, str(row.adopted)) for row in series() if row.sure][-1]
    ('A/RES/55/88', '2000-12-04')
    """
    rows = columns("resolutions/series.csv", "symbol", "session", "relation", "subject", "adopted", "confidence")
    own = sorted((row for row in rows if row["relation"] != "neighbour"), key=lambda row: int(row["session"]))
    return tuple(
        Neighbour(row["symbol"], _day(row["adopted"]), row["subject"], row["confidence"] == "high") for row in own
    )


def _day(cell: str) -> datetime.date | None:
    """A full date; ``None`` for a month or an empty cell."""
    return datetime.date.fromisoformat(cell) if re.fullmatch(r"\d{4}-\d\d-\d\d", cell) else None


def beside(symbol: str) -> tuple[Side, Side]:
    """What the series has before and after one of its resolutions; two empty sides for any other symbol.

    Examples
    --------
    >>> before, after = beside("A/RES/53/137")
    >>> before.verified.symbol, after.verified.symbol, [row.symbol for row in after.between]
    ('A/RES/52/115', 'A/RES/55/88', ['A/RES/54/158'])
    """
    symbols = [row.symbol for row in series()]
    if symbol not in symbols:
        return Side(None, ()), Side(None, ())
    place = symbols.index(symbol)
    earlier, later = series()[:place][::-1], series()[place + 1 :]
    return _side(earlier), _side(later)


def _side(rows: tuple[Neighbour, ...]) -> Side:
    """Walk away from a resolution as far as the first verified one."""
    between = tuple(takewhile(lambda row: not row.sure, rows))
    return Side(next((row for row in rows if row.sure), None), between)


def neighbours(symbol: str) -> Iterator[h.Node]:
    """What stands before and after, as entries of a description list."""
    for name, side in zip((_("Before it in the series"), _("After it in the series")), beside(symbol), strict=True):
        found = side.verified
        if found and found.adopted:
            yield h.dt[h.strong[name]]
            told = {"symbol": found.symbol, "day": said_day(found.adopted), "subject": shown(found.subject)}
            yield h.dd[filled(_("{symbol} of {day}: {subject}."), **told)]
        if found and side.between:
            symbols = commas(row.symbol for row in side.between)
            yield h.dd[_("Between the two, unverified: {symbols}.").format(symbols=symbols)]
