"""Migrant stock by region: what rose and what fell in the ten years around the resolution."""

from __future__ import annotations

from textwrap import fill

from helpers.figures.picture import BLUE, GREY, VERMILLION, Picture, canvas, finish
from helpers.migration import REGIONS, YEARS, Place, places, said

_FROM, _TO = 1990, 2000
# One pair of axes holds all regions side by side, so that they share one scale.
_WIDE = 42


def stock_by_region() -> Picture:
    """Six small lines on one scale, 1990 to 2019, with the years from 1990 to 2000 drawn heavier.

    Examples
    --------
    >>> print(stock_by_region().alt[:76])
    Six lines on one scale, 1990 to 2019, a region each. Africa: 15.7 million in
    """
    regions = [places()[code] for code in REGIONS]
    rose = sum(region.change(_FROM, _TO) > 0 for region in regions)
    figure, axes = canvas(height=3.6)
    axes.set_title(
        f"{_FROM} to {_TO}: the stock rose in {_word(rose)} regions and fell in {_word(len(regions) - rose)}"
    )
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
                f"{region.migrants[year] / 1e6:.1f}",
                (start + year, region.migrants[year] / 1e6),
                _beside(region, year),
                textcoords="offset points",
            )
        axes.annotate(fill(region.name, 13), (start + _FROM - 2, 98), va="top", fontweight="bold", fontsize=9.5)
    axes.set_xlim(-4, len(regions) * _WIDE - 6)
    axes.set_ylim(0, 100)
    axes.set_yticks([0, 20, 40, 60, 80])
    axes.set_ylabel("million people")
    axes.tick_params(axis="y", length=0)
    axes.set_xticks(
        [n * _WIDE + year - YEARS[0] for n in range(len(regions)) for year in (_FROM, 2010)],
        [str(year) for _ in regions for year in (_FROM, 2010)],
        fontsize=9.5,
    )
    told = " ".join(_told(region) for region in regions)
    alt = f"Six lines on one scale, {YEARS[0]} to {YEARS[-1]}, a region each. {told}"
    source = (
        "Migrant stock by region; heavy line: 1990 to 2000, circle: rise, square: fall. Source: United Nations, "
        "Department of Economic and Social Affairs, International Migrant Stock 2019."
    )
    return finish(figure, alt, source)


def _beside(region: Place, year: int) -> tuple[int, int]:
    """Where a value stands, in points from its mark: clear of the line, and of the axis where the line runs low."""
    low = region.migrants[_FROM] < 10e6
    dips = min(region.migrants[1995], region.migrants[_TO]) < region.migrants[_FROM]
    above = low or (dips and year == _FROM)
    return (-2, 8) if above else (2, -16)


def _word(count: int) -> str:
    return ("no", "one", "two", "three", "four", "five", "six")[count]


def _told(region: Place) -> str:
    """A region's three figures in words."""
    years = (_FROM, _TO, YEARS[-1])
    figures = ", ".join(f"{said(region.migrants[year])} in {year}" for year in years)
    return f"{region.name}: {figures}."
