"""Three columns of buttons with lines between them: paragraphs, notes, documents."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace

import htpy as h

from helpers.language import _
from helpers.resolution.references import Reference
from helpers.view import in_english


@dataclass(frozen=True, slots=True)
class Layout:
    """In which row each node of the three columns stands, counted from 1, and how many rows there are."""

    elements: Mapping[str, int]
    notes: Mapping[str, int]
    documents: Mapping[str, int]
    rows: int


@dataclass(frozen=True, slots=True)
class Line:
    """A line from row to row across a gap; it starts nowhere where a mark is missing."""

    start: int | None
    end: int
    heavy: bool
    dotted: bool = False


def layout(references: Sequence[Reference]) -> Layout:
    """Give every node its row: documents in the order of citation, paragraphs near what they cite.

    Examples
    --------
    >>> made = layout([Reference("PP1", "FN1", "A/1", "", "note"), Reference("PP2", None, "A/2", "", "text")])
    >>> made.documents, made.notes, made.elements
    ({'A/1': 1, 'A/2': 2}, {'FN1': 1}, {'PP1': 1, 'PP2': 2})
    """
    documents = {symbol: row for row, symbol in enumerate(_documents(references), 1)}
    notes = {r.note: documents[r.symbol] for r in references if r.note}
    elements = list(dict.fromkeys(r.element for r in references if r.element))
    rows = max(len(documents), len(elements))
    placed: dict[str, int] = {}
    for place, element in enumerate(elements):
        own = [documents[r.symbol] for r in references if r.element == element and r.way != "name"]
        wanted = round(sum(own) / len(own)) if own else 1
        first, last = max(placed.values(), default=0) + 1, rows - (len(elements) - place - 1)
        placed[element] = min(max(first, wanted), last)
    return Layout(placed, notes, documents, rows)


def _documents(references: Sequence[Reference]) -> list[str]:
    """Documents in the order of citation; one whose mark is lost stands where its note's number belongs."""
    cited = list(dict.fromkeys(r.symbol for r in references if r.way in ("note", "text")))
    number = {r.symbol: int(r.note[2:]) for r in references if r.note}
    for lost in (r for r in references if r.way == "lost"):
        later = (place for place, symbol in enumerate(cited) if number.get(symbol, 0) > number[lost.symbol])
        cited.insert(next(later, len(cited)), lost.symbol)
    return cited


def diagram(
    references: Sequence[Reference], labels: Mapping[str, str], picked: str, lit: Collection[Reference]
) -> h.Element:
    """The diagram: each node is a button that sends ``pick``; the lines of ``lit`` are drawn heavier.

    Parameters
    ----------
    references : sequence of Reference
    labels : mapping of str to str
        What is written on each node, by its id.
    picked : str
        The node that is open.
    lit : collection of Reference
        The references that the open node is part of.
    """
    made = layout(references)
    bright = {node for r in lit for node in (r.element, r.note, r.symbol) if node}
    columns = ((1, made.elements), (3, made.notes), (5, made.documents))
    bare = {made.documents[r.symbol] for r in references if not r.note}
    return h.div(".res-net", style=f"grid-template-rows: auto repeat({made.rows}, 1fr)")[
        [
            h.div(".res-soft", style=f"grid-area: 1 / {column}")[name]
            for column, name in ((1, _("In the text")), (3, _("Note")), (5, _("Document")))
        ],
        [
            _node(node, labels[node], row, column, picked=node == picked, lit=node in bright)
            for column, rows in columns
            for node, row in rows.items()
        ],
        [h.div(".res-net-none", style=f"grid-area: {row + 1} / 3")[_("no note")] for row in sorted(bare)],
        _lines(2, made.rows, [_first_line(made, r, r in lit) for r in references]),
        _lines(4, made.rows, [Line(made.documents[r.symbol], made.documents[r.symbol], r in lit) for r in references]),
    ]


def _node(node: str, label: str, row: int, column: int, *, picked: bool, lit: bool) -> h.Element:
    symbol = in_english(always=False) if column == 5 else {}  # "A/CONF.157/24 (Part I)"
    return h.button(
        symbol,
        type="button",
        class_={"res-lit": lit},
        id=f"network-{row}-{column}",
        data_send="pick",
        value=node,
        aria_pressed=str(picked).lower(),
        style=f"grid-area: {row + 1} / {column}",
    )[_breakable(label)]


def _breakable(symbol: str) -> h.Node:
    """A label that may be broken after each stroke of a symbol, and nowhere else in a word."""
    first, *rest = symbol.split("/")
    return [first, [["/", h.wbr, part] for part in rest]]


def _first_line(made: Layout, reference: Reference, heavy: bool) -> Line:
    """The line from the text to the note, or to the place where a note would stand."""
    end = made.documents[reference.symbol]
    start = made.elements[reference.element] if reference.element else None
    return Line(start, end, heavy, reference.way == "name")


def _lines(column: int, rows: int, lines: Sequence[Line]) -> h.Element:
    """The lines of one gap: one a pair of rows, heavy ones last, so that they lie on top."""
    drawn: dict[tuple[int | None, int], Line] = {}
    for line in lines:
        other = drawn.get((line.start, line.end), line)
        heavy, dotted = line.heavy or other.heavy, line.dotted and other.dotted
        drawn[line.start, line.end] = replace(line, heavy=heavy, dotted=dotted)
    return h.div(".res-net-gap", style=f"grid-area: 2 / {column} / -1", aria_hidden="true")[
        h.svg(viewBox=f"0 0 10 {rows * 10}", preserveAspectRatio="none")[
            [_path(line) for line in sorted(drawn.values(), key=lambda line: line.heavy)]
        ]
    ]


def _path(line: Line) -> h.Element:
    """A line that leaves and arrives level; one that comes from nowhere is a short broken stub."""
    end = line.end * 10 - 5
    start = end if line.start is None else line.start * 10 - 5
    return h.path(
        class_={"res-heavy": line.heavy, "res-dotted": line.dotted, "res-broken": line.start is None},
        d=f"M4 {end}H10" if line.start is None else f"M0 {start}C5 {start} 5 {end} 10 {end}",
    )
