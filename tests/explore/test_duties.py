"""Who must do what by when: filters, table and drawing, for this resolution and for any other."""

from __future__ import annotations

from typing import Any

import pytest

from helpers import explore
from helpers.explore.duties import acts_table
from helpers.explore.flow import drawing, told
from helpers.resolution import load, parse
from helpers.view import Page
from tests.explore import drive

RESOLUTION = load("A/RES/53/137")
ALL = ("kinds", ["directive", "internal", "evaluative"])
INVITED = (
    "the organizations and agencies of the United Nations system and intergovernmental and non-governmental "
    "organizations"
)


def after(page: Page[Any], *events: tuple[str, Any]) -> str:
    return drive.after(page, ("view", "table"), *events)


def rows(shown: str) -> list[str]:
    return [part.split("</th>")[0] for part in shown.split('<th scope="row">')[1:]]


@pytest.mark.parametrize(
    ("events", "shown"),
    [
        ([], ["OP3", "OP4", "OP5", "OP6", "OP7"]),
        ([ALL], ["OP1", "OP2", "OP3", "OP3", "OP4", "OP5", "OP5", "OP6", "OP6", "OP7"]),
        ([("kinds", ["evaluative"])], ["OP1", "OP2", "OP3", "OP5", "OP6"]),
        ([("kinds", ["internal"])], ["OP7"]),
        ([("dated", ["dated"])], ["OP6", "OP7"]),
        ([("dated", ["dated"]), ("dated", [])], ["OP3", "OP4", "OP5", "OP6", "OP7"]),
        ([("addressee", "the Secretary-General")], ["OP4", "OP6"]),  # OP6 says "him"
        ([("addressee", "the Secretary-General"), ("dated", ["dated"])], ["OP6"]),
        ([("addressee", INVITED)], ["OP5"]),
        ([ALL, ("addressee", "nobody")], ["OP1", "OP2", "OP3", "OP5", "OP6", "OP7"]),
        ([("addressee", "nobody"), ("addressee", "")], ["OP3", "OP4", "OP5", "OP6", "OP7"]),
        ([("kinds", [])], []),
        ([("addressee", "him")], ["OP3", "OP4", "OP5", "OP6", "OP7"]),  # nobody is called "him"
        ([("addressee", None), ("kinds", "directive"), ("dated", 1), ("view", "film")], ["OP3", "OP4", "OP5", "OP6", "OP7"]),  # noqa: E501
        ([("kinds", ["<script>", 3, "internal"])], ["OP7"]),
    ],
)  # fmt: skip
def test_filters(events: list[tuple[str, Any]], shown: list[str]) -> None:
    """What is shown, and how many acts that is, said in a line."""
    page = after(explore.duties(), *events)
    assert rows(page) == shown
    if shown:
        assert f"{len(shown)} of 10 acts." in page


def test_nothing_fits_in_one_line() -> None:
    page = after(explore.duties(), ("kinds", ["evaluative"]), ("dated", ["dated"]))
    assert "No act fits: 0 of 10 acts. Tick another kind, or choose ‘everybody and nobody’." in page
    assert "<table" not in page


@pytest.mark.parametrize(
    ("paragraph", "cells"),
    [
        ("OP3", ["Calls upon", "all Member States", "no time named", "directive"]),
        ("OP4", ["Requests", "the Secretary-General", "no time named", "directive"]),
        ("OP5", ["invites", INVITED, "no time named", "directive"]),
        ("OP6", ["requests", "the Secretary-General</span> (“him”)", "at its fifty-fourth session", "directive"]),
        ("OP7", ["Decides", "the organ itself", "at its fifty-fourth session", "internal"]),
    ],
)
def test_the_table(paragraph: str, cells: list[str]) -> None:
    row = after(explore.duties()).split(f'<th scope="row">{paragraph}</th>')[1].split("</tr>")[0]
    for cell in cells:
        assert cell in row


def test_the_drawing_holds_every_word_of_the_acts() -> None:
    """Lines are broken, words are not lost; the same stands in one sentence an act for who cannot see it."""
    acts = [("OP6", RESOLUTION.acts[8]), ("OP7", RESOLUTION.acts[9])]
    drawn = str(drawing("General Assembly", acts))
    lines = [part.split("</tspan>")[0].split(">")[1] for part in drawn.split("<tspan")[1:]]
    text = " ".join(lines)
    for words in ("requests", "the Secretary- General", "to submit an updated report on the status of the"):
        assert words in text
    assert told("General Assembly", acts) == (
        "General Assembly. OP6: requests the Secretary-General to submit an updated report on the status of the "
        "Convention to the General Assembly at its fifty-fourth session. OP7: Decides to consider the report of the "
        'Secretary-General at its fifty-fourth session under the sub-item entitled "Implementation of human rights '
        'instruments".'
    )


def test_drawing_and_table_are_one_press_apart() -> None:
    page = explore.duties()
    live = str(page.render(page.start()))
    assert 'role="img"' in live and "<table" not in live
    assert "<table" in after(page) and 'role="img"' not in after(page)


SHORT = """The Security Council,

Recalling its resolutions,

1. Decides that all States shall freeze the funds;

2. Requests the <b>Secretary-General</b>:

(a) To report by 1 May 2031;

(b) To consult States;

3. Urges States to comply;

4. Decides to remain seized of the matter.
"""


def test_the_table_serves_any_resolution() -> None:
    """Sub-paragraphs, foreign markup and acts without an addressee included."""
    other = parse(SHORT)
    table = str(acts_table(other, other.acts))
    assert rows(table)[0] == "OP1"
    assert len(rows(table)) == len(other.acts)
    assert "<b>" not in table
    assert "States" in table
    assert str(acts_table(other, [])).count("<tr>") == 1


def test_without_a_kernel_it_tells_the_same() -> None:
    page = explore.duties()
    assert page.plain.count("\n") == 9  # ten acts, a line each
    assert rows(str(page.still)) == ["OP1", "OP2", "OP3", "OP3", "OP4", "OP5", "OP5", "OP6", "OP6", "OP7"]
    for words in ("the Secretary-General (“him”)", "at its fifty-fourth session", "all Member States"):
        assert words in page.plain
