"""A draft on the way of an assignment: released without its model, graded by rules, read by a person, reported."""

from __future__ import annotations

import json
import subprocess
import sys

import pytest
from nbformat.v4 import new_markdown_cell

from helpers.grading.check import check
from helpers.grading.course import Course
from helpers.grading.feedback import give_feedback
from helpers.grading.release import release
from helpers.grading.report import analyse
from helpers.grading.road import grade
from helpers.grading.source import read_assignment
from tests.grading.trial import CONFIG, hand_in, notebook, write_course

MODEL = (
    "The General Assembly,\n\nAware of the SECRET situation of all migrant workers,\n\nDecides to consider the matter."
)
RULES = ["enacting-words", "preamble-comma", "final-full-stop", "full-names"]
CELL = (
    'quiz.draft("t-draft", "Draft a resolution.", words=(10, 60))',
    f'quiz.key("t-draft", {{"rules": {RULES!r}, "model": {MODEL!r}}}, points=8, asks="create", source="EW",\n'
    '         why="SECRET-WHY.")',
    8,
)
#: What learners wrote, and their points by hand: eight for four rules, two each.
CLASS = {
    "all": (MODEL.replace("SECRET ", ""), 8.0),
    "one": (MODEL.replace("workers,", "workers."), 6.0),
    "two": (MODEL.replace("workers,", "workers.").replace("all migrant", "all UN migrant"), 4.0),
    "no-draft": ("I do not know how to begin, and so I write nothing at all.", 0.0),
    "wrong-type": ([MODEL], 0.0),
    "nothing": (None, 0.0),
}
PLAIN = 'c = get_config()\nc.CourseDirectory.course_id = "trial"\n'


def with_a_draft(root, config: str = CONFIG, model: str = MODEL) -> Course:  # type: ignore[no-untyped-def]
    content = notebook({"t-draft": (CELL[0], CELL[1].replace(repr(MODEL), repr(model)), 8)}, essay=False)
    task = new_markdown_cell(
        "A person reads it.\n\n=== BEGIN MARK SCHEME ===\nSECRET-RUBRIC\n=== END MARK SCHEME ===", id="t-draft-task"
    )
    task.metadata["nbgrader"] = {
        "grade": False,
        "grade_id": "t-draft-task",
        "locked": True,
        "points": 4,
        "schema_version": 3,
        "solution": False,
        "task": True,
    }
    content.cells.append(task)
    return write_course(root / "course", content, config)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    """A class graded on the course's road."""
    made = with_a_draft(tmp_path_factory.mktemp("draft"))
    release(made, "trial")
    for student, (answer, _) in CLASS.items():
        hand_in(made, student, {} if answer is None else {"t-draft": answer})
    grade(made, "trial")
    return made


def test_the_source_passes_and_pairs_the_draft_with_its_task(course: Course) -> None:
    assert check(course, "trial") == []
    (book,) = read_assignment(course.path("source", "trial")).notebooks
    assert [(area.grade_id, task.grade_id) for area, task in book.essays] == [("t-draft", "t-draft-task")]


def test_the_model_the_reasons_and_the_rubric_are_not_released(course: Course) -> None:
    text = (course.path("release", "trial") / "trial.ipynb").read_text()
    assert "SECRET" not in text and "Draft a resolution." in text


@pytest.mark.parametrize("student", CLASS)
def test_points_by_hand_and_what_waits_for_a_person(course: Course, student: str) -> None:
    """A draft waits for its reader; where nothing was written there is nothing to read."""
    with course.gradebook() as gradebook:
        (book,) = gradebook.find_submission("trial", student).notebooks
        rows = {row.name: row for row in book.grades}
    assert rows["t-draft"].auto_score == pytest.approx(CLASS[student][1])
    assert rows["t-draft-task"].needs_manual_grade == (student != "nothing")


def test_the_plain_road_gives_the_same(course: Course, tmp_path_factory: pytest.TempPathFactory) -> None:
    theirs = with_a_draft(tmp_path_factory.mktemp("plain"), PLAIN)
    for words in (["generate_assignment", "trial"], ["autograde", "trial"]):
        subprocess.run([sys.executable, "-m", "nbgrader", *words], cwd=theirs.root, check=True, capture_output=True)
        if words[0] == "generate_assignment":
            for student, (answer, _) in CLASS.items():
                hand_in(theirs, student, {} if answer is None else {"t-draft": answer})
    with theirs.gradebook() as gradebook:
        for student, (_, points) in CLASS.items():
            (book,) = gradebook.find_submission("trial", student).notebooks
            assert next(row for row in book.grades if row.name == "t-draft").auto_score == pytest.approx(points), (
                student
            )


def test_feedback_says_which_rules_break_and_shows_the_text_escaped(course: Course) -> None:
    hand_in(course, "harm", {"t-draft": MODEL.replace("SECRET", "<script>alert(1)</script>")})
    grade(course, "trial", ["harm"])
    (page,) = give_feedback(course, "trial", ["harm"])
    html = page.read_text()
    assert "8 of 8 points" in html and "&lt;script&gt;" in html and "<script" not in html
    (page,) = give_feedback(course, "trial", ["one"])
    assert "ends with a full stop instead of a comma" in page.read_text()
    assert "SECRET-RUBRIC" not in page.read_text()


def test_the_report_counts_the_rules_that_a_class_breaks(course: Course) -> None:
    (item,) = analyse(course, "trial").items
    assert item.given["broken: End a preambular paragraph with a comma"] == 2
    assert item.given["broken: It can be read as a draft"] == 1
    assert item.given["no rule broken"] >= 1
    assert not any("Aware" in answer for answer in item.given)


def test_check_finds_a_model_that_breaks_a_rule_and_one_that_is_shown(tmp_path_factory: pytest.TempPathFactory) -> None:
    broken = with_a_draft(tmp_path_factory.mktemp("broken"), model=MODEL.replace("workers,", "workers."))
    assert any("the model breaks preamble-comma" in problem for problem in check(broken, "trial"))
    shown = with_a_draft(tmp_path_factory.mktemp("shown"))
    path = shown.path("source", "trial") / "trial.ipynb"
    content = json.loads(path.read_text())
    cell = next(cell for cell in content["cells"] if cell["id"] == "t-draft")
    cell["metadata"]["note"] = "Aware of the SECRET situation of all migrant workers,"
    path.write_text(json.dumps(content))
    assert any("the cell of t-draft shows its answer" in problem for problem in check(shown, "trial"))
