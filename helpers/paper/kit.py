"""Everything a class needs on the day without a screen, in one zip: the same lessons and data give the same bytes."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from functools import cache, partial
from pathlib import Path
from typing import Any

from helpers.lessons.book import Book
from helpers.paper import answers, page, text
from helpers.paper.cards import card_sets
from helpers.paper.fit import fit
from helpers.paper.sheet import read_sheet
from helpers.paper.tables import keys, tables
from helpers.paper.typeset import pdf
from helpers.view.passage import LAYERS

#: What makes one file of the kit, by the file's name.
Jobs = Mapping[str, Callable[[], bytes]]

_README = Path(__file__).with_name("kit.txt")
#: The earliest day that a zip can name: a file's day would say when it was made, not what is in it.
_DAY = (1980, 1, 1, 0, 0, 0)


def handout_jobs(books: Iterable[Book]) -> Jobs:
    """The hand-outs of lessons, and under ``answers/`` their keys.

    Examples
    --------
    >>> from helpers.lessons import read_books
    >>> from helpers.resources import lessons_path
    >>> list(handout_jobs(read_books(lessons_path())[:1]))
    ['00_start_here.pdf', 'answers/00_start_here.pdf']
    """
    jobs: dict[str, Callable[[], bytes]] = {}
    for book in books:
        name = book.file.removesuffix(".ipynb")
        fitted = cache(partial(_fitted, book))  # both sheets hold the same questions, chosen once
        jobs[f"{name}.pdf"] = partial(_made, "handout", page.data, fitted)
        jobs[f"answers/{name}.pdf"] = partial(_made, "answers", answers.data, fitted)
    return jobs


def kit_jobs(books: Iterable[Book]) -> Jobs:
    """Every file of the kit.

    Examples
    --------
    >>> len(kit_jobs([]))
    29
    """
    books = tuple(books)
    signs = [layer.id for layer in LAYERS]
    jobs: dict[str, Callable[[], bytes]] = {
        "README.txt": partial(_readme, books),
        "resolution.pdf": lambda: pdf("text", text.data()),
        "resolution-with-signs.pdf": lambda: pdf("text", text.data(signs)),
    }
    for name, make in handout_jobs(books).items():
        jobs[name if name.startswith("answers/") else f"handouts/{name}"] = make
    for cards in card_sets():
        jobs[f"cards/{cards.name}.pdf"] = partial(pdf, "cards", asdict(cards))
        jobs[f"answers/cards-{cards.name}.pdf"] = partial(pdf, "tables", asdict(cards.key))
    jobs["tables/draft-to-mend.pdf"] = lambda: pdf("text", text.draft_data())
    for folder, given in (("tables", tables()), ("answers", keys())):
        jobs |= {f"{folder}/{table.name}.pdf": partial(pdf, "tables", asdict(table)) for table in given}
    return jobs


def zipped(files: Mapping[str, bytes]) -> bytes:
    """The files as a zip that depends on nothing but them.

    Examples
    --------
    >>> zipped({"a": b"1", "b": b"2"}) == zipped({"b": b"2", "a": b"1"})
    True
    """
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.external_attr = 0o644 << 16
            entry.create_system = 3  # Unix wherever it is made
            archive.writestr(entry, files[name], zipfile.ZIP_DEFLATED)
    return packed.getvalue()


def _fitted(book: Book) -> page.Page:
    return fit(read_sheet(book))


def _made(template: str, data: Callable[[page.Page], dict[str, Any]], fitted: Callable[[], page.Page]) -> bytes:
    return pdf(template, data(fitted()))


def _readme(books: Iterable[Book]) -> bytes:
    lines = [f"  {book.file.removesuffix('.ipynb')}.pdf".ljust(32) + book.title for book in books]
    listed = "\n".join(["THE HAND-OUTS", *lines])
    return _README.read_text("utf-8").replace("{lessons}", listed).encode()
