"""A real JupyterLab, started as a learner starts it, and a real Chromium looking at it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from helpers.lessons import read_books
from helpers.resources import lessons_path

#: This computer under a name that no browser takes for its own.
CLASSROOM = "laptop.invalid"
#: Nothing that Chromium might do of its own accord, and no name that it can look up: it reaches this computer alone.
FLAGS = [
    f"--host-resolver-rules=MAP {CLASSROOM} 127.0.0.1, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
BOOKS = read_books(lessons_path())
#: How many live widgets each lesson shows: explorers, questions, and the list of progress.
WIDGETS = {
    book.file.removesuffix(".ipynb"): sum(
        bool(cell.explores or cell.asked or cell.source == "quiz.progress()") for cell in book.code
    )
    for book in BOOKS
}

expect.set_options(timeout=15_000)


def private(home: Path) -> dict[str, str]:
    """Jupyter's folders below one of the test's own, so that no user's settings take part."""
    folders = {
        "JUPYTER_CONFIG_DIR": "config",
        "JUPYTER_DATA_DIR": "data",
        "JUPYTER_RUNTIME_DIR": "runtime",
        "IPYTHONDIR": "ipython",
        "MPLCONFIGDIR": "mpl",
        "JUPYTERLAB_SETTINGS_DIR": "settings",
        "JUPYTERLAB_WORKSPACES_DIR": "workspaces",
    }
    return {name: str(home / folder) for name, folder in folders.items()}


def port(place: int) -> int:
    """A port for this process of the tests: each that runs beside it has a hundred of its own."""
    worker = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    return 9700 + 100 * int(worker) + place


@dataclass(frozen=True)
class Course:
    """A running ``course open``: where its lessons lie and how to reach them."""

    folder: Path
    address: str

    def at(self, lesson: str) -> str:
        return self.address.replace("00_start_here", lesson)


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 1000}, accept_downloads=True)
    yield context.new_page()
    context.close()


@pytest.fixture
def read(page: Page, opened: Callable[..., Course]) -> Callable[..., Page]:
    """Open a lesson in reading mode and wait, without a click, until all of it is live."""

    def open_lesson(lesson: str) -> Page:
        page.goto(opened().at(lesson))
        expect(page.locator(".res-view")).to_have_count(WIDGETS[lesson], timeout=60_000)
        return page

    return open_lesson


@pytest.fixture
def run_all(page: Page, opened: Callable[..., Course]) -> Callable[..., Page]:
    """Open a lesson in the plain notebook view and press Run All."""

    def open_lesson(lesson: str) -> Page:
        page.goto(opened("--notebook").at(lesson))
        press_run_all(page)
        expect(page.locator(".res-view")).to_have_count(WIDGETS[lesson], timeout=60_000)
        return page

    return open_lesson


def press_run_all(page: Page) -> None:
    """Wait until JupyterLab's plain notebook is there with its kernel, then press Run All."""
    expect(page.locator(".jp-Notebook .jp-Cell").first).to_be_visible(timeout=60_000)
    page.evaluate(
        """async () => { const app = window.jupyterapp; await app.restored;
             const panel = app.shell.currentWidget; await panel.context.ready;
             await panel.sessionContext.ready; await panel.sessionContext.session.kernel.info; }"""
    )
    page.get_by_role("menuitem", name="Run", exact=True).click()
    page.get_by_text("Run All Cells", exact=True).click()


@contextmanager
def dark(page: Page) -> Iterator[None]:
    """JupyterLab's dark theme, as its menu chooses it; the light one afterwards."""
    for theme, light in (("Dark", "false"), ("Light", "true")):
        page.evaluate(f"window.jupyterapp.commands.execute('apputils:change-theme', {{theme: 'JupyterLab {theme}'}})")
        expect(page.locator("body")).to_have_attribute("data-jp-theme-light", light)
        if theme == "Dark":
            yield


@contextmanager
def jupyter(app: str, folder: Path, home: Path, port: int) -> Iterator[str]:
    """Jupyter's own application (``jupyterlab``, ``notebook``) on a folder, as it comes; gives its address."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", app, "--no-browser", "--allow-root", f"--port={port}"),
            *("--ServerApp.port_retries=0", "--IdentityProvider.token=", f"--ServerApp.root_dir={folder}"),
        ],
        cwd=folder,
        env={**os.environ, **private(home)},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    for _ in range(300):
        with suppress(OSError), urllib.request.urlopen(f"{address}/api/status", timeout=1):
            break
        time.sleep(0.1)
    yield address
    process.send_signal(signal.SIGTERM)
    process.wait(20)
