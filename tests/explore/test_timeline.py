"""Instruments timeline: each instrument in time, told as far as the sources go."""

from __future__ import annotations

import re
from typing import Any

import pytest

from helpers.explore import timeline
from tests.explore.drive import after


def card(shown: str) -> str:
    return shown[shown.index('id="timeline-told"') :]


@pytest.mark.parametrize(
    ("key", "told"),
    [
        (
            "UDHR",
            ["A declaration", "10 December 1948", "resolution 217 A (III)", "PP1", "Note 1: “Resolution 217 A (III).”"],
        ),
        (
            "ICERD",
            ["A treaty", "21 December 1965", "7 March 1966", "4 January 1969", "Note 3", "about 150 (computed)", "182"],
        ),
        (
            "ICESCR",
            ["3 January 1976", "under the name “International Covenants on Human Rights” for both Covenants", "Note 2"],
        ),
        ("ICCPR", ["23 March 1976", "Its marker is missing in our copy", "lesson 11"]),
        ("CEDAW", ["1 March 1980", "3 September 1981", "Note 4: “Resolution 34/180, annex.”"]),
        (
            "CRC",
            ["20 November 1989", "Note 5: “Resolution 44/25, annex.”", "about 190 (computed) parties", "196 parties"],
        ),
        ("ICRMW", ["PP7, OP2", "None: the paragraph itself gives the resolution", "1 July 2003", "60 parties"]),
        ("VDPA", ["25 June 1993", "by the World Conference on Human Rights", "PP5, PP8", "Note 6"]),
    ],
)
def test_each_instrument(key: str, told: list[str]) -> None:
    """What it is, when, where it is named, which note gives its source, how many States."""
    shown = after(timeline(), ("pick", key))
    for words in told:
        assert words in card(shown)
    assert shown.count('aria-pressed="true"') == 1


def test_nine_were_contracting_states_and_not_parties() -> None:
    """Before its entry into force the Convention had no parties."""
    told = card(after(timeline(), ("pick", "ICRMW")))
    assert "9 December 1998: 9 contracting States: it was not yet in force" in told
    assert "9 parties" not in told


@pytest.mark.parametrize("key", ["UDHR", "ICERD", "ICESCR", "ICCPR", "CEDAW", "CRC", "VDPA"])
def test_articles_known_from_copies_are_marked_so(key: str) -> None:
    assert "Seen in secondary copies" in card(after(timeline(), ("pick", key)))


def test_one_mark_for_a_declaration_three_for_a_treaty() -> None:
    """The three days differ by shape and by height, not by colour."""
    shown = after(timeline())
    lanes = dict(re.findall(r'id="timeline-([A-Z]+)"(.*?)</div></div>', shown))
    assert {key: [sign for sign in "●◇▲" if sign in lane] for key, lane in lanes.items()} == {
        "UDHR": ["●"],
        "VDPA": ["●"],
        **{key: ["●", "◇", "▲"] for key in ("ICERD", "ICESCR", "ICCPR", "CEDAW", "CRC", "ICRMW")},
    }
    assert 'aria-label="Universal Declaration of Human Rights: adopted 10 December 1948"' in shown


def test_later_days_stand_further_to_the_right() -> None:
    marks = [float(x) for x in re.findall(r'res-timeline-0" style="left:([\d.]+)%', after(timeline()))]
    assert len(marks) == 8
    assert marks == sorted(marks)
    assert all(0 <= x <= 100 for x in marks)


@pytest.mark.parametrize(
    ("events", "titles", "chosen"),
    [
        ([("kind", "declaration")], 2, "Universal Declaration of Human Rights"),
        ([("kind", "treaty")], 6, "International Convention on the Elimination of All Forms of Racial Discrimination"),
        ([("instrument", "CRC"), ("kind", "treaty")], 6, "Convention on the Rights of the Child"),  # it stays chosen
        ([("kind", "treaty"), ("pick", "UDHR")], 6, "International Convention on the Elimination"),  # not shown
        ([("kind", "treaty"), ("kind", "all")], 8, "International Convention on the Elimination"),
        ([("kind", "agreements"), ("instrument", "<script>"), ("pick", None), ("form", 7), ("x", {})], 8, "Universal"),
    ],
)
def test_filter(events: list[tuple[str, Any]], titles: int, chosen: str) -> None:
    shown = after(timeline(), *events)
    assert shown.count('data-send="pick"') == titles
    assert f"<h3>{chosen}" in shown
    assert "<script" not in shown


def test_the_table_says_the_same() -> None:
    """A line of time is one form; the table has every day in words, and a row can be chosen."""
    shown = after(timeline(), ("form", "table"), ("pick", "CEDAW"))
    assert "<h3>Convention on the Elimination of All Forms of Discrimination against Women" in shown
    for day in ("10 December 1948", "7 March 1966", "23 March 1976", "2 September 1990", "1 July 2003", "25 June 1993"):
        assert day in shown[: shown.index('id="timeline-told"')]
    assert shown.count('<th scope="row">') == 8
    assert 'tabindex="0" role="region" aria-label="The instruments as a table"' in shown


def test_without_a_kernel() -> None:
    """Still form and plain text name all eight with their days and notes, and have no control."""
    page = timeline()
    still = page.without_kernel()["text/html"]
    assert "<button" not in still
    assert "<select" not in still
    assert len(page.plain.splitlines()) == 9
    for words in ("Vienna Declaration and Programme of Action", "18 December 1990", "resolution 34/180"):
        assert words in still
    assert "in force 1 July 2003; no note" in page.plain
    for told in (still, page.plain):
        assert told.count("2 (its marker is missing in our copy)") == 2  # of the two Covenants
