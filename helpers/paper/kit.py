"""Everything a class needs on the day without a screen, in one zip: the same lessons and data give the same bytes."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from functools import cache, partial

from helpers.lessons.book import Book
from helpers.paper import answers, page, screen, text
from helpers.paper.cards import card_sets
from helpers.paper.fit import fit
from helpers.paper.readme import readme
from helpers.paper.sheet import read_sheet
from helpers.paper.tables import keys, tables
from helpers.paper.typeset import pdf
from helpers.view.passage import LAYERS

#: What makes one file of the kit, by the file's name.
Jobs = Mapping[str, Callable[[], bytes]]


def handout_jobs(books: Iterable[Book], web: bool = False) -> Jobs:
    """The hand-outs of lessons, and under ``answers/`` their keys; as pages for the screen if ``web`` is said.

    Examples
    --------
    >>> from helpers.lessons import read_books
    >>> from helpers.resources import lessons_path
    >>> list(handout_jobs(read_books(lessons_path())[:1]))
    ['00_start_here.pdf', 'answers/00_start_here.pdf']
    """
    ending = "html" if web else "pdf"
    sheet, key = (screen.handout, screen.answers) if web else (_handout, _answers)
    jobs: dict[str, Callable[[], bytes]] = {}
    for book in books:
        name = book.file.removesuffix(".ipynb")
        fitted = cache(partial(_fitted, book))  # all sheets hold the same questions, chosen once
        jobs[f"{name}.{ending}"] = partial(_made, sheet, fitted)
        jobs[f"answers/{name}.{ending}"] = partial(_made, key, fitted)
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
        "README.txt": lambda: readme(books).encode(),
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


def _fitted(book: Book) -> page.Page:
    return fit(read_sheet(book))


def _handout(chosen: page.Page) -> bytes:
    return pdf("handout", page.data(chosen))


def _answers(chosen: page.Page) -> bytes:
    return pdf("answers", answers.data(chosen))


def _made(make: Callable[[page.Page], bytes], fitted: Callable[[], page.Page]) -> bytes:
    return make(fitted())
