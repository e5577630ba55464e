"""A walk through a page with the Tab key alone: what it stops at, whether one sees where, whether it ends."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page

#: More stops than any lesson has.
_ENOUGH = 400

_STOP = """() => {
  const e = document.activeElement, style = getComputedStyle(e), seen = [...e.labels ?? [], e];
  // Of what stands in the window, the middle of some line of it: nothing may lie over that.
  const shown = [...e.getClientRects()].some((box) => {
    const left = Math.max(box.left, 0), right = Math.min(box.right, innerWidth);
    const top = Math.max(box.top, 0), bottom = Math.min(box.bottom, innerHeight);
    const at = left < right && top < bottom && document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return at && seen.some((one) => one === at || one.contains(at)); });
  window.walked ??= [];
  const before = window.walked.at(-1);
  window.walked.push(e);
  return {
    name: e.id || (e.getAttribute("aria-label") ?? e.textContent).trim().slice(0, 60), tag: e.tagName,
    ring: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    shown,
    after: !before?.isConnected || Boolean(before.compareDocumentPosition(e) & Node.DOCUMENT_POSITION_FOLLOWING),
  }; }"""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where the Tab key rests: its id or words, how thick its ring is in pixels, and how it lies.

    ``shown`` says that it stands in the window and nothing lies over it, ``after`` that it follows the stop before.
    """

    name: str
    tag: str
    ring: float
    shown: bool
    after: bool


def walk(page: Page, last: str, key: str = "Tab") -> list[Stop]:
    """Press the Tab key until it rests on the link or control with these words or this id.

    Raises
    ------
    AssertionError
        If it stays where it is or leaves the page before it comes there.
    """
    page.evaluate("window.walked = []")
    stops: list[Stop] = []
    for _ in range(_ENOUGH):
        page.keyboard.press(key)
        stops.append(Stop(**page.evaluate(_STOP)))
        if stops[-1].name == last:
            return stops
        assert stops[-1].tag != "BODY", f"{key} leaves the page after {stops[-2:-1]}"
        assert not page.evaluate("walked.at(-1) === walked.at(-2)"), f"{key} is caught at {stops[-1]}"
    raise AssertionError(f"{key} does not come to {last}")


def hidden(stops: list[Stop], ring: float = 2) -> list[Stop]:
    """The stops at which nobody sees where the focus is."""
    return [stop for stop in stops if stop.ring < ring or not stop.shown]
