"""The ladder of operative verbs: what it says of a verb, how it compares two, what it makes of anything else."""

from __future__ import annotations

from typing import Any

import pytest

from helpers import explore
from helpers.errors import CourseError
from helpers.explore.ladder import COMMITS, LADDER
from helpers.resolution import load
from helpers.resolution.usage import operative
from helpers.resolution.vocabulary import entries
from tests.explore.drive import after

RESOLUTION = load("A/RES/53/137")


def told(shown: str) -> str:
    return shown[shown.index('id="verbs-told"') :]


@pytest.mark.parametrize(
    ("verb", "step", "kind", "rates", "quoted"),
    [
        ("Calls upon", 4, "directive", ["162", "81", "211"], "to consider signing and ratifying or acceding"),
        ("Requests", 4, "directive", ["182", "208", "219"], "to submit an updated report on the status"),
        ("Decides", 5, "internal", ["96", "255", "139"], "to consider the report of the Secretary-General"),
        ("Invites", 3, "directive", ["87", "8.8", "48"], "to intensify their efforts"),
        ("Welcomes", 2, "evaluative", ["117", "89", "78"], "the launching of the global campaign"),
        ("Expresses its deep concern", 2, "evaluative", ["3.5", "0.6", "5.3"], "at the growing manifestations"),
        ("Expresses the hope", 2, "evaluative", ["0.4", "0", "0"], "that it will enter into force at an early date"),
        ("Takes note", 1, "evaluative", ["77", "13", "27"], "of the report of the Secretary-General"),
        ("Condemns", 2, "evaluative", ["5.7", "17", "21"], "It does not use this verb."),
    ],
)
def test_a_verb(verb: str, step: int, kind: str, rates: list[str], quoted: str) -> None:
    """Step, kind, where the resolution uses it, and three rates per 100 resolutions, worked out by hand."""
    shown = told(after(explore.verbs(), ("verb", verb)))
    assert f"{step} of 5, by the course’s own reading" in shown
    assert f"<dd>{kind}: " in shown
    assert quoted in shown
    for rate in rates:
        assert f"<strong>{rate}</strong>" in shown


@pytest.mark.parametrize(
    ("events", "headings"),
    [
        ([], ["Calls upon"]),
        ([("verb", "Invites")], ["Invites"]),
        ([("typed", " STRONGLY  urges;")], ["Strongly urges"]),
        ([("compare", "Requests")], ["Calls upon", "Requests"]),
        ([("compare", "Requests"), ("compare", "")], ["Calls upon"]),
        ([("compare", "Requests"), ("verb", "Requests")], ["Requests"]),  # never beside itself
        ([("compare", "Calls upon")], ["Calls upon"]),
        ([("verb", "Obliges")], ["Calls upon"]),
        ([("verb", "Recalling")], ["Calls upon"]),  # a preambular opening is no operative verb
        ([("verb", None), ("compare", 7), ("typed", ["Urges"]), ("drop", "x")], ["Calls upon"]),
    ],
)
def test_what_is_open(events: list[tuple[str, Any]], headings: list[str]) -> None:
    shown = after(explore.verbs(), *events)
    assert [part.split("</h3>")[0] for part in shown.split("<h3>")[1:]] == headings


@pytest.mark.parametrize(
    ("typed", "problem"),
    [
        ("", "No verb was typed"),
        ("   ", "No verb was typed"),
        ("Obliges", "‘Obliges’ is not among the 236 operative openings"),
        ("Recalling", "‘Recalling’ opens paragraphs of the preamble"),
        ("x" * 500, "x…’ is not among"),
        ("<script>alert(1)</script>", "is not among"),
    ],
)
def test_an_unknown_verb_gets_one_line(typed: str, problem: str) -> None:
    with pytest.raises(CourseError, match=problem) as caught:
        after(explore.verbs(), ("typed", typed))
    assert "\n" not in str(caught.value)
    assert len(str(caught.value)) < 200


def test_the_ladder_stands_on_the_table() -> None:
    """Each verb stands on the step that the table gives it, and every act of the resolution is on the ladder."""
    for step, verbs in LADDER.items():
        for verb in verbs:
            entry = operative(verb)
            assert entry and entry.strength == step, verb
    on_ladder = {verb.casefold() for verbs in LADDER.values() for verb in verbs}
    assert {act.verb.casefold() for act in RESOLUTION.acts} <= on_ladder


def test_every_function_of_the_table_is_explained() -> None:
    assert {entry.function for entry in entries() if entry.part == "operative"} == set(COMMITS)


def test_the_widest_bar_is_the_highest_rate_of_both_verbs() -> None:
    """Two verbs are drawn to one scale: the Council's 255 fills the width."""
    shown = told(after(explore.verbs(), ("compare", "Decides")))
    assert shown.count("width:100.0%") == 1
    assert "width:31.6%" in shown  # 81 of 255


def test_quoted_words_are_the_paragraphs_own() -> None:
    for verb in ("Calls upon", "Takes note", "Invites", "Welcomes"):
        for piece in told(after(explore.verbs(), ("verb", verb))).split('<span class="res-opening">')[1:]:
            words = piece.split("</p>")[0].replace('<span class="res-addressee">', "").replace("</span>", "")
            assert words in " ".join(RESOLUTION.source.replace("*", "").split()), words


def test_it_says_that_the_ladder_is_the_courses_own() -> None:
    """On the live page, on the still one and in plain text alike."""
    page = explore.verbs()
    for told_ in (after(page), str(page.still), page.plain):
        assert "The United Nations publishes no ranking." in told_


def test_without_a_kernel_it_tells_the_same() -> None:
    page = explore.verbs()
    assert page.plain.count("\n") == sum(len(verbs) for verbs in LADDER.values())
    for verb in ("Welcomes (OP2, OP5)", "Requests (OP4, OP6)", "Decides (OP7)"):
        assert verb in page.plain and verb in str(page.still)
    assert "General Assembly 162, Security Council 81, Human Rights Council 211" in page.plain
    assert "<td>162</td><td>81</td><td>211</td>" in str(page.still)
    assert "article 25" in str(page.still)
