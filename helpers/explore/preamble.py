"""The preamble by function: what each paragraph does, two openings side by side, the argument and what it can lose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import htpy as h

from helpers.explore.argument import Opening, Step, loose, openings, steps
from helpers.resolution import Paragraph, Resolution, load
from helpers.resources import columns
from helpers.view import Event, Page, words
from helpers.view.controls import picker, switch, tick, toggle

_VIEWS = {"function": "What each does", "contrast": "Two openings", "argument": "The argument"}
_ALL = "all"
_OWN = (
    "The groups follow the opening words, not the subject: PP2 speaks of norms, yet its opening only keeps them in "
    "view. Grouping and wording are the course’s own reading."
)
_COUNTED = (
    "Counted at the head of preambular paragraphs in 2,245 resolutions of the General Assembly, sessions 74 to 80. "
    "Longer forms such as ‘Recalling also’ are counted apart."
)
_READING = (
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
    shown = {"function": _by_function, "contrast": _side_by_side, "argument": _chain}[state.view]
    return h.div(".res-card")[
        switch("What to look at", _VIEWS, state.view, name="view", ids="preamble-view-{}"),
        shown(resolution, state),
    ]


# ---- what each does ----


def _by_function(resolution: Resolution, state: Reading) -> h.Fragment:
    groups = _functions(resolution)
    shown = groups if state.function == _ALL else {state.function: groups[state.function]}
    return h.fragment[
        _select("function", "Show", {_ALL: "all nine"} | {name: name for name in groups}, state.function),
        h.div(".res-sides")[
            h.div[
                [
                    h.div(".res-group")[
                        h.h3[f"It {name} ({len(paragraphs)})"],
                        h.div(".res-row.res-tight")[[_pick(paragraph, state) for paragraph in paragraphs]],
                    ]
                    for name, paragraphs in shown.items()
                ]
            ],
            _told(resolution, state.picked),
        ],
        h.p(".res-soft")[_OWN],
    ]


def _select(name: str, label: str, options: dict[str, str], chosen: str) -> h.Element:
    return h.div(".res-row")[picker(label, options, chosen, name=name, id=f"preamble-{name}")]


def _pick(paragraph: Paragraph, state: Reading) -> h.Element:
    pressed = paragraph.id == state.picked
    return toggle(name="pick", value=paragraph.id, id=f"preamble-pick-{paragraph.id}", pressed=pressed)[
        h.span(".res-id")[paragraph.id], f" {paragraph.opening}"
    ]


def _told(resolution: Resolution, picked: str) -> h.Element:
    paragraph = next(paragraph for paragraph in resolution.preamble if paragraph.id == picked)
    opening = openings()[paragraph.opening]
    why = {row["id"]: row["why"] for row in columns("resolutions/a_res_53_137_elements.csv", "id", "why")}
    step = next(step for step in steps() if step.id == picked)
    return h.div(".res-read", role="status", id="preamble-told")[
        words(resolution, picked, ("opening",)),
        h.dl[
            h.dt[h.strong[f"{opening.phrase} ({opening.form})"]],
            h.dd[opening.commits],
            h.dt[h.strong[step.name]],
            h.dd[f"{step.brings} {why[picked]}"],
        ],
    ]


# ---- two openings ----


def _side_by_side(resolution: Resolution, state: Reading) -> h.Fragment:
    pair = (openings()[state.left], openings()[state.right])
    options = {phrase: phrase for phrase in openings()}
    rows: list[tuple[str, list[h.Node]]] = [
        ("Stands in", [", ".join(_where(resolution, opening)) for opening in pair]),
        ("Form", [opening.form for opening in pair]),
        ("What it does", [opening.function for opening in pair]),
        ("What the Assembly says with it", [opening.commits for opening in pair]),
        ("What it leaves open", [opening.open for opening in pair]),
        ("How often it opens a paragraph", [_often(opening) for opening in pair]),
    ]
    return h.fragment[
        h.div(".res-row")[
            _select("left", "One opening", options, state.left),
            _select("right", "Another opening", options, state.right),
        ],
        h.div(".res-wide", role="region", tabindex="0", aria_label="The two openings side by side")[
            h.table(".res-table.res-contrast")[
                h.thead[h.tr[h.td, [h.th(scope="col")[opening.phrase] for opening in pair]]],
                h.tbody[[h.tr[h.th(scope="row")[name], [h.td[cell] for cell in cells]] for name, cells in rows]],
            ]
        ],
        h.p(role="status", id="preamble-contrast")[_compared(*pair)],
        h.p(".res-soft")[_COUNTED, " What an opening says and leaves open is the course’s own reading."],
    ]


def _where(resolution: Resolution, opening: Opening) -> list[str]:
    return [paragraph.id for paragraph in resolution.preamble if paragraph.opening == opening.phrase]


def _often(opening: Opening) -> h.Fragment:
    most = max(other.count for other in openings().values())
    width = f"{max(100 * opening.count / most, 0.5):.1f}%"
    return h.fragment[
        f"{opening.count:,} times",
        h.svg(width="100%", height="8", aria_hidden="true")[h.rect(width=width, height="8")],
    ]


def _compared(one: Opening, other: Opening) -> str:
    """How often two openings are used, in a sentence.

    Examples
    --------
    >>> _compared(openings()["Recalling"], openings()["Bearing in mind"])
    'In the resolutions counted, ‘Recalling’ opens about 10 times as many paragraphs as ‘Bearing in mind’.'
    """
    if one == other:
        return "Choose two different openings to compare them."
    more, less = (one, other) if one.count >= other.count else (other, one)
    times = more.count / less.count
    much = f"about {times:.0f} times" if times >= 3 else f"about {times:.1f} times"
    return f"In the resolutions counted, ‘{more.phrase}’ opens {much} as many paragraphs as ‘{less.phrase}’."


# ---- the argument ----


def _chain(_: Resolution, state: Reading) -> h.Fragment:
    return h.fragment[
        h.div(".res-sides")[
            h.fieldset[
                h.legend["Keep in the argument"],
                [
                    tick(
                        h.span[h.span(".res-id")[step.id], f" {step.name}"],
                        name="keep",
                        value=step.id,
                        id=f"preamble-keep-{step.id}",
                        checked=step.id in state.kept,
                    )
                    for step in steps()
                ],
                h.div(".res-row")[h.button(type="button", data_send="whole", id="preamble-whole")["Keep all nine"]],
            ],
            h.div[h.h3["The argument that remains"], _steps(state.kept)],
        ],
        h.div(".res-told", role="status", id="preamble-chain")[_lost(state.kept)],
        h.p(".res-soft")[_READING],
    ]


def _steps(kept: Sequence[str]) -> h.Element:
    return h.ol(".res-chain")[
        [
            h.li(class_=[{"res-gone": step.id not in kept}])[
                h.span(".res-id")[step.id],
                h.span[_kept(step) if step.id in kept else "left out"],
            ]
            for step in steps()
        ]
    ]


def _kept(step: Step) -> h.Fragment:
    return h.fragment[h.span(".res-soft")[step.link], h.br, f"{step.name}."]


def _lost(kept: Sequence[str]) -> h.Fragment:
    gone = [step for step in steps() if step.id not in kept]
    if not gone:
        return h.fragment[h.p["Nothing is left out. Untick a paragraph and read what the argument loses."]]
    if not kept:
        return h.fragment[h.p["No reason is left. The operative part would act, and nobody would read why."]]
    return h.fragment[
        h.h3["What is lost"],
        h.ul[[h.li[h.strong[f"{step.id}. "], step.lost] for step in gone], [h.li[text] for text in loose(kept)]],
    ]


# ---- without a kernel ----


def _still(resolution: Resolution) -> h.Fragment:
    by_id = {step.id: step for step in steps()}
    return h.fragment[
        h.table(".res-table")[
            h.caption["The nine paragraphs, what each does, and what the argument would lose without it"],
            h.thead[
                h.tr[
                    [
                        h.th(scope="col")[name]
                        for name in ("Paragraph", "Opening", "What the opening does", "Step", "Without it")
                    ]
                ]
            ],
            h.tbody[
                [
                    h.tr[
                        h.th(scope="row")[paragraph.id],
                        h.td[paragraph.opening],
                        h.td[openings()[paragraph.opening].function],
                        h.td[by_id[paragraph.id].name],
                        h.td[by_id[paragraph.id].lost],
                    ]
                    for paragraph in resolution.preamble
                ]
            ],
        ],
        h.ul[
            [
                h.li[h.strong[opening.phrase], f", {opening.count:,} times. {opening.commits} Open: {opening.open}"]
                for opening in openings().values()
            ]
        ],
        h.p[_COUNTED, " ", _OWN],
    ]


def _plain(resolution: Resolution) -> str:
    rows = [
        f"{paragraph.id}  {paragraph.opening} ({openings()[paragraph.opening].function}): {step.name}"
        for paragraph, step in zip(resolution.preamble, steps(), strict=True)
    ]
    used = [f"{o.phrase}: {o.count:,} times. {o.commits} Open: {o.open}" for o in openings().values()]
    return "\n".join([*rows, *used, _COUNTED, _OWN])
