"""Every lesson in reading mode: no click before it lives, its explorers by mouse and keyboard, axe, dark, narrow."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.access.axe import barriers
from tests.browser.conftest import BOOKS, WIDGETS, Course, dark
from tests.browser.explorers import USES
from tests.browser.visit import Visit, answer_the_last_choice, asked_outside, explore, reads_as_a_page

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=WIDGETS)
def visit(request: pytest.FixtureRequest, chromium: Browser, opened: Callable[..., Course]) -> Iterator[Visit]:
    """Open the lesson and wait, without a click, until all of it is live."""
    page = chromium.new_page(viewport={"width": 1280, "height": 1000})
    outside = asked_outside(page, "http://127.0.0.1:", "ws://127.0.0.1:")
    page.goto(opened().at(request.param))
    expect(page.locator(".res-view")).to_have_count(WIDGETS[request.param], timeout=60_000)
    yield Visit(request.param, page, outside)
    page.close()


def test_it_opens_as_a_page(visit: Visit) -> None:
    """No click, no code in sight, one title, nothing fetched from outside, nothing serious for axe."""
    reads_as_a_page(visit)
    assert visit.page.locator(".jp-toast, .Toastify__toast").count() == 0
    assert visit.page.locator("h1:visible").count() == 1


def test_every_lesson_with_an_explorer_is_used_by_both_hands() -> None:
    """The tour of lesson 0 has its own tests."""
    explored = {book.file.removesuffix(".ipynb") for book in BOOKS[1:] if any(cell.explores for cell in book.code)}
    assert {lesson for lesson in explored if {u.hand for u in USES.get(lesson, ())} < {"mouse", "keyboard"}} == set()


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_its_explorers(visit: Visit, hand: str) -> None:
    """Each does what its table of uses says, by the hand that the table names."""
    explore(visit, hand)


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
        answer_the_last_choice(page)
        assert barriers(page) == []
    assert barriers(page) == []
