"""How everything looks: pages made of pure functions, the resolution's words, one stylesheet."""

from helpers.view.english import authored, by_author, english, in_english, shown, spoken, tongue
from helpers.view.filled import filled
from helpers.view.page import Download, Event, Page, Reply
from helpers.view.passage import LAYERS, Layer, legend, signed, words

__all__ = [
    "LAYERS",
    "Download",
    "Event",
    "Layer",
    "Page",
    "Reply",
    "authored",
    "by_author",
    "english",
    "filled",
    "in_english",
    "legend",
    "shown",
    "signed",
    "spoken",
    "tongue",
    "words",
]
