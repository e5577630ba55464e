"""Which part of a lesson goes on its one page: chosen by priority, measured by the typesetter."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import combinations

from helpers.errors import CourseError
from helpers.language import _
from helpers.paper.ask import Ask, asks, ranked
from helpers.paper.page import Page, data
from helpers.paper.sheet import Quote, Sheet
from helpers.paper.tables import stands_in
from helpers.paper.typeset import pages

_FEWEST, _MORE, _MOST = 3, 4, 5


def fit(sheet: Sheet) -> Page:
    """The fullest hand-out that fits one page.

    Key points, pair task, discussion, the lesson's first words and three questions are always there, and the directed
    questions of as many explorers as there is room for. Whatever else fits is added, the weightiest first.

    Raises
    ------
    CourseError
        If what is always there does not fit.

    Examples
    --------
    >>> sheet = Sheet("01_x", "1. X", 20, quotes=(), looks=(), questions=(), pair=(), discuss=(), points=())
    >>> fit(sheet).looks
    ()
    """
    page = next(filter(_fits, _starts(sheet)), None)
    if page is None:
        message = _(
            "{lesson}: words, questions, pair task, discussion and key points fill more than a page; shorten one"
        )
        raise CourseError(message.format(lesson=sheet.name))
    for add in _additions(sheet):
        richer = add(page)
        if richer != page and _fits(richer):
            page = richer
    return page


def _starts(sheet: Sheet) -> Iterator[Page]:
    """Pages to begin with: as many directed questions as there are, whole paragraphs, questions that rank first."""
    looks = tuple(look for each in sheet.looks if each.explorer in stands_in() and (look := each.on_paper()).questions)
    order = ranked(asks(sheet.questions))
    fewest = min(_FEWEST, len(order))
    shortest = tuple(sorted(order, key=lambda ask: ask.length))[:fewest]
    first = tuple(quote for quote in sheet.quotes if quote.first)
    for count in range(len(looks), -1, -1):
        for whole in (frozenset(quote.element for quote in first), frozenset[str]()):
            page = Page(sheet, first, whole=whole, looks=looks[:count], asked=shortest)
            if _fits(page):  # else no three questions do
                yield from (replace(page, asked=asked) for asked in combinations(order, fewest))


def _fits(page: Page) -> bool:
    return pages("handout", data(page)) == 1


def _additions(sheet: Sheet) -> Iterator[Callable[[Page], Page]]:
    """What a page gains, the weightiest first."""
    yield from (partial(_whole, quote) for quote in sheet.quotes if quote.first)
    yield from (partial(_quote, quote) for quote in sheet.quotes if not quote.first)
    spare = ranked(asks(sheet.questions))
    yield from (partial(_ask, ask, _MORE) for ask in spare)
    yield partial(_lines, 1)
    yield from (partial(_ask, ask, _MOST) for ask in spare)
    yield partial(_lines, 2)


def _ask(ask: Ask, most: int, page: Page) -> Page:
    return page if ask in page.asked or len(page.asked) >= most else replace(page, asked=(*page.asked, ask))


def _whole(quote: Quote, page: Page) -> Page:
    return replace(page, whole=page.whole | {quote.element})


def _quote(quote: Quote, page: Page) -> Page:
    return replace(page, quotes=(*page.quotes, quote))


def _lines(lines: int, page: Page) -> Page:
    return replace(page, lines=lines) if page.looks else page
