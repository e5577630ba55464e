"""In the real JupyterLab: from ``course open`` to the first widget, and from a click to the repaint."""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

from playwright.sync_api import Browser, Page, sync_playwright

from tests.bench.package import Row
from tests.browser.conftest import FLAGS, WIDGETS, private
from tests.chromium import find

CLICKS = 60

#: Clicks, then waits until the part that must change has changed and the browser has painted.
REPAINT = """
([control, part, value]) => new Promise((done, failed) => {
  const target = document.querySelector(part), start = performance.now();
  const seen = new MutationObserver(() => {
    if (!target.textContent.trim()) return; // what was said before goes first
    seen.disconnect();
    requestAnimationFrame(() => setTimeout(() => done(performance.now() - start), 0)); });
  seen.observe(target, {childList: true, subtree: true, characterData: true, attributes: true});
  setTimeout(() => failed(new Error(`${control} changes nothing in ${part}`)), 10000);
  const element = document.querySelector(control);
  if (value === null) element.click();
  else { element.value = value; element.dispatchEvent(new Event('change', {bubbles: true})); }
})
"""

#: The number of live widgets once no more come.
SETTLED = """
() => { const now = document.querySelectorAll('.res-view').length, before = window.benchViews;
  window.benchViews = now; return now > 0 && now === before; }
"""

ASSIGNMENT = "assignments/masthead/masthead"


class Turn(NamedTuple):
    """What is done over and over: in which lesson, to which controls in turn, and what must change.

    ``values`` are chosen in turn (``None``: a click); ``first`` are clicked once before.
    """

    lesson: str
    controls: tuple[str, ...]
    part: str
    values: tuple[str | None, ...] = (None,)
    first: tuple[str, ...] = ()
    bound: int = 100


EXPLORERS = {
    "tour": Turn("00_start_here", ("#tour-next", "#tour-back"), "#tour-stop"),
    "symbol decoder": Turn("01_masthead", ("#symbol-example",), "#symbol-parts", ("A/53/230", "A/53/625/Add.1")),
    "anatomy, outline": Turn("02_anatomy", ("#anatomy-outline",), "#anatomy-told", ("PP1", "OP6", "FN2")),
    "anatomy, layer": Turn("02_anatomy", ("#anatomy-deadline",), ".res-sheet"),
    "instruments timeline": Turn(
        "03_foundations", ("#timeline-instrument",), "#timeline-told", ("CRC", "UDHR", "ICCPR")
    ),
    "preamble": Turn(
        "04_labour_and_the_gap", ("#preamble-left",), "#preamble-contrast", ("Aware", "Recalling", "Bearing in mind")
    ),
    "migrant stock": Turn("05_people_on_the_move", ("#stock-first",), "#stock-told", ("1995", "1990")),
    "cross-references": Turn(
        "06_vienna_tolerance_racism", ("#crossrefs-element",), "#crossrefs-told", ("PP1", "PP6", "OP6")
    ),
    "Convention outline": Turn("07_the_convention", ("#outline-part-III", "#outline-part-IV"), "#outline-told"),
    "operative verbs": Turn("08_concern_welcome_call", ("#verbs-verb",), "#verbs-told", ("Decides", "Welcomes")),
    "who must do what": Turn("09_promotion", ("#duties-dated",), "#duties-told"),
    "the cycle": Turn("10_follow_up", ("#cycle-step-next", "#cycle-step-back"), "#cycle-told"),
    "citation network": Turn("11_sources", ("#network-node",), "#network-told", ("FN7", "FN3", "PP1"), bound=200),
    "note finder": Turn("11_sources", ("#notefinder-place",), "#notefinder-evidence", ("A", "D", "F")),
    "ratification clock": Turn(
        "12_entry_into_force", ("#clock-known",), "#clock-status", ("1 July 2003", "9 December 1998", "3 February 2026")
    ),
    "what if": Turn("12_entry_into_force", ("#clock-never", "#clock-real"), "#clock-if"),
    "world map": Turn("12_entry_into_force", ("#worldmap-next", "#worldmap-back"), "#worldmap-told", bound=200),
    "drafting lab": Turn("13_drafting_lab", ("#drafting-sample",), "#drafting-told", ("good", "model-un", "flawed")),
    "open any resolution": Turn(
        "13_drafting_lab", ("#reader-acts-view", "#reader-rules-view"), ".res-view:has(#reader-status)"
    ),
    "question": Turn("02_anatomy", ("#a-subject-check",), "#a-subject-feedback"),
    "graded question": Turn(ASSIGNMENT, tuple(f"#mast-cite-{n}" for n in (1, 2, 3, 4)), "#mast-cite-saved"),
    "graded marking": Turn(  # the first word stays marked: nothing marked would be no answer, and not "Saved"
        ASSIGNMENT, tuple(f"#mast-reports-{n}" for n in (2, 3, 4)), "#mast-reports-saved", first=("#mast-reports-1",)
    ),
}


def measure() -> list[Row]:
    """Two starts of the course on an empty folder, then each explorer in turn."""
    path = find()
    if path is None:
        return [Row("browser", float("nan"), "", "no Chromium found")]
    rows = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=FLAGS)
        for name in ("cold", "warm"):
            with tempfile.TemporaryDirectory() as home:
                start = time.perf_counter()
                process, address = _open(Path(home))
                page = browser.new_page()
                page.goto(address)
                page.wait_for_selector(".res-view")
                rows.append(Row(f"course open to first widget, {name}", time.perf_counter() - start, "s"))
                if name == "warm":
                    rows += _explorers(page, address)
                page.close()
                process.terminate()
                process.wait(20)
        rows.append(_run_all(browser))
        browser.close()
    return rows


#: The plain notebook view is there, and its kernel answers.
READY = """async () => { const app = window.jupyterapp; await app.restored;
  const panel = app.shell.currentWidget; await panel.context.ready;
  await panel.sessionContext.ready; await panel.sessionContext.session.kernel.info; }"""


def _run_all(browser: Browser) -> Row:
    """The slowest lesson in the plain notebook view: from Run All to its last live widget, the kernel running."""
    slowest = ("", 0.0)
    with tempfile.TemporaryDirectory() as home:
        process, address = _open(Path(home), "--notebook", "--", "--LabApp.expose_app_in_browser=True")
        for lesson, widgets in WIDGETS.items():
            page = browser.new_page()
            page.goto(address.replace("00_start_here", lesson))
            page.locator(".jp-Notebook .jp-Cell").first.wait_for()
            page.evaluate(READY)
            start = time.perf_counter()
            page.evaluate("window.jupyterapp.commands.execute('notebook:run-all-cells')")
            page.wait_for_function("n => document.querySelectorAll('.res-view').length === n", arg=widgets)
            slowest = max(slowest, (lesson, time.perf_counter() - start), key=lambda one: one[1])
            page.close()
        process.terminate()
        process.wait(20)
    return Row(f"Run All, slowest lesson ({slowest[0]})", slowest[1], "s", "under 3")


def _open(home: Path, *options: str) -> tuple[subprocess.Popen[str], str]:
    process = subprocess.Popen(
        [*(sys.executable, "-m", "helpers.cli", "open", "--no-browser"), "--dir", str(home / "lessons"), *options],
        env={**os.environ, **private(home)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    for line in process.stdout:
        if found := re.search(r"http://\S+", line):
            return process, found[0]
    raise RuntimeError("course open ended early")


def _explorers(page: Page, address: str) -> list[Row]:
    rows = []
    for name, (lesson, controls, part, values, first, bound) in EXPLORERS.items():
        page.goto(address.replace("00_start_here", lesson))
        last = ", ".join((*controls, part))
        page.wait_for_function("s => s.split(', ').every(each => document.querySelector(each))", arg=last)
        page.wait_for_function(SETTLED, polling=500)
        for control in first:
            page.evaluate(REPAINT, [control, part, None])
        times = []
        for turn in range(CLICKS):
            control, value = controls[turn % len(controls)], values[turn % len(values)]
            if name == "question":  # another answer each time, so that the feedback changes
                page.locator(f"#a-subject-{turn % 3 + 1}").check()
                page.wait_for_timeout(60)
            times.append(page.evaluate(REPAINT, [control, part, value]))
            page.wait_for_timeout(20)
        rows.append(Row(f"{name}: click to repaint, median", statistics.median(times), "ms"))
        high = statistics.quantiles(times, n=20)[-1]
        rows.append(Row(f"{name}: click to repaint, 95th percentile", high, "ms", f"under {bound}"))
    return rows
