"""The book in a real browser, in a folder of a host that reaches nothing else: for every eye, by keyboard, on paper."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.access.axe import barriers
from tests.browser.visit import asked_outside

pytestmark = pytest.mark.browser

FOLDER = "/some/course/"


class _Handler(SimpleHTTPRequestHandler):
    """A static host as most are: the book in a folder of it, and 404.html for what is not there."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(path.removeprefix(FOLDER) if path.startswith(FOLDER) else "/nothing")

    def send_error(self, code: int, *given: Any, **more: Any) -> None:
        if code != 404 or self.command != "GET":
            return super().send_error(code, *given, **more)
        content = Path(self.directory, "404.html").read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


@pytest.fixture(scope="module")
def host(book: Path) -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(book))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{FOLDER}"
        server.shutdown()


@pytest.fixture(scope="module")
def names(book: Path) -> list[str]:
    return sorted(path.relative_to(book).as_posix() for path in book.rglob("*.html"))


def visit(chromium: Browser, **how: Any) -> Page:
    return chromium.new_context(**{"viewport": {"width": 1280, "height": 900}, **how}).new_page()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_page_passes_axe_and_asks_nobody_else(chromium: Browser, host: str, names: list[str], theme: str) -> None:
    page = visit(chromium, color_scheme=theme)
    outside = asked_outside(page, host)
    found = {}
    for name in names:
        page.goto(host + name)
        found[name] = barriers(page)
    page.context.close()
    assert {name: findings for name, findings in found.items() if findings} == {}
    assert outside == []
    assert len(found) >= 38


@pytest.mark.parametrize("width", [320, 640])
def test_no_page_moves_sideways_when_it_is_narrow_or_enlarged(
    chromium: Browser, host: str, names: list[str], width: int
) -> None:
    """320 pixels are a small telephone, and an ordinary screen at 400 %; 640 are one at 200 %."""
    page = visit(chromium, viewport={"width": width, "height": 800})
    wide = []
    for name in names:
        page.goto(host + name)
        if page.evaluate("document.documentElement.scrollWidth") > width:
            wide.append(name)
    page.context.close()
    assert wide == []


def test_a_wide_table_on_a_narrow_page_can_be_moved_by_keyboard(chromium: Browser, host: str) -> None:
    page = visit(chromium, viewport={"width": 320, "height": 800})
    page.goto(f"{host}lessons/08_concern_welcome_call.html")
    box = page.get_by_role("region", name="Per 100 resolutions")
    box.focus()
    page.keyboard.press("End")
    page.keyboard.press("ArrowRight")
    expect(box).to_be_focused()
    page.wait_for_function("document.activeElement.scrollLeft > 0")
    assert barriers(page, "main") == []
    page.context.close()


def test_on_a_wide_page_a_table_that_fits_is_no_stop(chromium: Browser, host: str) -> None:
    page = visit(chromium)
    page.goto(f"{host}lessons/08_concern_welcome_call.html")
    expect(page.get_by_role("table").first).to_be_visible()
    assert page.locator("[tabindex]").count() == 0
    page.context.close()


def test_by_keyboard_the_text_is_one_step_away_and_the_contents_open(chromium: Browser, host: str) -> None:
    page = visit(chromium, viewport={"width": 320, "height": 800})
    page.goto(f"{host}lessons/12_entry_into_force.html")
    page.keyboard.press("Tab")
    skip = page.get_by_role("link", name="Skip to the text")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    lesson = page.locator(".book-contents a", has_text="13. The drafting lab")
    expect(lesson).to_be_hidden()
    for _ in range(4):  # the name of the course, the field, its button, the contents
        page.keyboard.press("Tab")
    expect(page.locator("#contents summary")).to_be_focused()
    page.keyboard.press("Enter")
    expect(lesson).to_be_visible()
    page.context.close()


def test_the_search_answers_in_the_browser_and_keeps_nothing(chromium: Browser, host: str) -> None:
    page = visit(chromium)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{host}lessons/01_masthead.html")
    page.get_by_role("searchbox").fill("asylum")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("did not match")
    page.get_by_role("searchbox").fill("threshold")
    page.keyboard.press("Enter")
    page.get_by_role("link", name="12. Entry into force").last.wait_for()
    expect(page.get_by_role("status")).to_contain_text("found")
    expect(page.locator("ul.search .context").first).to_contain_text("threshold")
    expect(page.get_by_role("searchbox")).to_have_value("threshold")
    expect(page).to_have_url(f"{host}search.html#q=threshold")
    assert not [url for url in asked if "threshold" in url.partition("#")[0] or "asylum" in url.partition("#")[0]]
    assert page.evaluate("localStorage.length + sessionStorage.length + document.cookie.length") == 0
    assert barriers(page) == []
    page.get_by_role("link", name="12. Entry into force", exact=True).last.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("12. Entry into force")
    page.context.close()


@pytest.mark.parametrize("wrong", ["nowhere.html", "lessons/nowhere.html", "lessons/very/deep/nowhere"])
def test_a_wrong_address_leads_home_from_any_depth(chromium: Browser, host: str, wrong: str) -> None:
    page = visit(chromium)
    assert page.goto(host + wrong).status == 404
    expect(page.locator("#up")).to_have_count(0)
    page.get_by_role("link", name="The first page").click()
    expect(page).to_have_url(f"{host}index.html")
    page.context.close()


def test_without_javascript_the_book_can_be_read(chromium: Browser, host: str) -> None:
    page = visit(chromium, java_script_enabled=False, viewport={"width": 320, "height": 800})
    page.goto(f"{host}lessons/12_entry_into_force.html")
    expect(page.get_by_role("link", name="13. The drafting lab").first).to_be_visible()
    expect(page.get_by_role("img").first).to_be_attached()
    page.context.close()


def test_the_signs_on_the_words_are_switched_on_by_the_reader(chromium: Browser, host: str) -> None:
    page = visit(chromium)
    page.goto(f"{host}text.html#OP6")
    deadline = page.locator("#OP6 .res-deadline")
    expect(deadline).to_have_css("outline-style", "none")
    page.get_by_label("Show the four signs").check()
    expect(deadline).to_have_css("outline-style", "solid")
    expect(page.locator("#OP6 .res-addressee").first).to_have_css("text-decoration-line", "underline")
    page.context.close()


def test_with_the_readers_own_colours_the_page_still_shows_where_one_is(chromium: Browser, host: str) -> None:
    page = visit(chromium, forced_colors="active")
    page.goto(f"{host}lessons/12_entry_into_force.html")
    here, other = page.locator(".book-contents [aria-current]"), page.locator(".book-contents a").first
    expect(here).to_have_text("12. Entry into force")
    border = "node => getComputedStyle(node).borderLeftColor"
    assert here.evaluate(border) != other.evaluate(border)
    assert other.evaluate(border) == other.evaluate("node => getComputedStyle(document.body).backgroundColor")
    expect(here).to_have_css("font-weight", "650")
    page.context.close()


def test_nothing_moves(chromium: Browser, host: str) -> None:
    page = visit(chromium)
    page.goto(f"{host}lessons/12_entry_into_force.html")
    moving = "[...document.querySelectorAll('*')].filter((node) => node.getAnimations({subtree: true}).length).length"
    assert page.evaluate(moving) == 0
    assert (
        page.evaluate(
            "[...document.querySelectorAll('main *')].some((n) => getComputedStyle(n).transitionDuration !== '0s')"
        )
        is False
    )
    page.context.close()


def test_on_paper_only_the_lesson_is_left(chromium: Browser, host: str) -> None:
    """No frame, no links to press; every table is whole, to its last row and its last column."""
    page = visit(chromium, color_scheme="dark")
    page.goto(f"{host}lessons/12_entry_into_force.html")
    pdf = PdfReader(io.BytesIO(page.pdf(format="A4")))
    said = " ".join(" ".join(sheet.extract_text() for sheet in pdf.pages).split())
    for gone in ("Search the book", "Contents", "Work through this lesson live", "Answer this in the live lesson"):
        assert gone not in said
    for kept in ("Article 87 in three steps", "Zimbabwe", "1 March 2025", "Bound from", "Where to read on"):
        assert kept in said
    assert len(pdf.pages) <= 14
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    page.context.close()
