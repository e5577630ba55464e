"""Two languages in a real browser: lesson 0 in French, and in one that nobody speaks and that runs from the right."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.access.axe import barriers
from tests.browser.conftest import WIDGETS, Course

pytestmark = pytest.mark.browser

PANEL = ".jp-specta-notebook-panel"
START, FRENCH, ANATOMY = "00_start_here", "00_start_here.fr", "02_anatomy"
SIZES = {"wide": {"width": 1280, "height": 1000}, "narrow": {"width": 360, "height": 800}}


def visit(chromium: Browser, course: Course, lesson: str, widgets: int) -> Iterator[Page]:
    page = chromium.new_page(viewport={"width": 1280, "height": 1000})
    page.goto(course.at(lesson))
    expect(page.locator(".res-view")).to_have_count(widgets, timeout=60_000)
    yield page
    page.close()


@pytest.fixture(scope="module", params=[START, ANATOMY])
def mirrored(request: Any, chromium: Browser, opened: Callable[..., Course]) -> Iterator[Page]:
    """A lesson in the language that nobody speaks."""
    yield from visit(chromium, opened(language="qps"), request.param, WIDGETS[request.param])


@pytest.fixture(scope="module")
def french(chromium: Browser, opened: Callable[..., Course]) -> Iterator[Page]:
    yield from visit(chromium, opened(), FRENCH, WIDGETS[START])


def overflowing(page: Page) -> list[str]:
    """The widgets that are wider than their place, and the page if it is."""
    found: list[str] = page.evaluate(
        "() => [document.documentElement, ...document.querySelectorAll('.res-view')]"
        ".filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.className + e.textContent.slice(0, 60))"
    )
    return found


def styles(page: Page, selector: str, name: str) -> set[str]:
    found: list[str] = page.evaluate(
        "([selector, name]) => [...document.querySelectorAll(selector)].map(e => getComputedStyle(e)[name])",
        [selector, name],
    )
    return set(found)


@pytest.mark.parametrize("size", SIZES)
def test_from_right_to_left(mirrored: Page, size: str) -> None:
    """Every page runs from the right and fits; drawings and the resolution's words run from the left."""
    mirrored.set_viewport_size(SIZES[size])  # type: ignore[arg-type]
    mirrored.wait_for_timeout(300)
    assert styles(mirrored, ".res-view", "direction") == {"rtl"}
    assert styles(mirrored, ".res-view :is(.res-words p, .res-part p)", "direction") == {"ltr"}
    assert styles(mirrored, ".res-view svg", "direction") <= {"ltr"}
    assert overflowing(mirrored) == []
    mirrored.set_viewport_size(SIZES["wide"])  # type: ignore[arg-type]


def test_a_question_from_right_to_left(mirrored: Page) -> None:
    """The box stands right of its answer; the author's English runs from the left; feedback is mirrored, too."""
    asked = mirrored.locator(".res-question", has=mirrored.locator("input[type=radio]")).first
    box, text = asked.locator("input").first.bounding_box(), asked.locator(".res-choice span").first.bounding_box()
    assert box
    assert text
    assert box["x"] > text["x"] + text["width"] - 1
    assert styles(mirrored, ".res-question legend", "direction") == {"ltr"}
    asked.locator("input").first.check()
    asked.locator(".res-main").click()
    expect(asked.locator(".res-verdict")).to_contain_text("⟦")
    quoted, margin = asked.locator(".res-words").first, asked.locator(".res-words .res-id").first
    expect(quoted).to_have_css("border-right-width", "3px")
    expect(quoted).to_have_css("border-left-width", "0px")
    expect(margin).to_have_css("text-align", "start")
    expect(margin).to_have_css("direction", "rtl")


def test_nothing_serious_for_axe_from_right_to_left(mirrored: Page) -> None:
    """But that nobody speaks this language, which axe knows."""
    assert barriers(mirrored, but=("valid-lang",)) == []


def test_the_id_stands_in_the_right_margin(chromium: Browser, opened: Callable[..., Course]) -> None:
    """In the anatomy, beside the words that it names."""
    for page in visit(chromium, opened(language="qps"), ANATOMY, WIDGETS[ANATOMY]):
        margin, text = page.locator("#pick-OP3").bounding_box(), page.locator("#part-OP3 p").bounding_box()
        assert margin
        assert text
        assert margin["x"] >= text["x"] + text["width"] - 1
        expect(page.locator("#part-OP3")).to_have_css("border-right-style", "double")


def test_the_french_lesson_says_that_it_is_french(french: Page) -> None:
    """Its prose and its pages, but not the resolution's words."""
    assert french.locator(PANEL).locator("[lang=fr] h1:visible").count() == 1
    assert {view.get_attribute("lang") for view in french.locator(".res-view").all()} == {"fr"}
    expect(french.locator(".jp-MarkdownOutput blockquote [lang=en]")).to_contain_text("Calls upon all Member States")


def test_the_french_tour_by_mouse(french: Page) -> None:
    """Next, next; the resolution's words stay English."""
    tour = french.locator(".res-view", has=french.locator("#tour-next"))
    expect(tour).to_contain_text("Étape 1")
    tour.get_by_role("button", name="Suivant").click()
    expect(tour).to_contain_text("Étape 2")
    tour.get_by_label("Échéances").check()
    expect(tour.locator("blockquote[lang=en]")).to_have_count(1)


def test_a_french_question_by_keyboard(french: Page) -> None:
    """Tab, Space, Enter: verdict and reason are French, the words that settle it are not."""
    asked = french.locator(".res-question", has_text="La résolution 53/137 date du")
    asked.get_by_label("Faux", exact=True).focus()
    french.keyboard.press("Space")
    asked.get_by_role("button", name="Vérifier ma réponse").focus()
    french.keyboard.press("Enter")
    expect(asked.locator("[role=status] .res-verdict")).to_have_text("Oui, c’est exact.")
    expect(asked.get_by_text("Enregistré", exact=True)).to_be_visible()
    expect(asked.locator("blockquote[lang=en]").first).to_contain_text("9 December 1998")
    expect(french.get_by_role("row", name="Commencer ici")).to_contain_text("sur 8")


def test_from_english_to_french_and_back(page: Page, opened: Callable[..., Course]) -> None:
    """Each first cell leads to the other."""
    page.goto(opened().at(START))
    page.locator(".jp-MarkdownOutput a", has_text="Français").click()
    expect(page.locator("h1:visible")).to_contain_text("Commencer ici", timeout=60_000)
    page.locator(".jp-MarkdownOutput a", has_text="English").click()
    expect(page.locator("h1:visible")).to_contain_text("Start here", timeout=60_000)


@pytest.mark.parametrize("size", SIZES)
def test_nothing_serious_for_axe_in_french(french: Page, size: str) -> None:
    french.set_viewport_size(SIZES[size])  # type: ignore[arg-type]
    french.wait_for_timeout(300)
    assert overflowing(french) == []
    assert barriers(french) == []
    french.set_viewport_size(SIZES["wide"])  # type: ignore[arg-type]
