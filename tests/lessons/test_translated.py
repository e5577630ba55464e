"""``course check`` finds where a translated lesson is no longer the lesson that it translates."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from helpers.lessons import Book, read_books, read_translations, review_translations
from helpers.resources import lessons_path

BOOKS = read_books(lessons_path())
(FRENCH,) = read_translations(lessons_path())
TARGETS = {book.file for book in (*BOOKS, FRENCH)} | {
    f"assignments/{name}/{name}.ipynb"
    for name in ("masthead", "preamble", "operative", "sources", "entry_into_force", "capstone")
}
Edit = Callable[[Book], Book]


def changed(cell_id: str, before: str, after: str) -> Edit:
    """The French lesson with one text replaced in one cell."""

    def edit(book: Book) -> Book:
        (cell,) = (cell for cell in book.cells if cell.id == cell_id)
        assert before in cell.source, "the lesson was reworded; choose another text"
        edited = replace(cell, source=cell.source.replace(before, after))
        return replace(book, cells=tuple(edited if each is cell else each for each in book.cells))

    return edit


def renamed(file: str) -> Edit:
    return lambda book: replace(book, file=file)


def without(cell_id: str) -> Edit:
    return lambda book: replace(book, cells=tuple(cell for cell in book.cells if cell.id != cell_id))


def untagged(book: Book) -> Book:
    return replace(book, cells=tuple(replace(cell, tags=()) if cell.id == "words" else cell for cell in book.cells))


def hard(book: Book) -> Book:
    sentence = " ".join(["Nonobstant diverses considérations institutionnelles"] * 40)
    cell = replace(book.cells[0], source=f"{book.cells[0].source}\n\n{sentence}.\n\n" * 1 + f"{sentence}.\n\n" * 8)
    return replace(book, cells=(cell, *book.cells[1:]))


BAD: dict[str, tuple[Edit, str]] = {
    "no English lesson": (renamed("99_elsewhere.fr.ipynb"), "it translates 99_elsewhere.ipynb, which is not there"),
    "a cell less": (without("how"), "its cells are not those of 00_start_here.ipynb: how"),
    "another language": (changed("setup", '"fr"', '"en"'), 'it does not choose the language; write language.use("fr")'),
    "a changed quotation": (changed("words", "as a matter of priority", "at once"), "cell words: not in OP3"),
    "words that the resolution does not hold": (
        changed("s-note", "“Takes note”", "“Applauds”"),
        "“Applauds” is not in",
    ),
    "a link into the void": (changed("key", "01_masthead.ipynb", "01_en_tete.ipynb"), "leads nowhere"),
    "another source": (changed("s-created", 'source="PP7"', 'source="PP8"'), "its question is not that of the English"),
    "the id of the English question": (changed("s-date", "fr-s-date", "s-date"), "id with the language before it"),
    "another explorer": (changed("tour", "explore.tour()", "explore.anatomy()"), "its code is not that of the English"),
    "tags lost": (untagged, "its tags are not those of the English cell: covers:OP3"),
    "a level of headings skipped": (changed("how", "## ", "#### "), "a heading skips a level"),
    "long words in long sentences": (hard, "it reads too hard"),
}


def test_nothing_is_found_in_the_lesson_as_it_is() -> None:
    assert review_translations([FRENCH], BOOKS, TARGETS) == []


@pytest.mark.parametrize("name", BAD)
def test_bad_translations(name: str) -> None:
    edit, said = BAD[name]
    problems = review_translations([edit(FRENCH)], BOOKS, TARGETS)
    assert any(said in problem for problem in problems), problems
    assert all(problem.startswith(edit(FRENCH).file) for problem in problems)
