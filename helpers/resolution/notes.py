"""Collect the footnotes of a text, and find the marks that lost their raised form."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from helpers.resolution import lines as ln
from helpers.resolution.lines import Line
from helpers.resolution.numerals import MONTHS

_NOTE_TEXT = re.compile(r"[^\W\d_]|[\"“‘'(\[]|(?:19|20)[0-9]{2} ")
_MONTH_NEXT = re.compile(r"[0-9]{1,2} (?:" + "|".join(MONTHS) + r")\b")
_ADDRESS = re.compile(r"https?://|www\.")
_WIDEST = 130


@dataclass(slots=True)
class NoteBlock:
    """The lines of a note, its number, and how that is printed."""

    number: int
    style: str
    lines: list[int] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Wrap:
    """How a text was wrapped: the width of its column, or ``None`` where a line is a whole paragraph."""

    width: int | None

    def full(self, line: str, following: str) -> bool:
        """Whether the next line's first word had no room on this line: the break was forced."""
        if self.width is None:
            return False
        word = following.split(" ", 1)[0]
        hyphen = word.find("-", 1)
        room = len(line) + 1 + (hyphen + 1 if hyphen > 0 else len(word))
        return room > self.width


def wrap_of(lines: Sequence[Line], body: Iterable[int]) -> Wrap:
    r"""The column width of a hard-wrapped text.

    The longest lines tell: nearly all of them stop just before one column. A few that are longer
    (an address of a web page, say) do not count.

    Examples
    --------
    >>> wrap_of(ln.split("a" * 300 + "\n" + "b" * 20), range(2)).width is None
    True
    """
    lengths = sorted((len(lines[i].bare) for i in body), reverse=True)
    width = lengths[max(1, len(lengths) // 40)] if len(lengths) > 3 else 0
    return Wrap(width if 0 < width <= _WIDEST else None)


def collect(lines: Sequence[Line], body: int, furniture: set[int], wrap: Wrap) -> tuple[list[NoteBlock], list[int]]:
    r"""Take the notes out of a text.

    Parameters
    ----------
    lines : sequence of Line
    body : int
        Index of the first line after the enacting words.
    furniture : set of int
        Lines that belong to the page.
    wrap : Wrap

    Returns
    -------
    notes : list of NoteBlock
        In printed order.
    rest : list of int
        The lines that are neither notes nor furniture.

    Examples
    --------
    >>> page = ln.split("Recalling it,¹\n\n¹ Resolution 1/1,\nannex.\n\nNoting it,")
    >>> notes, rest = collect(page, 0, set(), Wrap(30))
    >>> [(note.number, note.lines) for note in notes], rest
    ([(1, [1, 2])], [0, 3])
    """
    found: list[NoteBlock] = []
    rest: list[int] = []
    last = 0
    starred = next((i for i, line in enumerate(lines) if line.star == -1), len(lines))
    i = body
    while i < len(lines):
        if i in furniture:
            i += 1
            continue
        after_note = bool(found) and found[-1].lines[-1] == i - 1
        start = _starts(lines, i, last, furniture, after_note, starred)
        if start is None:
            rest.append(i)
            i += 1
            continue
        note = NoteBlock(*start[:2], lines=[i])
        i += 1
        while i < len(lines) and not _ends(lines, i, note, furniture, wrap):
            note.lines.append(i)
            i += 1
        found.append(note)
        last = note.number or last
    return found, rest


def _starts(
    lines: Sequence[Line], i: int, last: int, furniture: set[int], after_note: bool, starred: int
) -> tuple[int, str, int] | None:
    line = lines[i]
    alone = line.gap or after_note or (i - 1) in furniture
    if line.star == 1 and alone and starred < i:
        return 0, "star", 0
    start = ln.note_number(line.bare)
    if start is None:
        address = i + 1 < len(lines) and not lines[i + 1].gap and _ADDRESS.match(lines[i + 1].bare)
        lone = alone and address and line.bare == str(last + 1)
        return (last + 1, "plain", len(line.bare)) if lone else None
    number, style, mark = start
    if style == "plain":
        plausible = (
            alone
            and number == last + 1
            and _NOTE_TEXT.match(line.bare, mark) is not None
            and not _MONTH_NEXT.match(line.bare)
        )
        return start if plausible else None
    if style == "slash":
        return start if alone and number > last else None
    return start if alone or number == last + 1 else None


def _ends(lines: Sequence[Line], i: int, note: NoteBlock, furniture: set[int], wrap: Wrap) -> bool:
    """Whether line ``i`` no longer belongs to the note before it."""
    line = lines[i]
    if line.gap or line.broken or i in furniture or wrap.width is None:
        return True
    start = ln.note_number(line.bare)
    if start and start[0] == note.number + 1 and start[1] == note.style:
        return True
    marked = ln.number(line.bare) is not None or (line.bare[0] == "(" and ln.label(line.bare) is not None)
    closing = ln.is_meeting(line.bare) or ln.is_closing(line.bare)
    return lines[i - 1].bare.endswith(".") and (marked or closing or ln.opens(line.bare))
