"""Migrant stock: choose regions, countries and years, see numbers, change and shares, and what they cannot show."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import htpy as h

from helpers.errors import CourseError
from helpers.explore.trend import Series, bars, lines, ticks
from helpers.migration import REGIONS, WORLD, YEARS, Place, find, places, said
from helpers.view import Event, Page
from helpers.view.controls import picker, tick

_MOST = 8
_FORMS = {"lines": "lines", "bars": "bars"}
_CAN = (
    "How many people lived outside their country of birth or citizenship in the middle of a year.",
    "Where that number rose or fell between two years of the table, and by how much.",
    "How the world’s total is spread over regions, and how many of the people are women.",
)
_CANNOT = (
    "How many people moved. A stock is who is there, not who came and went in between.",
    "Who moved to work. Refugees, students, children and old people are counted as well.",
    "Why a number changed. Births and deaths play a part, and so do borders: a part of the figure of 1990 became "
    "international only when States dissolved. The border was new; the people had not moved again.",
    "What the Assembly knew in 1998. These are estimates of 2019, and there is no figure for 1998. Later editions "
    "count anew (304 million in 2024) and must not be mixed in.",
)
_SOURCE = (
    "United Nations, Department of Economic and Social Affairs, Population Division: International Migrant Stock 2019."
)


_MEASURES: dict[str, tuple[str, Callable[[Place, int], float]]] = {
    "people": ("Number of people", lambda place, year: place.migrants[year]),
    "share": ("Share of the world’s migrants", Place.share),
    "women": ("Share of women", Place.women_share),
}
_UNITS = (("millions", 1e6), ("thousands", 1e3), ("persons", 1.0))


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
        raise CourseError(f"The table has no figures for ‘{text[:20]}’; it has {', '.join(map(str, YEARS))}.")
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
        raise CourseError(f"{_MOST} places fit into one drawing; take one away before you add {place.name}.")
    return replace(state, codes=(*state.codes, place.code))


def _between(state: Chosen) -> Chosen:
    if state.first >= state.last:
        raise CourseError(f"The first year ({state.first}) has to come before the last ({state.last}); choose again.")
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
        state.codes and [_drawing(state), _wide(_table(state)), h.p(".res-soft")[_SOURCE]],
        _limits(),
    ]


def _which(state: Chosen) -> h.Fragment:
    standing = (WORLD, *REGIONS)
    shown = [*standing, *(code for code in state.codes if code not in standing)]
    return h.fragment[
        h.fieldset[
            h.legend["Places"],
            h.div(".res-row.res-tight")[
                [
                    tick(
                        places()[code].name,
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
            h.label(for_="stock-country")["Add a country or area"],
            h.input(type="text", name="country", id="stock-country", maxlength="60", autocomplete="off"),
            h.button(type="button", data_send="add", id="stock-add")["Add"],
        ],
    ]


def _how(state: Chosen) -> h.Element:
    return h.div(".res-row")[
        _select("first", "From", {str(y): str(y) for y in YEARS if y < state.last}, str(state.first)),
        _select("last", "to", {str(y): str(y) for y in YEARS if y > state.first}, str(state.last)),
        _select("measure", "Show", {key: name for key, (name, _) in _MEASURES.items()}, state.measure),
        _select("form", "as", _FORMS, state.form),
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
        return "No place is chosen. Tick a region, or type the name of a country."
    changes = [(place.change(state.first, state.last), place.name) for place in state.places]
    most, least = max(changes), min(changes)
    told = []
    if most[0] > 0:
        told.append(f"the largest rise is in {most[1]} (+{said(most[0])})")
    if least[0] < 0:
        told.append(f"the largest fall {'' if told else 'is '}in {least[1]} ({said(least[0])})")
    if len(changes) == 1:
        count, name = changes[0]
        told = [f"{name} {'+' if count > 0 else ''}{said(count)}" if count else f"no change in {name}"]
    return f"From {state.first} to {state.last}: {', '.join(told) or 'no change'}."


def _unit(state: Chosen) -> tuple[str, float]:
    """In what the drawing and the table count: the largest unit that the largest value reaches, or per cent."""
    if state.measure != "people":
        return "per cent", 0.01
    largest = max(max(place.migrants[year] for year in state.years) for place in state.places)
    return next((unit for unit in _UNITS if largest >= unit[1]), _UNITS[-1])


def _series(state: Chosen) -> list[Series]:
    value, size = _MEASURES[state.measure][1], _unit(state)[1]
    found = []
    for place in state.places:
        values = tuple(value(place, year) / size for year in state.years)
        found.append(Series(place.name, values, tuple(_number(one, whole=size == 1) for one in values)))
    return found


def _number(value: float, *, whole: bool = False) -> str:
    """A value in a cell: persons whole, else one decimal; below one more, so that a small number is not nought.

    Examples
    --------
    >>> _number(15.69), _number(0.7), _number(-0.638), _number(0.0041), _number(0)
    ('15.7', '0.70', '−0.64', '0.0041', '0')
    """
    size = abs(value)
    text = f"{value:,.1f}" if size >= 0.95 else f"{value:.2f}" if size >= 0.01 else f"{value:.2g}"
    return (f"{value:,.0f}" if whole else text).replace("-", "−")


def _changed(state: Chosen, values: Sequence[float]) -> str:
    """What was added from the first year to the last: with its percentage, or in points where it is a share."""
    before, after = values[0], values[-1]
    plus = "+" if after > before else ""
    if state.measure != "people":
        return f"{plus}{_number(after - before)} points"
    part = f" ({plus}{_number(100 * (after / before - 1))}%)" if before else ""
    return f"{plus}{_number(after - before, whole=_unit(state)[1] == 1)}{part}"


def _drawing(state: Chosen) -> h.Element:
    name, (unit, _), series = _MEASURES[state.measure][0], _unit(state), _series(state)
    scale = ticks(max(value for one in series for value in one.values))
    label = f"{name}, {state.first} to {state.last}. The table below gives every figure."
    return h.div[
        h.p(".res-soft")[f"{name}, {unit}"],
        lines(series, state.years, label, [(value, f"{value:g}") for value in scale])
        if state.form == "lines"
        else bars(series, state.years, label),
    ]


def _wide(table: h.Element) -> h.Element:
    return h.div(".res-wide", tabindex="0", role="region", aria_label="The figures")[table]


def _table(state: Chosen) -> h.Element:
    return h.table(".res-table.res-numbers")[
        h.thead[
            h.tr[
                h.th(scope="col")["Place"],
                [h.th(scope="col")[str(year)] for year in state.years],
                h.th(scope="col")[f"Change {state.first} to {state.last}"],
                h.th(scope="col")[f"Of the world’s migrants, {state.last}"],
                h.th(scope="col")[f"Women, {state.last}"],
            ]
        ],
        h.tbody[
            [
                h.tr[
                    h.th(scope="row")[place.name],
                    [h.td[text] for text in one.written],
                    h.td[_changed(state, one.values)],
                    h.td[f"{place.share(state.last):.1%}"],
                    h.td[f"{place.women_share(state.last):.1%}"],
                ]
                for place, one in zip(state.places, _series(state), strict=True)
            ]
        ],
    ]


def _limits() -> h.Element:
    return h.div(".res-sides")[
        h.div[h.h3["What a stock can show"], h.ul[[h.li[text] for text in _CAN]]],
        h.div[h.h3["What it cannot show"], h.ul[[h.li[text] for text in _CANNOT]]],
    ]


# ---- without a kernel ----


def _still(state: Chosen) -> h.Fragment:
    name, unit = _MEASURES[state.measure][0], _unit(state)[0]
    return h.fragment[h.p[finding(state)], h.p[f"{name}, {unit}"], _table(state), h.p[_SOURCE], _limits()]


def _plain(state: Chosen) -> str:
    rows = [f"{finding(state)} {_MEASURES[state.measure][0]}, {_unit(state)[0]}:"]
    for one in _series(state):
        years = ", ".join(f"{year} {text}" for year, text in zip(state.years, one.written, strict=True))
        rows.append(f"{one.name}: {years}. Change {_changed(state, one.values)}")
    return "\n".join([*rows, _SOURCE, "Can show:", *_CAN, "Cannot show:", *_CANNOT])
