"""Migrant stock by region: what rose and what fell in the ten years around the resolution."""

from __future__ import annotations

from textwrap import fill
from typing import TYPE_CHECKING

from helpers.figures.kept import kept
from helpers.figures.picture import BLUE, GREY, VERMILLION, Picture, canvas, pictured
from helpers.language import N_, _
from helpers.migration import REGIONS, YEARS, Place, places, said
from helpers.written import commas, figure

if TYPE_CHECKING:
    from matplotlib.figure import Figure

_FROM, _TO = 1990, 2000
# One pair of axes holds all regions side by side, so that they share one scale.
_WIDE = 42
# So many letters stand beside each other above a region; a longer word is set smaller.
_LETTERS = 13


@kept
def stock_by_region() -> Picture:
    """Six small lines on one scale, 1990 to 2019, with the years from 1990 to 2000 drawn heavier.

    Examples
    --------
    >>> print(stock_by_region().alt[:76])
    Six lines on one scale, 1990 to 2019, a region each. Africa: 15.7 million in
    """
    regions = [places()[code] for code in REGIONS]
    alt = _("Six lines on one scale, {first} to {last}, a region each. {story}")
    story = " ".join(_told(region) for region in regions)
    source = _(
        "Migrant stock by region; heavy line: 1990 to 2000, circle: rise, square: fall. Source: United Nations, "
        "Department of Economic and Social Affairs, International Migrant Stock 2019."
    )
    return pictured(lambda: _lines(regions), alt.format(first=YEARS[0], last=YEARS[-1], story=story), source)


def _lines(regions: list[Place]) -> Figure:
    rose = sum(region.change(_FROM, _TO) > 0 for region in regions)
    drawing, axes = canvas(height=3.6)
    title = _("{first} to {last}: the stock rose in {rose} regions and fell in {fell}")
    axes.set_title(title.format(first=_FROM, last=_TO, rose=_word(rose), fell=_word(len(regions) - rose)))
    for n, region in enumerate(regions):
        start = n * _WIDE - YEARS[0]
        values = [region.migrants[year] / 1e6 for year in YEARS]
        axes.plot([start + year for year in YEARS], values, color=GREY, linewidth=1.2)
        colour, sign = (BLUE, "o") if region.change(_FROM, _TO) > 0 else (VERMILLION, "s")
        early = [year for year in YEARS if year <= _TO]
        axes.plot(
            [start + year for year in early],
            [region.migrants[year] / 1e6 for year in early],
            color=colour,
            marker=sign,
            markersize=5,
            linewidth=3,
        )
        for year in (_FROM, _TO):
            axes.annotate(
                figure(region.migrants[year] / 1e6, ".1f"),
                (start + year, region.migrants[year] / 1e6),
                _beside(region, year),
                textcoords="offset points",
            )
        name = fill(_(region.name), _LETTERS, break_long_words=False)
        size = 9.5 * min(1, _LETTERS / max(map(len, name.split("\n"))))
        axes.annotate(name, (start + _FROM - 2, 98), va="top", fontweight="bold", fontsize=size)
    axes.set_xlim(-4, len(regions) * _WIDE - 6)
    axes.set_ylim(0, 100)
    axes.set_yticks([0, 20, 40, 60, 80])
    axes.set_ylabel(_("million people"))
    axes.tick_params(axis="y", length=0)
    axes.set_xticks(
        [n * _WIDE + year - YEARS[0] for n in range(len(regions)) for year in (_FROM, 2010)],
        [str(year) for _ in regions for year in (_FROM, 2010)],
        fontsize=9.5,
    )
    return drawing


def _beside(region: Place, year: int) -> tuple[int, int]:
    """Where a value stands, in points from its mark: clear of the line, and of the axis where the line runs low."""
    low = region.migrants[_FROM] < 10e6
    dips = min(region.migrants[1995], region.migrants[_TO]) < region.migrants[_FROM]
    above = low or (dips and year == _FROM)
    return (-2, 8) if above else (2, -16)


#: How many of the six regions, in words that stand for regions.
_WORDS = {1: N_("one"), 2: N_("two"), 3: N_("three"), 4: N_("four"), 5: N_("five")}


def _word(count: int) -> str:
    return _(_WORDS[count]) if count in _WORDS else str(count)


def _told(region: Place) -> str:
    """A region's three figures in words."""
    years = (_FROM, _TO, YEARS[-1])
    told = _("{people} in {year}")
    figures = commas(told.format(people=said(region.migrants[year]), year=year) for year in years)
    return _("{place}: {figures}.").format(place=_(region.name), figures=figures)
