"""What axe does not see of a lesson's page: what is cut off, what moves, what the reader's own colours take away."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Page

from tests.access.axe import barriers

#: A screen of 1280 pixels at 200 % and at 400 %.
ENLARGED = {"200 %": 640, "400 %": 320}
#: WCAG 1.4.12: a reader may set lines, paragraphs, letters and words so far apart.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }"""
_LESSON = "document.querySelector('.jp-specta-notebook-panel')"

_OVERFLOWING = """() => {
  const lesson = document.querySelector(".jp-specta-notebook-panel"), found = [];
  const told = (what, e) => found.push(`${what}: ${e.tagName} ${e.id || e.className}: ${e.textContent.slice(0, 40)}`);
  if (lesson.scrollWidth > lesson.clientWidth) told("the page moves sideways", lesson);
  for (const e of lesson.querySelectorAll("*")) {
    const { display, visibility, overflowX, overflowY } = getComputedStyle(e);
    if (!e.clientWidth || display === "inline" || visibility === "hidden") continue;
    if (e.closest(".res-hidden, svg, select, textarea")) continue;
    const wide = e.scrollWidth > e.clientWidth + 1, high = e.scrollHeight > e.clientHeight + 2;
    const scrolls = /auto|scroll/.test(overflowX);
    // A table or a map may be wider than the page, in a box of its own that the keyboard reaches.
    if (wide && scrolls && e.tabIndex !== 0) told("moves sideways, and not by keyboard", e);
    if (wide && scrolls && !e.matches("table, :has(> table), :has(> svg)")) told("more than a table moves sideways", e);
    if ((wide && overflowX === "hidden") || (high && overflowY === "hidden")) told("cut off", e);
    if (wide && overflowX === "visible" && e.matches("button, .res-choice, .res-row, .res-part"))
      told("spills over", e);
  }
  return found; }"""

_MOVING = """() => {
  const lesson = document.querySelector(".jp-specta-notebook-panel");
  const slow = [...lesson.querySelectorAll("*")].filter((e) => e.checkVisibility()
    && getComputedStyle(e).transitionDuration.split(", ").some((time) => parseFloat(time) > 0));
  return [...document.getAnimations().filter((one) => one.playState === "running").map((one) => one.effect.target),
    ...slow].map((e) => `${e.tagName} ${e.className}`); }"""

_COLOURS = """() => {
  const probe = document.body.appendChild(document.createElement("i")), found = [];
  const own = Object.fromEntries(["Canvas", "CanvasText", "Highlight", "HighlightText", "GrayText"].map((name) => {
    probe.style.color = name;
    return [getComputedStyle(probe).color, name]; }));
  probe.remove();
  for (const e of document.querySelectorAll(".res-view svg :is(path, circle, rect, line, polygon, text), .res-bar")) {
    const style = getComputedStyle(e);
    for (const name of e.matches(".res-bar") ? ["backgroundColor"] : ["fill", "stroke"]) {
      if (style[name] !== "none" && !style[name].startsWith("url") && !(style[name] in own))
        found.push(`${e.tagName} ${e.getAttribute("class")}: ${name} ${style[name]}`); } }
  for (const e of document.querySelectorAll(".res-view button[aria-pressed=true]"))
    if (own[getComputedStyle(e).backgroundColor] !== "Highlight") found.push(`pressed, and not to be seen: ${e.id}`);
  return [...new Set(found)]; }"""


def overflowing(page: Page) -> list[str]:
    """What is cut off, spills over, or moves sideways though it is no table and no drawing in a box of its own."""
    return _asked(page, _OVERFLOWING)


def moving(page: Page) -> list[str]:
    """What is animated, or would take time to change."""
    return _asked(page, _MOVING)


def colours_of_its_own(page: Page) -> list[str]:
    """Where a drawing or a pressed button does not use the reader's own colours."""
    return _asked(page, _COLOURS)


def _asked(page: Page, script: str) -> list[str]:
    found: list[str] = page.evaluate(script)
    return found


@contextmanager
def resized(page: Page, width: int, height: int = 800) -> Iterator[None]:
    """Look at the page in another width for a while."""
    before = page.viewport_size
    page.set_viewport_size({"width": width, "height": height})
    page.wait_for_timeout(300)
    yield
    if before:
        page.set_viewport_size(before)


@contextmanager
def styled(page: Page, css: str) -> Iterator[None]:
    """A reader's own stylesheet for a while."""
    sheet = page.add_style_tag(content=css)
    page.wait_for_timeout(300)
    yield
    sheet.evaluate("sheet => sheet.remove()")


@contextmanager
def preferring(page: Page, **media: Any) -> Iterator[None]:
    """What a reader has set in the system, for a while."""
    page.emulate_media(**media)
    page.wait_for_timeout(300)
    yield
    page.emulate_media(**dict.fromkeys(media, "null"))


def enlarged(page: Page) -> dict[str, list[str]]:
    """What is wrong at 200 % and at 400 %, axe's findings at 400 % among it."""
    found = {}
    for how, width in ENLARGED.items():
        with resized(page, width):
            found[how] = overflowing(page) + (barriers(page) if width == 320 else [])
    return {how: wrong for how, wrong in found.items() if wrong}
