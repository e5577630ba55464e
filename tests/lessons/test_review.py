"""``course check`` finds what a reader of a lesson would stumble over."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from helpers.cli import main
from helpers.errors import CourseError
from helpers.lessons import Book, read_books, review, review_all
from helpers.lessons.facts import unknown
from helpers.lessons.reading import lix
from helpers.resources import lessons_path

_, MASTHEAD, ANATOMY, *_ = read_books(lessons_path())
TARGETS = {"00_start_here.ipynb", "02_anatomy.ipynb"}
Edit = Callable[[Book], Book]


def changed(cell_id: str, before: str, after: str) -> Edit:
    """The lesson on the masthead with one text replaced in one cell."""

    def edit(book: Book) -> Book:
        (cell,) = (cell for cell in book.cells if cell.id == cell_id)
        assert before in cell.source, "the lesson was reworded; choose another text"
        edited = replace(cell, source=cell.source.replace(before, after))
        return replace(book, cells=tuple(edited if each is cell else each for each in book.cells))

    return edit


def without(*cell_ids: str) -> Edit:
    return lambda book: replace(book, cells=tuple(cell for cell in book.cells if cell.id not in cell_ids))


def shown(html: str) -> Edit:
    """The decoder's output is replaced."""

    def edit(book: Book) -> Book:
        (cell,) = (cell for cell in book.cells if cell.id == "decoder")
        edited = replace(cell, outputs=({"data": {"text/html": html}},))
        return replace(book, cells=tuple(edited if each is cell else each for each in book.cells))

    return edit


def hard(book: Book) -> Book:
    cell = book.prose[0]
    sentence = " ".join(["Notwithstanding considerations regarding institutional responsibilities"] * 30)
    edited = replace(cell, source=f"{cell.source}\n\n{sentence}.\n\n" * 8)
    return replace(book, cells=tuple(edited if each is cell else each for each in book.cells))


# what is done to the lesson: (how, what is said of it)
BAD: dict[str, tuple[Edit, str]] = {
    "a changed quotation": (changed("words-1", "Fifty-third", "Fifty-fourth"), "not in MH.session: Fifty-fourth"),
    "a quotation without its id": (
        changed("words-1", "Fifty-third session (MH.session)", "Fifty-third session"),
        "does not end with its id",
    ),
    "invented words": (changed("bodies-1", "is wrong", "is “wrong indeed”"), "“wrong indeed” is not in"),
    "a wrong day": (changed("dates-1", "On 9 December", "On 10 December 1998"), "10 December 1998 is in no table"),
    "a wrong figure": (changed("bodies-1", "59 texts", "777 texts"), "777 is in no table"),
    "a link to nowhere": (changed("key", "02_anatomy.ipynb", "02_anatmy.ipynb"), "02_anatmy.ipynb leads nowhere"),
    "two titles": (changed("item-1", "## A place", "# A place"), "2 headings of the first level"),
    "a skipped level": (changed("item-1", "## A place", "#### A place"), "skips a level"),
    "no objectives": (changed("title", "At the end you will be able to", "You will"), "names no objectives"),
    "no minutes": (changed("title", "*35 minutes", "*Some minutes"), "does not open with a title"),
    "no key points": (changed("key", "## Key points", "## Points"), "has no ## Key points"),
    "too little practice": (
        without("m-path", "m-read-off", "m-item", "m-old-number", "m-two-papers", "m-title"),
        "4 practice questions",
    ),
    "a cell left out of the run": (without("two-dates"), "not those of one run"),
    "an unknown source": (changed("m-item", 'source="MH.item"', 'source="OP12"'), "'OP12' is no element"),
    "a question that cannot work": (changed("m-item", 'agenda",\n    source', 'Agenda",\n    source'), "m-item"),
    "two statements": (changed("two-dates", "figures.two_dates()", "figures.two_dates()\n1"), "holds one statement"),
    "an image without words": (shown('<img src="x">'), "does not say in words"),
    "an image with too few words": (shown('<img src="x" alt="A map">'), "does not say in words"),
    "a drawing without a name": (shown('<svg width="3"></svg>'), "a drawing has no name"),
    "hard to read": (hard, "reads too hard"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_lesson(name: str) -> None:
    edit, said = BAD[name]
    assert any(said in problem for problem in review(edit(MASTHEAD), TARGETS)), review(edit(MASTHEAD), TARGETS)


def test_the_lesson_itself_is_good() -> None:
    """So each finding above comes from the change."""
    assert review(MASTHEAD, TARGETS) == []


def test_one_id_in_two_lessons() -> None:
    assert "question 'm-path' stands in 2 cells" in review_all([MASTHEAD, replace(MASTHEAD, file="x")], TARGETS)


def test_a_link_that_calls_a_lesson_by_another_name() -> None:
    renamed = changed("key", "2. Anatomy of the text", "2. The text")(MASTHEAD)
    said = "01_masthead.ipynb: the link says “2. The text”, the lesson is called “2. Anatomy of the text”"
    assert said in review_all([renamed, ANATOMY], TARGETS)
    assert said not in review_all([MASTHEAD, ANATOMY], TARGETS)


@pytest.mark.parametrize(
    ("text", "not_in_data"),
    [
        ("On 9 December 1998, at the 85th meeting,", []),
        ("The fifty-third session; 9 States; 3 acts", []),  # one digit states little, words are checked by people
        ("It took 45 minutes and 250 words (OP17)", []),
        ("On 31 February 2001", ["31 February 2001"]),
        ("In 1066, 1,234,567 people", ["1066", "1,234,567"]),
        ("[next](77_lesson.ipynb)", []),
    ],
)
def test_days_and_figures(text: str, not_in_data: list[str]) -> None:
    assert list(unknown(text)) == not_in_data


def test_reading_level_by_hand() -> None:
    """Three sentences, twelve words, three of them long: 12 / 3 + 100 * 3 / 12."""
    assert lix("Short words only here. Considerable institutional complexity.\n\n- The Assembly met in May") == round(
        4 + 100 * 4 / 12
    )


def test_a_damaged_notebook_is_named(tmp_path: Path) -> None:
    (tmp_path / "01_bad.ipynb").write_text("{")
    with pytest.raises(CourseError, match=r"01_bad\.ipynb cannot be read as a notebook"):
        read_books(tmp_path)


def test_the_command_fails_on_a_bad_lesson(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line says file, cell and problem; reading levels and the table of coverage follow."""
    (tmp_path / "nbgrader_config.py").write_text("")
    (tmp_path / "source").mkdir()
    (tmp_path / "lessons").mkdir()
    document = json.loads((lessons_path() / "01_masthead.ipynb").read_text("utf-8"))
    document["cells"][0]["source"] = ["# A title\n"]
    (tmp_path / "lessons" / "01_masthead.ipynb").write_text(json.dumps(document))
    assert main(["check", "--course", str(tmp_path)]) == 1
    told = capsys.readouterr().out
    assert "01_masthead.ipynb: its first cell names no objectives" in told
    assert "Reading level of the lessons (LIX): 01" in told
    assert "OP7 is never graded" in told
