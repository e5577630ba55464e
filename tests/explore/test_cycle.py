"""The yearly cycle: session and year, what is known of each step, and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from helpers import explore
from helpers.errors import CourseError
from helpers.explore.cycle import opens, session_of
from helpers.resolution import load
from helpers.resolution.quote import unverified
from tests.explore.drive import after


@pytest.mark.parametrize(("session", "year"), [(33, 1978), (45, 1990), (52, 1997), (53, 1998), (54, 1999), (80, 2025)])
def test_a_session_opens_in_september_of_1945_and_its_number(session: int, year: int) -> None:
    assert opens(session) == year


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("53", 53),
        (" 54 ", 54),
        ("54th", 54),
        ("53rd session", 53),
        ("fifty-fourth", 54),
        ("Fifty-third session", 53),
        ("1998", 53),
        ("1978", 33),
        ("2025", 80),
    ],
)
def test_sessions_and_years_as_people_write_them(text: str, session: int) -> None:
    assert session_of(text) == session


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("0", "‘0’ lies outside"),
        ("200", "‘200’ lies outside"),
        ("32", "‘32’ lies outside"),
        ("81", "‘81’ lies outside"),
        ("1977", "‘1977’ lies outside"),
        ("2050", "‘2050’ lies outside"),
        ("", "‘’ is neither a session nor a year"),
        ("next year", "‘next year’ is neither"),
        ("-5", "‘-5’ is neither"),
        ("53.5", "‘53.5’ is neither"),
        ("12345678901234567890", "is neither"),
        ("x" * 400, "x…’ is neither"),
    ],
)
def test_anything_else_gets_one_line(text: str, problem: str) -> None:
    with pytest.raises(CourseError, match=problem) as caught:
        after(explore.cycle(), ("ask", text))
    assert "write a session from 33 to 80, or a year from 1978 to 2025" in str(caught.value)
    assert len(str(caught.value)) < 150


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([], "Session 53: September 1998 to September 1999"),
        ([], "1945 + 53 = 1998. Until that month session 52 was still running."),
        ([], "You are at step 1, the report."),
        ([("step", "next")], "You are at step 2, the item."),
        ([("step", "next")] * 3, "Session 54: September 1999 to September 2000"),  # the resolution leads to a report
        ([("step", "back")], "You are at step 3, the resolution."),
        ([("step", "back")], "Session 52"),
        ([("pick", "resolution")], "You are at step 3"),
        ([("year", "next")], "Session 54"),
        ([("year", "back")] * 99, "Session 33"),
        ([("ask", "2025"), ("year", "next")], "Session 80"),
        ([("ask", "80"), ("pick", "resolution"), ("step", "next")], "Session 80"),
        ([("ask", "33"), ("step", "back")], "Session 33"),
        ([("ask", None), ("pick", "vote"), ("year", {}), ("step", 9), ("unknown", "x")], "Session 53"),
    ],
)
def test_steps(events: list[tuple[str, Any]], told: str) -> None:
    assert told in after(explore.cycle(), *events)


@pytest.mark.parametrize(
    ("session", "told"),
    [
        ("53", "A/53/230: note 7 gives the symbol"),
        ("53", "Item 110, sub-item (a)"),
        ("53", "<strong>A/RES/53/137</strong>, The resolution of this course; adopted on 9 December 1998"),
        ("52", "<strong>A/RES/52/115</strong>, Status of the Convention; adopted on 12 December 1997"),
        ("52", "It requests a report on the status of the Convention for the fifty-third session, says PP9."),
        ("52", "The course has seen no document on this step of this session."),
        ("54", "An updated report on the status of the Convention, as OP6 requests."),
        ("54", "The sub-item “Implementation of human rights instruments”, says OP7."),
        ("54", "(seen in a secondary copy only)"),
        ("46", "<strong>A/RES/46/114</strong>"),
        ("46", "(not verified: general knowledge, checked against no document)"),
        ("45", "By it the Assembly adopted the Convention and opened it to States (PP7)."),
        ("41", "Before the Convention: "),
        ("41", "149 in favour, 1 against, 4 abstentions"),
        ("33", "adopted in December 1978"),
        ("55", "Neighbour on another subject: "),
        ("60", "The list may have gaps."),
        ("75", "The course’s list holds no resolution on the Convention for this session."),
    ],
)
def test_what_is_known_of_a_session(session: str, told: str) -> None:
    """Nothing more than the table and the text say; what nobody checked is marked."""
    assert told in after(explore.cycle(), ("ask", session))


def test_the_current_step_is_named_and_marked() -> None:
    """In the line that is read out, in the list, and in the drawing's own words."""
    shown = after(explore.cycle(), ("step", "next"))
    assert shown.count('aria-current="step"') == 1
    assert shown.count('aria-pressed="true"') == 1
    assert "Marked: item. session 53, 1998–1999." in shown


def test_what_it_quotes_is_in_the_text() -> None:
    resolution = load("A/RES/53/137")
    assert list(unverified(resolution, explore.cycle().plain)) == []


def test_without_a_kernel_it_tells_the_same() -> None:
    page = explore.cycle()
    for told in ("A/RES/52/115", "A/RES/54/158", "not verified", "A/53/230", "1945 + n"):
        assert told in page.plain
        assert told in str(page.still)
