"""Answers in the live edition: kept by the browser, taken along, brought back elsewhere, never claimed when lost."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.quiz.score import points_said
from tests.access.axe import barriers
from tests.access.shape import enlarged
from tests.browser.conftest import CLASSROOM, WIDGETS, Course
from tests.browser.test_graded import answer_by_mouse, items
from tests.browser.visit import asked_outside, question
from tests.web.conftest import live
from tests.web.host import ISOLATED, Host, serving

pytestmark = pytest.mark.browser

LESSON = "00_start_here"


def practise(page: Page) -> str:
    """Choose the first option of the first question with one answer; gives that question's id."""
    asked = page.locator(".res-question", has=page.locator("input[type=radio]")).first
    asked.locator("input").first.check()
    asked.get_by_role("button", name="Check my answer").click()
    said = asked.locator("[id$=-saved]")
    expect(said).to_have_text("Saved")
    return (said.get_attribute("id") or "").removesuffix("-saved")


#: Kinds that the mouse answers as it comes, and not as the key has it.
AS_IT_COMES = {"ordering", "marking", "text", "draft"}


def download(page: Page, to: Path) -> Path:
    with page.expect_download() as got:
        page.locator("#progress-download").click()
    got.value.save_as(to)
    return to


@pytest.mark.parametrize("assignment", ["masthead", "preamble", "operative", "sources", "entry_into_force", "capstone"])
def test_every_kind_of_question_is_answered_and_kept(chromium: Browser, host: Host, assignment: str) -> None:
    """Every question of each assignment by mouse: said to be saved, shown after a reload, good for axe, enlarged."""
    context = chromium.new_context(viewport={"width": 1280, "height": 1000})
    outside = asked_outside(context, host.origin)
    asked = items(assignment)
    page = context.new_page()
    page.goto(host.live(f"assignments/{assignment}/{assignment}"))
    expect(page.locator("[id$=-saved]").first).to_be_attached(timeout=90_000)
    expect(page.get_by_role("status").filter(has_text="You can read already")).to_have_count(0, timeout=30_000)
    for item in asked:
        assert item.question and item.key
        one = question(page, item.question.prompt)
        answer_by_mouse(one, item, "as it stands" if item.question.kind == "ordering" else item.key.right)
        expect(one.locator("[id$=-saved]")).to_have_text("Saved")
    for scheme, light in (("light", "true"), ("dark", "false")):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        expect(page.locator("body")).to_have_attribute("data-jp-theme-light", light)
        assert barriers(page) == []
    assert enlarged(page) == {}
    page.reload()
    expect(page.locator("[id$=-saved]", has_text="Saved")).to_have_count(len(asked), timeout=90_000)
    page.get_by_role("button", name="Grade my answers").click()
    keyed = sum(item.points for item in asked)
    expect(page.get_by_text(f" of the {points_said(keyed)} points that need no reader")).to_be_visible()
    for item in asked:
        if item.question.kind not in AS_IT_COMES:
            result = page.locator("section", has=page.locator(f"#result-{item.grade_id}"))
            full = points_said(item.points)
            expect(result.locator(".res-points")).to_have_text(f"{full} of {full} points")
    assert barriers(page) == []
    assert outside == []
    context.close()


def test_progress_survives_a_reload(read: Callable[..., Page]) -> None:
    """The answer is still chosen when the lesson is opened again, and lesson 0 counts it."""
    page = read("02_anatomy")
    name = practise(page)
    page.reload()
    expect(page.locator(f"[name='{name}']:checked")).to_have_count(1, timeout=90_000)
    page = read(LESSON)
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="2. Anatomy of the text"))
    expect(row).to_contain_text("1 of ")


def test_progress_survives_on_a_host_with_isolation_headers(chromium: Browser, site: Path) -> None:
    """There the kernel reaches the browser's files another way."""
    with serving(site, ISOLATED) as isolated:
        context = chromium.new_context()
        page = live(context.new_page(), isolated, "02_anatomy")
        assert page.evaluate("crossOriginIsolated")
        name = practise(page)
        page.reload()
        expect(page.locator(f"[name='{name}']:checked")).to_have_count(1, timeout=90_000)
        context.close()


def test_answers_travel_to_jupyterlab_and_back(
    read: Callable[..., Page], opened: Callable[..., Course], tmp_path: Path, chromium: Browser
) -> None:
    """Practice and an assignment's answer, exported in the web edition, stand in JupyterLab after the import."""
    page = read("02_anatomy")
    name = practise(page)
    page.goto(page.url.replace("02_anatomy", "assignments/masthead/masthead"))
    first = items("masthead")[0]
    assert first.question and first.key
    asked = question(page, first.question.prompt)
    expect(asked.locator("input, select, textarea, button").first).to_be_visible(timeout=90_000)
    answer_by_mouse(asked, first, first.key.right)
    expect(asked.locator("[id$=-saved]")).to_have_text("Saved")
    page = read(LESSON)
    expect(page.locator("#progress-place")).to_contain_text("in this browser only")
    taken = download(page, tmp_path / "taken.json")

    course = opened()
    there = chromium.new_context(accept_downloads=True).new_page()
    there.goto(course.at(LESSON))
    expect(there.locator(".res-view")).to_have_count(WIDGETS[LESSON], timeout=60_000)
    there.locator("#progress-file").set_input_files(taken)
    expect(there.locator("#progress-news")).to_contain_text("2 answers brought back")
    answers = json.loads((course.folder / "assignments" / "masthead" / "answers.json").read_text("utf-8"))
    assert list(answers["answers"]) == [first.grade_id]
    assert name in json.loads((course.folder / "progress.json").read_text("utf-8"))["answers"]
    back = download(there, tmp_path / "back.json")
    there.context.close()

    page.evaluate("indexedDB.databases().then(all => all.forEach(one => indexedDB.deleteDatabase(one.name)))")
    page.goto("about:blank")
    page = read(LESSON)
    page.locator("#progress-file").set_input_files(back)
    expect(page.locator("#progress-news")).to_contain_text("2 answers brought back")


DAMAGED = {
    "damaged": ("{", "is damaged"),
    "another version": ('{"format": "resolution-53-137/progress", "version": 99, "answers": {}}', "version 99"),
    "something else": ("[]", "is not a progress file of this course"),
    "huge": ("x" * 2_000_000, "is larger than"),
}


def test_what_cannot_be_brought_back_loses_nothing(read: Callable[..., Page], tmp_path: Path) -> None:
    """A damaged file, one of another version, another file, a huge one: one line each, and the answers stand."""
    page = read("02_anatomy")
    practise(page)
    page = read(LESSON)
    for what, (content, told) in DAMAGED.items():
        path = tmp_path / f"{what}.json"
        path.write_text(content)
        page.locator("#progress-file").set_input_files(path)
        expect(page.locator(".res-notice:visible", has_text=told)).to_have_count(1)
    row = page.get_by_role("row").filter(has=page.get_by_role("link", name="2. Anatomy of the text"))
    expect(row).to_contain_text("1 of ")


FULL = """if (globalThis.IDBObjectStore) for (const way of ["put", "add"]) {
  const write = IDBObjectStore.prototype[way];
  IDBObjectStore.prototype[way] = function (...given) {
    if (globalThis.storageIsFull) throw new DOMException("full", "QuotaExceededError");
    return write.apply(this, given);
  };
}"""
#: How a browser may refuse to keep files, from the first moment on.
REFUSALS = {
    "no service worker": "delete Navigator.prototype.serviceWorker",
    "no database": "IDBFactory.prototype.open = () => { throw new DOMException('denied', 'SecurityError'); }",
    "full from the start": FULL + "globalThis.storageIsFull = true;",
    "a refused service worker": "ServiceWorkerContainer.prototype.register = () => Promise.reject(Error('refused'))",
}


def refused(page: Page, why: str) -> None:
    """Answer, and see that nothing is called saved, one line says why, and the answer stays on the page."""
    asked = page.locator(".res-question", has=page.locator("input[type=radio]")).first
    asked.locator("input").first.check()
    asked.get_by_role("button", name="Check my answer").click()
    expect(page.get_by_text(why)).to_be_visible()
    expect(asked.locator("input").first).to_be_checked()
    expect(asked.locator("[id$=-saved]")).not_to_have_text("Saved")


@pytest.mark.parametrize("isolated", [False, True])
@pytest.mark.parametrize("way", REFUSALS)
def test_a_browser_that_keeps_nothing_says_so(chromium: Browser, site: Path, way: str, isolated: bool) -> None:
    """As in private windows: the lesson lives, and the answer can be taken home from the page."""
    if "service worker" in way and isolated:
        return  # the kernel needs none there
    with serving(site, ISOLATED if isolated else {}) as host:
        context = chromium.new_context(accept_downloads=True)
        context.add_init_script(REFUSALS[way])
        page = live(context.new_page(), host, "02_anatomy")
        refused(page, "this page cannot keep files")
        with page.expect_download() as got:
            page.get_by_role("button", name="Download my progress").first.click()
        assert len(json.loads(Path(got.value.path()).read_text("utf-8"))["answers"]) == 1
        context.close()


def test_over_plain_http_a_line_says_that_nothing_is_kept(chromium: Browser, host: Host) -> None:
    """As from a laptop to a classroom: browsers keep files for https and for one's own computer alone."""
    page = chromium.new_page()
    page.goto(host.live("02_anatomy").replace("127.0.0.1", CLASSROOM))
    expect(page.locator("#course-start")).to_contain_text("one that begins with https", timeout=60_000)
    expect(page.locator(".res-view")).to_have_count(WIDGETS["02_anatomy"], timeout=90_000)
    refused(page, "this page cannot keep files")
    page.context.set_offline(True)
    expect(page.locator("#course-start")).to_contain_text("one that begins with https")
    page.close()


def test_offline_from_the_start_the_lesson_begins_when_the_connection_is_back(page: Page, host: Host) -> None:
    page.route("**/live/python/packages-*", lambda route: route.abort())
    page.goto(host.live("02_anatomy"))
    page.context.set_offline(True)
    expect(page.locator("#course-start")).to_contain_text("starts when the connection is back")
    page.unroute_all()
    page.context.set_offline(False)
    expect(page.locator(".res-view")).to_have_count(WIDGETS["02_anatomy"], timeout=90_000)


def test_storage_that_fills_up_in_the_middle_loses_nothing(chromium: Browser, host: Host) -> None:
    """Once there is room again, the answer that waited is saved."""
    context = chromium.new_context()
    context.add_init_script(FULL)
    page = live(context.new_page(), host, "02_anatomy")
    page.evaluate("globalThis.storageIsFull = true")
    refused(page, "its storage is full or closed")
    page.evaluate("globalThis.storageIsFull = false")
    page.get_by_role("button", name="Save it again").first.click()
    expect(page.locator("[id$=-saved]", has_text="Saved").first).to_be_visible()
    context.close()


def test_offline_in_the_middle(chromium: Browser, host: Host) -> None:
    """A lesson that lives goes on: a line says so, answers are saved, and a reload once online shows them."""
    context = chromium.new_context()
    page = live(context.new_page(), host, "02_anatomy")
    context.set_offline(True)
    expect(page.locator("#course-start")).to_contain_text("You are offline")
    name = practise(page)
    context.set_offline(False)
    expect(page.locator("#course-start")).to_be_hidden()
    page.reload()
    expect(page.locator(f"[name='{name}']:checked")).to_have_count(1, timeout=90_000)
    context.close()


def test_an_old_copy_in_the_cache_beside_a_new_edition(chromium: Browser, site: Path, tmp_path: Path) -> None:
    """Files that a browser keeps for a day do not hold back a new edition, and the answers given before stand."""
    old, new = tmp_path / "old", tmp_path / "new"
    for folder in (old, new):
        shutil.copytree(site, folder, copy_function=lambda a, b: Path(b).hardlink_to(a))
    lesson = new / "live" / "files" / "02_anatomy.ipynb"
    changed = lesson.read_text("utf-8").replace("Anatomy of the text", "Anatomy of the text, second edition", 1)
    edition = new / "live" / "edition.json"
    listed = json.loads(edition.read_text("utf-8"))
    start = new / "live" / "specta" / "index.html"
    for path, content in (
        (lesson, changed),
        (edition, json.dumps({**listed, "edition": "second"})),
        (start, start.read_text("utf-8").replace(listed["edition"], "second")),
    ):
        path.unlink()
        path.write_text(content, "utf-8")
    with serving(old, {"Cache-Control": "max-age=86400"}) as host:
        context = chromium.new_context()
        page = live(context.new_page(), host, "02_anatomy")
        name = practise(page)
        host.folder = new
        page.goto("about:blank")
        page.goto(host.live("02_anatomy"))
        expect(page.locator("h1", has_text="second edition")).to_be_visible(timeout=90_000)
        expect(page.locator(f"[name='{name}']:checked")).to_have_count(1, timeout=90_000)
        context.close()
