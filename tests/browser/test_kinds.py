"""Every kind of question in a real JupyterLab: by mouse, by keyboard alone, and under axe's rules."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from playwright.sync_api import Page, expect

from tests.access.axe import barriers
from tests.browser.conftest import Course
from tests.browser.visit import question

pytestmark = pytest.mark.browser

CELLS = [
    "from helpers import quiz",
    'quiz.matching("k-match", "Match each with what it does.", ["OP4", "OP7"], ["asks", "decides"])\n'
    'quiz.key("k-match", {"OP4": "asks", "OP7": "decides"}, source="OP4", why={"OP4": "Requests.", "OP7": "Decides."})',
    'quiz.ordering("k-order", "What came first?", ["adopted", "drafted", "issued"])\n'
    'quiz.key("k-order", ["drafted", "adopted", "issued"], source="CL", why="So it went.")',
    'quiz.number("k-number", "How many days?", unit="days")\n'
    'quiz.key("k-number", 82, source=["CL", "MH.issued"], why="From 9 December to 1 March.")',
    'quiz.date("k-date", "On which day?")\nquiz.key("k-date", "9 December 1998", source="CL", why="The closing line.")',
    'quiz.text("k-text", "Which words open OP3?")\n'
    'quiz.key("k-text", ["calls upon"], source="OP3", why="OP3 opens so.")',
]


@pytest.fixture
def kinds(page: Page, opened: Callable[..., Course]) -> Page:
    course = opened()
    book = new_notebook(cells=[new_markdown_cell("# Kinds"), *map(new_code_cell, CELLS)])
    book.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(book, Path(course.folder) / "kinds.ipynb")
    (course.folder / "progress.json").unlink(missing_ok=True)
    page.goto(course.at("kinds"))
    expect(page.locator(".res-view")).to_have_count(len(CELLS) - 1, timeout=60_000)
    return page


def check(page: Page, prompt: str, verdict: str) -> None:
    asked = question(page, prompt)
    expect(asked.locator(".res-verdict")).to_have_count(0)  # an earlier verdict goes, and the page settles
    asked.get_by_role("button", name="Check my answer").click()
    expect(asked.locator("[role=status]")).to_contain_text(verdict)


def test_by_mouse(kinds: Page) -> None:
    """Unanswered, wrong and right; what is answered says "Saved"."""
    assert barriers(kinds) == []
    check(kinds, "Match each", "Choose something for at least one line")
    asked = question(kinds, "Match each")
    asked.get_by_label("OP4").select_option("asks")
    asked.get_by_label("OP7").select_option("asks")
    check(kinds, "Match each", "Part of what you chose holds.")
    asked.get_by_label("OP7").select_option("decides")
    check(kinds, "Match each", "Yes, all of these hold")
    check(kinds, "What came first?", "This does not hold.")
    question(kinds, "What came first?").get_by_role("button", name="Move adopted down").click()
    expect(question(kinds, "What came first?").locator(".res-order li").first).to_contain_text("drafted")
    check(kinds, "What came first?", "Yes, this holds.")
    for prompt, label, wrong, said, right in (
        ("How many days?", "Your number", "many", "Type a number in figures", "82"),
        ("On which day?", "The day", "1 March 1999", "This does not hold.", "9 December 1998"),
        ("Which words open OP3?", "Your answer", "<b>urges</b>", "This does not hold.", "Calls upon"),
    ):
        question(kinds, prompt).get_by_label(label).fill(wrong)
        check(kinds, prompt, said)
        question(kinds, prompt).get_by_label(label).fill(right)
        check(kinds, prompt, "Yes, this holds.")
    expect(kinds.get_by_text("Saved", exact=True)).to_have_count(5)
    assert barriers(kinds) == []


def test_by_keyboard(kinds: Page) -> None:
    """Tab, letters, arrows, Space and Enter answer every kind; focus is never lost."""
    press = kinds.keyboard.press
    question(kinds, "Match each").get_by_label("OP4").focus()
    kinds.keyboard.type("asks")
    press("Tab")
    kinds.keyboard.type("decides")
    press("Tab")
    press("Enter")
    expect(question(kinds, "Match each").locator(".res-verdict")).to_contain_text("Yes, all of these hold")
    question(kinds, "What came first?").get_by_role("button", name="Move drafted up").focus()
    press("Enter")
    expect(question(kinds, "What came first?").locator(".res-order li").first).to_contain_text("drafted")
    kinds.locator("#k-order-check").focus()
    press("Space")
    expect(question(kinds, "What came first?").locator(".res-verdict")).to_have_text("Yes, this holds.")
    kinds.locator("#k-number-1").focus()
    kinds.keyboard.type("82")
    press("Tab")
    press("Enter")
    expect(question(kinds, "How many days?").locator(".res-verdict")).to_have_text("Yes, this holds.")
    assert kinds.evaluate("document.activeElement.id") == "k-number-check"
