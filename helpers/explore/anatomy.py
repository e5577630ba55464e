"""Anatomy of the whole text: pick any element and see what it is, why it is there, how it is punctuated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import groupby

import htpy as h

from helpers.explore.explained import explanation
from helpers.language import N_, _
from helpers.resolution import Element, Footnote, Paragraph, Resolution, load
from helpers.view import LAYERS, Event, Page, english, in_english, legend
from helpers.view.controls import layer_switches, step_buttons, toggle
from helpers.view.passage import marked, numbered

_PARTS = {
    "masthead": N_("Masthead"),
    "enacting": N_("Enacting words"),
    "preamble": N_("Preamble"),
    "operative": N_("Operative part"),
    "note": N_("Notes"),
    "closing": N_("Closing line"),
}
# The ids of lesson 2's anatomy carry no prefix of their own; a second one on the page does.
_NAME = "anatomy"


@dataclass(frozen=True, slots=True)
class Picked:
    """Which element is open, and which layers of signs are on."""

    element: str
    layers: tuple[str, ...]


def anatomy(start: str = "EW", layers: Iterable[str] = ("opening",)) -> Page[Picked]:
    """Show the whole resolution beside its outline.

    Parameters
    ----------
    start : str, optional
        The id of the element that is open first.
    layers : iterable of str, optional
        The layers that are on first: ``opening``, ``addressee``, ``citation``, ``deadline``.

    Examples
    --------
    >>> print(anatomy().plain.splitlines()[8])
    EW  The General Assembly,
    """
    resolution = load("A/RES/53/137")
    state = Picked(start, tuple(layers))
    everything = Picked(start, tuple(layer.id for layer in LAYERS))
    return Page(
        start=lambda: state,
        render=lambda picked: render(resolution, picked),
        update=lambda picked, event: updated(resolution, picked, event),
        still=still(resolution, everything),
        plain=plain(resolution),
    )


def still(resolution: Resolution, state: Picked) -> h.Fragment:
    """The whole text with its signs, for paper and for a closed kernel."""
    return h.fragment[legend(state.layers), _sheet(resolution, state, _NAME, live=False)]


def plain(resolution: Resolution) -> str:
    """The whole text, an element a line."""
    return "\n".join(f"{e.id}  {' '.join(e.text.split())}" for e in resolution.elements)


def updated(resolution: Resolution, state: Picked, event: Event) -> Picked:
    """What is open after an event: ``outline``, ``pick`` or ``step`` choose an element, ``layers`` the signs."""
    ids = [element.id for element in resolution.elements]
    if event.name in ("outline", "pick") and event.text in ids:
        return replace(state, element=event.text)
    if event.name == "step":
        place = ids.index(state.element) + event.step
        return replace(state, element=ids[min(max(place, 0), len(ids) - 1)])
    if event.name == "layers":
        known = {layer.id for layer in LAYERS}
        return replace(state, layers=tuple(layer for layer in event.texts if layer in known))
    return state


def render(resolution: Resolution, state: Picked, name: str = _NAME) -> h.Element:
    """The live explorer: the text on one side, outline and explanation on the other.

    Parameters
    ----------
    resolution : Resolution
        Any; the course's own is explained more fully.
    state : Picked
        Which element is open.
    name : str
        What the ids of the controls begin with.
    """
    return h.div[
        layer_switches(name, state.layers),
        h.div(".res-anatomy")[
            _sheet(resolution, state, name, live=True),
            h.div[_outline(resolution, state, name), explanation(resolution, state.element, f"{name}-told")],
        ],
    ]


# ---- the text ----


def _sheet(resolution: Resolution, state: Picked, name: str, *, live: bool) -> h.Element:
    parts = [_part(resolution, element, state, name, live=live) for element in resolution.elements]
    if not live:
        return h.div(".res-text", in_english())[parts]
    return h.div(".res-sheet", tabindex="0", role="region", aria_label=_("The text of the resolution"))[parts]


def _part(resolution: Resolution, element: Element, state: Picked, name: str, *, live: bool) -> h.Element:
    own = "" if name == _NAME else f"{name}-"
    picked = live and element.id == state.element
    told = resolution[element.id]
    inner: h.Node
    if isinstance(told, Paragraph):
        inner = [h.p[numbered(part), marked(part, state.layers)] for part in told.walk()]
    elif isinstance(told, Footnote):
        inner = h.p[h.sup[str(told.number or "*")], " ", told.text]
    else:
        inner = [h.p[line] for line in element.text.splitlines() if line.strip()]
    margin = (
        toggle(name="pick", value=element.id, id=f"{own}pick-{element.id}", pressed=picked)[english(_short(element.id))]
        if live
        else h.span(".res-id")[_short(element.id)]
    )
    return h.div(
        class_=["res-part", {"res-picked": picked}],
        id=f"{own}{'part' if live else 'still'}-{element.id}",
        data_part=element.kind,
        data_send=live and "pick",
        data_value=live and element.id,
        data_into_view=picked,
    )[margin, h.div(in_english() if live else {})[inner]]


def _short(element_id: str) -> str:
    """How an id is written in the margin: "MH.organ" as "organ"."""
    return element_id.removeprefix("MH.")


# ---- the outline ----


def _outline(resolution: Resolution, state: Picked, name: str) -> h.Element:
    groups = groupby(resolution.elements, key=lambda element: _PARTS[element.kind])
    return h.div[
        h.label(for_=f"{name}-outline")[h.strong[_("Outline")]],
        h.select(name="outline", id=f"{name}-outline", size="8")[
            [
                h.optgroup(label=_(part))[
                    [
                        h.option(in_english(always=False), value=element.id, selected=element.id == state.element)[
                            _entry(element)
                        ]
                        for element in elements
                    ]
                ]
                for part, elements in groups
            ]
        ],
        h.div(".res-row")[step_buttons(name)],
    ]


def _entry(element: Element) -> str:
    """One line of the outline: the id and the first words."""
    first = " ".join(element.text.split()[:5])
    return f"{_short(element.id)} — {first}…" if len(element.text.split()) > 5 else f"{_short(element.id)} — {first}"
