"""One file takes home what was answered everywhere in the course, and brings it back without a loss."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from helpers.quiz.answers import AnswerFile, read_answers
from helpers.quiz.answers import dumps as answers_file
from helpers.quiz.store import LIMIT, Progress, ProgressError, Store
from helpers.quiz.store import dumps as progress_file
from helpers.quiz.travel import LESSONS, Brought, Luggage, bring, choose, dumps, loads, pack

YES = Progress().with_answer("a", "yes", 1.0, "2026-01-01")


def course(folder: Path, *places: str) -> Path:
    """A folder of lessons with folders beside them."""
    folder.mkdir(exist_ok=True)
    (folder / "00_start_here.ipynb").write_text("{}")
    for place in places:
        (folder / place).mkdir(parents=True)
    return folder


@pytest.fixture
def lessons(tmp_path: Path) -> Path:
    return course(tmp_path / "here", "assignments/masthead", "assignments/capstone", "self-study/masthead")


def filled(lessons: Path) -> Path:
    Store(lessons).record("a", "yes", 1.0)
    AnswerFile(lessons / "assignments/masthead").record("m", ["x", "y"])
    AnswerFile(lessons / "assignments/capstone").record("essay", "Because of “article 87”.\n\nAnd so on.")
    Store(lessons / "self-study/masthead").record("m", ("x",), 0.5)
    AnswerFile(lessons / "self-study/masthead").record("s", "A text of my own.")
    return lessons


def test_everything_that_was_answered_goes_home_and_comes_back(lessons: Path, tmp_path: Path) -> None:
    """Practice, answers, essays and self-study: on another computer they are as they were."""
    taken, unread = pack(filled(lessons))
    assert unread == ()
    there = course(tmp_path / "there", "assignments/masthead", "assignments/capstone", "self-study/masthead")
    assert bring(there, loads(dumps(taken))) == Brought(5, {}, (), ())
    assert pack(there)[0] == taken
    assert read_answers(there / "assignments/capstone") == {"essay": "Because of “article 87”.\n\nAnd so on."}
    assert Store(there / "self-study/masthead").read().answers["m"].credit == 0.5


@pytest.mark.parametrize("place", [".", "assignments/masthead", "self-study/masthead"])
def test_any_notebook_of_the_course_takes_all_of_it(lessons: Path, place: str) -> None:
    assert pack(filled(lessons) / place)[0] == pack(lessons)[0]


def test_an_assignment_out_of_the_course_takes_its_own_answers(tmp_path: Path) -> None:
    """As on a class server, where assignments are fetched without the lessons."""
    folder = tmp_path / "home" / "masthead"
    AnswerFile(folder).record("m", "x")
    assert pack(folder) == (Luggage(answers={"assignments/masthead": {"m": "x"}}), ())


def test_the_file_is_what_it_says(lessons: Path) -> None:
    """Written by hand here: what older files are read by, and what later courses must go on reading."""
    assert json.loads(dumps(Luggage({LESSONS: YES}, {"assignments/masthead": {"m": "x"}}))) == {
        "format": "resolution-53-137/progress",
        "version": 2,
        "answers": {"a": {"answer": "yes", "credit": 1.0, "first": 1.0, "tries": 1, "when": "2026-01-01"}},
        "folders": {"assignments/masthead": {"answers": {"m": "x"}}},
    }


def test_a_file_of_the_first_version_is_still_brought_back(lessons: Path) -> None:
    """It is the lessons' own file, which an earlier course gave for the download."""
    assert bring(lessons, loads(progress_file(YES))) == Brought(1, {}, (), ())
    assert Store(lessons).read() == YES


def test_what_stands_here_stays_until_the_learner_chooses_otherwise(lessons: Path) -> None:
    """Both ways and back again; an answer that was changed meanwhile is left alone."""
    place = "assignments/masthead"
    file = AnswerFile(lessons / place)
    for question, answer in {"same": "x", "differs": "mine", "changed": "mine", "only here": "h"}.items():
        file.record(question, answer)
    brought = {"same": "x", "differs": "theirs", "changed": "theirs", "only there": "t"}
    found = bring(lessons, Luggage(answers={place: brought}))
    assert found.count == 2
    assert [(one.question, one.here, one.brought) for one in found.differing[place]] == [
        ("differs", "mine", "theirs"),
        ("changed", "mine", "theirs"),
    ]
    kept = {"same": "x", "differs": "mine", "changed": "mine", "only here": "h", "only there": "t"}
    assert file.read() == kept
    file.record("changed", "later")
    choose(lessons, found.differing, brought=True)
    assert file.read() == {**kept, "differs": "theirs", "changed": "later"}
    choose(lessons, found.differing, brought=False)
    assert file.read() == {**kept, "changed": "later"}


@pytest.mark.parametrize(
    "place",
    [
        "assignments/unknown",
        "assignments/../../out",
        "assignments",
        "/etc",
        "..",
        "",
        "lessons",
        "assignments/masthead/",
        "assignments/masthead/deeper",
        "assignments/.hidden",
        "assignments/link",
        "C:\\assignments\\masthead",
    ],
)
def test_no_folder_is_made_and_none_is_left(lessons: Path, tmp_path: Path, place: str) -> None:
    """A file may name any folder; answers go only into those that stand beside the lessons."""
    for other in ("out", "here/assignments/.hidden", "here/assignments/masthead/deeper"):
        (tmp_path / other).mkdir()
    (lessons / "assignments/link").symlink_to(tmp_path / "out")
    before = sorted(tmp_path.rglob("*"))
    given = Luggage({place: YES}, {place: {"m": "x"}})
    assert bring(lessons, given) == Brought(0, {}, (place,), ())
    assert sorted(tmp_path.rglob("*")) == before


GOOD: dict[str, Any] = json.loads(dumps(Luggage({LESSONS: YES}, {"assignments/masthead": {"m": "x"}})))


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("", "is damaged: it is not JSON; choose an earlier copy"),
        ("\x89PNG", "is damaged: it is not JSON"),
        (json.dumps(GOOD)[:-20], "is damaged: it is not JSON"),
        ("[" * 100_000, "is damaged: it is nested too deep"),
        ("[]", "is not a progress file of this course; choose resolution-53-137.json"),
        (answers_file({"m": "x"}), "is not a progress file of this course"),
        (
            json.dumps({**GOOD, "version": 3}),
            "is of another version: it has version 3, this course reads 1, 2; update the course or reload the page",
        ),
        (json.dumps({**GOOD, "version": True}), "it has version True, this course reads 1, 2"),
        ('{"format": "resolution-53-137/progress"}', "is damaged: it does not say its version"),
        (json.dumps({**GOOD, "answers": None}), "is damaged: it holds no list of answers"),
        (json.dumps({**GOOD, "folders": []}), "is damaged: it holds no list of folders"),
        (json.dumps({**GOOD, "folders": {"f": []}}), "is damaged: what it holds for the folder 'f' is no list"),
        (json.dumps({**GOOD, "folders": {"f": {"answers": [1]}}}), "is damaged: what it holds for the folder 'f'"),
        (json.dumps({**GOOD, "folders": {"f": {"practice": {"q": 1}}}}), "its record of question 'q' is incomplete"),
        (json.dumps(GOOD).replace('"x"', "NaN"), "is damaged: it holds NaN, which is no number"),
        (json.dumps(GOOD).replace('"x"', "1e999"), "is damaged: it holds 1e999, which is no number"),
        (json.dumps(GOOD).replace('"m": ', '"m": 1, "m": '), "is damaged: it names 'm' twice"),
        (json.dumps(GOOD).replace('"x"', '"\\ud800"'), "is damaged: it is not UTF-8 text"),
        ("\ud800", "is damaged: it is not UTF-8 text"),
        (" " * (LIMIT + 1), "is larger than 1,000,000 bytes and cannot be progress of this course"),
    ],
)
def test_what_cannot_be_brought_back_is_said_in_one_line(text: str, problem: str) -> None:
    with pytest.raises(ProgressError) as caught:
        loads(text, "“notes.json”")
    assert str(caught.value).startswith("“notes.json” is ") and problem in str(caught.value)
    assert "\n" not in str(caught.value)


def test_what_a_later_course_adds_to_the_file_does_no_harm(lessons: Path) -> None:
    """New keys beside the known ones are left out, as long as the version stays."""
    text = json.dumps({**GOOD, "new": 1, "folders": {"assignments/masthead": {"answers": {"m": "x"}, "new": [2]}}})
    assert bring(lessons, loads(text)).count == 2


def test_a_folder_that_cannot_be_read_does_not_keep_the_others_at_home(lessons: Path) -> None:
    """Its name and what is wrong go into a line; every other answer goes home."""
    filled(lessons)
    (lessons / "assignments/masthead/answers.json").write_text("{")
    taken, unread = pack(lessons)
    assert [line.partition(": ")[2].partition(";")[0] for line in unread] == ["it is not JSON"]
    assert "assignments/masthead" not in taken.answers and "assignments/capstone" in taken.answers


def test_a_folder_that_cannot_be_written_does_not_keep_the_others_away(lessons: Path) -> None:
    """The answers of that folder stay in the file; the others are here."""
    (lessons / "assignments/masthead/answers.json").mkdir()
    found = bring(
        lessons,
        Luggage({LESSONS: YES}, {place: {"m": "x"} for place in ("assignments/masthead", "self-study/masthead")}),
    )
    assert found.count == 2
    assert [line.startswith("your answers are not brought back: ") for line in found.failed] == [True]
    assert read_answers(lessons / "self-study/masthead") == {"m": "x"}


def test_an_assignment_takes_no_more_than_its_file_may_hold(lessons: Path) -> None:
    AnswerFile(lessons / "assignments/masthead").record("m", "mine")
    found = bring(lessons, Luggage(answers={"assignments/masthead": {"n": "x" * 300_000}}))
    assert found.count == 0 and "longer than 262,144 bytes together" in found.failed[0]
    assert read_answers(lessons / "assignments/masthead") == {"m": "mine"}


def test_more_than_can_be_brought_back_is_not_taken_home() -> None:
    with pytest.raises(ProgressError, match=r"longer than 1,000,000 bytes .* shorten the longest text"):
        dumps(Luggage(answers={"assignments/capstone": {"e": "x" * LIMIT}}))
