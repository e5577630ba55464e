"""A practice question as the learner meets it: state in, HTML out."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from helpers import quiz
from helpers.quiz.view import Asked
from helpers.view import Event, Page

OPTIONS = ["A General Assembly", "The <script>alert(1)</script>"]
WHY = {OPTIONS[0]: "The enacting words name it.", OPTIONS[1]: "It is no organ."}


@pytest.fixture(autouse=True)
def in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def ask(right: Any = OPTIONS[0]) -> Page[Asked]:
    quiz.choice("p-organ", "Who adopted it, <b>really</b>?", OPTIONS)
    page: Page[Asked] = quiz.key("p-organ", right, source="EW", why=WHY)
    return page


def told(page: Page[Asked], *events: tuple[str, Any]) -> str:
    state = page.start()
    for name, value in events:
        after = page.update(state, Event(name, value))
        assert isinstance(after, Asked)
        state = after
    return str(page.render(state))


@pytest.mark.parametrize(
    ("events", "shown"),
    [
        ([("check", "")], "Choose an answer first"),
        ([("p-organ", OPTIONS[0]), ("check", "")], "Yes, this holds."),
        ([("p-organ", OPTIONS[1]), ("check", "")], "This does not hold."),
        ([("p-organ", OPTIONS[1]), ("check", "")], "It is no organ."),
        ([("p-organ", OPTIONS[0]), ("check", "")], "The General Assembly,"),  # the words that settle it
        ([("p-organ", OPTIONS[0]), ("check", "")], "Saved"),
    ],
)
def test_feedback(events: list[tuple[str, Any]], shown: str) -> None:
    """Checking gives a verdict, a reason and the words; checking nothing asks for an answer."""
    assert shown in told(ask(), *events)


def test_changing_the_answer_takes_the_feedback_away() -> None:
    """Feedback never stands beside an answer it does not belong to."""
    page = told(ask(), ("p-organ", OPTIONS[0]), ("check", ""), ("p-organ", OPTIONS[1]))
    assert "holds" not in re.sub(r"One answer holds\.", "", page)
    assert "Saved" not in page


def test_the_earlier_answer_is_there_on_opening_again() -> None:
    """A restarted kernel shows the answer and its feedback."""
    told(ask(), ("p-organ", OPTIONS[1]), ("check", ""))
    assert "This does not hold." in told(ask())


def test_nothing_in_a_question_is_run() -> None:
    """Markup in a prompt or an option is shown as text, live, still and in plain text."""
    page = ask()
    live, still = told(page, ("p-organ", OPTIONS[1]), ("check", "")), str(page.still)
    for shown in (live, still):
        assert "<script" not in shown
        assert "<b>" not in shown
        assert "&lt;script&gt;" in shown
    assert OPTIONS[1] in page.plain


@pytest.mark.parametrize("value", [None, 3, {"a": 1}, ["x"], "nobody", "x" * 10_000])
def test_whatever_the_browser_sends_is_harmless(value: Any) -> None:
    """An answer that is no option is no answer, and nothing is saved."""
    assert "Choose an answer first" in told(ask(), ("p-organ", value), ("check", ""))
    assert not Path("progress.json").exists()


def test_an_answer_that_cannot_be_saved_is_still_marked(monkeypatch: pytest.MonkeyPatch) -> None:
    """The learner gets the feedback and is told, in one line, that it is not saved."""

    def refuse(*_: object) -> None:
        raise quiz.ProgressError("your answer cannot be saved in /x: Read-only file system")

    monkeypatch.setattr("helpers.quiz.store.Store.record", refuse)
    page = told(ask(), ("p-organ", OPTIONS[0]), ("check", ""))
    assert "Yes, this holds." in page
    assert "Read-only file system" in page
    assert ">Saved<" not in page


def test_a_key_without_its_question_says_so() -> None:
    """Running half a cell gives one line, not a riddle."""
    with pytest.raises(quiz.QuestionError, match="no question with this id stands above its key"):
        quiz.key("p-nobody", "x", source="EW", why={})


def test_every_form_control_has_a_name_and_a_label() -> None:
    """Radio buttons sit in their labels, inside a fieldset with the question as legend, which says what is checked."""
    page = told(ask())
    assert page.count("<label") == page.count("<input") == len(OPTIONS)
    assert '<legend id="p-organ-asked">Who adopted it' in page
    assert 'aria-describedby="p-organ-asked">Check my answer' in page
    assert 'role="status"' in page
