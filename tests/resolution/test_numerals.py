"""Numerals: words, superscripts, Roman numbers, labels and dates."""

import datetime

import pytest

from helpers.resolution import numerals

CARDINALS = [
    ("Fifty-third session", 53),
    ("Seventieth session", 70),
    ("Tenth emergency special session", 10),
    ("2021 session", 2021),
    ("85th", 85),
    ("Hundredth session", 100),
    ("Resumed session", None),
]


@pytest.mark.parametrize(("text", "value"), CARDINALS)
def test_cardinal(text, value):
    """Sessions in words and in figures."""
    assert numerals.cardinal(text) == value


@pytest.mark.parametrize("value", [1, 4, 9, 14, 40, 90, 149, 399])
def test_roman_numbers_come_back(value):
    """A Roman number reads as the number it was made of."""
    assert numerals.from_roman(numerals.roman(value)) == value


@pytest.mark.parametrize("letters", ["", "iiii", "vx", "abc", "i" * 50])
def test_what_is_no_roman_number(letters):
    """Letters that only look like one."""
    assert numerals.from_roman(letters) is None


@pytest.mark.parametrize(("label", "place"), [("a", 1), ("z", 26), ("bb", 28), ("ab", None), ("", None), ("é", None)])
def test_alphabetic(label, place):
    """The United Nations goes on with aa, bb after z."""
    assert numerals.alphabetic(label) == place


DATES = [
    ("9 December 1998", datetime.date(1998, 12, 9)),
    ("on 9\u00a0December\n1998.", datetime.date(1998, 12, 9)),
    ("30 February 1998", None),
    ("December 1998", None),
]


@pytest.mark.parametrize(("text", "date"), DATES)
def test_date(text, date):
    """Dates as documents print them, blanks of any kind between."""
    assert numerals.date(text) == date


def test_superscript():
    """Raised figures have the value of plain ones."""
    assert numerals.superscript("¹⁰⁹") == 109
