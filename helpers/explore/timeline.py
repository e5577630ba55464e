"""Instruments timeline: when each declaration and treaty was adopted, opened for signature, in force."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Literal

import htpy as h

from helpers.resolution import Footnote, Resolution, load
from helpers.resolution.dates import said
from helpers.treaty.instruments import Bound, Instrument, instruments
from helpers.view import Event, Page
from helpers.view.controls import picker, toggle

#: What can be shown: the value of the control, and its label.
_SHOWN = {"all": "declarations and treaties", "declaration": "declarations only", "treaty": "treaties only"}
_FORMS = {"line": "a line of time", "table": "a table"}
#: The three days of an instrument, each with a sign of its own shape at a height of its own.
_MARKS = (("●", "adopted"), ("◇", "opened for signature"), ("▲", "in force"))
_FIRST, _LAST = 1945, 2007
_DECADES = (1950, 1960, 1970, 1980, 1990, 2000)
_WHAT = {
    "declaration": "A declaration. It was adopted. States do not sign or ratify it, and none is a party to it.",
    "treaty": "A treaty. It was adopted and then opened for signature. It binds the States that agree to be bound.",
}

Form = Literal["line", "table"]


@dataclass(frozen=True, slots=True)
class Placed:
    """Which instrument is open, which kinds are shown, and in which form."""

    chosen: str = "UDHR"
    kind: str = "all"
    form: str = "line"


def timeline() -> Page[Placed]:
    """Show the instruments that the preamble names on one line of time.

    Examples
    --------
    >>> print(timeline().plain.splitlines()[1])
    Universal Declaration of Human Rights (declaration): adopted 10 December 1948; note 1
    """
    resolution = load("A/RES/53/137")
    named = tuple(found for found in instruments() if cited_in(resolution, found))
    return Page(
        start=Placed,
        render=lambda state: render(resolution, named, state),
        update=lambda state, event: _updated(named, state, event),
        still=_table(resolution, named, None),
        plain="\n".join(["The instruments that the preamble names:", *(_line(resolution, found) for found in named)]),
    )


def _shown(named: tuple[Instrument, ...], kind: str) -> list[Instrument]:
    return [found for found in named if kind in ("all", found.kind)]


def _updated(named: tuple[Instrument, ...], state: Placed, event: Event) -> Placed:
    if event.name == "kind" and event.text in _SHOWN:
        keys = [found.key for found in _shown(named, event.text)]
        return replace(state, kind=event.text, chosen=state.chosen if state.chosen in keys else keys[0])
    if event.name == "form" and event.text in _FORMS:
        return replace(state, form=event.text)
    if event.name in ("instrument", "pick") and event.text in {found.key for found in _shown(named, state.kind)}:
        return replace(state, chosen=event.text)
    return state


# ---- what the resolution says of an instrument ----


def cited_in(resolution: Resolution, instrument: Instrument) -> tuple[str, ...]:
    """The ids of the paragraphs that name an instrument, by its own title or by that of its group.

    Examples
    --------
    >>> {i.key: cited_in(load("A/RES/53/137"), i) for i in instruments()}["ICCPR"]
    ('PP1',)
    """
    return tuple(p.id for p in resolution.paragraphs if any(c.title in instrument.names for c in p.citations))


def note_of(resolution: Resolution, instrument: Instrument) -> Footnote | None:
    """The note that gives the document in which an instrument was adopted.

    Examples
    --------
    >>> {i.key: note_of(load("A/RES/53/137"), i) for i in instruments()}["ICRMW"] is None
    True
    """
    wanted = instrument.adopted_in.casefold()
    for note in resolution.footnotes:
        if note.text.removesuffix(".").removesuffix(", annex").casefold() == wanted:
            return note
    return None


def _days(instrument: Instrument) -> list[tuple[str, str, datetime.date]]:
    """Sign, meaning and day of each mark that an instrument has."""
    days = (instrument.adopted, instrument.opened, instrument.in_force)
    return [(sign, what, day) for (sign, what), day in zip(_MARKS, days, strict=True) if day]


def _told(instrument: Instrument) -> str:
    return "; ".join(f"{what} {said(day)}" for _, what, day in _days(instrument))


def _line(resolution: Resolution, instrument: Instrument) -> str:
    note = note_of(resolution, instrument)
    where = f"note {_number(note)}" if note else "no note"
    return f"{instrument.title} ({instrument.kind}): {_told(instrument)}; {where}"


def _number(note: Footnote) -> str:
    return f"{note.number} (its marker is missing in our copy)" if note.orphan else str(note.number)


# ---- the page ----


def render(resolution: Resolution, named: tuple[Instrument, ...], state: Placed) -> h.Element:
    """The live explorer: controls, the line of time or the table, and the chosen instrument."""
    shown = _shown(named, state.kind)
    chosen = next(found for found in shown if found.key == state.chosen)
    controls, card = _controls(shown, state), _card(resolution, chosen)
    if state.form == "table":  # it needs the whole width, so the card stands below it
        return h.div[controls, _table(resolution, shown, state), card]
    return h.div[controls, h.div(".res-anatomy")[_drawing(shown, state), card]]


def _controls(shown: list[Instrument], state: Placed) -> h.Element:
    titles = {found.key: found.title for found in shown}
    return h.div(".res-timeline-controls")[
        _select("kind", "Show", _SHOWN, state.kind),
        _select("form", "As", _FORMS, state.form),
        _select("instrument", "Instrument", titles, state.chosen),
    ]


def _select(name: str, label: str, options: dict[str, str], chosen: str) -> h.Element:
    return h.div[picker(label, options, chosen, name=name, id=f"timeline-{name}")]


def _pick(instrument: Instrument, *, pressed: bool) -> h.Element:
    return toggle(name="pick", value=instrument.key, id=f"timeline-{instrument.key}", pressed=pressed)


def _drawing(shown: list[Instrument], state: Placed) -> h.Element:
    adopted = load("A/RES/53/137").adoption.date
    return h.div(".res-timeline")[
        h.p(".res-legend")[[h.span[h.span(".res-timeline-sign")[sign], f" {what}"] for sign, what in _MARKS]],
        [_lane(instrument, adopted, instrument.key == state.chosen) for instrument in shown],
        h.div(".res-timeline-axis", aria_hidden="true")[
            [h.span(style=_left(datetime.date(year, 1, 1)))[str(year)] for year in _DECADES]
        ],
        h.p(".res-soft")[f"Dashed line: 53/137 is adopted, {said(adopted)}."] if adopted else None,
    ]


def _lane(instrument: Instrument, adopted: datetime.date | None, chosen: bool) -> h.Element:
    days = _days(instrument)
    return h.div(class_=["res-timeline-lane", {"res-picked": chosen}])[
        _pick(instrument, pressed=chosen)[instrument.title, h.span(".res-soft")[_years(instrument)]],
        h.div(
            class_=["res-timeline-track", {"res-timeline-short": len(days) == 1}],
            role="img",
            aria_label=f"{instrument.title}: {_told(instrument)}",
        )[
            h.span(".res-timeline-now", style=_left(adopted)) if adopted else None,
            len(days) > 1
            and h.span(".res-timeline-wait", style=f"{_left(days[0][2])};right:{100 - _place(days[-1][2]):.1f}%"),
            [
                h.span(class_=f"res-timeline-mark res-timeline-{place}", style=_left(day))[sign]
                for place, (sign, _, day) in enumerate(days)
            ],
        ],
    ]


def _years(instrument: Instrument) -> str:
    """The years that stand beside a title: of adoption, and of entry into force."""
    return f" {instrument.adopted.year}" + (f", in force {instrument.in_force.year}" if instrument.in_force else "")


def _place(day: datetime.date) -> float:
    """Where a day stands on the line of time, in per cent of its length."""
    first, last = datetime.date(_FIRST, 1, 1), datetime.date(_LAST, 1, 1)
    return 100 * (day - first).days / (last - first).days


def _left(day: datetime.date) -> str:
    return f"left:{_place(day):.1f}%"


def _card(resolution: Resolution, instrument: Instrument) -> h.Element:
    rows: list[tuple[str, h.Node]] = [
        ("What it is", _WHAT[instrument.kind]),
        ("Adopted", f"{said(instrument.adopted)}, by the {instrument.adopted_by}, in {instrument.adopted_in}"),
    ]
    if instrument.opened:
        rows.append(("Opened for signature", said(instrument.opened)))
    if instrument.in_force:
        rows.append(("In force from", said(instrument.in_force)))
    rows.append(("Named in", _named(resolution, instrument)))
    rows.append(("Note", _note(resolution, instrument)))
    if instrument.bound:
        rows.append(
            ("States that had agreed to be bound", h.ul[[h.li[text] for text in _bound(resolution, instrument)]])
        )
    rows.append(("On migrant workers", _bearing(instrument)))
    return h.div(".res-card", role="status", id="timeline-told")[
        h.h3[instrument.title],
        h.dl[[(h.dt[h.strong[label]], h.dd[value]) for label, value in rows]],
    ]


def _named(resolution: Resolution, instrument: Instrument) -> str:
    where = ", ".join(cited_in(resolution, instrument))
    group = instrument.names[-1]
    return where if group == instrument.title else f"{where}, under the name “{group}” for both Covenants"


def _note(resolution: Resolution, instrument: Instrument) -> str:
    note = note_of(resolution, instrument)
    if note is None:
        return "None: the paragraph itself gives the resolution."
    text = f"Note {note.number}: “{note.text}”"
    return f"{text} Its marker is missing in our copy; lesson 11 comes back to it." if note.orphan else text


def _bound(resolution: Resolution, instrument: Instrument) -> list[str]:
    then = resolution.adoption.date and instrument.bound_on(resolution.adoption.date)
    return [_count(instrument, count) for count in (then, instrument.latest) if count]


def _count(instrument: Instrument, count: Bound) -> str:
    """One count in words: contracting States while the treaty is not in force, parties from then on."""
    waits = instrument.in_force is None or count.day < instrument.in_force
    number = f"about {count.states} (computed)" if count.about else str(count.states)
    kind = "contracting States: it was not yet in force" if waits else "parties"
    return f"{said(count.day)}: {number} {kind}"


def _bearing(instrument: Instrument) -> str:
    if instrument.bearing.startswith("The whole"):
        return "The whole treaty is about them."
    return f"{instrument.bearing}. Seen in secondary copies: check it in the text itself."


# ---- the same as a table ----


def _table(resolution: Resolution, shown: list[Instrument] | tuple[Instrument, ...], state: Placed | None) -> h.Element:
    heads = ("Instrument", "Kind", "Adopted in", "Note", "Adopted", "Opened for signature", "In force", "States bound")
    return h.div(".res-scroll", tabindex="0", role="region", aria_label="The instruments as a table")[
        h.table(".res-table")[
            h.caption["The instruments that the preamble names, in the order of their adoption"],
            h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
            h.tbody[[_row(resolution, instrument, state) for instrument in shown]],
        ]
    ]


def _row(resolution: Resolution, instrument: Instrument, state: Placed | None) -> h.Element:
    note = note_of(resolution, instrument)
    chosen = state is not None and state.chosen == instrument.key
    name = _pick(instrument, pressed=chosen)[instrument.title] if state else instrument.title
    cells = (
        instrument.kind,
        instrument.adopted_in,
        _number(note) if note else "none",
        said(instrument.adopted),
        said(instrument.opened) if instrument.opened else "–",
        said(instrument.in_force) if instrument.in_force else "–",
        "; ".join(_bound(resolution, instrument)) or "–",
    )
    return h.tr(class_={"res-picked": chosen} if state else None)[h.th(scope="row")[name], [h.td[c] for c in cells]]
