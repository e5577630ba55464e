"""Cross-references: choose a paragraph and see which others it is linked with, by which words, side by side."""

from __future__ import annotations

from dataclasses import dataclass, replace

import htpy as h

from helpers.explore.ties import KINDS, Tie, by_pair, called, order, partners, tied
from helpers.language import N_, _, ngettext
from helpers.resolution import Paragraph, Resolution, Span, load
from helpers.view import Event, Page, english, filled, in_english
from helpers.view.controls import picker, switch, ticks, toggle
from helpers.view.passage import numbered, segments
from helpers.written import listed, semicolons

_GROUPS = ((N_("Preamble"), "PP"), (N_("Operative part"), "OP"), (N_("Notes"), "FN"))


@dataclass(frozen=True, slots=True)
class Crossed:
    """Which element is chosen, which other one stands beside it ("" if none is linked), which kinds of link count."""

    element: str
    beside: str
    kinds: tuple[str, ...]


def crossrefs(start: str = "PP5") -> Page[Crossed]:
    """Show how the paragraphs of the resolution are linked with each other.

    Parameters
    ----------
    start : str, optional
        The id of the element that is chosen first.

    Examples
    --------
    >>> print(crossrefs().plain.splitlines()[1])
    PP1 and PP2: both say “the principles and norms”
    """
    resolution = load("A/RES/53/137")
    ties = tied(resolution)
    state = _chosen(ties, Crossed("", "", tuple(KINDS)), start)
    return Page(
        start=lambda: state,
        render=lambda crossed: render(resolution, ties, crossed),
        update=lambda crossed, event: _updated(resolution, ties, crossed, event),
        still=_listed(ties),
        plain="\n".join([_("Links between the paragraphs:"), *_lines(resolution, ties)]),
    )


def _updated(resolution: Resolution, ties: tuple[Tie, ...], state: Crossed, event: Event) -> Crossed:
    if event.name in ("element", "pick") and event.text in _elements(resolution):
        return _chosen(ties, state, event.text)
    if event.name == "beside" and event.text in partners(ties, state.element, state.kinds):
        return replace(state, beside=event.text)
    if event.name == "kinds" and isinstance(event.value, list):
        kinds = tuple(kind for kind in KINDS if kind in event.texts)
        return _chosen(ties, replace(state, kinds=kinds), state.element)
    return state


def _chosen(ties: tuple[Tie, ...], state: Crossed, element: str) -> Crossed:
    """Choose an element; what stands beside it stays if it is linked, else it is the one with the most links."""
    linked = partners(ties, element, state.kinds)
    most = max(linked, key=lambda other: len(linked[other]), default="")
    return replace(state, element=element, beside=state.beside if state.beside in linked else most)


def _elements(resolution: Resolution) -> list[str]:
    kept = ("preamble", "operative", "note")
    return sorted((e.id for e in resolution.elements if e.kind in kept), key=order)


# ---- the page ----


def render(resolution: Resolution, ties: tuple[Tie, ...], state: Crossed) -> h.Element:
    """The live explorer: choose a paragraph, read its links, compare two passages, see all links drawn."""
    linked = partners(ties, state.element, state.kinds)
    return h.div[
        _controls(resolution, state),
        h.div(".res-anatomy")[
            _links(resolution, state, linked),
            _drawing(resolution, ties, state, linked),
        ],
    ]


def _controls(resolution: Resolution, state: Crossed) -> h.Node:
    ids = _elements(resolution)
    elements = {
        _(group): {i: f"{i} – {_opening(resolution, i) or called(i)}" for i in ids if i.startswith(sign)}
        for group, sign in _GROUPS
    }
    printed = [i for i in ids if _opening(resolution, i)]
    kinds = {kind: _(label) for kind, (label, _short) in KINDS.items()}
    return [
        h.div(".res-row")[
            picker(
                _("Paragraph or note"),
                elements,
                state.element,
                name="element",
                id="crossrefs-element",
                english=printed,
            )
        ],
        ticks(_("Kinds of link"), kinds, state.kinds, name="kinds", ids="crossrefs-{}"),
    ]


def _opening(resolution: Resolution, element: str) -> str:
    """The words that open a paragraph; empty for a note."""
    found = resolution[element]
    return found.opening if isinstance(found, Paragraph) else ""


def _links(resolution: Resolution, state: Crossed, linked: dict[str, list[Tie]]) -> h.Element:
    others = {other: called(other) for other in linked}
    return h.div(".res-card")[
        h.h3[state.element, " – ", english(_opening(resolution, state.element)) or called(state.element)],
        h.p(role="status", id="crossrefs-told")[_counted(resolution, state, linked)],
        switch(_("Put beside it"), others, state.beside, name="beside", ids="crossrefs-with-{}"),
        _compared(resolution, state, linked),
    ]


def _counted(resolution: Resolution, state: Crossed, linked: dict[str, list[Tie]]) -> str:
    name = called(state.element)
    if linked:
        return _("{name} is linked with {others}.").format(name=name, others=listed(map(called, linked)))
    if any(note.id == state.element and note.orphan for note in resolution.footnotes):
        lost = _("No paragraph calls {name}: its marker is missing in our copy. Lesson 11 comes back to it.")
        return lost.format(name=name)
    return _("{name} has no link of the kinds that are ticked.").format(name=name)


def _compared(resolution: Resolution, state: Crossed, linked: dict[str, list[Tie]]) -> h.Node:
    """The chosen element and the one beside it, with what they share marked in both."""
    if not state.beside:
        return None
    shared: dict[str, list[Span]] = {state.element: [], state.beside: []}
    for tie in linked[state.beside]:
        if tie.link:
            shared[tie.first] += tie.link.first_spans
            shared[tie.second] += tie.link.second_spans
    both = sorted(shared, key=order)
    return h.div(id="crossrefs-pair")[
        h.h3[_("{names} side by side").format(names=listed(map(called, both)))],
        h.div(role="status", id="crossrefs-shown")[
            h.ul[
                [
                    h.li[filled(_("{kind}: {link}"), kind=h.strong[_(KINDS[tie.kind][0])], link=tie.shown)]
                    for tie in linked[state.beside]
                ]
            ]
        ],
        h.div(".res-beside")[[_passage(resolution, element, shared[element]) for element in both]],
        any(shared.values())
        and h.p(".res-soft")[filled(_("{sign}: what links them."), sign=h.mark(".res-shared")[_("Underlined twice")])],
    ]


def _passage(resolution: Resolution, element: str, shared: list[Span]) -> h.Element:
    found = resolution[element]
    number = numbered(found) if isinstance(found, Paragraph) else ""
    parts = [
        h.mark(".res-shared")[found.text[slice(*span)]] if inside else found.text[slice(*span)]
        for span, inside in segments(len(found.text), {"shared": _merged(shared)})
    ]
    return h.blockquote(".res-words", in_english())[h.span(".res-id")[element], h.p[number, parts]]


def _merged(spans: list[Span]) -> list[Span]:
    """The same ranges without overlaps, so that a mark is not cut where two of them meet."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start <= merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


# ---- all links, drawn ----


def _drawing(resolution: Resolution, ties: tuple[Tie, ...], state: Crossed, linked: dict[str, list[Tie]]) -> h.Element:
    """The text from top to bottom as a column of buttons, each link an arc beside it."""
    ids = _elements(resolution)
    pairs = by_pair(tie for tie in ties if tie.kind in state.kinds)
    others = [_arc(ids.index(a), ids.index(b), len(ids)) for a, b in pairs if state.element not in (a, b)]
    own = [_arc(ids.index(a), ids.index(b), len(ids)) for a, b in pairs if state.element in (a, b)]
    number = ngettext("{n} pair is linked.", "{n} pairs are linked.", len(pairs)).format(n=len(pairs))
    told = f"{number} {_counted(resolution, state, linked)}"
    return h.div(".res-arcs")[
        h.div[
            [
                toggle(name="pick", value=i, id=f"crossrefs-{i}", pressed=i == state.element)[
                    h.strong[i] if i in linked else i, h.span(".res-soft")[_tags(linked.get(i, []))]
                ]
                for i in ids
            ]
        ],
        h.svg({"viewBox": f"0 0 100 {len(ids)}", "preserveAspectRatio": "none", "role": "img", "aria-label": told})[
            h.path({"class": "res-arc", "d": "".join(others)}),
            h.path({"class": "res-arc res-arc-own", "d": "".join(own)}),
        ],
    ]


def _tags(found: list[Tie]) -> str:
    return " · ".join(dict.fromkeys(_(KINDS[tie.kind][1]) for tie in found))


def _arc(start: int, end: int, rows: int) -> str:
    """A curve between the middles of two rows, the wider the farther apart they are."""
    depth = 12 + 115 * (end - start) / rows
    return f"M0 {start + 0.5}C{depth:.0f} {start + 0.5} {depth:.0f} {end + 0.5} 0 {end + 0.5}"


# ---- without a kernel ----


def _lines(resolution: Resolution, ties: tuple[Tie, ...]) -> list[str]:
    line, lost = _("{names}: {links}"), _("Note {number}: its marker is missing in our copy")
    lines = [
        line.format(names=listed(map(called, pair)), links=semicolons(map(_as_reading, found)))
        for pair, found in by_pair(ties).items()
    ]
    return [*lines, *(lost.format(number=note.number) for note in resolution.footnotes if note.orphan)]


def _as_reading(tie: Tie) -> str:
    return _("the course’s own reading: {reading}").format(reading=tie.told) if tie.kind == "reading" else tie.told


def _shown(tie: Tie) -> h.Node:
    return _as_reading(tie) if tie.kind == "reading" else tie.shown


def _listed(ties: tuple[Tie, ...]) -> h.Element:
    return h.table(".res-table")[
        h.caption[_("Links between the paragraphs")],
        h.thead[h.tr[[h.th(scope="col")[head] for head in (_("Between"), _("What shows the link"))]]],
        h.tbody[
            [
                h.tr[
                    h.th(scope="row")[listed(map(called, pair))],
                    h.td[[[_("; ") if n else "", _shown(tie)] for n, tie in enumerate(found)]],
                ]
                for pair, found in by_pair(ties).items()
            ]
        ],
    ]
