"""Saving where others save too, and in a browser's kernel, whose drive knows no locks and no unusual flags."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from importlib import resources
from pathlib import Path
from types import SimpleNamespace

import pytest
from filelock import FileLock

from helpers import drive, files
from helpers.errors import CourseError
from helpers.quiz.answering import answering
from helpers.quiz.answers import AnswerFile
from helpers.quiz.question import Question
from helpers.quiz.store import Store
from helpers.view import Event

#: What saves, by the file that it saves in.
SAVES: dict[str, Callable[[Path], object]] = {
    "answers": lambda folder: AnswerFile(folder).record("q", "yes"),
    "progress": lambda folder: Store(folder).record("q", "yes", 1.0),
}
#: A kernel as in the browser: no locks, and every warning an error.
KERNEL = """
import sys, types
from pathlib import Path
sys.platform, sys.modules["fcntl"] = "emscripten", types.ModuleType("fcntl")
from helpers import files, quiz
from helpers.quiz.answers import AnswerFile
files.DRIVE = Path.cwd()
AnswerFile(Path.cwd()).record("q", "yes")
quiz.Store(Path.cwd()).record("q", "yes", 1.0)
print("filelock" in sys.modules)
"""


@pytest.fixture
def browser(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that the browser keeps."""
    monkeypatch.setattr(sys, "platform", "emscripten")
    monkeypatch.setattr(files, "DRIVE", tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", SAVES)
def test_nothing_is_saved_while_another_kernel_saves(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.setattr(files, "PATIENCE", 0.1)
    with (
        FileLock(tmp_path / f".{name}.lock"),
        pytest.raises(CourseError, match=r"not saved: another notebook is saving in .*; try again in a moment"),
    ):
        SAVES[name](tmp_path)
    assert not (tmp_path / f"{name}.json").exists()
    SAVES[name](tmp_path)
    assert (tmp_path / f"{name}.json").exists()


@pytest.mark.parametrize("name", SAVES)
def test_a_browser_is_left_no_lock_that_a_later_answer_could_wait_for(browser: Path, name: str) -> None:
    for _ in range(2):
        SAVES[name](browser)
    assert os.listdir(browser) == [f"{name}.json"]


@pytest.mark.parametrize("name", SAVES)
def test_a_lock_that_an_earlier_course_left_in_a_browser_holds_nobody_up(browser: Path, name: str) -> None:
    (browser / f".{name}.lock").write_text("42\nemscripten\n")
    SAVES[name](browser)
    assert (browser / f"{name}.json").exists()


def test_a_browser_without_locks_shows_no_warning(tmp_path: Path) -> None:
    kernel = [sys.executable, "-W", "error", "-c", KERNEL]
    ran = subprocess.run(kernel, cwd=tmp_path, capture_output=True, text=True, timeout=60)
    assert (ran.stdout, ran.stderr) == ("False\n", "")


def test_what_a_browser_forgets_with_the_page_is_not_called_saved(
    browser: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(files, "DRIVE", Path("/drive"))
    page = answering(Question("choice", "q", "Which?", ("no", "yes")), AnswerFile(browser))
    draft = page.update(page.start(), Event("q", "yes"))
    assert (draft.value, draft.saved) == ("yes", False)
    assert draft.notice.startswith("your answer is not saved: this page cannot keep files")
    assert os.listdir(browser) == []


def test_reading_in_a_browser_opens_files_with_no_unusual_flag(browser: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """JupyterLite's drive writes back what was read with one, over what another kernel has saved meanwhile."""
    SAVES["answers"](browser)
    flags: list[int] = []
    opens = os.open

    def noted(path: str, how: int) -> int:
        flags.append(how)
        return opens(path, how)

    monkeypatch.setattr(os, "open", noted)
    assert AnswerFile(browser).read() == {"q": "yes"}
    assert flags == [os.O_RDONLY]


def test_a_write_is_given_up_before_the_page_tells_of_a_lost_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """Or the reader would be told to reload a page that still holds an answer."""
    given: list[float] = []
    monkeypatch.setitem(sys.modules, "js", SimpleNamespace(eval=lambda script: given.append))
    drive.limit_waiting()
    page = (resources.files("helpers.view") / "live.js").read_text("utf-8")
    patience = re.search(r"const PATIENCE = ([\d_]+);", page)
    assert patience
    assert given == [6_000] and int(patience[1]) > 6_000
