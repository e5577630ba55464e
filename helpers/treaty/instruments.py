"""The instruments that the preamble names: what each is, its three days, and how many States it bound when."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import cache
from typing import Literal

from helpers.errors import DataError
from helpers.language import _
from helpers.resources import columns

Kind = Literal["declaration", "treaty"]

_TABLE, _COUNTS = "treaty/instruments.csv", "treaty/state_counts.csv"
#: The table holds more than the preamble names; these kinds and these adopters are the ones of the lessons' timeline.
_KINDS: dict[str, Kind] = {"declaration": "declaration", "treaty": "treaty"}
_ADOPTERS = ("General Assembly", "World Conference on Human Rights")


@dataclass(frozen=True, slots=True)
class Bound:
    """How many States had agreed to be bound on a day; ``about`` where the figure was computed from deposits."""

    day: datetime.date
    states: int
    about: bool


@dataclass(frozen=True, slots=True)
class Instrument:
    """A declaration or a treaty.

    ``names`` are the titles under which it may be cited: its own, and that of a group it belongs to (the two Covenants
    have one name together). ``opened`` and ``in_force`` are ``None`` for a declaration, which is neither signed nor
    ratified. ``bearing`` tells which of its articles concern migrants and is known from secondary copies only.
    """

    key: str
    kind: Kind
    title: str
    names: tuple[str, ...]
    adopted_by: str
    adopted_in: str
    adopted: datetime.date
    opened: datetime.date | None
    in_force: datetime.date | None
    bearing: str
    bound: tuple[Bound, ...]

    def bound_on(self, day: datetime.date) -> Bound | None:
        """The count for that day, if the table has one.

        Examples
        --------
        >>> instrument("CRC").bound_on(datetime.date(1998, 12, 9)).states
        190
        """
        return next((count for count in self.bound if count.day == day), None)

    @property
    def latest(self) -> Bound | None:
        """The last count that the table has; ``None`` for a declaration.

        Examples
        --------
        >>> print(instrument("ICRMW").latest.day, instrument("UDHR").latest)
        2026-02-03 None
        """
        return max(self.bound, key=lambda count: count.day, default=None)


@cache
def instruments() -> tuple[Instrument, ...]:
    """All declarations and treaties of human rights in the table, in the order of their adoption.

    Raises
    ------
    DataError
        A table is missing or damaged.

    Examples
    --------
    >>> [i.key for i in instruments()]
    ['UDHR', 'ICERD', 'ICESCR', 'ICCPR', 'CEDAW', 'CRC', 'ICRMW', 'VDPA']
    """
    needed = "key kind title adopted_by adopted_in adoption_date opened_for_signature entry_into_force"
    rows = columns(_TABLE, *needed.split(), "bearing_on_migrant_workers")
    groups = {member: row["title"] for row in rows if "+" in row["key"] for member in row["key"].split("+")}
    bound = _bound()
    try:
        found = [
            Instrument(
                key=row["key"],
                kind=_KINDS[row["kind"]],
                title=row["title"],
                names=tuple(dict.fromkeys((row["title"], groups.get(row["key"], row["title"])))),
                adopted_by=row["adopted_by"],
                adopted_in=row["adopted_in"],
                adopted=datetime.date.fromisoformat(row["adoption_date"]),
                opened=_day(row["opened_for_signature"]),
                in_force=_day(row["entry_into_force"]),
                bearing=row["bearing_on_migrant_workers"],
                bound=tuple(bound.get(row["key"], ())),
            )
            for row in rows
            if row["kind"] in _KINDS and row["adopted_by"] in _ADOPTERS and "+" not in row["key"]
        ]
    except ValueError as problem:
        message = _("table {name} is damaged ({problem}); restore it from the course's repository")
        raise DataError(message.format(name=_TABLE, problem=problem)) from None
    return tuple(sorted(found, key=lambda instrument: instrument.adopted))


def instrument(key: str) -> Instrument:
    """The instrument with that key.

    Examples
    --------
    >>> instrument("ICERD").kind
    'treaty'
    """
    return next(found for found in instruments() if found.key == key)


def _day(cell: str) -> datetime.date | None:
    return datetime.date.fromisoformat(cell) if cell else None


def _bound() -> dict[str, list[Bound]]:
    counts: dict[str, list[Bound]] = {}
    for row in columns(_COUNTS, "key", "date", "states", "confidence"):
        try:
            count = Bound(datetime.date.fromisoformat(row["date"]), int(row["states"]), row["confidence"] != "high")
        except ValueError as problem:
            message = _("table {name} is damaged ({problem}); restore it from the course's repository")
            raise DataError(message.format(name=_COUNTS, problem=problem)) from None
        counts.setdefault(row["key"], []).append(count)
    return counts
