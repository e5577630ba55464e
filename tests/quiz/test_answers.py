"""Answers are data: one file beside the notebook, whole after every answer, and never trusted when read."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from helpers.quiz.answering import answering
from helpers.quiz.answers import LIMIT, AnswerFile, AnswersError, DamagedAnswersError, dumps, loads, read_answers
from helpers.quiz.ask import choice, key
from helpers.quiz.question import Question
from helpers.view import Event

CHOICE = Question("choice", "q-choice", "Which?", ("no", "yes"))
QUESTIONS = {
    "choice": (CHOICE, [("q-choice", "yes")], "yes"),
    "several": (Question("several", "q-sev", "Which?", ("a", "b", "c")), [("q-sev", ["a", "c"])], ["a", "c"]),
    "matching": (
        Question("matching", "q-match", "What?", ("x", "y"), ("A", "B")),
        [("q-match:0", "x"), ("q-match:1", "y")],
        ["x", "y"],
    ),
    "ordering": (Question("ordering", "q-ord", "?", items=("a", "b", "c")), [("q-ord:down", "a")], ["b", "a", "c"]),
    "ordering, as it stands": (Question("ordering", "q-ord", "?", items=("a", "b")), [("keep", "")], ["a", "b"]),
    "number": (Question("number", "q-num", "How many?"), [("q-num", " 82 ")], "82"),
    "number, unreadable": (Question("number", "q-num", "How many?"), [("q-num", "eighty-two")], "eighty-two"),
    "date": (Question("date", "q-date", "When?"), [("q-date", "1998-12-09")], "9 December 1998"),
    "text": (Question("text", "q-text", "Who?"), [("q-text", "the ILO")], "the ILO"),
    "marking": (Question("marking", "q-mark", "Who?", passage="OP3"), [("q-mark:word", "2-4")], [[11, 28]]),
    "marking, taken back": (
        Question("marking", "q-mark", "Who?", passage="OP3"),
        [("q-mark:word", "2-4"), ("q-mark:word", "2")],
        [[15, 28]],
    ),
    "essay": (Question("essay", "q-essay", "Why?", words=(5, 9)), [("q-essay", "Because.\n")], "Because.\n"),
}


@pytest.mark.parametrize("name", QUESTIONS)
def test_what_a_learner_does_is_on_the_disk_and_comes_back(tmp_path: Path, name: str) -> None:
    question, events, stored = QUESTIONS[name]
    page = answering(question, AnswerFile(tmp_path))
    draft = page.start()
    assert not draft.saved
    for event in events:
        draft = page.update(draft, Event(*event))
    assert draft.saved
    assert json.loads((tmp_path / "answers.json").read_text())["answers"] == {question.id: stored}
    again = answering(question, AnswerFile(tmp_path))
    assert again.start().saved
    html = str(again.render(again.start()))
    assert "Saved" in html
    for word in stored if isinstance(stored, list) and isinstance(stored[0], str) else []:
        assert word in html


def test_taking_everything_back_leaves_no_answer(tmp_path: Path) -> None:
    page = answering(QUESTIONS["several"][0], AnswerFile(tmp_path))
    draft = page.update(page.update(page.start(), Event("q-sev", ["a"])), Event("q-sev", []))
    assert not draft.saved and read_answers(tmp_path) == {}


def test_what_is_no_number_yet_is_kept_and_said(tmp_path: Path) -> None:
    page = answering(QUESTIONS["number"][0], AnswerFile(tmp_path))
    draft = page.update(page.start(), Event("q-num", "eighty"))
    assert draft.saved and "in figures" in str(page.render(draft))


def test_no_word_of_a_key_is_shown_while_answering(tmp_path: Path) -> None:
    """The page says neither right nor wrong: there is nothing that it could say it from."""
    page = answering(CHOICE, AnswerFile(tmp_path))
    html = str(page.render(page.update(page.start(), Event("q-choice", "no"))))
    assert "hold" not in html.replace("One answer holds.", "")


@pytest.mark.parametrize("event", [Event("other", "yes"), Event("", None), Event("check", "")])
def test_events_that_are_not_the_questions_change_nothing(tmp_path: Path, event: Event) -> None:
    page = answering(CHOICE, AnswerFile(tmp_path))
    assert page.update(page.start(), event) == page.start()
    assert not (tmp_path / "answers.json").exists()


@pytest.mark.parametrize("value", [None, 3, {"a": 1}, ["yes"], float("nan"), "maybe"])
def test_values_that_the_browser_would_not_send(tmp_path: Path, value: object) -> None:
    page = answering(CHOICE, AnswerFile(tmp_path))
    page.render(page.update(page.start(), Event("q-choice", value)))
    assert read_answers(tmp_path).get("q-choice") in (None, "maybe")


def test_two_tabs_lose_nothing(tmp_path: Path) -> None:
    one, two = AnswerFile(tmp_path), AnswerFile(tmp_path)
    one.record("a", "1")
    two.record("b", "2")
    one.record("c", "3")
    assert two.read() == {"a": "1", "b": "2", "c": "3"}


def _many(folder: Path, name: str) -> None:
    for number in range(25):
        AnswerFile(folder).record(f"{name}-{number}", "x")


def test_kernels_that_write_together_lose_nothing(tmp_path: Path) -> None:
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_many, args=(tmp_path, name)) for name in ("a", "b", "c")]
    for writer in writers:
        writer.start()
    for writer in writers:
        writer.join()
    assert len(read_answers(tmp_path)) == 75


def test_a_kernel_killed_while_it_saves_leaves_a_whole_file(tmp_path: Path) -> None:
    """What was reported as saved before the kill is there after it, ten times."""
    code = (
        "import itertools, sys; from pathlib import Path; from helpers.quiz.answers import AnswerFile\n"
        "for n in itertools.count():\n"
        "    AnswerFile(Path(sys.argv[1])).record(f'q-{n}', 'x' * 2000 if n % 2 else 'y')\n"
        "    print(n, flush=True)\n"
    )
    for turn in range(10):
        folder = tmp_path / str(turn)
        folder.mkdir()
        child = subprocess.Popen([sys.executable, "-c", code, str(folder)], stdout=subprocess.PIPE, text=True)
        assert child.stdout
        said = child.stdout.readline()
        time.sleep(0.004 * turn)
        os.kill(child.pid, signal.SIGKILL)
        said += child.stdout.read()
        child.wait()
        saved = read_answers(folder)
        assert {f"q-{number}" for number in said.split()} <= set(saved)


def test_a_damaged_file_is_set_aside_and_the_answer_saved(tmp_path: Path) -> None:
    (tmp_path / "answers.json").write_text("{")
    file = AnswerFile(tmp_path, now=lambda: datetime(2026, 1, 2, tzinfo=UTC))
    page = answering(CHOICE, file)
    assert "it is set aside when you answer, and kept" in page.start().notice
    assert page.update(page.start(), Event("q-choice", "yes")).saved
    assert (tmp_path / "answers-damaged-20260102T000000000000.json").read_text() == "{"
    assert file.read() == {"q-choice": "yes"}


@pytest.mark.parametrize("what", ["folder", "link", "newer", "large"])
def test_what_is_not_ours_is_left_alone(tmp_path: Path, what: str) -> None:
    """One line says what stands there; nothing is overwritten."""
    path = tmp_path / "answers.json"
    if what == "folder":
        path.mkdir()
    elif what == "link":
        path.symlink_to(tmp_path / "elsewhere.json")
    else:
        path.write_text(dumps({}).replace('"version": 1', '"version": 9') if what == "newer" else " " * (LIMIT + 1))
    before = path.lstat()
    advice = "it stays as it is: reload the page" if what == "newer" else "move it away to answer here"
    with pytest.raises(AnswersError, match=f"^your answer is not saved: .*{advice}"):
        AnswerFile(tmp_path).record("a", "x")
    assert path.lstat().st_ino == before.st_ino and not (tmp_path / "elsewhere.json").exists()


def test_answers_longer_than_the_limit_are_refused_and_the_earlier_kept(tmp_path: Path) -> None:
    file = AnswerFile(tmp_path)
    file.record("a", "first")
    with pytest.raises(AnswersError, match="longer than 262,144 bytes together"):
        file.record("b", "x" * LIMIT)
    assert file.read() == {"a": "first"}


def test_a_folder_that_cannot_be_written_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(AnswersError, match=r"your answer is not saved: .*file is a file, not a folder"):
        AnswerFile(tmp_path / "file").record("a", "x")


@pytest.mark.parametrize("character", ["\ud800", "a\udfff"])
def test_half_a_character_is_refused(tmp_path: Path, character: str) -> None:
    with pytest.raises(AnswersError, match="a character that cannot be saved"):
        AnswerFile(tmp_path).record("a", character)
    with pytest.raises(DamagedAnswersError):
        loads(json.dumps({"answers": character}).encode())


def test_opened_under_source_answers_are_kept_elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A teacher's trial never lies where it would be released."""
    source = tmp_path / "source" / "masthead"
    source.mkdir(parents=True)
    monkeypatch.chdir(source)
    page = choice("q-choice", "Which?", ["no", "yes"])
    page.update(page.start(), Event("q-choice", "yes"))  # type: ignore[union-attr]
    tried = key("q-choice", "yes", points=1, source="EW", why={"no": "No.", "yes": "Yes."})
    tried.update(tried.start(), Event("q-choice", "yes"))  # type: ignore[union-attr]
    tried.update(replace_draft(tried.start()), Event("check", ""))  # type: ignore[union-attr]
    assert list(source.iterdir()) == []
    assert read_answers(tmp_path / "trial" / "masthead") == {"q-choice": "yes"}


def replace_draft(state: object) -> object:
    from dataclasses import replace

    return replace(state, draft="yes")  # type: ignore[type-var]
