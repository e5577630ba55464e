"""Editions and grades that are made without nbgrader are the ones that nbgrader makes."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.preprocessors import ClearHiddenTests, ClearMarkScheme, LockCells

from helpers.errors import CourseError
from helpers.grading.editions import fill, keyless, self_study
from helpers.grading.private import private_course
from helpers.grading.road import grade
from helpers.grading.selfgrade import selfgrade
from helpers.grading.source import read_assignment
from helpers.quiz.answers import dumps
from helpers.resources import assignments_path
from tests.grading.trial import CELLS

NAMES = sorted(path.name for path in assignments_path().glob("[!.]*"))


def source(name: str) -> nbformat.NotebookNode:
    (book,) = read_assignment(assignments_path() / name).notebooks
    return deepcopy(book.content)


@pytest.mark.parametrize("name", NAMES)
def test_without_keys_it_is_cell_for_cell_what_nbgraders_own_steps_make(name: str) -> None:
    theirs, resources = source(name), {}
    for step in (LockCells(), ClearHiddenTests(), ClearMarkScheme()):
        theirs, resources = step.preprocess(theirs, resources)
    fill(theirs)
    assert keyless(source(name)) == theirs


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("### BEGIN HIDDEN TESTS\nthe key", "BEGIN HIDDEN TESTS has no END HIDDEN TESTS"),
        ("=== BEGIN MARK SCHEME ===\nthe points", "BEGIN MARK SCHEME has no END MARK SCHEME"),
        ("\n".join(CELLS["t-choice"][:2]), "question 't-choice' still holds its key"),
    ],
)
def test_a_key_that_would_stay_in_is_refused_in_one_line(cell: str, said: str) -> None:
    content = source("masthead")
    next(one for one in content.cells if one.cell_type == "code").source = cell
    with pytest.raises(CourseError, match=said) as caught:
        keyless(content)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", NAMES)
def test_for_study_alone_there_is_no_button_to_grade_what_is_answered_at_once(name: str) -> None:
    edition = nbformat.writes(self_study(source(name)))
    assert "quiz.key" in edition and "why=" in edition
    assert "selfgrade.button" not in edition and "grade_id" not in edition


@pytest.mark.parametrize("name", NAMES)
def test_one_gets_oneself_what_a_class_would_get(name: str, tmp_path: Path) -> None:
    """Right answers, wrong ones, damaged ones and none, and a text that waits for a reader."""
    (book,) = read_assignment(assignments_path() / name).notebooks
    given: dict[str, Any] = {}
    for place, item in enumerate(book.questions):
        assert item.question and item.key
        right = item.key.right
        if place % 4 == 0 and isinstance(right, str):
            given[item.question.id] = right
        elif place % 4 == 1:
            given[item.question.id] = list(item.question.options[:1]) or "nothing"
        elif place % 4 == 2:
            given[item.question.id] = {"what": ["is", 3]}
    for area, _ in book.essays:
        assert area.question
        given[area.question.id] = "The General Assembly,\n\nRecalling its resolution 45/158,\n\nDecides to meet."
    (tmp_path / "answers.json").write_text(dumps(given))
    with private_course(assignments_path() / name) as course:
        mine = course.path("submitted", name, "me")
        mine.mkdir(parents=True)
        (mine / "answers.json").write_text(dumps(given))
        (classes,) = grade(course, name)
    alone = selfgrade(name, tmp_path)
    assert (alone.points, alone.of, alone.waiting) == (classes.points, classes.of, classes.waiting)
    assert classes.failed == "" and alone.waiting >= len(list(book.essays))
