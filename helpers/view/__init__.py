"""How everything looks: pages made of pure functions, the resolution's words, one stylesheet."""

from helpers.view.filled import filled
from helpers.view.page import Download, Event, Page, Reply
from helpers.view.passage import LAYERS, Layer, legend, words

__all__ = ["LAYERS", "Download", "Event", "Layer", "Page", "Reply", "filled", "legend", "words"]
