"""Explorers: each is a pure function from state to HTML with a thin live page round it."""

from helpers.explore.anatomy import anatomy
from helpers.explore.decoder import symbol
from helpers.explore.tour import tour

__all__ = ["anatomy", "symbol", "tour"]
