"""The learner's own copy: brought up to date, and nothing of theirs is ever lost."""

from __future__ import annotations

import json
import os
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from helpers.errors import CourseError
from helpers.launch.workspace import MANIFEST, Report, is_as_delivered, refresh

NAMES = ("00.ipynb", "01.ipynb")


def notebook(*sources: str, outputs: tuple[str, ...] = (), run: int | None = None) -> bytes:
    """A notebook of code cells; with ``outputs`` and ``run`` as it stands after somebody ran it."""
    cells = [
        {
            "cell_type": "code",
            "execution_count": run,
            "id": f"c{number}",
            "metadata": {"execution": {"seconds": run}} if run else {},
            "outputs": [{"name": "stdout", "output_type": "stream", "text": text} for text in outputs],
            "source": source.splitlines(keepends=True),
        }
        for number, source in enumerate(sources)
    ]
    metadata = {"language_info": {"version": "3.13"}} if run else {}
    return json.dumps({"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}).encode()


OLD = notebook("tour()\ntour()", "ask()")
NEW = notebook("tour()\ntour()", "ask()", "map()")
RAN = notebook("tour()\ntour()", "ask()", outputs=("hello",), run=1)
THEIRS = notebook("tour()\ntour()", "ask()", "my_own()")


@dataclass
class Course:
    """What the package ships and the learner's folder."""

    shipped: Path
    folder: Path
    untouched: dict[str, bytes] = field(default_factory=dict)

    def refresh(self) -> Report:
        return refresh(self.shipped, self.folder)

    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.folder.iterdir() if path.is_file()}

    def own(self, name: str, content: bytes) -> None:
        """Write a file of the learner's that must stay byte for byte."""
        (self.folder / name).write_bytes(content)
        self.untouched[name] = content


@pytest.fixture
def course(tmp_path: Path) -> Course:
    """A course of two lessons, delivered once."""
    shipped = tmp_path / "shipped"
    shipped.mkdir()
    for name in NAMES:
        (shipped / name).write_bytes(OLD)
    course = Course(shipped, tmp_path / "learner")
    course.refresh()
    return course


def test_a_fresh_folder_gets_every_lesson(tmp_path: Path, course: Course) -> None:
    folder = tmp_path / "a/b/c"
    assert refresh(course.shipped, folder) == Report(new=NAMES, updated=(), kept=())
    assert {path.name for path in folder.iterdir()} == {*NAMES, MANIFEST}
    assert (folder / "00.ipynb").read_bytes() == OLD


def nothing(course: Course) -> None:
    """The learner and we have done nothing since."""


def we_update(course: Course) -> None:
    (course.shipped / "00.ipynb").write_bytes(NEW)


def they_ran_it(course: Course) -> None:
    (course.folder / "00.ipynb").write_bytes(RAN)


def we_update_what_they_ran(course: Course) -> None:
    they_ran_it(course)
    we_update(course)


def we_mend_its_outputs(course: Course) -> None:
    (course.shipped / "00.ipynb").write_bytes(RAN)


def we_mend_the_outputs_of_what_they_changed(course: Course) -> None:
    course.own("00.ipynb", THEIRS)
    we_mend_its_outputs(course)


def they_changed_it(course: Course) -> None:
    course.own("00.ipynb", THEIRS)


def both_changed_it(course: Course) -> None:
    they_changed_it(course)
    we_update(course)


def they_broke_it(course: Course) -> None:
    course.own("00.ipynb", b'{"cells": [')
    we_update(course)


def they_changed_it_to_ours(course: Course) -> None:
    """They copied the newer lesson in by hand; it counts as delivered."""
    we_update(course)
    (course.folder / "00.ipynb").write_bytes(NEW)


def they_deleted_it(course: Course) -> None:
    (course.folder / "00.ipynb").unlink()


def we_add_one(course: Course) -> None:
    (course.shipped / "02.ipynb").write_bytes(OLD)


def we_add_one_by_a_name_they_use(course: Course) -> None:
    course.own("02.ipynb", THEIRS)
    we_add_one(course)


def we_withdraw_one(course: Course) -> None:
    course.own("01.ipynb", OLD)
    (course.shipped / "01.ipynb").unlink()


def they_have_files_of_their_own(course: Course) -> None:
    for name in ("progress.json", ".progress.lock", "answers.json", "my notes.ipynb", "essay.txt"):
        course.own(name, b"mine")


def the_checkout_holds_a_maintainers_progress(course: Course) -> None:
    """It opened its lessons with --here once: what that left there is no part of the course."""
    course.own("progress.json", b"mine")
    for name in ("progress.json", "answers.json", ".progress.lock", ".hidden.ipynb"):
        (course.shipped / name).write_bytes(b"a maintainer's")
    (course.shipped / ".ipynb_checkpoints").mkdir()


ROWS: list[tuple[Callable[[Course], None], Report]] = [
    (nothing, Report((), (), ())),
    (we_update, Report((), ("00.ipynb",), ())),
    (they_ran_it, Report((), (), ())),
    (we_update_what_they_ran, Report((), ("00.ipynb",), ())),
    (we_mend_its_outputs, Report((), ("00.ipynb",), ())),
    (we_mend_the_outputs_of_what_they_changed, Report((), (), ("00.ipynb",))),
    (they_changed_it, Report((), (), ("00.ipynb",))),
    (both_changed_it, Report((), (), ("00.ipynb",))),
    (they_broke_it, Report((), (), ("00.ipynb",))),
    (they_changed_it_to_ours, Report((), (), ())),
    (they_deleted_it, Report(("00.ipynb",), (), ())),
    (we_add_one, Report(("02.ipynb",), (), ())),
    (we_add_one_by_a_name_they_use, Report((), (), ("02.ipynb",))),
    (we_withdraw_one, Report((), (), ())),
    (they_have_files_of_their_own, Report((), (), ())),
    (the_checkout_holds_a_maintainers_progress, Report((), (), ())),
]


@pytest.mark.parametrize(("happened", "expected"), ROWS, ids=[row[0].__name__ for row in ROWS])
def test_what_a_later_start_does(course: Course, happened: Callable[[Course], None], expected: Report) -> None:
    happened(course)
    before = course.files()
    assert course.refresh() == expected
    after = course.files()
    for name in (*expected.new, *expected.updated):
        assert after.pop(name) == (course.shipped / name).read_bytes()
        before.pop(name, None)
    assert {**after, MANIFEST: b""} == {**before, MANIFEST: b""}  # and nothing else has changed, come or gone
    assert course.untouched.items() <= after.items()


@pytest.mark.parametrize("happened", [row[0] for row in ROWS], ids=[row[0].__name__ for row in ROWS])
def test_one_more_start_changes_nothing(course: Course, happened: Callable[[Course], None]) -> None:
    happened(course)
    kept = course.refresh().kept
    before = course.files()
    assert course.refresh() == Report((), (), kept)
    assert course.files() == before


def test_their_version_stays_through_two_updates_of_ours(course: Course) -> None:
    both_changed_it(course)
    course.refresh()
    (course.shipped / "00.ipynb").write_bytes(notebook("newest()"))
    assert course.refresh().kept == ("00.ipynb",)
    assert (course.folder / "00.ipynb").read_bytes() == THEIRS


def test_taking_their_change_back_makes_it_ours_again(course: Course) -> None:
    both_changed_it(course)
    course.refresh()
    (course.folder / "00.ipynb").write_bytes(OLD)
    assert course.refresh().updated == ("00.ipynb",)


@pytest.mark.parametrize(
    "damaged",
    [b"", b"{", b"[]", b"null", b'"x"', b"\xff\xfe", b'{"delivered": 3}', b'{"delivered": {"00.ipynb": null}}', None],
)
def test_a_damaged_manifest_loses_nothing_of_theirs(course: Course, damaged: bytes | None) -> None:
    """Then nothing is known to be ours: what differs is kept, at the price of a missed update."""
    they_changed_it(course)
    (course.shipped / "01.ipynb").write_bytes(NEW)
    if damaged is None:
        (course.folder / MANIFEST).unlink()
    else:
        (course.folder / MANIFEST).write_bytes(damaged)
    assert course.refresh() == Report((), (), NAMES)
    assert (course.folder / "00.ipynb").read_bytes() == THEIRS
    assert (course.folder / "01.ipynb").read_bytes() == OLD


@pytest.mark.parametrize(
    ("step", "problem"),
    [
        ((tempfile, "mkstemp"), PermissionError(13, "Permission denied")),  # a folder that is read-only
        ((os, "fdopen"), OSError(28, "No space left on device")),
        ((os, "replace"), OSError(5, "Input/output error")),
    ],
)
def test_a_write_that_fails_leaves_the_old_file(
    course: Course, monkeypatch: pytest.MonkeyPatch, step: tuple[object, str], problem: OSError
) -> None:
    we_update(course)
    before = course.files()

    def fail(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr(*step, fail)
    with pytest.raises(CourseError, match=problem.strerror) as caught:
        course.refresh()
    one_line(caught.value, course.folder)
    assert course.files() == before  # no temporary file is left either
    monkeypatch.undo()
    assert course.refresh().updated == ("00.ipynb",)


@pytest.mark.skipif(not hasattr(os, "symlink") or os.name == "nt", reason="links need rights on Windows")
def test_a_link_is_not_followed(course: Course, tmp_path: Path) -> None:
    """It may lead to a file outside the folder."""
    elsewhere = tmp_path / "elsewhere.ipynb"
    elsewhere.write_bytes(OLD)
    (course.folder / "00.ipynb").unlink()
    (course.folder / "00.ipynb").symlink_to(elsewhere)
    we_update(course)
    assert course.refresh().kept == ("00.ipynb",)
    assert elsewhere.read_bytes() == OLD
    assert (course.folder / "00.ipynb").is_symlink()


def test_a_folder_in_a_lessons_place_is_kept(course: Course) -> None:
    (course.folder / "00.ipynb").unlink()
    (course.folder / "00.ipynb").mkdir()
    assert course.refresh() == Report((), (), ("00.ipynb",))


def test_a_file_in_the_folders_place(course: Course, tmp_path: Path) -> None:
    place = tmp_path / "letter"
    place.write_bytes(b"dear")
    with pytest.raises(CourseError, match="is a file, not a folder") as caught:
        refresh(course.shipped, place)
    one_line(caught.value, place)
    assert place.read_bytes() == b"dear"


def test_a_folder_that_cannot_be_made(course: Course, tmp_path: Path) -> None:
    (tmp_path / "letter").write_bytes(b"dear")
    place = tmp_path / "letter/lessons"
    with pytest.raises(CourseError, match="cannot be made") as caught:
        refresh(course.shipped, place)
    one_line(caught.value, place)


def test_a_read_only_folder(course: Course, tmp_path: Path) -> None:
    place = tmp_path / "read-only"
    place.mkdir()
    place.chmod(0o555)
    if os.access(place, os.W_OK):
        pytest.skip("this user, root perhaps, may write to any folder")
    with pytest.raises(CourseError, match="cannot be written") as caught:
        refresh(course.shipped, place)
    one_line(caught.value, place)


def one_line(problem: CourseError, place: Path) -> None:
    """The message is one line that says where and what to do."""
    assert "\n" not in str(problem)
    assert str(place) in str(problem)
    assert "--dir" in str(problem)


def test_what_was_delivered_whole_need_not_be_made_again(course: Course) -> None:
    """Until its source changes, or the learner changes or loses a notebook. Running one is no change."""
    refresh(course.shipped, course.folder, "first")
    assert is_as_delivered(course.folder, "first")
    assert not is_as_delivered(course.folder, "second")
    (course.folder / NAMES[0]).write_bytes(notebook("tour()\ntour()", "ask()", outputs=("hello",), run=1))
    before = is_as_delivered(course.folder, "first")
    (course.folder / NAMES[0]).write_bytes(THEIRS)
    assert (before, is_as_delivered(course.folder, "first")) == (True, False)
    refresh(course.shipped, course.folder, "first")  # kept as they left it, and looked at again next time
    assert not is_as_delivered(course.folder, "first")


@pytest.mark.parametrize("name", NAMES)
def test_a_notebook_that_is_gone_or_a_link_is_made_again(course: Course, tmp_path: Path, name: str) -> None:
    refresh(course.shipped, course.folder, "first")
    (course.folder / name).rename(tmp_path / "elsewhere")
    assert not is_as_delivered(course.folder, "first")
    (course.folder / name).symlink_to(tmp_path / "elsewhere")
    assert not is_as_delivered(course.folder, "first")
