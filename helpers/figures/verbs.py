"""How often three organs use the same operative verbs."""

from __future__ import annotations

from helpers.errors import DataError
from helpers.figures.picture import BLUE, GREEN, GREY, VERMILLION, Picture, canvas, finish
from helpers.resolution.usage import ORGANS, Use, operative, uses

#: From the top of the figure down: the strongest step of the course's ladder first.
VERBS = ("Decides", "Demands", "Requests", "Calls upon", "Urges", "Invites", "Encourages", "Welcomes", "Takes note")

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
        raise DataError(f"data/language/openings.csv lacks the operative opening {missing[0]}; restore the table")
    return {verb: uses(entry) for verb, entry in found.items() if entry}


def verbs_by_organ() -> Picture:
    """A row a verb, a mark an organ: paragraphs that open with the verb, per 100 resolutions.

    Examples
    --------
    >>> print(verbs_by_organ().alt[:67])
    Paragraphs that open with a verb, per 100 resolutions of each organ
    """
    from matplotlib.transforms import offset_copy

    table = rates()
    assembly, council, _ = table["Decides"]
    figure, axes = canvas(height=4.4)
    axes.set_title(
        f"‘Decides’ opens {council.said} paragraphs per 100 resolutions of the\n"
        f"Security Council, and {assembly.said} per 100 of the General Assembly"
    )
    for row, uses_of_verb in enumerate(reversed(table.values())):
        reach = [use.per_100 for use in uses_of_verb]
        axes.plot([min(reach), max(reach)], [row, row], color=GREY, linewidth=1, zorder=1)
        for use in uses_of_verb:
            colour, sign = _MARKS[use.organ.id]
            axes.plot([use.per_100], [row], sign, color=colour, markersize=8, zorder=2)
    top = len(table) - 1
    above = offset_copy(axes.transData, figure, y=9, units="points")
    for use, side in zip(table["Decides"], ("right", "center", "left"), strict=True):
        axes.text(use.per_100, top, use.organ.name, ha=side, va="bottom", transform=above)
    axes.set_yticks(range(len(table)), list(reversed(table)))
    axes.tick_params(axis="y", length=0)
    axes.set_ylim(-0.6, top + 0.9)
    axes.set_xlim(0, 280)
    axes.grid(axis="x", color="#d9d9d9", linewidth=0.6)
    axes.set_axisbelow(True)
    axes.set_xlabel("paragraphs per 100 resolutions")
    told = " ".join(
        f"{verb}: {', '.join(f'{use.organ.name} {use.said}' for use in row)}." for verb, row in table.items()
    )
    counted = ", ".join(f"{organ.resolutions:,} {organ.name}" for organ in ORGANS)
    return finish(
        figure,
        f"Paragraphs that open with a verb, per 100 resolutions of each organ. {told}",
        f"Source: counted in the UN Secretariat’s own XML, {counted} resolutions (Assembly: sessions 74 to 80). "
        "Resolutions differ in length.",
    )
