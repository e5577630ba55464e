"""Where a drafting rule is broken, and the pieces of a text that the rules look at."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType
from typing import NamedTuple

from helpers.resolution.model import Paragraph, Resolution, Span

# How many words of a paragraph's end are quoted where its last mark is the matter.
_TAIL = 4


class Hit(NamedTuple):
    """One place where a rule does not hold: the element's id, the range of the source, and what is wrong there.

    ``wording`` is a sentence in the language that is spoken, with ``{name}`` where words of the text, or words to write
    instead, go; these stand in ``english``, apart, for they are in another language.
    """

    element: str
    span: Span
    wording: str
    english: Mapping[str, str] = MappingProxyType({})


class Body(NamedTuple):
    """The preamble and the operative part under one set of enacting words."""

    preamble: tuple[Paragraph, ...]
    operative: tuple[Paragraph, ...]


def bodies(resolution: Resolution) -> tuple[Body, ...]:
    """The bodies of a resolution: one, or one for each part (A, B) with enacting words of its own.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> [(len(body.preamble), len(body.operative)) for body in bodies(load("A/RES/53/137"))]
    [(9, 7)]
    """
    starts = [0, *(formula.span.start for formula in resolution.formulas[1:]), len(resolution.source) + 1]
    return tuple(
        Body(_between(resolution.preamble, start, end), _between(resolution.operative, start, end))
        for start, end in pairwise(starts)
    )


def _between(paragraphs: Sequence[Paragraph], start: int, end: int) -> tuple[Paragraph, ...]:
    return tuple(paragraph for paragraph in paragraphs if start <= paragraph.span.start < end)


def is_security_council(resolution: Resolution) -> bool:
    """Whether the Security Council speaks: some habits of the Assembly are not its own."""
    return any("Security Council" in formula.text for formula in resolution.formulas)


def last(paragraph: Paragraph) -> Paragraph:
    """The paragraph's last sub-paragraph at any depth, or itself: where its words end."""
    return last(paragraph.children[-1]) if paragraph.children else paragraph


def whole(paragraph: Paragraph, start: int, end: int) -> Span:
    """The range of the source that ``paragraph.text[start:end]`` was printed in."""
    if not paragraph.offsets:
        return Span(paragraph.span.start, paragraph.span.start)
    final = min(max(end, start + 1), len(paragraph.offsets)) - 1
    return Span(paragraph.offsets[min(start, final)], paragraph.offsets[final] + 1)


def head(paragraph: Paragraph) -> Span:
    """The opening, or the first words where no opening was found."""
    if paragraph.opening:
        return paragraph.opening_span
    found = re.match(r"(?:\S+\s*){1,3}", paragraph.text)
    return whole(paragraph, 0, len(found[0].rstrip()) if found else 1)


def tail(paragraph: Paragraph) -> Span:
    """The last words with the mark that ends them."""
    start = len(paragraph.text) - len(" ".join(paragraph.text.split()[-_TAIL:]))
    return whole(paragraph, start, len(paragraph.text))


def find(pattern: re.Pattern[str], paragraphs: Sequence[Paragraph]) -> Iterator[tuple[Paragraph, re.Match[str], Span]]:
    """Every match in the running texts, with its place in the source."""
    for paragraph in paragraphs:
        for match in pattern.finditer(paragraph.text):
            yield paragraph, match, whole(paragraph, match.start(), match.end())
