"""Graded questions in JupyterLab's plain notebook view and in Notebook 7."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.grading.editions import keyless, write
from helpers.grading.source import read_assignment
from helpers.quiz.answers import read_answers
from helpers.resources import assignments_path
from tests.access.axe import barriers
from tests.browser.conftest import Course, dark, jupyter, port, press_run_all
from tests.browser.visit import question

pytestmark = pytest.mark.browser

#: How many questions each assignment asks.
ASKED = {
    name: len(book.questions)
    for name in ("masthead", "preamble")
    for book in read_assignment(assignments_path() / name).notebooks
}


@pytest.fixture(scope="module")
def notebook(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    """Notebook 7 on a folder with the assignments: its address and the folder."""
    home = tmp_path_factory.mktemp("notebook")
    for source in assignments_path().glob("[!.]*"):
        write(keyless, read_assignment(source), home / source.name)
    with jupyter("notebook", home, tmp_path_factory.mktemp("jupyter"), port(90)) as address:
        yield address, home


def answer_all_over(page: Page, folder: Path) -> None:
    """One question of each hand: a click, a list, a line of text, a mark in the text, and an order."""
    question(page, "Which of these cites").get_by_label("General Assembly resolution 53/137 of 9 December 1998").check()
    question(page, "each piece of the symbol").get_by_label("RES").select_option("a resolution")
    question(page, "Write the symbol").get_by_role("textbox").fill("A/RES/54/12")
    question(page, "asks for the symbol").get_by_role("button", name="A/53/625/Add.1").click()
    question(page, "Put these in the order").get_by_role("button", name="Keep this order").click()
    expect(page.locator(".res-saved", has_text="Saved")).to_have_count(5)
    assert len(read_answers(folder)) == 5


def test_notebook_7(page: Page, notebook: tuple[str, Path]) -> None:
    base, home = notebook
    page.goto(f"{base}/notebooks/masthead/masthead.ipynb")
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=60_000)
    expect(page.locator(".jp-NotebookKernelStatus, .jp-KernelStatus").first).to_be_attached()
    page.wait_for_timeout(2000)  # the kernel connects; before that Run All does nothing
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()
    expect(page.locator(".res-question .res-saved")).to_have_count(ASKED["masthead"], timeout=60_000)
    answer_all_over(page, home / "masthead")
    assert barriers(page, ".jp-Notebook .res-view") == []


def test_the_plain_view_in_the_dark_theme(page: Page, opened: Callable[..., Course]) -> None:
    course = opened("--notebook")
    folder = course.folder / "assignments" / "masthead"
    (folder / "answers.json").unlink(missing_ok=True)
    page.goto(course.at("assignments/masthead/masthead"))
    press_run_all(page)
    expect(page.locator(".res-question .res-saved")).to_have_count(ASKED["masthead"], timeout=60_000)
    with dark(page):
        answer_all_over(page, folder)
        assert barriers(page, ".jp-Notebook .res-view") == []


def test_the_answers_of_someone_alone_are_graded_by_a_button(page: Page, opened: Callable[..., Course]) -> None:
    """The result stands in the notebook, the answers stay as they were, and nothing serious is found in it."""
    course = opened()
    folder = course.folder / "assignments" / "preamble"
    page.goto(course.at("assignments/preamble/preamble"))
    expect(page.locator(".res-view")).to_have_count(ASKED["preamble"] + 1, timeout=60_000)
    question(page, "Which single word").get_by_role("textbox").fill("Despite")
    expect(question(page, "Which single word").locator(".res-saved")).to_have_text("Saved")
    before = (folder / "answers.json").read_bytes()
    page.get_by_role("button", name="Grade my answers").click()
    expect(page.get_by_text("1 of the 30 points that need no reader", exact=False)).to_be_visible(timeout=30_000)
    expect(page.locator(".res-result h3")).to_have_count(ASKED["preamble"])
    assert (folder / "answers.json").read_bytes() == before
    assert sorted(path.name for path in folder.glob("[!.]*")) == ["answers.json", "preamble.ipynb"]
    assert barriers(page) == []


def test_an_essay_and_a_draft_are_typed_and_saved(page: Page, opened: Callable[..., Course]) -> None:
    """The capstone's two text areas, under axe's rules before and after, in both themes."""
    course = opened()
    page.goto(course.at("assignments/capstone/capstone"))
    areas = page.locator(".res-question textarea")
    expect(areas).to_have_count(2, timeout=60_000)
    assert barriers(page) == []
    for area in areas.all():
        area.fill("The General Assembly,\n\nRecalling its resolution 45/158,\n\nDecides to meet.")
        area.blur()
    expect(page.locator(".res-saved", has_text="Saved")).to_have_count(2)
    assert len(read_answers(course.folder / "assignments" / "capstone")) == 2
    with dark(page):
        assert barriers(page) == []
