"""Lessons in the plain notebook view: Run All, answers, a restarted kernel."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.access.axe import barriers
from tests.browser.conftest import WIDGETS
from tests.browser.visit import question

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("lesson", WIDGETS)
def test_run_all(run_all: Callable[..., Page], lesson: str) -> None:
    """Every cell runs without an error, code stays folded, and axe finds nothing of ours."""
    page = run_all(lesson)
    errors = page.locator(
        '[data-mime-type="application/vnd.jupyter.stderr"], [data-mime-type="application/vnd.jupyter.error"]'
    )
    assert errors.count() == 0
    assert page.locator(".jp-Notebook .jp-CodeCell .jp-InputArea-editor:visible").count() == 0
    assert barriers(page) == []


def test_a_restarted_kernel_finds_the_progress(run_all: Callable[..., Page]) -> None:
    """Answer, restart the kernel from the menu and run all: the answer and its feedback are there."""
    page = run_all("02_anatomy")
    asked = question(page, "Which one is an adjective?")
    asked.get_by_label("Recalling").check()
    asked.get_by_role("button", name="Check my answer").click()
    expect(asked.locator(".res-verdict")).to_have_text("This does not hold.")
    page.get_by_role("menuitem", name="Kernel", exact=True).click()
    page.get_by_text("Restart Kernel and Run All Cells…", exact=True).click()
    page.get_by_role("button", name="Confirm Kernel Restart").click()
    expect(page.locator(".res-view")).to_have_count(WIDGETS["02_anatomy"], timeout=60_000)
    expect(question(page, "Which one is an adjective?").locator(".res-verdict")).to_have_text("This does not hold.")


def test_typing_stays_in_the_widget(run_all: Callable[..., Page]) -> None:
    """JupyterLab's single-key shortcuts do not fire while a reader types: "dd" would delete a cell."""
    page = run_all("01_masthead")
    cells = page.locator(".jp-Notebook .jp-Cell").count()
    page.get_by_label("Or type your own").focus()
    page.keyboard.press("End")
    page.keyboard.type("ddxxaabb")
    expect(page.locator(".res-symbol")).to_contain_text("137ddxxaabb")
    assert page.locator(".jp-Notebook .jp-Cell").count() == cells


def test_links_between_lessons(run_all: Callable[..., Page]) -> None:
    """The list of lessons leads on in the plain view, too."""
    page = run_all("00_start_here")
    page.locator(".res-view").get_by_role("link", name="1. The masthead").click()
    expect(page.locator(".jp-Notebook h1", has_text="1. The masthead")).to_be_visible(timeout=60_000)
