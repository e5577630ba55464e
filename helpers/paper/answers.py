"""The answer sheet of a hand-out: what holds, why, and the paragraph that settles it. Never printed with it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from helpers.language import _
from helpers.paper.ask import Ask
from helpers.paper.page import Page
from helpers.paper.words import printed, words
from helpers.quiz.cell import Cell
from helpers.quiz.kinds import KINDS
from helpers.resolution import load
from helpers.view.passage import LAYERS
from helpers.written import commas

_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def data(page: Page) -> dict[str, Any]:
    """What the template ``answers`` prints for the questions of one hand-out.

    Examples
    --------
    >>> from helpers.paper.sheet import Sheet
    >>> sheet = Sheet("01_x", "1. X", 20, quotes=(), looks=(), questions=(), pair=(), discuss=(), points=())
    >>> data(Page(sheet, ()))["title"]
    'Answers to: 1. X'
    """
    resolution = load("A/RES/53/137")
    named = {source for ask in page.questions for cell in ask.cells if cell.key for source in cell.key.source}
    layers = {layer.id for layer in LAYERS}
    return {
        "title": _("Answers to: {title}").format(title=page.sheet.title),
        "asks": [_settled(number, ask) for number, ask in enumerate(page.questions, 1)],
        "words": [printed(e.id, words(resolution, e.id, layers)) for e in resolution.elements if e.id in named],
    }


def _settled(number: int, ask: Ask) -> dict[str, Any]:
    sources = dict.fromkeys(source for cell in ask.cells if cell.key for source in cell.key.source)
    return {
        "number": number,
        "prompt": ask.data(number)["prompt"],
        "ids": ", ".join(cell.question.id for cell in ask.cells),
        "lines": [line for cell in ask.cells for line in (_lines(cell) if len(ask.cells) == 1 else _line(cell))],
        "settled": _("Settled by {sources}.").format(sources=commas(sources)),
    }


def _lines(cell: Cell) -> Iterator[dict[str, Any]]:
    """Every option with whether it holds, and why."""
    question, key = cell.question, cell.key
    assert key, "only questions with their keys are read from a lesson"
    kind = KINDS[question.kind]
    marked = kind.mark(question, key, kind.clean(question, kind.model(question, key)))
    for place, reason in enumerate(marked.reasons):
        said = reason.option
        if question.kind == "matching":
            option = key.right[question.items[place]]
            said = f"{question.items[place]}: {_LETTERS[question.options.index(option)]}, {option}"
        if not reason.holds:
            said = _("{answer} (does not hold)").format(answer=said)
        yield {"said": said, "holds": reason.holds, "why": reason.why}


def _line(cell: Cell) -> Iterator[dict[str, Any]]:
    """A statement with the option that holds for it, and why."""
    assert cell.key, "only questions with their keys are read from a lesson"
    right = cell.key.right
    yield {"said": f"{cell.question.prompt} {right}.", "holds": True, "why": cell.key.why[right]}
