"""The built web edition and a graded class, as other tests make them, and a page to write on by hand."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.grading.conftest import course, released
from tests.web.conftest import host, page, read, site

__all__ = ["course", "host", "page", "read", "released", "site"]


@pytest.fixture
def shown(chromium: Browser, tmp_path: Path) -> Iterator[Callable[[str], Page]]:
    """A page with some HTML in the place where lessons stand."""
    opened = chromium.new_page(viewport={"width": 1280, "height": 800})

    def write(html: str) -> Page:
        path = tmp_path / "page.html"
        path.write_text(
            '<!doctype html><html lang="en"><title>A page</title><main class="jp-specta-notebook-panel">'
            f"<h1>A page</h1>{html}</main></html>"
        )
        opened.goto(path.as_uri())
        return opened

    yield write
    opened.close()
