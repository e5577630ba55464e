"""Find a Chromium for the browser tests, or get one: ``python -m tests.chromium``."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
PLACES = (
    "/snap/bin/chromium",
    "/opt/google/chrome/chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
    "C:/Program Files (x86)/Google/Chrome/Application/chrome.exe",
)


def find() -> Path | None:
    """The system's Chromium or Chrome, else the one that Playwright has downloaded, else nothing."""
    on_path = filter(None, map(shutil.which, NAMES))
    for place in map(Path, (*on_path, *PLACES)):
        if place.is_file():
            return place
    return _downloaded()


def _downloaded() -> Path | None:
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    with sync_playwright() as playwright:
        place = Path(playwright.chromium.executable_path)
    return place if place.is_file() else None


def main() -> int:
    """Say in one line which browser the tests will use, or why there is none (a failure only under CI)."""
    if found := find():
        print(f"Browser for the tests: {found}")
        return 0
    tried = []
    for way, commands in _ways().items():
        tried.append(way)
        problem = next(filter(None, map(_run, commands)), None)
        if found := find():
            print(f"Browser for the tests: {found} (got with {way})")
            return 0
        tried[-1] = f"{way} failed: {problem or 'it brought no browser'}"
    outcome = "the browser tests fail" if os.environ.get("CI") else "the browser tests are skipped"
    print(f"No Chromium, so {outcome}; {'; '.join(tried)}")
    return 1 if os.environ.get("CI") else 0


def _ways() -> dict[str, tuple[list[str], ...]]:
    """What may be tried here, best first: packages of the system bring the libraries a browser needs."""
    ways: dict[str, tuple[list[str], ...]] = {}
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        ways["apt-get"] = (["apt-get", "update"], ["apt-get", "install", "-y", "chromium"])
    ways["playwright install"] = ([sys.executable, "-m", "playwright", "install", "chromium"],)
    return ways


def _run(command: list[str]) -> str | None:
    """Run it; return the last line it said if it failed."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    try:
        done = subprocess.run(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
            timeout=600,
        )
    except (OSError, subprocess.TimeoutExpired) as problem:
        return str(problem)
    lines = [line.strip() for line in done.stdout.splitlines() if line.strip()]
    return None if done.returncode == 0 else (lines or ["it said nothing"])[-1]


if __name__ == "__main__":
    sys.exit(main())
