"""Anatomy of the whole text: pick any element and see what it is, why it is there, how it is punctuated."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby

import htpy as h

from helpers.resolution import Act, Element, Footnote, Paragraph, Resolution, load
from helpers.resources import read_table
from helpers.view import LAYERS, Event, Page, legend
from helpers.view.controls import layer_switches
from helpers.view.passage import marked, numbered

_PARTS = {
    "masthead": "Masthead",
    "enacting": "Enacting words",
    "preamble": "Preamble",
    "operative": "Operative part",
    "note": "Notes",
    "closing": "Closing line",
}
_KINDS = {
    "directive": "asks somebody else to act",
    "internal": "decides on the Assembly’s own work",
    "evaluative": "states the Assembly’s view",
}


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
        update=lambda picked, event: _updated(resolution, picked, event),
        still=h.fragment[legend(everything.layers), _sheet(resolution, everything, live=False)],
        plain="\n".join(f"{e.id}  {' '.join(e.text.split())}" for e in resolution.elements),
    )


def _updated(resolution: Resolution, state: Picked, event: Event) -> Picked:
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


def render(resolution: Resolution, state: Picked) -> h.Element:
    """The live explorer: the text on one side, outline and explanation on the other."""
    return h.div[
        layer_switches("anatomy", state.layers),
        h.div(".res-anatomy")[
            _sheet(resolution, state, live=True),
            h.div[_outline(resolution, state), _explanation(resolution, state.element)],
        ],
    ]


# ---- the text ----


def _sheet(resolution: Resolution, state: Picked, *, live: bool) -> h.Element:
    parts = [_part(resolution, element, state, live=live) for element in resolution.elements]
    if not live:
        return h.div(".res-text", lang="en")[parts]
    return h.div(".res-sheet", lang="en", tabindex="0", role="region", aria_label="The text of the resolution")[parts]


def _part(resolution: Resolution, element: Element, state: Picked, *, live: bool) -> h.Element:
    picked = live and element.id == state.element
    told = resolution[element.id]
    inner: h.Node
    if isinstance(told, Paragraph):
        inner = [h.p[numbered(part), marked(part, state.layers)] for part in told.walk()]
    elif isinstance(told, Footnote):
        inner = h.p[h.sup[str(told.number)], " ", told.text]
    else:
        inner = [h.p[line] for line in element.text.splitlines() if line.strip()]
    name = (
        h.button(
            type="button",
            data_send="pick",
            value=element.id,
            id=f"pick-{element.id}",
            aria_pressed=str(picked).lower(),
        )[_short(element.id)]
        if live
        else h.span(".res-id")[_short(element.id)]
    )
    return h.div(
        class_=["res-part", {"res-picked": picked}],
        id=f"{'part' if live else 'still'}-{element.id}",
        data_part=element.kind,
        data_send=live and "pick",
        data_value=live and element.id,
        data_into_view=picked,
    )[name, h.div[inner]]


def _short(element_id: str) -> str:
    """How an id is written in the margin: "MH.organ" as "organ"."""
    return element_id.removeprefix("MH.")


# ---- the outline and the explanation ----


def _outline(resolution: Resolution, state: Picked) -> h.Element:
    groups = groupby(resolution.elements, key=lambda element: _PARTS[element.kind])
    return h.div[
        h.label(for_="anatomy-outline")[h.strong["Outline"]],
        h.select(name="outline", id="anatomy-outline", size="8")[
            [
                h.optgroup(label=part)[
                    [
                        h.option(value=element.id, selected=element.id == state.element)[_entry(element)]
                        for element in elements
                    ]
                ]
                for part, elements in groups
            ]
        ],
        h.div(".res-row")[
            h.button(type="button", data_send="step", value="back", id="anatomy-back")["Back"],
            h.button(type="button", data_send="step", value="next", id="anatomy-next")["Next"],
        ],
    ]


def _entry(element: Element) -> str:
    """One line of the outline: the id and the first words."""
    first = " ".join(element.text.split()[:5])
    return f"{_short(element.id)} — {first}…" if len(element.text.split()) > 5 else f"{_short(element.id)} — {first}"


@cache
def _places() -> dict[str, str]:
    """Where on the printed page the pieces of the masthead stand."""
    return {row["field"]: row["where_to_find"] for row in read_table("resolutions/masthead.csv")}


@cache
def _told() -> dict[str, dict[str, str]]:
    return {row["id"]: row for row in read_table("resolutions/a_res_53_137_elements.csv")}


def _explanation(resolution: Resolution, element_id: str) -> h.Element:
    told, element = _told()[element_id], resolution[element_id]
    rows: list[tuple[str, h.Node]] = [("What it is", told["what"]), ("Why it is there", told["why"])]
    if element_id in _places():
        rows.append(("Where it stands", _places()[element_id]))
    rows.append(("How it is punctuated", punctuation(resolution, element_id)))
    if isinstance(element, Paragraph):
        if element.acts:
            rows.append(("What it does", h.ul[[h.li[_act(act)] for act in element.acts]]))
        cited = [citation.title or citation.symbol for citation in element.citations]
        if cited:
            rows.append(("What it cites", h.ul[[h.li[name] for name in dict.fromkeys(cited)]]))
    if isinstance(element, Footnote):
        called = ", ".join(element.called_in)
        rows.append(("Where it is called", called or "Nowhere in our copy: its marker is missing."))
    return h.div(".res-card", role="status", id="anatomy-told")[
        h.h3[told["name"], " ", h.span(".res-id")[element_id]],
        h.dl[[(h.dt[h.strong[label]], h.dd[value]) for label, value in rows]],
    ]


def _act(act: Act) -> h.Node:
    return [
        h.strong[act.verb],
        f": {_KINDS[act.kind]}. ",
        act.addressee and f"Addressee: {act.resolved or act.addressee}. ",
        act.deadline and f"When: {act.deadline}.",
    ]


def punctuation(resolution: Resolution, element_id: str) -> str:
    """How an element ends and why, in one or two sentences.

    Examples
    --------
    >>> r = load("A/RES/53/137")
    >>> punctuation(r, "PP4")
    'It opens with a capital letter and ends with a comma: the sentence goes on.'
    >>> punctuation(r, "OP7")
    'It is numbered and ends with a full stop: here the one sentence of the resolution ends.'
    """
    element = resolution[element_id]
    if not isinstance(element, Paragraph):
        return _OTHERS.get(element_id.split(".")[0].rstrip("0123456789"), "")
    end = {",": "a comma", ";": "a semicolon", ".": "a full stop"}.get(element.text[-1:], "no mark")
    if element.id.startswith("PP"):
        return f"It opens with a capital letter and ends with {end}: the sentence goes on."
    if element is resolution.operative[-1]:
        return f"It is numbered and ends with {end}: here the one sentence of the resolution ends."
    return f"It is numbered and ends with {end}: more operative paragraphs follow."


_OTHERS = {
    "MH": "It stands outside the sentence of the resolution and follows the layout of the masthead.",
    "EW": "It ends with a comma: the subject is named, and the sentence waits for its verbs.",
    "FN": "It opens with its raised number and ends with a full stop. Its marker in the text follows a comma.",
    "CL": "Two lines without a full stop, outside the sentence: first the meeting, then the day.",
}
