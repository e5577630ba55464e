"""Choosing a language: by a notebook, by the environment, and what a page then says of itself."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import htpy as h
import pytest

from helpers import explore, figures, language
from helpers.errors import CourseError
from helpers.notebooks import language_of, lessons_in, original, translations
from helpers.quiz.question import Key, Question
from helpers.quiz.view import Asked, render, still
from helpers.resolution import load
from helpers.view import Page, english, shown, words

ASKED = Question("choice", "q", "Which?", ("one", "two"))
KEY = Key("q", "one", {"one": "So.", "two": "Not so."}, ("OP3",))


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    language.use("en")


def page() -> Page[None]:
    return Page(lambda: None, lambda _state: h.p, lambda state, _event: state, h.p["Hello"], "Hello")


@pytest.mark.parametrize(
    ("code", "opened"),
    [
        ("en", '<div class="res-still"><p>'),
        ("fr", '<div class="res-still" lang="fr" dir="ltr"><p>'),
        ("qps", '<div class="res-still" lang="qps" dir="rtl"><p>'),
    ],
)
def test_a_page_says_its_language(code: str, opened: str) -> None:
    """English says nothing, since JupyterLab says it."""
    language.use(code)
    assert page().without_kernel()["text/html"].startswith(opened)
    live = page().live()
    assert (live.lang, live.dir) == (code, "rtl" if code == "qps" else "ltr")


@pytest.mark.parametrize("code", ["xx", "../fr", "fr/../fr", "", "FR", "fr\n"])
def test_an_unknown_language_is_refused_in_one_line(code: str) -> None:
    """The course goes on in the language it spoke."""
    language.use("fr")
    with pytest.raises(CourseError, match=r"^(?!.*\n).*en, fr"):
        language.use(code)
    assert language.language() == "fr"


def run(code: str, statement: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "COURSE_LANGUAGE": code}
    return subprocess.run(
        [sys.executable, "-c", statement], env=environment, capture_output=True, text=True, check=False
    )


def test_the_environment_chooses_for_a_kernel() -> None:
    assert run("fr", "from helpers.language import _; print(_('Saved'))").stdout == "Enregistré\n"


def test_a_kernel_goes_on_in_english_where_the_environment_asks_for_what_is_not_there() -> None:
    ran = run("tlh", "from helpers.language import _; print(_('Saved'))")
    assert (ran.stdout, ran.stderr) == ("Saved\n", "")


def test_the_command_line_says_so() -> None:
    ran = run("tlh", "from helpers.cli import main; raise SystemExit(main(['check', '--help']))")
    assert ran.returncode != 0
    assert "the course does not speak 'tlh'; it speaks en, fr" in ran.stderr
    assert "Traceback" not in ran.stderr


def test_an_authors_words_keep_their_own_language(monkeypatch: pytest.MonkeyPatch) -> None:
    """An English lesson with French buttons: the question is marked as English, the buttons are not."""
    monkeypatch.setenv("COURSE_LANGUAGE", "fr")
    language.use_environment()
    assert (language.language(), language.written()) == ("fr", "en")
    live = str(render(ASKED, KEY, Asked()))
    assert '<legend lang="en" dir="ltr" id="q-asked">Which?</legend>' in live
    assert '<span lang="en" dir="ltr">one</span>' in live
    assert ">Vérifier ma réponse<" in live
    assert '<strong lang="en" dir="ltr">one</strong> — réponse exacte. <span lang="en" dir="ltr">So.</span>' in str(
        still(ASKED, KEY)
    )


def test_a_french_lesson_marks_nothing_but_the_resolution() -> None:
    language.use("fr")
    shown_still = str(still(ASKED, KEY))
    assert shown_still.count('lang="en"') == 1
    assert '<blockquote class="res-words" lang="en"><span class="res-id">OP3</span>' in shown_still


def test_the_resolutions_words_run_from_left_to_right() -> None:
    """In a page from right to left, too; the id in the margin is the page's own."""
    language.use("qps")
    assert str(words(load("A/RES/53/137"), "MH.organ")) == (
        '<blockquote class="res-words" lang="en"><span class="res-id" lang="qps" dir="rtl">⟦Organ⟧</span>'
        '<p dir="ltr">General Assembly</p></blockquote>'
    )


def test_english_that_nobody_translated_says_so() -> None:
    """Words of a table, and the resolution's in a sentence."""
    language.use("fr")
    assert str(h.p[shown("A word in no catalogue")]) == '<p><span lang="en">A word in no catalogue</span></p>'
    assert str(h.p[shown("Saved")]) == "<p>Enregistré</p>"
    language.use("qps")
    assert str(h.p[english("Notes")]) == '<p><span lang="en" dir="ltr">Notes</span></p>'


# ---- which notebooks are lessons ----


@pytest.mark.parametrize(
    ("name", "code", "english_one"),
    [
        ("00_start_here.ipynb", "en", "00_start_here.ipynb"),
        ("00_start_here.fr.ipynb", "fr", "00_start_here.ipynb"),
        ("01_a.pt.ipynb", "pt", "01_a.ipynb"),
        ("01_a-Copy1.ipynb", "en", "01_a-Copy1.ipynb"),
        ("01_a.old one.ipynb", "en", "01_a.old one.ipynb"),
    ],
)
def test_names(name: str, code: str, english_one: str) -> None:
    assert (language_of(name), original(name)) == (code, english_one)


def test_each_lesson_is_listed_once(tmp_path: Path) -> None:
    """In the reader's language where it is there, else in English."""
    for name in ("00_a.ipynb", "00_a.fr.ipynb", "00_a.de.ipynb", "01_b.ipynb", "02_c.fr.ipynb", "notes.ipynb"):
        (tmp_path / name).write_text("{}")
    assert [path.name for path in lessons_in(tmp_path)] == ["00_a.ipynb", "01_b.ipynb"]
    assert [path.name for path in lessons_in(tmp_path, "fr")] == ["00_a.fr.ipynb", "01_b.ipynb"]
    assert [path.name for path in translations(tmp_path)] == ["00_a.de.ipynb", "00_a.fr.ipynb", "02_c.fr.ipynb"]


@pytest.mark.parametrize("code", language.languages())
def test_every_explorer_and_figure_speaks_every_language(code: str) -> None:
    """No translation breaks a page: live, still, in plain words, drawn."""
    language.use(code)
    for name in explore.__all__:
        page: Page[Any] = getattr(explore, name)()
        assert str(page.render(page.start()))
        assert str(page.still)
        assert page.plain
    for name in figures.__all__:
        assert getattr(figures, name)().alt
