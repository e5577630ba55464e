"""The same sheets as pages for the screen: read aloud, enlarged, in the reader's own colours, or on a course page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import htpy as h

from helpers.language import _
from helpers.paper.ask import Ask
from helpers.paper.page import Page, looked_for, on_paper, said
from helpers.paper.prose import Block, Text, plain
from helpers.paper.told import licence, told
from helpers.quiz.kinds import KINDS
from helpers.quiz.reasons import because, sources
from helpers.quiz.view import still
from helpers.view import authored, in_english, spoken
from helpers.view.document import document

_TAGS = {"strong": h.strong, "italic": h.em, "note": h.sup}


def handout(page: Page) -> bytes:
    """A hand-out as a page that loads nothing: the words, tasks and questions of the printed one, never a key.

    Parameters
    ----------
    page : Page
        What :func:`helpers.paper.fit.fit` chose for one sheet of paper: a class with both has the same numbers.

    Examples
    --------
    >>> from helpers.paper.sheet import Sheet
    >>> sheet = Sheet("01_x", "1. X", 20, quotes=(), looks=(), questions=(), pair=(), discuss=(), points=())
    >>> b"<h1>1. X</h1>" in handout(Page(sheet, ()))
    True
    """
    sheet, names = page.sheet, told()
    quotes = [_quoted(quote.element, said(quote, quote.element in page.whole)) for quote in page.quotes]
    return _file(
        sheet.title,
        _("Write your answers in a document of your own, by number. This page keeps nothing."),
        _part(names["words"], quotes),
        _part(names["look"], list(_looks(page))),
        _part(names["answer"], [_asked(number, ask) for number, ask in enumerate(page.questions, 1)]),
        _part(names["pair"], _blocks(sheet.pair)),
        _part(names["discuss"], _blocks(sheet.discuss)),
        h.details[h.summary[_("Key points: open them at the end")], _list(h.ul, sheet.points)]
        if sheet.points
        else None,
    )


def answers(page: Page) -> bytes:
    """The answer sheet of a hand-out as a page: keys, reasons, and the words that settle each question.

    Examples
    --------
    >>> from helpers.paper.sheet import Sheet
    >>> sheet = Sheet("01_x", "1. X", 20, quotes=(), looks=(), questions=(), pair=(), discuss=(), points=())
    >>> b"<h1>Answers to: 1. X</h1>" in answers(Page(sheet, ()))
    True
    """
    title = _("Answers to: {title}").format(title=page.sheet.title)
    return _file(title, told()["teacher"], [_settled(number, ask) for number, ask in enumerate(page.questions, 1)])


def _file(title: str, about: str, *parts: h.Node) -> bytes:
    page = h.main[h.h1[title], h.p[about], parts, h.footer[h.p(".res-soft")[licence()]]]
    return str(document(title, page)).encode()


def _part(name: str, content: list[h.Element]) -> h.Node:
    return content and [h.h2[name], content]


def _quoted(element: str, text: Text) -> h.Element:
    return h.blockquote(".res-words", in_english())[h.span(".res-id", spoken())[element], h.p[_text(text)]]


def _looks(page: Page) -> Iterator[h.Element]:
    for sheet, asked in looked_for(page.looks):
        yield h.ol(authored(), start=str(asked[0][0]))[(h.li[_text(question)] for _number, question in asked)]
        yield h.p[h.em[on_paper(sheet)]]


def _asked(number: int, ask: Ask) -> h.Element:
    return h.section[h.h3[_question(number)], (still(cell.question) for cell in ask.cells)]


def _settled(number: int, ask: Ask) -> h.Element:
    return h.section[h.h2[_question(number)], (list(_why(ask)))]


def _why(ask: Ask) -> Iterator[h.Node]:
    for cell in ask.cells:
        question, key = cell.question, cell.key
        assert key, "only questions with their keys are read from a lesson"
        kind = KINDS[question.kind]
        yield h.p[h.strong(authored())[question.prompt], f" ({question.id})"]
        yield because(kind.mark(question, key, kind.model(question, key)).reasons)
        yield sources(key)


def _question(number: int) -> str:
    return _("Question {number}").format(number=number)


def _blocks(given: Iterable[Block]) -> list[h.Element]:
    return [_block(block) for block in given]


def _block(block: Block) -> h.Element:
    if block.kind in ("bullets", "numbers"):
        return _list(h.ol if block.kind == "numbers" else h.ul, block.lines)
    if block.kind == "table":
        head, *rows = [block.lines[place : place + block.size] for place in range(0, len(block.lines), block.size)]
        return h.div(".res-scroll", role="region", tabindex="0", aria_label=", ".join(map(plain, head)))[
            h.table(".res-table", authored())[
                h.thead[h.tr[(h.th(scope="col")[_text(cell)] for cell in head)]],
                h.tbody[(h.tr[(h.td[_text(cell)] for cell in row)] for row in rows)],
            ]
        ]
    if block.kind == "quote":
        return h.blockquote(".res-words", in_english())[(h.p[_text(line)] for line in block.lines)]
    return h.div(authored())[(h.p[_text(line)] for line in block.lines)]


def _list(tag: h.Element, lines: Iterable[Text]) -> h.Element:
    return tag(authored())[(h.li[_text(line)] for line in lines)]


def _text(text: Text) -> h.Node:
    """Runs of text with their emphasis."""
    parts: list[h.Node] = []
    for run in text:
        part: h.Node = run.text
        for mark in run.marks:
            part = _TAGS[mark][part]
        parts.append(part)
    return parts
