"""axe on a page: every finding is noted for the report; what ``course/site/access.toml`` does not accept is told."""

from __future__ import annotations

import json
import os
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import axe_playwright_python
from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
ACCEPTED = ROOT / "course" / "site" / "access.toml"
BUILD = ROOT / "build" / "access"
RUNS = BUILD / "runs"

#: WCAG 2.2 up to level AA, and what axe's authors hold for good practice besides.
TAGS = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
_AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()
_RUN = """async ([where, tags, parts, but]) => {
  // axe leaves the size of targets out as long as WCAG 2.2 is new to many
  const rules = {"target-size": {enabled: true}, ...Object.fromEntries(but.map((rule) => [rule, {enabled: false}]))};
  const found = await axe.run({include: [[where]]},
    {runOnly: {type: "tag", values: tags}, rules, elementRef: true, resultTypes: ["violations", "incomplete"]});
  const reason = ({any, all, none}) => [...any, ...all, ...none].map((check) => check.data?.messageKey).find(Boolean);
  const told = (results, sure) => results.flatMap((result) => result.nodes.map((node) => ({
    sure, rule: result.id, impact: node.impact ?? result.impact, help: result.help, reason: reason(node) ?? "",
    target: node.target.flat(9).join(" "), html: node.html.slice(0, 240),
    parts: parts.filter((part) => node.element?.matches(part)) })));
  return {held: found.passes.length, findings: [...told(found.violations, true), ...told(found.incomplete, false)],
    version: found.testEngine.version,
    theme: matchMedia("(forced-colors: active)").matches ? "forced colours"
      : (document.body.dataset.jpThemeLight ?? String(!matchMedia("(prefers-color-scheme: dark)").matches)) === "false"
        ? "dark" : "light",
    reading: Boolean(document.querySelector(".jp-specta-notebook-panel, .specta-slides-host-widget"))};
}"""


@dataclass(frozen=True, slots=True)
class Mark:
    """By what a finding is known: axe's rule, how grave it is, and a CSS selector that the element answers to."""

    rule: str
    impact: str
    part: str


@dataclass(frozen=True, slots=True)
class Accepted:
    """What stands: for readers where and what, for us why, on which places of the report, and by which marks.

    ``whose`` names the program that it comes from if it is not ours; nothing serious of our own is ever accepted.
    """

    where: str
    what: str
    why: str
    places: tuple[str, ...]
    marks: tuple[Mark, ...]
    whose: str = ""

    def mark(self, place: str, finding: dict[str, Any]) -> Mark | None:
        """The mark by which it knows this finding, if it does; it knows none that is graver than it says."""
        if place not in self.places or not finding["sure"]:
            return None
        known = (finding["rule"], finding["impact"])
        fits = (mark for mark in self.marks if (mark.rule, mark.impact) == known and mark.part in finding["parts"])
        return next(fits, None)


@dataclass(frozen=True, slots=True)
class Judged:
    """Where axe cannot tell, by its rule and the reason it gives, and what a person says of it."""

    rule: str
    reason: str
    why: str


@dataclass(frozen=True, slots=True)
class Look:
    """One run of axe: where, on which page and part of it, how the page looked, and what was found."""

    place: str
    page: str
    part: str
    theme: str
    width: int
    held: int
    findings: list[dict[str, Any]]
    version: str


@cache
def accepted() -> tuple[Accepted, ...]:
    """The findings that stand, as the file lists them."""
    return tuple(
        Accepted(**{**one, "places": tuple(one["places"]), "marks": tuple(Mark(**mark) for mark in one["marks"])})
        for one in _listed("finding")
    )


@cache
def judged() -> tuple[Judged, ...]:
    """What axe cannot tell and a person has looked at, as the file lists it."""
    return tuple(Judged(**one) for one in _listed("judged"))


def _listed(name: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = tomllib.loads(ACCEPTED.read_text("utf-8")).get(name, [])
    return found


def answered(place: str, finding: dict[str, Any], listed: Iterable[Accepted]) -> bool:
    """Whether a person has answered a finding: accepted it, or judged where axe cannot tell."""
    if finding["sure"]:
        return any(entry.mark(place, finding) for entry in listed)
    return any((one.rule, one.reason) == (finding["rule"], finding["reason"]) for one in judged())


def barriers(page: Page, within: str = "html", name: str = "", but: Collection[str] = ()) -> list[str]:
    """Run axe on a page or a part of it, note what it found, and give what nobody has accepted, a line each.

    Parameters
    ----------
    page : Page
        A page that has come to rest.
    within : str
        A CSS selector; ``html`` is the whole page.
    name : str
        What the report calls the page, with the place before a colon; told by its address if left out.
    but : collection of str
        Rules that do not apply here.
    """
    page.evaluate(_AXE + ";0")
    parts = sorted({mark.part for one in accepted() for mark in one.marks})
    found = page.evaluate(_RUN, [within, TAGS, parts, list(but)])
    reading = found.pop("reading")
    place, _, title = (name or named(page.url, reading)).partition(": ")
    width = page.viewport_size["width"] if page.viewport_size else 0
    look = Look(place, title, within, width=width, **found)
    RUNS.mkdir(parents=True, exist_ok=True)
    with (RUNS / f"{os.getpid()}.jsonl").open("a", encoding="utf-8") as noted:
        noted.write(json.dumps(asdict(look)) + "\n")
    return [line(one) for one in look.findings if not answered(place, one, accepted())]


def line(finding: dict[str, Any]) -> str:
    """A finding in one line: its rule, how grave, and the element."""
    return f"{finding['rule']}: {finding['impact']}: {finding['target']} {finding['html'][:160]}"


def named(address: str, reading: bool) -> str:
    """What the report calls a page: its place and, after a colon, its name there.

    Examples
    --------
    >>> named("http://127.0.0.1:1/some/course/live/specta/index.html?path=02_anatomy.ipynb", True)
    'web edition: 02_anatomy'
    >>> named("http://127.0.0.1:1/doc/tree/assignments/masthead/masthead.ipynb", False)
    'JupyterLab, plain view: assignments/masthead/masthead'
    >>> named("http://127.0.0.1:1/some/course/lessons/nowhere", False)
    'book: lessons/nowhere'
    """
    parts = urlsplit(address)
    path = unquote(parts.path)
    if "/live/" in path:
        return f"web edition: {parse_qs(parts.query)['path'][0].removesuffix('.ipynb')}"
    for start, place in (
        ("/doc/tree/", "JupyterLab" if reading else "JupyterLab, plain view"),
        ("/lab/tree/", "JupyterLab" if reading else "JupyterLab, plain view"),
        ("/notebooks/", "Notebook 7"),
        ("/some/course/", "book"),
    ):
        if start in path:
            return f"{place}: {path.split(start, 1)[1].removesuffix('.ipynb') or 'index.html'}"
    return f"page: {Path(path).name}"
