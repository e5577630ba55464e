"""A practice question → a question on paper: what is printed, and which come first when room is short."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from helpers.language import N_, _
from helpers.quiz.cell import Cell

#: How each kind is answered with a pencil.
HINTS = {
    "choice": N_("Tick one."),
    "several": N_("Tick all that hold."),
    "matching": N_("Write the letters into the boxes."),
    "ordering": N_("Number the boxes."),
    "number": N_("Write a number."),
    "date": N_("Write a day."),
    "text": N_("Write a few words."),
    "marking": N_("Underline the words in {element}."),
    "table": N_("Tick one on each line."),
}
_TABLE_FROM = 3


@dataclass(frozen=True, slots=True)
class Ask:
    """One question on paper: the cells that it prints, more than one where they share a line of options."""

    cells: tuple[Cell, ...]

    @property
    def kind(self) -> str:
        """The kind of the question, or ``"table"`` for several in one."""
        return "table" if len(self.cells) > 1 else self.cells[0].question.kind

    @property
    def passage(self) -> str:
        """The element whose words are marked; empty for other kinds."""
        return self.cells[0].question.passage

    @property
    def length(self) -> int:
        """About how much room it takes, to try short questions before long ones: characters and lines."""
        questions = [cell.question for cell in self.cells]
        lines = [line for q in questions for line in (*q.options, *q.items)]
        return sum(len(q.prompt) for q in questions) + sum(map(len, lines)) + 40 * len(lines)

    def data(self, number: int) -> dict[str, Any]:
        """What the template prints, the key never among it."""
        question = self.cells[0].question
        whole = len(self.cells) == 1
        return {
            "number": number,
            "kind": self.kind,
            "prompt": question.prompt if whole else _("Do these statements hold?"),
            "hint": _(HINTS[self.kind]).format(element=question.passage),
            "options": question.options,
            "items": question.items if whole else [cell.question.prompt for cell in self.cells],
            "unit": question.unit,
        }


def asks(cells: Iterable[Cell]) -> tuple[Ask, ...]:
    """The questions of a lesson in order; three or more neighbours with the same options make one table.

    Examples
    --------
    >>> from helpers.quiz.cell import read_cell
    >>> cell = read_cell('quiz.choice("a", "?", ["no", "yes"])')
    >>> [ask.kind for ask in asks([cell, cell])], [ask.kind for ask in asks([cell, cell, cell])]
    (['choice', 'choice'], ['table'])
    """
    found: list[Ask] = []
    for (kind, _options), group in groupby(cells, lambda cell: (cell.question.kind, cell.question.options)):
        run = tuple(group)
        found += [Ask(run)] if kind == "choice" and len(run) >= _TABLE_FROM else [Ask((cell,)) for cell in run]
    return tuple(found)


def ranked(given: Sequence[Ask]) -> tuple[Ask, ...]:
    """The first question of each kind, then the others: a sheet with room for few still asks in several ways.

    Examples
    --------
    >>> from helpers.quiz.cell import read_cell
    >>> cells = [read_cell(f'quiz.{kind}("{kind}-{n}", "?")') for kind in ("date", "text") for n in (1, 2)]
    >>> [ask.cells[0].question.id for ask in ranked(asks(cells))]
    ['date-1', 'text-1', 'date-2', 'text-2']
    """
    firsts = {ask.kind: ask for ask in reversed(given)}
    return tuple(sorted(given, key=lambda ask: (firsts[ask.kind] is not ask, given.index(ask))))
