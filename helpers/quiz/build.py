"""Questions and keys from the words that a notebook cell writes, checked as they are made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from helpers.quiz.kinds import KINDS
from helpers.quiz.question import Key, Question


def _checked(question: Question) -> Question:
    KINDS[question.kind].check(question)
    return question


def choice(id: str, prompt: str, options: Iterable[str]) -> Question:
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
    >>> choice("doc-organ", "Who adopted it?", ["The Assembly", "The Committee"]).kind
    'choice'
    """
    return _checked(Question("choice", id, prompt, tuple(options)))


def several(id: str, prompt: str, options: Iterable[str]) -> Question:
    """Ask a question of which one option or more hold; parameters as for :func:`choice`.

    Examples
    --------
    >>> several("doc-verbs", "Which verbs ask?", ["invites", "notes", "requests"]).options
    ('invites', 'notes', 'requests')
    """
    return _checked(Question("several", id, prompt, tuple(options)))


def matching(id: str, prompt: str, items: Iterable[str], options: Iterable[str]) -> Question:
    """Ask which option belongs to each item; items and options stand in canonical order.

    Its key is a mapping from item to option, its ``why`` one from item to reason.

    Examples
    --------
    >>> matching("doc-match", "What does each do?", ["OP4", "OP7"], ["asks", "decides"]).items
    ('OP4', 'OP7')
    """
    return _checked(Question("matching", id, prompt, tuple(options), tuple(items)))


def ordering(id: str, prompt: str, items: Iterable[str]) -> Question:
    """Ask for the order of items, given here in canonical order.

    Its key lists the items in the order that holds, its ``why`` is one text.

    Examples
    --------
    >>> ordering("doc-order", "What came first?", ["adopted", "drafted", "issued"]).options
    ()
    """
    return _checked(Question("ordering", id, prompt, items=tuple(items)))


def number(id: str, prompt: str, unit: str = "") -> Question:
    """Ask for a number; its key may allow for a distance (``within``), its ``why`` is one text.

    Examples
    --------
    >>> number("doc-days", "How long from adoption to issue?", unit="days").unit
    'days'
    """
    return _checked(Question("number", id, prompt, unit=unit))


def date(id: str, prompt: str) -> Question:
    """Ask for a day; its key is written as ``"9 December 1998"``, its ``why`` is one text.

    Examples
    --------
    >>> date("doc-day", "When did the Assembly adopt it?").kind
    'date'
    """
    return _checked(Question("date", id, prompt))


def text(id: str, prompt: str) -> Question:
    """Ask for a few words; its key lists the variants that are accepted, its ``why`` is one text.

    A variant may hold an optional part and alternatives, as ``"[the] organi{s|z}ation"``.

    Examples
    --------
    >>> text("doc-verb", "Which words open OP3?").kind
    'text'
    """
    return _checked(Question("text", id, prompt))


def marking(id: str, prompt: str, passage: str) -> Question:
    """Ask to mark words in one element of the resolution; its key lists phrases of that element's text.

    Examples
    --------
    >>> marking("doc-whom", "Who is called upon?", "OP3").passage
    'OP3'
    """
    return _checked(Question("marking", id, prompt, passage=passage))


def essay(id: str, prompt: str, words: tuple[int, int]) -> Question:
    """Ask for a text of some length; it has no key, its mark scheme stands in the task cell below it.

    Examples
    --------
    >>> essay("doc-essay", "What does OP3 ask?", words=(150, 250)).words
    (150, 250)
    """
    return _checked(Question("essay", id, prompt, words=(words[0], words[1])))


def draft(id: str, prompt: str, words: tuple[int, int]) -> Question:
    """Ask for a draft resolution of some length, marked by drafting rules.

    Its key is a mapping: ``rules`` lists ids of drafting rules, ``model`` is a draft that keeps them; its ``why``
    is one text.

    Examples
    --------
    >>> draft("doc-draft", "Draft a resolution on the Convention.", words=(150, 400)).kind
    'draft'
    """
    return _checked(Question("draft", id, prompt, words=(words[0], words[1])))


def key(
    question: Question,
    right: Any,
    *,
    source: str | Iterable[str],
    why: Mapping[str, str] | str,
    points: float | None = None,
    asks: str = "understand",
    within: float = 0.0,
) -> Key:
    """Settle a question.

    Parameters
    ----------
    question : Question
        What was asked.
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

    Raises
    ------
    QuestionError
        If the key does not fit the question, in one line.

    Examples
    --------
    >>> key(date("doc-day", "When?"), "9 December 1998", source="CL", why="The closing line says so.").source
    ('CL',)
    """
    sources = (source,) if isinstance(source, str) else tuple(source)
    reasons = {"": why} if isinstance(why, str) else why
    settled = Key(question.id, right, reasons, sources, points, asks, within)
    KINDS[question.kind].check_key(question, settled)
    return settled


#: How each kind of question is asked, by the name that a notebook cell calls.
QUESTIONS: dict[str, Callable[..., Question]] = {
    ask.__name__: ask for ask in (choice, several, matching, ordering, number, date, text, marking, essay, draft)
}
