"""Whatever the text: parse answers with a record that gives the text back, or with a ParseError."""

import contextlib
import random
import time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from helpers.errors import ParseError
from helpers.resolution import load, parse

SOURCE = load("A/RES/53/137").source
SPARE = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])

FRAGMENTS = [
    "The General Assembly,",
    "Recalling its resolution 1/1,¹",
    "1. Decides to act;",
    "2. *Notes* it.",
    "(a) To go:",
    "(i) now;",
    "a. here",
    "• there",
    "¹ A/1.",
    "[2] B/1.",
    "3 C/1.",
    "4/ D/1.",
    "* E/1.",
    "5th plenary meeting",
    "3 May 1990",
    "Annex",
    "Annex II",
    "[Adopted without a vote.]",
    "A/RES/53/137",
    "1/2",
    "- 3 -",
    "II",
    "A",
    "Distr.: General",
    "Fifty-third session",
    "53/137. Birds",
    "a | b",
    "-----",
    "\u200f\u0639\u0647\u062f",
    "***",
    "_x_",
    "(",
]


def check(text):
    """Every character has one place, and every place lies in the text."""
    try:
        found = parse(text)
    except ParseError as error:
        assert "\n" not in str(error) and error.line >= 1
        return
    assert "".join(text[slice(*piece.span)] for piece in found.pieces) == text
    ids = [item.id for item in (*found.paragraphs, *found.footnotes, *found.annexes, *found.formulas)]
    assert len(ids) == len(set(ids))
    for key in ids:
        assert found[key].id == key
    for paragraph in found.paragraphs:
        assert len(paragraph.offsets) == len(paragraph.text)
        printed = (text[i] for i in paragraph.offsets)
        assert "".join(" " if char.isspace() else char for char in printed) == paragraph.text
    assert all(0 <= span.start <= span.end <= len(text) for e in found.elements for span in e.spans)
    assert found.acts is not None and found.citations is not None


@SPARE
@given(st.text(max_size=400))
def test_any_text(text):
    """Arbitrary characters."""
    check(text)


@SPARE
@given(st.text(max_size=200))
def test_any_text_after_enacting_words(text):
    """Arbitrary characters where paragraphs are expected."""
    check("The General Assembly,\n\n" + text)


@SPARE
@given(st.lists(st.tuples(st.sampled_from(FRAGMENTS), st.sampled_from(["\n", "\n\n", " ", "\r\n", "\f"]))))
def test_fragments_in_any_order(pairs):
    """The right words in the wrong places."""
    check("".join(word + blank for word, blank in pairs))


@SPARE
@given(st.integers(0, 10**6))
def test_shuffled_lines_of_the_resolution(seed):
    """The resolution's lines in any order."""
    lines = SOURCE.split("\n")
    random.Random(seed).shuffle(lines)
    check("\n".join(lines))


@SPARE
@given(st.integers(0, 10**6))
def test_damaged_resolution(seed):
    """Characters lost, doubled and replaced."""
    chance = random.Random(seed)
    text = list(SOURCE)
    for _ in range(chance.randint(1, 80)):
        place = chance.randrange(len(text))
        text[place] = chance.choice(["", text[place] * 2, "\n", "\n\n", "*", "¹", " ", "1", "(", "\u00ad"])
    check("".join(text))


@settings(max_examples=30, deadline=None)
@given(st.binary(max_size=200))
def test_any_bytes(data):
    """Bytes are UTF-8 or refused."""
    with contextlib.suppress(ParseError):
        parse(data)


LONG = [
    "1. Decides " + "a " * 50_000,
    "1. Decides" + " ," * 50_000,
    "1. Decides " + "abc1 " * 20_000 + "\n\n¹ A/1.",
    "1. Decides:\n\n" + "(a) To go:\n\n" * 3_000,
    "1. Decides:\n\n" + "(a) x;\n\n" * 3_000,
    "\n".join("*" * 50 for _ in range(3_000)),
    "1. Decides\n\n" + "¹²³ " * 25_000,
    "ab-\n" * 25_000,
]


@pytest.mark.parametrize("text", LONG, ids=[text[:24].strip()[:20] + str(i) for i, text in enumerate(LONG)])
def test_long_texts_take_time_in_proportion(text):
    """A hundred thousand characters of anything in a moment: no step grows with the square."""
    start = time.perf_counter()
    check("The General Assembly,\n\nNoting it,\n\n" + text)
    assert time.perf_counter() - start < 5
