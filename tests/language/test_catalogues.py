"""The catalogues are those of today's code and tables, French is complete, and no translation breaks a message."""

from __future__ import annotations

import re
from collections.abc import Iterator
from string import Formatter

import pytest
from babel.messages import Catalog, Message

from helpers import language
from tests.language import words

REMEDY = "run: make words"


def translated(code: str) -> Iterator[tuple[Message, str]]:
    """Each message with each form of its translation."""
    for message in words.catalogue(code):
        forms = message.string if isinstance(message.string, tuple) else (message.string,)
        if message.id:
            yield from ((message, form) for form in forms if form)


def places(text: str) -> set[str]:
    return {name for _words, name, _spec, _turn in Formatter().parse(text) if name is not None}


def many(message: Message) -> str:
    return message.id[1] if isinstance(message.id, tuple) else message.id


def test_the_template_is_current() -> None:
    assert words.POT.read_bytes() == words.po(words.template()), REMEDY


@pytest.mark.parametrize("code", words.codes())
def test_a_language_is_current(code: str) -> None:
    """What translators read and what gettext reads hold today's messages, and the same translations."""
    found: Catalog = words.catalogue(code)
    assert words.source(code).read_bytes() == words.po(found), REMEDY
    assert words.source(code).with_suffix(".mo").read_bytes() == words.mo(found), REMEDY


def test_the_course_speaks_every_language_that_somebody_began() -> None:
    assert language.languages() == ("en", *words.codes())
    assert "fr" in language.languages()


def test_french_is_complete() -> None:
    """Every word in the code; tables may wait for their lessons."""
    left = filter(words.of_the_interface, words.missing(words.catalogue("fr")))
    assert [message.id for message in left] == []


@pytest.mark.parametrize("code", words.codes())
def test_nothing_is_guessed(code: str) -> None:
    assert [message.id for message in words.catalogue(code) if message.fuzzy] == []


@pytest.mark.parametrize("code", words.codes())
def test_a_translation_fills_in_what_the_message_does(code: str) -> None:
    """The same places; a form for one thing may do without its number."""
    wrong = []
    for message, form in translated(code):
        if any(place.startswith("data/") for place, _line in message.locations) and "{" not in many(message):
            continue
        given = places(many(message))
        if places(form) != given and not (isinstance(message.id, tuple) and given - places(form) == {"n"}):
            wrong.append((message.id, form))
    assert wrong == []


@pytest.mark.parametrize("code", words.codes())
def test_a_translation_holds_no_html(code: str) -> None:
    assert [form for _message, form in translated(code) if re.search(r"</?[a-z]+[ >]", form)] == []


def test_french_is_set_as_the_french_set_it() -> None:
    """No-break spaces before high marks and inside guillemets, curly apostrophes, three points in one sign."""
    loose = re.compile(
        r"(?<![\u00a0\u202f])[;?!»]|(?<![\u00a0\u202f\w])[:](?=\s|$)|\w[:](?=\s|$)|«(?![\u00a0\u202f])|\w'\w|\.\.\."
    )
    assert [form for _message, form in translated("fr") if loose.search(form)] == []
