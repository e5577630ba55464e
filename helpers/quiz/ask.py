"""What a notebook cell writes: a question, and its key below it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from helpers.quiz.kinds import KINDS
from helpers.quiz.question import Key, Question, QuestionError
from helpers.quiz.store import Store
from helpers.quiz.view import practice
from helpers.view import Page

#: The questions this kernel has shown, so that the key below a question finds it.
_asked: dict[str, Question] = {}


def _ask(question: Question) -> None:
    KINDS[question.kind].check(question)
    _asked[question.id] = question


def choice(id: str, prompt: str, options: Iterable[str]) -> None:
    """Ask a question of which one option holds.

    Parameters
    ----------
    id : str
        Lower-case words and numbers joined by hyphens; one in the whole course.
    prompt : str
        The question.
    options : iterable of str
        In canonical order: dates and numbers ascending, else alphabetical.

    Examples
    --------
    >>> choice("doc-organ", "Who adopted it?", ["The Assembly", "The Committee"])
    """
    _ask(Question("choice", id, prompt, tuple(options)))


def several(id: str, prompt: str, options: Iterable[str]) -> None:
    """Ask a question of which one option or more hold; parameters as for :func:`choice`.

    Examples
    --------
    >>> several("doc-verbs", "Which verbs ask?", ["invites", "notes", "requests"])
    """
    _ask(Question("several", id, prompt, tuple(options)))


def matching(id: str, prompt: str, items: Iterable[str], options: Iterable[str]) -> None:
    """Ask which option belongs to each item; items and options stand in canonical order.

    Its key is a mapping from item to option, its ``why`` one from item to reason.

    Examples
    --------
    >>> matching("doc-match", "What does each do?", ["OP4", "OP7"], ["asks", "decides"])
    """
    _ask(Question("matching", id, prompt, tuple(options), tuple(items)))


def ordering(id: str, prompt: str, items: Iterable[str]) -> None:
    """Ask for the order of items, given here in canonical order.

    Its key lists the items in the order that holds, its ``why`` is one text.

    Examples
    --------
    >>> ordering("doc-order", "What came first?", ["adopted", "drafted", "issued"])
    """
    _ask(Question("ordering", id, prompt, items=tuple(items)))


def number(id: str, prompt: str, unit: str = "") -> None:
    """Ask for a number; its key may allow for a distance (``within``), its ``why`` is one text.

    Examples
    --------
    >>> number("doc-days", "How long from adoption to issue?", unit="days")
    """
    _ask(Question("number", id, prompt, unit=unit))


def date(id: str, prompt: str) -> None:
    """Ask for a day; its key is written as ``"9 December 1998"``, its ``why`` is one text.

    Examples
    --------
    >>> date("doc-day", "When did the Assembly adopt it?")
    """
    _ask(Question("date", id, prompt))


def text(id: str, prompt: str) -> None:
    """Ask for a few words; its key lists the variants that are accepted, its ``why`` is one text.

    Examples
    --------
    >>> text("doc-verb", "Which words open OP3?")
    """
    _ask(Question("text", id, prompt))


def key(
    id: str,
    right: Any,
    *,
    source: str | Iterable[str],
    why: Mapping[str, str] | str,
    points: float | None = None,
    asks: str = "understand",
    within: float = 0.0,
) -> Page[Any]:
    """Settle the question above with the same id and show it.

    Parameters
    ----------
    id : str
        The question's id.
    right : str, number, list or mapping
        What holds, in the form that the kind of question asks for.
    source : str or iterable of str
        The ids of the elements that settle it, as ``"OP3"``; their words are shown with the feedback.
    why : mapping of str to str, or str
        One sentence or two for every option or item: why it holds or does not; one text where there is neither.
    points : float, optional
        What a graded question is worth; practice questions have none.
    asks : str
        What it asks of the mind: remember, understand, apply, analyse, evaluate or create.
    within : float
        How far a number may lie from the right one.

    Returns
    -------
    Page
        The question with feedback at once.

    Raises
    ------
    QuestionError
        If the key does not fit the question, in one line.

    Examples
    --------
    >>> choice("doc-organ", "Who adopted it?", ["The Assembly", "The Committee"])
    >>> shown = key("doc-organ", "The Assembly", source="EW",
    ...             why={"The Assembly": "The enacting words name it.", "The Committee": "It reported."})
    >>> print(shown.plain)
    Who adopted it?
      ( ) The Assembly
      ( ) The Committee
    """
    question = _asked.get(id)
    if question is None:
        raise QuestionError(id, "no question with this id stands above its key; run the cell from its first line")
    sources = (source,) if isinstance(source, str) else tuple(source)
    reasons = {"": why} if isinstance(why, str) else why
    settled = Key(id, right, reasons, sources, points, asks, within)
    KINDS[question.kind].check_key(question, settled)
    return practice(question, settled, Store(Path.cwd()))
