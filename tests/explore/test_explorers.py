"""Explorers: from state to HTML without a browser; whatever an event brings is harmless."""

from __future__ import annotations

from typing import Any

import pytest

from helpers import explore
from helpers.errors import CourseError
from helpers.resolution import load
from helpers.resolution.symbol import SymbolError, decode
from tests.explore.drive import after

RESOLUTION = load("A/RES/53/137")


@pytest.mark.parametrize("element", RESOLUTION.elements, ids=lambda element: element.id)
def test_anatomy_explains_every_element(element: Any) -> None:
    """What it is, why it is there and how it is punctuated, for all 33."""
    shown = after(explore.anatomy(), ("pick", element.id))
    told = shown[shown.index('id="anatomy-told"') :]
    for label in ("What it is", "Why it is there", "How it is punctuated"):
        part = told.split(f"<strong>{label}</strong></dt><dd>")[1].split("</dd>")[0]
        assert len(part) > 20, label
    assert shown.count('aria-pressed="true"') == 1


@pytest.mark.parametrize(
    ("events", "told"),
    [
        ([("outline", "FN2")], "its marker is missing"),
        ([("outline", "FN3")], "PP1"),
        ([("step", "next")], "First preambular paragraph"),
        ([("step", "back")], "Number and title"),
        ([("pick", "MH.organ"), ("step", "back")], "Organ"),  # the first stays the first
        ([("pick", "FN7"), ("step", "next")], "Note 7"),  # and the last the last
        ([("pick", "OP5")], "Addressee: the organizations and agencies of the United Nations system"),
        ([("pick", "OP7")], "decides on the Assembly’s own work"),
        ([("pick", "nobody")], "Enacting words"),
        ([("pick", None), ("layers", 7), ("step", {}), ("unknown", "x")], "Enacting words"),
    ],
)
def test_anatomy(events: list[tuple[str, Any]], told: str) -> None:
    shown = after(explore.anatomy(), *events)
    assert told in shown[shown.index('id="anatomy-told"') :]


def test_anatomy_layers_are_those_ticked() -> None:
    shown = after(explore.anatomy(), ("layers", ["deadline", "<script>"]))
    assert shown.count("res-deadline") == 3  # two in the text, one in the label
    assert "<script" not in shown


@pytest.mark.parametrize(
    ("symbol", "meanings"),
    [
        ("A/RES/53/137", ["General Assembly", "Resolution", "53rd session", "Number 137 in that series"]),
        ("A/53/625/Add.1", ["General Assembly", "53rd session", "Number 625 in that series", "Addendum"]),
        ("A/53/230", ["General Assembly", "53rd session", "Number 230 in that series"]),
        ("A/CONF.157/24 (Part I)", ["General Assembly", "World Conference on Human Rights", "Number 24", "Part I"]),
        ("A/RES/2106 A (XX)", ["General Assembly", "Resolution", "Number 2106 A", "20th session"]),
        ("A/RES/2200 A (XXI)", ["General Assembly", "Resolution", "Number 2200 A", "21st session"]),
        ("S/RES/1325 (2000)", ["Security Council", "Resolution", "Number 1325", "Adopted in 2000"]),
        ("A/C.3/53/L.1", ["General Assembly", "Third Committee", "53rd session", "Limited distribution"]),
        ("A/HRC/RES/54/15", ["General Assembly", "Human Rights Council", "Resolution", "54th session", "Number 15"]),
        ("E/CN.4/1998/1", ["Economic and Social Council", "Commission on Human Rights", "The year 1998", "Number 1"]),
        ("A/XYZ/1", ["General Assembly", "Not in the course’s table", ""]),
        ("Q/1/2", ["Not in the course’s table", "", ""]),
        (" a / b ", ["Not in", "Not in"]),
        ("A//1", ["General Assembly", "Not in", ""]),
        ("A/(((((", ["General Assembly", "Not in"]),
    ],
)
def test_symbols(symbol: str, meanings: list[str]) -> None:
    """Each component has its meaning; what the table does not know is said to be unknown."""
    got = [component.meaning for component in decode(symbol)]
    assert len(got) == len(meanings)
    assert all(meaning in told for meaning, told in zip(meanings, got, strict=True)), got


@pytest.mark.parametrize(
    ("text", "problem"),
    [("", "no symbol here"), ("   ", "no symbol here"), ("A" * 81, "at most 80"), ("53", "no oblique stroke")],
)
def test_what_is_no_symbol_says_so(text: str, problem: str) -> None:
    with pytest.raises(SymbolError, match=problem):
        decode(text)


def test_decoder_refuses_in_one_line() -> None:
    page = explore.symbol()
    with pytest.raises(CourseError, match="no oblique stroke"):
        after(page, ("symbol", "hello"))
    assert "&lt;script&gt;" in after(page, ("symbol", "A/<script>"))


@pytest.mark.parametrize(
    ("events", "shown"),
    [
        ([], "Stop 1 of 5"),
        ([("step", "next")], "Stop 2 of 5"),
        ([("step", "next")] * 9, "Stop 5 of 5"),
        ([("step", "back")], "Stop 1 of 5"),
        ([("sample", "OP4")], "Requests the Secretary-General"),
        ([("sample", "../etc")], "Aware"),
        ([("step", "next"), ("layers", ["deadline"])], '<span class="res-deadline">at its fifty-fourth session'),
    ],
)
def test_tour(events: list[tuple[str, Any]], shown: str) -> None:
    assert shown in after(explore.tour(), *events).replace('<span class="res-opening">Requests</span>', "Requests")
