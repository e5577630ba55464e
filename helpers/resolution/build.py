"""Make records of blocks: paragraphs with ids, openings, notes called, acts and citations."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from helpers.language import N_
from helpers.resolution import blocks as bl
from helpers.resolution import cite, lexicon
from helpers.resolution import lines as ln
from helpers.resolution.acts import acts as read_acts
from helpers.resolution.blocks import Block
from helpers.resolution.lines import Line
from helpers.resolution.model import Act, Citation, Paragraph, Span
from helpers.resolution.running import Running

_HEADING_LENGTH = 300


@dataclass(slots=True)
class Draft:
    """A paragraph on its way: its block, its text, the paragraphs below it."""

    block: Block
    text: Running
    part: str  # "PP" or "OP"
    id: str = ""
    children: list[Draft] = field(default_factory=list)

    def walk(self) -> Iterable[Draft]:
        """The draft itself and all below it, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(slots=True)
class Sorted:
    """The blocks of one body, sorted: what is a paragraph, a heading, or in no known place."""

    preamble: list[Draft] = field(default_factory=list)
    operative: list[Draft] = field(default_factory=list)
    headings: list[Block] = field(default_factory=list)
    stray: list[tuple[Block, str]] = field(default_factory=list)
    other: list[Block] = field(default_factory=list)  # closing, vote, annex

    def drafts(self) -> list[Draft]:
        """All paragraphs at every depth, in printed order."""
        return [draft for top in (*self.preamble, *self.operative) for draft in top.walk()]


def spans_of(lines: Sequence[Line], indices: Sequence[int]) -> tuple[Span, ...]:
    r"""The stretches of source that lines take up; a page break between them makes two of one.

    Examples
    --------
    >>> spans_of(ln.split("ab\ncd\n\n1/2\n\nef"), [0, 1, 3])
    (Span(start=0, end=5), Span(start=12, end=14))
    """
    out: list[Span] = []
    last = -2
    for i in indices:
        if i == last + 1:
            out[-1] = Span(out[-1].start, lines[i].end)
        else:
            out.append(Span(lines[i].start, lines[i].end))
        last = i
    return tuple(out)


def sort(blocks: Sequence[Block], lines: Sequence[Line], text_of: Callable[[Block], Running], prefix: str) -> Sorted:
    """Sort the blocks of one body and give every paragraph its id."""
    out = Sorted()
    first = _first_operative(blocks, lines)
    numbered = any(block.role == "numbered" for block in blocks)
    closed = False
    sections = _Sections(prefix)
    for place, block in enumerate(blocks):
        bare = lines[block.lines[0]].bare
        if block.role in ("closing", "vote", "annex"):
            out.other.append(block)
            closed = closed or block.role == "closing"
        elif closed:
            out.stray.append((block, N_("text after the closing line")))
        elif block.role == "labelled":
            _below(out, block, text_of)
        elif place >= first and (block.role == "numbered" or (not numbered and _concludes(block, lines))):
            draft = Draft(block, text_of(block), "OP")
            sections.place(draft)
            out.operative.append(draft)
        elif block.role == "heading" or _is_heading(block, lines, bare, place >= first):
            out.headings.append(block)
            sections.heading(bare)
        elif place < first:
            out.preamble.append(Draft(block, text_of(block), "PP", f"{prefix}PP{len(out.preamble) + 1}"))
        else:
            out.stray.append((block, N_("unnumbered text in the operative part")))
    sections.finish()
    for draft in (*out.preamble, *out.operative):
        _number_children(draft)
    return out


def _first_operative(blocks: Sequence[Block], lines: Sequence[Line]) -> int:
    """Where the operative part begins: at the first number, else at the first finite verb."""
    for place, block in enumerate(blocks):
        if block.role == "numbered":
            return place
    for place, block in enumerate(blocks):
        if _concludes(block, lines):
            return place
    return len(blocks)


def _concludes(block: Block, lines: Sequence[Line]) -> bool:
    """Whether an unmarked block opens with a verb whose subject is the organ and ends like a sentence."""
    bare = lines[block.lines[0]].bare
    end = ln.terminator(lines[block.lines[-1]].bare)
    return block.role == "text" and bl.finite(bare) and end in (".", ";", ":")


def _is_heading(block: Block, lines: Sequence[Line], bare: str, operative: bool) -> bool:
    text = " ".join(lines[i].bare for i in block.lines[:8])
    if len(text) > _HEADING_LENGTH or "|" in text or "\t" in text:
        return False
    plain = not ln.terminator(text) and not text[:1].islower()
    return plain and (operative or (len(text) < 120 and not ln.opens(bare)))


def _below(out: Sorted, block: Block, text_of: Callable[[Block], Running]) -> None:
    """Hang a sub-paragraph below the paragraph before it."""
    above = (out.operative or out.preamble)[-1:]
    if not above:
        out.stray.append((block, N_("a labelled paragraph with no paragraph above it")))
        return
    above[0].children.append(Draft(block, text_of(block), above[0].part))


class _Sections:
    """Gives operative paragraphs their ids; numbering that starts anew opens a section."""

    def __init__(self, prefix: str) -> None:
        self.prefix = prefix
        self.sections: list[tuple[str | None, list[Draft]]] = [(None, [])]
        self.mark: str | None = None
        self.last = 0

    def heading(self, bare: str) -> None:
        self.mark = bl.section_mark(bare) or self.mark

    def place(self, draft: Draft) -> None:
        number = draft.block.number
        if number is not None and number <= self.last:
            self.sections.append((self.mark, []))
        elif not self.sections[-1][1]:
            self.sections[-1] = (self.mark, self.sections[-1][1])
        self.last = number or self.last
        self.mark = None
        self.sections[-1][1].append(draft)

    def finish(self) -> None:
        used: set[str] = set()
        for place, (mark, drafts) in enumerate(self.sections, 1):
            section = ""
            if len(self.sections) > 1 and (mark or place > 1):
                section = f"{mark or f'S{place}'}."
                while section in used:
                    section = f"S{place}.{section}"
                used.add(section)
            for count, draft in enumerate(drafts, 1):
                draft.id = f"{self.prefix}{section}OP{draft.block.number or count}"


def distinct(name: str, used: Counter[str]) -> str:
    """An id that is not taken: a second (a) becomes ``(a)#2``.

    Examples
    --------
    >>> taken: Counter[str] = Counter()
    >>> distinct("FN1", taken), distinct("FN1", taken)
    ('FN1', 'FN1#2')
    """
    used[name] += 1
    return name if used[name] == 1 else f"{name}#{used[name]}"


def _number_children(top: Draft) -> None:
    """Arrange sub-paragraphs by level and give them ids such as ``OP5(a)(i)``."""
    flat, top.children = top.children, []
    if not flat:
        return
    labels = [draft.block.label or "" for draft in flat]
    depths = bl.depth_labels(labels, [draft.text.text for draft in flat])
    path = [top]
    used: Counter[str] = Counter()
    for draft, depth in zip(flat, depths, strict=True):
        del path[depth + 1 :]
        parent = path[-1]
        label = draft.block.label or ""
        shown = label if label[0] == "(" else f"({label.rstrip('.')})"
        if not label[0].isalnum() and label[0] != "(":
            shown = f"({len(parent.children) + 1})"
        draft.id = distinct(f"{parent.id}{shown}", used)
        parent.children.append(draft)
        path.append(draft)


def paragraph(draft: Draft, source: str, lines: Sequence[Line]) -> Paragraph:
    """The finished record of a draft and of all below it."""
    found = draft.text
    opening, opening_span = _opening(draft, source)
    notes = tuple(dict.fromkeys(number for number, _ in found.calls))
    return Paragraph(
        id=draft.id,
        number=draft.block.number,
        label=draft.block.label,
        opening=opening,
        text=found.text,
        spans=spans_of(lines, draft.block.lines),
        opening_span=opening_span,
        children=tuple(paragraph(child, source, lines) for child in draft.children),
        acts=_acts(found) if draft.part == "OP" else (),
        citations=citations(found, draft.id),
        notes=notes,
        offsets=found.offsets,
    )


def _opening(draft: Draft, source: str) -> tuple[str, Span]:
    """The opening phrase: as the italics print it, else as the list of openings knows it."""
    found = draft.text
    length = 0
    if found.offsets:
        start = found.offsets[0]
        if source[start - 1 : start] == "*":
            end = source.find("*", start, start + 200)
            length = bisect_left(found.offsets, end) if end > 0 else 0
        if not length and draft.block.label is None:
            length = lexicon.split_opening(found.text)
    opening = found.text[:length].rstrip(" ,:;")
    return opening, found.source_span(0, len(opening))


def _acts(found: Running) -> tuple[Act, ...]:
    """The acts of a text, their spans moved into the source."""
    return tuple(
        replace(
            act,
            span=found.source_span(*act.span),
            addressee_span=act.addressee_span and found.source_span(*act.addressee_span),
            deadline_span=act.deadline_span and found.source_span(*act.deadline_span),
        )
        for act in read_acts(found.text)
    )


def citations(found: Running, where: str) -> tuple[Citation, ...]:
    """The citations of a text, their spans moved into the source."""
    return tuple(replace(citation, span=found.source_span(*citation.span)) for citation in cite.find(found.text, where))
