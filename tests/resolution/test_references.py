"""Citations followed to their sources: each expectation was read off the printed text by hand."""

from __future__ import annotations

import pytest

from helpers.resolution import Paragraph, load, parse
from helpers.resolution.references import called, held, references

RESOLUTION = load("A/RES/53/137")
# element, note, document, way; in printed order, the note without a mark last
WAYS = [
    ("MH.report", None, "A/53/625/Add.1", "text"),
    ("MH.title", None, "A/RES/45/158", "name"),
    ("PP1", "FN1", "A/RES/217 A (III)", "note"),
    ("PP1", "FN3", "A/RES/2106 A (XX)", "note"),
    ("PP1", "FN4", "A/RES/34/180", "note"),
    ("PP1", "FN5", "A/RES/44/25", "note"),
    ("PP5", "FN6", "A/CONF.157/24 (Part I)", "note"),
    ("PP7", None, "A/RES/45/158", "text"),
    ("PP8", "FN6", "A/CONF.157/24 (Part I)", "name"),
    ("PP9", None, "A/RES/52/115", "text"),
    ("OP2", None, "A/RES/45/158", "name"),
    ("OP6", "FN7", "A/53/230", "note"),
    (None, "FN2", "A/RES/2200 A (XXI)", "lost"),
]


def test_every_way() -> None:
    """Thirteen ways lead to ten documents; nobody guesses the place of note 2."""
    found = references(RESOLUTION)
    assert [(r.element, r.note, r.symbol, r.way) for r in found] == WAYS
    assert len({r.symbol for r in found}) == 10


@pytest.mark.parametrize(
    ("symbol", "words"),
    [
        ("A/53/230", "Takes note of the report of the Secretary-General"),
        ("A/53/625/Add.1", "on the report of the Third Committee (A/53/625/Add.1)"),
        ("A/RES/52/115", "in its resolution 52/115 of 12 December 1997"),
        ("A/RES/217 A (III)", "in particular the Universal Declaration of Human Rights"),
    ],
)
def test_the_words_that_cite(symbol: str, words: str) -> None:
    """They are the clause that ends at the mark or at the number, word for word."""
    reference = next(r for r in references(RESOLUTION) if r.symbol == symbol)
    assert reference.words == words
    assert words in " ".join(RESOLUTION.source.replace("*", "").split())


@pytest.mark.parametrize(
    ("element", "ends"),
    [
        ("PP1", {1: "of Human Rights,", 3: "Discrimination,", 4: "against Women,", 5: "of the Child,"}),
        ("PP5", {6: "25 June 1993,"}),
        ("OP6", {7: "Secretary-General,"}),
        ("PP7", {}),
    ],
)
def test_where_marks_stand(element: str, ends: dict[int, str]) -> None:
    """Each mark stands right after a comma."""
    paragraph = RESOLUTION[element]
    assert isinstance(paragraph, Paragraph)
    places = dict(called(RESOLUTION, paragraph))
    assert places.keys() == ends.keys()
    for number, end in ends.items():
        assert paragraph.text[: places[number]].endswith(end)


def test_a_text_without_notes_leads_through_none() -> None:
    text = (
        "The General Assembly,\n\nRecalling its resolution 45/158 of 18 December 1990,\n\n1. Decides to meet again.\n"
    )
    assert [(r.element, r.note, r.symbol, r.way) for r in references(parse(text))] == [
        ("PP1", None, "A/RES/45/158", "text")
    ]


def test_what_documents_hold() -> None:
    """One resolution adopted both Covenants; their common name is no third instrument."""
    assert [instrument.title for instrument in held()["A/RES/2200 A (XXI)"]] == [
        "International Covenant on Economic, Social and Cultural Rights",
        "International Covenant on Civil and Political Rights",
    ]
    assert "A/53/230" not in held()
