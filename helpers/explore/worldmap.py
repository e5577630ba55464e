"""Map of the Convention: which States had signed, deposited an instrument, or were parties on a day."""

from __future__ import annotations

import base64
import datetime
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

import htpy as h

from helpers.explore.days import beyond, day_controls, read_day
from helpers.explore.outlines import outlines
from helpers.explore.shading import by_code, drawing, fill, still_drawing
from helpers.language import N_, _, ngettext
from helpers.resources import columns
from helpers.treaty import (
    DATA_END,
    OPENED,
    Standing,
    State,
    Status,
    bound_from,
    months_after,
    participants,
    reckon,
    standing,
    status,
)
from helpers.view import Event, Page
from helpers.view.controls import picker, step_buttons
from helpers.written import alphabetical, said_day, semicolons

#: How each standing is called, and the sign that needs no colour.
_SIGNS = {
    Standing.PARTY: (N_("party"), N_("solid")),
    Standing.CONTRACTING: (N_("deposited, not yet bound"), N_("striped")),
    Standing.SIGNED: (N_("signed, no instrument"), N_("dotted")),
    Standing.NONE: (N_("no step"), N_("blank")),
}
#: What a State did, or what became of it, on a day.
_STEPS = {
    "succeeded": N_("succeeded to a signature {day}"),
    "signed": N_("signed {day}"),
    "ratified": N_("ratified {day}"),
    "acceded": N_("acceded {day}"),
    "bound": N_("bound from {day}"),
}
_JOINED = {"ratified": N_("{day} (ratified)"), "acceded": N_("{day} (acceded)")}

_NOTE = N_(
    "Outlines: Natural Earth, simplified. The boundaries are those of that source; the course takes no position on "
    "any of them. Only States can join; some areas on the map are none. Small States without an outline are drawn as "
    "dots if they are in the table, and are missing if not."
)


@dataclass(frozen=True, slots=True)
class Looked:
    """The day of the map, and the UN code of the country or area that is looked at ("" for none)."""

    day: datetime.date
    code: str = ""


def worldmap(start: str = "9 December 1998", state: str = "") -> Page[Looked]:
    """Show the map with its table.

    Parameters
    ----------
    start : str, optional
        The day it shows first.
    state : str, optional
        The three-digit UN code of the country or area that is looked at first.

    Examples
    --------
    >>> print(worldmap().plain.splitlines()[0])
    On 3 February 2026: 60 parties; 0 deposited, not yet bound; 11 signed, no instrument.
    """
    first = Looked(read_day(start), state if state in _names() else "")
    last = status(DATA_END)
    return Page(
        start=lambda: first,
        render=render,
        update=_updated,
        still=h.fragment[_picture(last), _table(last), h.p(".res-soft")[_(_NOTE)]],
        plain="\n".join([_summary(last), *(" | ".join(row[1:]) for row in _rows(last))]),
    )


def _updated(looked: Looked, event: Event) -> Looked:
    match event.name:
        case "day":
            return replace(looked, day=read_day(event.text))
        case "step" if event.step:
            within = min(max(looked.day, OPENED), DATA_END)
            return replace(looked, day=min(max(months_after(within, 12 * event.step), OPENED), DATA_END))
        case "pick" if event.value == "" or event.text in _names():
            return replace(looked, code=event.text)
    return looked


# ---- names and codes ----


@cache
def _names() -> dict[str, str]:
    """Every country and area that can be looked at, by its code: the table's States, then what is on the map.

    Names that the table does not give are those of the United Nations' table of migrant stock; an area that has none
    there has none here.
    """
    rows = columns("migration/migrant_stock.csv", "m49", "name", "kind")
    united = {f"{int(row['m49']):03d}": row["name"] for row in rows if row["kind"] == "country"}
    others = sorted((united[code], code) for code in outlines() if code in united and code not in by_code())
    return {code: state.name for code, state in by_code().items()} | {code: name for name, code in others}


# ---- the live map ----


def render(looked: Looked) -> h.Element:
    """The live explorer: controls, map, what is told of the chosen country, table."""
    found = status(looked.day)
    return h.div(".res-card")[
        day_controls("worldmap", looked.day),
        h.div(".res-row")[
            step_buttons("worldmap", _("A year earlier"), _("A year later")),
            picker(_("Look at"), _countries(), looked.code, name="pick", id="worldmap-pick"),
        ],
        h.div(role="status", id="worldmap-told")[
            h.h3[_("On {day}").format(day=said_day(looked.day))],
            (note := beyond(looked.day)) and h.p[note],
            _legend(found),
            looked.code and h.p[_told(looked.code, found)],
        ],
        h.div(".res-map-box", tabindex="0", role="region", aria_label=_("The map; the table below says the same"))[
            drawing(found, _("World map. {summary}").format(summary=_summary(found)), _names(), looked.code)
        ],
        h.div(".res-map-table", tabindex="0", role="region", aria_label=_("Every State in the table"))[
            _table(found, looked.code)
        ],
        h.p(".res-soft")[_(_NOTE)],
    ]


def _countries() -> dict[str, str | Mapping[str, str]]:
    names = alphabetical({code: _(name) for code, name in _names().items()})
    return {
        "": _("a country: choose it here or on the map"),
        _("In the table of signatures and deposits"): {c: name for c, name in names.items() if c in by_code()},
        _("Other countries and areas on the map"): {c: name for c, name in names.items() if c not in by_code()},
    }


def _legend(found: Status) -> h.Element:
    counts = _counts(found)
    return h.p(".res-legend")[
        [
            h.span[
                h.svg(viewBox="0 0 24 16", width="24", height="16", aria_hidden="true")[
                    h.rect(".res-land", x="1", y="1", width="22", height="14", fill=fill(which))
                ],
                f" {_(label)} ({_(sign)})",
                which is not Standing.NONE and h.strong[_(": {number}").format(number=counts[which])],
            ]
            for which, (label, sign) in _SIGNS.items()
        ]
    ]


def _counts(found: Status) -> dict[Standing, int]:
    return {
        Standing.PARTY: len(found.parties),
        Standing.CONTRACTING: len(found.waiting),
        Standing.SIGNED: len(found.signed_only),
    }


def _told(code: str, found: Status) -> str:
    """One country or area in a sentence or two."""
    state = by_code().get(code)
    if state is None:
        told = _("{place}: no signature and no instrument by {day}.")
        return told.format(place=_(_names()[code]), day=said_day(DATA_END))
    told = _("{state}, on this day: {standing}. All its steps: {steps}.")
    return told.format(
        state=_(state.name),
        standing=_(_SIGNS[standing(state, found)][0]),
        steps=semicolons(_(_STEPS[step]).format(day=day) for step, day in _steps(state)),
    )


def _steps(state: State) -> Iterator[tuple[str, str]]:
    """What a State did, as a key of the table of steps, and when."""
    if state.signature:
        yield ("succeeded" if "succession" in state.signature_kind else "signed"), said_day(state.signature)
    if state.instrument:
        yield {"ratification": "ratified"}.get(state.instrument_kind, "acceded"), said_day(state.instrument)
        bound = bound_from(state.instrument, reckon().in_force)
        if bound:
            yield "bound", said_day(bound)


# ---- without a kernel ----


def _picture(found: Status) -> h.Element:
    address = "data:image/svg+xml;base64," + base64.b64encode(still_drawing(found).encode()).decode()
    signs = semicolons(
        _("{standing}: {sign}").format(standing=_(label), sign=_(sign)) for label, sign in _SIGNS.values()
    )
    alt = _("World map. {summary} The table below names them.").format(summary=_summary(found))
    return h.figure(".res-figure")[h.img(src=address, alt=alt), h.figcaption[f"{signs}."]]


# ---- in words ----


def _summary(found: Status) -> str:
    parties, waiting, signed = _counts(found).values()
    parts = (
        ngettext("{number} party", "{number} parties", parties).format(number=parties),
        ngettext("{number} deposited, not yet bound", "{number} deposited, not yet bound", waiting).format(
            number=waiting
        ),
        ngettext("{number} signed, no instrument", "{number} signed, no instrument", signed).format(number=signed),
    )
    return _("On {day}: {parts}.").format(day=said_day(found.day), parts=semicolons(parts))


def _rows(found: Status) -> Iterator[tuple[str, str, str, str, str, str]]:
    """Each State's code and name with its standing on the day and its steps, by name."""
    for code, name in alphabetical({code: _(state.name) for code, state in by_code().items()}).items():
        state = by_code()[code]
        steps = dict(_steps(state))
        joined = next((_(told).format(day=steps[how]) for how, told in _JOINED.items() if how in steps), "–")
        signed = said_day(state.signature) if state.signature else "–"
        yield code, name, _(_SIGNS[standing(state, found)][0]), signed, joined, steps.get("bound", "–")


def _table(found: Status, chosen: str = "") -> h.Element:
    head = (
        _("State"),
        _("On {day}").format(day=said_day(found.day)),
        _("Signed"),
        _("Instrument deposited"),
        _("Bound from"),
    )
    caption = _(
        "The {number} States that had taken a step by {day}. Source: United Nations Treaty Collection, chapter IV-13; "
        "the last column is computed by article 87."
    )
    return h.table(".res-table")[
        h.caption[caption.format(number=len(participants()), day=said_day(DATA_END))],
        h.thead[h.tr[[h.th(scope="col")[label] for label in head]]],
        h.tbody[
            [
                h.tr(class_={"res-picked": code == chosen}, data_into_view=code == chosen)[
                    h.th(scope="row")[name], [h.td[cell] for cell in cells]
                ]
                for code, name, *cells in _rows(found)
            ]
        ],
    ]
