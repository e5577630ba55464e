"""The browser edition's kernel waits for a file to be written, and not for ever."""

from __future__ import annotations

import json
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from helpers.drive import SCRIPT

pytestmark = pytest.mark.browser

#: What a kernel does in its worker: it asks the page for something on the drive, and waits.
WORKER = f"""
({SCRIPT})(500);
onmessage = ({{ data: [address, method] }}) => {{
  const began = performance.now();
  const asked = new XMLHttpRequest();
  asked.open("POST", address, false);
  let failed = null;
  try {{ asked.send(JSON.stringify({{ data: {{ method }} }})); }} catch (problem) {{ failed = problem.name; }}
  postMessage([asked.status, asked.responseText, failed, performance.now() - began]);
}};
"""
ASK = """question => new Promise((done) => {
  const worker = new Worker(new URL("/worker.js", location.href));
  worker.onmessage = ({ data }) => done(data);
  worker.postMessage(question);
})"""


@pytest.fixture
def ask(page: Page) -> Any:
    """Ask a page that is slow about reading, and never answers when a file is to be written."""

    def answer(route: Route) -> None:
        if route.request.url.endswith("worker.js"):
            route.fulfill(content_type="text/javascript", body=WORKER)
        elif not route.request.url.endswith("/api/drive"):
            route.fulfill(content_type="text/html", body="<!doctype html>")
        elif json.loads(route.request.post_data or "")["data"]["method"] == "get":
            page.wait_for_timeout(1_000)
            route.fulfill(body='"read"')

    page.context.route("http://course.invalid/**", answer)
    page.goto("http://course.invalid/")
    return lambda address, method: page.evaluate(ASK, [address, method])


@pytest.mark.parametrize("method", ["put", "mknod", "rename", "rmdir"])
def test_a_write_without_an_answer_fails_in_time(ask: Any, method: str) -> None:
    """With the status of an error, which the kernel's drive makes into one that Python knows."""
    status, _text, failed, took = ask("http://course.invalid/api/drive", method)
    assert (status, failed) == (504, None)
    assert 400 < took < 5_000


def test_reading_may_take_longer(ask: Any) -> None:
    status, text, failed, took = ask("http://course.invalid/api/drive", "get")
    assert (status, text, failed) == (200, '"read"', None)
    assert took > 900
