"""Citation network: every node tells how it is cited, through which note, what it is, and where to go."""

from __future__ import annotations

import re
from typing import Any

import pytest

from helpers import explore
from helpers.explore.diagram import layout
from helpers.explore.neighbours import beside
from helpers.resolution import load
from helpers.resolution.references import references
from tests.explore import drive


def after(*events: tuple[str, Any]) -> str:
    return drive.after(explore.network(), *events)


def told(*events: tuple[str, Any]) -> str:
    """The text of the explanation, without tags."""
    shown = after(*events)
    return " ".join(re.sub(r"<[^>]+>", " ", shown[shown.index('id="network-told"') :]).split())


@pytest.mark.parametrize(
    ("node", "says"),
    [
        ("PP1", ["note 1 → A/RES/217 A (III)", "“International Covenants on Human Rights”: no mark stands here"]),
        ("PP5", ["25 June 1993” → note 6 → A/CONF.157/24 (Part I)"]),
        ("PP7", ["“Recalling its resolution 45/158 of 18 December 1990” → no note → A/RES/45/158"]),
        ("PP8", ["only the name stands here. PP5 gives the source, through note 6"]),
        ("OP2", ["only the name stands here. PP7 gives the source: A/RES/45/158"]),
        ("MH.title", ["PP7 gives the source", "Before it in the series A/RES/52/115 of 12 December 1997"]),
        ("FN2", ["Nowhere: its mark is missing in our copy.", "International Covenant on Civil and Political Rights"]),
        ("FN3", ["In PP1, after “the International Convention on the Elimination", "part A of number 2106"]),
        ("FN6", ["In PP5, after", "PP8 uses the name again, without a mark of its own."]),
        (
            "A/RES/2200 A (XXI)",
            ["the mark of its note is missing", "21st session", "A/RES/2200 (XXI)", "turn to part A"],
        ),
        ("A/RES/2106 A (XX)", ["Note 3: “Resolution 2106 A (XX), annex.”", "Turn to its annex.", "21 December 1965"]),
        ("A/CONF.157/24 (Part I)", ["By name alone in PP8.", "A document of a conference", "Turn to chapter III."]),
        ("A/53/230", ["“Takes note of the report of the Secretary-General” (OP6)", "no RES"]),
        ("A/53/625/Add.1", ["An addendum", "Take the number from the masthead."]),
    ],
)
def test_what_a_node_tells(node: str, says: list[str]) -> None:
    shown = told(("pick", node))
    for words in says:
        assert words in shown


def test_neighbours_below_high_confidence_are_marked() -> None:
    """Verified rows stand plainly, the others are called unverified; other subjects are left out."""
    shown = told(("node", "A/RES/45/158"))
    assert "Before it in the series A/RES/42/140 of 7 December 1987" in shown
    assert "Between the two, unverified: A/RES/44/155, A/RES/43/146." in shown
    assert "48/110" not in shown
    assert beside("A/RES/34/180")[0].verified is None


@pytest.mark.parametrize(
    "event",
    [("pick", "FN9"), ("pick", None), ("node", ["FN1"]), ("node", "<script>"), ("table", 7), ("other", "PP1")],
)
def test_what_is_unknown_leaves_the_state(event: tuple[str, Any]) -> None:
    assert after(event) == after()


def test_the_chosen_way_is_heavy_not_only_coloured() -> None:
    """One button is pressed; its ways are heavier lines, its nodes have heavier borders."""
    shown = after(("pick", "PP8"))
    assert shown.count('aria-pressed="true"') == 1
    assert shown.count("res-lit") == 3  # PP8, note 6, the report of the conference
    assert len(re.findall(r'class="res-heavy(?: res-dotted)?"', shown)) == 2
    assert after(("pick", "FN2")).count("res-broken") == 1


def test_the_table_comes_when_asked_for() -> None:
    assert "<table" not in after()
    assert after(("table", ["table"])).count("<tr>") == 14  # thirteen ways and the head


def test_rows_keep_the_order_of_the_text() -> None:
    """Paragraphs, notes and documents each stand once; a note stands in the row of its document."""
    made = layout(references(load("A/RES/53/137")))
    assert list(made.elements) == ["MH.report", "MH.title", "PP1", "PP5", "PP7", "PP8", "PP9", "OP2", "OP6"]
    assert sorted(made.elements.values()) == list(made.elements.values())
    assert len(set(made.elements.values())) == 9
    assert list(made.documents)[1:4] == ["A/RES/217 A (III)", "A/RES/2200 A (XXI)", "A/RES/2106 A (XX)"]
    assert made.notes["FN2"] == made.documents["A/RES/2200 A (XXI)"] == 3
    assert made.rows == 10


def test_without_a_kernel_it_tells_the_same() -> None:
    """The still page is the table, the plain text one line a way; neither needs a control."""
    page = explore.network()
    shown = page.without_kernel()
    assert shown["text/html"].count("<tr>") == 14
    assert "no mark in our copy" in shown["text/html"]
    assert "button" not in shown["text/html"]
    assert page.plain.splitlines()[2] == "PP1 → note 1 → A/RES/217 A (III)"
    assert page.plain.splitlines()[-1] == "note 2 (mark missing) → A/RES/2200 A (XXI)"
    assert shown == page.without_kernel()
