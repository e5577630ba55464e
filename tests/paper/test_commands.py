"""``course handout`` and ``course kit`` as a teacher uses them: what is written, and one line for each mistake."""

from __future__ import annotations

import io
import re
import shutil
import sys
import zipfile
from pathlib import Path

import pytest

from helpers import cli, resources
from helpers.archive import zipped
from helpers.lessons import read_books
from helpers.paper import prose, typeset
from helpers.paper.kit import kit_jobs
from tests.paper.printed import Printed


@pytest.fixture
def two_lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A course of two lessons, as an installed package has them in a folder of its own."""
    folder = tmp_path / "helpers" / "_course" / "lessons"
    folder.mkdir(parents=True)
    for name in ("01_masthead.ipynb", "02_anatomy.ipynb"):
        shutil.copy(resources.lessons_path() / name, folder)
    monkeypatch.setattr(resources, "lessons_path", lambda: folder)
    return folder


def one_line(capsys: pytest.CaptureFixture[str]) -> str:
    lines = [line for line in capsys.readouterr().err.splitlines() if "sheet" not in line and "file/s" not in line]
    assert len(lines) == 1, lines
    return lines[0]


@pytest.mark.parametrize("named", [[], ["1", "2"], ["02_anatomy", "course/lessons/01_masthead.ipynb"]])
def test_hand_outs(named: list[str], two_lessons: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All lessons, or those that are named, in the course's order; the paths are told."""
    out = tmp_path / "printed"
    assert cli.main(["handout", *named, "--out", str(out)]) == 0
    assert capsys.readouterr().out.splitlines() == [str(out / "01_masthead.pdf"), str(out / "02_anatomy.pdf")]
    assert [Printed(path.read_bytes()).pages for path in sorted(out.iterdir())] == [1, 1]


def test_answers_are_apart(two_lessons: Path, tmp_path: Path) -> None:
    """Only when they are asked for, in a folder of their own."""
    assert cli.main(["handout", "2", "--answers", "--out", str(tmp_path)]) == 0
    assert Printed((tmp_path / "answers/02_anatomy.pdf").read_bytes()).title == "Answers to: 2. Anatomy of the text"
    assert (tmp_path / "02_anatomy.pdf").is_file()
    assert not (tmp_path / "01_masthead.pdf").exists()


@pytest.mark.parametrize("name", ["3", "99", "masthead", "²", ""])
def test_a_lesson_that_is_not_there(
    name: str, two_lessons: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert cli.main(["handout", name, "--out", str(tmp_path / "printed")]) == 1
    assert one_line(capsys) == f"course: there is no lesson {name!r}; there are 01_masthead, 02_anatomy"
    assert not (tmp_path / "printed").exists()


def test_a_damaged_lesson(two_lessons: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (two_lessons / "01_masthead.ipynb").write_text("{")
    assert cli.main(["handout", "--out", str(tmp_path / "printed")]) == 1
    assert "01_masthead.ipynb cannot be read as a notebook" in one_line(capsys)


@pytest.mark.parametrize(
    ("words", "complaint"),
    [
        (["handout", "--out", "letter"], "letter is a file, not a folder; name another place with --out"),
        (["handout", "--out", "letter/deeper"], "is a file, not a folder|Not a directory"),
        (["kit", "--out", "letter/kit.zip"], "letter is a file, not a folder; name another place with --out"),
        (["kit", "--out", "folder"], "folder is a folder, not a file; name a file with --out"),
        (["kit", "--out", "folder/" + "x" * 300], "cannot be written: File name too long"),
    ],
)
def test_a_place_that_cannot_be(
    words: list[str],
    complaint: str,
    two_lessons: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("letter").write_text("dear")
    Path("folder").mkdir()
    assert cli.main(words) == 1
    assert re.search(complaint, one_line(capsys))
    assert Path("letter").read_text() == "dear"
    assert not list(Path("folder").iterdir())  # nothing half-written


def test_the_kit(two_lessons: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One zip: text, hand-outs, cards, tables and, apart, answers; the same bytes every time."""
    first, second = tmp_path / "a.zip", tmp_path / "b.zip"
    assert cli.main(["kit", "--out", str(first)]) == 0
    assert capsys.readouterr().out == f"{first}\n"
    assert cli.main(["kit", "--out", str(second)]) == 0
    assert first.read_bytes() == second.read_bytes()
    with zipfile.ZipFile(first) as kit:
        assert kit.testzip() is None
        names = set(kit.namelist())
        readme = kit.read("README.txt").decode()
        assert {info.date_time for info in kit.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(Printed(kit.read(name)).pages for name in names - {"README.txt"})
    assert {
        "resolution.pdf",
        "resolution-with-signs.pdf",
        "handouts/01_masthead.pdf",
        "answers/02_anatomy.pdf",
    } <= names
    assert {f"cards/{name}.pdf" for name in ("instruments", "verbs", "paragraphs", "dates")} <= names
    assert {f"tables/{name}.pdf" for name in ("instruments", "deposits", "migrant-stock")} <= names
    assert not [name for name in names if "answer" in name and not name.startswith("answers/")]
    mentioned = set(re.findall(r"\b(?:handouts|cards|tables|answers)/[\w-]+\.pdf", readme))
    assert {Path(name).name for name in mentioned - names} == {"00_start_here.pdf"}  # a lesson that is not here
    assert "02_anatomy.pdf" in readme
    assert max(map(len, readme.splitlines())) <= 120


def test_the_readme_names_only_what_the_whole_kit_has() -> None:
    """With all lessons of the course, every file that the README speaks of is there."""
    jobs = kit_jobs(read_books(resources.lessons_path()))
    mentioned = set(
        re.findall(r"\b(?:(?:handouts|cards|tables|answers)/)?[\w-]+\.(?:pdf|txt)", jobs["README.txt"]().decode())
    )
    assert {name for name in mentioned if name not in jobs and f"handouts/{name}" not in jobs} == set()


def test_a_zip_depends_on_nothing_but_its_files(tmp_path: Path) -> None:
    content = zipped({"b/x.txt": b"2" * 1000, "a.txt": b"1"})
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.namelist() == ["a.txt", "b/x.txt"]
        assert {info.external_attr >> 16 for info in archive.infolist()} == {0o644}
    assert content == zipped({"a.txt": b"1", "b/x.txt": b"2" * 1000})


@pytest.mark.parametrize("command", ["handout", "kit"])
def test_help_shows_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main([command, "--help"])
    assert caught.value.code == 0
    assert f"Example: course {command}" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize("library", ["typst", "mistune"])
def test_what_is_not_installed_is_named(
    library: str, two_lessons: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """One line says what to install; a small installation for learners has neither."""
    monkeypatch.setitem(sys.modules, library, None)
    prose._reader.cache_clear()
    typeset._fonts.cache_clear()
    assert cli.main(["handout", "1", "--out", str(tmp_path / "printed")]) == 1
    assert one_line(capsys).startswith(f"course: {library} is not installed here; run: make teaching (or: pip install")
