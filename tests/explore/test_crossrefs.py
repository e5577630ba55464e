"""Cross-references: which paragraphs belong together, by what, shown side by side."""

from __future__ import annotations

import html
import re
from typing import Any

import pytest

from helpers.explore import crossrefs
from helpers.explore.ties import KINDS, tied
from helpers.resolution import load
from helpers.resources import read_table
from helpers.view import Page
from tests.explore import drive

RESOLUTION = load("A/RES/53/137")


def after(page: Page[Any], *events: tuple[str, Any]) -> str:
    return html.unescape(drive.after(page, *events))


def status(shown: str, part: str = "crossrefs-told") -> str:
    return re.sub(
        r"<[^>]+>", "", shown.split(f'id="{part}">')[1].split("</p>" if part.endswith("told") else "</ul>")[0]
    )


def marked(shown: str) -> dict[str, list[str]]:
    """The words that are marked in each of the two passages, by its id."""
    passages = re.findall(r'<span class="res-id">(\w+)</span><p>(.*?)</p></blockquote>', shown)
    return {element: re.findall(r'<mark class="res-shared">(.*?)</mark>', text) for element, text in passages}


@pytest.mark.parametrize(
    ("element", "told"),
    [
        ("PP5", "PP5 is linked with PP3, PP6, PP7, PP8 and note 6."),
        ("PP6", "PP6 is linked with PP2, PP5, PP8 and OP1."),
        ("PP7", "PP7 is linked with PP5, PP8, PP9, OP2, OP3, OP4, OP5 and OP6."),
        ("OP7", "OP7 is linked with PP1 and OP6."),
        ("FN6", "note 6 is linked with PP5."),
        ("FN2", "No paragraph calls note 2: its marker is missing in our copy. Lesson 11 comes back to it."),
    ],
)
def test_what_an_element_is_linked_with(element: str, told: str) -> None:
    for event in ("pick", "element"):
        assert status(after(crossrefs(), (event, element))) == told


def test_one_document_for_two_ends() -> None:
    """PP5 opens on PP8: the same document, the words of both, and the course's reading named as one."""
    shown = after(crossrefs())
    told = status(shown, "crossrefs-shown")
    assert "Cites the same document: both cite “Vienna Declaration and Programme of Action”" in told
    assert "Takes it up (the course’s own reading): One document for two ends" in told
    words = ["that, in the Vienna Declaration and Programme of Action"]
    assert marked(shown) == {"PP5": words, "PP8": words}


@pytest.mark.parametrize(
    ("events", "expected"),
    [
        (
            [("pick", "PP6"), ("beside", "OP1")],
            {
                "PP6": ["the growing manifestations of racism", "xenophobia", "against migrant workers"],
                "OP1": ["the growing manifestations of racism", "xenophobia", "against migrant workers"],
            },
        ),
        ([("pick", "PP6"), ("beside", "PP5")], {"PP5": [], "PP6": []}),  # an echo that no word shows
        ([("pick", "OP3"), ("beside", "PP8")], {"PP8": ["signing and ratifying"], "OP3": ["signing and ratifying"]}),
        ([("pick", "OP6"), ("beside", "FN7")], {"OP6": [], "FN7": []}),
        (
            [("pick", "OP6"), ("beside", "OP4")],
            {"OP4": ["Requests"], "OP6": ["requests"]},
        ),
    ],
)
def test_shared_words_are_marked_in_both(events: list[tuple[str, Any]], expected: dict[str, list[str]]) -> None:
    assert marked(after(crossrefs(), *events)) == expected


def test_only_the_kinds_that_are_ticked() -> None:
    shown = after(crossrefs(), ("kinds", ["source", "note", "<script>", 3]))
    assert status(shown) == "PP5 is linked with PP8 and note 6."
    assert shown.count(" checked") == 2
    nothing = after(crossrefs(), ("kinds", []))
    assert status(nothing) == "PP5 has no link of the kinds that are ticked."
    assert 'id="crossrefs-pair"' not in nothing


def test_another_kind_puts_another_paragraph_beside() -> None:
    """What stands beside stays as long as it is linked."""
    page = crossrefs()
    assert 'id="crossrefs-with-PP8" aria-pressed="true"' in after(page, ("kinds", ["reading"]))
    shown = after(page, ("beside", "PP7"), ("kinds", ["reading"]))
    assert 'id="crossrefs-with-PP7"' not in shown
    assert shown.count('data-send="beside"') == 2


@pytest.mark.parametrize(
    "event",
    [
        ("pick", "PP99"),
        ("pick", "MH.organ"),
        ("element", None),
        ("beside", "OP7"),
        ("beside", {}),
        ("kinds", "words"),
        ("x", 1),
    ],
)
def test_what_is_not_known_changes_nothing(event: tuple[str, Any]) -> None:
    assert after(crossrefs(), event) == after(crossrefs())


def test_every_element_can_be_chosen_in_both_places() -> None:
    """9 + 7 paragraphs and 7 notes, in the list and in the drawing; one is chosen in each."""
    shown = after(crossrefs())
    assert shown.count("<option") == shown.count('data-send="pick"') == 23
    assert shown.count("<option selected") + shown.count(" selected>") == 1
    assert len(re.findall(r'id="crossrefs-\w+" aria-pressed="true"', shown)) == 1


def test_the_drawing_says_what_it_shows() -> None:
    """As many curves as linked pairs; those of the chosen paragraph are drawn heavier."""
    shown = after(crossrefs())
    label = re.search(r'role="img" aria-label="(\d+) pairs are linked. PP5 is linked with', shown)
    others, own = re.findall(r'class="res-arc[^"]*" d="([^"]*)"', shown)
    assert label
    assert int(label[1]) == others.count("M") + own.count("M")
    assert own.count("M") == 5


def test_the_readings_are_about_paragraphs_in_order() -> None:
    """Every reading names two paragraphs, the earlier one first, and no pair stands twice."""
    ids = [paragraph.id for paragraph in RESOLUTION.paragraphs]
    pairs = [(row["first"], row["second"]) for row in read_table("resolutions/a_res_53_137_readings.csv")]
    assert all(ids.index(first) < ids.index(second) for first, second in pairs)
    assert len(set(pairs)) == len(pairs)
    assert {tie.kind for tie in tied(RESOLUTION)} == set(KINDS)


def test_without_a_kernel() -> None:
    """All links in a table and as lines, each reading named as the course's own."""
    page = crossrefs()
    still = html.unescape(page.without_kernel()["text/html"])
    assert "<button" not in still
    assert "<input" not in still
    for told in (still, page.plain):
        assert "the course’s own reading: PP6 names conditions and an aim." in told
        assert "both say “signing and ratifying”" in told
    assert still.count("<tr>") == len(page.plain.splitlines()) - 1  # a row of headings, no row for the lost note
    assert page.plain.splitlines()[-1] == "Note 2: its marker is missing in our copy"
