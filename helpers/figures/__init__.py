"""Figures: matplotlib pictures with their alt text, one consistent look."""

from helpers.figures.dates import two_dates

__all__ = ["two_dates"]
