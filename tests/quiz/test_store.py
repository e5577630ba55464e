"""Progress: nothing that was saved is ever lost."""

from __future__ import annotations

import json
import multiprocessing
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.quiz.store import LIMIT, Progress, ProgressError, Saved, Store, dumps, loads


def clock() -> Callable[[], str]:
    ticks = iter(range(10**6))
    return lambda: f"2026-01-01T00:00:{next(ticks):06d}Z"


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path, clock())


def test_an_answer_is_found_again(store: Store) -> None:
    """A second kernel, or the same one restarted, reads what was saved; the first credit stays."""
    store.record("a", "no", 0.0)
    store.record("a", "yes", 1.0)
    store.record("b", ("x", "y"), 0.5)
    again = Store(store.folder).read().answers
    assert again["a"] == Saved("yes", 1.0, 0.0, 2, "2026-01-01T00:00:000001Z")
    assert again["b"].answer == ("x", "y")


def _answer_many(folder: str, name: str, count: int) -> None:
    store = Store(Path(folder))
    for number in range(count):
        store.record(f"{name}-{number}", "yes", 1.0)


def test_two_lessons_open_at_once_lose_nothing(tmp_path: Path) -> None:
    """Two processes that answer at the same time both find all their answers in the file."""
    context = multiprocessing.get_context("spawn")
    workers = [context.Process(target=_answer_many, args=(str(tmp_path), name, 25)) for name in ("left", "right")]
    for worker in workers:
        worker.start()
    for worker in workers:
        worker.join(60)
        assert worker.exitcode == 0
    assert len(Store(tmp_path).read().answers) == 50


def test_a_crash_while_writing_leaves_the_file_of_before(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is replaced in one step; no half-written file is ever in its place."""
    store.record("a", "yes", 1.0)
    before = store.path.read_bytes()

    def fail(_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", fail)
    with pytest.raises(ProgressError, match="the disk is full"):
        store.record("b", "yes", 1.0)
    assert store.path.read_bytes() == before
    assert sorted(path.name for path in store.folder.iterdir() if path.suffix == ".json") == ["progress.json"]


def test_progress_travels(store: Store, tmp_path: Path) -> None:
    """What was answered on one computer joins what was answered on another; the later answer stays."""
    store.record("a", "yes", 1.0)
    store.record("b", "no", 0.0)
    there = Store(tmp_path / "there", lambda: "2027-01-01")
    there.record("b", "yes", 1.0)
    together = there.restore(loads(dumps(store.read()).encode()))
    assert {i: saved.answer for i, saved in together.answers.items()} == {"a": "yes", "b": "yes"}


GOOD = json.loads(dumps(Progress().with_answer("a", "yes", 1.0, "2026-01-01")))


def good(**record: object) -> str:
    """A file with one record, of which something is changed."""
    return json.dumps({**GOOD, "answers": {"a": {**GOOD["answers"]["a"], **record}}})


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "it is not JSON"),
        ("{", "it is not JSON"),
        ("[" * 100_000, "it is nested too deep"),
        ("[]", "it is not a progress file of this course"),
        (json.dumps({"format": "other"}), "it is not a progress file of this course"),
        (json.dumps({**GOOD, "answers": []}), "it holds no list of answers"),
        (json.dumps({**GOOD, "answers": {"a": {"answer": "yes"}}}), "its record of question 'a' is incomplete"),
        (json.dumps({**GOOD, "answers": {"a": None}}), "its record of question 'a' is incomplete"),
        (good(credit=7), "its record of question 'a' holds impossible values"),
        (good(answer={}), "its record of question 'a' holds impossible values"),
        (good(credit=float("nan")), "it holds NaN, which is no number"),
        (good().replace('"a": {', '"a": 1, "a": {'), "it names 'a' twice"),
        (good(answer="\ud800"), "it is not UTF-8 text"),
    ],
)
def test_a_damaged_file_is_said_and_set_aside_and_kept(store: Store, text: str, problem: str) -> None:
    """One line says what is wrong; the next answer is saved, and the damaged file lies beside it as it was."""
    store.path.write_text(text)
    with pytest.raises(ProgressError) as caught:
        store.read()
    assert str(caught.value) == f"{store.path} is damaged: {problem}; it is set aside when you answer, and kept"
    store.record("a", "yes", 1.0)
    assert store.read().answers["a"].answer == "yes"
    (aside,) = store.folder.glob("progress-damaged-*.json")
    assert aside.read_text() == text


@pytest.mark.parametrize(
    ("version", "told"),
    [
        ("9", "is of a newer course: it has version 9, this course reads 1; it stays as it is: reload the page"),
        ("2", "is a file taken home; move it away, and bring it back with the button in lesson 0"),
        ('"one"', "it has version one, this course reads 1; move it away to answer here"),
    ],
)
def test_a_file_of_another_version_is_left_as_it_is(store: Store, version: str, told: str) -> None:
    """As where an old copy of the course, in the browser's cache, meets what a new one has written."""
    store.path.write_text(json.dumps(GOOD).replace('"version": 1', f'"version": {version}'))
    before = store.path.read_bytes()
    with pytest.raises(ProgressError, match=f"^your answer is not saved: .*{re.escape(told)}"):
        store.record("b", "yes", 1.0)
    assert store.path.read_bytes() == before
    assert [path.name for path in store.folder.glob("*.json")] == ["progress.json"]
    store.path.unlink()  # as somebody does who reads the line
    assert set(store.record("c", "yes", 1.0).answers) == {"b", "c"}


def test_what_is_no_file_of_ours_is_left_alone(store: Store) -> None:
    """A folder, a link and a file of unlikely size are named, and not touched."""
    for make in (
        lambda: store.path.mkdir(),
        lambda: store.path.symlink_to("elsewhere"),
        lambda: store.path.write_text(" " * (LIMIT + 1)),
    ):
        make()
        with pytest.raises(ProgressError, match="move it away to start anew"):
            store.record("a", "yes", 1.0)
        assert [path.name for path in store.folder.glob("*.json")] == ["progress.json"]
        store.path.rmdir() if store.path.is_dir() else store.path.unlink()


def test_progress_that_could_not_be_read_again_is_not_written(store: Store) -> None:
    """A file brought from elsewhere may be large; with what is here it may be too large."""
    store.record("a", "yes", 1.0)
    large = Progress().with_answer("b", "x" * LIMIT, 1.0, "2026-01-01")
    with pytest.raises(ProgressError, match="longer than 1,000,000 bytes together; nothing is added"):
        store.restore(large)
    assert set(store.read().answers) == {"a"}


def test_half_a_character_is_refused_in_one_line(store: Store) -> None:
    """A browser can send one; no file can hold it."""
    with pytest.raises(ProgressError, match="a character that cannot be saved"):
        store.record("a", "\ud800", 1.0)
    assert store.record("b", "yes", 1.0).answers.keys() == {"b"}


def test_a_folder_that_is_a_file_says_so(tmp_path: Path) -> None:
    """One line says what to do."""
    (tmp_path / "lessons").write_text("")
    with pytest.raises(ProgressError, match="lessons is a file, not a folder; move it away"):
        Store(tmp_path / "lessons").record("a", "yes", 1.0)
