"""The States that have signed the Convention, ratified it or acceded to it."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from helpers.errors import CourseError, DataError
from helpers.language import _
from helpers.resources import columns

_TABLE = "treaty/participants.csv"

#: Resolution 45/158 adopted the Convention and opened it for signature, ratification and accession on this day.
OPENED = datetime.date(1990, 12, 18)

#: The table is the status of this day (United Nations Treaty Collection, chapter IV-13); later steps are not in it.
DATA_END = datetime.date(2026, 2, 3)


class UnknownStateError(CourseError, KeyError):
    """A name that no State of the table has."""

    def __str__(self) -> str:
        """The message alone: a KeyError would put it in quotation marks."""
        return str(self.args[0])


@dataclass(frozen=True, slots=True)
class State:
    """One State and its steps towards the Convention.

    ``instrument`` is the day on which it deposited its instrument of ratification or accession with the
    Secretary-General (article 86), ``signature`` that of its signature or succession to one; ``None`` where it has
    taken no such step. ``m49`` is its number in the United Nations' standard country codes.
    """

    name: str
    iso3: str
    m49: int
    signature: datetime.date | None
    signature_kind: str
    instrument: datetime.date | None
    instrument_kind: str
    latitude: float
    longitude: float


@cache
def participants() -> tuple[State, ...]:
    """All States of the table, in alphabetical order.

    Raises
    ------
    DataError
        The table is missing or damaged.

    Examples
    --------
    >>> states = participants()
    >>> len(states), sum(state.instrument is not None for state in states)
    (71, 60)
    """
    needed = "state iso3 m49 signature signature_kind instrument instrument_kind latitude longitude"
    rows = columns(_TABLE, *needed.split())
    try:
        return tuple(_state(row) for row in rows)
    except ValueError as problem:
        message = _("table {name} is damaged ({problem}); restore it from the course's repository")
        raise DataError(message.format(name=_TABLE, problem=problem)) from None


def _state(row: dict[str, str]) -> State:
    return State(
        name=row["state"],
        iso3=row["iso3"],
        m49=int(row["m49"]),
        signature=_day(row["signature"]),
        signature_kind=row["signature_kind"],
        instrument=_day(row["instrument"]),
        instrument_kind=row["instrument_kind"],
        latitude=float(row["latitude"]),
        longitude=float(row["longitude"]),
    )


def _day(cell: str) -> datetime.date | None:
    return datetime.date.fromisoformat(cell) if cell else None


def find(name: str, states: Iterable[State] | None = None) -> State:
    """The State of this name, in English or in the language that is spoken now, or of this ISO code.

    Capitals and accents do not count.

    Raises
    ------
    UnknownStateError
        No State of the table has that name; the message gives the nearest ones, if any is near.

    Examples
    --------
    >>> find("cote d'ivoire").name, find("MLI").name
    ('Côte d’Ivoire', 'Mali')
    >>> find("Mexica")
    Traceback (most recent call last):
    ...
    helpers.treaty.participants.UnknownStateError: ‘Mexica’ is not in the table of signatures and deposits; \
is it Mexico?
    """
    known = {
        _plain(key): state for state in states or participants() for key in (state.name, _(state.name), state.iso3)
    }
    wanted = _plain(name)
    if wanted in known:
        return known[wanted]
    near = [*dict.fromkeys(_(known[key].name) for key in get_close_matches(wanted, known, n=2, cutoff=0.7)), "", ""]
    message = _("‘{name}’ is not in the table of signatures and deposits; choose a State from the list")
    if near[0]:
        message = _("‘{name}’ is not in the table of signatures and deposits; is it {first}?")
    if near[1]:
        message = _("‘{name}’ is not in the table of signatures and deposits; is it {first} or {second}?")
    raise UnknownStateError(message.format(name=name.strip()[:60], first=near[0], second=near[1]))


def _plain(name: str) -> str:
    """A name without accents, capitals and the form of its apostrophe."""
    letters = unicodedata.normalize("NFKD", name.replace("’", "'").casefold())
    return " ".join("".join(letter for letter in letters if not unicodedata.combining(letter)).split())
