"""Progress: nothing that was saved is ever lost."""

from __future__ import annotations

import json
import multiprocessing
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
    with pytest.raises(ProgressError, match="No space left on device"):
        store.record("b", "yes", 1.0)
    assert store.path.read_bytes() == before
    assert sorted(path.name for path in store.folder.iterdir() if path.suffix == ".json") == ["progress.json"]


def test_progress_travels(store: Store, tmp_path: Path) -> None:
    """What is downloaded on one computer and brought back on another joins what was answered there."""
    store.record("a", "yes", 1.0)
    store.record("b", "no", 0.0)
    there = Store(tmp_path / "there", lambda: "2027-01-01")
    there.folder.mkdir()
    there.record("b", "yes", 1.0)
    together = there.restore(loads(dumps(store.read())))
    assert {i: saved.answer for i, saved in together.answers.items()} == {"a": "yes", "b": "yes"}


GOOD = json.loads(dumps(Progress().with_answer("a", "yes", 1.0, "2026-01-01")))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),  # nested deeper than Python reads
        ("[]", "not a progress file"),
        (json.dumps({"format": "other"}), "not a progress file"),
        (json.dumps({**GOOD, "version": 2}), "has version 2"),
        (json.dumps({**GOOD, "answers": []}), "no list of answers"),
        (json.dumps({**GOOD, "answers": {"a": {"answer": "yes"}}}), "record is incomplete"),
        (json.dumps({**GOOD, "answers": {"a": None}}), "record is incomplete"),
        (json.dumps({**GOOD, "answers": {"a": {**GOOD["answers"]["a"], "credit": 7}}}), "impossible values"),
        (json.dumps({**GOOD, "answers": {"a": {**GOOD["answers"]["a"], "credit": float("nan")}}}), "impossible values"),
        (json.dumps({**GOOD, "answers": {"a": {**GOOD["answers"]["a"], "answer": {}}}}), "impossible values"),
        (" " * (LIMIT + 1), "larger than"),
    ],
)
def test_a_file_that_is_not_progress_is_refused_in_one_line(text: str, problem: str) -> None:
    """One line says what is wrong and what to do."""
    with pytest.raises(ProgressError, match=problem) as caught:
        loads(text, "“notes.json”")
    assert "“notes.json”" in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_damaged_file_is_kept_and_named(store: Store) -> None:
    """Answering on top of a damaged file neither replaces nor deletes it."""
    store.path.write_bytes(b"\xff\xfe{")
    with pytest.raises(ProgressError, match=r"progress\.json is damaged"):
        store.record("a", "yes", 1.0)
    assert store.path.read_bytes() == b"\xff\xfe{"


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path) -> None:
    """Where the folder is a file, as where it is read-only, one line says what to do."""
    (tmp_path / "lessons").write_text("")
    with pytest.raises(ProgressError, match=r"cannot be (saved|read)"):
        Store(tmp_path / "lessons").record("a", "yes", 1.0)
