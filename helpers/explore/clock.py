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
from helpers.resolution.dates import said
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
        raise CourseError(f"No State could join before {said(OPENED)}; choose that day or a later one.")
    if day > _LATEST:
        raise CourseError(f"{said(day)} is too far away; choose a day up to {said(_LATEST)}.")
    return day


@cache
def _events() -> dict[datetime.date, dict[str, tuple[State, ...]]]:
    """On each day on which something happened: what States did, or what became of them."""
    treaty, found = reckon().in_force, dict[datetime.date, dict[str, tuple[State, ...]]]()
    for state in participants():
        bound = bound_from(state.instrument, treaty) if state.instrument else None
        joins = {"ratification": "ratified", "accession": "acceded"}.get(state.instrument_kind, "")
        signs = "succeeded to a signature" if state.signature_kind.startswith("succession") else "signed"
        for day, what in ((state.signature, signs), (state.instrument, joins), (bound, "became bound")):
            if day:
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
            h.label(for_="clock-month")["Slide through the months"],
            h.input(
                type="range",
                name="month",
                id="clock-month",
                min="0",
                max=str(_MONTHS),
                value=str(place),
                aria_valuetext=said(day),
                data_live="80",
            ),
        ],
        h.div(".res-row")[
            step_buttons("clock", "Earlier event", "Later event"),
            h.span(".res-soft")["from one signature, deposit or new party to the next"],
        ],
        h.div(role="status", id="clock-status")[_told(status(day))],
        _article(day),
        _names(status(day)),
    ]


def _told(found: Status) -> h.Fragment:
    happened = [
        f"{what}: {_listed(states)}" for what, states in sorted(_events().get(found.day, {}).items(), reverse=True)
    ]
    rows = (
        ("Signatories", len(found.signatories)),
        ("Deposits, that is contracting States", len(found.contracting)),
        ("Parties, in the legal sense", len(found.parties)),
        ("Still needed for twenty", found.missing),
    )
    return h.fragment[
        h.h3[f"On {said(found.day)}"],
        (note := beyond(found.day)) and h.p[note],
        _slots(len(found.contracting)),
        h.table(".res-table.res-clock-counts")[
            h.tbody[[h.tr[h.th(scope="row")[label], h.td[str(number)]] for label, number in rows]]
        ],
        h.p[h.strong["On this day: "], "; ".join(happened) or "nothing new", "."],
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
    first = (f"Instruments deposited by {said(day)}:", f"{len(made.deposits)}.")
    if made.count is None:
        gap = needed - len(made.deposits)
        return [first, ("The twentieth instrument:", f"not yet; {gap} {'is' if gap == 1 else 'are'} missing."), _OPEN]
    told = [
        first,
        ("The twentieth instrument:", f"{said(made.count.deposit)} ({_listed(made.decisive)})."),
        ("Three months later:", f"{said(made.count.period_ends)}."),
        (
            "The first day of the month that follows:",
            f"{said(made.count.in_force)}. On that day the Convention enters into force.",
        ),
    ]
    last = made.deposits[-1]
    if last.instrument and last.instrument > made.count.deposit:
        own = count(last.instrument)
        told.append(
            (
                f"A State that joins later counts from its own instrument. The latest is {last.name}:",
                f"deposit {said(own.deposit)}, three months {said(own.period_ends)}, bound from {said(own.in_force)}.",
            )
        )
    return told


_OPEN = ("Three months later, and the first day of the month that follows:", "both open.")


def _article(day: datetime.date) -> h.Fragment:
    return h.fragment[
        h.h3["Article 87, step by step"],
        h.ol(id="clock-steps")[[h.li[step, " ", h.strong[result]] for step, result in steps(day)]],
    ]


def _names(found: Status) -> h.Fragment:
    """Who they are: last, because the lists grow."""
    treaty = found.in_force
    waiting = [f"{s.name} (from {said(d)})" for s in found.waiting if s.instrument and (d := _bound(s, treaty))]
    lists = (
        ("Deposited, in this order", _listed(found.contracting)),
        ("Deposited, not yet bound", ", ".join(waiting)),
        ("Signed, no instrument yet", _listed(found.signed_only)),
    )
    return h.fragment[[h.p(".res-soft")[h.strong[f"{label}: "], names, "."] for label, names in lists if names]]


def _bound(state: State, treaty: datetime.date | None) -> datetime.date | None:
    return bound_from(state.instrument, treaty) if state.instrument else None


def _listed(states: tuple[State, ...]) -> str:
    return ", ".join(state.name for state in states)


# ---- without a kernel ----


def _counted(day: datetime.date) -> str:
    found = status(day)
    return (
        f"{said(day)} ({KNOWN[day]}): {len(found.signatories)} signatories, {len(found.contracting)} deposits, "
        f"{len(found.parties)} parties"
    )


def _known_days() -> h.Element:
    return h.table(".res-table")[
        h.caption["The Convention on eight days"],
        h.thead[h.tr[[h.th(scope="col")[name] for name in ("Day", "Signatories", "Deposits", "Parties")]]],
        h.tbody[
            [
                h.tr[
                    h.th(scope="row")[f"{said(day)}: {why}"],
                    [h.td[str(len(group))] for group in (found.signatories, found.contracting, found.parties)],
                ]
                for day, why in KNOWN.items()
                for found in (status(day),)
            ]
        ],
    ]
