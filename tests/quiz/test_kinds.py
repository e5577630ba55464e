"""Kinds of question: credit, reasons, and what a badly written question says."""

from __future__ import annotations

from typing import Any

import pytest

from helpers.quiz.kinds import KINDS, mark
from helpers.quiz.order import canonical
from helpers.quiz.question import Key, Question, QuestionError

OPTIONS = ("asks", "calls", "sees", "takes")


def question(kind: str, options: tuple[str, ...] = OPTIONS, id: str = "q-verbs") -> Question:
    return Question(kind, id, "Which?", options)


def key(right: Any, options: tuple[str, ...] = OPTIONS, **changes: Any) -> Key:
    return Key("q-verbs", right, changes.pop("why", {o: f"because {o}" for o in options}), ("OP3",), **changes)


@pytest.mark.parametrize(
    ("kind", "right", "answer", "credit"),
    [
        ("choice", "asks", "asks", 1.0),
        ("choice", "asks", "calls", 0.0),
        ("choice", "asks", "ASKS", None),  # not an option: no answer, rather than a wrong one
        ("choice", "asks", ["asks"], None),  # the wrong type is no answer
        ("choice", "asks", None, None),
        ("several", ("asks", "calls"), ("asks", "calls"), 1.0),
        ("several", ("asks", "calls"), ["calls", "asks"], 1.0),  # the order of ticks does not matter
        ("several", ("asks", "calls"), ("asks",), 0.5),
        ("several", ("asks", "calls"), ("asks", "calls", "sees"), 0.5),  # a wrong tick takes a right one back
        ("several", ("asks", "calls"), OPTIONS, 0.0),  # ticking everything earns nothing
        ("several", ("asks", "calls", "sees"), OPTIONS, 2 / 3),  # unless nearly everything holds
        ("several", ("asks",), ("sees", "takes"), 0.0),  # never less than nothing
        ("several", ("asks",), (), None),
        ("several", ("asks",), ["nobody"], None),
        ("several", ("asks",), "asks", None),
        ("several", ("asks",), {"asks": 1}, None),
    ],
)
def test_credit(kind: str, right: Any, answer: Any, credit: float | None) -> None:
    """Each kind gives the credit a teacher would compute by hand."""
    marked = mark(question(kind), key(right), answer)
    assert (marked.credit if marked else None) == (pytest.approx(credit) if credit is not None else None)


def test_every_option_gets_its_reason() -> None:
    """The learner can read why each option holds or does not, chosen or not."""
    marked = mark(question("several"), key(("asks", "calls")), ("asks", "takes"))
    assert marked is not None
    assert [(r.option, r.holds, r.chosen, r.why) for r in marked.reasons] == [
        ("asks", True, True, "because asks"),
        ("calls", True, False, "because calls"),
        ("sees", False, False, "because sees"),
        ("takes", False, True, "because takes"),
    ]


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        (("only one",), "at least two options"),
        (("calls", "asks"), "put 'asks' before 'calls'"),
        (("1 March 1999", "9 December 1998"), "put '9 December 1998' before '1 March 1999'"),
        (("10", "9"), "put '9' before '10'"),
        (("asks", "asks"), "the same"),
        (("", "asks"), "at least one character"),
    ],
)
@pytest.mark.parametrize("kind", ["choice", "several"])
def test_a_badly_written_question_says_what_to_change(kind: str, options: tuple[str, ...], problem: str) -> None:
    """The author reads one line that names the question and the change."""
    with pytest.raises(QuestionError, match="q-verbs") as caught:
        KINDS[kind].check(question(kind, options))
    assert problem in str(caught.value)


@pytest.mark.parametrize(
    ("kind", "right", "changes", "problem"),
    [
        ("choice", "sings", {}, "not one of the options"),
        ("choice", "asks", {"why": {"asks": "it does"}}, "no reason is given for 'calls'"),
        (
            "choice",
            "asks",
            {"why": {**dict.fromkeys(OPTIONS, "…"), "sings": "…"}},
            "'sings', which is not in the question",
        ),
        ("several", (), {}, "not a list of one or more"),
        ("several", "asks", {}, "not a list of one or more"),
        ("several", ("asks", "sings"), {}, "not a list of one or more"),
    ],
)
def test_a_key_that_does_not_fit_says_why(kind: str, right: Any, changes: dict[str, Any], problem: str) -> None:
    """A key is checked when its cell runs, not when a learner meets it."""
    with pytest.raises(QuestionError) as caught:
        KINDS[kind].check_key(question(kind), key(right, **changes))
    assert problem in str(caught.value)


@pytest.mark.parametrize("id", ["", "Organ", "mh organ", "mh--organ", "1st", "mh-"])
def test_ids_are_words_and_hyphens(id: str) -> None:
    """Ids become parts of HTML ids and of file entries, so their form is narrow."""
    with pytest.raises(QuestionError, match="an id is lower-case"):
        question("choice", id=id)


def test_a_key_names_its_source_and_what_it_asks() -> None:
    """No question without the element that settles it, none outside the six levels."""
    with pytest.raises(QuestionError, match="name the element"):
        Key("q", "a", {}, ())
    with pytest.raises(QuestionError, match="not one of remember"):
        key("asks", asks="guess")


def test_canonical_order() -> None:
    """Dates and numbers ascend; everything else is alphabetical, without regard to case."""
    assert canonical(("b", "A", "C")) == ("A", "b", "C")
    assert canonical(("9 items", "53 items")) == ("9 items", "53 items")
    assert canonical(("9", "A")) == ("9", "A")
