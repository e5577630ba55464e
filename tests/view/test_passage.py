"""The resolution's words: every layer marks exactly what the model found, and nothing is lost or run."""

from __future__ import annotations

import re

import pytest

from helpers.resolution import load, parse
from helpers.view.passage import LAYERS, marked, marks, words

RESOLUTION = load("A/RES/53/137")
EVERY = [layer.id for layer in LAYERS]


@pytest.mark.parametrize(
    ("element", "layer", "found"),
    [
        ("PP4", "opening", ["Aware"]),
        ("OP3", "opening", ["Calls upon", "expresses the hope"]),
        ("OP3", "addressee", ["all Member States"]),
        ("OP4", "addressee", ["the Secretary-General"]),
        ("OP6", "addressee", ["him"]),
        ("OP6", "deadline", ["at its fifty-fourth session"]),
        ("OP7", "deadline", ["at its fifty-fourth session"]),
        ("OP1", "deadline", []),
        ("PP9", "citation", ["resolution 52/115 of 12 December 1997"]),
    ],
)
def test_layers(element: str, layer: str, found: list[str]) -> None:
    paragraph = RESOLUTION[element]
    got = list(dict.fromkeys(paragraph.text[slice(*span)] for span in marks(paragraph)[layer]))
    assert got == found


@pytest.mark.parametrize("paragraph", [*RESOLUTION.preamble, *RESOLUTION.operative], ids=lambda p: p.id)
def test_marking_changes_no_word(paragraph) -> None:  # type: ignore[no-untyped-def]
    assert re.sub(r"<[^>]+>", "", str(marked(paragraph, EVERY))).replace("&#34;", '"') == paragraph.text


def test_markup_in_a_resolution_is_text() -> None:
    hostile = parse(
        "The General Assembly,\n\nRecalling <script>alert(1)</script> its resolution 45/158,\n\n"
        "1. Requests <b>the Secretary-General</b> to report.\n"
    )
    for paragraph in (*hostile.preamble, *hostile.operative):
        shown = str(words(hostile, paragraph.id, EVERY))
        assert "<script" not in shown
        assert "<b>" not in shown
    assert "&lt;script&gt;" in str(words(hostile, "PP1"))
