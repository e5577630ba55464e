"""A question as its cell writes it, read without running the cell."""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Any

from helpers.errors import CourseError
from helpers.language import _
from helpers.quiz import build
from helpers.quiz.question import Key, Question


class CellError(CourseError):
    """A cell that cannot be read as a question; the message says what to change."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The question that a cell asks, and its key if the cell holds one."""

    question: Question
    key: Key | None


def read_cell(source: str) -> Cell | None:
    """Give the question of a code cell; ``None`` if the cell asks none.

    Only calls of ``quiz`` with written-out arguments are read; nothing is run.

    Raises
    ------
    CellError
        If the cell asks more than one question, or an argument is not written out.
    QuestionError
        If the question or its key cannot work.

    Examples
    --------
    >>> read_cell('quiz.date("a", "When?")\\nquiz.key("a", "1 March 1999", source="CL", why="So.")').key.right
    '1 March 1999'
    >>> read_cell("from helpers import quiz") is None
    True
    >>> read_cell('quiz.date("a", open("prompt.txt").read())')
    Traceback (most recent call last):
    ...
    helpers.quiz.cell.CellError: question 'a': write out every argument; line 1 holds something that must be run
    """
    calls = [call for call in _calls(source) if call.name == "key" or call.name in build.QUESTIONS]
    asked = [call for call in calls if call.name != "key"]
    settled = [call for call in calls if call.name == "key"]
    if not calls:
        return None
    if len(asked) != 1 or len(settled) > 1:
        raise CellError(_("{id}: a cell asks one question and settles it at most once").format(id=calls[0].id))
    question = _made(asked[0], build.QUESTIONS[asked[0].name], asked[0].args)
    if not settled:
        return Cell(question, None)
    if settled[0].id != question.id:
        message = _("question {id}: its key names {other}; use the same id")
        raise CellError(message.format(id=repr(question.id), other=repr(settled[0].id)))
    return Cell(question, _made(settled[0], build.key, [question, *settled[0].args[1:]]))


@dataclass(frozen=True, slots=True)
class _Call:
    name: str
    args: list[Any]
    named: dict[str, Any]

    @property
    def id(self) -> str:
        return str(self.args[0]) if self.args else "?"


def _made(call: _Call, builds: Any, args: list[Any]) -> Any:
    try:
        return builds(*args, **call.named)
    except TypeError as problem:
        raise CellError(_("question {id}: {problem}").format(id=repr(call.id), problem=problem)) from None


def _calls(source: str) -> list[_Call]:
    """The calls of ``quiz`` that stand as statements of their own."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return []
    found = []
    for statement in tree.body:
        call = statement.value if isinstance(statement, ast.Expr) else None
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
            owner = call.func.value
            if isinstance(owner, ast.Name) and owner.id == "quiz":
                found.append(_read(call, call.func.attr))
    return found


def _read(call: ast.Call, name: str) -> _Call:
    first = call.args[0].value if call.args and isinstance(call.args[0], ast.Constant) else "?"
    try:
        if any(word.arg is None for word in call.keywords):
            raise ValueError
        named = {str(word.arg): ast.literal_eval(word.value) for word in call.keywords}
        return _Call(name, [ast.literal_eval(arg) for arg in call.args], named)
    except (ValueError, TypeError, RecursionError):
        message = _("question {id}: write out every argument; line {line} holds something that must be run")
        raise CellError(message.format(id=repr(first), line=call.lineno)) from None
