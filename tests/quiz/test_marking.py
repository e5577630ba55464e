"""Words marked in the text, accepted variants, essays, and cells that are read without being run."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest

from helpers.errors import CourseError
from helpers.quiz.cell import CellError, read_cell
from helpers.quiz.entries import count_words, variants
from helpers.quiz.kinds import KINDS, mark
from helpers.quiz.marking import passage
from helpers.quiz.question import Key, Question, QuestionError
from helpers.quiz.score import score, written
from helpers.resolution import load

MARKING = Question("marking", "q", "Who?", passage="OP3")
TEXT = load("A/RES/53/137")["OP3"].text
KEY = Key("q", ("all Member States",), {"": "So."}, ("OP3",), points=3)


def spans(*phrases: str) -> list[list[int]]:
    return [[TEXT.index(phrase), TEXT.index(phrase) + len(phrase)] for phrase in phrases]


@pytest.mark.parametrize(
    ("answer", "credit"),
    [
        (spans("all Member States"), 1),
        (spans("all Member", "States"), 1),  # neighbours are one span
        (spans("ll Member Stat"), 1),  # part of a word counts as the word
        (spans("Member States"), 2 / 3),
        (spans("upon all Member States to"), 3 / 5),
        (spans("consider"), 0),
        (spans(TEXT.rstrip(";")), 3 / len(passage("OP3")[1])),  # everything
        ([], None),
        ([[0, 10_000]], None),
        ([[5, 5]], None),
        ([[-1, 5]], None),
        ([[True, 5]], None),
        ([[0.0, 5]], None),
        ([["0", "5"]], None),
        ([[0]], None),
        ([[[0], 5]], None),
        ("OP3", None),
        ({"0": 5}, None),
        ([[0, 5]] * 100_000, None),
    ],
)
def test_credit_is_by_overlap_of_words(answer: object, credit: float | None) -> None:
    marked = mark(MARKING, KEY, answer)
    assert (marked.credit if marked else None) == (pytest.approx(credit) if credit is not None else None)


@pytest.mark.parametrize(
    ("right", "said"),
    [
        (("no such words",), "does not stand in OP3 exactly once"),
        (("to",), "does not stand in OP3 exactly once"),
        (("embe",), "within a word"),
        (("all Member States to consider ",), "at a mark"),
        (("all Member", "Member States"), "overlaps"),
        ("all Member States", "a list of one or more phrases"),
        ((), "a list of one or more phrases"),
    ],
)
def test_a_key_that_does_not_fit_the_text(right: object, said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        KINDS["marking"].check_key(MARKING, Key("q", right, {"": "So."}, ("OP3",)))


@pytest.mark.parametrize(("element", "said"), [("OP8", "is no element"), ("FN7", "only one word")])
def test_a_passage_that_cannot_be_marked(element: str, said: str) -> None:
    with pytest.raises(QuestionError, match=said):
        KINDS["marking"].check(Question("marking", "q", "?", passage=element))


@pytest.mark.parametrize("element", [element.id for element in load("A/RES/53/137").elements])
def test_every_words_span_gives_the_word(element: str) -> None:
    """Words never overlap, stand in order, and hold no space."""
    text, found = passage(element)
    assert all(before.end <= after.start for before, after in pairwise(found))
    assert not [word for span in found if re.search(r"\s", word := text[slice(*span)])]


@pytest.mark.parametrize(
    ("pattern", "texts"),
    [
        ("ILO", {"ILO"}),
        ("[the ]ILO", {"the ILO", "ILO"}),
        ("organi{s|z}ation", {"organisation", "organization"}),
        ("{UN |}Secretary{-| }General", {f"{a}Secretary{b}General" for a in ("UN ", "") for b in "- "}),
    ],
)
def test_variants_of_a_short_answer(pattern: str, texts: set[str]) -> None:
    assert set(variants(pattern)) == texts


@pytest.mark.parametrize("pattern", ["[a", "a]", "{a", "[a[b]]", "{a|[b]}", "{a|b}" * 8, "(a+)+$]"])
def test_a_pattern_that_cannot_work_is_refused_when_it_is_written(pattern: str) -> None:
    with pytest.raises(QuestionError, match="the variant"):
        KINDS["text"].check_key(Question("text", "q", "?"), Key("q", [pattern], {"": "So."}, ("OP3",)))


@pytest.mark.parametrize("words", [(0, 5), (5, 5), (9, 5), (1, 5000)])
def test_an_essays_length_is_possible(words: tuple[int, int]) -> None:
    with pytest.raises(QuestionError, match="words="):
        KINDS["essay"].check(Question("essay", "q", "?", words=words))


@pytest.mark.parametrize(("text", "count"), [("", 0), ("  \n", 0), ("One – two.", 2), ("a " * 300, 300)])
def test_words_are_counted_as_people_count(text: str, count: int) -> None:
    assert count_words(text) == count


def test_an_essay_is_text_and_nothing_else() -> None:
    question = Question("essay", "q", "?", words=(5, 9))
    html = str(written(question, {"q": "<img src=x onerror=alert(1)>\n\n$x$ **b**"}).html)
    assert "<img" not in html and html.count("<p>") == 3
    assert "No text was saved" in str(written(question, {"q": ["no"]}).html)


@pytest.mark.parametrize("answer", [None, 1, True, [], {}, [[]], {"a": 1}, "x" * 100_000, float("nan"), [None] * 9])
@pytest.mark.parametrize("kind", ["choice", "several", "matching", "ordering", "number", "date", "text", "marking"])
def test_any_saved_value_gives_points_between_none_and_all(kind: str, answer: object) -> None:
    """Whatever stands in the file: a finite number from 0 to the points, and HTML with reasons."""
    asked = {
        "choice": (Question(kind, "q", "?", ("no", "yes")), "yes", {"no": "N.", "yes": "Y."}),
        "several": (Question(kind, "q", "?", ("no", "yes")), ["yes"], {"no": "N.", "yes": "Y."}),
        "matching": (Question(kind, "q", "?", ("x", "y"), ("A", "B")), {"A": "x", "B": "y"}, {"A": "N.", "B": "Y."}),
        "ordering": (Question(kind, "q", "?", items=("a", "b")), ["b", "a"], {"": "So."}),
        "number": (Question(kind, "q", "?"), 82, {"": "So."}),
        "date": (Question(kind, "q", "?"), "9 December 1998", {"": "So."}),
        "text": (Question(kind, "q", "?"), ["ILO"], {"": "So."}),
        "marking": (MARKING, ["all Member States"], {"": "So."}),
    }[kind]
    question, right, why = asked
    got = score(question, Key("q", right, why, ("OP3",), points=2), {"q": answer})
    assert got.points == 0.0 and got.shown.plain == "0.0"
    assert "Why" in str(got.shown.html)
    assert bool(got.flaw) == (answer is not None and not isinstance(answer, str))


@pytest.mark.parametrize("points", [0, -1, float("nan"), float("inf")])
def test_points_are_a_number_above_none(points: float) -> None:
    with pytest.raises(QuestionError, match="points="):
        Key("q", "yes", {}, ("EW",), points=points)


@pytest.mark.parametrize(
    "source",
    [
        "from helpers import quiz",
        "quiz",
        "quiz.progress()",
        "other.choice('a', '?', ['no', 'yes'])",
        "if True:\n    quiz.date('a', '?')",
        "x = quiz.date('a', '?')",
        "%matplotlib inline",
        "def f(:",
        "\0",
    ],
)
def test_cells_that_ask_nothing(source: str) -> None:
    assert read_cell(source) is None


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("quiz.date('a', '?')\nquiz.date('b', '?')", "asks one question"),
        ("quiz.key('a', 1)", "asks one question"),
        ("quiz.date('a', '?')\nquiz.key('b', '1 March 1999', source='CL', why='So.')", "its key names 'b'"),
        ("quiz.date('a', __import__('os').getcwd())", "write out every argument"),
        ("quiz.date(*['a', '?'])", "write out every argument"),
        ("quiz.date('a', '?', **{})", "write out every argument"),
        ("quiz.date('a')", "missing 1 required positional argument"),
        ("quiz.date('a', '?', colour='red')", "unexpected keyword argument"),
        ("quiz.date('a', '')", "the prompt is empty"),
        ("quiz.number('a', '?')\nquiz.key('a', 10**400, source='CL', why='So.')", "write out every argument"),
    ],
)
def test_cells_that_cannot_work_are_one_line_and_are_not_run(source: str, said: str) -> None:
    with pytest.raises(CourseError, match=re.escape(said)) as raised:
        read_cell(source)
    assert "\n" not in str(raised.value)
    assert isinstance(raised.value, CellError | QuestionError)
