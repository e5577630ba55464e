"""A disk that is full or closed: one clear line, "Saved" is not said, and what was answered still goes home."""

from __future__ import annotations

import errno
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers import files
from helpers.errors import CourseError
from helpers.quiz.answering import answering
from helpers.quiz.answers import AnswerFile, read_answers
from helpers.quiz.question import Key, Question
from helpers.quiz.store import Store
from helpers.quiz.travel import loads
from helpers.quiz.view import practice
from helpers.view import Event, Reply

CHOICE = Question("choice", "q", "Which?", ("no", "yes"))
ESSAY = Question("essay", "e", "Why?", words=(1, 9))
KEY = Key("q", "yes", {"no": "No.", "yes": "Yes."}, ("EW",))
#: What a disk answers, and what the learner reads of it.
REFUSALS = {
    "full": (OSError(errno.ENOSPC, "No space left on device"), "the disk is full; make room on it"),
    "quota": (OSError(errno.EDQUOT, "Disk quota exceeded"), "the disk is full; make room on it"),
    "read-only": (OSError(errno.EROFS, "Read-only file system"), "is closed for writing; open it for writing"),
    "forbidden": (PermissionError(errno.EACCES, "Permission denied"), "is closed for writing; open it for writing"),
    "broken": (OSError(errno.EIO, "Input/output error"), "cannot be written: Input/output error"),
}


class Disk:
    """Refuses to be written while it is shut."""

    refusal: OSError | None = None


@pytest.fixture
def disk(monkeypatch: pytest.MonkeyPatch) -> Iterator[Disk]:
    shut = Disk()
    makes = tempfile.mkstemp

    def mkstemp(*args: Any, **kwargs: Any) -> tuple[int, str]:
        if shut.refusal:
            raise shut.refusal
        return makes(*args, **kwargs)

    monkeypatch.setattr(tempfile, "mkstemp", mkstemp)
    return shut


@pytest.mark.parametrize("name", REFUSALS)
def test_a_graded_answer_that_cannot_be_saved_stays_and_is_offered_for_home(
    tmp_path: Path, disk: Disk, name: str
) -> None:
    page = answering(CHOICE, AnswerFile(tmp_path))
    disk.refusal, told = REFUSALS[name]
    draft: Any = page.update(page.start(), Event("q", "yes"))
    html = str(page.render(draft))
    assert draft.value == "yes" and "checked" in html
    assert ">Saved<" not in html
    assert f"your answer is not saved: {told}" in html.replace(f"{tmp_path} ", "")
    assert "\n" not in draft.notice
    taken = page.update(draft, Event("home", ""))
    assert isinstance(taken, Reply)
    assert list(loads(taken.download.text).answers.values()) == [{"q": "yes"}]
    assert not (tmp_path / "answers.json").exists()


@pytest.mark.parametrize("name", REFUSALS)
def test_a_practice_answer_that_cannot_be_saved_has_its_feedback_all_the_same(
    tmp_path: Path, disk: Disk, name: str
) -> None:
    page = practice(CHOICE, KEY, Store(tmp_path))
    disk.refusal, told = REFUSALS[name]
    chosen: Any = page.update(page.start(), Event("q", "yes"))
    asked: Any = page.update(chosen, Event("check", ""))
    html = str(page.render(asked))
    assert "Yes, this holds." in html and told in html and ">Saved<" not in html
    taken = page.update(asked, Event("home", ""))
    assert isinstance(taken, Reply)
    (kept,) = loads(taken.download.text).practice.values()
    assert kept.answers["q"].answer == "yes"


#: What saves in a folder, and what is then on its disk.
SAVES: dict[str, tuple[Callable[[Path, str], object], Callable[[Path], set[str]]]] = {
    "answers": (lambda folder, q: AnswerFile(folder).record(q, "yes"), lambda folder: set(read_answers(folder))),
    "progress": (
        lambda folder, q: Store(folder).record(q, "yes", 1.0),
        lambda folder: set(json.loads((folder / "progress.json").read_text())["answers"]),
    ),
}


@pytest.mark.parametrize("name", SAVES)
def test_the_next_answer_that_can_be_saved_takes_the_others_along(tmp_path: Path, disk: Disk, name: str) -> None:
    save, on_disk = SAVES[name]
    save(tmp_path, "a")
    disk.refusal = REFUSALS["full"][0]
    for question in ("b", "c"):
        with pytest.raises(CourseError):
            save(tmp_path, question)
    assert on_disk(tmp_path) == {"a"}
    disk.refusal = None
    save(tmp_path, "d")
    assert on_disk(tmp_path) == {"a", "b", "c", "d"}


def test_tries_that_could_not_be_saved_are_counted(tmp_path: Path, disk: Disk) -> None:
    """The first credit stays the first, and no try is forgotten."""
    store = Store(tmp_path)
    store.record("q", "no", 0.0)
    disk.refusal = REFUSALS["full"][0]
    for answer, credit in (("no", 0.0), ("yes", 1.0)):
        with pytest.raises(CourseError):
            store.record("q", answer, credit)
    disk.refusal = None
    saved = store.record("other", "yes", 1.0).answers["q"]
    assert (saved.answer, saved.credit, saved.first, saved.tries) == ("yes", 1.0, 0.0, 3)


def test_an_answer_taken_back_while_the_disk_was_full_is_gone_afterwards(tmp_path: Path, disk: Disk) -> None:
    file = AnswerFile(tmp_path)
    file.record("q", "yes")
    disk.refusal = REFUSALS["full"][0]
    with pytest.raises(CourseError):
        file.record("q", None)
    assert file.read() == {}
    disk.refusal = None
    file.record("r", "no")
    assert read_answers(tmp_path) == {"r": "no"}


def test_an_essay_is_shown_again_and_saved_by_its_button(tmp_path: Path, disk: Disk) -> None:
    """Its cell may run again while the disk is full: the text comes back, and does not claim to be saved."""
    file = AnswerFile(tmp_path)
    page = answering(ESSAY, file)
    disk.refusal = REFUSALS["full"][0]
    page.update(page.start(), Event("e", "Because of article 87."))
    again: Any = page.start()
    html = str(page.render(again))
    assert "Because of article 87." in html and ">Saved<" not in html and 'id="e-again"' in html
    disk.refusal = None
    saved: Any = page.update(again, Event("keep", ""))
    assert saved.saved and 'id="e-again"' not in str(page.render(saved))
    assert read_answers(tmp_path) == {"e": "Because of article 87."}


def test_what_is_too_long_does_not_wait_and_spoil_the_others(tmp_path: Path) -> None:
    file = AnswerFile(tmp_path)
    with pytest.raises(CourseError, match="shorten one of them"):
        file.record("e", "x" * 300_000)
    file.record("q", "yes")
    assert read_answers(tmp_path) == {"q": "yes"}


@pytest.mark.parametrize("name", SAVES)
def test_a_browser_that_refuses_gives_no_reason(
    tmp_path: Path, disk: Disk, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """JupyterLite's drive says "No such file or directory" of a storage that is full, and "Invalid argument"."""
    monkeypatch.setattr("sys.platform", "emscripten")
    monkeypatch.setattr(files, "DRIVE", tmp_path)
    save, on_disk = SAVES[name]
    save(tmp_path, "a")
    for number in (errno.ENOENT, errno.EINVAL):
        disk.refusal = OSError(number, os.strerror(number))
        with pytest.raises(CourseError, match="not saved: the browser did not take it; its storage is full or closed"):
            save(tmp_path, "b")
    disk.refusal = None
    save(tmp_path, "c")
    assert on_disk(tmp_path) == {"a", "b", "c"}
