"""The status of the Convention on a day, and suppositions; every expected value is counted by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from helpers.treaty import (
    DATA_END,
    OPENED,
    Standing,
    UnknownStateError,
    find,
    participants,
    reckon,
    standing,
    status,
    suppose,
)

NINE = [
    "Egypt",
    "Morocco",
    "Seychelles",
    "Colombia",
    "Philippines",
    "Uganda",
    "Sri Lanka",
    "Bosnia and Herzegovina",
    "Cabo Verde",
]
DAYS = st.dates(date(1985, 1, 1), date(2040, 1, 1))


@pytest.mark.parametrize(
    ("day", "signatories", "deposits", "parties", "missing"),
    [
        (date(1, 1, 1), 0, 0, 0, 20),
        (date(1990, 12, 17), 0, 0, 0, 20),  # the day before it was opened
        (date(1990, 12, 18), 0, 0, 0, 20),
        (date(1991, 5, 22), 1, 0, 0, 20),  # Mexico signs
        (date(1993, 2, 18), 2, 0, 0, 20),
        (date(1993, 2, 19), 2, 1, 0, 19),  # Egypt is the first to join
        (date(1993, 6, 25), 2, 2, 0, 18),  # the Vienna Conference
        (date(1997, 12, 12), 4, 9, 0, 11),  # resolution 52/115
        (date(1998, 12, 9), 5, 9, 0, 11),  # resolution 53/137: a year later not one deposit more
        (date(1999, 12, 9), 6, 12, 0, 8),
        (date(2003, 3, 13), 17, 19, 0, 1),
        (date(2003, 3, 14), 17, 21, 0, 0),  # El Salvador and Guatemala
        (date(2003, 6, 5), 17, 22, 0, 0),  # Mali
        (date(2003, 6, 30), 17, 22, 0, 0),
        (date(2003, 7, 1), 17, 22, 21, 0),
        (date(2003, 9, 30), 17, 23, 21, 0),
        (date(2003, 10, 1), 17, 23, 22, 0),  # Mali is bound, Kyrgyzstan waits
        (date(2025, 2, 28), 40, 60, 59, 0),  # Zimbabwe waits
        (date(2025, 3, 1), 40, 60, 60, 0),
        (date(2026, 2, 3), 40, 60, 60, 0),
        (date(2026, 2, 4), 40, 60, 60, 0),
        (date(9999, 12, 31), 40, 60, 60, 0),
    ],
)
def test_counts(day: date, signatories: int, deposits: int, parties: int, missing: int) -> None:
    found = status(day)
    counted = (len(found.signatories), len(found.contracting), len(found.parties), found.missing)
    assert counted == (signatories, deposits, parties, missing)


def test_the_nine_and_the_three_of_9_december_1998() -> None:
    """Nine contracting States in the order of deposit; three had signed and were not yet bound to be parties."""
    then = status(date(1998, 12, 9))
    assert [state.name for state in then.contracting] == NINE
    assert [state.name for state in then.signed_only] == ["Bangladesh", "Chile", "Mexico"]
    assert then.parties == ()
    assert then.in_force is None


def test_mali_waits_on_1_july_2003() -> None:
    first = status(date(2003, 7, 1))
    assert [state.name for state in first.waiting] == ["Mali"]
    assert first.in_force == date(2003, 7, 1)


def test_the_day_of_entry_into_force_is_known_from_the_twentieth_deposit_on() -> None:
    """On 14 March 2003 anybody could count it; the day before nobody could."""
    assert status(date(2003, 3, 14)).in_force == date(2003, 7, 1)
    assert status(date(2003, 3, 13)).in_force is None


def test_eleven_signatories_have_not_joined() -> None:
    assert [state.name for state in status(DATA_END).signed_only] == [
        "Armenia",
        "Cambodia",
        "Cameroon",
        "Comoros",
        "Gabon",
        "Haiti",
        "Liberia",
        "Montenegro",
        "Palau",
        "Serbia",
        "Sierra Leone",
    ]


@pytest.mark.parametrize(
    ("day", "before", "beyond"),
    [
        (date(1990, 12, 17), True, False),
        (OPENED, False, False),
        (DATA_END, False, False),
        (date(2026, 2, 4), False, True),
    ],
)
def test_a_day_outside_the_data_says_so(day: date, before: bool, beyond: bool) -> None:
    found = status(day)
    assert (found.before_opening, found.beyond_data) == (before, beyond)


@pytest.mark.parametrize(
    ("name", "day", "word"),
    [
        ("Mexico", date(1991, 5, 21), Standing.NONE),
        ("Mexico", date(1991, 5, 22), Standing.SIGNED),
        ("Mexico", date(1999, 3, 8), Standing.CONTRACTING),
        ("Mexico", date(2003, 6, 30), Standing.CONTRACTING),
        ("Mexico", date(2003, 7, 1), Standing.PARTY),
        ("Egypt", date(1998, 12, 9), Standing.CONTRACTING),
        ("Mali", date(2003, 7, 1), Standing.CONTRACTING),
        ("Mali", date(2003, 10, 1), Standing.PARTY),
        ("Armenia", DATA_END, Standing.SIGNED),
        ("Montenegro", date(2006, 10, 22), Standing.NONE),
        ("Montenegro", date(2006, 10, 23), Standing.SIGNED),
    ],
)
def test_standing(name: str, day: date, word: Standing) -> None:
    assert standing(find(name), status(day)) is word


@given(DAYS, DAYS)
def test_nobody_goes_back(one: date, other: date) -> None:
    """In this table no State has withdrawn: each number only grows, the distance only shrinks."""
    first, second = (status(day) for day in sorted((one, other)))
    assert set(first.signatories) <= set(second.signatories)
    assert set(first.contracting) <= set(second.contracting)
    assert set(first.parties) <= set(second.parties)
    assert first.missing >= second.missing


@given(DAYS)
def test_every_party_has_deposited(day: date) -> None:
    found = status(day)
    assert set(found.parties) <= set(found.contracting)
    assert len(found.parties) + len(found.waiting) == len(found.contracting)
    assert {standing(state, found) for state in found.waiting} <= {Standing.CONTRACTING}


def test_an_empty_table() -> None:
    found = status(DATA_END, states=())
    assert (found.contracting, found.parties, found.missing, found.in_force) == ((), (), 20, None)


# ---- suppositions ----


@pytest.mark.parametrize(
    ("name", "day", "in_force", "place", "bound"),
    [
        # one more State before the nineteenth deposit: Ecuador, 5 February 2002, becomes the twentieth
        ("Mali", date(1995, 1, 1), date(2002, 6, 1), 4, date(2002, 6, 1)),
        ("Chile", date(1993, 9, 24), date(2002, 6, 1), 3, date(2002, 6, 1)),
        # between the nineteenth and 14 March 2003 the State itself is the twentieth
        ("Chile", date(2002, 12, 1), date(2003, 4, 1), 20, date(2003, 4, 1)),
        # one of the nineteen earlier still: nothing moves
        ("Mexico", date(1991, 5, 22), date(2003, 7, 1), 1, date(2003, 7, 1)),
        # one of the nineteen later than 14 March: two joined that day, so nineteen others are twenty without it
        ("Egypt", date(2010, 1, 15), date(2003, 7, 1), 42, date(2010, 5, 1)),
        ("Guatemala", None, date(2003, 7, 1), None, None),
        ("El Salvador", None, date(2003, 7, 1), None, None),
        ("Egypt", None, date(2003, 7, 1), None, None),
        # Guatemala a month later: El Salvador is the twentieth
        ("Guatemala", date(2003, 4, 14), date(2003, 7, 1), 21, date(2003, 8, 1)),
        # a signatory that has not joined, after the data end
        ("Armenia", date(2026, 6, 30), date(2003, 7, 1), 61, date(2026, 10, 1)),
    ],
)
def test_what_if(name: str, day: date | None, in_force: date, place: int | None, bound: date | None) -> None:
    made = suppose(name, day)
    assert (made.supposed.in_force, made.place, made.bound) == (in_force, place, bound)
    assert made.real.in_force == date(2003, 7, 1)


def test_without_both_of_14_march_the_date_moves() -> None:
    """Mali is then the twentieth: 5 June 2003, hence 1 October 2003."""
    others = [state for state in participants() if state.name not in ("El Salvador", "Guatemala")]
    made = reckon(others)
    assert [state.name for state in made.decisive] == ["Mali"]
    assert made.in_force == date(2003, 10, 1)
    assert suppose("Mali", date(2003, 6, 6), others).shift == 0


def test_one_state_more_brings_thirteen_months_at_most() -> None:
    """No single State, on whatever day, brings entry into force before 1 June 2002."""
    for state in participants():
        for day in (OPENED, date(1995, 1, 1), date(2002, 2, 5), date(2002, 2, 6), date(2003, 3, 14)):
            made = suppose(state.name, day)
            assert made.supposed.in_force is not None
            assert date(2002, 6, 1) <= made.supposed.in_force <= date(2003, 7, 1)


def test_too_few_instruments_without_one_state() -> None:
    twenty = list(reckon().deposits[:20])
    made = suppose("Egypt", None, twenty)
    assert (made.supposed.in_force, made.supposed.decisive, made.shift) == (None, (), None)
    assert made.real.in_force == date(2003, 7, 1)


def test_an_unknown_state_is_refused() -> None:
    with pytest.raises(UnknownStateError):
        suppose("Atlantis", date(2000, 1, 1))


@given(st.sampled_from(participants()), st.dates(OPENED, date(2040, 1, 1)))
def test_the_table_itself_is_untouched_by_a_supposition(state: object, day: date) -> None:
    before = participants()
    suppose(state.name, day)  # type: ignore[attr-defined]
    assert participants() is before
    assert reckon().in_force == date(2003, 7, 1)
