"""The order in which options and items stand, and the checks that authors meet first."""

from __future__ import annotations

import datetime
import re
from typing import NamedTuple

from helpers.language import N_, _
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


class _Problems(NamedTuple):
    """What to say of texts that cannot stand so."""

    few: str
    empty: str
    same: str
    order: str


_OF_OPTIONS = _Problems(
    N_("give at least two options"),
    N_("all options are texts of at least one character"),
    N_("two options are the same; change one"),
    N_("options stand in order: put {first} before {second}"),
)
_OF_ITEMS = _Problems(
    N_("give at least two items"),
    N_("all items are texts of at least one character"),
    N_("two items are the same; change one"),
    N_("items stand in order: put {first} before {second}"),
)


def check_texts(question: Question, texts: tuple[str, ...]) -> None:
    """Raise :class:`QuestionError` unless these options or items are two or more different ones in canonical order."""
    problems = _OF_OPTIONS if texts is question.options else _OF_ITEMS
    if len(texts) < 2:
        raise QuestionError(question.id, _(problems.few))
    if not all(isinstance(text, str) and text.strip() for text in texts):
        raise QuestionError(question.id, _(problems.empty))
    if len(set(texts)) < len(texts):
        raise QuestionError(question.id, _(problems.same))
    for stands, belongs in zip(texts, canonical(texts), strict=True):
        if stands != belongs:
            message = _(problems.order).format(first=repr(belongs), second=repr(stands))
            raise QuestionError(question.id, message)


def check_reasons(question: Question, key: Key, texts: tuple[str, ...]) -> None:
    """Raise :class:`QuestionError` unless there is a reason for each of these texts and for nothing else."""
    for text in texts:
        if not key.why.get(text, "").strip():
            message = _("no reason is given for {text}; add it to why").format(text=repr(text))
            raise QuestionError(question.id, message if text else _("say why"))
    for text in key.why:
        if text not in texts:
            message = _("why speaks of {text}, which is not in the question").format(text=repr(text))
            raise QuestionError(question.id, message)
