"""Follow citations to their sources: which paragraph leads through which note to which document."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from helpers.resolution import cite
from helpers.resolution.model import Citation, Element, Footnote, Paragraph, Resolution, Span
from helpers.resources import columns

Way = Literal["note", "text", "name", "lost"]


@dataclass(frozen=True, slots=True)
class Reference:
    """One way from the text to a document.

    ``way`` is "note" (a mark leads to a note that names the document), "text" (the document's own number stands in
    the sentence), "name" (only a name stands here; the source was given elsewhere) or "lost" (a note whose mark is
    missing: then ``element`` is ``None``). ``words`` are the words of the text that cite, as printed.
    """

    element: str | None
    note: str | None
    symbol: str
    words: str
    way: Way


@dataclass(frozen=True, slots=True)
class Held:
    """An instrument that a document holds: its name and the day of its adoption, where known."""

    title: str
    adopted: datetime.date | None


def called(resolution: Resolution, paragraph: Paragraph) -> tuple[tuple[int, int], ...]:
    """Where a paragraph's note marks stand: pairs of note number and place in ``paragraph.text``.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> r = load("A/RES/53/137")
    >>> [(number, r["OP6"].text[:place][-18:]) for number, place in called(r, r["OP6"])]
    [(7, 'Secretary-General,')]
    """
    ends = [*paragraph.offsets, paragraph.span.end]
    found = []
    for place, (before, after) in enumerate(pairwise(ends), 1):
        # a mark is not part of the running text, so it lies between two of its characters in the source
        between = resolution.source[before + 1 : after].split("\n")[0]
        for digits in re.findall(r"\d+", unicodedata.normalize("NFKC", between)):
            if int(digits) in paragraph.notes:
                found.append((int(digits), place))
    return tuple(found)


def references(resolution: Resolution) -> tuple[Reference, ...]:
    """Every way from the text to a document that it cites, in printed order; lost notes last.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> found = references(load("A/RES/53/137"))
    >>> [(r.element, r.note, r.way) for r in found if r.symbol == "A/CONF.157/24 (Part I)"]
    [('PP5', 'FN6', 'note'), ('PP8', 'FN6', 'name')]
    """
    notes = {note.number: note for note in resolution.footnotes}
    found: list[tuple[int, Reference]] = []
    given: dict[str, Reference] = {}
    for paragraph in resolution.paragraphs:
        for number, place in called(resolution, paragraph):
            start, words = _clause(paragraph.text, place)
            for cited in notes[number].citations:
                if cited.symbol:
                    reference = Reference(paragraph.id, notes[number].id, cited.symbol, words, "note")
                    found.append((paragraph.offsets[place - 1], reference))
                    clause = Span(paragraph.offsets[start], paragraph.offsets[place - 1])
                    given.update(dict.fromkeys(_titles(paragraph, clause), reference))
        for cited in paragraph.citations:
            if cited.symbol:
                words = _clause(paragraph.text, _place(paragraph, cited))[1]
                reference = Reference(paragraph.id, None, cited.symbol, words, "text")
                found.append((cited.span.start, reference))
                given |= {title: reference for title in _titles(paragraph, paragraph.span) if title not in given}
    found += _of_the_masthead(resolution)
    found += _by_name(resolution, given)
    found.sort(key=lambda pair: pair[0])
    return (*(reference for _, reference in found), *_lost(resolution.footnotes))


def _clause(text: str, end: int) -> tuple[int, str]:
    """The words between the mark of punctuation before and ``end``: where they begin, and what they are."""
    cut = text[:end].rstrip(" ,;.")
    start = max(cut.rfind(mark) for mark in ",;[") + 1
    start += len(cut[start:]) - len(cut[start:].lstrip())
    return start, cut[start:]


def _place(paragraph: Paragraph, citation: Citation) -> int:
    """Where a citation ends in the paragraph's running text."""
    return sum(offset < citation.span.end for offset in paragraph.offsets)


def _titles(paragraph: Paragraph, span: Span) -> list[str]:
    inside = (c for c in paragraph.citations if span.start <= c.span.start and c.span.end <= span.end + 1)
    return [c.title for c in inside if c.title]


def _of_the_masthead(resolution: Resolution) -> Iterator[tuple[int, Reference]]:
    for cited in resolution.masthead.citations:
        if cited.symbol and cited.symbol != resolution.masthead.symbol:
            element = _line(resolution, cited)
            end = element.text.index(cited.symbol) + len(cited.symbol)
            closing = element.text[end : end + 1] == ")"
            words = _clause(element.text, end + closing)[1]
            yield cited.span.start, Reference(element.id, None, cited.symbol, words, "text")


def _line(resolution: Resolution, cited: Citation) -> Element:
    """The line of the masthead in which a citation stands."""
    return next(e for e in resolution.elements if e.span.start <= cited.span.start and cited.span.end <= e.span.end)


def _by_name(resolution: Resolution, given: dict[str, Reference]) -> Iterator[tuple[int, Reference]]:
    """Names whose source stands in another paragraph: followed there."""
    for cited in resolution.citations:
        source = given.get(cited.title or "")
        if source and cited.paragraph != source.element:
            where = _line(resolution, cited).id if cited.paragraph == "MH" else cited.paragraph
            words = cited.title or ""
            yield cited.span.start, Reference(where, source.note, source.symbol, words, "name")


def _lost(footnotes: tuple[Footnote, ...]) -> Iterator[Reference]:
    for note in footnotes:
        if note.orphan:
            yield from (Reference(None, note.id, c.symbol, "", "lost") for c in note.citations if c.symbol)


@cache
def held() -> dict[str, tuple[Held, ...]]:
    """Which instruments a document holds, by its symbol, as ``data/treaty/instruments.csv`` tells.

    Examples
    --------
    >>> [instrument.title for instrument in held()["A/RES/44/25"]]
    ['Convention on the Rights of the Child']
    """
    rows = columns("treaty/instruments.csv", "key", "title", "adopted_in", "adoption_date")
    found: dict[str, tuple[Held, ...]] = {}
    for row in rows:
        day = datetime.date.fromisoformat(row["adoption_date"]) if row["adoption_date"] else None
        for cited in cite.find(row["adopted_in"], ""):
            # a row such as ICCPR+ICESCR is a common name for instruments that have rows of their own
            if cited.symbol and "+" not in row["key"]:
                found[cited.symbol] = (*found.get(cited.symbol, ()), Held(row["title"], day))
    return found
