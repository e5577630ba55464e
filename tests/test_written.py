"""Days, numbers and lists as a language writes them, and days read back from what somebody types in it."""

from __future__ import annotations

import datetime
import gettext
import re

import pytest

from helpers import explore, language
from helpers.errors import CourseError
from helpers.explore.days import read_day
from helpers.explore.findings import all_rules
from helpers.written import commas, day_said, figure, listed, said_day, said_month
from tests.explore.drive import after

FRENCH = {
    "December": "décembre",
    "May": "mai",
    "1 {month} {year}": "1er {month} {year}",
    "1,000.5": "1\u202f000,5",
    "{most} and {last}": "{most} et {last}",
    "On {day}": "Le {day}",
    "All {n} rules, with examples and sources": "Les {n} règles",
}


class French(gettext.NullTranslations):
    """The few words that these tests need."""

    def gettext(self, message: str) -> str:
        return FRENCH.get(message, message)


@pytest.fixture
def french(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "_words", French())
    monkeypatch.setattr(language, "_chosen", "fr")


DAYS = [(datetime.date(1998, 12, 9), "9 décembre 1998"), (datetime.date(1991, 5, 1), "1er mai 1991")]


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(("day", "told"), DAYS)
def test_days_in_another_language(day: datetime.date, told: str) -> None:
    assert said_day(day) == told
    assert day_said(told) == day


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("9 décembre 1998", datetime.date(1998, 12, 9)),
        ("  9  DECEMBRE 1998 ", datetime.date(1998, 12, 9)),  # no accent, capitals, a blank too many
        ("9\u00a0décembre\u00a01998", datetime.date(1998, 12, 9)),
        ("1 mai 1991", datetime.date(1991, 5, 1)),
        ("1er mai 1991", datetime.date(1991, 5, 1)),
        ("9 December 1998", datetime.date(1998, 12, 9)),  # English serves in every language
        ("1998-12-09", datetime.date(1998, 12, 9)),
    ],
)
def test_a_reader_may_type_a_day_in_either_language(typed: str, day: datetime.date) -> None:
    assert read_day(typed) == day
    assert f"<h3>Le {said_day(day)}</h3>" in after(explore.clock(), ("day", typed))


@pytest.mark.usefixtures("french")
@pytest.mark.parametrize("typed", ["31 mai", "32 mai 1991", "31 décembre", "0 mai 1991", "mai 1991", "(mai", ""])
def test_what_is_no_day_gets_one_line(typed: str) -> None:
    assert day_said(typed) is None
    with pytest.raises(CourseError, match="is not a day"):
        read_day(typed)


@pytest.mark.parametrize("code", ["en", language.PSEUDO])
def test_every_month_comes_back(code: str) -> None:
    """What the field shows is what it takes, whatever signs a language sets round it."""
    language.use(code)
    try:
        for month in range(1, 13):
            for day in (datetime.date(2003, month, 1), datetime.date(2003, month, 28)):
                assert day_said(said_day(day)) == day
    finally:
        language.use("en")


@pytest.mark.usefixtures("french")
def test_numbers_lists_and_months_in_another_language() -> None:
    assert figure(1234567) == "1\u202f234\u202f567"
    assert figure(1234.5, ",.1f") == "1\u202f234,5"
    assert figure(-0.25, ".2f") == "-0,25"
    assert said_month(1978, 12) == "décembre 1978"
    assert listed(["PP1", "PP2", "OP6"]) == "PP1, PP2 et OP6"


@pytest.mark.parametrize(("words", "told"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), ("abc", "a, b and c")])
def test_lists_of_any_length(words: list[str], told: str) -> None:
    assert listed(words) == told
    assert commas(words) == ", ".join(words)


def test_what_is_kept_for_one_language_is_not_shown_in_another(french: None) -> None:
    assert re.search(r"Les 41\srègles", str(all_rules()))  # the real French may have been spoken here before
    language.use("en")
    assert "All 41 rules" in all_rules()
