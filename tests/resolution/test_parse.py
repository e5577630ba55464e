"""Parsing: everything about resolution 53/137, then small invented texts for the other layouts."""

import datetime

import pytest

from helpers.errors import ParseError
from helpers.resolution import load, parse
from helpers.resolution.model import Element

# id, opening phrase, the words the span begins with and ends with (as printed), notes called, sub-paragraphs
PARAGRAPHS = [
    ("PP1", "Reaffirming once more", "Reaffirming once more the", "Rights of the Child,⁵", (1, 3, 4, 5)),
    ("PP2", "Bearing in mind", "Bearing in mind the principles", "organs of the United Nations,", ()),
    ("PP3", "Reiterating", "Reiterating that, despite", "members of their families,", ()),
    ("PP4", "Aware", "Aware of the situation", "certain parts of the world,", ()),
    ("PP5", "Considering", "Considering that, in the Vienna", "members of their families,", (6,)),
    ("PP6", "Underlining", "Underlining the importance", "against migrant workers,", ()),
    ("PP7", "Recalling", "Recalling its resolution 45/158", "Members of Their Families,", ()),
    ("PP8", "Bearing in mind", "Bearing in mind that, in the", "earliest possible time,", ()),
    ("PP9", "Recalling", "Recalling that, in its", "status of the Convention,", ()),
    ("OP1", "Expresses its deep concern", "1. *Expresses its deep", "parts of the world;", ()),
    ("OP2", "Welcomes", "2. *Welcomes* the signature", "some Member States;", ()),
    ("OP3", "Calls upon", "3. *Calls upon* all", "at an early date;", ()),
    ("OP4", "Requests", "4. *Requests* the", "field of human rights;", ()),
    ("OP5", "Welcomes", "5. *Welcomes* the launching", "understanding of the Convention;", ()),
    ("OP6", "Takes note", "6. *Takes note* of the", "fifty-fourth session;", (7,)),
    ("OP7", "Decides", "7. *Decides* to consider", 'human rights instruments".', ()),
]

NOTES = [
    (1, "Resolution 217 A (III).", ("PP1",)),
    (2, "Resolution 2200 A (XXI), annex.", ()),  # its mark was lost in print; nobody guesses
    (3, "Resolution 2106 A (XX), annex.", ("PP1",)),
    (4, "Resolution 34/180, annex.", ("PP1",)),
    (5, "Resolution 44/25, annex.", ("PP1",)),
    (6, "A/CONF.157/24 (Part I), chap. III.", ("PP5",)),
    (7, "A/53/230.", ("OP6",)),
]

# In printed order: notes stand where the printed page broke.
ELEMENTS = [
    "MH.organ",
    "MH.distribution",
    "MH.symbol",
    "MH.issued",
    "MH.session",
    "MH.item",
    "MH.report",
    "MH.title",
    "EW",
    "PP1",
    "PP2",
    "FN1",
    "FN2",
    "FN3",
    "FN4",
    "FN5",
    "PP3",
    "PP4",
    "PP5",
    "PP6",
    "PP7",
    "PP8",
    "PP9",
    "OP1",
    "OP2",
    "OP3",
    "OP4",
    "OP5",
    "FN6",
    "OP6",
    "OP7",
    "CL",
    "FN7",
]

ELEMENT_TEXTS = {
    "MH.organ": "General Assembly",
    "MH.distribution": "Distr. GENERAL",
    "MH.symbol": "A/RES/53/137",
    "MH.issued": "1 March 1999",
    "MH.session": "Fifty-third session",
    "MH.item": "Agenda item 110 (a)",
    "MH.report": ("RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY [on the report of the Third Committee (A/53/625/Add.1)]"),
    "MH.title": (
        "53/137. International Convention on the Protection of the Rights of All Migrant Workers "
        "and Members of Their Families"
    ),
    "EW": "The General Assembly,",
    "CL": "85th plenary meeting 9 December 1998",
}


@pytest.fixture(scope="module")
def resolution():
    return load("A/RES/53/137")


@pytest.mark.parametrize(("key", "opening", "first", "last", "notes"), PARAGRAPHS)
def test_every_paragraph_of_53_137(resolution, key, opening, first, last, notes):
    """Opening, place and notes of each paragraph; none has sub-paragraphs."""
    paragraph = resolution[key]
    printed = resolution.source[slice(*paragraph.span)]
    assert (paragraph.id, paragraph.opening, paragraph.notes) == (key, opening, notes)
    assert paragraph.number == (int(key[2:]) if key.startswith("OP") else None)
    assert printed.startswith(first) and printed.endswith(last)
    assert (paragraph.children, paragraph.label, len(paragraph.spans)) == ((), None, 1)
    assert resolution.source[slice(*paragraph.opening_span)] == opening


def test_parts_of_53_137(resolution):
    """Nine preambular and seven operative paragraphs, no annex, nothing out of place."""
    assert [p.id for p in resolution.preamble] == [row[0] for row in PARAGRAPHS[:9]]
    assert [p.id for p in resolution.operative] == [row[0] for row in PARAGRAPHS[9:]]
    assert (resolution.annexes, resolution.unplaced) == ((), ())
    assert resolution.enacting.text == "The General Assembly,"


@pytest.mark.parametrize(("number", "text", "called_in"), NOTES)
def test_every_note_of_53_137(resolution, number, text, called_in):
    """Note 2 alone is an orphan."""
    note = resolution[f"FN{number}"]
    assert (note.number, note.text, note.called_in) == (number, text, called_in)
    assert note.orphan == (number == 2)


def test_elements_of_53_137(resolution):
    """The 33 teachable elements, in printed order, each with its own words."""
    assert [element.id for element in resolution.elements] == ELEMENTS
    by_id = {element.id: element for element in resolution.elements}
    assert {key: by_id[key].text for key in ELEMENT_TEXTS} == ELEMENT_TEXTS
    labels = {by_id[key].label for key in ("PP1", "OP7", "FN2", "CL", "MH.item")}
    assert labels == {
        "Preambular paragraph 1",
        "Operative paragraph 7",
        "Footnote 2",
        "Closing line",
        "Agenda item",
    }
    assert resolution["MH"].text.startswith("General Assembly Distr. GENERAL A/RES/53/137")


def test_adoption_of_53_137(resolution):
    """The closing lines name the meeting and the date."""
    adoption = resolution.adoption
    assert (adoption.meeting, adoption.date) == ("85th plenary meeting", datetime.date(1998, 12, 9))
    assert resolution.source[slice(*adoption.span)] == "*85th plenary meeting\n9 December 1998*"
    assert adoption.vote is None


def test_offsets_show_each_character_in_the_source(resolution):
    """Every character of a running text is the one printed at its offset."""
    for paragraph in resolution.paragraphs:
        assert len(paragraph.offsets) == len(paragraph.text)
        assert "".join(resolution.source[i] for i in paragraph.offsets) == paragraph.text


def test_pieces_give_53_137_back(resolution):
    """The pieces cut the text without a gap."""
    assert "".join(resolution.source[slice(*piece.span)] for piece in resolution.pieces) == resolution.source
    assert {piece.id for piece in resolution.pieces if piece.id} == set(ELEMENTS)


def test_spans_of_acts_and_citations_lie_in_the_source(resolution):
    """What a span shows is the verb itself, or the cited symbol's own words."""
    for act in resolution.acts:
        assert resolution.source[slice(*act.span)].lower() == act.verb.lower()
    cited = {resolution.source[slice(*citation.span)] for citation in resolution.citations}
    assert {"A/53/625/Add.1", "Resolution 44/25"} <= {text.split(",")[0] for text in cited}


def test_unknown_id_names_the_nearest(resolution):
    """A wrong id is answered with ids that there are."""
    with pytest.raises(KeyError, match=r"OP9.*OP"):
        resolution["OP9"]
    assert "OP7" in resolution and "OP9" not in resolution


# ---- other layouts: (why the row exists, text, ids, texts by id) -------------------------------------------

LAYOUTS = [
    (
        "one paragraph on hard-wrapped lines, a word divided, a hyphen that belongs",
        "The General Assembly,\n\nRecalling the protection of the regio-\nnal seas and the long-\nterm "
        "plan,\n\n"
        "1. Decides on regional seas.",
        ["PP1", "OP1"],
        {"PP1": "Recalling the protection of the regional seas and the long-term plan,"},
    ),
    (
        "a page break inside a paragraph: note, folio, running head and symbol go elsewhere",
        "A/RES/70/1\n\nThe General Assembly,\n\nRecalling its decision¹ to protect the\n\n¹ Decision 1.\n"
        "\n1/2\n\n"
        "A/RES/70/1\n\nsea,\n\n1. Decides to act.\n",
        ["PP1", "OP1"],
        {"PP1": "Recalling its decision to protect the sea,", "FN1": "Decision 1."},
    ),
    (
        "no blank lines at all: openings and numbers tell the paragraphs apart",
        "The General Assembly,\nRecalling its resolution 1/1,\nMindful of the sea,\n1. Notes it;\n2. Decides to act.",
        ["PP1", "PP2", "OP1", "OP2"],
        {"PP2": "Mindful of the sea,", "OP1": "Notes it;"},
    ),
    (
        "a sole operative paragraph is not numbered",
        "The General Assembly,\n\nRecalling its resolution 1/1,\n\nApproves the report of the Committee.",
        ["PP1", "OP1"],
        {"OP1": "Approves the report of the Committee."},
    ),
    (
        "a preambular paragraph may end with a full stop",
        "The General Assembly,\n\nReaffirming that rights are universal.\n\n1. Decides to act.",
        ["PP1", "OP1"],
        {},
    ),
    (
        "four levels of sub-paragraphs",
        "The General Assembly,\n\n1. Requests him:\n\n(a) To report:\n\n(i) On birds:\n\na. Great;\n\nb. "
        "Small;\n\n"
        "(ii) On fish;\n\n(b) To act;\n\n2. Decides to stay.",
        ["OP1", "OP1(a)", "OP1(a)(i)", "OP1(a)(i)(a)", "OP1(a)(i)(b)", "OP1(a)(ii)", "OP1(b)", "OP2"],
        {"OP1(a)(i)(b)": "Small;"},
    ),
    (
        "(i) after (h) is a letter, not a Roman number",
        "The General Assembly,\n\n1. Decides:\n\n"
        + "".join(f"({letter}) To do {letter};\n\n" for letter in "abcdefghij"),
        ["OP1", *(f"OP1({letter})" for letter in "abcdefghij")],
        {},
    ),
    (
        "a list in the preamble",
        "The General Assembly,\n\nBearing in mind that:\n\n(a) Birds fly;\n\n(b) Fish swim,\n\n1. Decides to act.",
        ["PP1", "PP1(a)", "PP1(b)", "OP1"],
        {"PP1(b)": "Fish swim,"},
    ),
    (
        "letters inside a line are no sub-paragraphs",
        "The General Assembly,\n\nNoting (a) the sea; (b) the land,\n\n1. Decides to act.",
        ["PP1", "OP1"],
        {"PP1": "Noting (a) the sea; (b) the land,"},
    ),
    (
        "nor is a letter that a hard wrap put first",
        "The General Assembly,\n\n1. Notes the work on (a) the seas of the north;\n(b) the land; and\n(c) the air.",
        ["OP1"],
        {"OP1": "Notes the work on (a) the seas of the north; (b) the land; and (c) the air."},
    ),
    (
        "an initial ends no paragraph",
        "The General Assembly,\n\nNoting the argan tree (Argania spinosa (L.)\nSkeels) of the coast,\n\n"
        "1. Acts.\n\n"
        "2. Decides on the tree of the coast now.",
        ["PP1", "OP1", "OP2"],
        {"PP1": "Noting the argan tree (Argania spinosa (L.) Skeels) of the coast,"},
    ),
    (
        "a list with bullets",
        "The General Assembly,\n\n1. Decides:\n\n• To go;\n\n• To stay;\n\n2. Notes it.",
        ["OP1", "OP1(1)", "OP1(2)", "OP2"],
        {"OP1(2)": "To stay;"},
    ),
    (
        "numbering that starts anew opens a section",
        "The General Assembly,\n\nNoting it,\n\nI\n\n1. Notes it;\n\n2. Decides;\n\nII\n\n1. Requests "
        "him;\n\n2. Decides.",
        ["PP1", "I.OP1", "I.OP2", "II.OP1", "II.OP2"],
        {"II.OP1": "Requests him;"},
    ),
    (
        "parts A and B with enacting words of their own",
        "1/2. Birds\n\nA\n\nThe General Assembly,\n\nNoting A,\n\n1. Decides A.\n\n5th meeting\n3 May "
        "1990\n\n"
        "B\n\nThe General Assembly,\n\nNoting B,\n\n1. Decides B.",
        ["A.PP1", "B.PP1", "A.OP1", "B.OP1"],
        {"B.EW": "The General Assembly,", "B.OP1": "Decides B."},
    ),
    (
        "headings in the operative part do not join its paragraphs",
        "The General Assembly,\n\n1. Notes it;\n\nFollow-up\n\n2. Decides to act.",
        ["OP1", "OP2"],
        {"OP1": "Notes it;", "OP2": "Decides to act."},
    ),
    (
        "the 1990s: notes 1/, two blanks after numbers, a rule of hyphens, /... and a page heading",
        "     The General Assembly,\n\n     Recalling its resolution, 1/ adopted in 1990,\n\n     1.   "
        "Notes it; 2/\n\n"
        "     -----\n     1/   Resolution 45/1.\n\n     2/   A/48/1.\n\n                    /...\n\n"
        "A/RES/48/1\nPage 2\n\n"
        "     2.   Decides to act.\n",
        ["PP1", "OP1", "OP2"],
        {"PP1": "Recalling its resolution, adopted in 1990,", "FN2": "A/48/1."},
    ),
    (
        "soft hyphens, zero-width characters and a right-to-left script",
        "The General Assembly,\n\n\u200fRecalling the \u0639\u0647\u062f and co\u00adoperation,\u200f\n\n"
        "1. Decides\u00a0it.",
        ["PP1", "OP1"],
        {"PP1": "Recalling the \u0639\u0647\u062f and cooperation,", "OP1": "Decides it."},
    ),
    (
        "only the operative part was pasted",
        "1. Requests him to report;\n\n2. Decides to act.",
        ["OP1", "OP2"],
        {},
    ),
]


@pytest.mark.parametrize(("why", "text", "ids", "texts"), LAYOUTS, ids=[row[0] for row in LAYOUTS])
def test_layouts(why, text, ids, texts):
    """Each layout gives these paragraphs, and the text back."""
    found = parse(text)
    assert [paragraph.id for paragraph in found.paragraphs] == ids
    assert {key: found[key].text for key in texts} == texts
    assert "".join(text[slice(*piece.span)] for piece in found.pieces) == text
    assert found.unplaced == ()


def test_a_page_break_gives_two_spans():
    """The parts of a divided paragraph show exactly what was printed of it."""
    text = "The General Assembly,\n\nRecalling the\n\n- 2 -\n\nsea,\n\n1. Decides to act."
    found = parse(text)["PP1"]
    assert [text[slice(*span)] for span in found.spans] == ["Recalling the", "sea,"]


def test_annexes_are_kept_whole():
    """Numbers inside an annex are no operative paragraphs."""
    text = (
        "The General Assembly,\n\n1. Adopts it.\n\n5th meeting\n3 May 1990\n\n"
        "Annex I\n\nRules\n\n1. Fly.\n\nAnnex II\n\nX"
    )
    found = parse(text)
    assert [(annex.id, annex.title, annex.text) for annex in found.annexes] == [
        ("AN1", "Rules", "Rules\n\n1. Fly."),
        ("AN2", "X", "X"),
    ]
    assert [paragraph.id for paragraph in found.operative] == ["OP1"]


def test_record_of_the_vote_is_kept():
    """What stands in brackets below the closing line is the vote."""
    text = "The Human Rights Council,\n\n1. Decides.\n\n5th meeting\n3 May 2020\n\n[Adopted without a vote.]\n"
    found = parse(text)
    assert (found.adoption.vote, found.unplaced) == ("[Adopted without a vote.]", ())


def test_what_has_no_place_is_kept_with_the_reason():
    """A table between two paragraphs is unplaced, not lost."""
    text = "The General Assembly,\n\n1. Decides;\n\nBirds | 3\nFish | 4\n\n2. Notes it."
    found = parse(text)
    assert [(item.text, item.reason) for item in found.unplaced] == [
        ("Birds | 3\nFish | 4", "unnumbered text in the operative part")
    ]
    assert text[slice(*found.unplaced[0].span)] == found.unplaced[0].text


ERRORS = [
    ("", 1, "empty"),
    (" \n\n\t", 1, "empty"),
    ("Good morning.\nHow are you?", 2, "no enacting words"),
    ("The General Assembly,", 1, "no preambular or operative"),
    ("The General Assembly,\n\n¹ Resolution 1/1.\n\n² Resolution 1/2.", 5, "no preambular or operative"),
    ("PK\n\0\0", 2, "binary"),
    (b"The General\n\xff\xfe Assembly", 2, "UTF-8"),
    ("x" * 20_000_001, 1, "20,000,000"),
]


@pytest.mark.parametrize(("text", "line", "reason"), ERRORS, ids=[row[2] + str(i) for i, row in enumerate(ERRORS)])
def test_errors_name_line_and_reason(text, line, reason):
    """Where there is no resolution, one line says why and what to do."""
    with pytest.raises(ParseError, match=reason) as caught:
        parse(text)
    assert caught.value.line == line
    assert "\n" not in str(caught.value)


def test_bytes_are_read_as_utf8(resolution):
    """The same record from the file's bytes."""
    assert parse(resolution.source.encode()) == resolution


def test_elements_carry_one_span_at_least(resolution):
    """An element can always be shown in the text."""
    assert all(isinstance(e, Element) and e.spans for e in resolution.elements)
