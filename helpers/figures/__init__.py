"""Figures: matplotlib pictures with their alt text, one consistent look."""

from helpers.figures.dates import two_dates
from helpers.figures.deposits import deposits, deposits_by_year
from helpers.figures.instruments import bound_states
from helpers.figures.reach import reach
from helpers.figures.stock import stock_by_region
from helpers.figures.verbs import verbs_by_organ

__all__ = ["bound_states", "deposits", "deposits_by_year", "reach", "stock_by_region", "two_dates", "verbs_by_organ"]
