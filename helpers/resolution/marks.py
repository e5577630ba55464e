"""Find the note marks that lost their raised form: a raised 4 printed as "Agenda,4"."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import NamedTuple

# A plain figure straight after a word or a mark of punctuation: "Agenda,4", "reforms1", "(III)2".
_GLUED = re.compile(r"(?<=[^\s\d/])([0-9]{1,3})(?=[\s,;:.)]|$)")
_AFTER_WORD = re.compile(r"(?:[^\W\d_]{3}|[,;:)\]\"”’']|[^\W\d_A-Z]{2}\.|[)\]\"”’']\.|-[^\W\d_]{2}|\b[IVX]{1,4})$")
# The same straight after a figure: "resolution 71/2051" (71/205 and note 1), "in 20244" (2024 and note 4).
# No resolution of a session has a number of four figures, and no year has five.
_AFTER_FIGURE = re.compile(r"(?<![\w/.,])(?:[0-9]{1,2}/[0-9]{4,5}|(?:19|20)[0-9]{3,4})(?=[\s,;:.)]|$)")
_AFTER_YEAR_OR_NUMBER = re.compile(r"(?:19|20)[0-9]{2}[,;:.]$|/[0-9]{1,3}[,;:.]$")

# How far a mark can be trusted: printed as one, a figure after a comma, after a word, after a figure.
_SURE, _FIRM, _GLUED_ON, _DOUBTFUL = 4, 3, 2, 1


class _Mark(NamedTuple):
    paragraph: int
    start: int
    end: int
    number: int
    trust: int


def lost(
    texts: Sequence[str], calls: Sequence[Sequence[tuple[int, int]]], numbers: set[int]
) -> list[list[tuple[int, int, int]]]:
    """Find the marks printed as plain figures.

    Notes are numbered in the order in which they are first called. So of all figures that could be marks
    those are marks that, with the ones printed as marks, make the best rising series; so is a figure that
    repeats a number of the series, and one that nothing but a mark can be ("thereon,3").

    Parameters
    ----------
    texts : sequence of str
        The paragraphs in printed order.
    calls : sequence of sequence of (int, int)
        The marks printed as such in each: number and place.
    numbers : set of int
        The numbers of the notes; no other figure can be a mark.

    Returns
    -------
    list of list of (int, int, int)
        For each paragraph ``(start, end, number)`` of its plain marks.

    Examples
    --------
    >>> lost(["the Agenda,4 adopted in 1998 by 45 States, see A/51/182/Add.4"], [[]], {4, 45})
    [[(11, 12, 4)]]
    """
    out: list[list[tuple[int, int, int]]] = [[] for _ in texts]
    found = list(_candidates(texts, numbers))
    if not found:
        return out
    sure = [
        _Mark(p, place, place, number, _SURE)
        for p, printed in enumerate(calls)
        for number, place in printed
        if number in numbers
    ]
    series = _rising(sorted([*sure, *found]))
    taken = set(series)
    for mark in found:
        place = bisect_left(series, mark)
        again = mark.trust == _GLUED_ON and (place == len(series) or mark.number <= series[place].number)
        if mark in taken or again or mark.trust == _FIRM:
            out[mark.paragraph].append((mark.start, mark.end, mark.number))
    return [sorted(taken) for taken in out]


def _candidates(texts: Sequence[str], numbers: set[int]) -> Iterator[_Mark]:
    """Figures that could be marks, in printed order within each kind."""
    for p, text in enumerate(texts):
        for found in _GLUED.finditer(text):
            number, start = int(found[1]), found.start()
            before = _AFTER_WORD.search(text, max(0, start - 5), start) if number in numbers else None
            if before and not _is_decimal_or_symbol(text, start, found[1]):
                trust = _trust(text[max(0, start - 6) : start])
                yield _Mark(p, start, found.end(), number, trust)
        for found in _AFTER_FIGURE.finditer(text):
            for start in range(max(found.start() + 4, found.end() - 2), found.end()):
                number = int(text[start : found.end()])
                if number in numbers and text[start] != "0":
                    yield _Mark(p, start, found.end(), number, _DOUBTFUL)


def _trust(before: str) -> int:
    """How surely a figure after these characters is a mark: no text has "thereon,3" of itself."""
    figure = before[-2:-1].isdigit()
    if before[-1].isupper() or (figure and not _AFTER_YEAR_OR_NUMBER.search(before)):
        return _DOUBTFUL
    return _FIRM if before[-1] in ",;" else _GLUED_ON


def _is_decimal_or_symbol(text: str, start: int, figure: str) -> bool:
    """Whether the figure at ``start`` belongs to "1.5", "5,000", "A/51/182/Add.1" or "No.5"."""
    word = text[max(0, start - 40) : start].rsplit(" ", 1)[-1]
    if word[-1:] == "," and len(figure) < 3:
        return False
    if word[-1:] in ".,:" and word[-2:-1].isdigit():
        return _AFTER_YEAR_OR_NUMBER.search(word) is None
    return ("/" in word and word[-1:] == ".") or word in {"No.", "Nos."}


def _rising(marks: Sequence[_Mark]) -> list[_Mark]:
    """The most trusted series in which numbers rise from place to place.

    Best totals are kept in a tree over the numbers (a Fenwick tree), so that a long text takes no more than
    a few steps for each mark.
    """
    top = max(mark.number for mark in marks)
    best: list[tuple[int, int]] = [(0, -1)] * (top + 2)  # total so far, index of the last mark
    totals: list[int] = []
    previous: list[int] = []
    for place, mark in enumerate(marks):
        total, before = 0, -1
        k = mark.number
        while k > 0:  # the best series that ends below this number
            if best[k][0] > total:
                total, before = best[k]
            k -= k & -k
        totals.append(total + mark.trust)
        previous.append(before)
        k = mark.number + 1
        while k < len(best):
            if totals[-1] > best[k][0]:
                best[k] = (totals[-1], place)
            k += k & -k
    at = max(range(len(marks)), key=totals.__getitem__)
    out: list[_Mark] = []
    while at >= 0:
        out.append(marks[at])
        at = previous[at]
    return out[::-1]
