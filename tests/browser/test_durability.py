"""What says "Saved" is on the disk: the kernel or the server may be killed right after."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import nbformat
import psutil
import pytest
from nbformat.v4 import new_code_cell, new_notebook
from playwright.sync_api import Page, expect

from helpers.quiz.answers import read_answers
from tests.browser.conftest import port, private

pytestmark = pytest.mark.browser

#: How often the kernel is killed; `KILLS=200` for the long run, in which the server is killed five times.
KILLS = int(os.environ.get("KILLS", "10"))
SERVERS = max(1, KILLS // 40)


@contextmanager
def running(home: Path) -> Iterator[tuple[psutil.Process, str]]:
    """``course open`` as a process of its own, to be killed."""
    process = subprocess.Popen(
        [
            *(sys.executable, "-m", "helpers.cli", "open", "--no-browser", "--port", str(port(30)), "--dir"),
            str(home / "lessons"),
        ],
        env={**os.environ, **private(home)},
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout
    address = next(found[0] for line in process.stdout if (found := re.search(r"http://\S+", line)))
    family = psutil.Process(process.pid)
    yield family, address
    for one in [*family.children(recursive=True), family] if family.is_running() else []:
        one.kill()
    process.wait(20)


def kernels(server: psutil.Process) -> list[psutil.Process]:
    alive = [one for one in server.children(recursive=True) if one.status() != psutil.STATUS_ZOMBIE]
    return [one for one in alive if "ipykernel_launcher" in " ".join(one.cmdline())]


def answer(page: Page, address: str, text: str) -> None:
    """Open the question, see the earlier answer, give another, and wait until it says "Saved"."""
    line = page.get_by_label("Your number")
    for _ in range(3):  # after a kill JupyterLab may still hold the dead kernel; a reader would reload the page, too
        page.goto(address.replace("00_start_here", "one"))
        with suppress(AssertionError):
            expect(line).to_be_visible(timeout=20_000)
            break
    before = line.input_value()
    line.fill(text)
    if before != text:
        expect(page.locator(".res-saved")).to_have_text("")
    expect(page.locator(".res-saved")).to_have_text("Saved")


def forget_sessions(address: str) -> None:
    """Take the dead kernel's session away: JupyterLab gives up on one that has died too often."""
    base, token = re.fullmatch(r"(.+)/doc/tree/.*token=(.+)", address).groups()  # type: ignore[union-attr]
    allowed = {"Authorization": f"token {token}"}
    with urllib.request.urlopen(urllib.request.Request(f"{base}/api/sessions", headers=allowed)) as answered:
        sessions = json.load(answered)
    for session in sessions:
        gone = urllib.request.Request(f"{base}/api/sessions/{session['id']}", headers=allowed, method="DELETE")
        urllib.request.urlopen(gone).close()


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "lessons").mkdir()
    book = new_notebook(
        cells=[new_code_cell("from helpers import quiz"), new_code_cell('quiz.number("n", "How many?")')]
    )
    book.metadata = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    nbformat.write(book, tmp_path / "lessons" / "one.ipynb")
    return tmp_path


def test_a_kernel_killed_right_after_an_answer(page: Page, home: Path) -> None:
    with running(home) as (server, address):
        for turn in range(KILLS):
            answer(page, address, f"{turn + 1}")
            alive = kernels(server)
            for kernel in alive:
                kernel.kill()
            assert alive
            assert read_answers(home / "lessons") == {"n": f"{turn + 1}"}
            forget_sessions(address)


def test_a_server_killed_right_after_an_answer(page: Page, home: Path) -> None:
    for turn in range(SERVERS):
        with running(home) as (server, address):
            answer(page, address, f"{turn + 1}")
            for one in [*server.children(recursive=True), server]:
                one.kill()
            assert read_answers(home / "lessons") == {"n": f"{turn + 1}"}
