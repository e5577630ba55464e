"""When the resolution was asked for, adopted and issued."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from helpers.errors import DataError
from helpers.figures.picture import BLUE, GREEN, GREY, VERMILLION, Picture, canvas, finish
from helpers.resolution import load
from helpers.resolution.dates import said


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, what happened on it, and the element that says so."""

    day: datetime.date
    what: str
    element: str


def moments() -> tuple[Moment, Moment, Moment]:
    """The three days that the text of A/RES/53/137 itself gives for the report and the resolution.

    Examples
    --------
    >>> [moment.day.isoformat() for moment in moments()]
    ['1997-12-12', '1998-12-09', '1999-03-01']
    """
    resolution = load("A/RES/53/137")
    asked = next((c.date for c in resolution.citations if c.paragraph == "PP9" and c.date), None)
    adopted, issued = resolution.adoption.date, resolution.masthead.issued
    if not (asked and adopted and issued):
        raise DataError(
            "A/RES/53/137: one of its three dates cannot be read; restore data/resolutions/a_res_53_137.txt"
        )
    return (
        Moment(asked, "resolution 52/115 asks for a report", "PP9"),
        Moment(adopted, "the Assembly adopts 53/137", "closing line"),
        Moment(issued, "the document is issued", "masthead"),
    )


def _place(moment: Moment) -> float:
    """Where a day stands on the axis, in matplotlib's days since 1970."""
    return float((moment.day - datetime.date(1970, 1, 1)).days)


def two_dates() -> Picture:
    """A line of time: adoption, and the issue of the document 82 days later.

    Examples
    --------
    >>> print(two_dates().alt[:62])
    A line of time with three days. 12 December 1997: resolution 5
    """
    from matplotlib import dates as mdates

    asked, adopted, issued = moments()
    wait = (issued.day - adopted.day).days
    figure, axes = canvas()
    axes.set_title(f"Adopted on {said(adopted.day)}, issued {wait} days later")
    axes.axhline(0, color=GREY, linewidth=1)
    axes.plot([_place(adopted), _place(issued)], [0, 0], color=VERMILLION, linewidth=5, solid_capstyle="butt")
    for moment, colour, sign, height, side in (
        (asked, GREEN, "s", -0.62, "left"),
        (adopted, BLUE, "o", 0.62, "right"),
        (issued, VERMILLION, "D", -0.62, "right"),
    ):
        axes.plot([_place(moment)], [0], sign, color=colour, markersize=10)
        label = f"{said(moment.day)}\n{moment.what} ({moment.element})"
        axes.annotate(label, (_place(moment), 0), (_place(moment), height), ha=side, va="center")
    axes.set_ylim(-1.1, 1.1)
    axes.set_yticks([])
    axes.margins(x=0.03)
    axes.xaxis.set_major_locator(mdates.MonthLocator(bymonth=(1, 4, 7, 10)))  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(mdates.DateFormatter("%b %Y"))  # type: ignore[no-untyped-call]
    story = " ".join(f"{said(moment.day)}: {moment.what} ({moment.element})." for moment in (asked, adopted, issued))
    alt = f"A line of time with three days. {story} Between adoption and issue lie {wait} days."
    return finish(figure, alt, "Source: A/RES/53/137 itself; the days stand in PP9, the closing line and the masthead.")
