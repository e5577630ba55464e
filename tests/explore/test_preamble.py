"""The preamble by function: groups, two openings side by side, and what the argument loses."""

from __future__ import annotations

import re
from typing import Any

import pytest

from helpers import explore
from helpers.explore.argument import links, openings, steps
from helpers.resolution import load
from helpers.resolution.quote import unverified
from tests.explore import drive


def after(*events: tuple[str, Any], view: str = "function") -> str:
    return drive.after(explore.preamble(view), *events)


def part(shown: str, mark: str) -> str:
    """What stands in the element with this id, as text."""
    return re.sub(r"<[^>]+>", " ", shown[shown.index(f'id="{mark}"') :])


def test_groups_follow_the_openings() -> None:
    """Four recall, four note, one states a value."""
    shown = after()
    heads = re.findall(r"<h3>It ([^<]+)</h3>", shown)
    assert heads == ["recalls law or earlier texts (4)", "notes a situation (4)", "states a value (1)"]
    groups = [re.findall(r'id="preamble-pick-(PP\d)"', piece) for piece in shown.split("<h3>")[1:4]]
    assert groups == [["PP1", "PP3", "PP7", "PP9"], ["PP2", "PP4", "PP5", "PP8"], ["PP6"]]


@pytest.mark.parametrize("number", range(1, 10))
def test_every_paragraph_can_be_picked(number: int) -> None:
    """Its words, its opening, its step and why it stands there."""
    shown = after(("pick", f"PP{number}"))
    told = part(shown, "preamble-told")
    assert shown.count('aria-pressed="true"') == 2  # the view and the paragraph
    assert f"PP{number}" in told
    assert steps()[number - 1].name in told
    assert "Grouping and wording are the course’s own reading" in shown


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("Bearing in mind", "Reiterating", ("PP2, PP8", "534 times", "394 times", "about 1.4 times")),
        ("Recalling", "Reaffirming once more", ("PP7, PP9", "5,519 times", "14 times", "about 394 times")),
        ("Aware", "Considering", ("adjective", "270 times", "205 times")),
        ("Underlining", "Underlining", ("430 times", "Choose two different openings")),
    ],
)
def test_two_openings_side_by_side(left: str, right: str, told: tuple[str, ...]) -> None:
    """Counts as in the table of openings: Assembly resolutions of sessions 74 to 80."""
    shown = after(("left", left), ("right", right), view="contrast")
    assert all(words in shown for words in told)
    assert "2,245 resolutions of the General Assembly, sessions 74 to 80" in shown


@pytest.mark.parametrize(
    ("kept", "told", "untold"),
    [
        ("123456789", ["Nothing is left out"], ["What is lost"]),
        ("", ["No reason is left"], ["What is lost"]),
        ("13456789", ["overlooked the law of labour", "norms of labour in it are named nowhere"], ["PP1."]),
        ("12456789", ["nothing says that more has to be done"], ["named nowhere"]),
        ("3456789", ["human rights instruments in it", "norms of labour in it"], []),
        ("12345689", ["PP8 still says “the Convention”", "PP9 still says “the Convention”"], ["PP5."]),
        ("12346789", ["without its day and its conference"], ["PP8."]),
        ("1", ["PP2.", "PP9."], ["still"]),  # nothing that is left rests on anything
    ],
)
def test_what_the_argument_loses(kept: str, told: list[str], untold: list[str]) -> None:
    """Each paragraph left out is named with its loss, and so is what hangs loose without it."""
    shown = after(("keep", [f"PP{n}" for n in kept]), view="argument")
    chain = part(shown, "preamble-chain")
    assert shown.count("left out</span>") == 9 - len(kept)
    assert all(words in chain for words in told)
    assert not any(words in chain for words in untold)


def test_the_whole_argument_comes_back() -> None:
    shown = after(("keep", ["PP4"]), ("whole", ""), view="argument")
    assert shown.count(" checked") == 9


@pytest.mark.parametrize(
    "event",
    [
        ("view", "nothing"),
        ("pick", "OP1"),
        ("pick", None),
        ("function", "<script>"),
        ("left", 7),
        ("right", "Recalls"),
        ("keep", "PP1"),
        ("keep", {"PP1": 1}),
        ("unknown", "x"),
    ],
)
@pytest.mark.parametrize("view", ["function", "contrast", "argument"])
def test_unknown_events_leave_the_page_as_it_is(view: str, event: tuple[str, Any]) -> None:
    assert after(event, view=view) == after(view=view)


def test_a_group_shows_its_own_paragraphs() -> None:
    """Choosing a group picks its first paragraph when the one picked is not in it."""
    shown = after(("pick", "PP4"), ("function", "states a value"))
    assert re.findall(r'id="preamble-pick-(PP\d)"', shown) == ["PP6"]
    assert "Underlining" in part(shown, "preamble-told")


def test_the_same_without_a_kernel() -> None:
    """The still page and the plain text name every paragraph, its opening, its step and the counts."""
    page = explore.preamble()
    still = page.without_kernel()
    for text in (still["text/html"], still["text/plain"]):
        for paragraph, step in zip(load("A/RES/53/137").preamble, steps(), strict=True):
            assert paragraph.id in text
            assert paragraph.opening in text
            assert step.name in text
        assert "5,519 times" in text
        assert "course’s own reading" in text


def test_the_tables_quote_the_resolution() -> None:
    """What stands in double quotation marks in our tables is in the text; every step is there once."""
    resolution = load("A/RES/53/137")
    said = [text for step in steps() for text in (step.brings, step.lost)] + [link.loose for link in links()]
    assert list(unverified(resolution, " ".join(said))) == []
    assert [step.id for step in steps()] == [paragraph.id for paragraph in resolution.preamble]
    assert {paragraph.opening for paragraph in resolution.preamble} == set(openings())
