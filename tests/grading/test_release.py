"""Three editions of one source, feedback, the report of a class, and grading by oneself."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from helpers.cli import main
from helpers.grading.course import Course, open_course
from helpers.grading.editions import keyless, write
from helpers.grading.feedback import give_feedback
from helpers.grading.release import release
from helpers.grading.report import analyse
from helpers.grading.road import grade
from helpers.grading.selfgrade import button, selfgrade
from helpers.grading.source import read_assignment
from helpers.quiz.answers import dumps
from helpers.resources import assignments_path
from helpers.view import Event
from tests.grading.trial import CELLS, RIGHT, hand_in


def text(path: Path) -> str:
    """Everything that can be read in a notebook: sources, outputs and metadata."""
    return json.dumps(nbformat.read(path, 4), ensure_ascii=False)


def edition(course: Course, name: str) -> Path:
    folder = course.root / ("release" if name == "release" else f"editions/{name}")
    return folder / "trial" / "trial.ipynb"


@pytest.mark.parametrize(
    ("name", "keys", "points"), [("release", False, True), ("instructor", True, True), ("self-study", True, False)]
)
def test_what_each_edition_holds(course: Course, name: str, keys: bool, points: bool) -> None:
    """Keys for instructors and for study alone; nbgrader's marks for learners and instructors."""
    found = text(edition(course, name))
    assert ("SECRET-A" in found, "SECRET-RUBRIC" in found) == (keys, keys)
    assert ('"grade_id"' in found) == points
    assert ("HIDDEN TESTS" in found) == (name == "instructor")


@pytest.mark.parametrize("name", ["release", "instructor", "self-study"])
def test_every_question_reads_as_text_before_a_kernel_runs(course: Course, name: str) -> None:
    cells = {cell.id: cell for cell in nbformat.read(edition(course, name), 4).cells}
    for question in (*CELLS, "t-essay"):
        (output,) = cells[question].outputs
        assert set(output.data) == {"text/html", "text/plain"}
        assert CELLS[question][0].split('"')[3] in output.data["text/plain"] if question in CELLS else True


def test_what_a_class_gets_has_no_button_to_grade_itself_and_who_studies_alone_has_one(
    course: Course, tmp_path: Path
) -> None:
    for source in assignments_path().glob("[!.]*"):
        write(keyless, read_assignment(source), tmp_path / source.name)
        alone = text(tmp_path / source.name / f"{source.name}.ipynb")
        assert "selfgrade.button" in alone and "quiz.key" not in alone and "MARK SCHEME" not in alone
        assert "covers:" not in alone
    shutil.copytree(assignments_path() / "masthead", course.root / "source" / "masthead")
    release(course, "masthead")
    assert "selfgrade.button" not in text(course.root / "release" / "masthead" / "masthead.ipynb")


def test_feedback_says_what_was_answered_what_holds_and_why_and_shows_no_key(course: Course) -> None:
    hand_in(course, "ana", {**RIGHT, "t-choice": "The Committee", "t-essay": "It calls."})
    grade(course, "trial")
    with course.gradebook() as gradebook:
        row = gradebook.find_grade("t-essay-task", "trial", "trial", "ana")
        row.manual_score, row.needs_manual_grade = 3.0, False
        gradebook.find_comment("t-essay-task", "trial", "trial", "ana").manual_comment = "Good.\nCite <OP3>."
        gradebook.db.commit()
    (page,) = give_feedback(course, "trial", ["ana"])
    html = page.read_text()
    for said in ("16 of 19 points", "Your answer: </strong>The Committee", "What holds: </strong>The Assembly"):
        assert said in html
    assert "SECRET-B reported." in html and "Calls upon all Member States" in html
    assert "3 of 4 points" in html and "Cite &lt;OP3&gt;." in html
    for hidden in ("quiz.key", "SECRET-RUBRIC", "<script", "http://", "https://", "@import", "url("):
        assert hidden not in html
    assert html.count("<h1") == 1 and html.count("<h2") == 9


def test_feedback_of_somebody_who_is_not_graded_is_one_line(course: Course) -> None:
    assert main(["feedback", "trial", "--student", "nobody", "--course", str(course.root)]) == 1


def test_the_report_by_hand(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    """Shares and counts of four learners, two of whom took the Committee for the Assembly."""
    wrong = {**RIGHT, "t-choice": "The Committee"}
    for name, answers in {"a": RIGHT, "b": RIGHT, "c": wrong, "d": {"t-choice": "The Committee"}}.items():
        hand_in(course, name, answers)
    hand_in(course, "=formula", {**RIGHT, "t-text": "=1+1"})
    grade(course, "trial")
    report = analyse(course, "trial")
    items = {item.id: item for item in report.items}
    assert report.learners == 5
    assert items["t-choice"].difficulty == pytest.approx(3 / 5)
    assert items["t-choice"].given == {"The Assembly": 3, "The Committee": 2}
    assert items["t-choice"].sentence == (
        "t-choice: Most who missed it (2 of 2) answered: The Committee. SECRET-B reported."
    )
    assert items["t-date"].missing == 1
    assert report.alpha is not None and 0.9 < report.alpha < 1
    assert main(["report", "trial", "--course", str(course.root)]) == 0
    assert "every figure is a hint" in capsys.readouterr().out
    page, table = ((course.root / "reports" / f"trial.{kind}").read_text() for kind in ("html", "csv"))
    assert "'=1+1" in table and "data:image/svg+xml" in page


def test_a_report_before_any_grading_is_one_line(course: Course, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["report", "trial", "--course", str(course.root)]) == 1
    assert capsys.readouterr().err == "course: no submission of trial is graded yet; run: course grade trial\n"


@pytest.mark.parametrize("students", [[], ["--student", "nobody"]])
def test_grading_without_a_submission_is_one_line(
    course: Course, students: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["grade", "trial", *students, "--course", str(course.root)]) == 1
    assert "there is no submission of trial" in capsys.readouterr().err


def test_grading_by_oneself_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The same points as in a class, and the folder as it was; a text is left for a person."""
    answers = {"oper-him": "the UN Secretary-General", "oper-opens": "2000", "oper-essay": "OP3 asks."}
    (tmp_path / "answers.json").write_text(dumps(answers))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    result = selfgrade("operative", tmp_path)
    assert (result.points, result.waiting) == (2.0, 1)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
    monkeypatch.chdir(tmp_path)
    page = button("operative")
    assert "The reasons stand below" in str(page.render(page.update(page.start(), Event("grade", ""))))


def test_grading_by_oneself_with_a_damaged_file_or_a_name_that_is_none(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "answers.json").write_text("{")
    assert main(["selfgrade", "operative", "--folder", str(tmp_path)]) == 1
    assert main(["selfgrade", "nothing", "--folder", str(tmp_path)]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert "it is not JSON" in first and "choose one of: " in second
    assert (tmp_path / "answers.json").read_text() == "{"


@pytest.mark.parametrize("missing", ["nbgrader", "nbformat"])
def test_grading_by_oneself_needs_no_package_of_teachers(missing: str, tmp_path: Path) -> None:
    """As on Binder, which has no nbgrader, and in a browser, which reads notebooks as JSON alone."""
    (tmp_path / "answers.json").write_text(
        dumps({"mast-cite": "General Assembly resolution 53/137 of 9 December 1998"})
    )
    assert alone(missing, tmp_path) == "1.0\n"


def alone(missing: str, folder: Path) -> str:
    """What the button gives in a Python that lacks a package: the points."""
    code = f"""
import sys
sys.modules[{missing!r}] = None
from helpers.grading import selfgrade
from helpers.view import Event
page = selfgrade.button("masthead")
print(page.update(page.start(), Event("grade", "")).points)
"""
    return subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True).stdout


def test_a_key_mended_after_the_release_counts(course: Course) -> None:
    hand_in(course, "ana", {**RIGHT, "t-text": "urges"})
    assert grade(course, "trial")[0].points == 14
    source = course.root / "source" / "trial" / "trial.ipynb"
    source.write_text(source.read_text().replace("calls [up]on", "urges"))
    assert grade(open_course(course.root), "trial")[0].points == 15


def test_cells_added_after_learners_handed_in_are_refused_in_one_line(course: Course) -> None:
    from helpers.errors import CourseError

    hand_in(course, "ana", RIGHT)
    grade(course, "trial")
    source = course.root / "source" / "trial" / "trial.ipynb"
    content = nbformat.read(source, 4)
    added = nbformat.from_dict({**content.cells[2], "id": "t-new"})
    added.metadata.nbgrader["grade_id"] = "t-new"
    added.source = added.source.replace("t-choice", "t-new")
    content.cells.append(added)
    nbformat.write(content, source)
    with pytest.raises(CourseError, match="give the changed assignment a new name"):
        grade(course, "trial")
