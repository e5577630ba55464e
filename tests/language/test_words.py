"""Every word that the helpers show comes from the catalogue: a language that nobody speaks finds those that do not.

``-k`` with an explorer's or a figure's name runs what concerns it; ``tests/language/pseudo.py`` tells the rule.
"""

from __future__ import annotations

import ast
import json
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from matplotlib.figure import Figure
from matplotlib.text import Text

from helpers import explore, figures, language, quiz
from helpers.quiz.answering import answering
from helpers.quiz.answers import AnswerFile
from helpers.quiz.build import QUESTIONS
from helpers.quiz.kinds import KINDS
from helpers.quiz.question import Key, Question
from helpers.quiz.score import score, written
from helpers.quiz.store import Store
from helpers.quiz.view import practice
from helpers.resolution.lint import rules
from helpers.resources import lessons_path
from helpers.view import Event, Page
from tests.language.crawl import crawl
from tests.language.pseudo import bare, bare_text
from tests.language.words import template


@cache
def catalogued() -> set[str]:
    """Every message that translators find in the catalogue, both forms of those that have two."""
    ids = (message.id for message in template())
    return {form for one in ids for form in (one if isinstance(one, tuple) else (one,))}


@pytest.fixture(autouse=True)
def _nobody_speaks_it(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak it for one test, and see that each message it shows is in the catalogue."""
    language.use("qps")
    heard, speak = set[str](), language._words.gettext
    monkeypatch.setattr(language._words, "gettext", lambda message: (heard.add(message), speak(message))[1])
    yield
    language.use("en")
    assert sorted(heard - catalogued()) == [], "mark it with N_, or its column as translatable; then: make words"


def called(package: str) -> list[str]:
    """How the lessons call explorers or figures, and each of them without arguments: "clock(part='day')"."""
    module = {"explore": explore, "figures": figures}[package]
    calls = {f"{name}()" for name in module.__all__}
    for path in lessons_path().glob("*.ipynb"):
        for cell in json.loads(path.read_text("utf-8"))["cells"]:
            tree = ast.parse("".join(cell["source"])) if cell["cell_type"] == "code" else ast.Module([], [])
            for node in ast.walk(tree):
                if isinstance(node, ast.Call) and ast.unparse(node.func).startswith(f"{package}."):
                    calls.add(ast.unparse(node).removeprefix(f"{package}."))
    return sorted(calls)


def made(package: Any, call: str) -> Any:
    node = ast.parse(call, mode="eval").body
    assert isinstance(node, ast.Call)
    arguments = {str(word.arg): ast.literal_eval(word.value) for word in node.keywords}
    return getattr(package, ast.unparse(node.func))(*map(ast.literal_eval, node.args), **arguments)


DRAFT = "The General Assembly,\n\nRecalling its resolution 45/158.\n\nAware of it,\n\n1. Decide to meet;\n\n2. Notes."
#: What readers type, by the event that it sends; the last is no answer to anything.
TYPED = {
    "symbol": ["A/RES/53/137", "A/CONF.157/24 (Part I)", "S/RES/1325 (2000)", "A/XYZ/1", "Q/1/2", "A//1", "", "53"],
    "day": ["14 March 2003", "1 May 1991", "1980-01-01", "2040-01-01", "soon"],
    "joined": ["1 March 1992", "14 March 2003", "2030-01-01", "1980-01-01", "2200-01-01", "soon"],
    "text": ["", "Hello", DRAFT, DRAFT[:-1] + "\n\n9. Calls upon States to act.\n\n1. See S/1.", "x" * 300_000],
    "typed": ["requests", "takes note", "shouts", ""],
    "ask": ["1999", "45", "A/RES/45/158", "soon", ""],
    "year": ["1999", "1980", "2040", "soon"],
    "article": ["87", "2 (1)", "0", "94", "soon"],
    "country": ["France", "Mexico", "Nowhere", "a", ""],
    "file": [
        {"name": "a.txt", "size": 9, "text": DRAFT},
        {"name": "a.txt", "size": 9, "text": "Hello"},
        {"name": "a.txt", "size": 99_000_000, "text": None},
        None,
    ],
    "open": [""],
    "own": [""],
}
TYPING = [(name, value) for name, values in TYPED.items() for value in values]


@pytest.mark.parametrize("call", called("explore"))
def test_every_word_of_an_explorer_whatever_is_clicked(call: str) -> None:
    found = {
        word: done for done, html in crawl(made(explore, call), TYPING) for word in bare(html) if word not in _TYPED
    }
    assert found == {}


#: What a reader typed comes back as it is.
_TYPED = {"Hello", "soon", "shouts", "Nowhere", "Q", "XYZ", "aria-label: Part I"}


@pytest.mark.parametrize("call", called("explore"))
def test_every_word_of_an_explorer_without_a_kernel(call: str) -> None:
    page = made(explore, call)
    assert bare(str(page.still)) == []
    assert bare_text(page.plain) == []


@pytest.mark.parametrize("call", called("figures"))
def test_every_word_of_a_figure(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is drawn, what is told to those who cannot see it, and the line below it."""
    drawn: list[Figure] = []
    saved = Figure.savefig
    monkeypatch.setattr(Figure, "savefig", lambda self, *a, **k: (drawn.append(self), saved(self, *a, **k))[1])
    picture = made(figures, call)
    assert drawn
    assert bare(str(picture.figure)) == []
    assert bare_text(picture.alt) == []
    shown = [text.get_text() for text in drawn[0].findobj(Text) if text.get_visible()]
    assert [word for text in shown for word in bare_text(text)] == []


# ---- questions: what an author writes is marked here as if it were translated ----

TWO = ("⟦asks⟧", "⟦calls⟧")
THREE = (*TWO, "⟦notes⟧")
WHY = {"": "⟦The text says so.⟧"}
MODEL = "The General Assembly,\n\nAware of it,\n\nDecides to meet."
ASKED: dict[str, tuple[Question, Key | None, list[Any]]] = {
    "choice": (
        Question("choice", "q", "⟦Which?⟧", TWO),
        Key("q", TWO[0], dict.fromkeys(TWO, WHY[""]), ("OP3",), points=2),
        list(TWO),
    ),
    "several": (
        Question("several", "q", "⟦Which?⟧", THREE),
        Key("q", TWO, dict.fromkeys(THREE, WHY[""]), ("OP3",), points=2),
        [TWO, THREE, TWO[:1], THREE[2:], (THREE[0], THREE[2])],
    ),
    "matching": (
        Question("matching", "q", "⟦Which?⟧", TWO, ("OP4", "OP7")),
        Key("q", {"OP4": TWO[0], "OP7": TWO[1]}, dict.fromkeys(("OP4", "OP7"), WHY[""]), ("OP4",), points=2),
        [TWO, TWO[::-1], (TWO[0], "")],
    ),
    "ordering": (
        Question("ordering", "q", "⟦In what order?⟧", items=THREE),
        Key("q", THREE[::-1], WHY, ("CL",), points=1),
        [THREE, THREE[::-1]],
    ),
    "number": (
        Question("number", "q", "⟦How many?⟧", unit="⟦days⟧"),
        Key("q", 82, WHY, ("CL",), points=1),
        ["82", "7"],
    ),
    "date": (
        Question("date", "q", "⟦When?⟧"),
        Key("q", "9 December 1998", WHY, ("CL",), points=1),
        ["9 December 1998", "1 May 1991"],
    ),
    "text": (
        Question("text", "q", "⟦Which words?⟧"),
        Key("q", ("⟦calls upon⟧",), WHY, ("OP3",), points=1),
        ["⟦calls upon⟧", "⟦asks⟧"],
    ),
    "marking": (
        Question("marking", "q", "⟦Which words?⟧", passage="OP3"),
        Key("q", ("all Member States",), WHY, ("OP3",), points=1),
        [[[11, 28]], [[15, 28]], [[0, 9]], [[0, 28]]],
    ),
    "essay": (Question("essay", "q", "⟦What does it ask?⟧", words=(6, 50)), None, ["⟦Word.⟧", "⟦Many⟧ ⟦words⟧."]),
    "draft": (
        Question("draft", "q", "⟦Draft it.⟧", words=(6, 50)),
        Key("q", {"rules": list(rules()), "model": MODEL}, WHY, ("EW",), points=4),
        [MODEL, DRAFT, "⟦Hello⟧"],
    ),
}
NO_ANSWERS: list[Any] = ["soon", "", None, 7, ["", ""]]


def test_these_are_all_kinds_of_question() -> None:
    assert set(ASKED) == set(KINDS) == set(QUESTIONS)


@pytest.mark.parametrize("kind", ASKED)
def test_every_word_of_a_question_that_is_answered(kind: str, tmp_path: Path) -> None:
    """A graded question: opened, answered, answered by something that is no answer, on paper."""
    question, _, _ = ASKED[kind]
    page = answering(question, AnswerFile(tmp_path))
    dated = ["9 December 1998"] if kind == "date" else []
    typing = [("q", value) for value in ("82", "soon", *dated, "⟦Word⟧")] if not question.options else []
    assert {word: done for done, html in crawl(page, typing) for word in bare(html) if word != "soon"} == {}
    assert bare(page.without_kernel()["text/html"]) == []
    assert bare_text(page.plain) == []


@pytest.mark.parametrize("kind", [kind for kind, (_, key, _) in ASKED.items() if key])
def test_every_word_of_a_question_with_its_reasons(kind: str, tmp_path: Path) -> None:
    """A practice question: right, partly right, wrong, nothing; its answer folded out without a kernel."""
    question, key, answers = ASKED[kind]
    assert key
    store = Store(tmp_path)
    page = practice(question, key, store)
    assert bare(str(page.render(page.update(page.start(), Event("check", ""))))) == []
    for answer in answers:
        cleaned = KINDS[kind].clean(question, answer)
        store.record("q", cleaned, 0.5)
        assert bare(str(page.render(page.start()))) == [], answer
    assert bare(page.without_kernel()["text/html"]) == []


@pytest.mark.parametrize("kind", [kind for kind, (_, key, _) in ASKED.items() if key])
def test_every_word_of_a_graded_answer(kind: str) -> None:
    question, key, answers = ASKED[kind]
    assert key
    for answer in [*answers, *NO_ANSWERS]:
        found = score(question, key, {"q": answer})
        assert [word for word in bare(str(found.shown.html)) if word != "soon"] == [], answer
        assert bare_text(found.flaw) == []


@pytest.mark.parametrize("answer", ["⟦Word⟧", "⟦Two⟧ ⟦words⟧", None])
def test_every_word_of_an_essay_that_is_read(answer: str | None) -> None:
    shown = written(ASKED["essay"][0], {"q": answer})
    assert bare(str(shown.html)) == []
    assert bare_text(shown.plain) == []


def test_every_word_of_the_list_of_lessons(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Downloaded, brought back, brought back from what is no file of progress."""
    monkeypatch.chdir(tmp_path)
    lesson = {"nbformat": 4, "nbformat_minor": 5, "metadata": {}, "cells": [
        {"id": "a", "cell_type": "markdown", "metadata": {}, "source": "# ⟦1. The masthead⟧\n\n30 minutes"},
    ]}  # fmt: skip
    (tmp_path / "01_masthead.ipynb").write_text(json.dumps(lesson))
    page: Page[Any] = quiz.progress()
    brought: list[Any] = [
        {"name": "p.json", "text": text} for text in ("[]", "{", '{"format": "resolution-53-137/progress"}', None)
    ]
    Store(tmp_path).record("q", "yes", 1.0)
    brought.append({"name": "p.json", "text": (tmp_path / "progress.json").read_text()})
    found = {word: done for done, html in crawl(page, [("restore", one) for one in brought]) for word in bare(html)}
    assert found == {}
    assert bare(str(page.still)) == []
    assert bare_text(page.plain) == []
