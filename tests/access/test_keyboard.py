"""A whole lesson and a whole assignment of the web edition by keyboard alone, from the first words to the last link."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from tests.access.walk import hidden, walk
from tests.browser.conftest import BOOKS
from tests.browser.explorers import USES, Use
from tests.browser.test_graded import answer_by_keyboard, items, saved, tab_to
from tests.browser.visit import question

pytestmark = pytest.mark.browser

LESSON = "12_entry_into_force"
#: The link to the next lesson, and the last one of the page.
NEXT, LAST = "13. The drafting lab", "Start here"

#: A country is chosen on the map by mouse, and in the list beside it by keyboard.
ON_THE_MAP = ("#map484",)

#: Every control that a keyboard has to reach; of a group of radio buttons or words the arrow keys reach the others.
CONTROLS = """() => [...document.querySelectorAll(
    "main a[href], .jp-specta-notebook-panel :is(a[href], button, input, select, textarea, summary, [tabindex='0'])")]
  .filter((e) => e.checkVisibility() && !e.disabled && e.tabIndex >= 0 && !window.walked.includes(e)
    && !(e.type === "radio" && window.walked.some((one) => one.name === e.name)))
  .map((e) => e.id || e.textContent)"""


def typed(right: Any) -> Any:
    """What one types for an answer of which several forms hold."""
    return right[0] if isinstance(right, list) else right


def follow_by_keyboard(page: Page, use: Use) -> None:
    """What the table of uses lists, by the keyboard even where the table has the mouse do it."""
    tab_to(page, use.control.removeprefix("#"))
    if use.hand == "mouse":
        use = replace(use, keys=("Enter",) if use.text is None else ("Control+A",), text=use.text and f"{use.text}\n")
    for key in use.keys:
        page.keyboard.press(key)
    page.keyboard.type(use.text or "")
    expect(page.locator(use.part), use.control).to_contain_text(use.told)


def test_from_the_first_words_the_keys_scroll_without_a_click(read: Callable[..., Page]) -> None:
    page = read(LESSON)
    top = "document.querySelector('[role=main]').scrollTop"
    assert page.evaluate(top) == 0
    page.keyboard.press("PageDown")
    page.wait_for_function(f"{top} > 300")
    page.keyboard.press("Home")
    page.wait_for_function(f"{top} === 0")


def test_a_lesson_from_its_first_control_to_the_link_to_the_next(read: Callable[..., Page]) -> None:
    """Every stop follows the one before, is in sight and has its ring; none is left out, none holds the keyboard."""
    page = read(LESSON)
    there = walk(page, LAST)
    assert len(there) > 40
    assert hidden(there) == []
    assert [stop.name for stop in there[1:] if not stop.after] == []
    assert page.evaluate(CONTROLS) == []
    back = walk(page, there[0].name, "Shift+Tab")
    assert hidden(back) == []
    assert [stop.name for stop in back[1:] if stop.after] == []

    for use in USES[LESSON]:
        if use.control not in ON_THE_MAP:
            follow_by_keyboard(page, use)
    book = next(book for book in BOOKS if book.file.startswith(LESSON))
    asked = [cell.asked for cell in book.code if cell.asked]
    for one in asked:
        answer_by_keyboard(page, one, one.key.right if one.question.kind != "text" else typed(one.key.right))
        tab_to(page, f"{one.question.id}-check")
        page.keyboard.press("Enter")
        expect(question(page, one.question.prompt).locator("[role=status]")).to_contain_text("Yes, ")
    assert len(asked) == 8
    assert hidden(walk(page, NEXT)) == []
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text(NEXT, timeout=90_000)


def test_an_assignment_to_its_grade(page: Page, host: Any) -> None:
    """All questions are answered and saved; the button at the end says what they are worth, or that they are kept."""
    page.goto(host.live("assignments/masthead/masthead"))
    asked = items("masthead")
    expect(page.locator("[id$=-saved]")).to_have_count(len(asked), timeout=90_000)
    expect(page.locator("#selfgrade")).to_be_visible()
    there = walk(page, "selfgrade")
    assert hidden(there) == []
    assert page.evaluate(CONTROLS) == []
    walk(page, there[0].name, "Shift+Tab")
    for item in asked:
        assert item.question
        answer_by_keyboard(page, item, item.key.right if item.question.kind != "text" else typed(item.key.right))
        saved(question(page, item.question.prompt))
    tab_to(page, "selfgrade")
    page.keyboard.press("Enter")
    expect(page.locator(".res-total, .res-notice:visible")).to_have_count(1, timeout=30_000)
