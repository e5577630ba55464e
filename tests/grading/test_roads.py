"""Two roads of grading, one grade: the course's own, and nbgrader's, which runs the notebook."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from helpers.grading.course import Course, open_course
from helpers.grading.release import release
from helpers.grading.road import grade
from tests.grading.trial import RIGHT, hand_in, write_course

PLAIN = 'c = get_config()\nc.CourseDirectory.course_id = "trial"\n'

#: What learners answered, and the points of each question as computed by hand.
CLASS: dict[str, tuple[dict[str, object], dict[str, float]]] = {
    "all-right": (
        RIGHT,
        dict(zip(RIGHT, (2, 2, 2, 3, 1, 1, 1, 3), strict=True)),
    ),
    "nothing": ({}, dict.fromkeys(RIGHT, 0)),
    "half": (
        {
            "t-choice": "The Committee",
            "t-several": ["calls"],  # one of two
            "t-matching": ["asks", "asks"],  # one of two
            "t-ordering": ["adopted", "drafted", "issued"],  # two pairs right, one wrong, of three
            "t-number": " 82.0 ",
            "t-date": "1998-12-09",
            "t-text": "“Calls on”,",
            "t-marking": [[15, 28]],  # two words of three
        },
        dict(zip(RIGHT, (0, 1, 1, 1, 1, 1, 1, 2), strict=True)),
    ),
    "everything-ticked": (
        {**RIGHT, "t-several": ["asks", "calls", "notes"], "t-marking": [[0, 40]]},
        # three ticks, one wrong: (2 - 1) / 2; three right words of eight marked
        dict(zip(RIGHT, (2, 1, 2, 3, 1, 1, 1, 3 * 3 / 7), strict=True)),
    ),
    "wrong-types": (
        dict(zip(RIGHT, (3, "calls", {"OP4": "asks"}, ["adopted"], True, 19981209, ["calls on"], "OP3"), strict=True)),
        dict.fromkeys(RIGHT, 0),
    ),
}


def grades(course: Course, student: str) -> dict[str, float]:
    with course.gradebook() as gradebook:
        (book,) = gradebook.find_submission("trial", student).notebooks
        return {grade.name: grade.auto_score for grade in book.grades if grade.auto_score is not None}


def only_questions(found: dict[str, float]) -> dict[str, float]:
    return {name: score for name, score in found.items() if name != "t-essay-task"}


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[Course, Course]:
    """One class graded on the course's road, and the same class by plain nbgrader in a course without our settings."""
    ours = write_course(tmp_path_factory.mktemp("ours"))
    release(ours, "trial")
    theirs = write_course(tmp_path_factory.mktemp("theirs"), config=PLAIN)
    nbgrader(theirs.root, "generate_assignment", "trial")
    for course in (ours, theirs):
        for student, (answers, _) in CLASS.items():
            hand_in(course, student, {**answers, "t-essay": "Paragraph 3 <b>calls</b> upon States."})
    grade(ours, "trial")
    nbgrader(theirs.root, "autograde", "trial")
    return ours, theirs


def nbgrader(root: Path, *words: str) -> None:
    subprocess.run([sys.executable, "-m", "nbgrader", *words], cwd=root, check=True, capture_output=True)


@pytest.mark.parametrize("student", CLASS)
def test_the_course_road_gives_what_was_computed_by_hand(both: tuple[Course, Course], student: str) -> None:
    assert only_questions(grades(both[0], student)) == pytest.approx(CLASS[student][1], abs=1e-3)


@pytest.mark.parametrize("student", CLASS)
def test_the_plain_road_gives_the_same(both: tuple[Course, Course], student: str) -> None:
    ours, theirs = (only_questions(grades(course, student)) for course in both)
    assert theirs == ours


@pytest.mark.parametrize("road", [0, 1])
def test_an_essay_waits_for_a_person_and_is_shown_escaped(both: tuple[Course, Course], road: int) -> None:
    course = both[road]
    with course.gradebook() as gradebook:
        (book,) = gradebook.find_submission("trial", "half").notebooks
        assert next(grade for grade in book.grades if grade.name == "t-essay-task").needs_manual_grade
    shown = (course.path("autograded", "trial", "half") / "trial.ipynb").read_text()
    assert "Paragraph 3 &lt;b&gt;calls" in shown


def test_nbgraders_own_command_takes_the_courses_road(both: tuple[Course, Course]) -> None:
    """The command of a course with our settings runs nothing: code that a learner put in is not run."""
    course, marker = both[0], both[0].root / "was-run"

    def harm(content: dict) -> None:  # type: ignore[type-arg]
        for cell in content["cells"]:
            if cell["cell_type"] == "code":
                cell["source"] = f"open({str(marker)!r}, 'w').write('x')"

    hand_in(course, "harm", RIGHT, harm)
    nbgrader(course.root, "autograde", "trial", "--student", "harm")
    assert not marker.exists()
    assert sum(only_questions(grades(open_course(course.root), "harm")).values()) == 15


def test_nbgraders_own_feedback_is_the_courses_page(both: tuple[Course, Course]) -> None:
    """No key, no mark scheme and no script; nbgrader's command writes it where nbgrader looks for it."""
    nbgrader(both[0].root, "generate_feedback", "trial", "--student", "half")
    html = (both[0].path("feedback", "trial", "half") / "trial.html").read_text()
    assert "8 of 19 points" in html
    for hidden in ("quiz.key", "SECRET-RUBRIC", "<script"):
        assert hidden not in html


def test_nbgraders_own_release_refuses_answers_in_the_source(tmp_path: Path) -> None:
    course = write_course(tmp_path / "course")
    (course.root / "source" / "trial" / "answers.json").write_text("{}")
    with pytest.raises(subprocess.CalledProcessError) as raised:
        nbgrader(course.root, "generate_assignment", "trial")
    assert b"would be released with the assignment" in raised.value.stderr
    assert not (course.root / "release" / "trial" / "trial.ipynb").exists()
