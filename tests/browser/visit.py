"""A lesson that somebody opened, wherever it runs: what each edition shows and does alike."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import BrowserContext, Locator, Page, expect

from tests.access.axe import barriers
from tests.browser.explorers import USES, Use


@dataclass
class Visit:
    """A lesson that was opened once, and what its page asked of the world outside."""

    lesson: str
    page: Page
    outside: list[str]


def asked_outside(seen_by: Page | BrowserContext, *ours: str) -> list[str]:
    """What a page or a window asks of anybody whose address begins otherwise than ours; the list fills as it goes."""
    outside: list[str] = []
    known = (*ours, "data:", "blob:", "about:")
    seen_by.on("request", lambda r: None if r.url.startswith(known) else outside.append(r.url))
    # The page's own policy stops a request before it leaves the browser; any other end means that it was sent.
    seen_by.on("requestfailed", lambda r: outside.remove(r.url) if r.failure == "csp" and r.url in outside else None)
    return outside


def question(page: Page, prompt: str) -> Locator:
    """The question with these words."""
    return page.locator(".res-question", has_text=prompt)


def reads_as_a_page(visit: Visit) -> None:
    """No code, dialog or error, nothing from outside, nothing serious for axe; images say what they show."""
    page = visit.page
    assert page.locator(".jp-Dialog").count() == 0
    assert page.locator(".jp-InputArea-editor:visible").count() == 0
    assert page.locator("[data-mime-type='application/vnd.jupyter.error']").count() == 0
    assert visit.outside == []
    assert barriers(page) == []
    for image in page.locator(".res-figure img").all():
        assert len(image.get_attribute("alt") or "") > 40


def explore(visit: Visit, hand: str) -> None:
    """Use each explorer as its table of uses says, by the hand that the table names."""
    for use in USES.get(visit.lesson, ()):
        if use.hand == hand:
            _follow(visit.page, use)


def _follow(page: Page, use: Use) -> None:
    """Do one thing as a reader does it, and see what the explorer says."""
    control = page.locator(use.control)
    if use.hand == "keyboard":
        control.focus()
        for key in use.keys:
            page.keyboard.press(key)
        if use.text:
            page.keyboard.type(use.text)
    elif use.text is None:
        control.click()
    elif control.evaluate("e => e.tagName") == "SELECT":
        control.select_option(use.text)
    else:
        control.fill(use.text)
        control.blur()
    expect(page.locator(use.part), f"{use.control} by {use.hand}").to_contain_text(use.told)


def answer_the_last_choice(page: Page) -> Locator:
    """Choose and check the first option of the last question with one choice; gives the question, explained."""
    asked = page.locator(".res-question", has=page.locator("input[type=radio]")).last
    asked.locator("input").first.check()
    asked.get_by_role("button", name="Check my answer").click()
    expect(asked.locator(".res-verdict")).to_be_visible()
    return asked
