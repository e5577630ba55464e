"""Where lessons and assignments open, on each of the ways the course is offered."""

from __future__ import annotations

import csv
import io
import subprocess
from pathlib import Path

import pytest

from helpers.cli import main
from helpers.errors import CourseError
from helpers.launch import links as table
from helpers.launch.links import Repository, as_csv, as_table, badge, binder, links, origin, repository
from helpers.quiz.catalog import lessons
from helpers.resources import assignments_path, lessons_path

OURS = Repository("github.com", "owner/course")


@pytest.mark.parametrize(
    ("words", "host", "path"),
    [
        ("owner/course", "github.com", "owner/course"),
        ("https://github.com/owner/course", "github.com", "owner/course"),
        ("https://github.com/owner/course.git", "github.com", "owner/course"),
        ("https://github.com/owner/course/", "github.com", "owner/course"),
        ("https://user:secret@github.com/owner/course.git", "github.com", "owner/course"),
        ("git@github.com:owner/course.git", "github.com", "owner/course"),
        ("ssh://git@github.com/owner/course.git", "github.com", "owner/course"),
        ("owner/my.course-2.git", "github.com", "owner/my.course-2"),
        ("https://gitlab.com/school/law/course.git", "gitlab.com", "school/law/course"),
    ],
)
def test_a_repository_as_people_and_git_name_it(words: str, host: str, path: str) -> None:
    assert repository(words) == Repository(host, path)


@pytest.mark.parametrize(
    "words", ["", "course", "https://example.org/owner/course", "a/b/c", "owner/the course", "/srv/git/course"]
)
def test_what_is_no_public_repository_is_one_line(words: str) -> None:
    with pytest.raises(CourseError, match="is no repository on GitHub or GitLab; give OWNER/NAME") as caught:
        repository(words)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("remote", "found"),
    [
        ("https://github.com/owner/course.git", OURS),
        ("git@gitlab.com:owner/course.git", Repository("gitlab.com", "owner/course")),
        ("/srv/git/course", None),
        ("", None),
    ],
)
def test_where_a_checkout_was_cloned_from(tmp_path: Path, remote: str, found: Repository | None) -> None:
    subprocess.run(["git", "init", "--quiet", str(tmp_path)], check=True)
    if remote:
        subprocess.run(["git", "-C", str(tmp_path), "remote", "add", "origin", remote], check=True)
    assert origin(tmp_path) == found


@pytest.mark.parametrize(
    ("branch", "file", "address"),
    [
        ("HEAD", "", "https://mybinder.org/v2/gh/owner/course/HEAD"),
        (
            "class/2026",
            "assignments/masthead/masthead.ipynb",
            "https://mybinder.org/v2/gh/owner/course/class%2F2026"
            "?urlpath=doc%2Ftree%2Fassignments%2Fmasthead%2Fmasthead.ipynb",
        ),
    ],
)
def test_binders_address(branch: str, file: str, address: str) -> None:
    assert binder(OURS, branch, file) == address


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("home")
    assert main(["prepare", "--dir", str(made), "--self-study"]) == 0
    return made


def test_every_lesson_and_every_assignment_has_its_addresses(folder: Path) -> None:
    found = {link.file: link for link in links(folder, OURS, web="https://o.org/c/", hub="https://hub.o.org")}
    names = [path.name for path in assignments_path().glob("[!.]*") if path.is_dir()]
    assert {link.kind for link in found.values()} == {"lesson", "assignment", "self-study"}
    assert len(found) == len(lessons(lessons_path())) + 2 * len(names)
    lesson = found["02_anatomy.ipynb"]
    assert lesson.title == "2. Anatomy of the text"
    assert lesson.page == "https://o.org/c/lessons/02_anatomy.html"
    assert lesson.live == "https://o.org/c/live/specta/index.html?path=02_anatomy.ipynb"
    assert lesson.hub == "https://hub.o.org/hub/user-redirect/doc/tree/02_anatomy.ipynb"
    work = found["assignments/sources/sources.ipynb"]
    assert (work.page, work.live) == (
        "",
        "https://o.org/c/live/specta/index.html?path=assignments/sources/sources.ipynb",
    )
    alone = found["self-study/sources/sources.ipynb"]
    assert alone.binder.endswith("doc%2Ftree%2Fself-study%2Fsources%2Fsources.ipynb")
    assert alone.hub == ""  # a hub is a class's, and keys are not for a class


def test_assignments_stand_in_the_order_in_which_lesson_0_names_them(folder: Path) -> None:
    order = [Path(link.file).stem for link in links(folder) if link.kind == "assignment"]
    assert order == ["masthead", "preamble", "operative", "sources", "entry_into_force", "capstone"]


def test_a_table_has_a_column_for_each_way_that_is_offered(folder: Path) -> None:
    lines = as_table(links(folder, OURS)).splitlines()
    assert lines[0] == "| lesson or assignment | Binder |"
    assert lines[3].startswith("| 1. The masthead | [Open](https://mybinder.org/v2/gh/owner/course/HEAD?urlpath=")
    assert lines[-1].startswith("| Assignment: the capstone (study alone) |")


def test_a_spreadsheet_gets_every_column(folder: Path) -> None:
    rows = list(csv.DictReader(io.StringIO(as_csv(links(folder, OURS)))))
    assert list(rows[0]) == ["kind", "title", "file", "binder", "page", "live", "hub"]
    assert rows[0]["binder"] == binder(OURS, "HEAD", "00_start_here.ipynb")


def test_the_command_begins_with_the_badge(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["links", "--repository", "owner/course"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == badge(OURS, "HEAD")
    assert said[0].endswith("](https://mybinder.org/badge_logo.svg)](https://mybinder.org/v2/gh/owner/course/HEAD)")
    assert said[2] == "| lesson or assignment | Binder |"


def test_without_a_public_copy_the_command_says_in_one_line_what_to_give(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(table, "origin", lambda folder: None)
    assert main(["links"]) == 1
    assert capsys.readouterr().err == (
        "course: this course was not cloned from GitHub or GitLab; name your copy of it: "
        "course links --repository OWNER/NAME\n"
    )
    assert main(["links", "--hub", "https://hub.school.example"]) == 0
    assert "https://hub.school.example/hub/user-redirect/doc/tree/01_masthead.ipynb" in capsys.readouterr().out


def test_an_address_that_is_none_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["links", "--web", "school.example"])
    assert "'school.example' is no address; begin it with https://" in capsys.readouterr().err
