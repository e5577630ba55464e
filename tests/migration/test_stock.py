"""Migrant stock: the figures as printed by the United Nations, and names as people type them."""

from __future__ import annotations

import pytest

from helpers.errors import CourseError
from helpers.migration import REGIONS, WORLD, YEARS, find, places, said


@pytest.mark.parametrize(
    ("code", "name", "year", "million"),
    [
        ("900", "World", 1990, 153.0),
        ("900", "World", 2019, 271.6),
        ("903", "Africa", 1990, 15.7),
        ("903", "Africa", 1995, 16.4),
        ("903", "Africa", 2000, 15.1),
        ("905", "Northern America", 1990, 27.6),
        ("905", "Northern America", 1995, 33.3),
        ("905", "Northern America", 2000, 40.4),
        ("904", "Latin America and the Caribbean", 1990, 7.2),
        ("909", "Oceania", 2019, 8.9),
    ],
)
def test_figures(code: str, name: str, year: int, million: float) -> None:
    """United Nations, International Migrant Stock 2019, rounded."""
    place = places()[code]
    assert (place.name, round(place.migrants[year] / 1e6, 1)) == (name, million)


def test_the_regions_make_up_the_world() -> None:
    """In every year, to the person."""
    for year in YEARS:
        assert sum(places()[code].migrants[year] for code in REGIONS) == places()[WORLD].migrants[year]


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mexico", "Mexico"),
        ("  mexico ", "Mexico"),
        ("cote d'ivoire", "Côte d’Ivoire"),
        ("VIETNAM", "Viet Nam"),
        ("Niger", "Niger"),  # although Nigeria begins with it
        ("Bolivia", "Bolivia (Plurinational State of)"),
        ("Moldova", "Republic of Moldova"),
        ("United States of", "United States of America"),
        ("africa", "Africa"),
    ],
)
def test_names_as_people_type_them(typed: str, name: str) -> None:
    assert find(typed).name == name


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Atlantis", "No country or area ‘Atlantis’ is in the table"),
        ("Germny", "did you mean Germany?"),
        ("United", "fits 5 names in the table, among them"),
        ("", "No name was typed"),
        ("  ...  ", "No name was typed"),
        ("<script>" * 30, "is in the table"),
    ],
)
def test_a_name_that_is_not_there(typed: str, told: str) -> None:
    """One line that says what is wrong and what to do."""
    with pytest.raises(CourseError) as caught:
        find(typed)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 250


def test_numbers_of_people() -> None:
    """Millions with one decimal; never more exact than an estimate can be."""
    assert [said(n) for n in (0, 950, 9_960, 48_209_949, -590_642)] == [
        "0",
        "950",
        "10 thousand",
        "48.2 million",
        "−591 thousand",
    ]
