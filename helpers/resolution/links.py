"""Links between the paragraphs of a resolution that the words themselves show: sources, names, notes, repetitions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Literal

from helpers.resolution.dates import MONTHS
from helpers.resolution.model import Paragraph, Resolution, Span

Kind = Literal["source", "name", "note", "opening", "words"]

_WORD = re.compile(r"[^\W_]+(?:[-’'][^\W_]+)*")
#: "the Convention" alone stands for a treaty named in full before; "the Convention on the Rights …" does not.
_TREATY = r"\b(Convention|Covenants?|Protocol|Treaty|Statute)\b"
_SHORT = re.compile(rf"\bthe {_TREATY}(?! (?:on|of|for|against|relating)\b)")
#: Words that say nothing about what two paragraphs have in common, however few paragraphs use them.
_SMALL = re.compile(
    r"an?|and|are|as|at|be|been|by|for|from|had|has|have|in|into|is|it|its|not|of|on|or|other|that|the|their|them|"
    rf"these|this|those|to|was|were|which|who|with|\d+|{'|'.join(MONTHS).casefold()}"
)
#: A shared run of several words counts if no more paragraphs than this have one of its words ...
_FEW = 3
#: ... and a single shared word only if no others have it.
_TWO = 2


@dataclass(frozen=True, slots=True)
class Link:
    """What two elements have in common, and where it stands in the text of each.

    ``kind`` is "source" (both cite one document), "name" (the second calls by a short name what the first names in
    full), "note" (the first calls the note), "opening" (both open, or act, with the same words) or "words" (both use
    words that few paragraphs have). ``first`` stands before ``second`` in the text; the spans are ranges of the
    running text of each; ``words`` are those of the first, shared words in the form with fewer capitals.
    """

    kind: Kind
    first: str
    second: str
    words: tuple[str, ...] = ()
    first_spans: tuple[Span, ...] = ()
    second_spans: tuple[Span, ...] = ()

    def other(self, element: str) -> str | None:
        """The id at the other end; ``None`` if the link does not touch the element."""
        return {self.first: self.second, self.second: self.first}.get(element)


def links(resolution: Resolution) -> tuple[Link, ...]:
    """Every link between two paragraphs, and from a paragraph to its notes, strongest kind first.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> found = links(load("A/RES/53/137"))
    >>> [(link.kind, link.words) for link in found if (link.first, link.second) == ("PP6", "OP1")]
    [('words', ('the growing manifestations of racism', 'against migrant workers', 'xenophobia'))]
    """
    paragraphs = resolution.paragraphs
    pairs = list(combinations(paragraphs, 2))
    return (
        *(link for pair in pairs for link in _by_source(*pair)),
        *_by_name(paragraphs),
        *(Link("note", where, note.id) for note in resolution.footnotes for where in note.called_in),
        *(link for pair in pairs for link in _by_opening(*pair)),
        *_by_words(paragraphs),
    )


def _in_text(paragraph: Paragraph, span: Span) -> Span:
    """Turn a range of the source into a range of the running text."""
    return Span(bisect_left(paragraph.offsets, span.start), bisect_left(paragraph.offsets, span.end))


def _said(paragraph: Paragraph, spans: Iterable[Span]) -> tuple[str, ...]:
    return tuple(paragraph.text[slice(*span)] for span in spans)


# ---- the same source, the short name ----


def _cited(paragraph: Paragraph) -> dict[str, Span]:
    """Where a paragraph cites which document, by symbol or title."""
    return {name: _in_text(paragraph, c.span) for c in paragraph.citations if (name := c.symbol or c.title)}


def _by_source(first: Paragraph, second: Paragraph) -> Iterator[Link]:
    here, there = _cited(first), _cited(second)
    for name in here:
        if name in there:
            yield Link("source", first.id, second.id, _said(first, [here[name]]), (here[name],), (there[name],))


def _by_name(paragraphs: tuple[Paragraph, ...]) -> Iterator[Link]:
    """From the paragraph that first names a treaty in full to each one that uses its short name."""
    first_named: dict[str, tuple[Paragraph, Span]] = {}
    latest: dict[str, str] = {}
    for paragraph in paragraphs:
        short: dict[str, list[Span]] = {}
        for found in _SHORT.finditer(paragraph.text):
            short.setdefault(found[1], []).append(Span(*found.span()))
        for word, spans in short.items():
            named, full = first_named.get(latest.get(word, ""), (None, None))
            if named and full and named.id != paragraph.id:
                yield Link("name", named.id, paragraph.id, _said(named, [full]), (full,), tuple(spans))
        for citation in paragraph.citations:
            if citation.kind == "treaty" and citation.title:
                first_named.setdefault(citation.title, (paragraph, _in_text(paragraph, citation.span)))
                latest |= dict.fromkeys(re.findall(_TREATY, citation.title), citation.title)


# ---- the same opening ----


def _openings(paragraph: Paragraph) -> dict[str, Span]:
    """The words that open a paragraph, and the verbs of its acts."""
    spans = [paragraph.opening_span, *(act.span for act in paragraph.acts)]
    inside = [_in_text(paragraph, span) for span in spans]
    return {paragraph.text[slice(*span)].casefold(): span for span in inside}


def _by_opening(first: Paragraph, second: Paragraph) -> Iterator[Link]:
    here, there = _openings(first), _openings(second)
    for words in here:
        if words in there:
            yield Link("opening", first.id, second.id, _said(first, [here[words]]), (here[words],), (there[words],))


# ---- the same words ----


class _Words:
    """The words of a paragraph in lower case, each with its place; those of its openings are left out."""

    def __init__(self, paragraph: Paragraph) -> None:
        self.paragraph = paragraph
        found = list(_WORD.finditer(paragraph.text))
        self.low = [match[0].casefold() for match in found]
        self.spans = [Span(*match.span()) for match in found]

    @cached_property
    def opening(self) -> frozenset[int]:
        """The numbers of the words that open the paragraph or carry its acts."""
        taken = _openings(self.paragraph).values()
        return frozenset(n for n, s in enumerate(self.spans) if any(a <= s.start and s.end <= b for a, b in taken))

    def run(self, start: int, length: int) -> Span:
        """The range of the text from one word on."""
        return Span(self.spans[start].start, self.spans[start + length - 1].end)


def _by_words(paragraphs: tuple[Paragraph, ...]) -> Iterator[Link]:
    read = [_Words(paragraph) for paragraph in paragraphs]
    spread = Counter(word for words in read for word in set(words.low))
    for first, second in combinations(read, 2):
        runs = [run for run in _runs(first, second) if _tells(first.low[run[0] : run[0] + run[2]], spread)]
        if runs:
            here = tuple(first.run(a, length) for a, _, length in runs)
            there = tuple(second.run(b, length) for _, b, length in runs)
            said = zip(_said(first.paragraph, here), _said(second.paragraph, there), strict=True)
            plain = tuple(min(pair, key=lambda form: sum(map(str.isupper, form))) for pair in said)
            yield Link("words", first.paragraph.id, second.paragraph.id, plain, here, there)


def _tells(run: list[str], spread: Counter[str]) -> bool:
    """Whether a shared run of words is more than chance: a rare word, or several words with a fairly rare one."""
    words = [word for word in run if not _SMALL.fullmatch(word)]
    rarest = min((spread[word] for word in words), default=len(spread))
    return rarest <= _TWO or (len(words) > 1 and rarest <= _FEW)


def _runs(first: _Words, second: _Words) -> list[tuple[int, int, int]]:
    """Runs of words that stand in both, longest first, none overlapping another: start, start, length."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(second.low):
        if place not in second.opening:
            places.setdefault(word, []).append(place)
    found = []
    for start, word in enumerate(first.low):
        if start in first.opening:
            continue
        for place in places.get(word, ()):
            before = start and place and first.low[start - 1] == second.low[place - 1]
            if before and start - 1 not in first.opening and place - 1 not in second.opening:
                continue  # the run began a word earlier
            length = 1
            while _goes_on(first, start + length) and _goes_on(second, place + length):
                if first.low[start + length] != second.low[place + length]:
                    break
                length += 1
            found.append((start, place, length))
    taken_here: set[int] = set()
    taken_there: set[int] = set()
    kept = []
    for start, place, length in sorted(found, key=lambda run: (-run[2], run[0])):
        here, there = set(range(start, start + length)), set(range(place, place + length))
        if not here & taken_here and not there & taken_there:
            kept.append((start, place, length))
            taken_here |= here
            taken_there |= there
    return kept


def _goes_on(words: _Words, place: int) -> bool:
    return place < len(words.low) and place not in words.opening
