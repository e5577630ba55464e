"""Where a session forgets, the first answer of a lesson says so, and how to take the answers home."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers.quiz import keeping
from helpers.quiz.answering import answering
from helpers.quiz.answers import AnswerFile
from helpers.quiz.question import Key, Question
from helpers.quiz.store import Store
from helpers.quiz.travel import loads
from helpers.quiz.view import practice
from helpers.view import Event, Page, Reply

LINE = "Kept only until this Binder session ends. Download it before a break; "


@pytest.fixture(autouse=True)
def lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(keeping, "_told", "")
    monkeypatch.setattr(keeping, "where", lambda: "binder")
    (tmp_path / "00_start_here.ipynb").write_text("{}")
    return tmp_path


def asked(question_id: str, folder: Path) -> Page[Any]:
    question = Question("choice", question_id, "Which?", ("no", "yes"))
    return practice(question, Key(question_id, "yes", {"no": "No.", "yes": "Yes."}, ("EW",)), Store(folder))


def answered(page: Page[Any], question_id: str) -> Any:
    return page.update(page.update(page.start(), Event(question_id, "yes")), Event("check", ""))


def test_the_first_answer_of_a_lesson_says_it_and_the_next_does_not(lessons: Path) -> None:
    first, second = asked("a", lessons), asked("b", lessons)
    state = answered(first, "a")
    shown = str(first.render(state))
    assert LINE in shown and '<a href="00_start_here.ipynb">lesson 0</a> takes it back.' in shown
    assert LINE not in str(second.render(answered(second, "b")))
    assert LINE in str(first.render(first.start()))  # its cell runs again
    assert LINE in str(first.render(answered(first, "a")))


def test_its_button_takes_everything_home_at_once(lessons: Path) -> None:
    Store(lessons).record("before", "yes", 1.0)
    page = asked("a", lessons)
    taken = page.update(answered(page, "a"), Event("home", ""))
    assert isinstance(taken, Reply)
    assert taken.download.name == "resolution-53-137.json"
    assert set(loads(taken.download.text).practice["."].answers) == {"before", "a"}
    assert "Your progress is among your downloads, in resolution-53-137.json." in str(page.render(taken.state))


def test_from_an_assignment_lesson_0_is_two_folders_up(lessons: Path) -> None:
    folder = lessons / "assignments" / "masthead"
    page = answering(Question("choice", "m", "Which?", ("no", "yes")), AnswerFile(folder))
    state: Any = page.update(page.start(), Event("m", "yes"))
    assert '<a href="../../00_start_here.ipynb">lesson 0</a>' in str(page.render(state))
    taken = page.update(state, Event("home", ""))
    assert isinstance(taken, Reply)
    assert loads(taken.download.text).answers == {"assignments/masthead": {"m": "yes"}}


def test_an_answer_taken_back_says_nothing(lessons: Path) -> None:
    page = answering(Question("several", "m", "Which?", ("no", "yes")), AnswerFile(lessons))
    state = page.update(page.start(), Event("m", []))
    assert LINE not in str(page.render(state))  # type: ignore[arg-type]


@pytest.mark.parametrize("place", ["computer", "browser", "hub"])
def test_where_answers_are_kept_nothing_is_said(lessons: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    monkeypatch.setattr(keeping, "where", lambda: place)
    page = asked("a", lessons)
    shown = str(page.render(answered(page, "a")))
    assert ">Saved<" in shown and "Binder" not in shown and "Download" not in shown
