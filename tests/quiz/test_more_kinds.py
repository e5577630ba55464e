"""Matching, ordering, numbers, days and short texts: credit, what counts as an answer, what authors are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from helpers import quiz
from helpers.quiz.kinds import KINDS, mark
from helpers.quiz.question import Key, Question, QuestionError
from helpers.view import Event, Page

WHY = {"": "because"}
MATCH = Question("matching", "q", "?", ("asks", "decides", "notes"), ("OP4", "OP6", "OP7"))
MATCHED = Key("q", {"OP4": "asks", "OP6": "notes", "OP7": "decides"}, dict.fromkeys(MATCH.items, "because"), ("OP4",))
ORDER = Question("ordering", "q", "?", items=("adopted", "drafted", "issued", "tabled"))
ORDERED = Key("q", ["drafted", "tabled", "adopted", "issued"], WHY, ("CL",))
NUMBER = Question("number", "q", "?", unit="days")
DATE = Question("date", "q", "?")
TEXT = Question("text", "q", "?")


@pytest.mark.parametrize(
    ("question", "key", "answer", "credit"),
    [
        (MATCH, MATCHED, ["asks", "notes", "decides"], 1.0),
        (MATCH, MATCHED, ["asks", "asks", "asks"], 1 / 3),
        (MATCH, MATCHED, ["asks", "", ""], 1 / 3),  # what is left open earns nothing
        (MATCH, MATCHED, ["asks", "sings", None], 1 / 3),  # so does what is no option
        (MATCH, MATCHED, ["", "", ""], None),
        (MATCH, MATCHED, ["asks"], None),
        (MATCH, MATCHED, {"OP4": "asks"}, None),
        (ORDER, ORDERED, ["drafted", "tabled", "adopted", "issued"], 1.0),
        (ORDER, ORDERED, ["tabled", "drafted", "adopted", "issued"], 2 / 3),  # one pair of six is wrong
        (ORDER, ORDERED, ["issued", "adopted", "tabled", "drafted"], 0.0),
        (ORDER, ORDERED, ["drafted", "tabled", "adopted"], None),
        (ORDER, ORDERED, ["drafted"] * 4, None),
        (ORDER, ORDERED, [1, 2, 3, 4], None),
        (NUMBER, Key("q", 82, WHY, ("CL",)), "82", 1.0),
        (NUMBER, Key("q", 82, WHY, ("CL",)), "82.0", 1.0),
        (NUMBER, Key("q", 82, WHY, ("CL",)), "83", 0.0),
        (NUMBER, Key("q", 82, WHY, ("CL",), within=2), "83", 1.0),
        (NUMBER, Key("q", 2245, WHY, ("CL",)), "2,245", 1.0),
        (NUMBER, Key("q", 2245, WHY, ("CL",)), "2 245", 1.0),
        (NUMBER, Key("q", 99.8, WHY, ("CL",)), "99,8", 1.0),  # the decimal comma of many languages
        (NUMBER, Key("q", 82, WHY, ("CL",)), "eighty-two", None),
        (NUMBER, Key("q", 82, WHY, ("CL",)), "nan", None),
        (NUMBER, Key("q", 82, WHY, ("CL",)), "1e999", None),
        (NUMBER, Key("q", 82, WHY, ("CL",)), "9" * 50, None),
        (NUMBER, Key("q", 82, WHY, ("CL",)), 82, None),  # the browser sends text
        (DATE, Key("q", "9 December 1998", WHY, ("CL",)), "9 December 1998", 1.0),
        (DATE, Key("q", "9 December 1998", WHY, ("CL",)), "1998-12-09", 1.0),
        (DATE, Key("q", "9 December 1998", WHY, ("CL",)), "December 9, 1998", 1.0),
        (DATE, Key("q", "9 December 1998", WHY, ("CL",)), "1 March 1999", 0.0),
        (DATE, Key("q", "9 December 1998", WHY, ("CL",)), "09/12/98", None),  # which is the month?
        (DATE, Key("q", "9 December 1998", WHY, ("CL",)), "31 February 1999", None),
        (TEXT, Key("q", ["calls upon", "calls on"], WHY, ("OP3",)), "Calls upon", 1.0),
        (TEXT, Key("q", ["calls upon", "calls on"], WHY, ("OP3",)), " “CALLS  ON”; ", 1.0),
        (TEXT, Key("q", ["Secretary-General"], WHY, ("OP4",)), "secretary‑general", 1.0),  # another hyphen
        (TEXT, Key("q", ["calls upon"], WHY, ("OP3",)), "calls", 0.0),
        (TEXT, Key("q", ["calls upon"], WHY, ("OP3",)), "…" * 3, None),
        (TEXT, Key("q", ["calls upon"], WHY, ("OP3",)), " .,; ", None),
        (TEXT, Key("q", ["calls upon"], WHY, ("OP3",)), "x" * 501, None),
        (TEXT, Key("q", ["calls upon"], WHY, ("OP3",)), None, None),
    ],
)
def test_credit(question: Question, key: Key, answer: Any, credit: float | None) -> None:
    """What a teacher would compute by hand; ``None`` is no answer at all."""
    KINDS[question.kind].check_key(question, key)
    marked = mark(question, key, answer)
    assert (marked.credit if marked else None) == (pytest.approx(credit) if credit is not None else None)


@pytest.mark.parametrize(
    ("question", "key"),
    [
        (MATCH, MATCHED),
        (ORDER, ORDERED),
        (NUMBER, Key("q", 82, WHY, ("CL",))),
        (DATE, Key("q", "9 December 1998", WHY, ("CL",))),
        (TEXT, Key("q", ["calls upon", "calls on"], WHY, ("OP3",))),
    ],
)
def test_the_model_answer_earns_full_credit(question: Question, key: Key) -> None:
    """What paper and GitHub show as the answer is an answer, and the right one."""
    kind = KINDS[question.kind]
    model = kind.model(question, key)
    assert kind.clean(question, model) is not None
    assert mark(question, key, model).credit == 1.0  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("question", "key", "problem"),
    [
        (MATCH, Key("q", {"OP4": "asks"}, WHY, ("OP4",)), "one option for every item"),
        (MATCH, Key("q", {**MATCHED.right, "OP4": "sings"}, MATCHED.why, ("OP4",)), "not one of the options"),
        (MATCH, Key("q", MATCHED.right, WHY, ("OP4",)), "no reason is given for 'OP4'"),
        (ORDER, Key("q", ["adopted"], WHY, ("CL",)), "every item once"),
        (ORDER, Key("q", ORDERED.right, {}, ("CL",)), "say why"),
        (NUMBER, Key("q", "82", WHY, ("CL",)), "not a number"),
        (NUMBER, Key("q", float("nan"), WHY, ("CL",)), "not a number"),
        (NUMBER, Key("q", 82, WHY, ("CL",), within=-1), "within is 0 or more"),
        (DATE, Key("q", "soon", WHY, ("CL",)), "not a day"),
        (TEXT, Key("q", "calls upon", WHY, ("OP3",)), "list of one or more"),
        (TEXT, Key("q", ["."], WHY, ("OP3",)), "list of one or more"),
    ],
)
def test_a_key_that_does_not_fit_says_why(question: Question, key: Key, problem: str) -> None:
    """One line for the author, when the cell runs."""
    with pytest.raises(QuestionError) as caught:
        KINDS[question.kind].check_key(question, key)
    assert problem in str(caught.value)


def test_items_stand_in_order() -> None:
    """As options do, so that their order gives nothing away."""
    with pytest.raises(QuestionError, match="items stand in order: put 'adopted' before 'issued'"):
        quiz.ordering("q-order", "?", ["issued", "adopted"])


def told(page: Page[Any], *events: tuple[str, Any]) -> str:
    state = page.start()
    for name, value in events:
        state = page.update(state, Event(name, value))
    return str(page.render(state))


@pytest.fixture(autouse=True)
def in_its_own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def pages() -> dict[str, Page[Any]]:
    quiz.matching("q-match", "Match", MATCH.items, MATCH.options)
    match = quiz.key("q-match", MATCHED.right, source="OP4", why=MATCHED.why)
    quiz.ordering("q-order", "Order", ORDER.items)
    order = quiz.key("q-order", ORDERED.right, source="CL", why="because")
    quiz.number("q-number", "Number", unit="days")
    number = quiz.key("q-number", 82, source="CL", why="because")
    quiz.date("q-date", "Day")
    date = quiz.key("q-date", "9 December 1998", source="CL", why="because")
    quiz.text("q-text", "Words")
    text = quiz.key("q-text", ["calls upon"], source="OP3", why="because")
    return {"match": match, "order": order, "number": number, "date": date, "text": text}


@pytest.mark.parametrize(
    ("kind", "events", "verdict"),
    [
        ("match", [("q-match:0", "asks"), ("q-match:1", "notes"), ("q-match:2", "decides")], "Yes, all of these hold"),
        ("match", [("q-match:0", "asks")], "Part of what you chose holds."),
        ("match", [("q-match:9", "asks"), ("q-match:x", "asks")], "Choose something for at least one line"),
        (
            "order",
            [("q-order:down", "adopted"), ("q-order:up", "tabled"), ("q-order:up", "tabled")],
            "Yes, this holds.",
        ),
        ("order", [("q-order:up", "adopted"), ("q-order:sideways", {})], "This does not hold."),
        ("number", [("q-number", "82")], "Yes, this holds."),
        ("number", [("q-number", "many")], "Type a number in figures"),
        ("date", [("q-date", "9 December 1998")], "Yes, this holds."),
        ("date", [("q-date", 7)], "Write a day as in"),
        ("text", [("q-text", "Calls upon")], "Yes, this holds."),
        ("text", [("q-text", "<script>alert(1)</script>")], "This does not hold."),
    ],
)
def test_answering(kind: str, events: list[tuple[str, Any]], verdict: str) -> None:
    """Step by step as a learner does it; whatever the browser sends is harmless."""
    shown = told(pages()[kind], *events, ("check", ""))
    assert verdict in shown
    assert "<script" not in shown


@pytest.mark.parametrize("kind", ["match", "order", "number", "date", "text"])
def test_an_answer_is_found_again_and_forms_are_labelled(kind: str) -> None:
    """Every control has a label or a name; reopening shows the earlier answer."""
    before = {
        "match": [("q-match:0", "asks")],
        "order": [("q-order:down", "adopted")],
        "number": [("q-number", "81")],
        "date": [("q-date", "1 March 1999")],
        "text": [("q-text", "urges")],
    }[kind]
    shown = told(pages()[kind], *before, ("check", ""))
    assert told(pages()[kind]) == shown
    controls = shown.count("<select") + shown.count("<input")
    assert controls == shown.count("<label")
    assert shown.count('aria-label="Move ') == (8 if kind == "order" else 0)
