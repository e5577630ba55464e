"""Migrant stock as the United Nations estimated it in 2019: places, years, and the names to find them by."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from helpers.errors import CourseError, DataError
from helpers.resources import columns

#: The years of the table: there is no figure for a year between.
YEARS = (1990, 1995, 2000, 2005, 2010, 2015, 2019)
#: The world and its regions by their numbers in the United Nations' list (M49), in the order they are shown.
WORLD = "900"
REGIONS = ("903", "935", "908", "904", "905", "909")

_TABLE = "migration/migrant_stock.csv"


@dataclass(frozen=True, slots=True)
class Place:
    """The world, a region, or a country or area, with its figures by year.

    Parameters
    ----------
    code : str
        Its number in the United Nations' list (M49).
    name : str
        As the table writes it.
    kind : str
        ``world``, ``region`` or ``country``.
    migrants, women : mapping of int to int
        Persons by year.
    """

    code: str
    name: str
    kind: str
    migrants: Mapping[int, int]
    women: Mapping[int, int]

    def change(self, first: int, last: int) -> int:
        """How many more people the stock counts in the last year than in the first (fewer: negative).

        Examples
        --------
        >>> places()["905"].change(1990, 2000)
        12741286
        """
        return self.migrants[last] - self.migrants[first]

    def share(self, year: int) -> float:
        """Its part of the world's stock, from 0 to 1.

        Examples
        --------
        >>> f"{places()['905'].share(2000):.1%}"
        '23.2%'
        """
        return self.migrants[year] / places()[WORLD].migrants[year]

    def women_share(self, year: int) -> float:
        """The share of women in its stock, from 0 to 1; 0 where nobody is counted.

        Examples
        --------
        >>> f"{places()['908'].women_share(1990):.1%}"
        '51.4%'
        """
        return self.women[year] / self.migrants[year] if self.migrants[year] else 0.0


@cache
def places() -> dict[str, Place]:
    """Every place of the table by its number.

    Raises
    ------
    DataError
        A figure is no number, or a place lacks a year.

    Examples
    --------
    >>> len(places()), places()[WORLD].migrants[2019]
    (235, 271642105)
    """
    names: dict[str, tuple[str, str]] = {}
    migrants: dict[str, dict[int, int]] = defaultdict(dict)
    women: dict[str, dict[int, int]] = defaultdict(dict)
    for row in columns(_TABLE, "m49", "name", "kind", "year", "migrants", "women"):
        code = row["m49"]
        names[code] = (row["name"], row["kind"])
        try:
            year = int(row["year"])
            migrants[code][year], women[code][year] = int(row["migrants"]), int(row["women"])
        except ValueError:
            raise DataError(f"table {_TABLE}: {row['name']} has a figure that is no number; restore the file") from None
    for code, (name, _) in names.items():
        if set(migrants[code]) != set(YEARS):
            raise DataError(f"table {_TABLE}: {name} lacks a year; restore the file")
    return {code: Place(code, name, kind, migrants[code], women[code]) for code, (name, kind) in names.items()}


def _plain(name: str) -> str:
    """Letters only, without accents and capitals: what people type when they mean a name."""
    bare = unicodedata.normalize("NFKD", name).casefold()
    return "".join(letter for letter in bare if letter.isalnum())


def find(text: str) -> Place:
    """The place that somebody means by a name, whatever the capitals and accents; a clear part of it is enough.

    Raises
    ------
    CourseError
        No place or more than one fits: one line that says so, with names to choose from.

    Examples
    --------
    >>> find("cote d'ivoire").name, find("Venezuela").name, find("niger").name
    ('Côte d’Ivoire', 'Venezuela (Bolivarian Republic of)', 'Niger')
    """
    wanted, known = _plain(text), {_plain(place.name): place for place in places().values()}
    shown = " ".join(text.split())[:40]
    if not wanted:
        raise CourseError("No name was typed; write the name of a country or area, such as ‘Mexico’.")
    if wanted in known:
        return known[wanted]
    fits = [place for name, place in known.items() if name.startswith(wanted)]
    fits = fits or [place for name, place in known.items() if wanted in name]
    if len(fits) == 1:
        return fits[0]
    if fits:
        some = "; ".join(sorted(place.name for place in fits)[:4])
        raise CourseError(f"‘{shown}’ fits {len(fits)} names in the table, among them {some}. Write more of the name.")
    near = [known[name].name for name in get_close_matches(wanted, known, n=2, cutoff=0.7)]
    hint = f"did you mean {' or '.join(near)}?" if near else "write it as the United Nations does, in full."
    raise CourseError(f"No country or area ‘{shown}’ is in the table: {hint}")


def said(people: int) -> str:
    """A number of people as the course writes it.

    Examples
    --------
    >>> said(15_689_666), said(-637_989), said(999_700), said(4_321)
    ('15.7 million', '−638 thousand', '1.0 million', '4,321')
    """
    sign, count = ("−" if people < 0 else ""), abs(people)
    if count >= 999_500:
        return f"{sign}{count / 1e6:.1f} million"
    return f"{sign}{count / 1e3:.0f} thousand" if count >= 9_950 else f"{sign}{count:,}"
