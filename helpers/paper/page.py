"""What stands on one hand-out, in the form that its template prints."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from itertools import count, groupby
from typing import Any

from helpers.language import _, ngettext
from helpers.paper.ask import Ask, asks
from helpers.paper.prose import Run, Text
from helpers.paper.sheet import Look, Quote, Sheet
from helpers.paper.tables import stands_in
from helpers.paper.words import printed, runs, words
from helpers.resolution import load
from helpers.resolution.quote import plain


@dataclass(frozen=True, slots=True)
class Page:
    """One hand-out: the lesson, and how much of it is printed.

    ``whole`` are the elements that are printed in full where the lesson quotes a part, ``looks`` the directed
    questions that are asked, ``lines`` how many lines there are to answer each, ``asked`` the practice questions.
    """

    sheet: Sheet
    quotes: tuple[Quote, ...]
    whole: frozenset[str] = frozenset()
    looks: tuple[Look, ...] = ()
    lines: int = 0
    asked: tuple[Ask, ...] = ()

    @property
    def questions(self) -> tuple[Ask, ...]:
        """The practice questions in the lesson's order."""
        return tuple(ask for ask in asks(self.sheet.questions) if ask in self.asked)


def said(quote: Quote, whole: bool) -> Text:
    """The words of a quotation: the whole element, or the part that the lesson quotes, with marks where it is cut.

    Examples
    --------
    >>> said(Quote("OP4", "Requests the Secretary-General", first=True), whole=False)
    (Run(text='Requests the Secretary-General …', marks=()),)
    """
    resolution = load("A/RES/53/137")
    before, _, after = plain(resolution[quote.element].text).partition(plain(quote.excerpt))
    if whole or not (before or after):
        return words(resolution, quote.element)
    return (Run(f"{'… ' if before else ''}{quote.excerpt}{' …' if after else ''}"),)


def data(page: Page) -> dict[str, Any]:
    """What the template ``handout`` prints: never a key, nor a reason.

    Examples
    --------
    >>> sheet = Sheet("01_x", "1. X", 20, quotes=(), looks=(), questions=(), pair=(), discuss=(), points=())
    >>> data(Page(sheet, ()))["time"]
    '20 minutes on screen'
    """
    sheet = page.sheet
    in_full = {quote.element for quote in page.quotes if "…" not in said(quote, quote.element in page.whole)[0].text}
    return {
        "title": sheet.title,
        "time": _minutes(sheet.minutes) if sheet.minutes else "",
        "quotes": [printed(quote.element, said(quote, quote.element in page.whole)) for quote in page.quotes],
        "looks": [
            {"questions": [{"number": n, "text": runs(text)} for n, text in asked], "paper": on_paper(name)}
            for name, asked in looked_for(page.looks)
        ],
        "lines": page.lines,
        "asks": [
            ask.data(number) | {"passage": _passage(ask, in_full)} for number, ask in enumerate(page.questions, 1)
        ],
        "pair": [asdict(block) for block in sheet.pair],
        "discuss": [asdict(block) for block in sheet.discuss],
        "points": [runs(point) for point in sheet.points],
    }


def _passage(ask: Ask, in_full: set[str]) -> list[dict[str, Any]]:
    """The words to mark, if they do not already stand on the page."""
    if not ask.passage or ask.passage in in_full:
        return []
    return [printed(ask.passage, words(load("A/RES/53/137"), ask.passage))]


def looked_for(looks: Iterable[Look]) -> Iterator[tuple[str, list[tuple[int, Text]]]]:
    """The directed questions, numbered through, with the sheet to look at: once for neighbours that share it.

    Examples
    --------
    >>> runs = (Run("Which year?"),)
    >>> [(sheet, [number for number, _text in asked]) for sheet, asked in looked_for([Look("symbol", (runs, runs))])]
    [('Parts of a document symbol', [1, 2])]
    """
    number = count(1)
    for sheet, group in groupby(looks, lambda look: stands_in()[look.explorer]):
        yield sheet, [(next(number), question) for look in group for question in look.questions]


def on_paper(sheet: str) -> str:
    """Where a reader without a screen looks, by the sheet's title."""
    return _("On paper: look in ‘{sheet}’.").format(sheet=sheet)


def _minutes(count: int) -> str:
    return ngettext("{count} minute on screen", "{count} minutes on screen", count).format(count=count)
