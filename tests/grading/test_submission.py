"""Whatever is handed in, honest answers keep their grades, and what is damaged is named."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from helpers.grading.course import Course
from helpers.grading.road import Graded, grade
from helpers.quiz.answers import dumps
from tests.grading.trial import RIGHT, hand_in

DEEP = (
    b'{"format":"resolution-53-137/answers","version":1,"answers":{"t-choice":' + b"[" * 10_000 + b"]" * 10_000 + b"}}"
)


def one(course: Course, student: str) -> Graded:
    """Grade a class of an honest learner and this one; the honest one has full marks whatever the other did."""
    hand_in(course, "honest", RIGHT)
    results = {result.student: result for result in grade(course, "trial")}
    assert (results["honest"].points, results["honest"].flaws) == (15, ())
    return results[student]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b'{"answers": ', "it is not JSON"),
        (b"", "it is not JSON"),
        (b"[]", "it is not a file of answers"),
        (b"\xff\xfe{\x00}\x00", "it is not UTF-8 text"),
        (DEEP, "it is nested too deep"),
        (dumps(RIGHT).replace('"82"', "NaN").encode(), "it holds NaN, which is no number"),
        (dumps(RIGHT).replace('"t-date"', '"t-choice"').encode(), "it names 't-choice' twice"),
        (dumps(RIGHT).replace("The Assembly", "\\ud800").encode(), "it is not UTF-8 text"),
        (dumps(RIGHT).replace('"version": 1', '"version": 2').encode(), "it has version 2"),
        (b" " * 300_000, "it is larger than 262,144 bytes"),
    ],
    ids=["cut", "empty", "list", "encoding", "deep", "NaN", "twice", "half a character", "version", "large"],
)
def test_answers_that_cannot_be_read(course: Course, content: bytes, said: str) -> None:
    """They earn nothing, every question waits for a person, and the file stays as it was."""
    folder = hand_in(course, "odd", content)
    result = one(course, "odd")
    assert result.points == 0 and result.waiting == 9
    assert [flaw for flaw in result.flaws if said in flaw]
    assert (folder / "answers.json").read_bytes() == content


def test_answers_of_a_hundred_megabytes_are_not_read(course: Course) -> None:
    folder = hand_in(course, "odd", None)
    with (folder / "answers.json").open("wb") as file:
        file.truncate(100_000_000)
    assert "larger than" in one(course, "odd").flaws[0]
    assert (course.path("autograded", "trial", "odd") / "answers.json").stat().st_size < 1000


@pytest.mark.parametrize("what", ["link", "folder", "pipe"])
def test_something_else_in_the_place_of_the_file(course: Course, tmp_path: Path, what: str) -> None:
    folder = hand_in(course, "odd", None)
    path = folder / "answers.json"
    if what == "link":
        path.symlink_to(course.root / "source" / "trial" / "trial.ipynb")
    elif what == "folder":
        path.mkdir()
    else:
        os.mkfifo(path)
    result = one(course, "odd")
    assert result.points == 0 and "not a file" in result.flaws[0]
    graded = course.path("autograded", "trial", "odd")
    assert sorted(path.name for path in graded.iterdir()) == ["answers.json", "trial.ipynb"]
    assert "SECRET" not in (graded / "answers.json").read_text()


def test_a_folder_that_is_a_link_is_not_followed(course: Course) -> None:
    target = hand_in(course, "good", RIGHT)
    (course.root / "submitted" / "odd").mkdir()
    (course.root / "submitted" / "odd" / "trial").symlink_to(target)
    assert one(course, "odd").flaws == ("the folder is a link and was not followed",)


def deleted(content: dict[str, Any]) -> None:
    del content["cells"][2:5]


def duplicated(content: dict[str, Any]) -> None:
    content["cells"].insert(3, dict(content["cells"][2]))


def reordered(content: dict[str, Any]) -> None:
    content["cells"].reverse()


def retyped(content: dict[str, Any]) -> None:
    content["cells"][2]["cell_type"] = "markdown"


def merged(content: dict[str, Any]) -> None:
    content["cells"][2]["source"] = content["cells"][2]["source"] + content["cells"].pop(3)["source"]


def renamed(content: dict[str, Any]) -> None:
    content["cells"][2]["metadata"]["nbgrader"].update(grade_id="mine", grade=False)


def emptied(content: dict[str, Any]) -> str:
    return "{"


def printing(content: dict[str, Any]) -> None:
    content["cells"][2]["outputs"] = [{"output_type": "stream", "name": "stdout", "text": "x" * 5_000_000}]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (deleted, "has cells that are missing: 't-choice'"),
        (duplicated, "stand there more than once: 't-choice'"),
        (reordered, "in another order"),
        (retyped, "have another type: 't-choice'"),
        (merged, "are missing: 't-several'"),
        (renamed, "are not of this assignment: 'mine'"),
        (emptied, "is broken"),
        (lambda content: [], "is broken"),
        (lambda content: "[" * 100_000, "is broken"),
        (printing, None),
    ],
)
def test_a_changed_notebook_with_good_answers_is_graded_in_full(course: Course, change: Any, said: str | None) -> None:
    hand_in(course, "odd", RIGHT, lambda content: json.dumps(made) if (made := change(content)) == [] else made)
    result = one(course, "odd")
    assert result.points == 15
    assert bool(said) == bool(result.flaws)
    assert not said or [flaw for flaw in result.flaws if said in flaw]


def test_a_missing_notebook_with_good_answers_is_graded_in_full(course: Course) -> None:
    (hand_in(course, "odd", RIGHT) / "trial.ipynb").unlink()
    result = one(course, "odd")
    assert result.points == 15 and "is missing" in result.flaws[0]


def test_nothing_of_a_submission_but_its_answers_is_copied(course: Course) -> None:
    """A module that would shadow the course's own, and whatever else lies there, stays where it is."""
    folder = hand_in(course, "odd", {**RIGHT, "unknown": "x"})
    for name in ("helpers.py", "quiz.py", "sitecustomize.py"):
        (folder / name).write_text("raise SystemExit('it ran')")
    assert one(course, "odd").points == 15
    graded = course.path("autograded", "trial", "odd")
    assert sorted(path.name for path in graded.iterdir()) == ["answers.json", "trial.ipynb"]
    assert "unknown" not in (graded / "answers.json").read_text()


def test_a_damaged_submission_is_flagged_in_the_gradebook(course: Course) -> None:
    hand_in(course, "odd", b"{")
    one(course, "odd")
    with course.gradebook() as gradebook:
        flags = {s: gradebook.find_submission_notebook("trial", "trial", s).flagged for s in ("odd", "honest")}
    assert flags == {"odd": True, "honest": False}


def test_markup_stays_text_wherever_it_is_shown(course: Course) -> None:
    """In the notebook that the formgrader shows, and in feedback, a learner's script is letters."""
    from helpers.grading.feedback import give_feedback

    script = "<script>alert(1)</script>"
    hand_in(
        course,
        "odd",
        {**RIGHT, "t-text": script, "t-essay": script},
        lambda c: c["cells"].append(
            {"cell_type": "markdown", "metadata": {"nbgrader": {"grade_id": script}}, "source": script}
        ),
    )
    grade(course, "trial")
    (page,) = give_feedback(course, "trial", ["odd"])
    shown = json.loads((course.path("autograded", "trial", "odd") / "trial.ipynb").read_text())
    live = [c for c in shown["cells"] if c["cell_type"] == "markdown" and "<script" in "".join(c["source"])]
    live += [o for c in shown["cells"] for o in c.get("outputs", ()) if "<script" in "".join(o["data"]["text/html"])]
    assert live == []
    assert "<script" not in page.read_text()
    assert page.read_text().count("&lt;script&gt;") == 2  # as answered, and in the essay


def test_what_a_person_graded_stays_when_the_class_is_graded_again(course: Course) -> None:
    """An essay's grade waits again only if its text has changed since."""
    folder = hand_in(course, "ana", {**RIGHT, "t-essay": "First."})
    assert one(course, "ana").waiting == 1
    with course.gradebook() as gradebook:
        row = gradebook.find_grade("t-essay-task", "trial", "trial", "ana")
        row.manual_score, row.needs_manual_grade = 3.0, False
        gradebook.db.commit()
    assert {r.student: r.waiting for r in grade(course, "trial")}["ana"] == 0
    (folder / "answers.json").write_text(dumps({**RIGHT, "t-essay": "Second."}))
    assert {r.student: r.waiting for r in grade(course, "trial")}["ana"] == 1
    with course.gradebook() as gradebook:
        assert gradebook.find_grade("t-essay-task", "trial", "trial", "ana").manual_score == 3.0


HARM = {
    "opens the gradebook": "import sqlite3; sqlite3.connect({gradebook!r}).execute('update grade set auto_score = 99')",
    "opens a socket": "import socket; socket.create_server(('127.0.0.1', 0)); mark()",
    "forks": "import os; os.fork() or mark()",
    "prints megabytes": "print('x' * 50_000_000); mark()",
    "never ends": "mark()\nwhile True: pass",
    "equals everything": "class All(str):\n    __eq__ = lambda self, other: True\nmark()",
}


@pytest.mark.parametrize("name", HARM)
def test_code_in_a_submission_is_never_run(course: Course, name: str) -> None:
    marker = course.root / "was-run"
    code = f"def mark(): open({str(marker)!r}, 'w').close()\n" + HARM[name].format(
        gradebook=str(course.root / "gradebook.db")
    )

    def put(content: dict[str, Any]) -> None:
        for cell in content["cells"]:
            cell["source"] = code

    folder = hand_in(course, "odd", RIGHT, put)
    (folder / "helpers.py").write_text(code)
    assert one(course, "odd").points == 15
    assert not marker.exists()
