"""The instruments that the preamble names: their days, kinds and counts of States."""

from __future__ import annotations

import datetime

import pytest

from helpers.treaty.instruments import instrument, instruments


@pytest.mark.parametrize(
    ("key", "kind", "adopted", "opened", "in_force"),
    [
        ("UDHR", "declaration", "1948-12-10", None, None),
        ("ICERD", "treaty", "1965-12-21", "1966-03-07", "1969-01-04"),
        ("ICESCR", "treaty", "1966-12-16", "1966-12-19", "1976-01-03"),
        ("ICCPR", "treaty", "1966-12-16", "1966-12-19", "1976-03-23"),
        ("CEDAW", "treaty", "1979-12-18", "1980-03-01", "1981-09-03"),
        ("CRC", "treaty", "1989-11-20", "1990-01-26", "1990-09-02"),
        ("ICRMW", "treaty", "1990-12-18", "1990-12-18", "2003-07-01"),
        ("VDPA", "declaration", "1993-06-25", None, None),
    ],
)
def test_kind_and_days(key: str, kind: str, adopted: str, opened: str | None, in_force: str | None) -> None:
    """A declaration has one day, a treaty three."""
    found = instrument(key)
    days = [day and day.isoformat() for day in (found.adopted, found.opened, found.in_force)]
    assert (found.kind, days) == (kind, [adopted, opened, in_force])


def test_the_two_covenants_share_a_name() -> None:
    for key in ("ICESCR", "ICCPR"):
        assert instrument(key).names[-1] == "International Covenants on Human Rights"
    assert instrument("CRC").names == ("Convention on the Rights of the Child",)


@pytest.mark.parametrize(
    ("key", "then", "about", "now"),
    [
        ("ICERD", 150, True, 182),
        ("ICESCR", 137, True, 173),
        ("ICCPR", 139, True, 175),
        ("CEDAW", 162, True, 189),
        ("CRC", 190, True, 196),
        ("ICRMW", 9, False, 60),  # its own row of deposits gives the nine exactly
    ],
)
def test_states_bound_then_and_now(key: str, then: int, about: bool, now: int) -> None:
    found = instrument(key)
    count, latest = found.bound_on(datetime.date(1998, 12, 9)), found.latest
    assert count and latest
    assert (count.states, count.about, latest.states, latest.about) == (then, about, now, False)
    assert latest.day == datetime.date(2026, 2, 3)


def test_a_declaration_binds_no_number_of_states() -> None:
    assert instrument("UDHR").bound == ()
    assert instrument("UDHR").latest is None
    assert instrument("CRC").bound_on(datetime.date(1999, 1, 1)) is None


def test_labour_conventions_and_the_charter_are_left_out() -> None:
    """The preamble names neither; the table has them for another lesson."""
    assert {i.key for i in instruments()} & {"ILO-C97", "ILO-C143", "UNCHARTER", "ICCPR+ICESCR"} == set()
