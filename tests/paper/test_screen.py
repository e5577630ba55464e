"""Hand-outs for the screen: what the printed ones say, in order, under headings; never an answer."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest

from helpers.cli import main
from helpers.paper import page, screen
from helpers.paper.fit import fit
from helpers.paper.prose import plain
from helpers.paper.sheet import read_sheet
from helpers.resolution import load
from tests.paper.test_handouts import KINDS, LESSONS, fitted, lesson, squeezed


def read(html: bytes) -> str:
    """The words of a page without its head, white space squeezed out."""
    body = html.decode().split("<body", 1)[1].split(">", 1)[1]
    return squeezed(unescape(re.sub("<[^>]+>", "", body)))


@pytest.mark.parametrize("name", LESSONS)
def test_it_says_what_the_printed_one_says(name: str) -> None:
    """Words, directed questions, questions with all that there is to choose, tasks and key points, in this order."""
    chosen = fitted(name)
    parts = [squeezed(plain(page.said(quote, quote.element in chosen.whole))) for quote in chosen.quotes]
    parts += [squeezed(plain(question)) for look in chosen.looks for question in look.questions]
    for ask in chosen.questions:
        for cell in ask.cells:
            parts += map(squeezed, (cell.question.prompt, *cell.question.items, *cell.question.options))
    sheet = chosen.sheet
    parts += [squeezed(plain(line)) for block in (*sheet.pair, *sheet.discuss) for line in block.lines]
    parts += [squeezed(plain(line)) for line in sheet.points]
    words, place = read(screen.handout(chosen)), 0
    for part in parts:
        place = words.find(part, place)
        assert place >= 0, part


@pytest.mark.parametrize("name", LESSONS)
def test_no_answer_is_on_it_and_all_are_on_the_answer_sheet(name: str) -> None:
    words, settled = read(screen.handout(fitted(name))), read(screen.answers(fitted(name)))
    for ask in fitted(name).questions:
        for cell in ask.cells:
            assert cell.key
            for why in cell.key.why.values():
                assert squeezed(why) not in words
                assert squeezed(why) in settled
            for part in (cell.question.id, *(load("A/RES/53/137")[source].text for source in cell.key.source)):
                assert squeezed(part) in settled


@pytest.mark.parametrize("name", LESSONS)
def test_questions_have_the_same_numbers(name: str) -> None:
    """Headings run down without a gap: the title, the parts, a question each."""
    numbers = [str(number) for number, _ask in enumerate(fitted(name).questions, 1)]
    for html, level in ((screen.handout(fitted(name)), 3), (screen.answers(fitted(name)), 2)):
        assert re.findall(rf"<h{level}>Question (\d+)</h{level}>", html.decode()) == numbers
        assert re.findall(r"<h(\d)", html.decode())[:2] == ["1", "2"]


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_question_is_told_without_a_hand(kind: str, tmp_path: Path) -> None:
    """Nothing is to be clicked, moved, ticked or underlined."""
    chosen = fit(read_sheet(lesson(tmp_path, KINDS[kind])))
    words = read(screen.handout(chosen)).lower()
    assert squeezed(chosen.questions[0].cells[0].question.prompt).lower() in words
    assert not re.search("click|arrow|tick|underline|moveeach|box", words)


def test_what_it_quotes_is_english_and_what_it_loads_is_nothing() -> None:
    html = screen.handout(fitted("05_people_on_the_move")).decode()
    assert '<blockquote class="res-words" lang="en"><span class="res-id">PP4</span>' in html
    assert not re.search(r"<script|<link|<img|\bsrc=|url\(", html)


def test_markup_in_a_lesson_stays_text(tmp_path: Path) -> None:
    made = lesson(tmp_path, "## In pairs\n\n**Bold** <b>tag</b> & 2 < 3\n\n| a | b |\n|---|---|\n| 1 | 2 |")
    html = screen.handout(fit(read_sheet(made))).decode()
    assert "<strong>Bold</strong> tag &amp; 2 &lt; 3" in html
    assert '<th scope="col">a</th><th scope="col">b</th>' in html


def test_the_command(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["handout", "2", "--html", "--answers", "--out", str(tmp_path)]) == 0
    paths = [tmp_path / "02_anatomy.html", tmp_path / "answers" / "02_anatomy.html"]
    assert capsys.readouterr().out.splitlines() == [str(path) for path in paths]
    assert [path.read_bytes() for path in paths] == [
        make(fitted("02_anatomy")) for make in (screen.handout, screen.answers)
    ]
