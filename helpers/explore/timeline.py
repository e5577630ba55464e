"""Instruments timeline: when each declaration and treaty was adopted, opened for signature, in force."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from typing import Literal

import htpy as h

from helpers.language import N_, _, ngettext
from helpers.resolution import Footnote, Resolution, load
from helpers.treaty.instruments import Bound, Instrument, instruments
from helpers.view import Event, Page, english, filled
from helpers.view import shown as shown_so
from helpers.view.controls import picker, toggle
from helpers.written import commas, said_day, semicolons

#: What can be shown: the value of the control, and its label.
_SHOWN = {"all": N_("declarations and treaties"), "declaration": N_("declarations only"), "treaty": N_("treaties only")}
_FORMS = {"line": N_("a line of time"), "table": N_("a table")}
#: The three days of an instrument, each with a sign of its own shape at a height of its own, and told with its day.
_MARKS = (
    ("●", N_("adopted"), N_("adopted {day}")),
    ("◇", N_("opened for signature"), N_("opened for signature {day}")),
    ("▲", N_("in force"), N_("in force {day}")),
)
_FIRST, _LAST = 1945, 2007
_DECADES = (1950, 1960, 1970, 1980, 1990, 2000)
_KINDS = {"declaration": N_("declaration"), "treaty": N_("treaty")}
_WHAT = {
    "declaration": N_("A declaration. It was adopted. States do not sign or ratify it, and none is a party to it."),
    "treaty": N_("A treaty. It was adopted and then opened for signature. It binds the States that agree to be bound."),
}
_ADOPTED = {
    "General Assembly": N_("{day}, by the General Assembly, in {document}"),
    "World Conference on Human Rights": N_("{day}, by the World Conference on Human Rights, in {document}"),
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
        plain="\n".join(
            [_("The instruments that the preamble names:"), *(_line(resolution, found) for found in named)]
        ),
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
    """Sign and day of each mark that an instrument has, and the message that tells it."""
    days = (instrument.adopted, instrument.opened, instrument.in_force)
    return [(sign, told, day) for (sign, _name, told), day in zip(_MARKS, days, strict=True) if day]


def _told(instrument: Instrument) -> str:
    return semicolons(_(told).format(day=said_day(day)) for _sign, told, day in _days(instrument))


def _line(resolution: Resolution, instrument: Instrument) -> str:
    note = note_of(resolution, instrument)
    return _("{title} ({kind}): {days}; {note}").format(
        title=_(instrument.title),
        kind=_(_KINDS[instrument.kind]),
        days=_told(instrument),
        note=_("note {number}").format(number=_number(note)) if note else _("no note"),
    )


def _number(note: Footnote) -> str:
    if note.orphan:
        return _("{number} (its marker is missing in our copy)").format(number=note.number)
    return str(note.number)


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
    return h.div(".res-timeline-controls")[
        _select("kind", _("Show"), _SHOWN, state.kind),
        _select("form", _("As"), _FORMS, state.form),
        _select("instrument", _("Instrument"), {found.key: found.title for found in shown}, state.chosen),
    ]


def _select(name: str, label: str, options: dict[str, str], chosen: str) -> h.Element:
    told = {value: _(text) for value, text in options.items()}
    return h.div[picker(label, told, chosen, name=name, id=f"timeline-{name}")]


def _pick(instrument: Instrument, *, pressed: bool) -> h.Element:
    return toggle(name="pick", value=instrument.key, id=f"timeline-{instrument.key}", pressed=pressed)


def _drawing(shown: list[Instrument], state: Placed) -> h.Element:
    adopted = load("A/RES/53/137").adoption.date
    return h.div(".res-timeline")[
        h.p(".res-legend")[
            [h.span[h.span(".res-timeline-sign")[sign], f" {_(name)}"] for sign, name, _with_day in _MARKS]
        ],
        [_lane(instrument, adopted, instrument.key == state.chosen) for instrument in shown],
        h.div(".res-timeline-axis", aria_hidden="true")[
            [h.span(style=_left(datetime.date(year, 1, 1)))[str(year)] for year in _DECADES]
        ],
        h.p(".res-soft")[_("Dashed line: 53/137 is adopted, {day}.").format(day=said_day(adopted))]
        if adopted
        else None,
    ]


def _lane(instrument: Instrument, adopted: datetime.date | None, chosen: bool) -> h.Element:
    days = _days(instrument)
    return h.div(class_=["res-timeline-lane", {"res-picked": chosen}])[
        _pick(instrument, pressed=chosen)[_(instrument.title), h.span(".res-soft")[" ", _years(instrument)]],
        h.div(
            class_=["res-timeline-track", {"res-timeline-short": len(days) == 1}],
            role="img",
            aria_label=_("{title}: {days}").format(title=_(instrument.title), days=_told(instrument)),
        )[
            h.span(".res-timeline-now", style=_left(adopted)) if adopted else None,
            len(days) > 1
            and h.span(".res-timeline-wait", style=f"{_left(days[0][2])};right:{100 - _place(days[-1][2]):.1f}%"),
            [
                h.span(class_=f"res-timeline-mark res-timeline-{place}", style=_left(day))[sign]
                for place, (sign, _with_day, day) in enumerate(days)
            ],
        ],
    ]


def _years(instrument: Instrument) -> str:
    """The years that stand beside a title: of adoption, and of entry into force."""
    if not instrument.in_force:
        return str(instrument.adopted.year)
    return _("{adopted}, in force {in_force}").format(
        adopted=instrument.adopted.year, in_force=instrument.in_force.year
    )


def _place(day: datetime.date) -> float:
    """Where a day stands on the line of time, in per cent of its length."""
    first, last = datetime.date(_FIRST, 1, 1), datetime.date(_LAST, 1, 1)
    return 100 * (day - first).days / (last - first).days


def _left(day: datetime.date) -> str:
    return f"left:{_place(day):.1f}%"


def _card(resolution: Resolution, instrument: Instrument) -> h.Element:
    adopted = _(_ADOPTED[instrument.adopted_by])
    rows: list[tuple[str, h.Node]] = [
        (_("What it is"), _(_WHAT[instrument.kind])),
        (_("Adopted"), adopted.format(day=said_day(instrument.adopted), document=_(instrument.adopted_in))),
    ]
    if instrument.opened:
        rows.append((_("Opened for signature"), said_day(instrument.opened)))
    if instrument.in_force:
        rows.append((_("In force from"), said_day(instrument.in_force)))
    rows.append((_("Named in"), _named(resolution, instrument)))
    rows.append((_("Note"), _note(resolution, instrument)))
    if instrument.bound:
        bound = h.ul[[h.li[text] for text in _bound(resolution, instrument)]]
        rows.append((_("States that had agreed to be bound"), bound))
    rows.append((_("On migrant workers"), _bearing(instrument)))
    return h.div(".res-card", role="status", id="timeline-told")[
        h.h3[_(instrument.title)],
        h.dl[[(h.dt[h.strong[label]], h.dd[value]) for label, value in rows]],
    ]


def _named(resolution: Resolution, instrument: Instrument) -> h.Node:
    where = commas(cited_in(resolution, instrument))
    group = instrument.names[-1]
    if group == instrument.title:
        return where
    return filled(_("{places}, under the name “{name}” for both Covenants"), places=where, name=english(group))


def _note(resolution: Resolution, instrument: Instrument) -> h.Node:
    note = note_of(resolution, instrument)
    if note is None:
        return _("None: the paragraph itself gives the resolution.")
    told = (
        _("Note {number}: “{text}” Its marker is missing in our copy; lesson 11 comes back to it.")
        if note.orphan
        else _("Note {number}: “{text}”")
    )
    return filled(told, number=str(note.number), text=english(note.text))


def _bound(resolution: Resolution, instrument: Instrument) -> list[str]:
    then = resolution.adoption.date and instrument.bound_on(resolution.adoption.date)
    return [_count(instrument, count) for count in (then, instrument.latest) if count]


def _count(instrument: Instrument, count: Bound) -> str:
    """One count in words: contracting States while the treaty is not in force, parties from then on."""
    number = _("about {number} (computed)").format(number=count.states) if count.about else str(count.states)
    if instrument.in_force is None or count.day < instrument.in_force:
        told = ngettext(
            "{day}: {number} contracting State: it was not yet in force",
            "{day}: {number} contracting States: it was not yet in force",
            count.states,
        )
    else:
        told = ngettext("{day}: {number} party", "{day}: {number} parties", count.states)
    return told.format(day=said_day(count.day), number=number)


def _bearing(instrument: Instrument) -> h.Node:
    if instrument.bearing.startswith("The whole"):
        return _("The whole treaty is about them.")
    told = _("{articles}. Seen in secondary copies: check it in the text itself.")
    return filled(told, articles=shown_so(instrument.bearing))


# ---- the same as a table ----


def _table(resolution: Resolution, shown: list[Instrument] | tuple[Instrument, ...], state: Placed | None) -> h.Element:
    heads = (
        _("Instrument"),
        _("Kind"),
        _("Adopted in"),
        _("Note"),
        _("Adopted"),
        _("Opened for signature"),
        _("In force"),
        _("States bound"),
    )
    return h.div(".res-scroll", tabindex="0", role="region", aria_label=_("The instruments as a table"))[
        h.table(".res-table")[
            h.caption[_("The instruments that the preamble names, in the order of their adoption")],
            h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
            h.tbody[[_row(resolution, instrument, state) for instrument in shown]],
        ]
    ]


def _row(resolution: Resolution, instrument: Instrument, state: Placed | None) -> h.Element:
    note = note_of(resolution, instrument)
    chosen = state is not None and state.chosen == instrument.key
    title = _(instrument.title)
    name = _pick(instrument, pressed=chosen)[title] if state else title
    cells = (
        _(_KINDS[instrument.kind]),
        _(instrument.adopted_in),
        _number(note) if note else _("none"),
        said_day(instrument.adopted),
        said_day(instrument.opened) if instrument.opened else "–",
        said_day(instrument.in_force) if instrument.in_force else "–",
        semicolons(_bound(resolution, instrument)) or "–",
    )
    return h.tr(class_={"res-picked": chosen} if state else None)[h.th(scope="row")[name], [h.td[c] for c in cells]]
