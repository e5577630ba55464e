"""How a class did, question by question."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from helpers.figures.picture import BLUE, VERMILLION, Picture, canvas, pictured
from helpers.language import _, ngettext
from helpers.written import commas, figure, percent

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: Below this share of points a question is drawn as one to talk about.
HARD = 0.5


def items(shares: Mapping[str, float], source: str) -> Picture:
    """A bar a question: the share of its points that the class earned, hardest first.

    Parameters
    ----------
    shares : mapping of str to float
        From 0 to 1, by question id.
    source : str
        What the figure was drawn from, and when.

    Examples
    --------
    >>> items({"mh-organ": 0.9, "mh-date": 0.4}, "a trial").alt
    'Share of points per question, hardest first: mh-date 40%, mh-organ 90%.'
    """
    order = sorted(shares.items(), key=lambda pair: (pair[1], pair[0]))
    told = commas(f"{name} {_percent(share)}" for name, share in order)
    alt = _("Share of points per question, hardest first: {shares}.").format(shares=told)
    return pictured(lambda: _bars(order), alt, source)


def _percent(share: float) -> str:
    return percent(figure(100 * share, ".0f"))


def _bars(order: Sequence[tuple[str, float]]) -> Figure:
    drawing, axes = canvas(height=0.8 + 0.34 * len(order))
    names = [name for name, _share in order][::-1]
    values = [share for _name, share in order][::-1]
    axes.barh(names, values, color=[VERMILLION if share < HARD else BLUE for share in values], height=0.62)
    for place, share in enumerate(values):
        axes.text(share + 0.01, place, _percent(share), va="center")
    axes.set_xlim(0, 1.12)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    hard = sum(share < HARD for share in values)
    title = ngettext(
        "{number} question earned less than half of the points",
        "{number} questions earned less than half of the points",
        hard,
    )
    axes.set_title(title.format(number=hard) if hard else _("Every question earned at least half of its points"))
    return drawing
