"""Who must do what by when: the acts of a resolution as a table and as a diagram, filtered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import get_args

import htpy as h

from helpers.explore.flow import drawing
from helpers.language import N_, _, language, ngettext
from helpers.resolution import Act, Resolution, load
from helpers.resolution.model import Kind
from helpers.view import Event, Page, filled, in_english
from helpers.view.controls import picker, switch, tick, ticks

KINDS: tuple[Kind, ...] = get_args(Kind)
_NAMES: dict[Kind, str] = {
    "directive": N_("directive"),
    "internal": N_("internal"),
    "evaluative": N_("evaluative"),
}
_KINDS: dict[Kind, str] = {
    "directive": N_("directive: asks somebody else"),
    "internal": N_("internal: settles the organ’s own work"),
    "evaluative": N_("evaluative: says what the organ thinks"),
}
_EVERYBODY, _NOBODY = "", "nobody"
_VIEWS = {"drawing": N_("Drawing"), "table": N_("Table")}
_WITH_PRONOUN = N_("{addressee} (“{pronoun}”)")


@dataclass(frozen=True, slots=True)
class Filtered:
    """Which acts are shown, and how: those for one addressee (else all), of some kinds, perhaps only with a time."""

    addressee: str = _EVERYBODY
    kinds: tuple[str, ...] = ("directive", "internal")
    dated: bool = False
    view: str = "drawing"


def duties() -> Page[Filtered]:
    """Show who must do what by when in A/RES/53/137.

    Examples
    --------
    >>> print(duties().plain.splitlines()[-2])
    OP6  requests | the Secretary-General (“him”) | to submit an updated report on the status of the Convention to the \
General Assembly at its fifty-fourth session | at its fifty-fourth session | directive
    """
    resolution = load("A/RES/53/137")
    return Page(
        start=Filtered,
        render=lambda state: render(resolution, state),
        update=lambda state, event: _updated(resolution, state, event),
        still=acts_table(resolution, resolution.acts),
        plain="\n".join(
            " | ".join(
                (f"{_places(resolution)[act]}  {act.verb}", whom(act), act.action or "", when(act), _(_NAMES[act.kind]))
            )
            for act in resolution.acts
        ),
    )


def _updated(resolution: Resolution, state: Filtered, event: Event) -> Filtered:
    if event.name == "addressee" and (event.value in (_EVERYBODY, _NOBODY) or event.text in addressees(resolution)):
        return replace(state, addressee=event.text)
    if event.name == "kinds" and isinstance(event.value, list):
        return replace(state, kinds=tuple(kind for kind in KINDS if kind in event.texts))
    if event.name == "dated" and isinstance(event.value, list):
        return replace(state, dated="dated" in event.texts)
    if event.name == "view" and event.text in _VIEWS:
        return replace(state, view=event.text)
    return state


def addressees(resolution: Resolution) -> list[str]:
    """Whom the acts address, each once, in printed order; a pronoun counts as the one it means.

    Examples
    --------
    >>> addressees(load("A/RES/53/137"))[:2]
    ['all Member States', 'the Secretary-General']
    """
    return list(dict.fromkeys(act.resolved or act.addressee or "" for act in resolution.acts if act.addressee))


def chosen(resolution: Resolution, state: Filtered) -> list[Act]:
    """The acts that pass the filters."""
    return [
        act
        for act in resolution.acts
        if act.kind in state.kinds
        and (not state.dated or act.deadline)
        and state.addressee in (_EVERYBODY, act.resolved or act.addressee or _NOBODY)
    ]


def whom(act: Act) -> str:
    """The addressee, with the pronoun that stands for it in the text.

    Examples
    --------
    >>> whom(load("A/RES/53/137")["OP6"].acts[1])
    'the Secretary-General (“him”)'
    """
    if act.resolved:
        return _(_WITH_PRONOUN).format(addressee=act.resolved, pronoun=act.addressee)
    return act.addressee or (_("the organ itself") if act.kind == "internal" else _("nobody"))


def when(act: Act) -> str:
    """The deadline as it is printed, or that there is none."""
    return act.deadline or _("no time named")


def render(resolution: Resolution, state: Filtered) -> h.Element:
    """The live explorer.

    Examples
    --------
    >>> resolution = load("A/RES/53/137")
    >>> "1 of 10 acts" in str(render(resolution, Filtered(kinds=("internal",))))
    True
    """
    acts = chosen(resolution, state)
    return h.div(".res-card")[
        _filters(resolution, state),
        h.p(role="status", id="duties-told")[_told(len(acts), len(resolution.acts))],
        bool(acts) and _shown(resolution, acts, state.view),
    ]


def _shown(resolution: Resolution, acts: list[Act], view: str) -> h.Element:
    if view == "table":
        return acts_table(resolution, acts)
    return drawing(resolution.masthead.organ or _("The organ"), [(_places(resolution)[act], act) for act in acts])


def _told(shown: int, every: int) -> str:
    if not shown:
        none = _("No act fits: 0 of {every} acts. Tick another kind, or choose ‘everybody and nobody’.")
        return none.format(every=every)
    return ngettext("{shown} of {every} act.", "{shown} of {every} acts.", every).format(shown=shown, every=every)


def _filters(resolution: Resolution, state: Filtered) -> h.Fragment:
    named = {name: name for name in addressees(resolution)}
    addressed = {_EVERYBODY: _("everybody and nobody (all acts)"), **named, _NOBODY: _("nobody else")}
    kinds: dict[str, h.Node] = {kind: _(_KINDS[kind]) for kind in KINDS}
    views = {view: _(name) for view, name in _VIEWS.items()}
    return h.fragment[
        h.div(".res-row")[
            picker(
                _("Addressed to"),
                addressed,
                state.addressee,
                name="addressee",
                id="duties-addressee",
                english=named,
            )
        ],
        ticks(_("Kinds of act"), kinds, state.kinds, name="kinds", ids="duties-{}"),
        tick(
            h.span[_("Only acts with a time in them")],
            name="dated",
            value="dated",
            id="duties-dated",
            checked=state.dated,
        ),
        switch(_("Show as"), views, state.view, name="view", ids="duties-{}", visible=True),
    ]


def _places(resolution: Resolution) -> dict[Act, str]:
    """The id of the paragraph in which each act stands."""
    return {act: part.id for top in resolution.operative for part in top.walk() for act in part.acts}


def acts_table(resolution: Resolution, acts: Iterable[Act]) -> h.Element:
    """A table of acts of any resolution: paragraph, verb, addressee, action, time, kind.

    Parameters
    ----------
    resolution : Resolution
        The resolution whose acts these are.
    acts : iterable of Act
        Those to show, in the order of the rows.

    Examples
    --------
    >>> from helpers.resolution import parse
    >>> short = parse("The General Assembly,\\n\\nRequests the Secretary-General to report by 1 May 2031.")
    >>> str(acts_table(short, short.acts)).count("<tr>")
    2
    """
    places = _places(resolution)
    organ = _(resolution.masthead.organ) if resolution.masthead.organ else _("The organ")
    heads = (
        _("Paragraph"),
        _("{organ} …").format(organ=organ),
        _("whom"),
        _("what"),
        _("when"),
        _("kind of act"),
    )
    return h.div(".res-scroll", tabindex="0", role="region", aria_label=_("Table: who must do what by when"))[
        h.table(".res-table.res-acts")[
            h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
            h.tbody[
                [
                    h.tr[
                        h.th(scope="row")[places[act]],
                        _cell(h.span(".res-opening")[act.verb]),
                        _cell(h.span(".res-addressee")[act.resolved or act.addressee], act.resolved and act.addressee)
                        if act.addressee
                        else _ours(whom(act)),
                        _cell(act.action),
                        _cell(h.span(".res-deadline")[act.deadline]) if act.deadline else _ours(when(act)),
                        h.td[_(_NAMES[act.kind])],
                    ]
                    for act in acts
                ]
            ],
        ]
    ]


def _cell(words: h.Node, pronoun: str | None = None) -> h.Element:
    """A cell with words of the resolution, and the pronoun that stands there for them."""
    return h.td(in_english())[filled(_WITH_PRONOUN, addressee=words, pronoun=pronoun) if pronoun else words]


def _ours(words: str) -> h.Element:
    """A cell with words of the course in a column of the resolution's."""
    return h.td(in_english() if language() == "en" else {})[h.span(".res-soft")[words]]
