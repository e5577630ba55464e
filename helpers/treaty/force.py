"""Entry into force: from days of deposit to the day on which a treaty binds.

Article 87 of the Convention, in two paragraphs. (1) The Convention enters into force on the first day of the month
that follows a period of three months after the twentieth instrument. (2) For a State that joins later, the same is
counted from that State's own instrument. The twenty and the three stand in a :class:`Clause`, so that the same
functions serve any treaty that counts in this way.

Two conventions of the course, where the article is silent:

- A period of months ends on the day of the month on which it began; if the last month has no such day, on its last
  day (31 March + 3 months = 30 June). Counted so, no deposit of this Convention falls on a doubtful day but one: that
  of the Congo, 31 March 2017.
- A State that deposits after the twentieth instrument but before entry into force (Mali, 5 June 2003) stands
  literally in neither paragraph. It is counted from its own instrument, as in paragraph 2.
"""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Clause:
    """How many instruments a treaty needs, and how many months then pass.

    Examples
    --------
    >>> Clause(instruments=0, months=3)
    Traceback (most recent call last):
    ...
    ValueError: a clause counts at least one instrument and no negative number of months
    """

    instruments: int
    months: int

    def __post_init__(self) -> None:
        if self.instruments < 1 or self.months < 0:
            raise ValueError("a clause counts at least one instrument and no negative number of months")


#: Article 87 of the Convention: twenty instruments, three months.
ARTICLE_87 = Clause(instruments=20, months=3)


@dataclass(frozen=True, slots=True)
class Count:
    """The steps of one count: the deposit, the end of the period of months, the day of entry into force."""

    deposit: datetime.date
    period_ends: datetime.date
    in_force: datetime.date

    @property
    def shortened(self) -> bool:
        """Whether the period ends on another day of the month than it began, since its last month is shorter.

        Examples
        --------
        >>> count(datetime.date(2017, 3, 31)).shortened, count(datetime.date(2003, 3, 14)).shortened
        (True, False)
        """
        return self.deposit.day != self.period_ends.day


def months_after(day: datetime.date, months: int) -> datetime.date:
    """The same day of the month some months later; the last day of that month if it has no such day.

    Raises
    ------
    ValueError
        The result lies beyond the year 9999.

    Examples
    --------
    >>> print(months_after(datetime.date(2003, 3, 14), 3))
    2003-06-14
    >>> print(months_after(datetime.date(2003, 11, 30), 3), months_after(datetime.date(2003, 11, 29), 3))
    2004-02-29 2004-02-29
    """
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > datetime.MAXYEAR:
        raise ValueError(f"{months} months after {day} lie beyond the calendar")
    return day.replace(year=year, month=month + 1, day=min(day.day, calendar.monthrange(year, month + 1)[1]))


def count(deposit: datetime.date, clause: Clause = ARTICLE_87) -> Count:
    """Count from one instrument to the first day of the month that follows the period.

    Raises
    ------
    ValueError
        The result lies beyond the year 9999.

    Examples
    --------
    >>> steps = count(datetime.date(2003, 3, 14))
    >>> print(steps.period_ends, steps.in_force)
    2003-06-14 2003-07-01
    """
    ends = months_after(deposit, clause.months)
    return Count(deposit, ends, months_after(ends.replace(day=1), 1))


def entry_into_force(deposits: Iterable[datetime.date], clause: Clause = ARTICLE_87) -> Count | None:
    """The count from the instrument that is the last one needed; ``None`` while there are too few.

    Parameters
    ----------
    deposits : iterable of datetime.date
        One day for each instrument, in any order; several may fall on one day.
    clause : Clause, optional
        How many instruments and months; article 87 if not given.

    Examples
    --------
    >>> day = datetime.date(2003, 3, 14)
    >>> print(entry_into_force([day] * 19), entry_into_force([day] * 21).in_force)
    None 2003-07-01
    """
    ordered = sorted(deposits)
    return count(ordered[clause.instruments - 1], clause) if len(ordered) >= clause.instruments else None


def bound_from(
    deposit: datetime.date, treaty: datetime.date | None, clause: Clause = ARTICLE_87
) -> datetime.date | None:
    """From which day a State is bound: never before the treaty itself is in force.

    Parameters
    ----------
    deposit : datetime.date
        The day of the State's own instrument.
    treaty : datetime.date or None
        The day on which the treaty enters into force; ``None`` if it has too few instruments.
    clause : Clause, optional
        How many months pass after a State's own instrument; article 87 if not given.

    Examples
    --------
    >>> treaty = datetime.date(2003, 7, 1)
    >>> print(bound_from(datetime.date(1993, 2, 19), treaty), bound_from(datetime.date(2003, 6, 5), treaty))
    2003-07-01 2003-10-01
    """
    return max(treaty, count(deposit, clause).in_force) if treaty else None
