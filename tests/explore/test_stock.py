"""Migrant stock: what is chosen is drawn and told; what cannot be had is said in one line."""

from __future__ import annotations

import re
from typing import Any

import pytest

from helpers import explore
from helpers.errors import CourseError
from tests.explore import drive


def after(*events: tuple[str, Any], places: tuple[str, ...] = (), first: int = 1990, last: int = 2000) -> str:
    return drive.after(explore.stock(*places, first=first, last=last), *events)


def rows(shown: str) -> dict[str, list[str]]:
    """The table: each place with its cells."""
    body = shown[shown.index("<tbody>") : shown.index("</tbody>")]
    found = {}
    for row in body.split("<tr>")[1:]:
        cells = [re.sub(r"<[^>]+>", "", cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row)]
        found[cells[0]] = cells[1:]
    return found


@pytest.mark.parametrize(
    ("place", "cells"),
    [
        ("Africa", ["15.7", "16.4", "15.1", "−0.64 (−4.1%)", "8.7%", "46.9%"]),
        ("Asia", ["48.2", "46.4", "49.4", "+1.2 (+2.5%)", "28.5%", "46.2%"]),
        ("Europe", ["49.6", "53.5", "56.9", "+7.3 (+14.6%)", "32.8%", "51.6%"]),
        ("Latin America and the Caribbean", ["7.2", "6.7", "6.6", "−0.59 (−8.2%)", "3.8%", "50.1%"]),
        ("Northern America", ["27.6", "33.3", "40.4", "+12.7 (+46.1%)", "23.2%", "50.5%"]),
        ("Oceania", ["4.7", "5.0", "5.4", "+0.63 (+13.3%)", "3.1%", "50.1%"]),
    ],
)
def test_regions_from_1990_to_2000(place: str, cells: list[str]) -> None:
    """Millions by year, change, share of the world, share of women: United Nations, edition of 2019."""
    assert rows(after())[place] == cells


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([], "the largest rise is in Northern America (+12.7 million), the largest fall in Africa (−638 thousand)"),
        ([("last", "2019")], "From 1990 to 2019: the largest rise is in Asia (+35.3 million)."),
        ([("place", ["903"])], "From 1990 to 2000: Africa −638 thousand."),
        ([("place", ["900"])], "World +20.6 million."),
        ([("place", [])], "No place is chosen"),
        ([("place", ["903", "904"])], "the largest fall is in Africa"),
    ],
)
def test_the_finding_in_words(events: list[tuple[str, Any]], told: str) -> None:
    shown = after(*events)
    assert told in re.sub(r"<[^>]+>", "", shown[shown.index('id="stock-told"') :])


def test_a_country_is_added_and_taken_away() -> None:
    """It gets a box of its own; unticking it takes it away."""
    added = after(("country", "cote d'ivoire"))
    assert rows(added)["Côte d’Ivoire"][:3] == ["1.8", "2.1", "2.2"]
    assert 'id="stock-384"' in added
    again = after(("country", "cote d'ivoire"), ("country", "Côte d’Ivoire"))
    assert again == added
    gone = after(("country", "cote d'ivoire"), ("place", ["903", "935", "908", "904", "905", "909"]))
    assert gone == after()


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (("country", "Atlantis"), "No country or area ‘Atlantis’ is in the table"),
        (("country", ""), "No name was typed"),
        (("country", "United"), "Write more of the name"),
        (("last", "1998"), "no figures for ‘1998’; it has 1990, 1995, 2000, 2005, 2010, 2015, 2019"),
        (("last", "2024"), "no figures for ‘2024’"),
        (("first", "1985"), "no figures for ‘1985’"),
        (("first", "2000"), "The first year (2000) has to come before the last (2000)"),
        (("first", "<script>"), "no figures for ‘<script>’"),
    ],
)
def test_what_cannot_be_had_is_said_in_one_line(event: tuple[str, Any], told: str) -> None:
    with pytest.raises(CourseError) as caught:
        after(event)
    assert told in str(caught.value)
    assert "\n" not in str(caught.value)


def test_no_more_places_than_one_drawing_holds() -> None:
    """Six regions and two countries fit; a ninth place is refused by name."""
    two = (("country", "Mexico"), ("country", "Japan"))
    assert len(rows(after(*two))) == 8
    with pytest.raises(CourseError, match="take one away before you add Kenya"):
        after(*two, ("country", "Kenya"))


@pytest.mark.parametrize(
    "event",
    [
        ("place", "903"),
        ("place", {"903": True}),
        ("country", None),
        ("country", ["Mexico"]),
        ("first", None),
        ("measure", "money"),
        ("form", "pie"),
        ("add", ""),
        ("unknown", "x"),
    ],
)
def test_unknown_events_leave_the_page_as_it_is(event: tuple[str, Any]) -> None:
    assert after(event) == after()


def test_unknown_places_in_a_list_are_left_out() -> None:
    assert after(("place", ["903", "903", "nowhere", 7])) == after(("place", ["903"]))


@pytest.mark.parametrize(
    ("measure", "unit", "africa"),
    [
        ("people", "Number of people, millions", "15.7"),
        ("share", "Share of the world’s migrants, per cent", "10.3"),
        ("women", "Share of women, per cent", "47.2"),
    ],
)
@pytest.mark.parametrize("form", ["lines", "bars"])
def test_every_measure_in_both_forms(measure: str, unit: str, africa: str, form: str) -> None:
    """A drawing with a name, its unit, and the figures in the table."""
    shown = after(("measure", measure), ("form", form))
    assert unit in shown
    assert rows(shown)["Africa"][0] == africa
    assert re.search(r'role="img" aria-label="[^"]+, 1990 to 2000\. The table below gives every figure\."', shown)


def test_small_places_are_counted_in_smaller_units() -> None:
    """Tuvalu has some hundreds of migrants, not nought million."""
    shown = after(places=("Tuvalu",))
    assert "Number of people, persons" in shown
    assert rows(shown)["Tuvalu"][:1] == ["318"]


def test_years_offered_always_make_a_stretch() -> None:
    """The first year is chosen among those before the last, and the other way round."""
    shown = after(last=1995)
    assert re.findall(r'<option value="(\d{4})"', shown.split('id="stock-last"')[0]) == ["1990"]
    assert re.findall(r'<option value="(\d{4})"', shown.split('id="stock-last"')[1])[0] == "1995"


def test_limits_are_always_told() -> None:
    """Stock is not flow and not labour; borders moved; editions are not mixed."""
    page = explore.stock()
    texts = [after(), after(("place", [])), *page.without_kernel().values()]
    for text in texts:
        for told in ("not who came and went", "Refugees, students", "when States dissolved", "304 million in 2024"):
            assert told in text


def test_the_same_without_a_kernel() -> None:
    page = explore.stock(last=2000)
    for text in page.without_kernel().values():
        for told in ("Northern America", "27.6", "33.3", "40.4", "+12.7 (+46.1%)", "International Migrant Stock 2019"):
            assert told in text
