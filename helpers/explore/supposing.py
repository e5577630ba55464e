"""The lower half of the ratification clock: what if one State had joined on another day?"""

from __future__ import annotations

import datetime
from collections.abc import Iterator

import htpy as h

from helpers.language import N_, _, ngettext
from helpers.treaty import Reckoning, State, Supposition, bound_from, find, participants, suppose
from helpers.view.controls import picker
from helpers.written import alphabetical, commas, said_day

_QUESTION = N_("What if this State had joined on that day?")


def supposing(name: str, joined: datetime.date | None) -> h.Fragment:
    """The controls, and what follows from the supposition."""
    return h.fragment[
        h.h3[_(_QUESTION)],
        h.div(".res-row")[
            picker(_("State"), _grouped(participants()), name, name="state", id="clock-state"),
            h.label(for_="clock-joined")[_("deposits on")],
            h.input(
                type="text",
                name="joined",
                id="clock-joined",
                value=said_day(joined) if joined else _("never"),
                size="18",
                autocomplete="off",
            ),
        ],
        h.div(".res-row")[
            h.button(type="button", data_send="never", id="clock-never")[_("It never joins")],
            h.button(type="button", data_send="real", id="clock-real")[_("As it really was")],
        ],
        h.div(role="status", id="clock-if")[told(name, joined)],
    ]


def _grouped(states: tuple[State, ...]) -> dict[str, dict[str, str]]:
    return {
        _("Joined"): alphabetical({state.name: _(state.name) for state in states if state.instrument}),
        _("Signed, has not joined"): alphabetical({s.name: _(s.name) for s in states if not s.instrument}),
    }


def told(name: str, joined: datetime.date | None) -> h.Fragment:
    """The count as it was beside the count as supposed, and what the difference is."""
    made = suppose(name, joined)
    head = (_("Step"), _("As it was"), _("As supposed"))
    return h.fragment[
        h.p(".res-verdict")[verdict(made)],
        h.div(".res-clock-if", tabindex="0", role="region", aria_label=_("As it was, and as supposed"))[
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
            _(
                "All other deposits stay as they were. Whether other States would have acted differently, "
                "no table can say."
            )
        ],
    ]


def in_words(name: str, joined: datetime.date | None) -> tuple[str, ...]:
    """The same in plain text, a line each."""
    made = suppose(name, joined)
    row = _("{step}: {was}; as supposed: {would}")
    rows = (row.format(step=step, was=was, would=would) for step, was, would in _rows(made))
    return (_(_QUESTION), verdict(made), *rows)


def _rows(made: Supposition) -> Iterator[tuple[str, str, str]]:
    real = find(made.state.name)
    bound = bound_from(real.instrument, made.real.in_force) if real.instrument else None
    name, none, unsettled, free = _(real.name), _("none"), _("open"), _("not bound")
    yield _("Instrument of {state}").format(state=name), _day(real.instrument, none), _day(made.day, none)
    yield _("The twentieth instrument"), _twentieth(made.real), _twentieth(made.supposed)
    yield _("Three months later"), _ends(made.real), _ends(made.supposed)
    yield (
        _("The first day of the month that follows: entry into force"),
        _day(made.real.in_force, unsettled),
        _day(made.supposed.in_force, unsettled),
    )
    yield _("{state} is bound from").format(state=name), _day(bound, free), _day(made.bound, free)


def _day(day: datetime.date | None, otherwise: str) -> str:
    return said_day(day) if day else otherwise


def _twentieth(made: Reckoning) -> str:
    if not made.count:
        return _("missing")
    states = commas(_(state.name) for state in made.decisive)
    return _("{day} ({states})").format(day=said_day(made.count.deposit), states=states)


def _ends(made: Reckoning) -> str:
    return said_day(made.count.period_ends) if made.count else _("open")


def verdict(made: Supposition) -> str:
    """What the supposition changes for the Convention, in a sentence or two.

    Examples
    --------
    >>> verdict(suppose("Mexico", datetime.date(1991, 5, 22)))
    'Entry into force does not move. Mexico was among the first nineteen as it was.'
    >>> verdict(suppose("Chile", datetime.date(1998, 12, 9)))
    'Entry into force comes 395 days earlier: on 1 June 2002. The instrument of Ecuador is then the twentieth.'
    """
    day, real, supposed = made.day, made.real.count, made.supposed.count
    if supposed is None or real is None:
        return _("Without it there are too few instruments: the Convention does not enter into force.")
    if made.shift:
        return _moved(made, made.shift, supposed.in_force)
    was = find(made.state.name).instrument
    if day == was:
        told = _("Entry into force does not move. This is what happened.")
    elif was and was <= real.deposit and (day is None or day > real.deposit):
        told = _(
            "Entry into force does not move. Two States joined on {day}, so without {state} there are still twenty "
            "that day."
        )
    elif was and was < real.deposit:
        told = _("Entry into force does not move. {state} was among the first nineteen as it was.")
    elif day is None or day > real.deposit:
        told = _("Entry into force does not move. The twentieth instrument was there before that of {state}.")
    else:
        told = _("Entry into force does not move. The twentieth instrument is still one of {other}.")
    return told.format(state=_(made.state.name), day=said_day(real.deposit), other=said_day(supposed.deposit))


def _moved(made: Supposition, shift: int, in_force: datetime.date) -> str:
    days = abs(shift)
    if shift < 0:
        told = ngettext(
            "Entry into force comes {days} day earlier: on {day}. The instrument of {states} is then the twentieth.",
            "Entry into force comes {days} days earlier: on {day}. The instrument of {states} is then the twentieth.",
            days,
        )
    else:
        told = ngettext(
            "Entry into force comes {days} day later: on {day}. The instrument of {states} is then the twentieth.",
            "Entry into force comes {days} days later: on {day}. The instrument of {states} is then the twentieth.",
            days,
        )
    states = commas(_(state.name) for state in made.supposed.decisive)
    return told.format(days=days, day=said_day(in_force), states=states)
