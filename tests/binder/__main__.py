"""Replay what Binder does, step by step, and say how long each takes: ``python -m tests.binder``.

What this cannot show is in binder/README.md.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import expect

from helpers.resources import assignments_path, lessons_path
from tests.binder import session as sessions
from tests.binder.machine import ROOT, Machine, MissingError, StepError, machine, now, written_since
from tests.binder.plan import BUILDPACKS, Plan, plan

ENTRY = BUILDPACKS / "repo2docker-entrypoint"
#: The longest that a lesson's first sign of life may take, in milliseconds: CI does other things besides.
PATIENCE = 60_000


def main() -> int:
    """Run every step; 0 if all of them went well."""
    started = last = time.perf_counter()

    def say(line: str) -> None:
        nonlocal last
        passed, last = time.perf_counter() - last, time.perf_counter()
        print(f"{last - started:6.1f} s (+{passed:5.1f})  {line}", flush=True)

    try:
        if os.name != "posix":
            raise MissingError("Binder's machines are of another kind than this one")
        chromium = sessions.chromium()
        asked = plan(ROOT)
        lab, widgets = asked.base["jupyterlab"], asked.base["ipywidgets"]
        brings = f"Python {asked.python}, JupyterLab {lab}, ipywidgets {widgets}"
        say(f"repo2docker {version('jupyter-repo2docker')} starts from {brings}")
        with machine(asked) as made:
            say(f"an environment and a clean copy of the tree, for {_who(made)}")
            build(made, asked, say)
            look(made)
            say("the learner's folder: every lesson, every assignment without keys, every self-study edition with them")
            serve(made, asked, chromium, say)
    except StepError as problem:
        say(f"FAILED: {problem}")
        return 1
    except MissingError as problem:
        say(f"Binder's steps are not replayed here: {problem}")
        return 1 if os.environ.get("CI") else 0
    say("Binder would start this course.")
    return 0


def _who(made: Machine) -> str:
    return f"user {made.user['user']}" if made.user else f"user {os.geteuid()}"


def build(made: Machine, asked: Plan, say: Callable[[str], None]) -> None:
    """The image: what it brings, then the ordinary user's steps as repo2docker writes them."""
    pins = made.home.parent / "base.txt"
    pins.write_text("".join(f"{name}=={version}\n" for name, version in asked.base.items()))
    pip = str(made.prefix / "bin" / "pip")
    made.run(str(made.prefix / "bin" / "python"), "-m", "pip", "install", "--quiet", f"pip=={asked.base['pip']}")
    made.run(pip, "install", "--quiet", "--no-compile", "-c", str(pins), *asked.asked)
    pins.unlink()
    say("what the image brings")
    for step in asked.steps:
        moment = now()
        # Downloads may be kept here; an image has no use for them.
        made.run("/bin/sh", "-c", step.replace("--no-cache-dir ", ""))
        size = written_since(moment, made.prefix, made.home) / 1e6
        say(f"{step}: {size:.0f} MB written")
    made.run(pip, "check")
    say("pip check: no package is at odds with another")


def look(made: Machine) -> None:
    """What the learner's folder holds."""
    folder = made.home / "resolution-53-137"
    lessons = {path.name for path in lessons_path().glob("[0-9]*.ipynb")}
    assignments = {path.name for path in assignments_path().glob("[!.]*") if path.is_dir()}
    if {path.name for path in folder.glob("*.ipynb")} != lessons:
        raise StepError("the learner's folder does not hold exactly the lessons")
    for shelf, keys in (("assignments", False), ("self-study", True)):
        found = {path.stem: path.read_text("utf-8") for path in folder.glob(f"{shelf}/*/*.ipynb")}
        if set(found) != assignments:
            raise StepError(f"{shelf} holds {sorted(found)}, not {sorted(assignments)}")
        for name, text in found.items():
            sources = json.dumps([cell["source"] for cell in json.loads(text)["cells"]])
            if ("quiz.key(" in sources) != keys and name != "capstone":
                raise StepError(f"{shelf}/{name}: keys are {'missing' if keys else 'in it'}")


def serve(made: Machine, asked: Plan, chromium: Path, say: Callable[[str], None]) -> None:
    """The session as BinderHub starts it, then the command that the image itself names."""
    begun = time.perf_counter()
    with sessions.session(made, ["jupyter-lab"], ENTRY, made.home.parent / "lab.log") as running:
        say(f"jupyter-lab answers {time.perf_counter() - begun:.1f} s after the start")
        with sessions.browser(running, chromium) as (page, outside):
            begun = time.perf_counter()
            page.goto(running.at(""))
            expect(page.locator(".res-view").first).to_be_visible(timeout=PATIENCE)
            say(f"the first page is lesson 0, its first widget alive {time.perf_counter() - begun:.1f} s later")
            assert page.url.partition("?")[0].endswith("/doc/tree/00_start_here.ipynb"), page.url
            expect(page.get_by_text("This Binder session forgets everything")).to_be_visible(timeout=PATIENCE)
            expect(page.locator("#progress-download")).to_be_visible()
            say("it says that the session forgets, and how to take progress home and bring it back")
            sessions.answer_a_lesson(page, running, "doc/tree/01_masthead.ipynb")
            say("a deep link opens lesson 1; an answer is marked and saved, and the learner told for how long")
            sessions.answer_an_assignment(page, running, "doc/tree/assignments/masthead/masthead.ipynb")
            say("a deep link opens an assignment; an answer is saved")
            if outside:
                raise StepError(f"the page asked other computers: {', '.join(sorted(set(outside))[:5])}")
    command = [word for word in json.loads(asked.command) if word not in ("--ip", "0.0.0.0")]
    with sessions.session(made, command, ENTRY, made.home.parent / "own.log") as running:
        place, text = running.get("")
        if place != "doc/tree/00_start_here.ipynb" or "jupyter-config-data" not in text:
            raise StepError(f"{' '.join(command)} opens {place}, not lesson 0")
        say(f"{' '.join(command)}, the image's own command, opens lesson 0 too")


if __name__ == "__main__":
    sys.exit(main())
