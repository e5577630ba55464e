"""Note finder: each place is weighed by five pieces of evidence; the verdicts were reasoned out by hand."""

from __future__ import annotations

import re
from typing import Any

import pytest

from helpers import explore
from helpers.explore.evidence import places, weigh
from tests.explore import drive

# order, note, list, comma, predecessor: what fits at each place
VERDICTS = {
    "A": "-----",  # before the comma after "protection of human rights": nothing named yet, mark 1 comes later
    "B": "---+-",
    "C": "+--+-",  # after mark 1: the order would still hold, but the words name the Declaration
    "D": "+++-+",  # the Covenants, but before their comma
    "E": "+++++",
    "F": "---+-",
    "G": "---+-",
    "H": "---+-",
}


def after(*events: tuple[str, Any]) -> str:
    return drive.after(explore.notefinder(), *events)


def test_eight_places() -> None:
    """After each of the six commas of PP1, and before the two that no mark follows."""
    assert [place.letter for place in places()] == list("ABCDEFGH")
    assert [place.mark for place in places()] == [None, None, 1, None, None, 3, 4, 5]
    assert [place.letter for place in places() if not place.after_comma] == ["A", "D"]


@pytest.mark.parametrize(("letter", "verdict"), VERDICTS.items())
def test_every_place_is_weighed(letter: str, verdict: str) -> None:
    judged = weigh(letter)
    assert "".join("+" if piece.fits else "-" for piece in judged) == verdict
    assert all(len(piece.why) > 20 for piece in judged)


@pytest.mark.parametrize(
    ("letter", "says"),
    [
        ("A", ["None of the five pieces fits here.", "Mark 1 comes only later"]),
        ("C", ["2 of the five pieces fit here.", "The name here has mark 1", "name another instrument"]),
        ("D", ["4 of the five pieces fit here.", "would stand before the comma"]),
        ("E", ["All five pieces fit here.", "missing in our copy", "13,520", "6 stand before one"]),
        ("H", ["One of the five pieces fits here.", "Mark 5 stands before this place: 2 would follow it."]),
    ],
)
def test_it_says_which_evidence_fits(letter: str, says: list[str]) -> None:
    shown = after(("place", letter))
    for words in says:
        assert words in shown
    assert "forgot" not in shown


def test_places_tried_can_be_compared() -> None:
    """Each place stands once, in the order in which it was tried; starting again clears them."""
    tried = [("place", letter) for letter in "CEC"]
    shown = after(*tried)
    assert re.findall(r'<th scope="row">(.)</th>', shown) == ["C", "E"]
    assert shown.count('aria-pressed="true"') == 1
    assert "<table" not in after(*tried, ("again", ""))
    taken_out = after(*tried, ("place", ""))
    assert "No place is chosen yet." in taken_out and "<table" in taken_out


@pytest.mark.parametrize("event", [("place", "Z"), ("place", None), ("place", ["E"]), ("place", "<b>"), ("x", "E")])
def test_what_is_unknown_leaves_the_state(event: tuple[str, Any]) -> None:
    assert after(("place", "C"), event) == after(("place", "C"))


def test_without_a_kernel_it_tells_the_same() -> None:
    """The letters stand in the text, the evidence on every place in a table and in plain lines."""
    page = explore.notefinder()
    shown = page.without_kernel()
    assert "Human Rights[D],[E]" in shown["text/html"]
    assert shown["text/html"].count("<tr>") == 9
    assert "button" not in shown["text/html"]
    assert len(page.plain.splitlines()) == 8
    assert "Against: nothing." in page.plain.splitlines()[4]
    assert shown == page.without_kernel()
