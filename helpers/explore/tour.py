"""A short tour of how a lesson works, for somebody who never opened one."""

from __future__ import annotations

from dataclasses import dataclass, replace

import htpy as h

from helpers.language import N_, _
from helpers.resolution import Resolution, load
from helpers.view import LAYERS, Event, Page, words
from helpers.view.controls import layer_switches, picker, step_buttons


@dataclass(frozen=True, slots=True)
class Stop:
    """One stop of the tour: a heading, what to know, and what to try."""

    heading: str
    text: str
    try_it: str = ""


STOPS = (
    Stop(
        N_("The resolution’s words and ours"),
        N_(
            "The resolution’s own words always look like the lines below: letters with serifs, a coloured line at the "
            "side, and a short name above. PP4 means the fourth preambular paragraph, OP4 the fourth operative one. "
            "Everything else on the page is said by the course."
        ),
        N_("Choose another paragraph and look at its name."),
    ),
    Stop(
        N_("Four signs"),
        N_(
            "The course marks four things in the text, each by a colour and by a sign that needs no colour: opening "
            "words in bold, addressees underlined, citations dotted, deadlines boxed."
        ),
        N_("Switch the signs on and off. OP6 has three of them."),
    ),
    Stop(
        N_("Explorers"),
        N_(
            "A box with controls is an explorer. You change something, and the picture or the text answers. Beside "
            "each explorer stand two or three questions to look for. Nothing you do there can break anything."
        ),
    ),
    Stop(
        N_("Questions"),
        N_(
            "Choose an answer and check it. You see at once whether it holds, why, and the words that settle it. Try "
            "as often as you like. The course keeps your latest answer and remembers your first."
        ),
    ),
    Stop(
        N_("Your progress"),
        N_(
            "‘Saved’ beside a question means that your answer is kept. In the list of lessons, ‘Download my progress’ "
            "takes everything along in one file, and ‘Bring my progress back’ reads it again, here or elsewhere."
        ),
    ),
)
_SAMPLES = ("PP4", "OP4", "OP6")


@dataclass(frozen=True, slots=True)
class Touring:
    """Which stop is open, which paragraph is shown, which signs are on."""

    stop: int = 0
    sample: str = "PP4"
    layers: tuple[str, ...] = ("opening",)


def tour() -> Page[Touring]:
    """Show the tour.

    Examples
    --------
    >>> tour().plain.splitlines()[0]
    '1. The resolution’s words and ours'
    """
    resolution = load("A/RES/53/137")
    return Page(
        start=Touring,
        render=lambda state: render(resolution, state),
        update=_updated,
        still=h.ol[[h.li[h.strong[_(stop.heading)], ". ", _(stop.text)] for stop in STOPS]],
        plain="\n".join(f"{place}. {_(stop.heading)}" for place, stop in enumerate(STOPS, 1)),
    )


def _updated(state: Touring, event: Event) -> Touring:
    if event.name == "step":
        stop = min(max(state.stop + event.step, 0), len(STOPS) - 1)
        return replace(state, stop=stop, sample="OP6" if stop == 1 else state.sample)
    if event.name == "sample" and event.text in _SAMPLES:
        return replace(state, sample=event.text)
    if event.name == "layers":
        return replace(state, layers=tuple(layer.id for layer in LAYERS if layer.id in event.texts))
    return state


def render(resolution: Resolution, state: Touring) -> h.Element:
    """The live tour."""
    stop = STOPS[state.stop]
    return h.div(".res-card")[
        h.div(role="status", id="tour-stop")[
            h.p(".res-soft")[_("Stop {number} of {of}").format(number=state.stop + 1, of=len(STOPS))],
            h.h3[_(stop.heading)],
            h.p[_(stop.text)],
        ],
        state.stop == 0 and _samples(state),
        state.stop == 1 and layer_switches("tour", state.layers),
        stop.try_it and h.p[h.strong[_("Try it:"), " "], _(stop.try_it)],
        state.stop < 2 and words(resolution, state.sample, state.layers if state.stop == 1 else ()),
        h.div(".res-row")[step_buttons("tour", first=state.stop == 0, last=state.stop == len(STOPS) - 1, main=True)],
    ]


def _samples(state: Touring) -> h.Element:
    return h.div(".res-row")[
        picker(_("Paragraph"), {name: name for name in _SAMPLES}, state.sample, name="sample", id="tour-sample")
    ]
