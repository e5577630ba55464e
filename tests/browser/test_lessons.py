"""Every lesson in reading mode: no click before it lives, its explorers by mouse and keyboard, axe, dark, narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.access.axe import barriers
from tests.browser.conftest import BOOKS, WIDGETS, Course, dark
from tests.browser.explorers import USES, Use

pytestmark = pytest.mark.browser

PANEL = ".jp-specta-notebook-panel"


@dataclass
class Visit:
    """A lesson that was opened once, and what its page asked of the world outside."""

    lesson: str
    page: Page
    outside: list[str]


@pytest.fixture(scope="module", params=WIDGETS)
def visit(request: pytest.FixtureRequest, chromium: Browser, opened: Callable[..., Course]) -> Iterator[Visit]:
    """Open the lesson and wait, without a click, until all of it is live."""
    page = chromium.new_page(viewport={"width": 1280, "height": 1000})
    seen: list[str] = []
    page.on("request", lambda r: seen.append(r.url) if "://127.0.0.1:" not in r.url else None)
    # The page's own policy stops a request before it leaves the browser; any other end means that it was sent.
    page.on("requestfailed", lambda r: seen.remove(r.url) if r.failure == "csp" and r.url in seen else None)
    page.goto(opened().at(request.param))
    expect(page.locator(".res-view")).to_have_count(WIDGETS[request.param], timeout=60_000)
    yield Visit(request.param, page, seen)
    page.close()


def test_it_opens_as_a_page(visit: Visit) -> None:
    """No code in sight, no dialog, nothing fetched from outside, nothing serious for axe; images say what they show."""
    page = visit.page
    assert page.locator(".jp-Dialog").count() == 0
    assert page.locator(".jp-InputArea-editor:visible").count() == 0
    assert page.locator(".jp-toast, .Toastify__toast").count() == 0
    assert page.locator("h1:visible").count() == 1
    assert [url for url in visit.outside if not url.startswith(("data:", "blob:"))] == []
    assert barriers(page) == []
    for image in page.locator(".res-figure img").all():
        assert len(image.get_attribute("alt") or "") > 40


def test_every_lesson_with_an_explorer_is_used_by_both_hands() -> None:
    """The tour of lesson 0 has its own tests."""
    explored = {book.file.removesuffix(".ipynb") for book in BOOKS[1:] if any(cell.explores for cell in book.code)}
    assert {lesson for lesson in explored if {u.hand for u in USES.get(lesson, ())} < {"mouse", "keyboard"}} == set()


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_its_explorers(visit: Visit, hand: str) -> None:
    """Each does what its table of uses says, by the hand that the table names."""
    for use in USES.get(visit.lesson, ()):
        if use.hand == hand:
            follow(visit.page, use)


def follow(page: Page, use: Use) -> None:
    """Do one thing as a reader does it, and see what the explorer says."""
    control = page.locator(use.control)
    if use.hand == "keyboard":
        control.focus()
        for key in use.keys:
            page.keyboard.press(key)
        if use.text:
            page.keyboard.type(use.text)
    elif use.text is None:
        control.click()
    elif control.evaluate("e => e.tagName") == "SELECT":
        control.select_option(use.text)
    else:
        control.fill(use.text)
        control.blur()
    expect(page.locator(use.part), f"{use.control} by {use.hand}").to_contain_text(use.told)


def test_it_fits_a_phone(visit: Visit) -> None:
    """On 360 pixels no widget is wider than the page."""
    page = visit.page
    page.set_viewport_size({"width": 360, "height": 800})
    page.wait_for_timeout(300)
    wide = page.evaluate(
        "[...document.querySelectorAll('.res-view')].filter(v => v.scrollWidth > v.clientWidth + 1)"
        ".map(v => v.textContent.slice(0, 80))"
    )
    page.set_viewport_size({"width": 1280, "height": 1000})
    assert wide == []


def test_the_dark_theme(visit: Visit) -> None:
    """axe's rules hold in the dark theme, chosen in JupyterLab's own menu, with an answer on the page."""
    page = visit.page
    with dark(page):
        asked = page.locator(".res-question", has=page.locator("input[type=radio]")).last
        asked.locator("input").first.check()
        asked.get_by_role("button", name="Check my answer").click()
        expect(asked.locator(".res-verdict")).to_be_visible()
        assert barriers(page) == []
    assert barriers(page) == []
