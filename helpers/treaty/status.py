"""The status of the Convention on a day: signatories, contracting States, parties.

The words are those of the Vienna Convention on the Law of Treaties, article 2 (1): a *contracting State* has consented
to be bound, whether or not the treaty is in force (f); a *party* is one for which it is in force (g). Every party is
also a contracting State. Tables of the United Nations write "parties" for both.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum

from helpers.treaty.force import ARTICLE_87, Clause, bound_from, entry_into_force
from helpers.treaty.participants import DATA_END, OPENED, State, participants


class Standing(Enum):
    """How far a State has come on a day; the last word that holds."""

    NONE = "no step"
    SIGNED = "signed"
    CONTRACTING = "contracting State"
    PARTY = "party"


@dataclass(frozen=True, slots=True)
class Status:
    """Who had come how far on a day, that day included.

    ``signatories`` have signed or succeeded to a signature, whether or not they joined later; ``contracting`` have
    deposited an instrument, in the order of deposit; ``parties`` are those of them for which the Convention is in
    force.
    """

    day: datetime.date
    signatories: tuple[State, ...]
    contracting: tuple[State, ...]
    parties: tuple[State, ...]
    missing: int
    in_force: datetime.date | None

    @property
    def waiting(self) -> tuple[State, ...]:
        """Contracting States for which the Convention is not yet in force."""
        return tuple(state for state in self.contracting if state not in self.parties)

    @property
    def signed_only(self) -> tuple[State, ...]:
        """Signatories that have deposited no instrument."""
        return tuple(state for state in self.signatories if state not in self.contracting)

    @property
    def before_opening(self) -> bool:
        """Whether the day lies before the Convention could be signed at all."""
        return self.day < OPENED

    @property
    def beyond_data(self) -> bool:
        """Whether the day lies after the last one that the table knows: steps taken since are not counted."""
        return self.day > DATA_END


def status(day: datetime.date, states: Iterable[State] | None = None, clause: Clause = ARTICLE_87) -> Status:
    """Count signatories, contracting States and parties on a day.

    Parameters
    ----------
    day : datetime.date
        Any day; steps taken on that day count.
    states : iterable of State, optional
        Another table, as in a supposition; the Convention's own if not given.
    clause : Clause, optional
        The rule of entry into force; article 87 if not given.

    Examples
    --------
    >>> then = status(datetime.date(1998, 12, 9))
    >>> len(then.contracting), len(then.parties), then.missing
    (9, 0, 11)
    >>> first = status(datetime.date(2003, 7, 1))
    >>> len(first.contracting), len(first.parties), [state.name for state in first.waiting]
    (22, 21, ['Mali'])
    """
    table = participants() if states is None else tuple(states)
    contracting = deposited(table, day)
    treaty = entry_into_force((i for state in contracting if (i := state.instrument)), clause)
    known = treaty.in_force if treaty else None
    return Status(
        day=day,
        signatories=tuple(state for state in table if state.signature and state.signature <= day),
        contracting=contracting,
        parties=tuple(state for state in contracting if _is_party(state, day, known, clause)),
        missing=max(0, clause.instruments - len(contracting)),
        in_force=known,
    )


def deposited(states: Iterable[State], day: datetime.date = datetime.date.max) -> tuple[State, ...]:
    """The States whose instruments lay with the depositary on a day, in the order of deposit, then of names.

    Examples
    --------
    >>> [state.name for state in deposited(participants(), datetime.date(1994, 1, 1))]
    ['Egypt', 'Morocco']
    """
    found = [(state.instrument, state.name, state) for state in states if state.instrument and state.instrument <= day]
    return tuple(state for _, _, state in sorted(found, key=lambda entry: entry[:2]))


def _is_party(state: State, day: datetime.date, treaty: datetime.date | None, clause: Clause) -> bool:
    bound = bound_from(state.instrument, treaty, clause) if state.instrument else None
    return bound is not None and bound <= day


def standing(state: State, status: Status) -> Standing:
    """How far one State had come on the day of a status.

    Examples
    --------
    >>> from helpers.treaty import find
    >>> first = status(datetime.date(2003, 7, 1))
    >>> [standing(find(name), first).value for name in ("Egypt", "Mali", "Chile", "Albania")]
    ['party', 'contracting State', 'signed', 'no step']
    """
    if state in status.parties:
        return Standing.PARTY
    if state in status.contracting:
        return Standing.CONTRACTING
    return Standing.SIGNED if state in status.signatories else Standing.NONE
