"""Every lesson in the live edition: no click before it lives, explorers by mouse and keyboard, axe, dark, narrow."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.access.axe import barriers
from tests.browser.conftest import WIDGETS
from tests.browser.explorers import USES
from tests.browser.test_lessons import follow
from tests.web.conftest import PANEL, closed, live
from tests.web.host import Host

pytestmark = pytest.mark.browser


@dataclass
class Visit:
    """A lesson that was opened once, and what its page asked of the world outside."""

    lesson: str
    page: Page
    outside: list[str]


@pytest.fixture(scope="module", params=WIDGETS)
def visit(request: pytest.FixtureRequest, chromium: Browser, host: Host) -> Iterator[Visit]:
    """Open the lesson and wait, without a click, until all of it is live."""
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    outside = closed(context, host)
    yield Visit(request.param, live(context.new_page(), host, request.param), outside)
    context.close()


def test_it_opens_as_a_page(visit: Visit) -> None:
    """No code, dialog or error, nothing from outside, nothing serious for axe; images say what they show."""
    page = visit.page
    assert page.locator(".jp-Dialog").count() == 0
    assert page.locator(".jp-InputArea-editor:visible").count() == 0
    assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0
    assert page.locator("#course-start:visible").count() == 0
    assert page.locator("h1:visible").count() == 1
    assert visit.outside == []
    assert barriers(page) == []
    for image in page.locator(".res-figure img").all():
        assert len(image.get_attribute("alt") or "") > 40


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_its_explorers(visit: Visit, hand: str) -> None:
    """Each does what the table of uses says, as in JupyterLab."""
    for use in USES.get(visit.lesson, ()):
        if use.hand == hand:
            follow(visit.page, use)


def test_a_practice_question(visit: Visit) -> None:
    """The last one-choice question is answered, explained and saved."""
    asked = visit.page.locator(".res-question", has=visit.page.locator("input[type=radio]")).last
    asked.locator("input").first.check()
    asked.get_by_role("button", name="Check my answer").click()
    expect(asked.locator(".res-verdict")).to_be_visible()
    expect(asked.locator("[id$=-saved]")).to_have_text("Saved")


@pytest.mark.parametrize("width", [360, 320])
def test_it_fits_a_phone(visit: Visit, width: int) -> None:
    """No widget is wider than the page, and the page itself does not scroll sideways."""
    page = visit.page
    page.set_viewport_size({"width": width, "height": 700})
    page.wait_for_timeout(300)
    wide = page.evaluate(
        "[...document.querySelectorAll('.res-view')].filter(v => v.scrollWidth > v.clientWidth + 1)"
        ".map(v => v.textContent.slice(0, 80))"
    )
    sideways = page.evaluate(
        f"(() => {{ const p = document.querySelector('{PANEL}'); return p.scrollWidth - p.clientWidth }})()"
    )
    page.set_viewport_size({"width": 1280, "height": 1000})
    assert wide == []
    assert sideways <= 1


def test_the_dark_theme(visit: Visit) -> None:
    """A reader whose system is dark gets the dark theme, and axe's rules hold in it."""
    page = visit.page
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    assert barriers(page) == []
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "true")
