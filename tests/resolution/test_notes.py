"""Notes and their marks, in the forms in which they are printed and damaged."""

import pytest

from helpers.resolution import parse
from helpers.resolution.marks import lost

HEAD = "The General Assembly,\n\n"

# why, body, text of PP1, notes as (number, text, called_in, orphan)
NOTES = [
    ("raised", "Noting it,¹ now,\n\n1. Acts.\n\n¹ A/1.", "Noting it, now,", [(1, "A/1.", ("PP1",), False)]),
    (
        "two figures",
        "Noting it,¹² now,\n\n1. Acts.\n\n¹² A/1.",
        "Noting it, now,",
        [(12, "A/1.", ("PP1",), False)],
    ),
    (
        "bracketed",
        "Noting it,[1] now,\n\n1. Acts.\n\n[1] A/1.",
        "Noting it, now,",
        [(1, "A/1.", ("PP1",), False)],
    ),
    ("plain", "Noting it,1 now,\n\n1. Acts.\n\n1 A/1.", "Noting it, now,", [(1, "A/1.", ("PP1",), False)]),
    (
        "as in the 1990s",
        "Noting it, 1/ now,\n\n1. Acts.\n\n1/ A/1.",
        "Noting it, now,",
        [(1, "A/1.", ("PP1",), False)],
    ),
    ("lost", "Noting it, now,\n\n1. Acts.\n\n¹ A/1.", "Noting it, now,", [(1, "A/1.", (), True)]),
    (
        "called twice",
        "Noting it,¹ now,\n\n1. Acts on it.¹\n\n¹ A/1.",
        "Noting it, now,",
        [(1, "A/1.", ("PP1", "OP1"), False)],
    ),
    ("asterisk", "Noting it,* now,\n\n1. Acts.\n\n* A/1.", "Noting it, now,", [(0, "A/1.", ("PP1",), False)]),
    (
        "a note on two lines, the next straight below it",
        "Noting it,¹ now² and always in many words,\n\n1. Acts.\n\n¹ A/1,\nannex.\n² B/1.",
        "Noting it, now and always in many words,",
        [(1, "A/1, annex.", ("PP1",), False), (2, "B/1.", ("PP1",), False)],
    ),
    (
        "the number on a line of its own, above an address",
        "Noting it,¹ now and always in many words,\n\n1. Acts.\n\n¹\nhttps://example.org/birds.",
        "Noting it, now and always in many words,",
        [(1, "https://example.org/birds.", ("PP1",), False)],
    ),
    (
        "two raised figures on a line of their own",
        "Noting it,¹⁰ now and always in many words,\n\n1. Acts.\n\n¹⁰\nwww.example.org/birds.",
        "Noting it, now and always in many words,",
        [(10, "www.example.org/birds.", ("PP1",), False)],
    ),
    (
        "a plain figure on a line of its own",
        "Noting it,1 now and always in many words,\n\n1. Acts.\n\n1\nwww.example.org/birds.",
        "Noting it, now and always in many words,",
        [(1, "www.example.org/birds.", ("PP1",), False)],
    ),
    (
        "square metres are no note",
        "Noting 5 m² of it,\n\n1. Acts.\n\n² A/1.",
        "Noting 5 m² of it,",
        [(2, "A/1.", (), True)],
    ),
    (
        "a mark in the title",
        "Noting it,\n\n1. Acts.\n\n¹ A/1.",
        "Noting it,",
        [(1, "A/1.", ("MH.title",), False)],
    ),
    ("a mark without a note", "Noting it,⁵ now,\n\n1. Acts.", "Noting it, now,", []),
]


@pytest.mark.parametrize(("why", "body", "text", "notes"), NOTES, ids=[row[0] for row in NOTES])
def test_notes(why, body, text, notes):
    """Marks leave the text; notes know where they are called."""
    head = "1/1. Birds¹\n\n" if "title" in why else ""
    found = parse(head + HEAD + body)
    assert found["PP1"].text == text
    assert [(n.number, n.text, n.called_in, n.orphan) for n in found.footnotes] == notes


# why, paragraphs, numbers of notes, what is taken out
MARKS = [
    ("after punctuation and after a word", ["the Agenda,1 and reforms2 of it"], {1, 2}, ["1", "2"]),
    ("a year is no mark", ["in 1998, of 2 December"], {2, 8, 98}, []),
    ("a year with a mark", ["in 20244 and"], {4}, ["4"]),
    ("a resolution is no mark", ["resolution 50/81 of"], {1}, []),
    ("a resolution with a mark: none has four figures", ["resolution 71/2051 of"], {1}, ["1"]),
    ("decimals", ["1.5 and 5,001 and $88.6"], {1, 5, 6}, []),
    ("a document's addition", ["see A/51/182/Add.1 and"], {1}, []),
    ("a paragraph of a Roman section", ["paragraph VIII.8 of"], {8}, []),
    (
        "a figure out of order",
        ["the Goals5 of", "the Agenda,1 and", "Plans,2 and", "Aims,3"],
        {1, 2, 3, 5},
        list("123"),
    ),
    (
        "the same note called again",
        ["the Agenda,1 and the Goals,2", "its Agenda1 now"],
        {1, 2},
        ["1", "2", "1"],
    ),
    ("no such note", ["the Agenda,7 and"], {1}, []),
]


@pytest.mark.parametrize(("why", "texts", "numbers", "taken"), MARKS, ids=[row[0] for row in MARKS])
def test_lost_marks(why, texts, numbers, taken):
    """Plain figures that are marks, and those that are not."""
    found = lost(texts, [[] for _ in texts], numbers)
    assert [text[start:end] for text, marks in zip(texts, found, strict=True) for start, end, _ in marks] == taken


def test_marks_printed_as_such_bound_the_others():
    """Between marks 1 and 3 only a 2 can stand."""
    texts = ["Noting the Agenda and the Goals,2 and all Aims"]
    assert lost(texts, [[(1, 17), (3, len(texts[0]))]], {1, 2, 3}) == [[(32, 33, 2)]]
