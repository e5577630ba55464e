"""``course check`` finds what a teacher would otherwise find in front of a class."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import nbformat
import pytest

from helpers.cli import main
from helpers.grading.check import check
from helpers.quiz.answers import dumps
from tests.grading.trial import CELLS, notebook, write_course

Cells = dict[str, tuple[str, str, float]]


def found(tmp_path: Path, content: nbformat.NotebookNode) -> list[str]:
    return check(write_course(tmp_path / "course", content), "trial")


def changed(name: str, before: str, after: str) -> Callable[[], nbformat.NotebookNode]:
    """The trial assignment with one text replaced in one cell's question and key."""

    def make() -> nbformat.NotebookNode:
        call, key, points = CELLS[name]
        assert before in call + key
        return notebook({**CELLS, name: (call.replace(before, after), key.replace(before, after), points)})

    return make


def edited(edit: Callable[[nbformat.NotebookNode], None]) -> Callable[[], nbformat.NotebookNode]:
    def make() -> nbformat.NotebookNode:
        content = notebook()
        edit(content)
        return content

    return make


def cell(content: nbformat.NotebookNode, name: str) -> nbformat.NotebookNode:
    return next(each for each in content.cells if each.id == name)


def outside(content: nbformat.NotebookNode) -> None:
    """The end of the hidden block stands before the key."""
    chosen = cell(content, "t-choice")
    call, key, _ = CELLS["t-choice"]
    chosen.source = f"{call}\n### BEGIN HIDDEN TESTS\n### END HIDDEN TESTS\n{key}"


def in_metadata(content: nbformat.NotebookNode) -> None:
    cell(content, "t-date").metadata["note"] = "9 December 1998"


def in_prose(content: nbformat.NotebookNode) -> None:
    content.cells[0].source += "\n\nSECRET-A names it."


def worth_more(content: nbformat.NotebookNode) -> None:
    cell(content, "t-date").metadata.nbgrader["points"] = 5


def twice(content: nbformat.NotebookNode) -> None:
    content.cells.insert(3, nbformat.from_dict({**cell(content, "t-choice"), "id": "another"}))


def practised(content: nbformat.NotebookNode) -> None:
    chosen = cell(content, "t-date")
    chosen.source = chosen.source.replace("t-date", "m-path")
    chosen.metadata.nbgrader["grade_id"] = "m-path"


def invented(content: nbformat.NotebookNode) -> None:
    content.cells[0].source += "\n\n> Demands that all Member States ratify (OP3)"


def without_scheme_marks(content: nbformat.NotebookNode) -> None:
    task = cell(content, "t-essay-task")
    task.source = task.source.replace("=== END MARK SCHEME ===", "")


BAD = {
    "a key outside its block": (edited(outside), "t-choice' still holds its key"),
    "an answer in the metadata": (edited(in_metadata), "the cell of t-date shows its answer: 9 December 1998"),
    "a reason in the prose": (edited(in_prose), "shows a hidden reason of t-choice: SECRET-A names it."),
    "an answer in the prompt": (
        changed("t-text", "Which words", "calls on: which words"),
        "shows its answer: calls on",
    ),
    "wrong points": (edited(worth_more), "the key gives 1 points and the cell 5"),
    "no points": (changed("t-date", "points=1, ", ""), "the key names no points"),
    "a duplicate id": (edited(twice), "id 't-choice' stands in 2 cells"),
    "a practice question's id": (edited(practised), "id 'm-path' is also a practice question's"),
    "an id that is not the cell's": (changed("t-date", '"t-date"', '"t-day"'), "is not the question's id 't-day'"),
    "an option without reason": (changed("t-several", '"asks": "SECRET.", ', ""), "no reason is given for 'asks'"),
    "a key that is no option": (
        changed("t-choice", 'key("t-choice", "The A', 'key("t-choice", "An A'),
        "is not one of",
    ),
    "options out of order": (changed("t-several", '"asks", "calls"', '"calls", "asks"'), "put 'asks' before 'calls'"),
    "an invented quotation": (edited(invented), "not in OP3: Demands that all Member States ratify"),
    "an invented phrase": (changed("t-text", "SECRET", "It says “urges”"), "“urges” is not in the resolution"),
    "a source that is none": (changed("t-text", 'source="OP3"', 'source="OP8"'), "source 'OP8' is no element"),
    "a phrase that is not there": (
        changed("t-marking", "all Member", "most Member"),
        "does not stand in OP3 exactly once",
    ),
    "a computed argument": (changed("t-number", ", 82,", ", 80 + int('2'),"), "write out every argument"),
    "a mark scheme left open": (edited(without_scheme_marks), "No end mark scheme"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_is_found(tmp_path: Path, name: str) -> None:
    make, said = BAD[name]
    problems = found(tmp_path, make())
    assert [problem for problem in problems if said in problem], problems


def test_a_good_source_passes(tmp_path: Path) -> None:
    assert found(tmp_path, notebook()) == []


def test_answers_in_the_source_are_found_and_neither_checked_nor_released_nor_graded(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    course = write_course(tmp_path / "course")
    (course.root / "source" / "trial" / "answers.json").write_text(dumps({}))
    (course.root / "submitted" / "ana" / "trial").mkdir(parents=True)
    for command in ("check", "release", "grade"):
        assert main([command, "trial", "--course", str(course.root)]) == 1
        said = capsys.readouterr()
        assert "would be released with the assignment" in said.out + said.err
    assert not (course.root / "release").exists()


def test_a_broken_notebook_is_one_line(tmp_path: Path) -> None:
    course = write_course(tmp_path / "course")
    (course.root / "source" / "trial" / "trial.ipynb").write_text("{")
    (problem,) = check(course, "trial")
    assert "cannot be read as a notebook" in problem


def test_an_assignment_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    course = write_course(tmp_path / "course")
    assert main(["check", "nothing", "--course", str(course.root)]) == 1
    assert "holds no notebook" in capsys.readouterr().out
