"""The Convention in outline: nine parts that hold 93 articles without a gap."""

from __future__ import annotations

import pytest

from helpers.treaty.convention import articles, cases, part_of, parts


@pytest.mark.parametrize(
    ("number", "first", "last"),
    [
        ("I", 1, 6),
        ("II", 7, 7),
        ("III", 8, 35),
        ("IV", 36, 56),
        ("V", 57, 63),
        ("VI", 64, 71),
        ("VII", 72, 78),
        ("VIII", 79, 84),
        ("IX", 85, 93),
    ],
)
def test_bounds(number: str, first: int, last: int) -> None:
    """As in the Convention."""
    part = next(part for part in parts() if part.number == number)
    assert (part.first, part.last) == (first, last)


def test_every_article_stands_in_one_part() -> None:
    assert [part_of(n).first <= n <= part_of(n).last for n in range(1, 94)] == [True] * 93


def test_articles_are_told_in_one_sentence_or_two() -> None:
    """In our words: short, and of articles that exist."""
    for number, article in articles().items():
        assert 1 <= number <= 93
        assert article.about.endswith(".")
        assert len(article.about) < 250


def test_cases_name_articles_that_settle_them() -> None:
    """Who is left out falls under article 3, everybody else under articles 2 and 5."""
    for case in cases():
        assert case.articles.startswith("3 (" if case.applies == "none" else "2 ("), case.key
        assert ("5 (b)" in case.articles) == (case.applies == "three")
