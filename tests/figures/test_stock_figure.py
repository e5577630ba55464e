"""Migrant stock by region: the finding, the figures in words, the same image every time."""

from __future__ import annotations

import pytest

from helpers.figures import stock_by_region


@pytest.mark.parametrize(
    "told",
    [
        "Africa: 15.7 million in 1990, 15.1 million in 2000, 26.5 million in 2019.",
        "Asia: 48.2 million in 1990, 49.4 million in 2000, 83.6 million in 2019.",
        "Europe: 49.6 million in 1990, 56.9 million in 2000, 82.3 million in 2019.",
        "Latin America and the Caribbean: 7.2 million in 1990, 6.6 million in 2000, 11.7 million in 2019.",
        "Northern America: 27.6 million in 1990, 40.4 million in 2000, 58.6 million in 2019.",
        "Oceania: 4.7 million in 1990, 5.4 million in 2000, 8.9 million in 2019.",
    ],
)
def test_the_words_give_every_region(told: str) -> None:
    """United Nations, International Migrant Stock 2019."""
    assert told in stock_by_region().alt


def test_the_same_data_give_the_same_image() -> None:
    first, second = stock_by_region(), stock_by_region()
    assert first.svg == second.svg
    assert "International Migrant Stock 2019" in first.source
