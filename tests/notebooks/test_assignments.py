"""The assignments may be handed out: checked, of many kinds, and asking for more than memory."""

from __future__ import annotations

import re
from collections import Counter

import pytest

from helpers.cli import main
from helpers.grading.check import check
from helpers.grading.course import open_course
from helpers.grading.source import Notebook, read_assignment
from helpers.lessons import coverage, holes, read_books
from helpers.resolution import load
from helpers.resources import assignments_path, checkout, lessons_path

BOOKS = read_books(lessons_path())
COURSE = open_course(checkout() / "course")
NAMES = ["capstone", "entry_into_force", "masthead", "operative", "preamble", "sources"]
#: What each assignment covers: every one of these settles a question.
COVERED = {
    "masthead": {"MH.issued", "MH.item", "MH.report", "MH.session", "MH.symbol", "MH.title", "EW", "CL"},
    "preamble": {f"PP{number}" for number in range(1, 10)},
    "operative": {f"OP{number}" for number in range(1, 8)},
    "sources": {f"FN{number}" for number in range(1, 8)},
    "entry_into_force": {"PP7", "OP2", "OP3", "OP6"},
}


def book(name: str) -> Notebook:
    (only,) = read_assignment(assignments_path() / name).notebooks
    return only


GRADED = [item for name in NAMES for item in book(name).questions]
#: What lesson 0 asks first and lesson 13 asks again, on purpose.
BELIEFS = {cell.asked.question.prompt.casefold().rstrip(".") for cell in BOOKS[0].code if cell.asked}


def test_these_are_all() -> None:
    assert list(COURSE.assignments()) == NAMES


@pytest.mark.parametrize("name", NAMES)
def test_nothing_is_found(name: str) -> None:
    """Keys, points, ids, order, quotations, leaks: nothing is wrong."""
    assert check(COURSE, name) == []


@pytest.mark.parametrize("name", COVERED)
def test_questions_of_many_kinds_that_ask_for_more_than_memory(name: str) -> None:
    items = book(name).questions
    points = Counter[str]()
    for item in items:
        assert item.key
        points[item.key.asks] += item.points
    assert 10 <= len(items) <= 15
    assert len({item.question.kind for item in items if item.question}) >= 4
    assert points["remember"] <= 0.4 * points.total()


@pytest.mark.parametrize("name", COVERED)
def test_every_element_that_it_covers_settles_a_question(name: str) -> None:
    sources = {source for item in book(name).questions if item.key for source in item.key.source}
    assert COVERED[name] <= sources
    tags = {tag for cell in book(name).content.cells for tag in cell.metadata.get("tags", [])}
    assert {tag.removeprefix("covers:") for tag in tags} - {"self-study"} <= {
        e.id for e in load("A/RES/53/137").elements
    }


@pytest.mark.parametrize("name", NAMES)
def test_what_the_first_cell_says_is_so(name: str) -> None:
    """The number of questions and points, essays included."""
    first = book(name).content.cells[0].source
    asked, points = re.search(r"(\d+) questions, (\d+) points", first).groups()  # type: ignore[union-attr]
    essays = list(book(name).essays)
    assert int(asked) == len(book(name).questions) + len(essays)
    assert int(points) == sum(item.points for item in book(name).items)


def test_ids_are_unique_in_the_whole_course() -> None:
    ids = Counter(item.grade_id for name in NAMES for item in book(name).items)
    assert [one for one, count in ids.items() if count > 1] == []


def test_every_element_is_taught_explored_practised_and_graded() -> None:
    """33 elements, four ways, no hole."""
    covered = coverage(BOOKS, {item.grade_id: item.key.source for item in GRADED if item.key})
    assert len(covered) == 33
    assert list(holes(covered)) == []


def test_there_is_enough_to_do_and_little_of_it_is_recall() -> None:
    """At least 60 graded and 65 practice questions; at most 40 % of the graded points ask to remember."""
    practice = [cell for lesson in BOOKS for cell in lesson.code if cell.asked]
    points = Counter[str]()
    for item in GRADED:
        assert item.key
        points[item.key.asks] += item.points
    assert len(GRADED) >= 60
    assert len(practice) >= 65
    assert points["remember"] <= 0.4 * points.total()


def test_no_two_questions_ask_in_the_same_words() -> None:
    """Graded or practised, each prompt is its own."""
    asked = [item.question for item in GRADED] + [
        cell.asked.question for lesson in BOOKS for cell in lesson.code if cell.asked
    ]
    words = Counter(" ".join(question.prompt.casefold().split()) for question in asked if question)
    again = {prompt for prompt, count in words.items() if count > 1}
    assert again <= {prompt for prompt in words if prompt.rstrip(".") in BELIEFS}


def test_the_essay_has_a_rubric_of_its_points() -> None:
    """Three criteria of two points each, and two anchor answers; none of it is released."""
    ((area, task),) = book("operative").essays
    scheme = book("operative").content.cells[task.place].source
    assert area.question and area.question.words == (150, 250)
    assert task.points == 6 and "three criteria of 2 points each" in scheme
    assert scheme.count("**Anchor") == 2


def test_the_command_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--course", str(COURSE.root)]) == 0
    told = capsys.readouterr().out
    assert told.count("nothing found") == len(NAMES) + 1  # each assignment, and the lessons
    assert "never" not in told  # no hole in the table of coverage
