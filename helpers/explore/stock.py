"""Migrant stock: choose regions, countries and years, see numbers, change and shares, and what they cannot show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import htpy as h

from helpers.errors import CourseError
from helpers.explore.trend import Series, bars, lines, ticks
from helpers.language import N_, _
from helpers.migration import REGIONS, WORLD, YEARS, Place, find, places, said
from helpers.view import Event, Page
from helpers.view.controls import picker, tick
from helpers.written import commas, figure, percent

_MOST = 8
_FORMS = {"lines": N_("lines"), "bars": N_("bars")}
_CAN = (
    N_("How many people lived outside their country of birth or citizenship in the middle of a year."),
    N_("Where that number rose or fell between two years of the table, and by how much."),
    N_("How the world’s total is spread over regions, and how many of the people are women."),
)
_CANNOT = (
    N_("How many people moved. A stock is who is there, not who came and went in between."),
    N_("Who moved to work. Refugees, students, children and old people are counted as well."),
    N_(
        "Why a number changed. Births and deaths play a part, and so do borders: a part of the figure of 1990 became "
        "international only when States dissolved. The border was new; the people had not moved again."
    ),
    N_(
        "What the Assembly knew in 1998. These are estimates of 2019, and there is no figure for 1998. Later editions "
        "count anew (304 million in 2024) and must not be mixed in."
    ),
)
_SOURCE = N_(
    "United Nations, Department of Economic and Social Affairs, Population Division: International Migrant Stock 2019."
)


_MEASURES: dict[str, tuple[str, Callable[[Place, int], float]]] = {
    "people": (N_("Number of people"), lambda place, year: place.migrants[year]),
    "share": (N_("Share of the world’s migrants"), Place.share),
    "women": (N_("Share of women"), Place.women_share),
}
_UNITS = ((N_("millions"), 1e6), (N_("thousands"), 1e3), (N_("persons"), 1.0))


@dataclass(frozen=True, slots=True)
class Chosen:
    """The places by their numbers, the first and last year, what is drawn and how."""

    codes: tuple[str, ...]
    first: int
    last: int
    measure: str
    form: str

    @property
    def years(self) -> tuple[int, ...]:
        """The years of the table from the first to the last."""
        return tuple(year for year in YEARS if self.first <= year <= self.last)

    @property
    def places(self) -> list[Place]:
        """The places: the world, regions and then countries in the order they were added."""
        return [places()[code] for code in self.codes]


def stock(*names: str, first: int = YEARS[0], last: int = YEARS[-1]) -> Page[Chosen]:
    """Show the explorer of migrant stock.

    Parameters
    ----------
    *names : str
        The places it opens with; else the six regions.
    first, last : int, optional
        The years it opens with.

    Examples
    --------
    >>> print(stock("Africa", last=2000).plain.splitlines()[1])
    Africa: 1990 15.7, 1995 16.4, 2000 15.1. Change −0.64 (−4.1%)
    """
    codes = tuple(find(name).code for name in names) or REGIONS
    state = Chosen(codes, _year(str(first)), _year(str(last)), "people", "lines")
    return Page(start=lambda: state, render=render, update=_updated, still=_still(state), plain=_plain(state))


# ---- what a reader does ----


def _year(text: str) -> int:
    """A year of the table.

    Raises
    ------
    CourseError
        There are no figures for it.
    """
    if text not in map(str, YEARS):
        message = _("The table has no figures for ‘{year}’; it has {years}.")
        raise CourseError(message.format(year=text[:20], years=commas(map(str, YEARS))))
    return int(text)


def _updated(state: Chosen, event: Event) -> Chosen:
    if event.name == "place" and isinstance(event.value, list):
        return replace(state, codes=tuple(code for code in dict.fromkeys(event.texts) if code in places())[:_MOST])
    if event.name == "country" and isinstance(event.value, str):
        return _added(state, find(event.text))
    if event.name == "first" and event.text:
        return _between(replace(state, first=_year(event.text)))
    if event.name == "last" and event.text:
        return _between(replace(state, last=_year(event.text)))
    if event.name == "measure" and event.text in _MEASURES:
        return replace(state, measure=event.text)
    if event.name == "form" and event.text in _FORMS:
        return replace(state, form=event.text)
    return state


def _added(state: Chosen, place: Place) -> Chosen:
    if place.code in state.codes:
        return state
    if len(state.codes) >= _MOST:
        message = _("{most} places fit into one drawing; take one away before you add {place}.")
        raise CourseError(message.format(most=_MOST, place=_(place.name)))
    return replace(state, codes=(*state.codes, place.code))


def _between(state: Chosen) -> Chosen:
    if state.first >= state.last:
        message = _("The first year ({first}) has to come before the last ({last}); choose again.")
        raise CourseError(message.format(first=state.first, last=state.last))
    return state


# ---- the live explorer ----


def render(state: Chosen) -> h.Element:
    """The live explorer.

    Examples
    --------
    >>> str(render(Chosen(("903",), 1990, 2000, "people", "lines"))).count("<table")
    1
    """
    return h.div(".res-card")[
        _which(state),
        _how(state),
        h.p(role="status", id="stock-told")[finding(state)],
        state.codes and [_drawing(state), _wide(_table(state)), h.p(".res-soft")[_(_SOURCE)]],
        _limits(),
    ]


def _which(state: Chosen) -> h.Fragment:
    standing = (WORLD, *REGIONS)
    shown = [*standing, *(code for code in state.codes if code not in standing)]
    return h.fragment[
        h.fieldset[
            h.legend[_("Places")],
            h.div(".res-row.res-tight")[
                [
                    tick(
                        _(places()[code].name),
                        name="place",
                        value=code,
                        id=f"stock-{code}",
                        checked=code in state.codes,
                    )
                    for code in shown
                ]
            ],
        ],
        h.div(".res-row")[
            h.label(for_="stock-country")[_("Add a country or area")],
            h.input(type="text", name="country", id="stock-country", maxlength="60", autocomplete="off"),
            h.button(type="button", data_send="add", id="stock-add")[_("Add")],
        ],
    ]


def _how(state: Chosen) -> h.Element:
    return h.div(".res-row")[
        _select("first", _("From"), {str(y): str(y) for y in YEARS if y < state.last}, str(state.first)),
        _select("last", _("to"), {str(y): str(y) for y in YEARS if y > state.first}, str(state.last)),
        _select("measure", _("Show"), {key: _(name) for key, (name, _value) in _MEASURES.items()}, state.measure),
        _select("form", _("as"), {form: _(name) for form, name in _FORMS.items()}, state.form),
    ]


def _select(name: str, label: str, options: dict[str, str], chosen: str) -> h.Element:
    return h.span(".res-pair")[picker(label, options, chosen, name=name, id=f"stock-{name}")]


def finding(state: Chosen) -> str:
    """What stands out between the two years, in a sentence or two.

    Examples
    --------
    >>> finding(Chosen(("905", "909"), 1990, 2000, "people", "lines"))
    'From 1990 to 2000: the largest rise is in Northern America (+12.7 million).'
    """
    if not state.codes:
        return _("No place is chosen. Tick a region, or type the name of a country.")
    changes = [(place.change(state.first, state.last), place.name) for place in state.places]
    most, least = max(changes), min(changes)
    if len(changes) == 1 and most[0]:
        told = _("From {first} to {last}: {place} {change}.")
    elif len(changes) == 1:
        told = _("From {first} to {last}: no change in {place}.")
    elif most[0] > 0 > least[0]:
        told = _(
            "From {first} to {last}: the largest rise is in {place} ({change}), the largest fall in {other} ({fall})."
        )
    elif most[0] > 0:
        told = _("From {first} to {last}: the largest rise is in {place} ({change}).")
    elif least[0] < 0:
        told = _("From {first} to {last}: the largest fall is in {other} ({fall}).")
    else:
        told = _("From {first} to {last}: no change.")
    return told.format(
        first=state.first,
        last=state.last,
        place=_(most[1]),
        change=f"{'+' if most[0] > 0 else ''}{said(most[0])}",
        other=_(least[1]),
        fall=said(least[0]),
    )


def _unit(state: Chosen) -> tuple[str, float]:
    """In what the drawing and the table count: the largest unit that the largest value reaches, or per cent."""
    if state.measure != "people":
        return _("per cent"), 0.01
    largest = max(max(place.migrants[year] for year in state.years) for place in state.places)
    name, size = next((unit for unit in _UNITS if largest >= unit[1]), _UNITS[-1])
    return _(name), size


def _measured(state: Chosen) -> str:
    """What is counted, and in what."""
    return _("{measure}, {unit}").format(measure=_(_MEASURES[state.measure][0]), unit=_unit(state)[0])


def _series(state: Chosen) -> list[Series]:
    value, size = _MEASURES[state.measure][1], _unit(state)[1]
    found = []
    for place in state.places:
        values = tuple(value(place, year) / size for year in state.years)
        found.append(Series(_(place.name), values, tuple(_number(one, whole=size == 1) for one in values)))
    return found


def _number(value: float, *, whole: bool = False) -> str:
    """A value in a cell: persons whole, else one decimal; below one more, so that a small number is not nought.

    Examples
    --------
    >>> _number(15.69), _number(0.7), _number(-0.638), _number(0.0041), _number(0)
    ('15.7', '0.70', '−0.64', '0.0041', '0')
    """
    size = abs(value)
    form = ",.0f" if whole else ",.1f" if size >= 0.95 else ".2f" if size >= 0.01 else ".2g"
    return figure(value, form).replace("-", "−")


def _changed(state: Chosen, values: Sequence[float]) -> str:
    """What was added from the first year to the last: with its percentage, or in points where it is a share."""
    before, after = values[0], values[-1]
    plus = "+" if after > before else ""
    if state.measure != "people":
        return _("{change} points").format(change=plus + _number(after - before))
    change = plus + _number(after - before, whole=_unit(state)[1] == 1)
    return f"{change} ({percent(plus + _number(100 * (after / before - 1)))})" if before else change


def _drawing(state: Chosen) -> h.Element:
    series = _series(state)
    scale = ticks(max(value for one in series for value in one.values))
    label = _("{measure}, {first} to {last}. The table below gives every figure.")
    label = label.format(measure=_(_MEASURES[state.measure][0]), first=state.first, last=state.last)
    return h.div[
        h.p(".res-soft")[_measured(state)],
        lines(series, state.years, label, [(value, figure(value, "g")) for value in scale])
        if state.form == "lines"
        else bars(series, state.years, label),
    ]


def _wide(table: h.Element) -> h.Element:
    return h.div(".res-wide", tabindex="0", role="region", aria_label=_("The figures"))[table]


def _table(state: Chosen) -> h.Element:
    return h.table(".res-table.res-numbers")[
        h.thead[
            h.tr[
                h.th(scope="col")[_("Place")],
                [h.th(scope="col")[str(year)] for year in state.years],
                h.th(scope="col")[_("Change {first} to {last}").format(first=state.first, last=state.last)],
                h.th(scope="col")[_("Of the world’s migrants, {year}").format(year=state.last)],
                h.th(scope="col")[_("Women, {year}").format(year=state.last)],
            ]
        ],
        h.tbody[
            [
                h.tr[
                    h.th(scope="row")[one.name],
                    [h.td[text] for text in one.written],
                    h.td[_changed(state, one.values)],
                    h.td[percent(figure(100 * place.share(state.last), ".1f"))],
                    h.td[percent(figure(100 * place.women_share(state.last), ".1f"))],
                ]
                for place, one in zip(state.places, _series(state), strict=True)
            ]
        ],
    ]


def _limits() -> h.Element:
    return h.div(".res-sides")[
        h.div[h.h3[_("What a stock can show")], h.ul[[h.li[_(text)] for text in _CAN]]],
        h.div[h.h3[_("What it cannot show")], h.ul[[h.li[_(text)] for text in _CANNOT]]],
    ]


# ---- without a kernel ----


def _still(state: Chosen) -> h.Fragment:
    return h.fragment[h.p[finding(state)], h.p[_measured(state)], _table(state), h.p[_(_SOURCE)], _limits()]


def _plain(state: Chosen) -> str:
    rows = [_("{finding} {measured}:").format(finding=finding(state), measured=_measured(state))]
    for one in _series(state):
        figures = commas(
            _("{year} {number}").format(year=year, number=number)
            for year, number in zip(state.years, one.written, strict=True)
        )
        told = _("{place}: {figures}. Change {change}")
        rows.append(told.format(place=one.name, figures=figures, change=_changed(state, one.values)))
    can, cannot = ([_(text) for text in texts] for texts in (_CAN, _CANNOT))
    return "\n".join([*rows, _(_SOURCE), _("Can show:"), *can, _("Cannot show:"), *cannot])
