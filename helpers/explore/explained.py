"""One element of a resolution explained: what it is, how it is punctuated, what it does and cites."""

from __future__ import annotations

from functools import cache

import htpy as h

from helpers.resolution import Act, Element, Footnote, Paragraph, Resolution, load
from helpers.resources import read_table

_KINDS = {
    "directive": "asks somebody else to act",
    "internal": "decides on the {}’s own work",
    "evaluative": "states the {}’s view",
}
_ENDS = {",": "a comma", ";": "a semicolon", ".": "a full stop", ":": "a colon"}
#: What an element of any resolution is, by its id in the masthead, else by its kind.
_WHAT = {
    "MH.organ": "The organ that speaks.",
    "MH.symbol": "The document’s own name; the symbol decoder takes such names apart.",
    "MH.distribution": "How widely the document is handed out.",
    "MH.issued": "The day on which the document was issued. The closing line gives the day of adoption.",
    "MH.session": "The session of the organ that adopted the text.",
    "MH.item": "The place on the organ’s agenda.",
    "MH.report": "The line that says who adopted the text, and on whose report.",
    "MH.title": "What the resolution is about, with its number.",
    "enacting": "The subject of the whole sentence: the organ that acts.",
    "preamble": "A preambular paragraph: it gives a reason, states a fact or recalls a text.",
    "operative": "An operative paragraph: here the organ acts.",
    "note": "A note: it says where to find a source.",
    "closing": "The line that gives the meeting and the day of adoption.",
}


@cache
def _places() -> dict[str, str]:
    """Where on the printed page the pieces of the masthead stand."""
    return {row["field"]: row["where_to_find"] for row in read_table("resolutions/masthead.csv")}


@cache
def _told() -> dict[str, dict[str, str]]:
    """What and why each element of the course's own resolution is."""
    return {row["id"]: row for row in read_table("resolutions/a_res_53_137_elements.csv")}


def explanation(resolution: Resolution, element_id: str, status: str) -> h.Element:
    """The card beside the text; the course's own resolution is explained from its table.

    Parameters
    ----------
    resolution : Resolution
        Any.
    element_id : str
        One of its elements.
    status : str
        The id of the card, which tells a screen reader when it changes.
    """
    element = resolution[element_id]
    own = resolution is load("A/RES/53/137")
    name, rows = _known(element_id) if own else _any(resolution, element_id)
    rows.append(("How it is punctuated", punctuation(resolution, element_id)))
    if isinstance(element, Paragraph):
        acts = [act for part in element.walk() for act in part.acts]
        if acts:
            rows.append(("What it does", h.ul[[h.li[_act(act, _speaker(resolution))] for act in acts]]))
        cited = [citation.title or citation.symbol for part in element.walk() for citation in part.citations]
        if cited:
            rows.append(("What it cites", h.ul[[h.li[each] for each in dict.fromkeys(cited)]]))
    if isinstance(element, Footnote):
        called = ", ".join(element.called_in)
        missing = "Nowhere in our copy: its marker is missing." if own else "Nowhere in this text."
        rows.append(("Where it is called", called or missing))
    return h.div(".res-card", role="status", id=status)[
        h.h3[name, " ", h.span(".res-id")[element_id]],
        h.dl[[(h.dt[h.strong[label]], h.dd[value]) for label, value in rows if value]],
    ]


def _known(element_id: str) -> tuple[str, list[tuple[str, h.Node]]]:
    """Name, what and why of an element of the course's own resolution."""
    told = _told()[element_id]
    rows: list[tuple[str, h.Node]] = [("What it is", told["what"]), ("Why it is there", told["why"])]
    if element_id in _places():
        rows.append(("Where it stands", _places()[element_id]))
    return told["name"], rows


def _any(resolution: Resolution, element_id: str) -> tuple[str, list[tuple[str, h.Node]]]:
    """Name and kind of an element of any other resolution."""
    element = _element(resolution, element_id)
    return element.label, [("What it is", _WHAT.get(element.id) or _WHAT.get(element.kind, ""))]


def _element(resolution: Resolution, element_id: str) -> Element:
    return next(element for element in resolution.elements if element.id == element_id)


def _speaker(resolution: Resolution) -> str:
    """Who acts, as a short word: "Assembly", "Council", else "organ"."""
    words = resolution.enacting.text.rstrip(" ,").split() if resolution.enacting else []
    return words[-1].capitalize() if words else "organ"


def _act(act: Act, speaker: str) -> h.Node:
    return [
        h.strong[act.verb],
        f": {_KINDS[act.kind].format(speaker)}. ",
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
    paragraph = resolution[element_id]
    if not isinstance(paragraph, Paragraph):
        return _other(resolution, element_id)
    last = list(paragraph.walk())[-1]
    mark = last.text.rstrip('"”’) ')[-1:]
    if _element(resolution, element_id).kind == "preamble":
        goes_on = "the sentence goes on" if mark == "," else "a comma is usual here, for the sentence goes on"
        return f"It opens with a capital letter and ends with {_ENDS.get(mark, 'no mark')}: {goes_on}."
    numbered = "It is numbered and ends" if paragraph.number else "It carries no number and ends"
    if paragraph is resolution.operative[-1]:
        return f"{numbered} with {_ENDS.get(mark, 'no mark')}: here the one sentence of the resolution ends."
    return f"{numbered} with {_ENDS.get(mark, 'no mark')}: more operative paragraphs follow."


def _other(resolution: Resolution, element_id: str) -> str:
    """The same for what is no paragraph."""
    kind = _element(resolution, element_id).kind
    if kind == "enacting" and not resolution[element_id].text.rstrip().endswith(","):
        return "It ends without a comma."
    if kind == "note" and resolution is not load("A/RES/53/137"):
        return "It opens with the number that calls it in the text."
    return _OTHERS.get(kind, "")


_OTHERS = {
    "masthead": "It stands outside the sentence of the resolution and follows the layout of the masthead.",
    "enacting": "It ends with a comma: the subject is named, and the sentence waits for its verbs.",
    "note": "It opens with its raised number and ends with a full stop. Its marker in the text follows a comma.",
    "closing": "Two lines without a full stop, outside the sentence: first the meeting, then the day.",
}
