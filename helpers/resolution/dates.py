"""Dates as United Nations texts print them: "18 December 1990"."""

from __future__ import annotations

import datetime
import re

_NAMES = "January February March April May June July August September October November December"
MONTHS = tuple(_NAMES.split())
DAY = rf"(?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)}) (?P<year>\d{{4}})"


def date_of(m: re.Match[str] | None) -> datetime.date | None:
    """Return the date that a match of a pattern with :data:`DAY` in it holds.

    None if it holds none, or one that no calendar has.

    Examples
    --------
    >>> date_of(re.search(DAY, "resolution 45/158 of 18 December 1990"))
    datetime.date(1990, 12, 18)
    """
    if m is None or not m.group("day"):
        return None
    month = MONTHS.index(m.group("month")) + 1
    try:
        return datetime.date(int(m.group("year")), month, int(m.group("day")))
    except ValueError:
        return None


def said(day: datetime.date) -> str:
    """A date as the United Nations writes it, whatever the machine's language.

    Examples
    --------
    >>> said(datetime.date(1998, 12, 9))
    '9 December 1998'
    """
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
