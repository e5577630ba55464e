"""Drafts: credit by the drafting rules, what counts as an answer, what authors are told, what learners see."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from helpers import quiz
from helpers.quiz.kinds import KINDS, mark
from helpers.quiz.question import Key, Question, QuestionError
from helpers.quiz.score import score
from helpers.view import Event, Page

DRAFT = Question("draft", "q", "Draft it.", words=(9, 60))
MODEL = "The General Assembly,\n\nAware of it,\n\n1. Decides to meet;\n\n2. Requests him to report."
RULES = ["enacting-words", "preamble-comma", "operative-semicolon", "final-full-stop"]
KEY = Key("q", {"rules": RULES, "model": MODEL}, {"": "Because."}, ("EW",), points=8)


@pytest.mark.parametrize(
    ("answer", "credit"),
    [
        (MODEL, 1.0),
        (MODEL.replace("it,", "it."), 3 / 4),
        (MODEL.replace("it,", "it.").replace("meet;", "meet,"), 2 / 4),
        (MODEL.removeprefix("The General Assembly,\n\n"), 3 / 4),
        ("The General Assembly,\n\nDecides to meet.", 6 / 9),  # every rule holds, six words of nine
        ("Hello, this is no draft at all, only nine words.", 0.0),
        ("مرحبا بالعالم", 0.0),
        ("a\0b", 0.0),
        ("", None),
        (" \n ", None),
        (None, None),
        (7, None),
        (["The General Assembly,"], None),
        ({"text": MODEL}, None),
        ("x" * 20_001, None),
    ],
)
def test_credit(answer: Any, credit: float | None) -> None:
    """The share of the rules that hold; less for a draft that is too short; nothing for what is no draft."""
    marked = mark(DRAFT, KEY, answer)
    assert (marked.credit if marked else None) == (pytest.approx(credit) if credit is not None else None)


def test_each_rule_has_its_reason_or_the_places_where_it_breaks() -> None:
    marked = mark(DRAFT, KEY, MODEL.replace("it,", "it."))
    assert marked is not None
    assert [(reason.option, reason.holds, reason.why) for reason in marked.reasons] == [
        ("At least 9 words", True, "The draft has 15."),
        ("Open with the name of the organ that speaks", True, marked.reasons[1].why),
        (
            "End a preambular paragraph with a comma",
            False,
            "PP1: the preambular paragraph ends with a full stop instead of a comma.",
        ),
        ("End an operative paragraph before the last with a semicolon", True, marked.reasons[3].why),
        ("End the last operative paragraph with a full stop", True, marked.reasons[4].why),
    ]
    assert marked.reasons[1].why.startswith("The organ is the subject of the one long sentence.")


def test_a_rule_that_breaks_often_is_named_three_times() -> None:
    many = MODEL.replace("Aware of it,", "\n\n".join(["Aware of it."] * 5))
    marked = mark(DRAFT, KEY, many)
    assert marked is not None and marked.reasons[2].why.endswith("; and 2 more.")


@pytest.mark.parametrize(
    ("right", "said"),
    [
        (RULES, "a mapping of 'rules' to ids and of 'model' to a draft"),
        ({"rules": RULES}, "a mapping of 'rules'"),
        ({"rules": RULES, "model": 7}, "a mapping of 'rules'"),
        ({"rules": [], "model": MODEL}, "a list of one or more different ids"),
        ({"rules": "enacting-words", "model": MODEL}, "a list of one or more different ids"),
        ({"rules": ["enacting-words"] * 2, "model": MODEL}, "a list of one or more different ids"),
        ({"rules": ["commas"], "model": MODEL}, "there is no drafting rule 'commas'; the rules are: enacting-words,"),
        ({"rules": RULES, "model": MODEL.replace("it,", "it.")}, "the model breaks preamble-comma: the preambular"),
        ({"rules": RULES, "model": "Hello"}, "no enacting words"),
        ({"rules": RULES, "model": "The General Assembly,\n\nDecides to meet."}, "the model has 6 words; 9 to 60"),
    ],
)
def test_a_key_that_does_not_fit_says_why(right: Any, said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        KINDS["draft"].check_key(DRAFT, Key("q", right, {"": "Because."}, ("EW",)))


def test_a_key_says_why() -> None:
    with pytest.raises(QuestionError, match="say why"):
        KINDS["draft"].check_key(DRAFT, Key("q", KEY.right, {}, ("EW",)))


@pytest.mark.parametrize("words", [(0, 5), (5, 5), (5, 2001), (-1, 4)])
def test_a_drafts_length_is_possible(words: tuple[int, int]) -> None:
    with pytest.raises(QuestionError, match="at most 2,000 words"):
        quiz.draft("q-draft", "?", words=words)


def test_points_with_their_reasons_and_the_learners_text_escaped() -> None:
    wrong = MODEL.replace("Aware of it,", "Aware of <script>x</script>.")
    result = score(DRAFT, KEY, {"q": wrong})
    html = str(result.shown.html)
    assert result.points == 6.0 and result.shown.plain == "6.0"
    assert "Aware of &lt;script&gt;" in html and "<script" not in html
    assert "Because." in html and "ends with a full stop instead of a comma" in html
    assert score(DRAFT, KEY, {}).points == 0.0


@pytest.mark.parametrize(
    "text",
    [
        "1. A;\n" * 3_300,
        "The General Assembly,\n" * 900,
        "Recalling it,\n\n" * 1_300,
        "(a) x\n" * 3_300,
        "we call " * 2_500,
        "¹" * 20_000,
        "The General Assembly,\n\nAware,\n\n1. " + "[" * 19_900,
    ],
)
def test_no_draft_keeps_a_grader_waiting(text: str) -> None:
    """The longest text of any shape is marked in a moment."""
    start = time.perf_counter()
    mark(DRAFT, KEY, f"The General Assembly,\n\nRecalling it,\n\n{text}"[:20_000])
    assert time.perf_counter() - start < 10


@pytest.fixture(autouse=True)
def in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(page: Page[Any], *events: tuple[str, Any]) -> str:
    state = page.start()
    for name, value in events:
        state = page.update(state, Event(name, value))
    return str(page.render(state))


def test_a_graded_draft_is_saved_as_it_is_typed_and_not_judged() -> None:
    shown = told(quiz.draft("q-draft", "Draft it.", words=(9, 60)), ("q-draft", MODEL))
    assert "Saved" in shown and "15 words; 9 to 60 are asked for." in shown
    assert "Rule" not in shown and "holds" not in shown
    again = told(quiz.draft("q-draft", "Draft it.", words=(9, 60)))
    assert "Requests him to report.</textarea>" in again
    assert again.count("<label") == again.count("<textarea") == 1


def test_a_draft_in_practice_gets_its_reasons_at_once() -> None:
    quiz.draft("q-draft", "Draft it.", words=(9, 60))
    page = quiz.key("q-draft", {"rules": RULES, "model": MODEL}, source="EW", why="Because.")
    assert "ends with a full stop instead of a comma" in told(
        page, ("q-draft", MODEL.replace("it,", "it.")), ("check", "")
    )
    assert "Write a draft: the name of the organ" in told(page, ("q-draft", " "), ("check", ""))
    assert "The answer, and why" in str(page.still)
