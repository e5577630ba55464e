"""Ratification clock: who had joined the Convention by a day, and what article 87 makes of it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

import htpy as h

from helpers.errors import CourseError
from helpers.explore.days import KNOWN, beyond, day_controls, read_day
from helpers.explore.supposing import in_words, supposing, told
from helpers.language import N_, _, ngettext
from helpers.treaty import (
    ARTICLE_87,
    DATA_END,
    OPENED,
    State,
    Status,
    bound_from,
    count,
    find,
    months_after,
    participants,
    reckon,
    status,
)
from helpers.view import Event, Page
from helpers.view.controls import step_buttons
from helpers.written import commas, said_day, semicolons

#: The slider goes by months. Its first place is the day of opening, its last the end of the data, else a first.
_MONTHS = (DATA_END.year - OPENED.year) * 12 + DATA_END.month - OPENED.month

#: The last day that may be supposed for a deposit: far enough for any plan, well within the calendar.
_LATEST = datetime.date(2100, 12, 31)


@dataclass(frozen=True, slots=True)
class Wound:
    """The day the clock shows, and the supposition below it: a State and the day of its deposit, or never."""

    day: datetime.date
    state: str
    joined: datetime.date | None


def clock(
    start: str = "9 December 1998",
    part: Literal["all", "day", "if"] = "all",
    state: str = "Chile",
    joined: str = "9 December 1998",
) -> Page[Wound]:
    """Show the ratification clock.

    Parameters
    ----------
    start : str, optional
        The day it shows first.
    part : {"all", "day", "if"}, optional
        The whole clock, only the status on a day with article 87, or only the suppositions.
    state, joined : str, optional
        The first supposition: this State, and the day of its deposit.

    Examples
    --------
    >>> print(clock(part="day").plain.splitlines()[2])
    9 December 1998 (resolution 53/137): 5 signatories, 9 deposits, 0 parties
    """
    first = Wound(read_day(start), find(state).name, _supposable(read_day(joined)))
    by_day, by_state = part in ("all", "day"), part in ("all", "if")
    plain = [_counted(day) for day in KNOWN] + [f"{n}. {' '.join(step)}" for n, step in enumerate(steps(DATA_END), 1)]
    return Page(
        start=lambda: first,
        render=lambda wound: h.div(".res-card")[
            by_day and _on_a_day(wound.day), by_state and supposing(wound.state, wound.joined)
        ],
        update=_updated,
        still=h.fragment[by_day and (_known_days(), _article(DATA_END)), by_state and told(first.state, first.joined)],
        plain="\n".join(plain * by_day + list(in_words(first.state, first.joined)) * by_state),
    )


# ---- what the reader does ----


def _updated(wound: Wound, event: Event) -> Wound:
    match event.name:
        case "month":
            return replace(wound, day=_day_of_month(event.text) or wound.day)
        case "day":
            return replace(wound, day=read_day(event.text))
        case "step":
            return replace(wound, day=_next(wound.day, event.step))
        case "state":
            return replace(wound, state=find(event.text).name)
        case "joined":
            return replace(wound, joined=_supposable(read_day(event.text)))
        case "never":
            return replace(wound, joined=None)
        case "real":
            return replace(wound, joined=find(wound.state).instrument)
    return wound


def _day_of_month(text: str) -> datetime.date | None:
    """The day at a place of the slider; ``None`` if it has no such place."""
    place = int(text) if text.isdecimal() and len(text) < 5 else -1
    if place in (0, _MONTHS):
        return DATA_END if place else OPENED
    return months_after(OPENED.replace(day=1), place) if 0 < place < _MONTHS else None


def _month_of_day(day: datetime.date) -> int:
    place = (day.year - OPENED.year) * 12 + day.month - OPENED.month
    return min(max(place, 0), _MONTHS)


def _supposable(day: datetime.date) -> datetime.date:
    if day < OPENED:
        message = _("No State could join before {day}; choose that day or a later one.")
        raise CourseError(message.format(day=said_day(OPENED)))
    if day > _LATEST:
        message = _("{day} is too far away; choose a day up to {last}.")
        raise CourseError(message.format(day=said_day(day), last=said_day(_LATEST)))
    return day


#: What States did or became on a day.
_HAPPENED = {
    "succeeded": N_("succeeded to a signature: {states}"),
    "signed": N_("signed: {states}"),
    "ratified": N_("ratified: {states}"),
    "bound": N_("became bound: {states}"),
    "acceded": N_("acceded: {states}"),
}
_JOINS = {"ratification": "ratified", "accession": "acceded"}


@cache
def _events() -> dict[datetime.date, dict[str, tuple[State, ...]]]:
    """On each day on which something happened: what States did, or what became of them, and which States."""
    treaty, found = reckon().in_force, dict[datetime.date, dict[str, tuple[State, ...]]]()
    for state in participants():
        bound = bound_from(state.instrument, treaty) if state.instrument else None
        joins = _JOINS.get(state.instrument_kind, "")
        signs = "succeeded" if state.signature_kind.startswith("succession") else "signed"
        for day, what in ((state.signature, signs), (state.instrument, joins), (bound, "bound")):
            if day and what:
                kinds = found.setdefault(day, {})
                kinds[what] = (*kinds.get(what, ()), state)
    return found


def _next(day: datetime.date, step: int) -> datetime.date:
    """The nearest day before or after on which something happened; the day itself at either end."""
    days = sorted({*_events(), *KNOWN})
    beside = [other for other in days if (other < day if step < 0 else other > day)]
    return day if not beside or not step else beside[-1 if step < 0 else 0]


# ---- what it shows ----


def _on_a_day(day: datetime.date) -> h.Fragment:
    place = _month_of_day(day)
    return h.fragment[
        day_controls("clock", day),
        h.div(".res-row")[
            h.label(for_="clock-month")[_("Slide through the months")],
            h.input(
                type="range",
                name="month",
                id="clock-month",
                min="0",
                max=str(_MONTHS),
                value=str(place),
                aria_valuetext=said_day(day),
                data_live="80",
            ),
        ],
        h.div(".res-row")[
            step_buttons("clock", _("Earlier event"), _("Later event")),
            h.span(".res-soft")[_("from one signature, deposit or new party to the next")],
        ],
        h.div(role="status", id="clock-status")[_told(status(day))],
        _article(day),
        _names(status(day)),
    ]


def _told(found: Status) -> h.Fragment:
    events = _events().get(found.day, {})
    happened = semicolons(
        _(message).format(states=_listed(events[what])) for what, message in _HAPPENED.items() if what in events
    )
    rows = (
        (_("Signatories"), len(found.signatories)),
        (_("Deposits, that is contracting States"), len(found.contracting)),
        (_("Parties, in the legal sense"), len(found.parties)),
        (_("Still needed for twenty"), found.missing),
    )
    return h.fragment[
        h.h3[_("On {day}").format(day=said_day(found.day))],
        (note := beyond(found.day)) and h.p[note],
        _slots(len(found.contracting)),
        h.table(".res-table.res-clock-counts")[
            h.tbody[[h.tr[h.th(scope="row")[label], h.td[str(number)]] for label, number in rows]]
        ],
        h.p[h.strong[_("On this day:"), " "], happened or _("nothing new"), "."],
    ]


def _slots(deposits: int) -> h.Element:
    """Twenty places, filled one by one: the distance to entry into force at a glance."""
    more = deposits - ARTICLE_87.instruments
    return h.p(".res-slots", aria_hidden="true")[
        [h.i(class_={"res-full": place < deposits}) for place in range(ARTICLE_87.instruments)],
        more > 0 and f" + {more}",
    ]


def steps(day: datetime.date) -> list[tuple[str, str]]:
    """Article 87 on a day: each step and what it gives.

    Examples
    --------
    >>> steps(datetime.date(2003, 7, 1))[3]
    ('The first day of the month that follows:', '1 July 2003. On that day the Convention enters into force.')
    """
    made, needed = reckon(day=day), ARTICLE_87.instruments
    first = (_("Instruments deposited by {day}:").format(day=said_day(day)), f"{len(made.deposits)}.")
    if made.count is None:
        gap = needed - len(made.deposits)
        missing = ngettext("not yet; {n} is missing.", "not yet; {n} are missing.", gap)
        return [
            first,
            (_("The twentieth instrument:"), missing.format(n=gap)),
            (_("Three months later, and the first day of the month that follows:"), _("both open.")),
        ]
    reached, day_in_force = _("{day} ({states})."), _("{day}. On that day the Convention enters into force.")
    told = [
        first,
        (
            _("The twentieth instrument:"),
            reached.format(day=said_day(made.count.deposit), states=_listed(made.decisive)),
        ),
        (_("Three months later:"), f"{said_day(made.count.period_ends)}."),
        (_("The first day of the month that follows:"), day_in_force.format(day=said_day(made.count.in_force))),
    ]
    last = made.deposits[-1]
    if last.instrument and last.instrument > made.count.deposit:
        own = count(last.instrument)
        later = _("A State that joins later counts from its own instrument. The latest is {state}:")
        counted = _("deposit {deposit}, three months {months}, bound from {bound}.")
        days = {"deposit": own.deposit, "months": own.period_ends, "bound": own.in_force}
        told.append(
            (
                later.format(state=_(last.name)),
                counted.format(**{name: said_day(one) for name, one in days.items()}),
            )
        )
    return told


def _article(day: datetime.date) -> h.Fragment:
    return h.fragment[
        h.h3[_("Article 87, step by step")],
        h.ol(id="clock-steps")[[h.li[step, " ", h.strong[result]] for step, result in steps(day)]],
    ]


def _names(found: Status) -> h.Fragment:
    """Who they are: last, because the lists grow."""
    treaty = found.in_force
    waiting = [
        _("{state} (from {day})").format(state=_(state.name), day=said_day(bound))
        for state in found.waiting
        if (bound := _bound(state, treaty))
    ]
    lists = (
        (_("Deposited, in this order:"), _listed(found.contracting)),
        (_("Deposited, not yet bound:"), commas(waiting)),
        (_("Signed, no instrument yet:"), _listed(found.signed_only)),
    )
    return h.fragment[[h.p(".res-soft")[h.strong[label, " "], names, "."] for label, names in lists if names]]


def _bound(state: State, treaty: datetime.date | None) -> datetime.date | None:
    return bound_from(state.instrument, treaty) if state.instrument else None


def _listed(states: tuple[State, ...]) -> str:
    return commas(_(state.name) for state in states)


# ---- without a kernel ----


def _counted(day: datetime.date) -> str:
    found = status(day)
    signed, deposits, bound = len(found.signatories), len(found.contracting), len(found.parties)
    return _("{day} ({what}): {signatories}, {deposits}, {parties}").format(
        day=said_day(day),
        what=_(KNOWN[day]),
        signatories=ngettext("{n} signatory", "{n} signatories", signed).format(n=signed),
        deposits=ngettext("{n} deposit", "{n} deposits", deposits).format(n=deposits),
        parties=ngettext("{n} party", "{n} parties", bound).format(n=bound),
    )


def _known_days() -> h.Element:
    return h.table(".res-table")[
        h.caption[_("The Convention on eight days")],
        h.thead[h.tr[[h.th(scope="col")[name] for name in (_("Day"), _("Signatories"), _("Deposits"), _("Parties"))]]],
        h.tbody[
            [
                h.tr[
                    h.th(scope="row")[_("{day}: {what}").format(day=said_day(day), what=_(why))],
                    [h.td[str(len(group))] for group in (found.signatories, found.contracting, found.parties)],
                ]
                for day, why in KNOWN.items()
                for found in (status(day),)
            ]
        ],
    ]
