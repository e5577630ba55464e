"""The web edition, built once, served as a static host serves it, in a browser that reaches nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from playwright.sync_api import Browser, Page, expect

from helpers.cli import main
from tests import pyodide
from tests.browser.conftest import WIDGETS
from tests.browser.visit import asked_outside
from tests.web.host import Host, serving

#: The part of a live page that is a lesson.
PANEL = ".jp-specta-notebook-panel"

expect.set_options(timeout=20_000)


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site as ``course site`` makes it; processes that test side by side share one."""
    base = tmp_path_factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / "site"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.is_dir():
            assert main(["site", "--out", str(folder), "--pyodide", str(pyodide.find())]) == 0
    return folder


@pytest.fixture(scope="session")
def host(site: Path) -> Iterator[Host]:
    with serving(site) as served:
        yield served


def live(page: Page, host: Host, notebook: str, widgets: int | None = None) -> Page:
    """Open a notebook and wait, without a click, until all of it is live."""
    page.goto(host.live(notebook))
    expect(page.locator(".res-view")).to_have_count(WIDGETS[notebook] if widgets is None else widgets, timeout=90_000)
    return page


@pytest.fixture
def page(chromium: Browser, host: Host) -> Iterator[Page]:
    context = chromium.new_context(viewport={"width": 1280, "height": 1000}, accept_downloads=True)
    outside = asked_outside(context, host.origin)
    yield context.new_page()
    context.close()
    assert outside == []


@pytest.fixture
def read(page: Page, host: Host) -> Callable[..., Page]:
    """Open a lesson live."""
    return lambda lesson, widgets=None: live(page, host, lesson, widgets)
