"""Drawings of series: round scales, labels that do not cover each other."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from helpers.explore.trend import Series, bars, lines, spread, ticks


@given(st.floats(min_value=1e-6, max_value=1e10))
def test_a_scale_starts_at_nought_and_holds_the_largest_value(largest: float) -> None:
    scale = ticks(largest)
    assert scale[0] == 0
    assert scale[-1] >= largest * (1 - 1e-6)
    assert 2 <= len(scale) <= 6


@given(st.lists(st.floats(min_value=0, max_value=270), min_size=1, max_size=8))
def test_labels_do_not_cover_each_other(wanted: list[float]) -> None:
    """Eight labels of two lines fit into the drawing."""
    heights = [32.0] * len(wanted)
    placed = sorted(spread(wanted, heights, 0, 274))
    assert all(below - above >= 31.8 for above, below in itertools.pairwise(placed))
    assert placed[-1] + 16 <= 274.1


def test_names_are_escaped_and_long_ones_are_cut() -> None:
    series = [Series("<script> of a very long name that goes on and on", (1.0, 2.0), ("1", "2"))]
    for drawn in (lines(series, (1990, 2000), "A line", [(0, "0"), (2, "2")]), bars(series, (1990, 2000), "Bars")):
        assert "<script>" not in str(drawn)
        assert 'role="img" aria-label=' in str(drawn)
    assert "…" in str(lines(series, (1990, 2000), "A line", [(0, "0"), (2, "2")]))


def test_nothing_but_noughts_can_be_drawn() -> None:
    series = [Series("Nowhere", (0.0, 0.0), ("0", "0"))]
    assert 'width="0%"' in str(bars(series, (1990, 2000), "Bars"))
