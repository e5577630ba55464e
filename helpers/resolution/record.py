"""Put the record together: who calls which note, when it was adopted, whose each character is."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from helpers.language import N_
from helpers.resolution import build, closing
from helpers.resolution import lines as ln
from helpers.resolution.blocks import Block
from helpers.resolution.lines import Line
from helpers.resolution.model import (
    Adoption,
    Annex,
    Element,
    Footnote,
    Masthead,
    Paragraph,
    Piece,
    PieceKind,
    Resolution,
    Span,
    Unplaced,
)
from helpers.resolution.notes import NoteBlock
from helpers.resolution.running import Running

_Owned = tuple[Span, PieceKind, str | None]


@dataclass(frozen=True, slots=True)
class Part:
    """One body: the whole text, or one of the parts A, B … that each have enacting words of their own."""

    prefix: str
    formula: int | None
    heading: list[int]
    lines: list[int]


class Recorder:
    """Makes the record of one text.

    Parameters
    ----------
    source : str
    lines : sequence of Line
    join : callable
        From indices of lines to their running text.
    """

    def __init__(self, source: str, lines: Sequence[Line], join: Callable[[Sequence[int]], Running]) -> None:
        self.source = source
        self.lines = lines
        self.join = join

    def record(
        self,
        head: Masthead,
        parts: Sequence[Part],
        bodies: Sequence[build.Sorted],
        note_blocks: Sequence[NoteBlock],
    ) -> Resolution:
        """The record, with its pieces."""
        preamble = [build.paragraph(d, self.source, self.lines) for body in bodies for d in body.preamble]
        operative = [build.paragraph(d, self.source, self.lines) for body in bodies for d in body.operative]
        others = [block for body in bodies for block in body.other]
        annexes, annex_calls = self._annexes([block for block in others if block.role == "annex"])
        headings = [block.lines for body in bodies for block in body.headings] + [p.heading for p in parts]
        calls = self._calls(head, (*preamble, *operative), annex_calls)
        in_headings = {number for lines in headings for number, _ in self.join(lines).calls}
        formulas = tuple(self._formula(part) for part in parts if part.formula is not None)
        found = Resolution(
            source=self.source,
            masthead=head,
            enacting=formulas[0] if formulas else None,
            preamble=tuple(preamble),
            operative=tuple(operative),
            footnotes=(),
            adoption=self._adoption(head, others),
            annexes=tuple(annexes),
            unplaced=tuple(self._unplaced(bodies)),
            pieces=(),
            formulas=formulas,
        )
        elements = [e for e in found.elements if e.kind != "closing"]
        found = replace(found, footnotes=tuple(self._footnotes(note_blocks, calls, in_headings, elements)))
        owned = list(self._owned(found, others, headings, parts, bodies))
        return replace(found, pieces=tile(len(self.source), owned))

    def _formula(self, part: Part) -> Element:
        line = self.lines[part.formula or 0]
        return Element(f"{part.prefix}EW", "enacting", N_("Enacting words"), line.bare, (Span(line.start, line.end),))

    def _calls(
        self, head: Masthead, paragraphs: Sequence[Paragraph], annex_calls: dict[int, list[str]]
    ) -> dict[int, list[str]]:
        """Which elements call each note, in printed order."""
        out: dict[int, list[str]] = {}
        if "title" in head.spans:
            last = head.spans["title"]
            title = [i for i, line in enumerate(self.lines) if last.start < line.end <= last.end]
            for number, _ in self.join(title).calls:
                out.setdefault(number, []).append("MH.title")
        for top in paragraphs:
            for paragraph in top.walk():
                for number in paragraph.notes:
                    out.setdefault(number, []).append(paragraph.id)
        for number, ids in annex_calls.items():
            out.setdefault(number, []).extend(ids)
        return out

    def _footnotes(
        self,
        found: Sequence[NoteBlock],
        calls: dict[int, list[str]],
        in_headings: set[int],
        found_in: Sequence[Element],
    ) -> Iterable[Footnote]:
        used: Counter[str] = Counter()
        star_calls = self._star_calls(found_in) if any(note.style == "star" for note in found) else ()
        for note in found:
            text = self.join(note.lines)
            mark = ln.note_number(text.text) if note.style in ("plain", "slash") else None
            if mark:
                text = text.cut([(0, mark[2])])
            name = build.distinct("FN*" if note.style == "star" else f"FN{note.number}", used)
            called = star_calls if note.style == "star" else tuple(calls.get(note.number, ()))
            yield Footnote(
                id=name,
                number=note.number,
                text=text.text,
                called_in=called,
                orphan=not called and note.number not in in_headings,
                spans=build.spans_of(self.lines, note.lines),
                citations=build.citations(text, name),
            )

    def _star_calls(self, elements: Sequence[Element]) -> tuple[str, ...]:
        """The elements with an asterisk that ends a word and has no partner."""
        places = [
            line.start + found.start()
            for line in self.lines
            if line.star == -1 and (found := ln.STAR_CALL.search(self.source[line.start : line.end]))
        ]
        return tuple(
            element.id
            for element in elements
            if any(bisect_left(places, start) < bisect_left(places, end) for start, end in element.spans)
        )

    def _adoption(self, head: Masthead, others: Sequence[Block]) -> Adoption:
        votes = [block for block in others if block.role == "vote"]
        vote = self.join(votes[0].lines).text if votes else None
        for block in others:
            if block.role == "closing":
                span = Span(self.lines[block.lines[0]].start, self.lines[block.lines[-1]].end)
                return closing.adoption(self.join(block.lines).text, span, vote)
        place = head.spans.get("adoption")
        if place is None:
            return Adoption(None, None, None, vote)
        return closing.adoption(" ".join(self.source[slice(*place)].split()), place, vote)

    def _annexes(self, found: Sequence[Block]) -> tuple[list[Annex], dict[int, list[str]]]:
        """The annexes, and the notes that they call."""
        out: list[Annex] = []
        calls: dict[int, list[str]] = {}
        for place, block in enumerate(found, 1):
            groups: list[list[int]] = []
            for before, i in zip([-2, *block.lines], block.lines, strict=False):
                if groups and not self.lines[i].gap and before == i - 1:
                    groups[-1].append(i)
                else:
                    groups.append([i])
            texts = [self.join(group) for group in groups]
            for text in texts:
                for number, _ in text.calls:
                    ids = calls.setdefault(number, [])
                    if f"AN{place}" not in ids:
                        ids.append(f"AN{place}")
            title = next((text.text for text in texts[1:2] if not ln.terminator(text.text)), "")
            span = Span(self.lines[block.lines[0]].start, self.lines[block.lines[-1]].end)
            body = "\n\n".join(text.text for text in texts[1:])
            out.append(Annex(f"AN{place}", title or texts[0].text, body, span))
        return out, calls

    def _unplaced(self, bodies: Sequence[build.Sorted]) -> Iterable[Unplaced]:
        for body in bodies:
            for block, reason in body.stray:
                for span in build.spans_of(self.lines, block.lines):
                    yield Unplaced(self.source[slice(*span)], span, reason)

    def _owned(
        self,
        found: Resolution,
        others: Sequence[Block],
        headings: Sequence[Sequence[int]],
        parts: Sequence[Part],
        bodies: Sequence[build.Sorted],
    ) -> Iterable[_Owned]:
        """Every stretch of text that belongs to something, and to what."""
        for element in found.elements:
            if element.kind in ("masthead", "enacting", "note"):
                yield from ((span, _KINDS[element.kind], element.id) for span in element.spans)
        known = [span for element in found.elements if element.kind == "masthead" for span in element.spans]
        end = found.formulas[0].span.start if found.formulas else self._first(found)
        for line in self.lines:
            if line.start >= end:
                break
            if not any(span.start <= line.start < span.end for span in known):
                yield Span(line.start, line.end), "masthead", None
        for kind, tops in (("preamble", found.preamble), ("operative", found.operative)):
            for top in tops:
                for paragraph in top.walk():
                    for span in paragraph.spans:
                        yield span, "preamble" if kind == "preamble" else "operative", paragraph.id
        for lines in headings:
            yield from ((span, "heading", None) for span in build.spans_of(self.lines, lines))
        annexes = 0
        for block in others:
            annexes += block.role == "annex"
            piece: PieceKind = "annex" if block.role == "annex" else "closing"
            key = f"AN{annexes}" if block.role == "annex" else "CL" if block.role == "closing" else None
            yield from ((span, piece, key) for span in build.spans_of(self.lines, block.lines))
        for body in bodies:
            for block, _ in body.stray:
                yield from ((span, "unplaced", None) for span in build.spans_of(self.lines, block.lines))

    def _first(self, found: Resolution) -> int:
        return (found.preamble or found.operative)[0].span.start


_KINDS: dict[str, PieceKind] = {"masthead": "masthead", "enacting": "enacting", "note": "note"}


def tile(length: int, owned: Iterable[_Owned]) -> tuple[Piece, ...]:
    """Fill the gaps between owned stretches, so that the pieces give the text back without a loss.

    What belongs to nobody is layout: blank lines, folios, running heads.

    Examples
    --------
    >>> [(piece.kind, tuple(piece.span)) for piece in tile(9, [(Span(2, 5), "note", "FN1")])]
    [('layout', (0, 2)), ('note', (2, 5)), ('layout', (5, 9))]
    """
    out: list[Piece] = []
    at = 0
    for span, kind, key in sorted(owned, key=lambda item: item[0]):
        start = max(span.start, at)
        if start >= span.end:
            continue
        if start > at:
            out.append(Piece("layout", None, Span(at, start)))
        out.append(Piece(kind, key, Span(start, span.end)))
        at = span.end
    if at < length:
        out.append(Piece("layout", None, Span(at, length)))
    return tuple(out)
