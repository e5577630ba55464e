"""How a class did, question by question."""

from __future__ import annotations

from collections.abc import Mapping

from helpers.figures.picture import BLUE, VERMILLION, Picture, canvas, finish

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
    figure, axes = canvas(height=0.8 + 0.34 * len(order))
    names = [name for name, _ in order][::-1]
    values = [share for _, share in order][::-1]
    axes.barh(names, values, color=[VERMILLION if share < HARD else BLUE for share in values], height=0.62)
    for place, share in enumerate(values):
        axes.text(share + 0.01, place, f"{share:.0%}", va="center")
    axes.set_xlim(0, 1.12)
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.tick_params(axis="y", length=0)
    hard = sum(share < HARD for share in values)
    axes.set_title(
        f"{hard} question{'s' if hard != 1 else ''} earned less than half of the points"
        if hard
        else "Every question earned at least half of its points"
    )
    said = ", ".join(f"{name} {share:.0%}" for name, share in order)
    return finish(figure, f"Share of points per question, hardest first: {said}.", source)
