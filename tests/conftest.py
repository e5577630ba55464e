"""What tests of all parts share: one browser in a process, and the course as a learner opens it."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.browser.conftest import FLAGS, Course, port, private
from tests.chromium import find


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser; without one, tests fail under CI and are skipped elsewhere."""
    path = find()
    if path is None:
        reason = "no Chromium found; run: python -m tests.chromium"
        (pytest.fail if os.environ.get("CI") else pytest.skip)(reason)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def opened(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., Course]]:
    """Start ``course open`` once for each set of options and language; all are stopped at the end."""
    running: dict[tuple[str, ...], tuple[subprocess.Popen[str], Course]] = {}

    def start(*options: str, language: str = "") -> Course:
        wanted = (language, *options)
        if wanted not in running:
            home = tmp_path_factory.mktemp("home")
            process = subprocess.Popen(
                [
                    *(sys.executable, "-m", "helpers.cli", "open", "--no-browser", "--port", str(port(0))),
                    *("--dir", str(home / "lessons"), *options, "--", "--LabApp.expose_app_in_browser=True"),
                ],
                env={**os.environ, **private(home), "COURSE_LANGUAGE": language},
                stdout=subprocess.PIPE,
                text=True,
            )
            assert process.stdout
            lines = []
            for line in process.stdout:
                lines.append(line)
                if found := re.search(r"http://\S+", line):
                    running[wanted] = (process, Course(home / "lessons", found[0]))
                    break
            else:
                pytest.fail("course open ended early: " + "".join(lines))
        return running[wanted][1]

    yield start
    for process, _ in running.values():
        process.send_signal(signal.SIGTERM)
    for process, _ in running.values():
        assert process.wait(20) == 0
