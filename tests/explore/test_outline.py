"""The Convention in outline: articles and parts, invented people and who is covered."""

from __future__ import annotations

import re
from typing import Any

import pytest

from helpers import explore
from helpers.errors import CourseError
from helpers.treaty.convention import cases
from tests.explore import drive

BOTH, THREE, NONE = "both", "three", "none"


def after(*events: tuple[str, Any], view: str = "parts") -> str:
    return drive.after(explore.outline(view), *events)


def told(shown: str, mark: str) -> str:
    return re.sub(r"<[^>]+>", " ", shown[shown.index(f'id="{mark}"') :])


@pytest.mark.parametrize(
    ("typed", "part", "said"),
    [
        ("1", "I", "from preparing to leave until return"),
        ("2", "I", "paid activity"),
        ("7", "II", "without distinction"),
        ("8", "III", "in a regular situation or not"),
        ("35", "III", "gives no right to that"),
        ("36", "IV", "They have part III as well"),
        ("56", "IV", "The course says nothing on this article"),
        ("57", "V", "Particular groups"),
        ("63", "V", "We have seen this article in one copy of the text only"),
        ("64", "VI", "States consult"),
        ("72", "VII", "Committee of experts"),
        ("79", "VIII", "States keep the right to decide whom they admit"),
        ("87", "IX", "twentieth instrument"),
        ("93", "IX", "language versions"),
        (" Article 40 ", "IV", "documented or in a regular situation"),
        ("art. 2 (1)", "I", "who a migrant worker is".capitalize()),
    ],
)
def test_an_article_has_its_part(typed: str, part: str, said: str) -> None:
    """Bounds of the nine parts as in the Convention."""
    shown = told(after(("article", typed)), "outline-told")
    assert re.search(rf"Article \d+ stands in part {part} ", shown)
    assert said in shown


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("94", "The Convention has no article 94; its articles run from 1 to 93."),
        ("0", "no article 0"),
        ("9999", "no article 9999"),
        ("hello", "‘hello’ is no article; type a number from 1 to 93."),
        ("-3", "is no article"),
        ("4.5", "is no article"),
        ("<script>", "is no article"),
        ("4" * 500, "is no article"),
    ],
)
def test_no_article_is_said_in_one_line(typed: str, problem: str) -> None:
    with pytest.raises(CourseError) as caught:
        after(("article", typed))
    assert problem in str(caught.value)
    assert len(str(caught.value)) < 120


def test_an_emptied_field_asks_for_nothing() -> None:
    assert after(("article", "40"), ("article", "")) == after(("article", "40"))
    assert after(("article", " ")) == after()


@pytest.mark.parametrize("part", ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"])
def test_every_part_opens(part: str) -> None:
    shown = after(("article", "40"), ("part", part))
    assert ">0<" not in shown
    assert f"<h3>Part {part}</h3>" in shown
    assert shown.count('aria-pressed="true"') == 2


@pytest.mark.parametrize(
    ("key", "holds"),
    [
        ("nurse", BOTH),  # in paid work abroad, all three permissions
        ("cook", THREE),  # no permission to stay
        ("student", NONE),  # article 3 (e)
        ("builder", BOTH),  # has been in paid work, still authorized
        ("official", NONE),  # article 3 (a)
        ("baker", BOTH),  # frontier worker
        ("carpenter", BOTH),  # self-employed
        ("refugee", NONE),  # article 3 (d)
        ("picker", BOTH),  # seasonal worker
        ("investor", NONE),  # article 3 (c)
    ],
)
def test_invented_people(key: str, holds: str) -> None:
    """What holds by articles 2, 3 and 5, and a reason for every choice."""
    place = next(n for n, case in enumerate(cases()) if case.key == key)
    walk = [("step", "next")] * place
    for answer in (BOTH, THREE, NONE):
        said = told(after(*walk, ("place", answer), view="cases"), "outline-reason")
        assert ("It holds." in said) == (answer == holds)
        assert cases()[place].reason in said
        assert "(Articles " in said


def test_people_placed_stand_under_what_holds_for_them() -> None:
    shown = after(("place", NONE), ("step", "next"), ("place", THREE), view="cases")
    sorted_ = shown[shown.index("Placed so far") :]
    assert [re.sub(r"<[^>]+>", " ", piece).split()[-1] for piece in sorted_.split("</dd>")[:3]] == [
        "nurse",
        "cook",
        "yet",
    ]


def test_nobody_is_asked_about_themselves() -> None:
    """Every case speaks of an invented person, and says so."""
    assert not re.search(r"\b(?:you|your|yours)\b", " ".join(case.text for case in cases()), re.IGNORECASE)
    assert "The people are invented" in after(view="cases")


def test_the_first_case_has_no_earlier_and_the_last_no_later() -> None:
    assert "Case 1 of 10" in after(("step", "back"), view="cases")
    assert "Case 10 of 10" in after(*[("step", "next")] * 20, view="cases")


@pytest.mark.parametrize(
    "event",
    [("view", "x"), ("part", "X"), ("part", None), ("article", 40), ("place", "maybe"), ("step", {}), ("unknown", "")],
)
@pytest.mark.parametrize("view", ["parts", "cases"])
def test_unknown_events_leave_the_page_as_it_is(view: str, event: tuple[str, Any]) -> None:
    assert after(event, view=view) == after(view=view)


def test_the_same_without_a_kernel() -> None:
    """Nine parts with their articles, ten people with what holds and why."""
    for text in explore.outline().without_kernel().values():
        assert "Promotion of sound, equitable, humane and lawful conditions" in text
        assert all(case.reason in text for case in cases())
        assert "The people are invented" in text
