"""Explorers: each is a pure function from state to HTML with a thin live page round it."""

from helpers.explore.anatomy import anatomy
from helpers.explore.clock import clock
from helpers.explore.crossrefs import crossrefs
from helpers.explore.cycle import cycle
from helpers.explore.decoder import symbol
from helpers.explore.drafting import drafting
from helpers.explore.duties import duties
from helpers.explore.network import network
from helpers.explore.notefinder import notefinder
from helpers.explore.outline import outline
from helpers.explore.preamble import preamble
from helpers.explore.reader import reader
from helpers.explore.stock import stock
from helpers.explore.timeline import timeline
from helpers.explore.tour import tour
from helpers.explore.verbs import verbs
from helpers.explore.worldmap import worldmap

__all__ = [
    "anatomy",
    "clock",
    "crossrefs",
    "cycle",
    "drafting",
    "duties",
    "network",
    "notefinder",
    "outline",
    "preamble",
    "reader",
    "stock",
    "symbol",
    "timeline",
    "tour",
    "verbs",
    "worldmap",
]
