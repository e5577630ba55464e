"""Lessons as a learner meets them: reading mode, mouse, keyboard alone, screen reader's rules, dark theme."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from helpers.quiz.answers import AnswerFile
from helpers.quiz.store import Progress, Store
from helpers.quiz.travel import Luggage, dumps
from tests.access.axe import barriers
from tests.browser.conftest import WIDGETS, Course
from tests.browser.visit import question

pytestmark = pytest.mark.browser


def test_tour_by_mouse(read: Callable[..., Page]) -> None:
    """Choose a paragraph, go on, switch a sign on."""
    page = read("00_start_here")
    tour = page.locator(".res-view", has_text="Stop 1 of 5")
    tour.get_by_label("Paragraph").select_option("OP4")
    expect(page.locator(".res-words", has_text="Requests the Secretary-General")).to_be_visible()
    tour.get_by_role("button", name="Next").click()
    tour = page.locator(".res-view", has_text="Stop 2 of 5")
    expect(tour.locator("blockquote .res-deadline")).to_have_count(0)
    tour.get_by_label("Deadlines").check()
    expect(tour.locator("blockquote .res-deadline")).to_have_text("at its fifty-fourth session")


def test_tour_by_keyboard(read: Callable[..., Page]) -> None:
    """Tab, Enter and Space reach every stop; focus stays on the button that was pressed."""
    page = read("00_start_here")
    page.get_by_role("button", name="Next").first.focus()
    for stop in range(2, 6):
        page.keyboard.press("Enter")
        expect(page.get_by_text(f"Stop {stop} of 5")).to_be_visible()
    expect(page.locator("#tour-next")).to_be_disabled()
    page.locator("#tour-back").focus()
    for stop in (4, 3, 2):
        page.keyboard.press("Space")
        expect(page.get_by_text(f"Stop {stop} of 5")).to_be_visible()
    assert page.evaluate("document.activeElement.id") == "tour-back"
    page.keyboard.press("Shift+Tab")
    assert page.evaluate("document.activeElement.id") == "tour-deadline"
    page.keyboard.press("Space")
    expect(page.locator("blockquote .res-deadline")).to_have_text("at its fifty-fourth session")


def test_decoder_by_mouse(read: Callable[..., Page]) -> None:
    """Another symbol from the resolution is taken apart at once."""
    page = read("01_masthead")
    page.get_by_label("A symbol from the resolution").select_option("A/53/625/Add.1")
    expect(page.locator(".res-symbol li")).to_have_count(4)
    expect(page.locator(".res-symbol")).to_contain_text("Addendum")


def test_decoder_by_keyboard(read: Callable[..., Page]) -> None:
    """Typing one's own; markup is shown as text; what is no symbol gives one line and keeps the earlier result."""
    page = read("01_masthead")
    own = page.get_by_label("Or type your own")
    own.focus()
    page.keyboard.press("Control+A")
    page.keyboard.type("S/RES/1325 (2000)")
    expect(page.locator(".res-symbol")).to_contain_text("Security Council")
    expect(page.locator(".res-symbol")).to_contain_text("Adopted in 2000")
    page.keyboard.press("Control+A")
    page.keyboard.type("A/<script>alert(1)</script>")
    expect(page.locator(".res-symbol")).to_contain_text("<script>alert(1)<")
    page.keyboard.press("Control+A")
    page.keyboard.type("nothing")
    expect(page.locator(".res-notice[role=alert]:visible")).to_contain_text("has no oblique stroke")
    expect(page.locator(".res-symbol")).to_contain_text("General Assembly")
    assert page.evaluate("document.activeElement.id") == "symbol-own"


def test_anatomy_by_mouse(read: Callable[..., Page]) -> None:
    """Pick in the text, pick in the outline, switch a layer."""
    page = read("02_anatomy")
    told = page.locator("#anatomy-told")
    page.locator("#part-OP6 p").click()
    expect(told).to_contain_text("Sixth operative paragraph")
    expect(told).to_contain_text("Addressee: the Secretary-General")
    expect(told).to_contain_text("ends with a semicolon")
    page.get_by_label("Outline").select_option("FN2")
    expect(told).to_contain_text("its marker is missing")
    expect(page.locator("#part-FN2")).to_be_in_viewport()
    sheet = page.locator(".res-sheet")
    expect(sheet.locator(".res-deadline")).to_have_count(0)
    page.get_by_label("Deadlines").check()
    expect(sheet.locator(".res-deadline")).to_have_count(2)
    page.get_by_label("Citations").check()
    expect(sheet.locator("#part-PP9 .res-citation")).to_contain_text("52/115")


def test_anatomy_by_keyboard(read: Callable[..., Page]) -> None:
    """The outline by arrows, the buttons by Enter, the names in the margin by Space."""
    page = read("02_anatomy")
    told = page.locator("#anatomy-told")
    page.get_by_label("Outline").focus()
    page.keyboard.press("ArrowDown")
    expect(told).to_contain_text("First preambular paragraph")
    page.locator("#anatomy-next").focus()
    page.keyboard.press("Enter")
    expect(told).to_contain_text("Second preambular paragraph")
    page.locator("#pick-OP7").focus()
    page.keyboard.press("Space")
    expect(told).to_contain_text("here the one sentence of the resolution ends")
    expect(page.locator("#pick-OP7")).to_have_attribute("aria-pressed", "true")
    page.locator("#anatomy-deadline").focus()
    page.keyboard.press("Space")
    expect(page.locator(".res-sheet .res-deadline")).to_have_count(2)


def test_a_question_wrongly_then_rightly(read: Callable[..., Page], opened: Callable[..., Course]) -> None:
    """By mouse: nothing chosen, a wrong answer with its reason, the right one; each is saved at once."""
    page = read("01_masthead")
    asked = question(page, "Which date do you give")
    asked.get_by_role("button", name="Check my answer").click()
    expect(asked.locator("[role=status]")).to_contain_text("Choose an answer first")
    asked.get_by_label("1 March 1999").check()
    asked.get_by_role("button", name="Check my answer").click()
    expect(asked.locator(".res-verdict")).to_have_text("This does not hold.")
    expect(asked).to_contain_text("This is the day of issue")
    expect(asked).to_contain_text("85th plenary meeting")
    asked.get_by_label("9 December 1998").check()
    expect(asked.locator(".res-verdict")).to_have_count(0)
    asked.get_by_role("button", name="Check my answer").click()
    expect(asked.locator(".res-verdict")).to_have_text("Yes, this holds.")
    expect(asked.get_by_text("Saved", exact=True)).to_be_visible()
    saved = Store(opened().folder).read().answers["m-adopted"]
    assert (saved.answer, saved.credit, saved.first) == ("9 December 1998", 1.0, 0.0)


def test_a_question_by_keyboard(read: Callable[..., Page]) -> None:
    """Tab to the boxes, Space to tick, Enter to check; the verdict stands in a live region."""
    page = read("02_anatomy")
    asked = question(page, "hold two acts?")
    asked.get_by_label("OP2").focus()
    for press in ("Tab", "Space", "Tab", "Space", "Tab", "Space", "Tab", "Tab", "Enter"):
        page.keyboard.press(press)
    expect(asked.locator("[role=status] .res-verdict")).to_have_text("Yes, all of these hold, and no other.")
    assert page.evaluate("document.activeElement.id") == "a-two-acts-check"


def test_fast_answers_on_a_slow_connection(read: Callable[..., Page]) -> None:
    """Ticks that come faster than the answers of the kernel are all kept, and none is taken back."""
    page = read("02_anatomy")
    asked = question(page, "hold two acts?")
    page.evaluate(
        """() => { const boxes = [...document.querySelectorAll('input[name="a-two-acts"]')];
             boxes.filter((box) => box.checked).forEach((box) => box.click());
             for (const wanted of ["OP3", "OP5", "OP6"]) boxes.find((box) => box.value === wanted).click(); }"""
    )
    expect(asked.locator(".res-verdict")).to_have_count(0)  # an earlier verdict goes, and the page settles
    asked.get_by_role("button", name="Check my answer").click()
    expect(asked.locator(".res-verdict")).to_have_text("Yes, all of these hold, and no other.")
    assert [box.is_checked() for box in asked.locator("input").all()] == [False, True, True, True, False]


def test_progress_survives_and_travels(
    read: Callable[..., Page], opened: Callable[..., Course], tmp_path: Path
) -> None:
    """An answer is there after every kernel was ended; it can be downloaded, and other answers brought back."""
    page = read("00_start_here")
    asked = question(page, "created the Convention")
    asked.get_by_label("False").check()
    asked.get_by_role("button", name="Check my answer").click()
    expect(asked.get_by_text("Saved", exact=True)).to_be_visible()
    page.evaluate("window.jupyterapp.serviceManager.kernels.shutdownAll()")
    page = read("00_start_here")
    expect(question(page, "created the Convention").locator(".res-verdict")).to_have_text("Yes, this holds.")
    expect(page.get_by_role("row", name="Start here")).to_contain_text(re.compile(r"[1-8] of 8 answered"))
    with page.expect_download() as download:
        page.get_by_role("button", name="Download my progress").click()
    assert download.value.suggested_filename == "resolution-53-137.json"
    assert "s-created" in Path(download.value.path()).read_text()
    page.get_by_role("button", name="Download my progress").focus()
    with page.expect_download():
        page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.id") == "progress-file"
    brought = tmp_path / "resolution-53-137.json"
    practised = Progress().with_answer("a-subject", "The General Assembly", 1.0, "2026-01-01")
    brought.write_text(dumps(Luggage({".": practised}, {"assignments/operative": {"oper-essay": "It requests."}})))
    page.locator("#progress-file").set_input_files(brought)
    expect(page.locator("#progress-news")).to_contain_text("2 answers brought back from “resolution-53-137.json”")
    expect(page.get_by_role("row", name="Assignment: what the resolution does")).to_contain_text("1 of 14 answered")
    assert {"s-created", "a-subject"} <= set(Store(opened().folder).read().answers)


def test_answers_that_differ_are_chosen_by_keyboard(
    read: Callable[..., Page], opened: Callable[..., Course], tmp_path: Path
) -> None:
    """A file that answers otherwise asks which shall stand; the arrow keys choose, and choose again."""
    own = AnswerFile(opened().folder / "assignments" / "sources")
    own.record("src-essay", "Mine.")
    page = read("00_start_here")
    brought = tmp_path / "f.json"
    brought.write_text(dumps(Luggage(answers={"assignments/sources": {"src-essay": "Theirs."}})))
    page.locator("#progress-file").set_input_files(brought)
    choice = page.locator("#progress-differing")
    expect(choice).to_contain_text("Assignment: from the text to its sources: 1 answer")
    expect(choice.get_by_label("Those that were here")).to_be_checked()
    assert barriers(page, "#progress-differing") == []
    choice.get_by_label("Those that were here").focus()
    for key, told, stands in (("ArrowDown", "from the file", "Theirs."), ("ArrowUp", "that were here", "Mine.")):
        page.keyboard.press(key)
        expect(page.locator("#progress-news")).to_contain_text(f"The answers {told} stand")
        assert own.read() == {"src-essay": stands}


def test_a_file_that_is_no_progress_is_told_in_one_line(
    read: Callable[..., Page], opened: Callable[..., Course], tmp_path: Path
) -> None:
    """And what was answered is as before."""
    Store(opened().folder).record("s-created", "False", 1.0)
    page = read("00_start_here")
    brought = tmp_path / "notes.json"
    brought.write_text("{")
    page.locator("#progress-file").set_input_files(brought)
    expect(page.locator(".res-notice[role=alert]:visible")).to_contain_text("is damaged")
    assert "s-created" in Store(opened().folder).read().answers


def test_links_between_lessons(read: Callable[..., Page]) -> None:
    """From the text and from the list, each to a page of its own that runs by itself."""
    page = read("00_start_here")
    page.locator(".jp-MarkdownOutput a", has_text="1. The masthead").click()
    expect(page).to_have_url(re.compile("01_masthead"))
    expect(page.locator("h1:visible")).to_contain_text("1. The masthead")
    expect(page.locator(".res-view")).to_have_count(WIDGETS["01_masthead"], timeout=60_000)
    page = read("00_start_here")
    page.get_by_role("link", name="2. Anatomy of the text").first.click()
    expect(page.locator("h1:visible")).to_contain_text("2. Anatomy of the text")
    expect(page.locator(".res-view")).to_have_count(WIDGETS["02_anatomy"], timeout=60_000)
    page = read("00_start_here")
    page.get_by_role("link", name="the lines above the text", exact=True).click()
    expect(page.locator("h1:visible")).to_contain_text("Assignment: the lines above the text")
    expect(page.locator(".res-view").nth(12)).to_be_visible(timeout=60_000)


def test_slides(page: Page, opened: Callable[..., Course]) -> None:
    """The projector's view shows one cell at a time and runs by itself."""
    page.goto(opened("--slides").at("01_masthead"))
    expect(page.locator(".reveal .slides h1")).to_be_visible(timeout=60_000)
    expect(page.locator(".res-view")).to_have_count(WIDGETS["01_masthead"], timeout=60_000)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".reveal section.present")).not_to_contain_text("35 minutes")
