"""A figure as notebooks show it: a sharp image with alt text, the data in words below."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import htpy as h

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: The Okabe–Ito palette (Okabe and Ito, 2008), which most colour-blind readers can tell apart.
BLUE, VERMILLION, GREEN, GREY = "#0072B2", "#D55E00", "#009E73", "#595959"

_STYLE: Any = {
    "font.family": "sans-serif",
    "font.size": 11,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "axes.titlesize": 12.5,
    "axes.titleweight": "bold",
    "axes.titlelocation": "left",
    "svg.hashsalt": "resolution-53-137",
    "svg.fonttype": "path",
}


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, what it shows in words (``alt``), and its source line."""

    svg: str
    alt: str
    source: str

    @property
    def figure(self) -> h.Element:
        """The image with its alt text and its source line below."""
        address = "data:image/svg+xml;base64," + base64.b64encode(self.svg.encode()).decode()
        return h.figure(".res-figure")[h.img(src=address, alt=self.alt), h.figcaption[self.source]]

    def _repr_mimebundle_(self, **_kwargs: object) -> dict[str, str]:
        """Give the image with its alt text as HTML, and the alt text as plain text."""
        return {"text/html": str(self.figure), "text/plain": self.alt}


def canvas(width: float = 7.2, height: float = 2.4) -> tuple[Figure, Axes]:
    """An empty figure with one pair of axes in the course's look; sizes in inches.

    Examples
    --------
    >>> figure, axes = canvas()
    >>> figure.get_size_inches().tolist(), axes.spines["top"].get_visible()
    ([7.2, 2.4], False)
    """
    import matplotlib as mpl
    from matplotlib.figure import Figure

    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(width, height), layout="constrained", facecolor="white")
        return figure, figure.subplots()


def finish(figure: Figure, alt: str, source: str) -> Picture:
    """Draw the figure; the same data always gives the same image."""
    import matplotlib as mpl

    drawn = io.StringIO()
    with mpl.rc_context(_STYLE):
        for axes in figure.axes:  # titles were written outside the style
            axes.title.set(fontsize=_STYLE["axes.titlesize"], fontweight="bold", x=0, ha="left")
        figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    return Picture(drawn.getvalue(), alt, source)
