"""How many States the treaties that the preamble names bound on the day of the resolution, and bind now."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from helpers.errors import DataError
from helpers.figures.kept import kept
from helpers.figures.picture import BLUE, GREY, VERMILLION, Picture, canvas, pictured
from helpers.language import N_, _
from helpers.resolution import load
from helpers.treaty.instruments import Bound, instruments
from helpers.written import said_day, semicolons

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

#: What a treaty is about, for the narrow margin of a figure.
_ABOUT = {
    "ICERD": N_("Racial discrimination"),
    "ICESCR": N_("Economic, social, cultural rights"),
    "ICCPR": N_("Civil and political rights"),
    "CEDAW": N_("Discrimination against women"),
    "CRC": N_("Rights of the child"),
    "ICRMW": N_("Migrant workers (PP7)"),
}


@dataclass(frozen=True, slots=True)
class Compared:
    """A treaty, the year of its adoption, and its States on the day of the resolution and on the last day known."""

    about: str
    year: int
    then: Bound
    now: Bound

    @property
    def told(self) -> str:
        """One row in words."""
        told = _("{treaty} ({year}): {then}, then {now}")
        return told.format(treaty=_(self.about), year=self.year, then=_number(self.then), now=_number(self.now))


def _number(count: Bound) -> str:
    return _("about {number}").format(number=count.states) if count.about else str(count.states)


def then_and_now() -> list[Compared]:
    """The treaties with a count for the day of A/RES/53/137, in the order of their adoption.

    Examples
    --------
    >>> then_and_now()[-1].told
    'Migrant workers (PP7) (1990): 9, then 60'
    """
    day = load("A/RES/53/137").adoption.date
    found = []
    for treaty in instruments():
        then, now = (treaty.bound_on(day) if day else None), treaty.latest
        if then and now:
            found.append(Compared(_ABOUT.get(treaty.key, treaty.title), treaty.adopted.year, then, now))
    if not found:
        raise DataError(_("treaty/state_counts.csv has no count for the day of 53/137; restore it from the repository"))
    return found


@kept
def bound_states() -> Picture:
    """A row a treaty: States bound on 9 December 1998 and on the last day of the data, joined by a line.

    Examples
    --------
    >>> print(bound_states().alt[:58])
    6 treaties, each with two counts of States. Racial discrim
    """
    rows = then_and_now()
    first, last = said_day(rows[0].then.day), said_day(rows[0].now.day)
    alt = _(
        "{number} treaties, each with two counts of States. {counts}. "
        "The first count is for {first}, the second for {last}. "
        "On the first day the Convention on migrant workers was not in force: its States were contracting States."
    ).format(number=len(rows), counts=semicolons(row.told for row in rows), first=first, last=last)
    source = _(
        "Source: United Nations Treaty Collection, {day}. "
        "Counts with ‘about’ are computed from days of deposit and may be off by one to three. "
        "The Convention of PP7 was not yet in force: it had contracting States."
    ).format(day=last)
    return pictured(lambda: _rows(rows, first, last), alt, source)


def _rows(rows: list[Compared], first: str, last: str) -> Figure:
    figure, axes = canvas(height=3.4)
    many, least = sum(row.then.states > 100 for row in rows), min(row.then.states for row in rows)
    title = _("When 53/137 was adopted, {many} of {number} treaties had\nmore than 100 States each; one had {least}")
    figure.suptitle(title.format(many=many, number=len(rows), least=least), x=0.01, ha="left", weight="bold", size=12.5)
    for place, row in enumerate(reversed(rows)):
        axes.plot([row.then.states, row.now.states], [place, place], color=GREY, linewidth=2, zorder=1)
        _mark(axes, row.then.states, place, then=True)
        _mark(axes, row.now.states, place, then=False)
        axes.text(row.then.states - 6, place, _number(row.then), ha="right", va="center")
        axes.text(row.now.states + 6, place, _number(row.now), ha="left", va="center")
    for x, day, then in ((20, first, True), (110, last, False)):
        _mark(axes, x, len(rows), then=then)
        axes.text(x + 6, len(rows), day, va="center")
    names = [_("{treaty}, {year}").format(treaty=_(row.about), year=row.year) for row in reversed(rows)]
    axes.set_yticks(range(len(rows)), names)
    axes.tick_params(axis="y", length=0)
    axes.set_xlim(-12, 218)
    axes.set_ylim(-0.6, len(rows) + 0.5)
    return figure


def _mark(axes: Axes, x: float, y: float, *, then: bool) -> None:
    """An open circle for the earlier day, a filled square for the later one."""
    sign, colour, fill = ("o", VERMILLION, "white") if then else ("s", BLUE, BLUE)
    axes.plot([x], [y], sign, color=colour, markersize=9, markerfacecolor=fill, markeredgewidth=2)
