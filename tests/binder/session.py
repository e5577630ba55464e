"""One session, as BinderHub starts it behind its proxy, and a browser in it."""

from __future__ import annotations

import json
import secrets
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Error, Locator, Page, expect, sync_playwright

from tests.binder.machine import ROOT, Machine, MissingError, StepError
from tests.browser.conftest import FLAGS
from tests.browser.visit import asked_outside
from tests.chromium import find

#: What a browser showed when a step in it failed.
PICTURE = ROOT / "build" / "binder-check.png"
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))
#: The part of the address that is one session's own.
BASE = "/user/owner-course-k3j9/"
#: What BinderHub and the JupyterHub under it tell a session.
TOLD = {
    "BINDER_LAUNCH_HOST": "https://binder.example.org/",
    "BINDER_REPO_URL": "https://github.com/owner/course",
    "BINDER_REF_URL": "https://github.com/owner/course/tree/HEAD",
    "BINDER_REQUEST": "v2/gh/owner/course/HEAD",
    "BINDER_PERSISTENT_REQUEST": "v2/gh/owner/course/0123456789abcdef0123456789abcdef01234567",
    "JUPYTERHUB_SERVICE_PREFIX": BASE,
    "JUPYTERHUB_USER": "owner-course-k3j9",
}


@dataclass(frozen=True)
class Session:
    """A running server: its process, where it listens, and its token."""

    process: subprocess.Popen[bytes]
    port: int
    token: str
    folder: Path

    def at(self, path: str) -> str:
        """The address that BinderHub sends a browser to."""
        return f"http://127.0.0.1:{self.port}{BASE}{path}?token={self.token}"

    def get(self, path: str) -> tuple[str, str]:
        """Where a path leads, and the page that stands there."""
        with DIRECT.open(self.at(path), timeout=20) as answer:
            return answer.url.partition("?")[0].partition(BASE)[2], answer.read().decode()


@contextmanager
def session(machine: Machine, command: list[str], entry: Path, log: Path) -> Iterator[Session]:
    """Start a server through repo2docker's entry point and binder/start; end it with all that it started."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    token = secrets.token_urlsafe(16)
    places = {"port": str(port), "base_url": BASE, "token": token, "trust_xheaders": "True"}
    # BinderHub gives each option under both names, because it does not know how old the image's server is.
    given = [f"--{app}.{name}={value}" for app in ("NotebookApp", "ServerApp") for name, value in places.items()]
    process = machine.start(
        *(str(machine.prefix / "bin" / "python"), str(entry), *command, "--ip=127.0.0.1", *given), log=log, **TOLD
    )
    found = Session(process, port, token, machine.home / "resolution-53-137")
    try:
        _wait(found, log)
        yield found
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def _wait(session: Session, log: Path, patience: float = 120.0) -> None:
    until = time.monotonic() + patience
    while time.monotonic() < until and session.process.poll() is None:
        with suppress(OSError), DIRECT.open(session.at("api/status"), timeout=5):
            return
        time.sleep(0.05)
    said = "\n".join(log.read_text("utf-8", errors="replace").splitlines()[-15:])
    raise StepError(f"the server does not answer:\n{said}")


def chromium() -> Path:
    """The browser.

    Raises
    ------
    MissingError
        If there is none.
    """
    path = find()
    if path is None:
        raise MissingError("no Chromium; run: python -m tests.chromium")
    return path


@contextmanager
def browser(session: Session, path: Path) -> Iterator[tuple[Page, list[str]]]:
    """A browser's page, and every request it makes that leaves this computer."""
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=str(path), args=FLAGS)
        page = opened.new_page(viewport={"width": 1280, "height": 1000})
        outside = asked_outside(page, "http://127.0.0.1:", "ws://127.0.0.1:")
        try:
            yield page, outside
        except (AssertionError, Error) as problem:
            PICTURE.parent.mkdir(exist_ok=True)
            page.screenshot(path=PICTURE)
            raise StepError(f"{str(problem).strip()[:1500]}\nat {page.url.partition('?')[0]}; see {PICTURE}") from None
        finally:
            opened.close()


def answer_a_lesson(page: Page, session: Session, path: str) -> None:
    """Open a lesson by its address and answer a question: it is saved, and the learner is told for how long."""
    page.goto(session.at(path))
    asked = _choose(page)
    asked.get_by_role("button", name="Check my answer").click()
    expect(asked.locator(".res-verdict")).to_be_visible(timeout=15_000)
    expect(asked).to_contain_text("Kept only until this Binder session ends")
    expect(asked.get_by_role("button", name="Download my progress")).to_be_visible()
    saved = json.loads((session.folder / "progress.json").read_text("utf-8"))
    assert len(saved["answers"]) == 1, saved


def answer_an_assignment(page: Page, session: Session, path: str) -> None:
    """The same in a released assignment, whose answers lie beside it."""
    page.goto(session.at(path))
    asked = _choose(page)
    expect(asked.locator(".res-saved")).to_contain_text("Saved", timeout=15_000)
    place = session.folder / path.removeprefix("doc/tree/")
    assert (place.parent / "answers.json").is_file()


def _choose(page: Page) -> Locator:
    """Choose something in the first question that has something to choose, and give the question."""
    asked = page.locator(".res-question").filter(has=page.locator("input[type=radio]")).first
    asked.locator("input[type=radio]").first.check(timeout=60_000)
    return asked
