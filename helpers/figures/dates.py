"""When the resolution was asked for, adopted and issued."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers.errors import DataError
from helpers.figures.kept import kept
from helpers.figures.picture import BLUE, GREEN, GREY, VERMILLION, Picture, canvas, pictured
from helpers.language import N_, _, ngettext
from helpers.resolution import load
from helpers.written import said_day

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: The months that the axis names, short.
_MONTHS = {1: N_("Jan"), 4: N_("Apr"), 7: N_("Jul"), 10: N_("Oct")}


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, what happened on it, and the element that says so."""

    day: datetime.date
    what: str
    element: str

    @property
    def told(self) -> str:
        """What happened, and where the text says so."""
        place = self.element if self.element.startswith("PP") else _(self.element)
        return _("{what} ({place})").format(what=_(self.what), place=place)


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
            _("A/RES/53/137: one of its three dates cannot be read; restore data/resolutions/a_res_53_137.txt")
        )
    return (
        Moment(asked, N_("resolution 52/115 asks for a report"), "PP9"),
        Moment(adopted, N_("the Assembly adopts 53/137"), N_("closing line")),
        Moment(issued, N_("the document is issued"), N_("masthead")),
    )


def _place(moment: Moment) -> float:
    """Where a day stands on the axis, in matplotlib's days since 1970."""
    return float((moment.day - datetime.date(1970, 1, 1)).days)


@kept
def two_dates() -> Picture:
    """A line of time: adoption, and the issue of the document 82 days later.

    Examples
    --------
    >>> print(two_dates().alt[:62])
    A line of time with three days. 12 December 1997: resolution 5
    """
    days = moments()
    _asked, adopted, issued = days
    wait = (issued.day - adopted.day).days
    told = ngettext(
        "A line of time with three days. {story} Between adoption and issue lies {wait} day.",
        "A line of time with three days. {story} Between adoption and issue lie {wait} days.",
        wait,
    )
    story = " ".join(_("{day}: {event}.").format(day=said_day(one.day), event=one.told) for one in days)
    source = _("Source: A/RES/53/137 itself; the days stand in PP9, the closing line and the masthead.")
    return pictured(lambda: _line(*days, wait), told.format(story=story, wait=wait), source)


def _line(asked: Moment, adopted: Moment, issued: Moment, wait: int) -> Figure:
    from matplotlib import dates as mdates
    from matplotlib.ticker import FuncFormatter

    figure, axes = canvas()
    title = ngettext("Adopted on {day}, issued {wait} day later", "Adopted on {day}, issued {wait} days later", wait)
    axes.set_title(title.format(day=said_day(adopted.day), wait=wait))
    axes.axhline(0, color=GREY, linewidth=1)
    axes.plot([_place(adopted), _place(issued)], [0, 0], color=VERMILLION, linewidth=5, solid_capstyle="butt")
    for moment, colour, sign, height, side in (
        (asked, GREEN, "s", -0.62, "left"),
        (adopted, BLUE, "o", 0.62, "right"),
        (issued, VERMILLION, "D", -0.62, "right"),
    ):
        axes.plot([_place(moment)], [0], sign, color=colour, markersize=10)
        axes.annotate(
            f"{said_day(moment.day)}\n{moment.told}",
            (_place(moment), 0),
            (_place(moment), height),
            ha=side,
            va="center",
        )
    axes.set_ylim(-1.1, 1.1)
    axes.set_yticks([])
    axes.margins(x=0.03)
    axes.xaxis.set_major_locator(mdates.MonthLocator(bymonth=tuple(_MONTHS)))  # type: ignore[no-untyped-call]
    axes.xaxis.set_major_formatter(FuncFormatter(_month))
    return figure


def _month(place: float, _position: int | None) -> str:
    """A place on the axis as the month that begins there: "Jan 1998"."""
    day = datetime.date(1970, 1, 1) + datetime.timedelta(days=round(place))
    return _("{month} {year}").format(month=_(_MONTHS[day.month]), year=day.year)
