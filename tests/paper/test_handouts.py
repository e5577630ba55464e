"""Hand-outs: one page for every lesson there is, the same words as the lesson, never an answer."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from helpers.errors import CourseError
from helpers.lessons import Book, read_books
from helpers.paper import answers, page
from helpers.paper.fit import fit
from helpers.paper.page import Page
from helpers.paper.prose import plain
from helpers.paper.sheet import read_sheet
from helpers.paper.tables import stands_in
from helpers.paper.typeset import pdf
from helpers.resolution import load
from helpers.resources import lessons_path
from tests.paper.printed import Printed

LESSONS = [book.file.removesuffix(".ipynb") for book in read_books(lessons_path())]
#: The tour asks about the screen, the reader about a text that each learner brings.
ONLY_ON_SCREEN = {"tour", "reader"}


@cache
def book(name: str) -> Book:
    return next(book for book in read_books(lessons_path()) if book.file == f"{name}.ipynb")


@cache
def fitted(name: str) -> Page:
    return fit(read_sheet(book(name)))


@cache
def handout(name: str) -> Printed:
    return Printed(pdf("handout", page.data(fitted(name))))


@cache
def answer_sheet(name: str) -> Printed:
    return Printed(pdf("answers", answers.data(fitted(name))))


def squeezed(text: str) -> str:
    """Without white space, which a line break in a PDF adds and takes away."""
    return "".join(text.split())


@pytest.mark.parametrize("name", LESSONS)
def test_a_hand_out_is_one_page(name: str) -> None:
    """A4, tagged, titled, every text 9.5 pt or larger but for the marks of notes."""
    printed = handout(name)
    assert printed.pages == 1
    assert (printed.title, printed.tagged, printed.embedded) == (book(name).title, True, True)
    assert {size for font, size in printed.type if font.startswith("DejaVu")} >= {9.5}
    assert min(size for font, size in printed.type if font.startswith("DejaVu")) >= 9.5
    assert not {size for font, size in printed.type if size < 9.5 and not font.startswith("LibertinusSerif")}


@pytest.mark.parametrize("name", LESSONS)
def test_a_hand_out_has_every_part_that_its_lesson_has(name: str) -> None:
    """Words, directed questions, three to five questions, pair task, discussion, key points."""
    sheet, made = read_sheet(book(name)), fitted(name)
    words = squeezed(handout(name).words)
    assert 3 <= len(made.questions) <= 5 or (len(made.questions) == 1 and made.questions[0].kind == "table")
    assert made.quotes
    on_paper = [look for look in sheet.looks if look.explorer not in ONLY_ON_SCREEN and look.on_paper().questions]
    assert bool(made.looks) == bool(on_paper)
    assert sheet.points
    for line in (*sheet.points, *(line for block in (*sheet.pair, *sheet.discuss) for line in block.lines)):
        assert squeezed(plain(line)) in words
    if sheet.minutes:
        assert f"{sheet.minutes}minutes" in words


@pytest.mark.parametrize("name", LESSONS)
def test_every_explorer_with_questions_has_its_sheet(name: str) -> None:
    """Directed questions can be answered from the kit."""
    assert {look.explorer for look in read_sheet(book(name)).looks} <= {*stands_in(), *ONLY_ON_SCREEN}


@pytest.mark.parametrize("name", LESSONS)
def test_no_answer_is_on_a_hand_out(name: str) -> None:
    """No reason of any option, and no key that is not an option, stands on the page."""
    words = squeezed(handout(name).words)
    for ask in fitted(name).questions:
        for cell in ask.cells:
            assert cell.key
            for why in cell.key.why.values():
                assert squeezed(why) not in words


@pytest.mark.parametrize("name", LESSONS)
def test_the_answer_sheet_settles_every_question(name: str) -> None:
    """Key, reasons, ids, and the paragraphs that settle them."""
    words = squeezed(answer_sheet(name).words)
    for ask in fitted(name).questions:
        for cell in ask.cells:
            assert cell.key
            assert squeezed(cell.question.id) in words
            reasons = cell.key.why.values() if len(ask.cells) == 1 else [cell.key.why[cell.key.right]]
            for why in reasons:
                assert squeezed(why) in words
            for source in cell.key.source:
                assert squeezed(source) in words


@pytest.mark.parametrize("name", LESSONS)
def test_the_resolutions_words_are_whole_and_its_own(name: str) -> None:
    """What stands beside an id is the element's text, or a marked part of it."""
    for quote in page.data(fitted(name))["quotes"]:
        said = "".join(run["text"] for run in quote["text"] if "note" not in run["marks"])
        text = load("A/RES/53/137")[quote["id"]].text
        assert said.removeprefix("… ").removesuffix(" …").split(". ", said[:1].isdigit())[-1] in text


# ---- lessons made for these tests ----

CHOICE = """quiz.choice("{id}", "Who?", ["Egypt", "Kenya"])
quiz.key("{id}", "Egypt", source="EW", why={{"Egypt": "Yes.", "Kenya": "No."}})"""
KINDS = {
    "several": 'quiz.several("k", "Which verbs?", ["asks", "notes"])\n'
    'quiz.key("k", ["asks"], source="EW", why={"asks": "It asks.", "notes": "It notes."})',
    "matching": 'quiz.matching("k", "What?", ["OP4", "OP7"], ["asks others", "decides itself"])\n'
    'quiz.key("k", {"OP4": "asks others", "OP7": "decides itself"}, source="OP4",'
    ' why={"OP4": "To him.", "OP7": "To itself."})',
    "ordering": 'quiz.ordering("k", "Order?", ["adopted", "drafted"])\n'
    'quiz.key("k", ["drafted", "adopted"], source="CL", why="A draft is first.")',
    "number": 'quiz.number("k", "How long?", unit="days")\nquiz.key("k", 82, source="CL", why="Counted.")',
    "date": 'quiz.date("k", "When?")\nquiz.key("k", "9 December 1998", source="CL", why="It says so.")',
    "text": 'quiz.text("k", "Which word?")\nquiz.key("k", ["consider"], source="OP3", why="It is there.")',
    "marking": 'quiz.marking("k", "Mark whom.", "OP3")\n'
    'quiz.key("k", ["all Member States"], source="OP3", why="They follow the verb.")',
}


def lesson(folder: Path, *cells: str, words: str = "> The General Assembly, (EW)") -> Book:
    """A lesson of one quotation and some cells; what does not begin with ``quiz`` or ``explore`` is Markdown."""
    first = f"# 5. Made up\n\n*20 minutes · covers nothing*\n\n## The words\n\n{words}"
    made: list[dict[str, Any]] = []
    for number, source in enumerate([first, *cells]):
        kind = "code" if source.startswith(("quiz", "explore")) else "markdown"
        made.append({"id": str(number), "cell_type": kind, "source": source, "metadata": {}})
    (folder / "05_made_up.ipynb").write_text(json.dumps({"cells": made, "metadata": {}}), "utf-8")
    return read_books(folder)[0]


def printed(book: Book) -> Printed:
    return Printed(pdf("handout", page.data(fit(read_sheet(book)))))


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("several", "Which verbs? Tick all that hold. asks notes"),
        ("matching", "What? Write the letters into the boxes. OP4 OP7 A asks others B decides itself"),
        ("ordering", "Order? Number the boxes. adopted drafted"),
        ("number", "How long? Write a number. days"),
        ("date", "When? Write a day. day month year"),
        ("text", "Which word? Write a few words."),
        ("marking", "Mark whom. Underline the words in OP3. OP3 3. Calls upon all Member States"),
    ],
)
def test_every_kind_of_question_can_be_answered_with_a_pencil(kind: str, expected: str, tmp_path: Path) -> None:
    """The prompt, how to answer, and what there is to tick, number, match or mark."""
    words = printed(lesson(tmp_path, KINDS[kind])).words
    assert expected in words
    assert "82" not in words
    assert "9 December 1998" not in words


def test_what_needs_a_page_of_its_own_is_not_asked(tmp_path: Path) -> None:
    """A draft or an essay is nothing for a hand-out; the other questions stay."""
    draft = """quiz.draft("d", "Draft one.", words=(5, 100))
quiz.key("d", {"rules": ["enacting-words"], "model": "The General Assembly,\\n\\nDecides to consider the matter."},
    source="EW", why="The form.")"""
    essay = 'quiz.essay("e", "Write.", words=(50, 100))'
    made = lesson(tmp_path, draft, essay, KINDS["date"])
    assert [cell.question.id for cell in read_sheet(made).questions] == ["k"]


def test_a_passage_that_stands_on_the_page_is_not_printed_twice(tmp_path: Path) -> None:
    """A question on marking points to the words above."""
    whole = load("A/RES/53/137")["OP3"].text
    words = printed(lesson(tmp_path, KINDS["marking"], words=f"> {whole} (OP3)")).words
    assert words.count("as a matter of priority") == 1


def test_a_part_of_a_paragraph_becomes_the_whole(tmp_path: Path) -> None:
    """A lesson may quote a part; where there is room the hand-out prints the paragraph, with the marks of its notes."""
    made = lesson(tmp_path, words="> requests him (OP6)")
    words = printed(made).words
    assert "6. Takes note of the report of the Secretary-General,7 and requests him to submit" in words


def test_words_that_are_not_the_resolutions_are_left_out(tmp_path: Path) -> None:
    """``course check`` names a quotation without a known id; a hand-out goes on without it."""
    made = lesson(tmp_path, words="> somebody else’s (OP8)\n\n> The General Assembly, (EW)")
    assert [quote.element for quote in read_sheet(made).quotes] == ["EW"]


def test_neighbours_with_the_same_options_make_one_table(tmp_path: Path) -> None:
    """Three statements to judge take three lines, not three questions."""
    made = lesson(tmp_path, *(CHOICE.format(id=f"q-{n}") for n in range(3)))
    assert [ask.kind for ask in fit(read_sheet(made)).questions] == ["table"]


def test_directed_questions_stand_before_their_explorer(tmp_path: Path) -> None:
    """A numbered list right before an explorer is asked, one elsewhere is not."""
    made = lesson(tmp_path, "1. Not this?", "## Look\n\n1. This?", "explore.symbol()", "1. Nor that?")
    assert [plain(q) for look in read_sheet(made).looks for q in look.questions] == ["This?"]


def test_markup_in_a_lesson_is_no_command(tmp_path: Path) -> None:
    """Emphasis is set as emphasis, a link as its words; all else stands as it was written."""
    text = "**Bold** and *slanted* [a link](00_start_here.ipynb), #let, $5, `@code`, <b>tag</b>, 2 < 3, “OP3” \\_x"
    words = printed(lesson(tmp_path, f"## In pairs\n\n{text}")).words
    assert "Bold and slanted a link, #let, $5, @code, tag, 2 < 3, “OP3” _x" in words


def test_a_lesson_that_is_too_long_is_named(tmp_path: Path) -> None:
    """No tiny type: the message says what to shorten."""
    made = lesson(tmp_path, "## Pair task\n\n" + "Talk about it. " * 1000)
    with pytest.raises(CourseError, match=r"05_made_up: words, questions, .* fill more than a page; shorten one"):
        fit(read_sheet(made))


def test_a_question_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    made = lesson(tmp_path, 'quiz.choice("q", "?", ["b", "a"])\nquiz.key("q", "a", source="EW", why={})')
    with pytest.raises(CourseError, match=r"05_made_up.ipynb: question 'q': options stand in order"):
        read_sheet(made)
