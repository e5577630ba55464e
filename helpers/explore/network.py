"""Citation network: choose a paragraph, a note or a document and follow the citation to its source."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import htpy as h

from helpers.explore.diagram import diagram
from helpers.explore.neighbours import neighbours
from helpers.explore.trail import kind, trail
from helpers.language import N_, _
from helpers.resolution import Footnote, Paragraph, Resolution, load
from helpers.resolution.references import Reference, held, references
from helpers.resolution.symbol import decode
from helpers.view import Event, Page, english, filled, words
from helpers.view.controls import picker, tick
from helpers.written import commas, said_day, semicolons

_GROUPS = (N_("In the text"), N_("Notes"), N_("Documents"))


@dataclass(frozen=True, slots=True)
class Followed:
    """Which node is open, and whether the table stands below the diagram."""

    node: str
    table: bool = False


@cache
def _found() -> tuple[Resolution, tuple[Reference, ...]]:
    resolution = load("A/RES/53/137")
    return resolution, references(resolution)


def network(start: str = "FN3") -> Page[Followed]:
    """Show the citation network of the course's resolution.

    Parameters
    ----------
    start : str, optional
        The node that is open first: an element such as ``PP1``, a note or a document symbol.

    Examples
    --------
    >>> print(network().plain.splitlines()[0])
    report (masthead) → A/53/625/Add.1
    """
    state = Followed(start)
    return Page(
        start=lambda: state,
        render=render,
        update=_updated,
        still=_table(),
        plain="\n".join(" → ".join(_chain(reference)) for reference in _found()[1]),
    )


def _updated(state: Followed, event: Event) -> Followed:
    if event.name in ("node", "pick") and event.text in _nodes():
        return replace(state, node=event.text)
    if event.name == "table":
        return replace(state, table="table" in event.texts)
    return state


@cache
def _nodes() -> dict[str, str]:
    """Every node and its group."""
    resolution, found = _found()
    order = [element.id for element in resolution.elements]
    elements = sorted({r.element for r in found if r.element}, key=order.index)
    symbols = dict.fromkeys(r.symbol for r in sorted(found, key=lambda r: r.way == "name"))
    nodes = dict.fromkeys(elements, _GROUPS[0])
    nodes |= dict.fromkeys((note.id for note in resolution.footnotes), _GROUPS[1])
    return nodes | dict.fromkeys(symbols, _GROUPS[2])


#: The lines of the masthead that cite.
_LINES = {"MH.report": N_("report (masthead)"), "MH.title": N_("title (masthead)")}


def _label(node: str) -> str:
    """What is written on a node: "PP1", "title (masthead)", "note 3", "note 2 (mark missing)", or the symbol."""
    for note in _found()[0].footnotes:
        if note.id == node:
            told = _("note {number} (mark missing)") if note.orphan else _("note {number}")
            return told.format(number=note.number)
    return _(_LINES[node]) if node in _LINES else node


def _chain(reference: Reference) -> list[str]:
    """The stations of one way, as they are written on the nodes."""
    stations = [reference.element, reference.note]
    return [*(_label(station) for station in stations if station), reference.symbol]


def render(state: Followed) -> h.Element:
    """The live network: a list, the diagram, and what is known of the open node.

    Examples
    --------
    >>> "Resolution 2106 A (XX), annex." in str(render(Followed("FN3")))
    True
    """
    found = _found()[1]
    lit = [r for r in found if state.node in (r.element, r.note, r.symbol)]
    labels = {node: _label(node) for node in _nodes()}
    grouped = {_(group): {node: labels[node] for node, own in _nodes().items() if own == group} for group in _GROUPS}
    symbols = {reference.symbol for reference in found}
    return h.div[
        h.div(".res-row")[
            picker(_("Follow"), grouped, state.node, name="node", id="network-node", english=symbols),
            tick(_("Show the table as well"), name="table", value="table", id="network-table", checked=state.table),
        ],
        h.div(".res-network")[
            h.div[
                diagram(found, labels, state.node, lit),
                h.p(".res-soft")[
                    _(
                        "Full line: a mark, a note or a number leads there. Dotted: only a name stands here, and its "
                        "source stands elsewhere. Broken: the mark is missing in our copy. Heavy: what you chose."
                    )
                ],
            ],
            h.div(".res-card", role="status", id="network-told")[_told(state.node, lit)],
        ],
        state.table and _table(),
    ]


# ---- what is known of a node ----


def _told(node: str, lit: list[Reference]) -> h.Node:
    resolution = _found()[0]
    if node not in resolution:
        return _document(node, lit)
    element = resolution[node]
    quoted = words(resolution, node, ("citation",))
    if isinstance(element, Footnote):
        return [h.h3[_("Note {number}").format(number=element.number)], quoted, h.dl[_note(element, lit)]]
    own = resolution.masthead.symbol if node == "MH.title" else None
    return [
        h.h3[_label(node)],
        quoted,
        h.h4[_("Where it leads")],
        h.ul[[h.li[_way(r)] for r in lit], _unmarked(node)],
        own and h.dl[neighbours(own)],
    ]


def _note(note: Footnote, lit: list[Reference]) -> Iterator[h.Node]:
    callers = [r for r in lit if r.way == "note"]
    yield h.dt[h.strong[_("Where it is called")]]
    if note.orphan:
        yield h.dd[_("Nowhere: its mark is missing in our copy.")]
    for reference in callers:
        yield h.dd[filled(_("In {place}, after “{words}”"), place=reference.element, words=english(reference.words))]
    for reference in (r for r in lit if r.way == "name"):
        yield h.dd[_("{place} uses the name again, without a mark of its own.").format(place=reference.element)]
    for symbol in dict.fromkeys(r.symbol for r in lit):
        yield h.dt[h.strong[_("Which document it names")]]
        yield h.dd[english(symbol), ". ", kind(symbol)]
        yield _holds(symbol)


def _way(reference: Reference) -> h.Node:
    cited = english(reference.words)
    if reference.way == "name":
        given = next(r for r in _found()[1] if r.symbol == reference.symbol and r.way != "name")
        told = (
            _("“{words}”: only the name stands here. {place} gives the source, through {note}: {symbol}")
            if given.note
            else _("“{words}”: only the name stands here. {place} gives the source: {symbol}")
        )
        through = given.note and _label(given.note)
        return filled(told, words=cited, place=given.element, note=through, symbol=english(reference.symbol))
    through = _label(reference.note) if reference.note else _("no note")
    return filled(
        _("“{words}” → {note} → {symbol}"), words=cited, note=through, symbol=h.strong[english(reference.symbol)]
    )


def _unmarked(node: str) -> Iterator[h.Node]:
    """Names in a paragraph with notes that lead nowhere in our copy."""
    resolution, found = _found()
    element = resolution[node]
    if not isinstance(element, Paragraph) or not element.notes:
        return
    said_by = " ".join(r.words for r in found if r.element == node)
    for cited in element.citations:
        if cited.title and cited.title not in said_by:
            yield h.li[filled(_("“{title}”: no mark stands here in our copy."), title=english(cited.title))]


def _document(symbol: str, lit: list[Reference]) -> h.Node:
    first = next(r for r in lit if r.way != "name")
    again = [r.element for r in lit if r.way == "name" and r.element]
    return [
        h.h3[english(symbol)],
        h.dl[
            h.dt[h.strong[_("How it is cited")]],
            h.dd[
                filled(_("“{words}” ({place})"), words=english(first.words), place=first.element)
                if first.element
                else _(
                    "By no mark: the mark of its note is missing in our copy. The note finder asks where it belongs."
                )
            ],
            again and h.dd[_("By name alone in {places}.").format(places=commas(_label(id) for id in again))],
            h.dt[h.strong[_("Through which note")]],
            h.dd[_through(first)],
            h.dt[h.strong[_("What it is")]],
            h.dd[kind(symbol)],
            _holds(symbol),
            h.dt[h.strong[_("What its symbol says")]],
            h.dd[_components(symbol), "."],
            h.dt[h.strong[_("The path to follow")]],
            h.dd[h.ol[[h.li[step] for step in trail(first)]]],
            neighbours(symbol),
        ],
    ]


def _components(symbol: str) -> h.Node:
    """What each component of a symbol means, in a row."""
    told = _("{part}: {meaning}")
    first, *rest = [filled(told, part=english(c.text), meaning=c.meaning) for c in decode(symbol)]
    return [first, [[_("; "), part] for part in rest]]


def _through(reference: Reference) -> h.Node:
    if not reference.note:
        return _("None: the text itself gives the number.")
    note = _found()[0][reference.note]
    assert isinstance(note, Footnote)
    return filled(_("Note {number}: “{text}”"), number=str(note.number), text=english(note.text))


def _holds(symbol: str) -> h.Node:
    return [
        h.dd[
            _("{title}, adopted on {day}.").format(title=_(instrument.title), day=said_day(instrument.adopted))
            if instrument.adopted
            else _("{title}.").format(title=_(instrument.title))
        ]
        for instrument in held().get(symbol, ())
    ]


# ---- the table ----


def _table() -> h.Element:
    heads = (_("Where"), _("Words that cite"), _("Note"), _("Document"), _("What it holds"))
    rows = [
        (
            _label(r.element) if r.element else _("no mark in our copy"),
            filled(_("“{words}”"), words=english(r.words)) if r.words else "",
            _label(r.note) if r.note else _("no note"),
            english(r.symbol),
            semicolons(_(instrument.title) for instrument in held().get(r.symbol, ())) or kind(r.symbol),
        )
        for r in _found()[1]
    ]
    return h.div(".res-net-table", tabindex="0", role="region", aria_label=_("All citations as a table"))[
        h.table(".res-table")[
            h.caption[_("Every citation of resolution 53/137, in the order of the text; the note without a mark last")],
            h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
            h.tbody[[h.tr[h.th(scope="row")[row[0]], [h.td[cell] for cell in row[1:]]] for row in rows]],
        ]
    ]
