"""The command line: what it says, what it passes on, and one line for each mistake."""

from __future__ import annotations

import signal
from pathlib import Path
from typing import Any

import pytest

from helpers import __version__, cli, language, launch, resources
from helpers.errors import CourseError, DataError


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """What would have been served, instead of a server."""
    calls: list[dict[str, Any]] = []

    def serve(folder: Path, mode: str, **more: object) -> int:
        calls.append({"folder": folder, "mode": mode, **more})
        return 0

    monkeypatch.setattr(launch, "serve", serve)
    return calls


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(["--version"])
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"course {__version__}\n"


@pytest.mark.parametrize("words", [["--help"], ["open", "--help"]])
def test_help_shows_an_example(words: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(words)
    assert caught.value.code == 0
    assert "Example: course open" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["close"], "invalid choice: 'close'"),
        (["open", "--port", "0"], "'0' is not a port; give a number from 1024 to 65535"),
        (["open", "--port", "65536"], "'65536' is not a port"),
        (["open", "--port", "-1"], "'-1' is not a port"),
        (["open", "--port", "http"], "'http' is not a port"),
        (["open", "--port", "²"], "'²' is not a port"),  # a digit for str.isdigit, not for int
        (["open", "--port", "8888.0"], "'8888.0' is not a port"),
        (["open", "--notebook", "--slides"], "not allowed with argument"),
        (["open", "--here", "--dir", "x"], "not allowed with argument"),
        (["open", "lesson.ipynb"], "unrecognized arguments: lesson.ipynb"),
    ],
)
def test_a_mistake_on_the_command_line(
    words: list[str], complaint: str, served: list[dict[str, Any]], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(words)
    assert caught.value.code == 2
    last = capsys.readouterr().err.splitlines()[-1]
    assert last.startswith("course")
    assert complaint in last
    assert not served


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], {"mode": "reading", "port": 8888, "browser": True, "extra": []}),
        (["--notebook"], {"mode": "notebook"}),
        (["--slides"], {"mode": "slides"}),
        (["--port", "9000", "--no-browser"], {"port": 9000, "browser": False}),
        (["--", "--debug", "--port", "x"], {"port": 8888, "extra": ["--debug", "--port", "x"]}),  # JupyterLab's own
        (["--", "--"], {"extra": ["--"]}),
        (["--"], {"extra": []}),
    ],
)
def test_what_the_server_is_asked_for(
    options: list[str], expected: dict[str, Any], served: list[dict[str, Any]], tmp_path: Path
) -> None:
    assert cli.main(["open", "--dir", str(tmp_path / "mine"), *options]) == 0
    (call,) = served
    assert call["folder"] == tmp_path / "mine"
    assert {name: call[name] for name in expected} == expected


def test_a_learners_folder_is_made_and_named(
    served: list[dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "mine"
    assert cli.main(["open", "--dir", str(folder)]) == 0
    assert (folder / "00_start_here.ipynb").is_file()
    assert capsys.readouterr().out == f"Your lessons are in {folder}\n"


def test_a_lesson_that_was_changed_is_named(
    served: list[dict[str, Any]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "00_start_here.ipynb").write_text("mine")
    assert cli.main(["open", "--dir", str(tmp_path)]) == 0
    assert "Kept as you left it: 00_start_here.ipynb" in capsys.readouterr().out
    assert (tmp_path / "00_start_here.ipynb").read_text() == "mine"


def test_the_folder_is_at_home_if_none_is_named(
    served: list[dict[str, Any]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    assert cli.main(["open"]) == 0
    assert served[0]["folder"] == tmp_path.resolve() / "resolution-53-137"


def test_here_opens_the_lessons_of_the_checkout(served: list[dict[str, Any]]) -> None:
    assert cli.main(["open", "--here"]) == 0
    assert served[0]["folder"] == resources.lessons_path()


def test_here_outside_a_checkout_says_what_to_do(
    served: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    real = resources.checkout
    monkeypatch.setattr(resources, "checkout", lambda: real(tmp_path / "site-packages/helpers"))
    assert cli.main(["open", "--here"]) == 1
    assert "is no checkout of the course; clone it" in one_line(capsys)
    assert not served


@pytest.mark.parametrize("problem", [CourseError("no port is free"), DataError("a file is missing")])
def test_what_the_user_can_mend_is_one_line_without_a_traceback(
    problem: CourseError, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def serve(*_: object, **__: object) -> int:
        raise problem

    monkeypatch.setattr(launch, "serve", serve)
    assert cli.main(["open", "--dir", str(tmp_path)]) == 1
    assert one_line(capsys) == f"course: {problem}"


@pytest.mark.parametrize(
    ("place", "complaint"),
    [
        ("letter", "is a file, not a folder"),
        ("letter/lessons", "cannot be made"),
        ("~nobody-by-this-name/lessons", "cannot be found"),
        ("circle/lessons", "circle"),  # links in a circle: told differently by each Python
    ],
)
def test_a_folder_that_cannot_be(
    place: str,
    complaint: str,
    served: list[dict[str, Any]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "letter").write_text("dear")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert cli.main(["open", "--dir", place]) == 1
    said = one_line(capsys)
    assert complaint in said
    assert "--dir" in said
    assert not served


def test_ctrl_c_before_the_server_runs_is_no_traceback(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def serve(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(launch, "serve", serve)
    assert cli.main(["open", "--dir", str(tmp_path)]) == 128 + signal.SIGINT


def test_the_servers_own_status_is_handed_on(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(launch, "serve", lambda *_, **__: 4)
    assert cli.main(["open", "--dir", str(tmp_path)]) == 4


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 1, lines
    return lines[0]


def test_a_language_that_the_course_does_not_speak_is_one_line(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Even of a command that needs nothing else."""
    monkeypatch.setenv("COURSE_LANGUAGE", "xx")
    assert cli.main(["--version"]) == 1
    assert one_line(capsys).startswith("course: the course does not speak 'xx'; it speaks en")


def test_help_in_another_language(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The language is known before the command line is read; the commands themselves keep their names."""
    monkeypatch.setenv("COURSE_LANGUAGE", "qps")
    monkeypatch.setenv("COLUMNS", "200")
    try:
        with pytest.raises(SystemExit):
            cli.main(["grade", "--help"])
    finally:
        language.use("en")
    said = capsys.readouterr().out
    assert "⟦Grade what a class handed in.⟧" in said
    assert "--student ⟦ID⟧" in said
    assert "⟦Example:⟧ course grade masthead" in said
