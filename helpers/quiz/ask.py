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


def _ask(kind: str, question_id: str, prompt: str, options: Iterable[str]) -> None:
    question = Question(kind, question_id, prompt, tuple(options))
    KINDS[kind].check(question)
    _asked[question_id] = question


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
    _ask("choice", id, prompt, options)


def several(id: str, prompt: str, options: Iterable[str]) -> None:
    """Ask a question of which one option or more hold; parameters as for :func:`choice`.

    Examples
    --------
    >>> several("doc-verbs", "Which verbs ask?", ["invites", "notes", "requests"])
    """
    _ask("several", id, prompt, options)


def key(
    id: str,
    right: Any,
    *,
    source: str | Iterable[str],
    why: Mapping[str, str],
    points: float | None = None,
    asks: str = "understand",
) -> Page[Any]:
    """Settle the question above with the same id and show it.

    Parameters
    ----------
    id : str
        The question's id.
    right : str or list of str
        The option, or the options, that hold.
    source : str or iterable of str
        The ids of the elements that settle it, as ``"OP3"``; their words are shown with the feedback.
    why : mapping of str to str
        One sentence or two for every option: why it holds or does not.
    points : float, optional
        What a graded question is worth; practice questions have none.
    asks : str
        What it asks of the mind: remember, understand, apply, analyse, evaluate or create.

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
    settled = Key(id, right, why, sources, points, asks)
    KINDS[question.kind].check_key(question, settled)
    return practice(question, settled, Store(Path.cwd()))
