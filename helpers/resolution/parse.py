"""Parse a resolution: from text to a frozen record in which every character has its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from helpers.errors import ParseError
from helpers.language import _
from helpers.resolution import blocks as bl
from helpers.resolution import build, marks, masthead, notes, record, running
from helpers.resolution import lines as ln
from helpers.resolution.blocks import Block
from helpers.resolution.model import Masthead, Resolution, Span
from helpers.resolution.record import Part
from helpers.resolution.running import Running
from helpers.written import figure

_LONGEST = 20_000_000


def parse(text: str | bytes) -> Resolution:
    r"""Read the text of a resolution of the General Assembly, a Council or another organ.

    Parameters
    ----------
    text : str or bytes
        The whole text; bytes must be UTF-8.

    Returns
    -------
    Resolution
        What could not be placed is in ``unplaced``; ``pieces`` give the text back character for character.

    Raises
    ------
    ParseError
        If there is no resolution in the text; nothing else is raised.

    Examples
    --------
    >>> found = parse("The General Assembly,\n\nRecalling its resolution 1/1,\n\n1. Decides to meet.")
    >>> [paragraph.id for paragraph in (*found.preamble, *found.operative)]
    ['PP1', 'OP1']
    >>> parse("")
    Traceback (most recent call last):
    ...
    helpers.errors.ParseError: line 1: the text is empty; paste a whole resolution
    """
    source = _decoded(text)
    return _Reader(source).read()


def _decoded(text: str | bytes) -> str:
    """The text as characters, or the reason why it cannot be one."""
    if isinstance(text, bytes):
        try:
            return _decoded(str(text, "utf-8"))
        except UnicodeDecodeError as error:
            line = text.count(b"\n", 0, error.start) + 1
            raise ParseError(_("the file is not UTF-8 text; save it as UTF-8 and try again"), line) from None
    if not isinstance(text, str):
        raise ParseError(_("a text is needed, not {type}").format(type=type(text).__name__), 1)
    if len(text) > _LONGEST:
        reason = _("the text has {count} characters, more than {most}; give one resolution at a time")
        raise ParseError(reason.format(count=figure(len(text)), most=figure(_LONGEST)), 1)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ParseError(_("this is not text but binary data; export the document as plain text"), line)
    return text


class _Reader:
    """One reading of one text: each step takes up what the step before it left."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.lines = ln.split(source)
        if not self.lines:
            raise ParseError(_("the text is empty; paste a whole resolution"), 1)
        self.keeps_hyphen = running.vocabulary(source)
        self.slash = False

    def read(self) -> Resolution:
        """The steps, in order."""
        formulas, body = self._enacting()
        page = ln.furniture(self.lines, body)
        wrap = notes.wrap_of(self.lines, (i for i in range(body, len(self.lines)) if i not in page))
        note_blocks, rest = notes.collect(self.lines, body, page, wrap)
        self.slash = any(note.style == "slash" for note in note_blocks)
        parts = self._parts(formulas, body, rest)
        bodies = [
            build.sort(bl.Assembler(self.lines, wrap).read(part.lines), self.lines, self._text, part.prefix)
            for part in parts
        ]
        if not any(found.preamble or found.operative for found in bodies):
            reason = _("there is no preambular or operative paragraph after the enacting words; paste the whole text")
            raise ParseError(reason, self._line_number(self.lines[-1].start))
        self._lost_marks(bodies, note_blocks)
        head = self._masthead(formulas, body)
        return record.Recorder(self.source, self.lines, self._join).record(head, parts, bodies, note_blocks)

    def _line_number(self, place: int) -> int:
        return self.source.count("\n", 0, place) + 1

    def _text(self, block: Block) -> Running:
        """The running text of a block, without its number or label."""
        found = self._join(block.lines)
        mark = ln.number(found.text) if block.role == "numbered" else ln.label(found.text)
        return found.cut([(0, mark[1])]) if mark and block.role in ("numbered", "labelled") else found

    def _join(self, indices: Sequence[int]) -> Running:
        spans = [Span(self.lines[i].start, self.lines[i].end) for i in indices]
        return running.join(self.source, spans, self.keeps_hyphen, self.slash)

    def _enacting(self) -> tuple[list[int], int]:
        """The lines with enacting words, and the line at which the body begins."""
        formulas = [i for i, line in enumerate(self.lines) if ln.organ(line.bare)]
        formulas = [i for i in formulas if i == formulas[0] or self.lines[i].gap]
        if formulas:
            return formulas, formulas[0] + 1
        for i, line in enumerate(self.lines):
            number = ln.number(line.bare)
            text = line.bare[number[1] :] if number else line.bare
            if number[0] != 1 if number else not (line.gap or not i):
                continue
            if (ln.opens(text) or bl.finite(text)) and bl.known_opening(text):
                return [], i
        raise ParseError(
            _(
                'no enacting words such as "The General Assembly," and no operative paragraph were found; '
                "paste the whole resolution"
            ),
            self._line_number(self.lines[-1].start),
        )

    def _parts(self, formulas: list[int], body: int, rest: Sequence[int]) -> list[Part]:
        """Cut the body where enacting words return: parts A and B of one resolution."""
        if len(formulas) < 2:
            return [Part("", formulas[0] if formulas else None, [], list(rest))]
        out: list[Part] = []
        starts = [*formulas[1:], len(self.lines)]
        known = set(rest)
        first = body
        for place, (formula, following) in enumerate(zip(formulas, starts, strict=True)):
            heading = self._part_heading(formula, first, known) if place else []
            end = following
            if place + 1 < len(formulas):
                ahead = self._part_heading(following, formula + 1, known)
                end = ahead[0] if ahead else following
            above = self.lines[max(0, formula - 4) : formula] if not place else [self.lines[i] for i in heading[:1]]
            mark = next((found for line in above if (found := bl.section_mark(line.bare))), "")
            mark = mark or (f"P{place + 1}" if place else "")
            lines = list(rest[bisect_left(rest, formula + 1) : bisect_left(rest, end)])
            out.append(Part(f"{mark}." if mark else "", formula, heading, lines))
            first = formula + 1
        return out

    def _part_heading(self, formula: int, first: int, known: set[int]) -> list[int]:
        """The lines above enacting words that head the part: its letter and its title."""
        out: list[int] = []
        i = formula - 1
        while i >= first and i in known and len(out) < 6:
            bare = self.lines[i].bare
            if ln.terminator(bare) or ln.is_date(bare) or ln.is_meeting(bare):
                break
            out.insert(0, i)
            if bl.section_mark(bare):
                return out
            i -= 1
        return []

    def _masthead(self, formulas: Sequence[int], body: int) -> Masthead:
        organ = ln.organ(self.lines[formulas[0]].bare) if formulas else None
        end = formulas[0] if formulas else body
        head = masthead.read(self.source, self.lines[:end], organ, self.keeps_hyphen)
        whole = running.join(self.source, [Span(line.start, line.end) for line in self.lines[:end]])
        return replace(head, citations=build.citations(whole, "MH"))

    def _lost_marks(self, bodies: Sequence[build.Sorted], found: Sequence[notes.NoteBlock]) -> None:
        """Find the note marks that were printed as plain figures and take them out of the texts."""
        drafts = [draft for body in bodies for draft in body.drafts()]
        found_marks = marks.lost(
            [draft.text.text for draft in drafts],
            [draft.text.calls for draft in drafts],
            {note.number for note in found if note.number},
        )
        for draft, here in zip(drafts, found_marks, strict=True):
            if here:
                calls = (*draft.text.calls, *((number, start) for start, _, number in here))
                whole = replace(draft.text, calls=tuple(sorted(calls, key=lambda call: call[1])))
                draft.text = whole.cut([(start, end) for start, end, _ in here])
