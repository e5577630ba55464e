"""Every lesson keeps the conventions, and every quotation, day and figure in it is in data/."""

from __future__ import annotations

import pytest

from helpers.lessons import Book, read_books, read_translations, review, review_all, review_translations
from helpers.resources import assignments_path, lessons_path, read_table

BOOKS = read_books(lessons_path())
TRANSLATIONS = read_translations(lessons_path())
TARGETS = {book.file for book in (*BOOKS, *TRANSLATIONS)} | {
    f"assignments/{path.parent.name}/{path.name}" for path in assignments_path().glob("*/*.ipynb")
}


@pytest.mark.parametrize("book", BOOKS, ids=lambda book: book.file)
def test_nothing_is_found(book: Book) -> None:
    """Quotations, days, figures, links, headings, words for images, reading level, the frame of a lesson."""
    assert review(book, TARGETS) == []


def test_nothing_is_found_in_all_together() -> None:
    """No question's id stands twice in the course."""
    assert review_all(BOOKS, TARGETS) == []


def test_translations_are_the_same_lessons() -> None:
    """Cell by cell: the same questions and keys, quotations verbatim, links that lead somewhere."""
    assert [book.file for book in TRANSLATIONS] == ["00_start_here.fr.ipynb"]
    assert review_translations(TRANSLATIONS, BOOKS, TARGETS) == []


@pytest.mark.parametrize("row", read_table("facts.csv"), ids=lambda row: row["key"])
def test_every_fact_is_used_and_high(row: dict[str, str]) -> None:
    """The table holds what lessons say, and lessons say nothing below "high" without a word of caution."""
    said = "\n".join(string for book in BOOKS for cell in book.cells for string in cell.strings)
    assert row["as_written"] in said
    assert row["confidence"] == "high" or row["as_written"].startswith("about")
