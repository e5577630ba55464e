"""Turn printed lines into running text, and remember for each character where it was printed."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from helpers.resolution import numerals
from helpers.resolution.model import Span

_MARKS = re.compile(
    r"(?P<raised>(?<!\bm)(?<!\bkm)[⁰¹²³⁴-⁹]{1,3})"
    r"|\[(?P<bracket>[0-9]{1,3})\]"
    r"|(?P<nothing>[*\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a-\u202e\u2066-\u2069]+"
    r"|(?<![^\s(])_(?=\w)|(?<=\w)_(?![^\s,;:.)]))"
    r"|(?P<blank>[^\S ]\s*| \s+)"
    r"|(?P<stray> (?=[,;:.)]))"
)
_SLASH = re.compile(r"(?P<lead> ?)(?P<slash>[0-9]{1,3})/(?=[\s,;:.)]|$)")
_HYPHEN = re.compile(r"(-?)([^\W\d_]+|\d)[-‐–]$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_WRAPPED = re.compile(r"[^\W\d_]+[-‐][^\S\n]*\n\s*(?:[^\W\d_]+)?")
# Parts of words that United Nations spelling joins with a hyphen, and words that also begin other words.
_JOINED = frozenset(
    [
        "non",
        "self",
        "cross",
        "well",
        "high",
        "low",
        "long",
        "short",
        "large",
        "small",
        "full",
        "half",
        "follow",
        "vice",
        "decision",
        "capacity",
        "twenty",
        "thirty",
        "forty",
        "fifty",
        "sixty",
        "seventy",
        "eighty",
        "ninety",
    ]
)
_JOINING = frozenset(
    [
        "based",
        "related",
        "oriented",
        "sharing",
        "raising",
        "building",
        "dependent",
        "resistant",
        "led",
        "free",
        "wide",
        "term",
        "specific",
        "sensitive",
        "friendly",
        "driven",
        "owned",
    ]
)
_PREFIXES = frozenset(
    [
        "under",
        "over",
        "out",
        "inter",
        "up",
        "fore",
        "with",
        "pro",
        "con",
        "per",
        "sub",
        "in",
        "on",
        "im",
        "re",
        "de",
        "dis",
        "for",
    ]
)
# A hyphen left hanging ("short- and long-term") belongs to its word; the words after it stand apart.
_HANGING = frozenset({"and", "or", "to", "nor", "but"})


@dataclass(frozen=True, slots=True)
class Running:
    """Running text, the place of each character in the source, and the notes called: (number, place)."""

    text: str
    offsets: tuple[int, ...]
    calls: tuple[tuple[int, int], ...]

    def cut(self, ranges: Iterable[tuple[int, int]]) -> Running:
        """The same without some ranges of the text, given in order; calls in or after them move along."""
        parts: list[str] = []
        offsets: list[int] = []
        starts: list[int] = []
        removed = [0]
        last = 0
        for start, end in ranges:
            parts.append(self.text[last:start])
            offsets += self.offsets[last:start]
            starts.append(start)
            removed.append(removed[-1] + end - start)
            last = end
        parts.append(self.text[last:])
        offsets += self.offsets[last:]
        text = "".join(parts)
        calls = []
        for number, place in self.calls:
            before = removed[bisect_left(starts, place)]
            calls.append((number, min(max(place - before, 0), len(text))))
        return Running(text, tuple(offsets), tuple(calls))

    def source_span(self, start: int, end: int) -> Span:
        """The place in the source of ``text[start:end]``.

        Examples
        --------
        >>> join("It  *notes* it", [Span(0, 14)]).source_span(3, 8)
        Span(start=5, end=10)
        """
        if not self.offsets:
            return Span(0, 0)
        if start >= end:
            at = self.offsets[min(start, len(self.offsets) - 1)]
            return Span(at, at)
        return Span(self.offsets[start], self.offsets[end - 1] + 1)


def vocabulary(source: str) -> Callable[[str, str], bool]:
    """A test for hyphens at the end of a line: does the hyphen belong to the word?

    The document itself decides: a word printed elsewhere in one piece loses the hyphen, a compound printed
    elsewhere with its hyphen keeps it; of words printed nowhere else, two words of the text make a compound.

    Examples
    --------
    >>> keeps = vocabulary("capacity-building; the regional policy and its making")
    >>> keeps("capacity", "building"), keeps("regio", "nal"), keeps("policy", "making")
    (True, False, True)
    """
    words: set[str] = set()
    compounds: set[str] = set()

    def keeps(first: str, second: str) -> bool:
        if not words:
            words.add("")
            for found in _WORD.finditer(_WRAPPED.sub(" ", source.lower())):
                word = found[0]
                words.update(word.split("-"))
                if "-" in word:
                    compounds.add(word)
        low_first, low_second = first.lower(), second.lower()
        if f"{low_first}-{low_second}" in compounds:
            return True
        if low_first + low_second in words:
            return False
        if second[:1].isupper() or low_first in _JOINED or low_second in _JOINING:
            return True
        return low_first not in _PREFIXES and len(low_second) > 2 and {low_first, low_second} <= words

    return keeps


def join(
    source: str,
    spans: Iterable[Span],
    keeps_hyphen: Callable[[str, str], bool] | None = None,
    slash: bool = False,
) -> Running:
    r"""Join printed lines into running text.

    Parameters
    ----------
    source : str
    spans : iterable of Span
        The lines, in order.
    keeps_hyphen : callable, optional
        See :func:`vocabulary`; without it every hyphen at the end of a line is dropped.
    slash : bool
        Whether notes are called by ``1/``, as in the 1990s.

    Examples
    --------
    >>> page = "*Notes* the disrup-\ntion\u00a0of trade;¹"
    >>> found = join(page, [Span(0, 19), Span(20, 35)])
    >>> found.text, found.calls
    ('Notes the disruption of trade;', ((1, 30),))
    """
    parts: list[str] = []
    offsets: list[int] = []
    calls: list[tuple[int, int]] = []
    last = ""  # the character the text ends with so far

    def add(start: int, end: int) -> None:
        nonlocal last
        if start < end and source[start] == " " and last in ("", " "):
            start += 1
        if start < end:
            if source[start] in ",;:.)":
                drop_blank()
            parts.append(source[start:end])
            offsets.extend(range(start, end))
            last = source[end - 1]

    def blank(at: int) -> None:
        nonlocal last
        if last not in ("", " "):
            parts.append(" ")
            offsets.append(at)
            last = " "

    def drop_blank() -> None:
        nonlocal last
        if last == " ":
            drop_last()

    def drop_last() -> None:
        nonlocal last
        shorter = parts.pop()[:-1]
        if shorter:
            parts.append(shorter)
        offsets.pop()
        last = shorter[-1:] or (parts[-1][-1] if parts else "")

    pending = -1  # where the line break to be printed as a blank stands
    for start, end in spans:
        if pending >= 0:
            tail = _HYPHEN.search("".join(parts[-3:])[-60:])
            head = _WORD.match(source, start, min(end, start + 60))
            second = head[0].split("-")[0] if head else ""
            if tail and tail[2].isalpha() and second and second not in _HANGING:
                compound = bool(tail[1]) or (head is not None and "-" in head[0])  # vis-à-vis
                if not compound and not (keeps_hyphen and keeps_hyphen(tail[2], second)):
                    drop_last()
            elif not (tail and start < end and source[start].isdigit()):
                blank(pending)
        at = start
        for found in _MARKS.finditer(source, start, end):
            add(at, found.start())
            at = found.end()
            if found["raised"]:
                calls.append((numerals.superscript(found["raised"]), len(offsets)))
            elif found["bracket"]:
                calls.append((int(found["bracket"]), len(offsets)))
            elif found["blank"]:
                blank(found.start())
            elif found["stray"]:
                drop_blank()
        add(at, end)
        pending = end
    text = "".join(parts)
    trimmed = len(text.rstrip(" "))
    out = Running(text[:trimmed], tuple(offsets[:trimmed]), tuple(calls))
    if not slash:
        return out
    marks = list(_SLASH.finditer(out.text))
    found_calls = [(int(mark["slash"]), mark.start()) for mark in marks]
    both = Running(out.text, out.offsets, (*out.calls, *found_calls))
    bare = both.cut([mark.span() for mark in marks])
    return bare.cut([(0, 1)]) if bare.text.startswith(" ") else bare
