"""The measures themselves: each finds the fault that it is there for, and lets pass what has none."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.access import axe, report
from tests.access.axe import Accepted, Look, Mark, accepted, barriers
from tests.access.shape import colours_of_its_own, moving, overflowing, preferring
from tests.access.walk import hidden, walk

#: What is ours: nothing serious in it may stand.
OURS = ("web edition", "book", "document")


@pytest.fixture
def elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """These pages stand in no report."""
    monkeypatch.setattr(axe, "RUNS", tmp_path)


pages = pytest.mark.browser


@pages
@pytest.mark.parametrize(
    ("html", "rule"),
    [
        ("<img src='data:,'>", "image-alt: critical"),
        ("<p style='color:#999;background:#fff'>Pale words</p>", "color-contrast: serious"),
        ("<button style='width:12px;height:12px;padding:0'></button>" * 2, "target-size: serious"),
        ("<h4>Three levels further down</h4>", "heading-order: moderate"),
        ("<table><tr><th></th><td>1</td></tr></table>", "empty-table-header: minor"),
    ],
)
@pytest.mark.usefixtures("elsewhere")
def test_axe_finds_grave_and_small_things(shown: Callable[[str], Page], html: str, rule: str) -> None:
    assert any(found.startswith(rule) for found in barriers(shown(html)))


@pages
@pytest.mark.usefixtures("elsewhere")
def test_axe_has_nothing_against_a_good_page_and_the_look_is_noted(shown: Callable[[str], Page]) -> None:
    assert barriers(shown("<p>Words.</p>"), name="document: a good page") == []
    (path,) = axe.RUNS.glob("*.jsonl")
    assert '"place": "document", "page": "a good page"' in path.read_text()


@pages
@pytest.mark.parametrize(
    ("html", "wrong"),
    [
        ("<p>Words that stay in their place.</p>", None),
        ("<div style='overflow:auto;width:9rem' tabindex=0><table><td>Averyveryverylongword</table></div>", None),
        ("<div style='overflow:auto;width:9rem'><table><td>Averyveryverylongword</table></div>", "not by keyboard"),
        ("<div style='overflow:auto;width:9rem' tabindex=0><p>Averyveryverylongword</div>", "more than a table"),
        ("<p style='overflow:hidden;width:9rem'>Averyveryverylongword</p>", "cut off"),
        ("<p style='overflow:hidden;height:1rem'>One line<br>and another<br>and one more</p>", "cut off"),
        ("<button style='width:4rem;white-space:nowrap'>A button with much to say</button>", "spills over"),
        ("<p style='width:2000px'>Words</p>", "the page moves sideways"),
    ],
)
def test_what_is_cut_off(shown: Callable[[str], Page], html: str, wrong: str | None) -> None:
    found = overflowing(shown("<style>main { overflow: auto }</style>" + html))
    assert wrong in found[0] if wrong else found == []


@pages
def test_what_moves(shown: Callable[[str], Page]) -> None:
    style = "<style>@keyframes turn { to { rotate: 1turn } } i { animation: turn 9s } b { transition: all 1s }</style>"
    assert moving(shown(style + "<p>Words</p>")) == []
    assert [found.split()[0] for found in moving(shown(style + "<i>A</i> <b>B</b>"))] == ["I", "B"]


@pages
def test_what_the_readers_own_colours_take_away(shown: Callable[[str], Page]) -> None:
    good = "<svg><rect width=9 height=9 style='fill:CanvasText' /></svg>"
    bad = "<svg><rect width=9 height=9 style='fill:#0072b2' /></svg><button aria-pressed=true id=on>On</button>"
    for html, found in ((good, []), (bad, ["rect null: fill rgb(0, 114, 178)", "pressed, and not to be seen: on"])):
        page = shown(f"<div class=res-view>{html}</div>")
        with preferring(page, forced_colors="active"):
            assert colours_of_its_own(page) == found


@pages
def test_where_the_focus_hides(shown: Callable[[str], Page]) -> None:
    bar = "<p style='position:fixed;inset:0 0 auto;height:9rem;margin:0;background:#fff'>A line over the page</p>"
    page = shown(f"<button>Covered</button>{bar}<div style='height:10rem'></div><button>Seen</button><a href=#>End</a>")
    page.add_style_tag(content="button { outline: 3px solid } a { outline: none }")
    stops = walk(page, "End")
    assert [stop.name for stop in stops] == ["Covered", "Seen", "End"]
    assert [stop.name for stop in hidden(stops)] == ["Covered", "End"]


@pages
def test_a_trap_for_the_keyboard(shown: Callable[[str], Page]) -> None:
    page = shown("<button onkeydown='event.preventDefault()'>Trap</button><a href=#>End</a>")
    with pytest.raises(AssertionError, match="Tab is caught at"):
        walk(page, "End")


def test_nothing_serious_of_our_own_is_accepted() -> None:
    for entry in accepted():
        for mark in entry.marks:
            assert mark.impact in ("minor", "moderate") or (entry.whose and not {*entry.places} & {*OURS}), entry.where


def test_every_accepted_finding_says_why_in_a_sentence() -> None:
    for entry in accepted():
        assert entry.what.endswith(".") and entry.why.endswith(".") and entry.marks and entry.places


SMALL = {
    "sure": True,
    "rule": "region",
    "impact": "moderate",
    "reason": "",
    "parts": ["p"],
    "target": "p",
    "html": "<p>",
}
ENTRY = Accepted("Here", "It is so.", "It has to be.", ("book",), (Mark("region", "moderate", "p"),))
LOOK = Look("book", "index.html", "html", "light", 1280, 40, [SMALL], "4")


@pytest.mark.parametrize(
    ("look", "entries", "wrong"),
    [
        (LOOK, [ENTRY], []),
        (LOOK, [], ["book: index.html (light, 1280 px): region: moderate: p <p>"]),
        (replace(LOOK, place="web edition"), [ENTRY], ["region: moderate", "found no more; take it out"]),
        (replace(LOOK, findings=[{**SMALL, "impact": "serious"}]), [ENTRY], ["region: serious", "found no more"]),
        (replace(LOOK, findings=[]), [ENTRY], ["access.toml: Here: region on p is found no more; take it out"]),
    ],
)
def test_a_report_tells_what_nobody_accepted_and_what_is_no_more(
    monkeypatch: pytest.MonkeyPatch, look: Look, entries: list[Accepted], wrong: list[str]
) -> None:
    monkeypatch.setattr(report, "EXPECTED", {})
    found = list(report.problems([look], entries))
    assert len(found) == len(wrong)
    assert all(said in told for told, said in zip(found, wrong, strict=True))


def test_a_report_tells_which_page_nobody_looked_at(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(report, "EXPECTED", {"book": ["index.html"]})
    assert list(report.problems([LOOK], [ENTRY])) == ["book: index.html (dark): not looked at"]
