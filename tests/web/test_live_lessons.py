"""Every lesson in the live edition: no click before it lives, explorers by both hands, axe, and every way of seeing."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.access.axe import barriers
from tests.access.shape import (
    SPACED,
    colours_of_its_own,
    enlarged,
    moving,
    overflowing,
    preferring,
    resized,
    styled,
)
from tests.browser.conftest import WIDGETS
from tests.browser.visit import Visit, answer_the_last_choice, asked_outside, explore, reads_as_a_page
from tests.web.conftest import live
from tests.web.host import Host

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module", params=WIDGETS)
def visit(request: pytest.FixtureRequest, chromium: Browser, host: Host) -> Iterator[Visit]:
    """Open the lesson and wait, without a click, until all of it is live."""
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    outside = asked_outside(context, host.origin)
    yield Visit(request.param, live(context.new_page(), host, request.param), outside)
    context.close()


def test_it_opens_as_a_page(visit: Visit) -> None:
    """No click, no code in sight, nothing fetched from outside; the lesson's title is the window's."""
    reads_as_a_page(visit)
    page = visit.page
    assert page.locator("#course-start:visible").count() == 0
    heading = page.get_by_role("main").get_by_role("heading", level=1)
    expect(page).to_have_title(re.compile(f"^{re.escape(heading.inner_text().removesuffix('¶'))} · "))


@pytest.mark.parametrize("hand", ["mouse", "keyboard"])
def test_its_explorers(visit: Visit, hand: str) -> None:
    """Each does what the table of uses says, as in JupyterLab."""
    explore(visit, hand)


def test_a_practice_question(visit: Visit) -> None:
    """The last one-choice question is answered, explained and saved."""
    asked = answer_the_last_choice(visit.page)
    expect(asked.locator("[id$=-saved]")).to_have_text("Saved")


def test_it_fits_a_phone_and_a_screen_enlarged_to_400_percent(visit: Visit) -> None:
    """Nothing is cut off at 200 %, at 400 % or on a phone; only tables and drawings scroll, in boxes of their own."""
    assert enlarged(visit.page) == {}
    with resized(visit.page, 360):
        assert overflowing(visit.page) == []


def test_with_the_readers_own_spacing_nothing_is_cut_off(visit: Visit) -> None:
    with styled(visit.page, SPACED):
        assert overflowing(visit.page) == []


def test_in_the_readers_own_colours_drawings_and_pressed_buttons_are_seen(visit: Visit) -> None:
    with preferring(visit.page, forced_colors="active"):
        assert colours_of_its_own(visit.page) == []
        assert barriers(visit.page) == []


def test_nothing_moves_for_those_who_do_not_want_it(visit: Visit) -> None:
    with preferring(visit.page, reduced_motion="reduce"):
        assert moving(visit.page) == []


def test_the_dark_theme(visit: Visit) -> None:
    """A reader whose system is dark gets the dark theme, and axe's rules hold in it."""
    page = visit.page
    page.emulate_media(color_scheme="dark")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    assert barriers(page) == []
    page.emulate_media(color_scheme="light")
    expect(page.locator("body")).to_have_attribute("data-jp-theme-light", "true")
