"""Suppositions: what article 87 gives for the deposits as they were, and for one State on another day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, replace

from helpers.treaty.force import ARTICLE_87, Clause, Count, bound_from, entry_into_force
from helpers.treaty.participants import State, find, participants
from helpers.treaty.status import deposited


@dataclass(frozen=True, slots=True)
class Reckoning:
    """Article 87 step by step: the deposits in order, those on the decisive day, and the count from it.

    ``decisive`` and ``count`` are empty and ``None`` while there are too few instruments. Two States that deposit on
    the decisive day are both in ``decisive``: which of them is the twentieth makes no difference to the date.
    """

    deposits: tuple[State, ...]
    decisive: tuple[State, ...]
    count: Count | None

    @property
    def in_force(self) -> datetime.date | None:
        """The day of entry into force, if there are enough instruments."""
        return self.count.in_force if self.count else None


def reckon(
    states: Iterable[State] | None = None, day: datetime.date = datetime.date.max, clause: Clause = ARTICLE_87
) -> Reckoning:
    """Apply the clause to the deposits made up to a day.

    Examples
    --------
    >>> made = reckon()
    >>> [state.name for state in made.decisive], str(made.in_force)
    (['El Salvador', 'Guatemala'], '2003-07-01')
    >>> reckon(day=datetime.date(2003, 3, 13)).count is None
    True
    """
    deposits = deposited(participants() if states is None else states, day)
    made = entry_into_force((i for state in deposits if (i := state.instrument)), clause)
    decisive = tuple(state for state in deposits if made and state.instrument == made.deposit)
    return Reckoning(deposits, decisive, made)


@dataclass(frozen=True, slots=True)
class Supposition:
    """One State's instrument on another day, or never, and what follows.

    ``place`` is the State's place among the deposits in the order of their days; ``bound`` the day from which the
    Convention would bind it. Both are ``None`` if it had never joined.
    """

    state: State
    day: datetime.date | None
    real: Reckoning
    supposed: Reckoning
    place: int | None
    bound: datetime.date | None

    @property
    def shift(self) -> int | None:
        """By how many days entry into force moves: negative if it comes earlier, ``None`` if it never comes.

        Examples
        --------
        >>> suppose("Mali", datetime.date(2002, 1, 1)).shift
        -395
        """
        real, supposed = self.real.in_force, self.supposed.in_force
        return (supposed - real).days if real and supposed else None


def suppose(
    name: str, day: datetime.date | None, states: Iterable[State] | None = None, clause: Clause = ARTICLE_87
) -> Supposition:
    """What would have happened if this State had deposited its instrument on that day.

    All other deposits stay as they were. Whether a State would have acted on another day is not asked.

    Parameters
    ----------
    name : str
        A State of the table.
    day : datetime.date or None
        The supposed day of its deposit; ``None``: it had never joined.
    states : iterable of State, optional
        Another table; the Convention's own if not given.
    clause : Clause, optional
        The rule of entry into force; article 87 if not given.

    Raises
    ------
    UnknownStateError
        No State of the table has that name.
    ValueError
        The result lies beyond the year 9999.

    Examples
    --------
    >>> chile = suppose("Chile", datetime.date(2002, 12, 1))
    >>> chile.place, str(chile.supposed.in_force), str(chile.bound)
    (20, '2003-04-01', '2003-04-01')
    >>> str(suppose("Guatemala", None).supposed.in_force)
    '2003-07-01'
    """
    table = participants() if states is None else tuple(states)
    state = find(name, table)
    moved = replace(state, instrument=day)
    supposed = reckon((moved if other is state else other for other in table), clause=clause)
    place = supposed.deposits.index(moved) + 1 if day else None
    bound = bound_from(day, supposed.in_force, clause) if day else None
    return Supposition(moved, day, reckon(table, clause=clause), supposed, place, bound)
