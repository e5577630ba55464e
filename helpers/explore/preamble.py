"""The preamble by function: what each paragraph does, two openings side by side, the argument and what it can lose."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

import htpy as h

from helpers.explore.argument import Opening, Step, loose, openings, steps
from helpers.language import N_, _, ngettext
from helpers.resolution import Paragraph, Resolution, load
from helpers.resources import columns
from helpers.view import Event, Page, english, filled, shown, words
from helpers.view.controls import picker, switch, tick, toggle
from helpers.written import commas, figure

_VIEWS = {"function": N_("What each does"), "contrast": N_("Two openings"), "argument": N_("The argument")}
_ALL = "all"
_OWN = N_(
    "The groups follow the opening words, not the subject: PP2 speaks of norms, yet its opening only keeps them in "
    "view. Grouping and wording are the course’s own reading."
)
_COUNTED = N_(
    "Counted at the head of preambular paragraphs in 2,245 resolutions of the General Assembly, sessions 74 to 80. "
    "Longer forms such as ‘Recalling also’ are counted apart."
)
_READING = N_(
    "Steps and links are the course’s own reading. The resolution itself sets its paragraphs side by side and joins "
    "them by commas."
)


@dataclass(frozen=True, slots=True)
class Reading:
    """Which view is open, what is picked in it, and which paragraphs the argument keeps."""

    view: str
    function: str = _ALL
    picked: str = "PP1"
    left: str = "Bearing in mind"
    right: str = "Reiterating"
    kept: tuple[str, ...] = tuple(step.id for step in steps())


def preamble(view: str = "function") -> Page[Reading]:
    """Show the explorer of the preamble.

    Parameters
    ----------
    view : {"function", "contrast", "argument"}
        What is open first.

    Examples
    --------
    >>> print(preamble().plain.splitlines()[2])
    PP3  Reiterating (recalls law or earlier texts): A gap remains
    """
    resolution = load("A/RES/53/137")
    start = Reading(view if view in _VIEWS else "function")
    return Page(
        start=lambda: start,
        render=lambda state: render(resolution, state),
        update=lambda state, event: _updated(resolution, state, event),
        still=_still(resolution),
        plain=_plain(resolution),
    )


def _functions(resolution: Resolution) -> dict[str, list[Paragraph]]:
    """The paragraphs of the preamble by what their openings do, in the order of the first of each."""
    groups: dict[str, list[Paragraph]] = {}
    for paragraph in resolution.preamble:
        groups.setdefault(openings()[paragraph.opening].function, []).append(paragraph)
    return groups


def _updated(resolution: Resolution, state: Reading, event: Event) -> Reading:
    ids, groups = [step.id for step in steps()], _functions(resolution)
    if event.name == "view" and event.text in _VIEWS:
        return replace(state, view=event.text)
    if event.name == "pick" and event.text in ids:
        return replace(state, picked=event.text)
    if event.name == "function" and event.text == _ALL:
        return replace(state, function=_ALL)
    if event.name == "function" and event.text in groups:
        inside = [paragraph.id for paragraph in groups[event.text]]
        return replace(state, function=event.text, picked=state.picked if state.picked in inside else inside[0])
    if event.name == "left" and event.text in openings():
        return replace(state, left=event.text)
    if event.name == "right" and event.text in openings():
        return replace(state, right=event.text)
    if event.name == "keep" and isinstance(event.value, list):
        return replace(state, kept=tuple(name for name in ids if name in event.texts))
    if event.name == "whole":
        return replace(state, kept=tuple(ids))
    return state


def render(resolution: Resolution, state: Reading) -> h.Element:
    """The live explorer: one of its three views.

    Examples
    --------
    >>> str(render(load("A/RES/53/137"), Reading("argument", kept=("PP1",)))).count("left out")
    8
    """
    view = {"function": _by_function, "contrast": _side_by_side, "argument": _chain}[state.view]
    return h.div(".res-card")[
        switch(
            _("What to look at"),
            {view: _(name) for view, name in _VIEWS.items()},
            state.view,
            name="view",
            ids="preamble-view-{}",
        ),
        view(resolution, state),
    ]


# ---- what each does ----


def _by_function(resolution: Resolution, state: Reading) -> h.Fragment:
    groups = _functions(resolution)
    chosen = groups if state.function == _ALL else {state.function: groups[state.function]}
    return h.fragment[
        _select("function", _("Show"), {_ALL: _("all nine")} | {does: _(does) for does in groups}, state.function),
        h.div(".res-sides")[
            h.div[
                [
                    h.div(".res-group")[
                        h.h3[_("It {does} ({number})").format(does=_(does), number=len(paragraphs))],
                        h.div(".res-row.res-tight")[[_pick(paragraph, state) for paragraph in paragraphs]],
                    ]
                    for does, paragraphs in chosen.items()
                ]
            ],
            _told(resolution, state.picked),
        ],
        h.p(".res-soft")[_(_OWN)],
    ]


def _select(name: str, label: str, options: dict[str, str], chosen: str, english: Collection[str] = ()) -> h.Element:
    return h.div(".res-row")[picker(label, options, chosen, name=name, id=f"preamble-{name}", english=english)]


def _pick(paragraph: Paragraph, state: Reading) -> h.Element:
    pressed = paragraph.id == state.picked
    return toggle(name="pick", value=paragraph.id, id=f"preamble-pick-{paragraph.id}", pressed=pressed)[
        h.span(".res-id")[paragraph.id], " ", english(paragraph.opening)
    ]


def _told(resolution: Resolution, picked: str) -> h.Element:
    paragraph = next(paragraph for paragraph in resolution.preamble if paragraph.id == picked)
    opening = openings()[paragraph.opening]
    why = {row["id"]: row["why"] for row in columns("resolutions/a_res_53_137_elements.csv", "id", "why")}
    step = next(step for step in steps() if step.id == picked)
    return h.div(".res-read", role="status", id="preamble-told")[
        words(resolution, picked, ("opening",)),
        h.dl[
            h.dt[h.strong[english(opening.phrase), f" ({_(opening.form)})"]],
            h.dd[shown(opening.commits)],
            h.dt[h.strong[shown(step.name)]],
            h.dd[shown(step.brings), " ", shown(why[picked])],
        ],
    ]


# ---- two openings ----


def _side_by_side(resolution: Resolution, state: Reading) -> h.Fragment:
    pair = (openings()[state.left], openings()[state.right])
    options = {phrase: phrase for phrase in openings()}
    rows: list[tuple[str, list[h.Node]]] = [
        (_("Stands in"), [commas(_where(resolution, opening)) for opening in pair]),
        (_("Form"), [shown(opening.form) for opening in pair]),
        (_("What it does"), [shown(opening.function) for opening in pair]),
        (_("What the Assembly says with it"), [shown(opening.commits) for opening in pair]),
        (_("What it leaves open"), [shown(opening.open) for opening in pair]),
        (_("How often it opens a paragraph"), [_often(opening) for opening in pair]),
    ]
    return h.fragment[
        h.div(".res-row")[
            _select("left", _("One opening"), options, state.left, options),
            _select("right", _("Another opening"), options, state.right, options),
        ],
        h.div(".res-wide", role="region", tabindex="0", aria_label=_("The two openings side by side"))[
            h.table(".res-table.res-contrast")[
                h.thead[h.tr[h.td, [h.th(scope="col")[english(opening.phrase)] for opening in pair]]],
                h.tbody[[h.tr[h.th(scope="row")[name], [h.td[cell] for cell in cells]] for name, cells in rows]],
            ]
        ],
        h.p(role="status", id="preamble-contrast")[_compared(*pair)],
        h.p(".res-soft")[_(_COUNTED), " ", _("What an opening says and leaves open is the course’s own reading.")],
    ]


def _where(resolution: Resolution, opening: Opening) -> list[str]:
    return [paragraph.id for paragraph in resolution.preamble if paragraph.opening == opening.phrase]


def _often(opening: Opening) -> h.Fragment:
    most = max(other.count for other in openings().values())
    width = f"{max(100 * opening.count / most, 0.5):.1f}%"
    return h.fragment[
        ngettext("{count} time", "{count} times", opening.count).format(count=figure(opening.count)),
        h.svg(width="100%", height="8", aria_hidden="true")[h.rect(width=width, height="8")],
    ]


def _compared(one: Opening, other: Opening) -> h.Node:
    """How often two openings are used, in a sentence.

    Examples
    --------
    >>> print(_compared(openings()["Recalling"], openings()["Bearing in mind"]))
    In the resolutions counted, ‘Recalling’ opens about 10 times as many paragraphs as ‘Bearing in mind’.
    """
    if one == other:
        return _("Choose two different openings to compare them.")
    more, less = (one, other) if one.count >= other.count else (other, one)
    times = more.count / less.count
    return filled(
        _("In the resolutions counted, ‘{more}’ opens about {times} times as many paragraphs as ‘{less}’."),
        more=english(more.phrase),
        times=figure(times, ".0f" if times >= 3 else ".1f"),
        less=english(less.phrase),
    )


# ---- the argument ----


def _chain(_resolution: Resolution, state: Reading) -> h.Fragment:
    return h.fragment[
        h.div(".res-sides")[
            h.fieldset[
                h.legend[_("Keep in the argument")],
                [
                    tick(
                        h.span[h.span(".res-id")[step.id], " ", shown(step.name)],
                        name="keep",
                        value=step.id,
                        id=f"preamble-keep-{step.id}",
                        checked=step.id in state.kept,
                    )
                    for step in steps()
                ],
                h.div(".res-row")[h.button(type="button", data_send="whole", id="preamble-whole")[_("Keep all nine")]],
            ],
            h.div[h.h3[_("The argument that remains")], _steps(state.kept)],
        ],
        h.div(".res-told", role="status", id="preamble-chain")[_lost(state.kept)],
        h.p(".res-soft")[_(_READING)],
    ]


def _steps(kept: Sequence[str]) -> h.Element:
    return h.ol(".res-chain")[
        [
            h.li(class_=[{"res-gone": step.id not in kept}])[
                h.span(".res-id")[step.id],
                h.span[_kept(step) if step.id in kept else _("left out")],
            ]
            for step in steps()
        ]
    ]


def _kept(step: Step) -> h.Fragment:
    return h.fragment[h.span(".res-soft")[shown(step.link)], h.br, shown(step.name), "."]


def _lost(kept: Sequence[str]) -> h.Fragment:
    gone = [step for step in steps() if step.id not in kept]
    if not gone:
        return h.fragment[h.p[_("Nothing is left out. Untick a paragraph and read what the argument loses.")]]
    if not kept:
        return h.fragment[h.p[_("No reason is left. The operative part would act, and nobody would read why.")]]
    return h.fragment[
        h.h3[_("What is lost")],
        h.ul[
            [h.li[h.strong[f"{step.id}. "], shown(step.lost)] for step in gone],
            [h.li[shown(text)] for text in loose(kept)],
        ],
    ]


# ---- without a kernel ----


def _still(resolution: Resolution) -> h.Fragment:
    by_id = {step.id: step for step in steps()}
    return h.fragment[
        h.table(".res-table")[
            h.caption[_("The nine paragraphs, what each does, and what the argument would lose without it")],
            h.thead[
                h.tr[
                    [
                        h.th(scope="col")[name]
                        for name in (
                            _("Paragraph"),
                            _("Opening"),
                            _("What the opening does"),
                            _("Step"),
                            _("Without it"),
                        )
                    ]
                ]
            ],
            h.tbody[
                [
                    h.tr[
                        h.th(scope="row")[paragraph.id],
                        h.td[english(paragraph.opening)],
                        h.td[shown(openings()[paragraph.opening].function)],
                        h.td[shown(by_id[paragraph.id].name)],
                        h.td[shown(by_id[paragraph.id].lost)],
                    ]
                    for paragraph in resolution.preamble
                ]
            ],
        ],
        h.ul[[h.li[h.strong[english(opening.phrase)], ", ", _uses(opening)] for opening in openings().values()]],
        h.p[_(_COUNTED), " ", _(_OWN)],
    ]


def _uses(opening: Opening) -> str:
    message = ngettext("{count} time. {commits} Open: {open}", "{count} times. {commits} Open: {open}", opening.count)
    return message.format(count=figure(opening.count), commits=_(opening.commits), open=_(opening.open))


def _plain(resolution: Resolution) -> str:
    rows = [
        _("{id}  {opening} ({does}): {step}").format(
            id=paragraph.id,
            opening=paragraph.opening,
            does=_(openings()[paragraph.opening].function),
            step=_(step.name),
        )
        for paragraph, step in zip(resolution.preamble, steps(), strict=True)
    ]
    used = [_("{opening}: {told}").format(opening=o.phrase, told=_uses(o)) for o in openings().values()]
    return "\n".join([*rows, *used, _(_COUNTED), _(_OWN)])
