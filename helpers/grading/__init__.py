"""A class's answers, graded into nbgrader's gradebook; the one package that knows nbgrader."""

from __future__ import annotations

from typing import Any

__all__ = ["adopt"]


def __getattr__(name: str) -> Any:
    # nbgrader loads when first used: where it cannot be had, as in the browser, the button for oneself still shows.
    if name in __all__:
        from helpers.grading.apps import adopt

        return adopt
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
