"""The order in which options and items stand, and the checks that authors meet first."""

from __future__ import annotations

import datetime
import re

from helpers.quiz.question import Key, Question, QuestionError


def canonical(options: tuple[str, ...]) -> tuple[str, ...]:
    """The one order in which options stand: dates and numbers ascending, else alphabetical.

    Examples
    --------
    >>> canonical(("1 March 1999", "9 December 1998"))
    ('9 December 1998', '1 March 1999')
    >>> canonical(("16", "9")), canonical(("The Third Committee", "Egypt"))
    (('9', '16'), ('Egypt', 'The Third Committee'))
    """
    for read in (_date, _number):
        places = {option: read(option) for option in options}
        if all(place is not None for place in places.values()):
            return tuple(sorted(options, key=lambda option, places=places: places[option]))  # type: ignore[misc]
    return tuple(sorted(options, key=lambda option: (option.casefold(), option)))


def _date(text: str) -> datetime.date | None:
    try:
        return datetime.datetime.strptime(text.strip(), "%d %B %Y").date()
    except ValueError:
        return None


def _number(text: str) -> float | None:
    leading = re.match(r"\d+(\.\d+)?\b", text.strip())
    return float(leading[0]) if leading else None


def check_texts(question: Question, texts: tuple[str, ...], what: str = "options") -> None:
    """Raise :class:`QuestionError` unless these are two or more different texts in canonical order."""
    if len(texts) < 2:
        raise QuestionError(question.id, f"give at least two {what}")
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise QuestionError(question.id, f"all {what} are texts of at least one character")
    if len(set(texts)) < len(texts):
        raise QuestionError(question.id, f"two {what} are the same; change one")
    for stands, belongs in zip(texts, canonical(texts), strict=True):
        if stands != belongs:
            raise QuestionError(question.id, f"{what} stand in order: put {belongs!r} before {stands!r}")


def check_reasons(question: Question, key: Key, texts: tuple[str, ...]) -> None:
    """Raise :class:`QuestionError` unless there is a reason for each of these texts and for nothing else."""
    for text in texts:
        if not key.why.get(text, "").strip():
            raise QuestionError(question.id, f"no reason is given for {text!r}; add it to why" if text else "say why")
    for text in key.why:
        if text not in texts:
            raise QuestionError(question.id, f"why speaks of {text!r}, which is not in the question")
