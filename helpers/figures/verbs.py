"""How often three organs use the same operative verbs."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from helpers.errors import DataError
from helpers.figures.kept import kept
from helpers.figures.picture import BLUE, GREEN, GREY, VERMILLION, Picture, canvas, pictured
from helpers.language import _
from helpers.resolution.usage import ORGANS, Use, operative, uses
from helpers.view.english import quoted
from helpers.written import commas, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

#: From the top of the figure down: the strongest step of the course's ladder first.
VERBS = ("Decides", "Demands", "Requests", "Calls upon", "Urges", "Invites", "Encourages", "Welcomes", "Takes note")

#: The names of the organs stand side by side above the first row; longer ones take two lines.
_LETTERS = 20
_MARKS = {"ga": (BLUE, "o"), "sc": (VERMILLION, "s"), "hrc": (GREEN, "D")}


def rates() -> dict[str, tuple[Use, ...]]:
    """The uses of each verb of the figure, by organ.

    Examples
    --------
    >>> [use.said for use in rates()["Decides"]]
    ['96', '255', '139']
    """
    found = {verb: operative(verb) for verb in VERBS}
    missing = [verb for verb, entry in found.items() if entry is None]
    if missing:
        message = _("data/language/openings.csv lacks the operative opening {verb}; restore the table")
        raise DataError(message.format(verb=missing[0]))
    return {verb: uses(entry) for verb, entry in found.items() if entry}


@kept
def verbs_by_organ() -> Picture:
    """A row a verb, a mark an organ: paragraphs that open with the verb, per 100 resolutions.

    Examples
    --------
    >>> print(verbs_by_organ().alt[:67])
    Paragraphs that open with a verb, per 100 resolutions of each organ
    """
    table = rates()
    told = " ".join(
        _("{verb}: {rates}.").format(verb=quoted(verb), rates=commas(f"{_(use.organ.name)} {use.said}" for use in row))
        for verb, row in table.items()
    )
    alt = _("Paragraphs that open with a verb, per 100 resolutions of each organ. {rates}").format(rates=told)
    counted = commas(f"{figure(organ.resolutions)} {_(organ.name)}" for organ in ORGANS)
    source = _(
        "Source: counted in the UN Secretariat’s own XML, {counts} resolutions (Assembly: sessions 74 to 80). "
        "Resolutions differ in length."
    )
    return pictured(lambda: _rows(table), alt, source.format(counts=counted))


def _rows(table: dict[str, tuple[Use, ...]]) -> Figure:
    from matplotlib.transforms import offset_copy

    assembly, council, _rights = table["Decides"]
    drawing, axes = canvas(height=4.4)
    title = _(
        "‘Decides’ opens {council} paragraphs per 100 resolutions of the\n"
        "Security Council, and {assembly} per 100 of the General Assembly"
    )
    axes.set_title(title.format(council=council.said, assembly=assembly.said))
    for row, uses_of_verb in enumerate(reversed(table.values())):
        reach = [use.per_100 for use in uses_of_verb]
        axes.plot([min(reach), max(reach)], [row, row], color=GREY, linewidth=1, zorder=1)
        for use in uses_of_verb:
            colour, sign = _MARKS[use.organ.id]
            axes.plot([use.per_100], [row], sign, color=colour, markersize=8, zorder=2)
    top = len(table) - 1
    above = offset_copy(axes.transData, drawing, y=9, units="points")
    names = [fill(_(use.organ.name), _LETTERS) for use in table["Decides"]]
    for use, name, side in zip(table["Decides"], names, ("right", "center", "left"), strict=True):
        axes.text(use.per_100, top, name, ha=side, va="bottom", transform=above)
    axes.set_yticks(range(len(table)), list(reversed(table)))
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(-0.6, top + 0.9 * max(len(name.split("\n")) for name in names))
    axes.set_xlim(0, 280)
    axes.grid(axis="x", color="#d9d9d9", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.set_xlabel(_("paragraphs per 100 resolutions"))
    return drawing
