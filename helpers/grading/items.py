"""Item analysis: how hard each question was, whether it tells learners apart, and how the questions hold together."""

from __future__ import annotations

import math
import statistics
from collections.abc import Mapping, Sequence

#: The share of its points that each question earned, by learner: one row a learner, one number from 0 to 1 a question.
Shares = Sequence[Sequence[float]]


def difficulty(shares: Shares) -> list[float]:
    """The mean share of points a question; 1 means that everybody had it right (Crocker and Algina, 1986).

    Examples
    --------
    >>> difficulty([[1, 0], [1, 1], [1, 0.5]])
    [1.0, 0.5]
    """
    return [statistics.fmean(column) for column in zip(*shares, strict=True)]


def discrimination(points: Shares) -> list[float | None]:
    """The correlation of each question's points with the sum of all the others.

    Corrected item-total correlation (Nunnally and Bernstein, 1994): the question itself is left out of the total, so
    that it is not compared with itself. ``None`` where everybody has the same, or there are fewer than three learners.

    Examples
    --------
    >>> rounded = discrimination([[1, 1, 1], [0, 1, 0], [1, 1, 1], [0, 1, 1]])
    >>> [None if r is None else round(r, 2) for r in rounded]
    [0.58, None, 0.58]
    """
    return [
        _correlation([row[item] for row in points], [math.fsum(row) - row[item] for row in points])
        for item in range(len(points[0]) if points else 0)
    ]


def _correlation(first: Sequence[float], second: Sequence[float]) -> float | None:
    if len(first) < 3:
        return None
    try:
        return statistics.correlation(first, second)
    except statistics.StatisticsError:  # one of them does not vary
        return None


def alpha(points: Shares) -> float | None:
    """Cronbach's alpha (1951): how far the questions measure one thing; ``None`` if that cannot be said.

    Examples
    --------
    >>> round(alpha([[1, 1, 1], [0, 0, 0], [1, 1, 0], [0, 1, 0]]), 3)
    0.75
    >>> alpha([[1, 1]]) is None
    True
    """
    if len(points) < 2 or len(points[0]) < 2:
        return None
    total = statistics.variance(math.fsum(row) for row in points)
    if total == 0:
        return None
    count = len(points[0])
    apart = math.fsum(statistics.variance(column) for column in zip(*points, strict=True))
    return count / (count - 1) * (1 - apart / total)


def commonest(counts: Mapping[str, int]) -> tuple[str, int] | None:
    """What was given most often, the first in the alphabet among equals; ``None`` of nothing.

    Examples
    --------
    >>> commonest({"b": 2, "a": 2, "c": 1}), commonest({})
    (('a', 2), None)
    """
    return min(counts.items(), key=lambda pair: (-pair[1], pair[0]), default=None)
