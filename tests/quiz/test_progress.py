"""The list of lessons: read from the notebooks, with progress, download and restore."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helpers.quiz.catalog import Lesson, lessons, questions
from helpers.quiz.progress import Overview, progress
from helpers.quiz.store import ProgressError, Store, dumps
from helpers.view import Event, Reply

ASKS = """
quiz.choice("a", "?", ["no", "yes"])
quiz.key("a", "yes", source="EW", why={"no": "No.", "yes": "Yes."})
"""


def notebook(*cells: tuple[str, str]) -> str:
    return json.dumps({"cells": [{"cell_type": kind, "source": source.splitlines(True)} for kind, source in cells]})


@pytest.fixture(autouse=True)
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "01_first.ipynb").write_text(notebook(("markdown", "# 1. First\n\n*35 minutes*"), ("code", ASKS)))
    (tmp_path / "02_broken.ipynb").write_text("{")
    (tmp_path / "notes.ipynb").write_text(notebook(("markdown", "# Not a lesson")))
    return tmp_path


def test_lessons_are_read_and_never_run(shelf: Path) -> None:
    """Title, minutes and question ids come from the cells; a damaged notebook and others are left out."""
    assert lessons(shelf) == (Lesson("01_first.ipynb", "1. First", 35, ("a",)),)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (ASKS, ["a"]),
        (ASKS.splitlines()[1], []),  # a question without its key is not practice
        (ASKS.splitlines()[2], []),  # a key alone settles nothing
        (ASKS.replace('"yes", source', "answer, source"), []),  # what must be run is not read
        ("store.key", []),
        ("def broken(", []),
        ("\0", []),
        ("%matplotlib inline", []),
    ],
)
def test_question_ids(source: str, found: list[str]) -> None:
    """A question and its key with written-out arguments; nothing else counts and nothing raises."""
    assert questions(source) == found


def after(name: str, value: Any = "") -> Overview | Reply[Overview]:
    page = progress()
    return page.update(page.start(), Event(name, value))


def test_answers_from_another_lesson_appear_on_refresh(shelf: Path) -> None:
    """Coming back to the list shows what was answered meanwhile."""
    page = progress()
    state = page.start()
    assert "0 of 1 answered" in str(page.render(state))
    Store(shelf).record("a", "yes", 1.0)
    refreshed = page.update(state, Event("refresh", ""))
    assert isinstance(refreshed, Overview)
    assert "1 of 1 answered, 1 right" in str(page.render(refreshed))


def test_the_download_is_what_restore_takes(shelf: Path) -> None:
    """One click takes the progress away, one click brings it back, with one line of news each."""
    Store(shelf).record("a", "yes", 1.0)
    taken = after("download")
    assert isinstance(taken, Reply)
    assert taken.download.name == "progress.json"
    (shelf / "progress.json").unlink()
    brought = after("restore", {"name": "progress (1).json", "text": taken.download.text})
    assert isinstance(brought, Overview)
    assert brought.news == "1 answer brought back from “progress (1).json”."
    assert Store(shelf).read().answers["a"].answer == "yes"


@pytest.mark.parametrize(
    ("value", "problem"),
    [
        ({"name": "big.json", "text": None}, "“big.json” is larger than"),
        ({"name": "cat.png", "text": "\x89PNG"}, "“cat.png” is damaged"),
        ({"name": "<b>", "text": "{}"}, "“<b>” is not a progress file"),
        ("", "the file is larger"),
        (None, "the file is larger"),
    ],
)
def test_a_file_that_is_not_progress_changes_nothing(shelf: Path, value: Any, problem: str) -> None:
    """The learner reads one line; what was saved is as before."""
    Store(shelf).record("a", "yes", 1.0)
    with pytest.raises(ProgressError, match=problem):
        after("restore", value)
    assert dumps(Store(shelf).read()).count('"answer"') == 1


def test_damaged_progress_is_told_and_the_list_still_shows(shelf: Path) -> None:
    """The lessons stay reachable when the progress file is not."""
    (shelf / "progress.json").write_text("{")
    page = progress()
    shown = str(page.render(page.start()))
    assert "1. First" in shown
    assert "is damaged" in shown


def test_the_still_list_depends_on_no_answer(shelf: Path) -> None:
    """What is committed with the notebook is the same for everybody."""
    before = str(progress().still)
    Store(shelf).record("a", "yes", 1.0)
    assert str(progress().still) == before
