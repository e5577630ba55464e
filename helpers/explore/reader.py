"""Open any resolution: paste or upload its text, and read it with the tools of the course."""

from __future__ import annotations

from dataclasses import dataclass, replace

import htpy as h

from helpers.errors import ParseError
from helpers.explore.anatomy import Picked, plain
from helpers.explore.anatomy import render as anatomy
from helpers.explore.anatomy import updated as picked
from helpers.explore.duties import acts_table
from helpers.explore.findings import counted, listed
from helpers.language import N_, _, ngettext
from helpers.resolution import Resolution, load, parse
from helpers.resolution.lint import lint
from helpers.view import Event, Page, english, filled, in_english
from helpers.view.controls import switch
from helpers.written import commas, figure
from helpers.written import listed as both

#: The longest text, in characters, that is opened: some four times the longest resolution that was tried.
LONGEST = 400_000
#: The largest file, in bytes, that the browser sends; it is the limit of every live page.
LARGEST = 1_000_000
_VIEWS = {"text": N_("Text and outline"), "acts": N_("Who must do what"), "rules": N_("Drafting rules")}


@dataclass(frozen=True, slots=True)
class Reading:
    """The open resolution, how it is shown, and what stands in the box.

    ``problem`` says why the last text could not be opened; the resolution of before stays open meanwhile. ``fresh``:
    the box was opened when the reader left it, so that the button below it has nothing more to do.
    """

    resolution: Resolution
    picked: Picked
    view: str = "text"
    draft: str = ""
    problem: str = ""
    fresh: bool = False


def reader() -> Page[Reading]:
    """Show the reader with the course's own resolution open.

    Examples
    --------
    >>> print(reader().plain.splitlines()[0])
    Open: A/RES/53/137, 9 preambular and 7 operative paragraphs, 10 acts, 7 notes.
    """
    state = _opened(load("A/RES/53/137"))
    return Page(
        start=lambda: state,
        render=render,
        update=updated,
        still=h.fragment[h.p[told(state.resolution)], acts_table(state.resolution, state.resolution.acts)],
        plain=f"{told(state.resolution)}\n{plain(state.resolution)}",
    )


def _opened(resolution: Resolution) -> Reading:
    first = resolution.enacting or (resolution.preamble or resolution.operative)[0]
    return Reading(resolution, Picked(first.id, ("opening",)))


def updated(state: Reading, event: Event) -> Reading:
    """The reader after an event.

    ``text`` is a pasted text, ``open`` the button below it, ``file`` an uploaded file, ``own`` the way back to
    resolution 53/137, ``view`` one of the three views; the others are those of the anatomy.
    """
    if event.name == "text" and isinstance(event.value, str):
        if not event.text.strip():
            return replace(state, draft="", problem="", fresh=False)
        return replace(_read(state, event.text), fresh=True)
    if event.name == "open":
        return _pressed(state)
    if event.name == "file":
        return _uploaded(state, event)
    if event.name == "own":
        return replace(_opened(load("A/RES/53/137")), view=state.view)
    if event.name == "view" and event.text in _VIEWS:
        return replace(state, view=event.text, problem="")
    return replace(state, picked=picked(state.resolution, state.picked, event))


def _pressed(state: Reading) -> Reading:
    """The button: leaving the box has opened its text already, or has said why it cannot be opened."""
    if state.fresh or state.draft:
        return replace(state, fresh=False)
    return replace(state, problem=_("Nothing to open: paste the text of a resolution first."))


def _uploaded(state: Reading, event: Event) -> Reading:
    """Open a file as the browser sent it: its name, its size, and its text unless it was too large."""
    file = event.value if isinstance(event.value, dict) else {}
    name, size, text = file.get("name"), file.get("size"), file.get("text")
    if not isinstance(name, str) or not isinstance(size, int | float):
        return state
    name = name[:60]
    if not isinstance(text, str) or size > LARGEST:
        told = _("‘{name}’ has {size} bytes, more than {most}; open a smaller file.")
        return replace(state, problem=told.format(name=name, size=figure(size), most=figure(LARGEST)))
    if text.startswith("%PDF") or text.startswith("PK\x03\x04"):
        told = _("‘{name}’ is no plain text; copy the text out of it and paste it here.")
        return replace(state, problem=told.format(name=name))
    if "\ufffd" in text or "\0" in text:
        told = _("‘{name}’ is not UTF-8 text; save it as plain text (UTF-8) and open it again.")
        return replace(state, problem=told.format(name=name))
    return _read(state, text, name)


def _read(state: Reading, text: str, file: str = "") -> Reading:
    """Open a text; what cannot be opened stays in the box, if it was pasted, and the earlier text stays open."""
    if len(text) > LONGEST:
        told = (
            _("‘{name}’ has more than {most} characters; open one resolution at a time.")
            if file
            else _("This text has more than {most} characters; open one resolution at a time.")
        )
        return replace(state, problem=told.format(name=file, most=figure(LONGEST)))
    try:
        resolution = parse(text)
    except ParseError as problem:
        told = _("‘{name}’ was not opened: {problem}.") if file else _("This text was not opened: {problem}.")
        draft = state.draft if file else text
        return replace(state, draft=draft, problem=told.format(name=file, problem=problem))
    return replace(_opened(resolution), view=state.view)


def told(resolution: Resolution) -> str:
    """What is open, in one line.

    Examples
    --------
    >>> told(parse("The General Assembly,\\n\\nDecides to meet."))
    'Open: a text without a symbol, no preambular and 1 operative paragraph, 1 act.'
    """
    name = resolution.masthead.symbol or resolution.masthead.number or _("a text without a symbol")
    before, after = len(resolution.preamble), len(resolution.operative)
    acts, notes = len(resolution.acts), len(resolution.footnotes)
    annexes, rest = len(resolution.annexes), len(resolution.unplaced)
    preambular = _many(before, ngettext("{number} preambular", "{number} preambular", before), _("no preambular"))
    operative = _many(
        after,
        ngettext("{number} operative paragraph", "{number} operative paragraphs", after),
        _("no operative paragraphs"),
    )
    pieces = [
        both([preambular, operative]),
        _many(acts, ngettext("{number} act", "{number} acts", acts), _("no acts")),
        _many(notes, ngettext("{number} note", "{number} notes", notes)),
        _many(annexes, ngettext("{number} annex", "{number} annexes", annexes)),
        _many(rest, ngettext("{number} passage without a place", "{number} passages without a place", rest)),
    ]
    return _("Open: {name}, {parts}.").format(name=name, parts=commas(piece for piece in pieces if piece))


def _many(number: int, some: str, none: str = "") -> str:
    return some.format(number=number) if number else none


def render(state: Reading) -> h.Element:
    """The live reader."""
    return h.div[
        h.div(".res-card")[
            h.label(for_="reader-text")[h.strong[_("Paste the text of a resolution")]],
            h.textarea(
                ".res-short",
                name="text",
                id="reader-text",
                rows="4",
                lang=in_english(always=False).get("lang"),
                dir="auto",
                spellcheck="false",
                maxlength=str(LONGEST + 1),  # one more than is opened, so that a longer paste is noticed and said
            )[f"\n{state.draft}" if state.draft else ""],
            h.div(".res-row")[
                h.button(".res-main", type="button", data_send="open", id="reader-open")[_("Open this text")],
                h.label(for_="reader-file")[_("or a plain text file")],
                h.input(type="file", name="file", id="reader-file", accept=".txt,text/plain"),
                h.button(type="button", data_send="own", id="reader-own")[_("Back to resolution 53/137")],
            ],
            h.div(role="status", id="reader-status")[
                state.problem and h.p(".res-notice")[state.problem], h.p[told(state.resolution)]
            ],
        ],
        switch(
            _("Show as"),
            {view: _(name) for view, name in _VIEWS.items()},
            state.view,
            name="view",
            ids="reader-{}-view",
            visible=True,
        ),
        _shown(state),
    ]


def _shown(state: Reading) -> h.Renderable:
    resolution = state.resolution
    if state.view == "acts":
        if not resolution.acts:
            return h.p[_("No act was found in this text: no operative verb whose subject is the organ.")]
        return acts_table(resolution, resolution.acts)
    if state.view == "rules":
        findings = lint(resolution)
        return h.div(id="reader-findings")[h.p[h.strong[counted(findings)]], listed(resolution, findings)]
    return h.div[anatomy(resolution, state.picked, "reader"), _rest(resolution)]


def _rest(resolution: Resolution) -> h.Node:
    """Annexes and what has no place: named, so that nobody thinks it was lost."""
    rest: list[h.Node] = [
        filled(_("{name}: {title}"), name=annex.id, title=english(annex.title)) for annex in resolution.annexes
    ]
    for left in resolution.unplaced[:20]:
        words = english(" ".join(left.text.split())[:80])
        rest.append(filled(_("No place was found for ‘{words}’: {reason}"), words=words, reason=left.reason))
    return h.ul[[h.li[line] for line in rest]] if rest else None
