"""The lower half of the ratification clock: what if one State had joined on another day?"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import htpy as h

from helpers.resolution.dates import said
from helpers.treaty import Reckoning, State, Supposition, bound_from, find, participants, suppose
from helpers.view.controls import picker

_QUESTION = "What if this State had joined on that day?"


def supposing(name: str, joined: datetime.date | None) -> h.Fragment:
    """The controls, and what follows from the supposition."""
    return h.fragment[
        h.h3[_QUESTION],
        h.div(".res-row")[
            picker("State", _grouped(participants()), name, name="state", id="clock-state"),
            h.label(for_="clock-joined")["deposits on"],
            h.input(
                type="text",
                name="joined",
                id="clock-joined",
                value=said(joined) if joined else "never",
                size="18",
                autocomplete="off",
            ),
        ],
        h.div(".res-row")[
            h.button(type="button", data_send="never", id="clock-never")["It never joins"],
            h.button(type="button", data_send="real", id="clock-real")["As it really was"],
        ],
        h.div(role="status", id="clock-if")[told(name, joined)],
    ]


def _grouped(states: tuple[State, ...]) -> dict[str, dict[str, str]]:
    return {
        "Joined": {state.name: state.name for state in states if state.instrument},
        "Signed, has not joined": {state.name: state.name for state in states if not state.instrument},
    }


def told(name: str, joined: datetime.date | None) -> h.Fragment:
    """The count as it was beside the count as supposed, and what the difference is."""
    made = suppose(name, joined)
    head = ("Step", "As it was", "As supposed")
    return h.fragment[
        h.p(".res-verdict")[verdict(made)],
        h.div(".res-clock-if", tabindex="0", role="region", aria_label="As it was, and as supposed")[
            h.table(".res-table")[
                h.thead[h.tr[[h.th(scope="col")[label] for label in head]]],
                h.tbody[
                    [
                        h.tr[h.th(scope="row")[label], h.td[was], h.td[h.strong[would] if would != was else would]]
                        for label, was, would in _rows(made)
                    ]
                ],
            ]
        ],
        h.p(".res-soft")[
            "All other deposits stay as they were. Whether other States would have acted differently, no table can say."
        ],
    ]


def in_words(name: str, joined: datetime.date | None) -> tuple[str, ...]:
    """The same in plain text, a line each."""
    made = suppose(name, joined)
    return (
        _QUESTION,
        verdict(made),
        *(f"{label}: {was}; as supposed: {would}" for label, was, would in _rows(made)),
    )


def _rows(made: Supposition) -> Iterator[tuple[str, str, str]]:
    real = find(made.state.name)
    bound = bound_from(real.instrument, made.real.in_force) if real.instrument else None
    yield f"Instrument of {real.name}", _day(real.instrument, "none"), _day(made.day, "none")
    yield "The twentieth instrument", _twentieth(made.real), _twentieth(made.supposed)
    yield "Three months later", _ends(made.real), _ends(made.supposed)
    yield (
        "The first day of the month that follows: entry into force",
        _day(made.real.in_force, "open"),
        _day(made.supposed.in_force, "open"),
    )
    yield f"{real.name} is bound from", _day(bound, "not bound"), _day(made.bound, "not bound")


def _day(day: datetime.date | None, otherwise: str) -> str:
    return said(day) if day else otherwise


def _twentieth(made: Reckoning) -> str:
    if not made.count:
        return "missing"
    return f"{said(made.count.deposit)} ({', '.join(state.name for state in made.decisive)})"


def _ends(made: Reckoning) -> str:
    return said(made.count.period_ends) if made.count else "open"


def verdict(made: Supposition) -> str:
    """What the supposition changes for the Convention, in a sentence or two.

    Examples
    --------
    >>> verdict(suppose("Mexico", datetime.date(1991, 5, 22)))
    'Entry into force does not move. Mexico was among the first nineteen as it was.'
    >>> verdict(suppose("Chile", datetime.date(1998, 12, 9)))
    'Entry into force comes 395 days earlier: on 1 June 2002. The instrument of Ecuador is then the twentieth.'
    """
    name, day, real, supposed = made.state.name, made.day, made.real.count, made.supposed.count
    if supposed is None or real is None:
        return "Without it there are too few instruments: the Convention does not enter into force."
    if made.shift:
        way = "earlier" if made.shift < 0 else "later"
        decisive = ", ".join(state.name for state in made.supposed.decisive)
        return (
            f"Entry into force comes {abs(made.shift)} days {way}: on {said(supposed.in_force)}. "
            f"The instrument of {decisive} is then the twentieth."
        )
    was = find(name).instrument
    if day == was:
        reason = "This is what happened."
    elif was and was <= real.deposit and (day is None or day > real.deposit):
        reason = f"Two States joined on {said(real.deposit)}, so without {name} there are still twenty that day."
    elif was and was < real.deposit:
        reason = f"{name} was among the first nineteen as it was."
    elif day is None or day > real.deposit:
        reason = f"The twentieth instrument was there before that of {name}."
    else:
        reason = f"The twentieth instrument is still one of {said(supposed.deposit)}."
    return f"Entry into force does not move. {reason}"
