"""Operative verbs: what each commits, where the resolution uses it, how often three organs use it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TypeAlias

import htpy as h

from helpers.errors import CourseError
from helpers.explore.ladder import COMMITS, COUNTED, KINDS, LADDER, LAW, OWN, STEPS
from helpers.language import _
from helpers.resolution import Act, Resolution, load
from helpers.resolution.usage import ORGANS, operative, total, uses
from helpers.resolution.vocabulary import Entry, by_phrase
from helpers.view import Event, Page, english, in_english
from helpers.view.controls import picker, toggle
from helpers.written import commas, figure

_Options: TypeAlias = dict[str, str | Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Compared:
    """The verb that is open, and another one beside it or none."""

    verb: str
    other: str = ""


def verbs(start: str = "Calls upon", other: str = "") -> Page[Compared]:
    """Show the ladder of operative verbs.

    Parameters
    ----------
    start : str, optional
        The operative opening that is open first.
    other : str, optional
        Another one to compare it with.

    Examples
    --------
    >>> print(verbs().plain.splitlines()[6])
    4  Calls upon (OP3). Per 100 resolutions: General Assembly 162, Security Council 81, Human Rights Council 211
    """
    resolution = load("A/RES/53/137")
    state = Compared(_known(start).phrase, _known(other).phrase if other else "")
    return Page(
        start=lambda: state,
        render=lambda compared: render(resolution, compared),
        update=_updated,
        still=_still(resolution),
        plain="\n".join([_(OWN), *_lines(resolution)]),
    )


def _known(phrase: str) -> Entry:
    """The entry of an operative opening.

    Raises
    ------
    CourseError
        It is not in the table: one line with what to do.
    """
    found = operative(phrase)
    if found:
        return found
    shown = " ".join(phrase.split())
    shown = shown if len(shown) <= 40 else f"{shown[:40]}…"
    if not shown:
        raise CourseError(_("No verb was typed; write an operative verb such as ‘Requests’."))
    if by_phrase().get(shown.casefold()):
        message = _("‘{words}’ opens paragraphs of the preamble; write a finite verb, as ‘Recalls’ for ‘Recalling’.")
        raise CourseError(message.format(words=shown))
    message = _(
        "‘{words}’ is not among the {number} operative openings of the table; check the spelling, "
        "or write a finite verb such as ‘Requests’."
    )
    raise CourseError(message.format(words=shown, number=total()))


def _updated(state: Compared, event: Event) -> Compared:
    if event.name == "typed" and isinstance(event.value, str):
        return _opened(state, _known(event.text).phrase)
    known = operative(event.text)
    if event.name == "verb" and known:
        return _opened(state, known.phrase)
    if event.name == "compare" and event.value == "":
        return replace(state, other="")
    if event.name == "compare" and known and known.phrase != state.verb:
        return replace(state, other=known.phrase)
    return state


def _opened(state: Compared, verb: str) -> Compared:
    """The state with another verb open; it is not compared with itself."""
    return Compared(verb, "" if state.other == verb else state.other)


def render(resolution: Resolution, state: Compared) -> h.Element:
    """The live explorer.

    Examples
    --------
    >>> page = render(load("A/RES/53/137"), Compared("Calls upon", "Invites"))
    >>> str(page).count("<h3>")
    2
    """
    shown = [_known(verb) for verb in (state.verb, state.other) if verb]
    most = max(use.per_100 for entry in shown for use in uses(entry))
    return h.div(".res-card")[
        _ladder(resolution, state),
        h.div(".res-row")[
            _choice("verb", _("Verb"), _rungs(), state.verb),
            _choice("compare", _("Compare with"), {"": _("no other verb"), **_rungs(without=state.verb)}, state.other),
        ],
        h.div(".res-row")[
            h.label(for_="verbs-typed")[_("Or type another operative verb")],
            h.input(
                type="text",
                name="typed",
                id="verbs-typed",
                value=state.verb,
                maxlength="80",
                spellcheck="false",
                autocomplete="off",
            ),
        ],
        h.div(".res-sides", role="status", id="verbs-told")[[_told(resolution, entry, most) for entry in shown]],
        h.p(".res-soft")[_(COUNTED)],
        h.p(".res-soft")[_(LAW)],
    ]


def _ladder(resolution: Resolution, state: Compared) -> h.Element:
    return h.fieldset[
        h.legend[_("The ladder of operative verbs")],
        h.p(".res-soft")[_(OWN), " ", _("The numbers of paragraphs say where the resolution uses a verb.")],
        h.ol(".res-ladder", reversed=True)[
            [
                h.li(value=str(step))[
                    h.span[_step(step)],
                    h.span(".res-row")[[_rung(resolution, verb, state) for verb in verbs]],
                ]
                for step, verbs in LADDER.items()
            ]
        ],
    ]


def _rung(resolution: Resolution, verb: str, state: Compared) -> h.Element:
    name = f"verbs-{verb.lower().replace(' ', '-')}"
    return toggle(name="verb", value=verb, id=name, pressed=verb == state.verb)[
        english(verb), _places(resolution, verb)
    ]


def _step(step: int) -> str:
    return f"{step} {_(STEPS[step])}"


def _places(resolution: Resolution, verb: str) -> str:
    """The paragraphs that use a verb, to stand after it: " (OP2, OP5)"."""
    places = commas(paragraph for paragraph, _act in _acts(resolution, verb))
    return f" ({places})" if places else ""


def _acts(resolution: Resolution, verb: str) -> Iterator[tuple[str, Act]]:
    """Where the resolution uses a verb: the paragraph's id and the act."""
    for top in resolution.operative:
        for paragraph in top.walk():
            for act in paragraph.acts:
                if act.verb.casefold() == verb.casefold():
                    yield paragraph.id, act


def _rungs(without: str = "") -> _Options:
    """The verbs of the ladder under their steps, as options to choose from."""
    return {_step(step): {verb: verb for verb in verbs if verb != without} for step, verbs in LADDER.items()}


def _choice(name: str, label: str, options: _Options, chosen: str) -> h.Element:
    on_ladder = {verb for verbs in LADDER.values() for verb in verbs}
    typed: _Options = {chosen: chosen} if chosen and chosen not in on_ladder else {}
    return h.span(".res-labelled")[
        picker(label, options | typed, chosen, name=name, id=f"verbs-{name}", english={*on_ladder, *typed})
    ]


def _told(resolution: Resolution, entry: Entry, most: float) -> h.Element:
    """What one verb is and does, and its three rates drawn on a scale that ends with ``most``."""
    places = list(_acts(resolution, entry.phrase))
    return h.div[
        h.h3[english(entry.phrase)],
        h.dl[
            h.dt[h.strong[_("Step")]],
            h.dd[_("{step} of 5, by the course’s own reading").format(step=entry.strength)],
            h.dt[h.strong[_("Kind")]],
            h.dd[_(KINDS[entry.kind or "evaluative"])],
            h.dt[h.strong[_("Whom it commits")]],
            h.dd[_(COMMITS[entry.function])],
            h.dt[h.strong[_("In resolution 53/137")]],
            h.dd[[_quoted(paragraph, act) for paragraph, act in places] or _("It does not use this verb.")],
        ],
        h.table(".res-table.res-bars")[
            h.caption[_("Per 100 resolutions")],
            h.tbody[
                [
                    h.tr[
                        h.th(scope="row")[_(use.organ.name)],
                        h.td[
                            h.span(
                                ".res-bar", style=f"width:{100 * use.per_100 / (most or 1):.1f}%", aria_hidden="true"
                            ),
                            h.strong[use.said],
                            h.span(".res-soft")[
                                " ",
                                _("({count} in {resolutions})").format(
                                    count=figure(use.count), resolutions=figure(use.organ.resolutions)
                                ),
                            ],
                        ],
                    ]
                    for use in uses(entry)
                ]
            ],
        ],
    ]


def _quoted(paragraph: str, act: Act) -> h.Element:
    return h.p(".res-serif", in_english())[
        h.span(".res-id")[paragraph],
        " ",
        h.span(".res-opening")[act.verb],
        act.addressee and [" ", h.span(".res-addressee")[act.addressee]],
        act.action and f" {act.action}",
    ]


# ---- without a kernel ----


def _lines(resolution: Resolution) -> list[str]:
    line = _("{step}  {verb}. Per 100 resolutions: {rates}")
    return [
        line.format(
            step=step,
            verb=verb + _places(resolution, verb),
            rates=commas(f"{_(use.organ.name)} {use.said}" for use in uses(_known(verb))),
        )
        for step, verbs in LADDER.items()
        for verb in verbs
    ]


def _still(resolution: Resolution) -> h.Fragment:
    return h.fragment[
        h.p[_(OWN)],
        h.table(".res-table")[
            h.caption[_("Per 100 resolutions of each organ."), " ", _(COUNTED)],
            h.thead[
                h.tr[
                    h.th(scope="col")[_("Step")],
                    h.th(scope="col")[_("Verb")],
                    h.th(scope="col")[_("Kind")],
                    [h.th(scope="col")[_(organ.name)] for organ in ORGANS],
                ]
            ],
            h.tbody[
                [
                    h.tr[
                        h.td[_step(step)],
                        h.th(scope="row")[english(verb), _places(resolution, verb)],
                        h.td[_(str(_known(verb).kind))],
                        [h.td[use.said] for use in uses(_known(verb))],
                    ]
                    for step, verbs in LADDER.items()
                    for verb in verbs
                ]
            ],
        ],
        h.p[_(LAW)],
    ]
