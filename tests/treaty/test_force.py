"""Entry into force: article 87 on every State of the table, on month ends, and on whatever dates there are."""

from __future__ import annotations

import datetime
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.resources import read_table
from helpers.treaty import ARTICLE_87, Clause, bound_from, count, entry_into_force, months_after, reckon

JOINED = [row for row in read_table("treaty/participants.csv") if row["instrument"]]
DAYS = st.dates(date(1900, 1, 1), date(2900, 1, 1))
DEPOSITS = st.lists(st.dates(date(1990, 12, 18), date(2030, 12, 31)), max_size=40)


@pytest.mark.parametrize("row", JOINED, ids=lambda row: row["iso3"])
def test_every_state_is_bound_from_the_day_in_the_table(row: dict[str, str]) -> None:
    """The table's own column, computed when it was made, for all 60 States."""
    bound = bound_from(date.fromisoformat(row["instrument"]), reckon().in_force)
    assert bound == date.fromisoformat(row["entry_into_force_computed"])


def test_the_sixty_are_sixty() -> None:
    assert len(JOINED) == 60


def test_article_87_gives_1_july_2003() -> None:
    """The United Nations Treaty Collection gives this day; here it is counted from the deposits."""
    made = reckon()
    assert made.count is not None
    assert (made.count.deposit, made.count.period_ends) == (date(2003, 3, 14), date(2003, 6, 14))
    assert made.in_force == date(2003, 7, 1)


@pytest.mark.parametrize(
    ("deposit", "ends", "in_force"),
    [
        ("2003-03-14", "2003-06-14", "2003-07-01"),  # the twentieth
        ("2003-06-05", "2003-09-05", "2003-10-01"),  # Mali, on its own
        ("2024-11-05", "2025-02-05", "2025-03-01"),  # the latest: over the end of a year
        ("2003-03-01", "2003-06-01", "2003-07-01"),  # a first of a month: the month after the period, not its own
        ("2003-03-31", "2003-06-30", "2003-07-01"),  # June has no 31st
        ("2017-03-31", "2017-06-30", "2017-07-01"),  # the Congo
        ("2012-05-31", "2012-08-31", "2012-09-01"),  # Indonesia: August has one
        ("2002-11-29", "2003-02-28", "2003-03-01"),  # no leap year
        ("2003-11-29", "2004-02-29", "2004-03-01"),  # a leap year
        ("2003-11-30", "2004-02-29", "2004-03-01"),
        ("2003-11-28", "2004-02-28", "2004-03-01"),
        ("1999-11-30", "2000-02-29", "2000-03-01"),  # a century that is a leap year
        ("2099-11-30", "2100-02-28", "2100-03-01"),  # and one that is not
        ("2004-02-29", "2004-05-29", "2004-06-01"),
        ("2003-12-31", "2004-03-31", "2004-04-01"),
        ("2003-09-01", "2003-12-01", "2004-01-01"),
    ],
)
def test_one_count(deposit: str, ends: str, in_force: str) -> None:
    steps = count(date.fromisoformat(deposit))
    assert (steps.period_ends, steps.in_force) == (date.fromisoformat(ends), date.fromisoformat(in_force))


@pytest.mark.parametrize(
    ("day", "months", "after"),
    [
        ("2003-01-31", 1, "2003-02-28"),
        ("2003-01-31", 0, "2003-01-31"),
        ("2003-01-15", 12, "2004-01-15"),
        ("2004-02-29", 12, "2005-02-28"),
        ("2003-12-01", 1, "2004-01-01"),
        ("2003-01-31", 25, "2005-02-28"),
    ],
)
def test_months(day: str, months: int, after: str) -> None:
    assert months_after(date.fromisoformat(day), months) == date.fromisoformat(after)


def test_the_end_of_the_calendar_says_so() -> None:
    with pytest.raises(ValueError, match="beyond the calendar"):
        count(date(9999, 10, 1))
    with pytest.raises(ValueError, match="beyond the calendar"):
        count(date(9999, 9, 30))
    assert count(date(9999, 8, 31)).in_force == date(9999, 12, 1)


@pytest.mark.parametrize(("many", "enough"), [(0, False), (19, False), (20, True), (21, True)])
def test_nineteen_are_too_few(many: int, enough: bool) -> None:
    """Several on one day count each."""
    assert (entry_into_force([date(2003, 3, 14)] * many) is not None) == enough


def test_other_clauses() -> None:
    """Another number, another period: two instruments and one month."""
    days = [date(2020, 5, 3), date(2020, 1, 31), date(2020, 2, 29)]
    made = entry_into_force(days, Clause(instruments=2, months=1))
    assert made is not None
    assert (made.deposit, made.in_force) == (date(2020, 2, 29), date(2020, 4, 1))
    assert bound_from(days[0], made.in_force, Clause(instruments=2, months=0)) == date(2020, 6, 1)


@pytest.mark.parametrize(("instruments", "months"), [(0, 3), (-1, 3), (20, -1)])
def test_a_clause_that_counts_nothing(instruments: int, months: int) -> None:
    with pytest.raises(ValueError, match="at least one instrument"):
        Clause(instruments, months)


def test_nobody_is_bound_by_a_treaty_that_is_not_in_force() -> None:
    assert bound_from(date(1993, 2, 19), None) is None


@given(DAYS)
def test_always_the_first_of_a_month_and_at_least_three_months_later(deposit: date) -> None:
    """And never more than four: the month that follows is at most 31 days away."""
    steps = count(deposit)
    assert steps.in_force.day == 1
    assert months_after(deposit, 3) == steps.period_ends < steps.in_force
    assert (steps.in_force - steps.period_ends).days <= 31
    assert steps.shortened == (steps.period_ends.day != deposit.day)


@given(DAYS, DAYS)
def test_who_deposits_later_is_never_bound_earlier(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert count(first).in_force <= count(second).in_force


@given(DAYS, st.integers(0, 500), st.integers(0, 500))
def test_months_add_up_but_for_days_lost(day: date, one: int, two: int) -> None:
    """The year and month are those of the sum; the day may only have become smaller on the way."""
    at_once, stepwise = months_after(day, one + two), months_after(months_after(day, one), two)
    assert (at_once.year, at_once.month) == (stepwise.year, stepwise.month)
    assert stepwise <= at_once


@given(DEPOSITS, st.randoms())
def test_the_order_in_which_deposits_are_listed_does_not_matter(deposits: list[date], chance: object) -> None:
    shuffled = list(deposits)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert entry_into_force(shuffled) == entry_into_force(deposits)


@given(DEPOSITS, st.dates(date(1990, 12, 18), date(2030, 12, 31)))
def test_one_more_instrument_never_delays(deposits: list[date], more: date) -> None:
    before, after = entry_into_force(deposits), entry_into_force([*deposits, more])
    if before:
        assert after is not None
        assert after.in_force <= before.in_force


@given(st.lists(DAYS, min_size=20, max_size=40, unique=True))
def test_without_the_twentieth_the_next_one_decides(deposits: list[date]) -> None:
    """Remove it, and the twenty-first takes its place; if there is none, nothing enters into force."""
    ordered = sorted(deposits)
    left = entry_into_force(ordered[:19] + ordered[20:])
    assert left == (count(ordered[20]) if len(ordered) > 20 else None)


@given(st.lists(DAYS, min_size=21, max_size=40), DAYS)
def test_an_instrument_after_the_twentieth_changes_nothing(deposits: list[date], later: date) -> None:
    ordered = sorted(deposits)
    moved = [*ordered[:20], *ordered[21:], max(later, ordered[19])]
    assert entry_into_force(moved) == entry_into_force(deposits)


@given(DAYS, DAYS)
def test_no_state_is_bound_before_the_treaty(deposit: date, treaty: date) -> None:
    bound = bound_from(deposit, treaty)
    assert bound is not None
    assert bound >= treaty
    assert bound == treaty or bound == count(deposit).in_force


def test_any_table_counts_like_the_sorted_one() -> None:
    """A check against a second, plain way of counting, month by month."""

    def slowly(deposit: date) -> date:
        day, firsts = deposit, 0
        while firsts < 4:
            day += timedelta(days=1)
            firsts += day.day == 1
        return day

    for offset in range(0, 12000, 7):
        deposit = date(1990, 12, 18) + datetime.timedelta(days=offset)
        assert count(deposit, ARTICLE_87).in_force == slowly(deposit)
