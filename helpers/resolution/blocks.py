"""Put lines together into blocks: paragraphs, sub-paragraphs, headings, the closing line, annexes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from helpers.resolution import lines as ln
from helpers.resolution import numerals
from helpers.resolution.lines import Line
from helpers.resolution.notes import Wrap

Role = Literal["text", "numbered", "labelled", "heading", "closing", "vote", "annex"]

# An opening with its object ("Agreeing that", "Stressing the"), not a name ("Working Group").
_PHRASE = re.compile(r"[A-Z][a-z]+(?: also| further)?,? (?:that|the|its|all|with|of|in|about|by|at|to|on)\b")
_HEADING_LINES = 8
_FINITE = re.compile(r"(?:[A-Z][a-z]+ly |Also |Further |Once (?:again|more) )?(?:[A-Z]?[a-z]+(?:-[a-z]+)?s)\b(?! of\b)")
_ROMAN_HEADING = re.compile(r"(?:(?:part|section) )?([IVXLC]+|[A-Z]|[0-9]{1,2})\.?", re.IGNORECASE)


# The Organization's drafting rules know four levels: (a), (i), a., i.
_DEEPEST = 3


@dataclass(slots=True)
class Block:
    """Lines that belong together; ``number`` or ``label`` is what is printed before their text."""

    role: Role
    lines: list[int] = field(default_factory=list)
    number: int | None = None
    label: str | None = None


def section_mark(bare: str) -> str | None:
    """The number or letter of a heading that carries nothing else ("II", "Part II", "B").

    Examples
    --------
    >>> section_mark("Part II"), section_mark("B"), section_mark("Follow-up")
    ('II', 'B', None)
    """
    found = _ROMAN_HEADING.fullmatch(bare)
    return found[1].upper() if found and len(bare) < 20 else None


class Assembler:
    """Reads the lines of a body one by one and groups them.

    Parameters
    ----------
    lines : sequence of Line
        All lines of the text.
    wrap : Wrap
        The column the text was wrapped to.
    """

    def __init__(self, lines: Sequence[Line], wrap: Wrap) -> None:
        self.lines = lines
        self.wrap = wrap
        self.blocks: list[Block] = []
        self.number = 0  # of the last operative paragraph
        self.sole = False  # no paragraph is numbered: the operative one stands alone
        self.tail: Literal["body", "closed", "annex"] = "body"

    def read(self, body: Sequence[int]) -> list[Block]:
        """Group the given lines (notes and furniture already taken out)."""
        self.sole = not self._is_numbered(body)
        for position, i in enumerate(body):
            before = body[position - 1] if position else None
            after = body[position + 1] if position + 1 < len(body) else None
            self._take(i, before, after)
        return self.blocks

    def _is_numbered(self, body: Sequence[int]) -> bool:
        """Whether a paragraph before the closing line and the annexes has the number 1."""
        for i in body:
            bare = self.lines[i].bare
            number = ln.number(bare)
            if number and number[0] == 1:
                return True
            if ln.is_annex(bare) or ln.is_meeting(bare):
                break
        return False

    def _take(self, i: int, before: int | None, after: int | None) -> None:
        line = self.lines[i]
        jump = before is None or before != i - 1 or line.broken
        free = line.gap or jump  # nothing in the layout ties this line to the one before
        ended = before is None or ln.terminator(self.lines[before].bare) in (";", ".")
        if self._takes_tail(i, line, before, after, free, ended):
            return
        if before is None or not self.blocks:
            self._start(i, line, free=True, ended=True)
        elif self.tail == "closed" or self.blocks[-1].role == "vote":
            if self.blocks[-1].role == "text" and not free:
                self.blocks[-1].lines.append(i)
            else:
                self._add(Block("text", [i]))
        elif not self._start_marked(i, line, free, self.lines[before].bare):
            if self._breaks(i, line, self.lines[before].bare, jump):
                self._start(i, line, free, ended)
            else:
                self.blocks[-1].lines.append(i)

    def _add(self, block: Block) -> None:
        self.blocks.append(block)

    def _takes_tail(self, i: int, line: Line, before: int | None, after: int | None, free: bool, ended: bool) -> bool:
        """The closing line, the record of the vote and annexes; ``True`` if the line is one of them."""
        last = self.blocks[-1] if self.blocks else None
        bare = line.bare
        appended = self.tail == "annex" and bare.lower().startswith("appendix")
        if ln.is_annex(bare) and (free or ended) and self.blocks and not appended:
            self.tail = "annex"
            self._add(Block("annex", [i]))
            return True
        if self.tail == "annex":
            self.blocks[-1].lines.append(i)
            return True
        if last and last.role == "vote" and not _vote_is_over(last, self.lines):
            last.lines.append(i)
            return True
        if last and last.role == "closing" and len(last.lines) == 1 and ln.is_date(bare):
            last.lines.append(i)
            return True
        if ln.is_vote(bare) and (free or ended) and (bare[0] == "[" or self.tail == "closed"):
            self._add(Block("vote", [i]))
            return True
        following = self.lines[after].bare if after is not None else ""
        if before is not None and (free or ended):
            meeting = ln.is_meeting(bare) and ln.is_date(following)
            date = ln.is_date(bare) and ended and self._is_last(after)
            if meeting or date or ln.is_closing(bare):
                self._add(Block("closing", [i]))
                self.tail = "closed"
                return True
        return False

    def _is_last(self, after: int | None) -> bool:
        """Whether only a vote or an annex follows, which makes a lone date the closing line."""
        if after is None:
            return True
        bare = self.lines[after].bare
        return ln.is_vote(bare) or ln.is_annex(bare)

    def _start_marked(self, i: int, line: Line, free: bool, before: str) -> bool:
        """A paragraph that begins with a number or a label; ``True`` if the line starts one."""
        end = ln.terminator(before)
        follows = free or end in (";", ".", ":", ",") or before.endswith((" and", " or"))
        number = ln.number(line.bare)
        verb = number is not None and finite(line.bare[number[1] :])
        if number and (follows or verb) and self._expects(number[0], line, free):
            self.number = number[0]
            self._add(Block("numbered", [i], number=number[0]))
            return True
        label = ln.label(line.bare)
        if label and follows and self._fits_label(label, line, free, before):
            self._add(Block("labelled", [i], label=label[0]))
            return True
        return False

    def _expects(self, number: int, line: Line, free: bool) -> bool:
        if number == self.number + 1:
            return True
        if not free:
            return False
        last = self.blocks[-1] if self.blocks else None
        if number == 1:
            return last is not None and last.role == "heading"
        return self.number < number <= self.number + 3 and line.gap

    def _fits_label(self, label: tuple[str, int], line: Line, free: bool, before: str) -> bool:
        mark, start = label
        opens_list = any(value == 1 for _, value in _readings(mark))
        if len(line.bare) <= start or not (opens_list or line.gap or self.blocks[-1].role == "labelled"):
            return False
        if not mark.startswith("("):
            return free or not self.wrap.full(before, line.bare)
        capital = not line.bare[start].islower()
        return free or capital or not self.wrap.full(before, line.bare)

    def _breaks(self, i: int, line: Line, before: str, jump: bool) -> bool:
        """Whether an unmarked line starts a block of its own."""
        end = ln.terminator(before)
        small = line.bare[:1].islower() or (line.bare[:1] == "(" and ln.label(line.bare) is not None)
        if line.gap and not jump:
            return bool(end) or not (small or self._unfinished(self.blocks[-1], line, before))
        if small or not end:
            return False
        if self.wrap.width is None:
            return True
        forced = self.wrap.full(before, line.bare)
        if self.number:
            return self.blocks[-1].role != "heading" and end in ";." and (not forced or self._heads(i))
        if self.sole and line.gap and finite(line.bare) and known_opening(line.bare):
            return True
        if ln.opens(line.bare):
            return end in ",;." and (not forced or _PHRASE.match(line.bare) is not None or known_opening(line.bare))
        return not forced and (end == "." or (end == "," and finite(line.bare)))

    def _heads(self, i: int) -> bool:
        """Whether the lines from here to the next number are a heading: short, and without an end."""
        for ahead in self.lines[i : i + _HEADING_LINES]:
            if (number := ln.number(ahead.bare)) is not None:
                return number[0] == self.number + 1
            if ln.terminator(ahead.bare):
                return False
        return False

    def _unfinished(self, last: Block, line: Line, before: str) -> bool:
        """Whether a paragraph breaks off at an empty line: it has no end, and its last line is full."""
        first = self.lines[last.lines[0]].bare
        running = last.role in ("numbered", "labelled") or ln.opens(first)
        return running and not ln.opens(line.bare) and self.wrap.full(before, line.bare)

    def _start(self, i: int, line: Line, free: bool, ended: bool) -> None:
        number = ln.number(line.bare)
        if number and self._expects(number[0], line, free):
            self.number = number[0]
            self._add(Block("numbered", [i], number=number[0]))
            return
        label = ln.label(line.bare)
        if label and self.blocks and len(line.bare) > label[1]:
            self._add(Block("labelled", [i], label=label[0]))
            return
        role: Role = "heading" if ended and section_mark(line.bare) else "text"
        self._add(Block(role, [i]))


def finite(bare: str) -> bool:
    """Whether a line could open with a verb whose subject is the organ ("Decides", "Also requests")."""
    return _FINITE.match(bare) is not None and not ln.opens(bare)


def known_opening(bare: str) -> bool:
    """Whether a line opens with a phrase that resolutions are known to open with."""
    from helpers.resolution import lexicon

    return lexicon.split_opening(bare) > 0


def _vote_is_over(block: Block, lines: Sequence[Line]) -> bool:
    """A record of votes in brackets ends with the bracket; one without runs on."""
    first, last = lines[block.lines[0]].bare, lines[block.lines[-1]].bare
    return first.startswith("[") and last.endswith("]")


def depth_labels(labels: Sequence[str], texts: Sequence[str]) -> list[int]:
    """How deep each label of a run of sub-paragraphs stands: 0 for (a), 1 for (i), 2 for a.

    A label belongs to the deepest open level whose series it continues, unless the paragraph before it ends
    with a colon: then it starts a level of its own. So (i) after (h) is the ninth letter, and (i) after
    "(a) The following:" is a Roman one.

    Examples
    --------
    >>> depth_labels(["(a)", "(i)", "(ii)", "(b)"], ["The following:", "One;", "Two;", "Three."])
    [0, 1, 1, 0]
    >>> depth_labels(["(h)", "(i)", "(j)"], ["Eight;", "Nine;", "Ten."])
    [0, 0, 0]
    """
    open_levels: list[tuple[str, int]] = []  # the style of each level and its last value
    out: list[int] = []
    for place, label in enumerate(labels):
        readings = _readings(label)
        colon = place > 0 and ln.terminator(texts[place - 1]) == ":"
        depth = None if colon else _continues(open_levels, readings)
        if depth is None and colon and not any(value == 1 for _, value in readings):
            depth = _continues(open_levels, readings)
        if depth is None:
            style, value = next((r for r in readings if r[1] == 1), readings[0])
            same = [k for k, (known, _) in enumerate(open_levels) if known == style]
            depth = same[-1] if same and not colon else len(open_levels)
            reading = (style, value)
        else:
            style = open_levels[depth][0]
            reading = next(r for r in readings if r[0] == style)
        depth = min(depth, _DEEPEST)
        del open_levels[depth:]
        open_levels.append(reading)
        out.append(depth)
    return out


def _readings(label: str) -> list[tuple[str, int]]:
    """The series a label can belong to, with its place in each."""
    core = label.strip("().")
    shape = "()" if label.startswith("(") else "."
    if core.isdigit():
        return [("1" + shape, int(core))]
    out = []
    letter, roman = numerals.alphabetic(core), numerals.from_roman(core)
    if letter is not None:
        out.append(("a" + shape, letter))
    if roman is not None:
        out.append(("i" + shape, roman))
    return out or [(core + shape, 1)]


def _continues(open_levels: Sequence[tuple[str, int]], readings: Sequence[tuple[str, int]]) -> int | None:
    for depth in range(len(open_levels) - 1, -1, -1):
        style, value = open_levels[depth]
        if (style, value + 1) in readings:
            return depth
    return None
