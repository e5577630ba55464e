"""The list of lessons and assignments: read from the notebooks, with progress, download and restore."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from helpers.quiz.answers import AnswerFile
from helpers.quiz.catalog import Lesson, lessons, questions
from helpers.quiz.progress import Overview, progress
from helpers.quiz.store import Progress, ProgressError, Store, dumps
from helpers.quiz.travel import Luggage
from helpers.quiz.travel import dumps as travel_file
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
    assert taken.download.name == "resolution-53-137.json"
    (news,) = taken.state.news
    assert news.startswith("Your progress is among your downloads, in resolution-53-137.json.")
    (shelf / "progress.json").unlink()
    brought = after("restore", {"name": "resolution-53-137 (1).json", "text": taken.download.text})
    assert isinstance(brought, Overview)
    assert brought.news == ("1 answer brought back from “resolution-53-137 (1).json”.",)
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
    (shelf / "progress.json").unlink()
    taken = page.update(page.start(), Event("download", ""))
    assert isinstance(taken, Reply) and "is damaged" not in str(page.render(taken.state))


def test_the_still_list_depends_on_no_answer(shelf: Path) -> None:
    """What is committed with the notebook is the same for everybody."""
    before = str(progress().still)
    Store(shelf).record("a", "yes", 1.0)
    beside(shelf, "assignments/masthead")
    assert str(progress().still) == before


def test_lessons_out_of_reach_do_not_leave_the_list(shelf: Path) -> None:
    """As where a page of the web edition is offline when the reader comes back to it."""
    page = progress()
    state = page.start()
    (shelf / "01_first.ipynb").write_text("")
    refreshed = page.update(state, Event("refresh", ""))
    assert isinstance(refreshed, Overview) and "1. First" in str(page.render(refreshed))


# ---- assignments ----

ASSIGNMENT = notebook(
    ("markdown", "# Assignment: the lines above\n\n*About 30 minutes*"),
    ("code", 'quiz.choice("m", "?", ["no", "yes"])'),
    ("code", 'quiz.essay("e", "Why?", words=(5, 9))'),
    ("code", "print(1)"),
)


def beside(shelf: Path, place: str, book: str = ASSIGNMENT) -> Path:
    folder = shelf / place
    folder.mkdir(parents=True)
    (folder / f"{folder.name}.ipynb").write_text(book)
    return folder


def test_assignments_beside_the_lessons_are_listed_with_how_many_are_answered(shelf: Path) -> None:
    """Each with its title, its link, its minutes; one whose notebook cannot be read is left out."""
    folder = beside(shelf, "assignments/masthead")
    beside(shelf, "assignments/broken", "{")
    AnswerFile(folder).record("e", "Because.")
    page = progress()
    shown = str(page.render(page.start()))
    row = (
        '<tr><td><a href="assignments/masthead/masthead.ipynb">Assignment: the lines above</a></td>'
        "<td>30</td><td>1 of 2 answered</td></tr>"
    )
    assert row in shown
    assert shown.count("<caption>") == 2 and "broken" not in shown


def test_assignments_stand_in_the_order_in_which_lessons_lead_to_them(shelf: Path) -> None:
    """Those that no lesson names come last."""
    links = (
        "# First\n\n[z](assignments/zeta/zeta.ipynb), [b](assignments/beta/beta.ipynb), [out](https://x/assignments/a/)"
    )
    (shelf / "01_first.ipynb").write_text(notebook(("markdown", links)))
    for name in ("alpha", "beta", "zeta"):
        beside(shelf, f"assignments/{name}", notebook(("markdown", f"# About {name}")))
    page = progress()
    assert re.findall(r">About (\w+)<", str(page.render(page.start()))) == ["zeta", "beta", "alpha"]


def test_self_study_editions_have_a_table_of_their_own(shelf: Path) -> None:
    """There, questions with a key are practice, and essays are answers."""
    folder = beside(shelf, "self-study/masthead", notebook(("markdown", "# Alone"), ("code", ASKS), ("code", "x")))
    Store(folder).record("a", "yes", 1.0)
    page = progress()
    shown = str(page.render(page.start()))
    assert "<caption>Assignments to study alone</caption>" in shown
    assert '<a href="self-study/masthead/masthead.ipynb">Alone</a></td><td></td><td>1 of 1 answered</td>' in shown


def test_answers_that_differ_are_the_learners_choice(shelf: Path) -> None:
    """What is here stands first; a native choice lets the file's answers stand, and takes that back again."""
    folder = beside(shelf, "assignments/masthead")
    file = AnswerFile(folder)
    file.record("m", "no")
    given = Luggage(answers={"assignments/masthead": {"m": "yes", "e": "Because."}})
    page = progress()
    state = page.update(page.start(), Event("restore", {"name": "f.json", "text": travel_file(given)}))
    assert isinstance(state, Overview)
    shown = str(page.render(state))
    assert "1 answer brought back from “f.json”." in shown
    assert "<li>Assignment: the lines above: 1 answer</li>" in shown
    assert 'value="here" id="progress-here" checked' in shown
    assert file.read() == {"m": "no", "e": "Because."}
    state = page.update(state, Event("stands", "brought"))
    assert isinstance(state, Overview)
    assert 'value="brought" id="progress-brought" checked' in str(page.render(state))
    assert file.read() == {"m": "yes", "e": "Because."}
    page.update(state, Event("stands", "here"))
    assert file.read() == {"m": "no", "e": "Because."}


def test_assignments_that_are_not_here_are_named(shelf: Path) -> None:
    """Nothing is made for them; the learner keeps the file."""
    given = Luggage({".": Progress().with_answer("a", "yes", 1.0, "2026")}, {"assignments/<b>": {"m": "yes"}})
    page = progress()
    state = page.update(page.start(), Event("restore", {"name": "f.json", "text": travel_file(given)}))
    assert isinstance(state, Overview)
    assert state.news == (
        "1 answer brought back from “f.json”.",
        "Not here, and so not brought back: assignments/<b>. The file still holds their answers.",
    )
    assert "assignments/&lt;b&gt;" in str(page.render(state))
    assert not (shelf / "assignments").exists()


@pytest.mark.parametrize(
    ("place", "line"),
    [
        ("binder", "This Binder session forgets everything after about ten idle minutes."),
        ("browser", "Your answers live in this browser only, on this computer."),
        ("private", "This page cannot keep answers, and it does not see the other lessons."),
        ("computer", None),
        ("hub", None),
    ],
)
def test_the_list_says_first_where_answers_are_lost(
    monkeypatch: pytest.MonkeyPatch, place: str, line: str | None
) -> None:
    """Before the list, and with the button that helps."""
    monkeypatch.setitem(progress.__globals__, "where", lambda: place.replace("private", "browser"))
    monkeypatch.setitem(progress.__globals__, "forgetful", lambda folder: "it forgets" if place == "private" else "")
    page = progress()
    shown = str(page.render(page.start()))
    assert ('id="progress-place"' in shown) == (line is not None)
    if line:
        assert shown.index(line) < shown.index("<table")
        assert "‘Download my progress’" in shown
