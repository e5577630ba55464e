"""The Convention on migrant workers in outline: its nine parts, its 93 articles, and whom they cover."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from helpers.errors import CourseError, DataError
from helpers.language import _
from helpers.resources import columns

#: Which parts apply to a person: III and IV, III only, or none because the Convention does not cover the person.
Applies = Literal["both", "three", "none"]


@dataclass(frozen=True, slots=True)
class Part:
    """One of the nine parts: its number and heading, its articles, and in our words what it is about."""

    number: str
    heading: str
    first: int
    last: int
    about: str
    covers: str


@dataclass(frozen=True, slots=True)
class Article:
    """What an article says, in our words; ``sure`` where two independent copies of the text were seen."""

    number: int
    about: str
    sure: bool


@dataclass(frozen=True, slots=True)
class Case:
    """An invented person, which parts apply, the articles that settle it, and why."""

    key: str
    text: str
    applies: Applies
    articles: str
    reason: str


@cache
def parts() -> tuple[Part, ...]:
    """The nine parts in order.

    Raises
    ------
    DataError
        The articles of one part do not follow those of the part before.

    Examples
    --------
    >>> [(part.number, part.first, part.last) for part in parts()][2:4]
    [('III', 8, 35), ('IV', 36, 56)]
    """
    name = "treaty/convention_parts.csv"
    rows = columns(name, "part", "heading", "first_article", "last_article", "about", "covers")
    found = tuple(
        Part(r["part"], r["heading"], int(r["first_article"]), int(r["last_article"]), r["about"], r["covers"])
        for r in rows
    )
    expected = 1
    for part in found:
        if part.first != expected:
            message = _("table {name}: part {part} does not begin with article {number}; restore it")
            raise DataError(message.format(name=name, part=part.number, number=expected))
        expected = part.last + 1
    return found


@cache
def articles() -> dict[int, Article]:
    """The articles on which the course says a sentence, by number.

    Examples
    --------
    >>> articles()[9].about
    'The law protects their right to life.'
    """
    rows = columns("treaty/convention_articles.csv", "article", "about", "confidence")
    found = (Article(int(r["article"]), r["about"], r["confidence"] == "high") for r in rows)
    return {article.number: article for article in found}


@cache
def cases() -> tuple[Case, ...]:
    """The invented cases.

    Examples
    --------
    >>> cases()[0].key, cases()[0].applies
    ('nurse', 'both')
    """
    rows = columns("treaty/coverage_cases.csv", "key", "case", "applies", "articles", "reason")
    return tuple(Case(r["key"], r["case"], r["applies"], r["articles"], r["reason"]) for r in rows)  # type: ignore[arg-type]


def article_number(text: str) -> int:
    """The number of an article as people write it: ``40``, ``art. 40``, ``Article 40 (1)``.

    Raises
    ------
    CourseError
        The text names no article, or one that the Convention does not have: one line.

    Examples
    --------
    >>> article_number("Art. 40"), article_number("2 (1)")
    (40, 2)
    """
    shown = " ".join(text.split())[:40]
    last = parts()[-1].last
    found = re.fullmatch(r"(?:articles?|art\.?)?\s*([0-9]{1,6})\s*(?:\([^)]*\)\s*)*", shown, re.IGNORECASE)
    if not found:
        raise CourseError(_("‘{words}’ is no article; type a number from 1 to {last}.").format(words=shown, last=last))
    number = int(found[1])
    if not 1 <= number <= last:
        message = _("The Convention has no article {number}; its articles run from 1 to {last}.")
        raise CourseError(message.format(number=number, last=last))
    return number


def part_of(article: int) -> Part:
    """The part in which an article stands.

    Examples
    --------
    >>> part_of(40).number, part_of(93).number
    ('IV', 'IX')
    """
    return next(part for part in parts() if part.first <= article <= part.last)
