"""The table of States: who is in it, and how a name is found."""

from __future__ import annotations

from datetime import date

import pytest

from helpers.errors import CourseError
from helpers.resources import read_table
from helpers.treaty import DATA_END, OPENED, UnknownStateError, find, participants


def test_seventy_one_states() -> None:
    """60 with an instrument, 40 signatories (one by succession), 11 of them without an instrument."""
    states = participants()
    assert len(states) == 71
    assert sum(state.instrument is not None for state in states) == 60
    assert sum(state.signature is not None for state in states) == 40
    assert [s.name for s in states if s.signature_kind == "succession to signature"] == ["Montenegro"]
    assert sum(state.instrument is None for state in states) == 11


def test_no_step_lies_outside_the_time_that_the_table_covers() -> None:
    days = [day for state in participants() for day in (state.signature, state.instrument) if day]
    assert min(days) == date(1991, 5, 22)  # Mexico's signature
    assert max(days) == date(2024, 11, 5)  # Zimbabwe's accession
    assert OPENED <= min(days) <= max(days) <= DATA_END


def test_the_two_days_stand_in_the_other_tables() -> None:
    """What the code says of opening and of the last day is what the data say."""
    convention = next(row for row in read_table("treaty/instruments.csv") if row["key"] == "ICRMW")
    assert date.fromisoformat(convention["opened_for_signature"]) == OPENED
    assert max(date.fromisoformat(row["date"]) for row in read_table("treaty/state_counts.csv")) == DATA_END
    assert int(convention["parties_2026_02_03"]) == sum(state.instrument is not None for state in participants())


def test_kinds_say_how_a_state_joined() -> None:
    """Who has signed ratifies, who has not accedes; nobody signs after joining."""
    for state in participants():
        assert bool(state.signature) == bool(state.signature_kind)
        expected = {(True, True): "ratification", (False, True): "accession"}
        assert state.instrument_kind == expected.get((bool(state.signature), bool(state.instrument)), "")
        assert not (state.signature and state.instrument) or state.signature <= state.instrument


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("Mali", "Mali"),
        (" mexico ", "Mexico"),
        ("TURKIYE", "Türkiye"),
        ("Côte d'Ivoire", "Côte d’Ivoire"),
        ("cote d’ivoire", "Côte d’Ivoire"),
        ("venezuela (bolivarian republic of)", "Venezuela (Bolivarian Republic of)"),
        ("gtm", "Guatemala"),
    ],
)
def test_a_name_is_found(typed: str, name: str) -> None:
    assert find(typed).name == name


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("Atlantis", "‘Atlantis’ is not in the table of signatures and deposits; choose a State from the list"),
        ("Nigerr", "is it Niger or Nigeria?"),
        ("", "‘’ is not in the table"),
        ("France", "choose a State from the list"),  # a State, but without any step
        ("x" * 500, "x" * 60 + "’"),
    ],
)
def test_an_unknown_name_says_so_in_one_line(typed: str, told: str) -> None:
    with pytest.raises(UnknownStateError) as raised:
        find(typed)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)
    assert isinstance(raised.value, CourseError)


def test_marks_on_a_map_are_where_the_states_are() -> None:
    """Hemispheres written by hand: a mark on the wrong side of the world would stand out."""
    for name, north, east in [
        ("Fiji", False, True),
        ("Seychelles", False, True),
        ("St. Vincent and the Grenadines", True, False),
        ("Palau", True, True),
        ("Cabo Verde", True, False),
        ("Comoros", False, True),
        ("Sao Tome and Principe", True, True),
        ("Peru", False, False),
    ]:
        state = find(name)
        assert (state.latitude > 0, state.longitude > 0) == (north, east), name
