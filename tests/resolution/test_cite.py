"""Citations: every one in the resolution, and rows of invented text with the reason they stand here."""

import time
from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.resolution import cite, load

ICRMW = "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families"
VDPA = "Vienna Declaration and Programme of Action"

# Every citation of A/RES/53/137: element, kind, symbol or title, date.
RESOLUTION = [
    ("PP1", "declaration", "Universal Declaration of Human Rights", None),
    ("PP1", "treaty", "International Covenants on Human Rights", None),
    (
        "PP1",
        "treaty",
        "International Convention on the Elimination of All Forms of Racial Discrimination",
        None,
    ),
    ("PP1", "treaty", "Convention on the Elimination of All Forms of Discrimination against Women", None),
    ("PP1", "treaty", "Convention on the Rights of the Child", None),
    ("PP5", "declaration", VDPA, date(1993, 6, 25)),
    ("PP5", "conference", "World Conference on Human Rights", None),
    ("PP7", "resolution", "A/RES/45/158", date(1990, 12, 18)),
    ("PP7", "treaty", ICRMW, None),
    ("PP8", "declaration", VDPA, None),
    ("PP9", "resolution", "A/RES/52/115", date(1997, 12, 12)),
    ("OP2", "treaty", ICRMW, None),
    ("FN1", "resolution", "A/RES/217 A (III)", None),
    ("FN2", "resolution", "A/RES/2200 A (XXI)", None),
    ("FN3", "resolution", "A/RES/2106 A (XX)", None),
    ("FN4", "resolution", "A/RES/34/180", None),
    ("FN5", "resolution", "A/RES/44/25", None),
    ("FN6", "document", "A/CONF.157/24 (Part I)", None),
    ("FN7", "document", "A/53/230", None),
]

# (text, [(kind, symbol or title)], why)
ROWS = [
    ("its resolution 45/158 of 18 December 1990", [("resolution", "A/RES/45/158")], "session and number"),
    (
        "its resolutions 74/1, 74/2 of 10 October 2019 and 74/3",
        [("resolution", "A/RES/74/1"), ("resolution", "A/RES/74/2"), ("resolution", "A/RES/74/3")],
        "one cue for a list",
    ),
    ("resolution 1325 (2000)", [("resolution", "S/RES/1325 (2000)")], "a year in brackets: Security Council"),
    ("Resolution 2200 A (XXI), annex.", [("resolution", "A/RES/2200 A (XXI)")], "a session in Roman figures"),
    ("resolution S-21/2", [("resolution", "A/RES/S-21/2")], "a special session"),
    ("Human Rights Council resolution 5/1", [("resolution", "A/HRC/RES/5/1")], "the organ is named"),
    ("Economic and Social Council resolution 1996/31", [("resolution", "E/RES/1996/31")], "counted by years"),
    ("Council resolution 5/1", [("resolution", None)], "which Council is not said"),
    ("Environment Assembly resolution 5/8", [("resolution", None)], "not the General Assembly's"),
    ("decision 54/5 of 1 May 2000", [("document", None)], "a decision has a symbol of another make"),
    ("A/53/625/Add.1)]", [("document", "A/53/625/Add.1")], "brackets are no part of it"),
    ("See A/CONF.157/24 (Part I), chap. III.", [("document", "A/CONF.157/24 (Part I)")], "chapter left out"),
    (
        "contained in S/2005/10 and A/60/1,",
        [("document", "S/2005/10"), ("document", "A/60/1")],
        "two documents",
    ),
    ("A/RES/53/137", [("resolution", "A/RES/53/137")], "a symbol that says it is a resolution"),
    (
        "the International Covenant on Economic, Social and Cultural Rights and the International Covenant "
        "on Civil and Political Rights",
        [
            ("treaty", "International Covenant on Economic, Social and Cultural Rights"),
            ("treaty", "International Covenant on Civil and Political Rights"),
        ],
        "commas inside a title",
    ),
    (
        "the International Convention on the Protection of the Rights of All Migrant Workers and Members "
        "of their Families",
        [("treaty", ICRMW)],
        "other capitals, the official title",
    ),
    ("the Convention", [], "a short form"),
    ("the Optional Protocol", [], "a short form"),
    (
        "the Moon Convention on Quiet Nights and the Rain Pact",
        [("treaty", "Moon Convention on Quiet Nights"), ("treaty", "Rain Pact")],
        "names no table lists",
    ),
    (
        "the Optional Protocol to the Convention on Rain",
        [("treaty", "Optional Protocol to the Convention on Rain")],
        "a protocol takes its convention along",
    ),
    (
        "the Hill Declaration and Programme of Action",
        [("declaration", "Hill Declaration and Programme of Action")],
        "a declaration with its programme",
    ),
    ("the Charter of the United Nations", [("charter", "Charter of the United Nations")], "the Charter"),
    (
        "the Third World Conference on Rain, held",
        [("conference", "Third World Conference on Rain")],
        "a conference",
    ),
    ("the Conference on Disarmament", [], "a standing body"),
    ("the World Public Information Campaign on Human Rights", [], "a campaign is no citation"),
    ("the programme of advisory services", [], "nor is a programme"),
    ("resolution 45/158 of 31 February 1990", [("resolution", "A/RES/45/158")], "a day no calendar has"),
    ("", [], "nothing"),
]


def test_every_citation_of_the_resolution() -> None:
    resolution = load("A/RES/53/137")
    elements = [*resolution.preamble, *resolution.operative, *resolution.footnotes]
    found = [
        (citation.paragraph, citation.kind, citation.symbol or citation.title, citation.date)
        for element in elements
        for citation in element.citations
    ]
    assert found == RESOLUTION


def test_the_masthead_cites_its_report_and_the_convention() -> None:
    text = "[on the report of the Third Committee (A/53/625/Add.1)]"
    assert [(c.kind, c.symbol) for c in cite.find(text, "MH.report")] == [("document", "A/53/625/Add.1")]
    assert [(c.kind, c.title) for c in cite.find(f"53/137. {ICRMW}", "MH.title")] == [("treaty", ICRMW)]


@pytest.mark.parametrize(("text", "expected", "why"), ROWS)
def test_rows(text: str, expected: list[tuple[str, str | None]], why: str) -> None:
    assert [(c.kind, c.symbol or c.title) for c in cite.find(text, "PP1")] == expected, why


def test_the_organ_that_speaks_owns_its_resolutions() -> None:
    """ "Its resolution 54/14" is the Council's in the Council's own text."""
    assert cite.find("its resolution 54/14", "PP1", "Human Rights Council")[0].symbol == "A/HRC/RES/54/14"
    assert cite.find("its resolution 54/14", "PP1")[0].symbol == "A/RES/54/14"


def test_a_date_after_the_name_is_the_names() -> None:
    text = "the Convention on the Rights of the Child of 20 November 1989"
    assert cite.find(text, "PP1")[0].date == date(1989, 11, 20)


@given(st.text() | st.text(alphabet="Resolution Convention on the A/0123456789 (XI) and annex, İſK\n"))
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_and_citations_do_not_overlap(text: str) -> None:
    found = cite.find(text, "X")
    assert all(a.span.end <= b.span.start for a, b in pairwise(found))
    assert all(0 <= c.span.start < c.span.end <= len(text) for c in found)


@pytest.mark.parametrize(
    "unit", ["A/", "Convention ", "and the Convention on ", "resolution 5/", "The ", "1", "Aa Bb "]
)
def test_time_grows_with_length_only(unit: str) -> None:
    """A text eight times as long may not take fifty times as long."""

    def seconds(length: int) -> float:
        start = time.perf_counter()
        cite.find(unit * (length // len(unit)), "X")
        return time.perf_counter() - start

    seconds(1000)
    assert seconds(16_000) < max(50 * seconds(2_000), 0.3)
