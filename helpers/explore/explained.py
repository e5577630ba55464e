"""One element of a resolution explained: what it is, how it is punctuated, what it does and cites."""

from __future__ import annotations

from functools import cache

import htpy as h

from helpers.language import N_, _
from helpers.resolution import Act, Element, Footnote, Paragraph, Resolution, load
from helpers.resources import read_table
from helpers.view import english, filled, shown
from helpers.written import commas

_KINDS = {
    "directive": N_("{verb}: asks somebody else to act."),
    "internal": N_("{verb}: decides on the {organ}’s own work."),
    "evaluative": N_("{verb}: states the {organ}’s view."),
}
# How the organs are called in short. What stands at the end of the enacting words of another one is English.
_SPEAKERS = {"Assembly": N_("Assembly"), "Council": N_("Council"), "": N_("organ")}
#: What an element of any resolution is, by its id in the masthead, else by its kind.
_WHAT = {
    "MH.organ": N_("The organ that speaks."),
    "MH.symbol": N_("The document’s own name; the symbol decoder takes such names apart."),
    "MH.distribution": N_("How widely the document is handed out."),
    "MH.issued": N_("The day on which the document was issued. The closing line gives the day of adoption."),
    "MH.session": N_("The session of the organ that adopted the text."),
    "MH.item": N_("The place on the organ’s agenda."),
    "MH.report": N_("The line that says who adopted the text, and on whose report."),
    "MH.title": N_("What the resolution is about, with its number."),
    "enacting": N_("The subject of the whole sentence: the organ that acts."),
    "preamble": N_("A preambular paragraph: it gives a reason, states a fact or recalls a text."),
    "operative": N_("An operative paragraph: here the organ acts."),
    "note": N_("A note: it says where to find a source."),
    "closing": N_("The line that gives the meeting and the day of adoption."),
}


@cache
def _places() -> dict[str, str]:
    """Where on the printed page the pieces of the masthead stand."""
    return {row["field"]: row["where_to_find"] for row in read_table("resolutions/masthead.csv")}


@cache
def _told() -> dict[str, tuple[str, str, str]]:
    """Each element of the course's own resolution: its name, what it is and why it is there."""
    rows = read_table("resolutions/a_res_53_137_elements.csv")
    return {row["id"]: (row["name"], row["what"], row["why"]) for row in rows}


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
    rows.append((_("How it is punctuated"), punctuation(resolution, element_id)))
    if isinstance(element, Paragraph):
        acts = [act for part in element.walk() for act in part.acts]
        if acts:
            rows.append((_("What it does"), h.ul[[h.li[_act(act, _speaker(resolution))] for act in acts]]))
        cited = [citation.title or citation.symbol for part in element.walk() for citation in part.citations]
        if cited:
            rows.append((_("What it cites"), h.ul[[h.li[each and english(each)] for each in dict.fromkeys(cited)]]))
    if isinstance(element, Footnote):
        missing = _("Nowhere in our copy: its marker is missing.") if own else _("Nowhere in this text.")
        rows.append((_("Where it is called"), commas(element.called_in) or missing))
    return h.div(".res-card", role="status", id=status)[
        h.h3[name, " ", h.span(".res-id")[element_id]],
        h.dl[[(h.dt[h.strong[label]], h.dd[value]) for label, value in rows if value]],
    ]


def _known(element_id: str) -> tuple[h.Node, list[tuple[str, h.Node]]]:
    """Name, what and why of an element of the course's own resolution."""
    name, what, why = _told()[element_id]
    rows: list[tuple[str, h.Node]] = [(_("What it is"), shown(what)), (_("Why it is there"), shown(why))]
    if element_id in _places():
        rows.append((_("Where it stands"), shown(_places()[element_id])))
    return shown(name), rows


def _any(resolution: Resolution, element_id: str) -> tuple[h.Node, list[tuple[str, h.Node]]]:
    """Name and kind of an element of any other resolution."""
    element = _element(resolution, element_id)
    return element.label, [(_("What it is"), _(_WHAT.get(element.id) or _WHAT.get(element.kind, "")))]


def _element(resolution: Resolution, element_id: str) -> Element:
    return next(element for element in resolution.elements if element.id == element_id)


def _speaker(resolution: Resolution) -> h.Node:
    """Who acts, as a short word: "Assembly", "Council", else "organ"."""
    words = resolution.enacting.text.rstrip(" ,").split() if resolution.enacting else []
    last = words[-1].capitalize() if words else ""
    return _(_SPEAKERS[last]) if last in _SPEAKERS else english(last)


def _act(act: Act, speaker: h.Node) -> h.Node:
    whom = act.resolved or act.addressee
    return [
        filled(_(_KINDS[act.kind]), verb=h.strong[english(act.verb)], organ=speaker),
        " ",
        whom and [filled(_("Addressee: {addressee}."), addressee=english(whom)), " "],
        act.deadline and filled(_("When: {deadline}."), deadline=english(act.deadline)),
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
    end = _(_ENDS.get(mark, _NO_END))
    if _element(resolution, element_id).kind == "preamble":
        if mark == ",":
            return _("It opens with a capital letter and ends with {mark}: the sentence goes on.").format(mark=end)
        usual = _(
            "It opens with a capital letter and ends with {mark}: a comma is usual here, for the sentence goes on."
        )
        return usual.format(mark=end)
    if paragraph is resolution.operative[-1]:
        told = (
            _("It is numbered and ends with {mark}: here the one sentence of the resolution ends.")
            if paragraph.number
            else _("It carries no number and ends with {mark}: here the one sentence of the resolution ends.")
        )
    else:
        told = (
            _("It is numbered and ends with {mark}: more operative paragraphs follow.")
            if paragraph.number
            else _("It carries no number and ends with {mark}: more operative paragraphs follow.")
        )
    return told.format(mark=end)


_ENDS = {",": N_("a comma"), ";": N_("a semicolon"), ".": N_("a full stop"), ":": N_("a colon")}
_NO_END = N_("no mark")


def _other(resolution: Resolution, element_id: str) -> str:
    """The same for what is no paragraph."""
    kind = _element(resolution, element_id).kind
    if kind == "enacting" and not resolution[element_id].text.rstrip().endswith(","):
        return _("It ends without a comma.")
    if kind == "note" and resolution is not load("A/RES/53/137"):
        return _("It opens with the number that calls it in the text.")
    return _(_OTHERS.get(kind, ""))


_OTHERS = {
    "masthead": N_("It stands outside the sentence of the resolution and follows the layout of the masthead."),
    "enacting": N_("It ends with a comma: the subject is named, and the sentence waits for its verbs."),
    "note": N_("It opens with its raised number and ends with a full stop. Its marker in the text follows a comma."),
    "closing": N_("Two lines without a full stop, outside the sentence: first the meeting, then the day."),
}
