"""The figures of deposits: their numbers, counted by hand, and their words for those who cannot see them."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.figures import deposits, deposits_by_year
from helpers.figures.deposits import curve


@pytest.mark.parametrize(
    "told",
    [
        "9 on 9 December 1998",
        "19 on 13 March 2003",
        "21 a day later",
        "60 on 3 February 2026",
        "Parties: none before 1 July 2003, then 21",
        "the twenty that were needed",
    ],
)
def test_the_curve_in_words(told: str) -> None:
    assert told in deposits().alt


@pytest.mark.parametrize(
    "told", ["1993: 2; 1994: 1; 1995: 3; 1996: 2; 1997: 1; 1999: 3", "2003: 5", "2005: 7; 2007: 3", "2024: 1.", "1998"]
)
def test_the_years_in_words(told: str) -> None:
    """No deposit in 1998 and in 2006: the list leaves both years out."""
    assert told in deposits_by_year().alt


def test_the_years_add_up_to_sixty() -> None:
    listed = deposits_by_year().alt.split("deposited. ")[1].split(". In all")[0]
    assert sum(int(entry.split(": ")[1]) for entry in listed.split("; ")) == 60


def test_two_on_one_day_are_one_step() -> None:
    """The curve never stands at twenty: it leaps from 19 to 21."""
    days = [date(2003, 3, 14), date(2003, 3, 14), date(2002, 2, 5)]
    assert curve(days)[:3] == [(date(1990, 12, 18), 0), (date(2002, 2, 5), 1), (date(2003, 3, 14), 3)]
    assert curve(days)[-1] == (date(2026, 2, 3), 3)


@pytest.mark.parametrize("figure", [deposits, deposits_by_year])
def test_the_same_data_give_the_same_image(figure: object) -> None:
    first, second = figure(), figure()  # type: ignore[operator]
    assert first.svg == second.svg
    assert "chapter IV-13" in first.source and "3 February 2026" in first.source
