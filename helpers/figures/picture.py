"""A figure as notebooks show it: a sharp image with alt text, the data in words below."""

from __future__ import annotations

import base64
import io
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

import htpy as h

from helpers.language import N_, _
from helpers.view import spoken

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

_UNDRAWN = N_(
    "This figure cannot be drawn now: what draws it did not load. Here is what it shows. "
    "To see it, reload the page when you are online."
)


@dataclass(frozen=True, slots=True)
class Picture:
    """An image, what it shows in words (``alt``), and its source line.

    ``svg`` is empty where the image could not be drawn: its words stand alone then, after a line that says so.
    """

    svg: str
    alt: str
    source: str

    @property
    def figure(self) -> h.Element:
        """The image with its alt text and its source line below; without the image, its words."""
        if not self.svg:
            return h.figure(".res-figure", spoken())[
                h.p(".res-notice")[_(_UNDRAWN)], h.p[self.alt], h.figcaption[self.source]
            ]
        address = "data:image/svg+xml;base64," + base64.b64encode(self.svg.encode()).decode()
        return h.figure(".res-figure", spoken())[h.img(src=address, alt=self.alt), h.figcaption[self.source]]

    def _repr_mimebundle_(self, **_kwargs: object) -> dict[str, str]:
        """Give the image with its alt text as HTML, and the alt text as plain text."""
        plain = self.alt if self.svg else f"{_(_UNDRAWN)}\n{self.alt}"
        return {"text/html": str(self.figure), "text/plain": plain}


def pictured(draw: Callable[[], Figure], alt: str, source: str) -> Picture:
    """Draw a figure; the same data always give the same image.

    Parameters
    ----------
    draw : callable
        Makes the figure. It is not called where matplotlib cannot be loaded; a traceback there would keep the rest of
        a lesson from running.
    alt : str
        What the figure shows, in words.
    source : str
        The line below it.

    Examples
    --------
    >>> pictured(lambda: canvas()[0], "An empty figure.", "Invented").svg[:5]
    '<?xml'
    """
    return _finished(draw(), alt, source) if _can_draw() else Picture("", alt, source)


def _can_draw() -> bool:
    """Whether matplotlib is here; the browser edition goes without it."""
    try:
        for module in (
            "matplotlib.figure",
            "matplotlib.dates",
            "matplotlib.transforms",
            "matplotlib.backends.backend_svg",
        ):
            import_module(module)
    except Exception:  # a library that is half there fails in ways of its own
        return False
    return True


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


def _finished(figure: Figure, alt: str, source: str) -> Picture:
    import matplotlib as mpl

    drawn = io.StringIO()
    with mpl.rc_context(_STYLE):
        for axes in figure.axes:  # titles were written outside the style
            axes.title.set(fontsize=_STYLE["axes.titlesize"], fontweight="bold", x=0, ha="left")
        figure.savefig(drawn, format="svg", metadata={"Date": None, "Creator": None})
    return Picture(drawn.getvalue(), alt, source)
