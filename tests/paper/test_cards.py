"""Cards and tables: the resolution's words, the data's figures, nothing that gives the key away."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from helpers import explore
from helpers.paper import text
from helpers.paper.cards import CardSet, card_sets
from helpers.paper.table import Table
from helpers.paper.tables import keys, stands_in, tables
from helpers.paper.typeset import pages, pdf
from helpers.resolution import load
from helpers.view import LAYERS
from tests.paper.printed import Printed

SETS = {cards.name: cards for cards in card_sets()}
TABLES = {table.name: table for table in tables()}


@pytest.mark.parametrize(
    ("name", "cards"),
    [
        ("dates", ["9 December 1998", "1 July 2003", "25 June 1993", "The Assembly adopts resolution 53/137"]),
        ("instruments", ["Convention on the Rights of the Child", "General Assembly, resolution 44/25", "Treaty"]),
        ("verbs", ["Expresses its deep concern", "Welcomes", "Invites", "Takes note", "Decides", "Urges"]),
    ],
)
def test_cards(name: str, cards: list[str]) -> None:
    """What stands on some of them, read off the resolution and the UN's own pages by hand."""
    assert set(cards) <= set(SETS[name].cards)


def test_the_paragraphs_are_the_sixteen_of_the_resolution() -> None:
    """Word for word, without their ids and printed numbers; the key alone has the order."""
    resolution = load("A/RES/53/137")
    texts = [paragraph.text for paragraph in (*resolution.preamble, *resolution.operative)]
    assert sorted(texts) == list(SETS["paragraphs"].cards)
    assert len(texts) == 16
    assert [row[0] for row in SETS["paragraphs"].key.rows][:10] == [*(f"PP{n}" for n in range(1, 10)), "OP1"]


@pytest.mark.parametrize("cards", SETS.values(), ids=SETS)
def test_the_order_of_cards_says_nothing(cards: CardSet) -> None:
    """Alphabetical, and every card once; the key names every card that has something to be told about."""
    kinds = [[card for card in cards.cards if card[0].isdigit() is day] for day in (False, True)]
    assert len(set(cards.cards)) == len(cards.cards)
    if cards.name in ("paragraphs", "verbs"):
        assert list(cards.cards) == sorted(cards.cards)
    if cards.name == "dates":
        assert kinds[0] == sorted(kinds[0])
        assert len(kinds[0]) == len(kinds[1]) == len(cards.key.rows) == 11


@pytest.mark.parametrize("cards", SETS.values(), ids=SETS)
def test_a_sheet_of_cards(cards: CardSet) -> None:
    """Every card is printed, legible, and on as few pages as the grid allows."""
    printed = Printed(pdf("cards", asdict(cards)))
    words = "".join(printed.words.split())
    assert all("".join(card.split()) in words for card in cards.cards)
    assert printed.pages == -(-len(cards.cards) // (cards.across * cards.down))
    assert min(size for _, size in printed.type) >= 9.5


@pytest.mark.parametrize(
    ("name", "row"),
    [
        ("symbols", ("RES", "nature", "Resolution")),
        ("openings", ("PP4", "Aware", "notes a situation", "270")),
        ("acts", ("OP6", "requests", "the Secretary-General", "", "at its fifty-fourth session")),
        ("sources", ("FN7", "A/53/230", "–")),
        ("sources", ("PP7", "A/RES/45/158", "18 December 1990")),
        ("links", ("PP5", "PP8", "source", "both cite “Vienna Declaration and Programme of Action”")),
        ("evidence", ("", "yes", "yes", "yes", "yes", "yes", "______")),
        ("deposits", ("Egypt", "–", "19 February 1993", "accession")),
        ("deposits", ("Mexico", "22 May 1991", "8 March 1999", "ratification")),
        ("convention", ("III", "Human rights of all migrant workers and members of their families", "8–35", "")),
        ("articles", ("79", "States keep the right to decide whom they admit.")),
        ("drafting-rules", ("Say who is asked.", "A request that names nobody is nobody’s duty.", "good to know")),
        ("people-to-place", ("", "□", "□", "□", "")),
        ("migrant-stock", ("Côte d’Ivoire", "1.8", "", "2.2", "", "", "", "")),
        ("migrant-stock", ("World", "153.0", "161.3", "173.6", "191.6", "", "", "271.6")),
        ("series", ("A/RES/52/115", "Status of the Convention", "12 December 1997", "without a vote (inferred)")),
    ],
)
def test_tables(name: str, row: tuple[str, ...]) -> None:
    """Rows copied by hand from the resolution and the tables of data/; an empty cell stands for any."""
    rows = TABLES[name].rows
    assert any(all(not want or want == cell for want, cell in zip(row, found, strict=True)) for found in rows)


def test_nothing_unverified_is_printed_as_known() -> None:
    """Rows that nobody checked against a document are left out."""
    assert "A/RES/46/114" not in {row[0] for row in TABLES["series"].rows}
    assert "CMW" not in {row[0] for row in TABLES["symbols"].rows}
    assert all("Migration for Employment" not in row[0] for row in TABLES["instruments"].rows)


@pytest.mark.parametrize("table", TABLES.values(), ids=TABLES)
def test_a_table_on_paper(table: Table) -> None:
    """All of it, on one page but for the long ones."""
    printed = Printed(pdf("tables", asdict(table)))
    words = "".join(printed.words.split())
    assert all("".join(cell.split()) in words for row in table.rows for cell in row)
    assert printed.pages == (2 if table.name in ("deposits", "links", "drafting-rules") else 1)
    assert printed.title == table.title


def test_keys_are_apart() -> None:
    """What learners fill in has its key in a table of its own; the sheet to fill in names none of it."""
    draft, people = keys()
    assert ("OP4", "has the number 4 where 3 is expected", "the form breaks") in draft.rows
    assert [row[1] for row in people.rows[:3]] == ["parts III and IV", "part III", "not covered"]
    sheet = Printed(pdf("tables", asdict(TABLES["people-to-place"]))).words
    assert not [row[3] for row in people.rows if row[3] in sheet]
    to_mend = Printed(pdf("text", text.draft_data()))
    assert "4. Requests the SG to bring this resolution to the attention of Governments;" in to_mend.words
    assert not [row[1] for row in draft.rows if row[1] in to_mend.words]
    assert {font.split("-")[0] for font, _ in to_mend.type} == {"DejaVuSans"}  # not the resolution's words


def test_sheets_stand_in_for_explorers_there_are() -> None:
    assert {name for name in stands_in() if not hasattr(explore, name)} == set()
    assert set(stands_in().values()) <= {text.WITH_SIGNS, text.TO_MEND, *(table.title for table in tables())}


# ---- the numbered text ----


def test_the_text_is_whole() -> None:
    """All 33 elements with their ids, word for word, the marks of notes 1 and 3 to 7 where they were printed."""
    printed = Printed(pdf("text", text.data()))
    words = "".join(printed.words.split())
    for element in load("A/RES/53/137").elements:
        assert element.id in words
        if element.kind == "note" or element.kind == "closing":
            assert "".join(element.text.split()) in words
    assert "Declaration of Human Rights,1 the" in printed.words
    assert "Secretary-General,7 and requests him" in printed.words
    assert "Covenants on Human Rights, the" in printed.words  # the mark of note 2 is lost in our copy
    assert printed.pages == 2


def test_the_signs_need_no_colour() -> None:
    """Verbs in bold; underlines, dots and boxes are drawn in black; the plain text has no bold serif at all."""
    data = text.data([layer.id for layer in LAYERS])
    with_signs, plain = Printed(pdf("text", data)), Printed(pdf("text", text.data()))
    assert "LibertinusSerif-Bold" in {font.removesuffix("-Identity-H") for font, _ in with_signs.type}
    assert "LibertinusSerif-Bold" not in {font.removesuffix("-Identity-H") for font, _ in plain.type}
    assert "boxed" in with_signs.words
    assert pages("text", data) == 2
