"""The page round a live lesson: while it starts, without a connection, on a phone, in another language."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.access.axe import barriers
from tests.access.shape import preferring, resized
from tests.access.walk import hidden, walk
from tests.browser.conftest import WIDGETS
from tests.browser.visit import question
from tests.web.conftest import live
from tests.web.host import Host, serving

pytestmark = pytest.mark.browser

START, ANATOMY, MOVE = "00_start_here", "02_anatomy", "05_people_on_the_move"

#: Where the first words stand.
TOPS = "() => [...document.querySelectorAll('main :is(h1, h2, p), [role=main] :is(h1, h2, p, blockquote)')]" + (
    ".slice(0, 8).map((e) => e.getBoundingClientRect().top)"
)


@pytest.fixture(scope="module")
def without_python(site: Path) -> Iterator[Host]:
    """The web edition on a host that takes its time to send Python: every lesson stays at its start."""
    with serving(site, held="/live/python/") as host:
        yield host


@pytest.mark.parametrize("width", [1280, 320])
def test_while_it_starts_one_reads_and_nothing_jumps_when_it_lives(
    page: Page, chromium: Browser, host: Host, without_python: Host, width: int
) -> None:
    """axe finds nothing in either theme; the first words stand where they will stand, none behind the line above."""
    starting = chromium.new_page(viewport={"width": width, "height": 800})
    starting.goto(without_python.live(START))
    line = starting.get_by_role("status").filter(has_text="You can read already")
    expect(line).to_be_visible(timeout=60_000)
    expect(starting.get_by_role("main").get_by_role("heading", level=1)).to_have_count(1)
    for scheme in ("light", "dark"):
        starting.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        assert barriers(starting, name="web edition: while it starts") == []
    tops, bar = starting.evaluate(TOPS), line.bounding_box()
    assert bar
    assert round(tops[0]) >= bar["height"]
    starting.close()
    page.set_viewport_size({"width": width, "height": 800})
    assert live(page, host, START).evaluate(TOPS) == [pytest.approx(top, abs=0.5) for top in tops]


def test_without_a_connection_the_line_above_hides_no_focus(read: Callable[..., Page]) -> None:
    """On a small screen, too, and on the way back up."""
    page = read(START)
    for scheme in ("light", "dark"):
        with preferring(page, color_scheme=scheme):  # JupyterLab loads a theme when it changes to it
            page.context.set_offline(True)
            expect(page.locator("#course-start")).to_contain_text("You are offline")
            assert barriers(page, name="web edition: without a connection") == []
            page.context.set_offline(False)
    page.context.set_offline(True)
    with resized(page, 320, 568):
        there = walk(page, "2. Anatomy of the text")
        assert hidden(there) == []
        assert hidden(walk(page, there[0].name, "Shift+Tab")) == []
    page.context.set_offline(False)


def test_in_the_readers_own_colours_the_four_signs_and_the_focus_stay(read: Callable[..., Page]) -> None:
    """Bold, underlined, dotted, boxed; black and white as one may have them."""
    page = read(ANATOMY)
    for layer in ("opening", "addressee", "citation", "deadline"):
        page.locator(f"#anatomy-{layer}").set_checked(True)
    expect(page.locator(".res-sheet .res-deadline")).to_have_count(2)
    with preferring(page, forced_colors="active"):
        for layer, name, value in (
            ("opening", "font-weight", "700"),
            ("addressee", "text-decoration-line", "underline"),
            ("addressee", "text-decoration-style", "solid"),
            ("citation", "border-bottom-style", "dotted"),
            ("deadline", "outline-style", "solid"),
        ):
            expect(page.locator(f".res-sheet .res-{layer}").first).to_have_css(name, value)
        there = walk(page, "pick-OP7")
        assert hidden(there) == []


def test_on_a_phone_fingers_reach_everything(chromium: Browser, host: Host) -> None:
    """Each control is 44 pixels high; a tap answers, marks a word and moves an explorer."""
    context = chromium.new_context(viewport={"width": 360, "height": 740}, is_mobile=True, has_touch=True)
    page = live(context.new_page(), host, MOVE)
    small = page.evaluate(
        """() => [...document.querySelectorAll(".res-view :is(button, select, input[type=text], .res-choice)")]
          .filter((e) => e.checkVisibility() && e.getBoundingClientRect().height < 44)
          .map((e) => `${e.tagName} ${e.id}`)"""
    )
    assert small == []
    page.get_by_label("Oceania", exact=True).first.tap()
    expect(page.locator("#stock-told")).to_contain_text("Northern America")
    expect(page.get_by_role("region", name="The figures").get_by_text("Oceania")).to_have_count(0)
    marking = question(page, "easy to notice? Mark it.")
    marking.get_by_role("button", name="marked", exact=True).tap()
    marking.get_by_role("button", name="Check my answer").tap()
    expect(marking.locator(".res-verdict")).to_have_text("Yes, this holds.")
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert barriers(page) == []
    context.close()


@pytest.mark.parametrize(("lesson", "language"), [(START, "en"), (f"{START}.fr", "fr")])
def test_the_page_says_its_language_and_that_the_resolution_is_english(
    page: Page, host: Host, lesson: str, language: str
) -> None:
    live(page, host, lesson, WIDGETS[START])
    expect(page.locator("html")).to_have_attribute("lang", language)
    expect(page.locator("#course-start")).to_have_attribute("lang", "en")
    quoted = page.locator(".res-view blockquote.res-words p")
    assert quoted.count() >= 1
    for words in quoted.all():
        assert words.evaluate("e => e.closest('[lang]').lang") == "en"
    said = page.get_by_text("Calls upon all Member States").first
    assert said.evaluate("e => e.closest('[lang]').lang") == "en"
