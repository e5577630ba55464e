"""The learner's folder as a whole, and the door by which Binder and hubs start a server on it."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.cli import main
from helpers.errors import CourseError
from helpers.launch import desk, prepare
from helpers.resources import assignments_path, lessons_path

NAMES = sorted(path.name for path in assignments_path().glob("[!.]*") if path.is_dir())


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made once, with all there is."""
    made = tmp_path_factory.mktemp("home") / "lessons"
    assert main(["prepare", "--dir", str(made), "--self-study"]) == 0
    return made


def sources(path: Path) -> str:
    return "\n".join("".join(cell["source"]) for cell in json.loads(path.read_text("utf-8"))["cells"])


def test_every_lesson_and_every_assignment_is_there(folder: Path) -> None:
    assert {path.name for path in folder.glob("*.ipynb")} == {path.name for path in lessons_path().glob("*.ipynb")}
    for shelf in ("assignments", "self-study"):
        assert sorted(path.name for path in (folder / shelf).iterdir()) == NAMES
        assert all((folder / shelf / name / f"{name}.ipynb").is_file() for name in NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_keys_are_in_what_is_for_studying_alone_and_nowhere_else(folder: Path, name: str) -> None:
    released = sources(folder / f"assignments/{name}/{name}.ipynb")
    alone = sources(folder / f"self-study/{name}/{name}.ipynb")
    assert "quiz.key(" not in released and "MARK SCHEME" not in released and "why=" not in released
    assert "quiz.key(" in alone and "why=" in alone


def test_without_being_asked_no_keys_come(tmp_path: Path) -> None:
    assert prepare(tmp_path / "lessons") == ()
    assert sorted(path.name for path in (tmp_path / "lessons").iterdir() if path.is_dir()) == ["assignments"]


def test_a_later_start_makes_nothing_anew_and_names_what_a_learner_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    made: list[str] = []
    make = desk._make
    monkeypatch.setattr(desk, "_make", lambda shelf, source, to: (made.append(source.name), make(shelf, source, to)))
    assert prepare(folder, self_study=True) == ()
    assert made == []
    theirs = folder / "assignments/masthead/masthead.ipynb"
    theirs.write_text(theirs.read_text("utf-8").replace("Assignment:", "My assignment:"), "utf-8")
    assert main(["prepare", "--dir", str(folder)]) == 0
    assert made == ["masthead"]
    assert "Kept as you left it: assignments/masthead/masthead.ipynb" in capsys.readouterr().out
    assert "My assignment:" in theirs.read_text("utf-8")


def start(home: Path, *command: str, **variables: str) -> subprocess.CompletedProcess[str]:
    """The door, as a service uses it, in somebody's home."""
    environment = {**os.environ, "HOME": str(home), **variables}
    return subprocess.run(
        [sys.executable, "-m", "helpers.launch", *command], env=environment, capture_output=True, text=True, cwd=home
    )


SHOW = "import json, os; print(json.dumps(dict(os.environ)))"


@pytest.mark.skipif(os.name == "nt", reason="services run on POSIX")
def test_a_service_starts_its_server_with_the_courses_settings(tmp_path: Path) -> None:
    """The folder is made at home, and the command is run with what the settings need."""
    ran = start(tmp_path, sys.executable, "-c", SHOW, COURSE_FOLDER="", JUPYTER_CONFIG_PATH="/theirs")
    given = json.loads(ran.stdout)
    assert given["COURSE_FOLDER"] == str(tmp_path / "resolution-53-137")
    first, second, third = given["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    assert first.endswith("settings/reading") and second.endswith("settings/common") and third == "/theirs"
    assert (tmp_path / "resolution-53-137/00_start_here.ipynb").is_file()


@pytest.mark.skipif(os.name == "nt", reason="services run on POSIX")
@pytest.mark.parametrize(
    ("command", "variables", "status", "said"),
    [
        ((), {}, 2, "give the server's command"),
        (("no-such-server",), {}, 1, "no-such-server cannot be started: No such file or directory"),
        ((sys.executable, "-c", ""), {"COURSE_FOLDER": "/dev/null/x"}, 1, "/dev/null/x cannot be made"),
    ],
)
def test_what_cannot_be_started_is_one_line(
    tmp_path: Path, command: tuple[str, ...], variables: dict[str, str], status: int, said: str
) -> None:
    ran = start(tmp_path, *command, **variables)
    assert ran.returncode == status
    assert said in ran.stderr and ran.stderr.count("\n") == 1


def test_a_folder_that_cannot_be_brought_up_to_date_opens_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A full disk must not keep a learner from what is there already."""
    from helpers.launch import __main__ as door

    def full(_folder: Path) -> None:
        raise CourseError("the lessons cannot be written: No space left on device")

    class StartedError(Exception): ...

    def become(*_: object) -> None:
        raise StartedError

    monkeypatch.setenv("COURSE_FOLDER", str(tmp_path))
    monkeypatch.setattr(door, "prepare", full)
    monkeypatch.setattr(door.os, "execvpe", become)
    with pytest.raises(StartedError):
        door.main(["jupyter", "lab"])
    assert capsys.readouterr().err == "course: the lessons cannot be written: No space left on device\n"
