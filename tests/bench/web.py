"""The web edition: from navigation to the first interactive widget, what a first visit loads, beside a bare site."""

from __future__ import annotations

import statistics
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from helpers.cli import main
from tests import pyodide
from tests.bench import bare
from tests.bench.package import Row
from tests.browser.conftest import FLAGS
from tests.chromium import find
from tests.web.host import Host, serving

RUNS = 3
OURS, FLOOR = ".res-view button, .res-view select", ".jupyter-button"


def measure() -> list[Row]:
    """Each start of ours beside one of the bare site, so that a busy moment of the machine touches both."""
    path = find()
    if path is None:
        return [Row("web edition", float("nan"), "", "no Chromium found")]
    with tempfile.TemporaryDirectory() as made:
        site = Path(made, "site")
        started = time.perf_counter()
        if main(["site", "--out", str(site), "--pyodide", str(pyodide.find())]):
            raise RuntimeError("the site was not built")
        rows = [Row("course site", time.perf_counter() - started, "s")]
        floor = bare.build(Path(made, "bare"), pyodide.find())
        with serving(site) as ours, serving(floor) as theirs, sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=str(path), args=FLAGS)
            rows += _starts(browser, ours, theirs)
            rows += _sizes(browser, ours)
            browser.close()
    return rows


def _starts(browser: Browser, ours: Host, theirs: Host) -> list[Row]:
    places = {
        "lesson 0": (ours.live("00_start_here"), OURS),
        "lesson 2": (ours.live("02_anatomy"), OURS),
        "bare site": (theirs.at("specta/index.html?path=one.ipynb"), FLOOR),
    }
    times: dict[tuple[str, str], list[float]] = {(name, how): [] for name in places for how in ("cold", "warm")}
    for _ in range(RUNS):
        for name, (address, widget) in places.items():
            context = browser.new_context()
            for how in ("cold", "warm"):
                times[name, how].append(_start(context.new_page(), address, widget))
            context.close()
    median = {key: statistics.median(seconds) for key, seconds in times.items()}
    rows = []
    for how, bound in (("cold", 8), ("warm", 5)):
        floor = median["bare site", how]
        rows.append(Row(f"web, bare site, {how}: to the first widget", floor, "s"))
        for name in ("lesson 0", "lesson 2"):
            rows.append(Row(f"web, {name}, {how}: to the first widget", median[name, how], "s", f"at most {bound}"))
            rows.append(Row(f"web, {name}, {how}: beside the bare site", median[name, how] / floor, "times"))
    return rows


def _start(page: Page, address: str, widget: str) -> float:
    started = time.perf_counter()
    page.goto(address)
    page.locator(widget).first.wait_for(timeout=120_000)
    seconds = time.perf_counter() - started
    page.close()
    return seconds


def _sizes(browser: Browser, ours: Host) -> list[Row]:
    """What a first visit loads, uncompressed: a host that compresses sends less."""
    rows = []
    for lesson in ("00_start_here", "12_entry_into_force"):
        ours.sent.clear()
        context = browser.new_context()
        page = context.new_page()
        page.goto(ours.live(lesson))
        page.locator(OURS).first.wait_for(timeout=120_000)
        page.wait_for_timeout(5000)
        context.close()
        rows.append(Row(f"web, {lesson}: first visit", sum(ours.sent.values()) / 1e6, "MB", "under 30"))
    return rows
