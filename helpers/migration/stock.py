"""Migrant stock as the United Nations estimated it in 2019: places, years, and the names to find them by."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache

from helpers.errors import CourseError, DataError
from helpers.language import _, ngettext
from helpers.resources import columns
from helpers.written import figure, semicolons

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
            message = _("table {name}: {place} has a figure that is no number; restore the file")
            raise DataError(message.format(name=_TABLE, place=row["name"])) from None
    for code, (name, _kind) in names.items():
        if set(migrants[code]) != set(YEARS):
            raise DataError(_("table {name}: {place} lacks a year; restore the file").format(name=_TABLE, place=name))
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
    wanted = _plain(text)
    known = {_plain(name): place for place in places().values() for name in (place.name, _(place.name))}
    shown = " ".join(text.split())[:40]
    if not wanted:
        raise CourseError(_("No name was typed; write the name of a country or area, such as ‘Mexico’."))
    if wanted in known:
        return known[wanted]
    fits = _once(place for name, place in known.items() if name.startswith(wanted))
    fits = fits or _once(place for name, place in known.items() if wanted in name)
    if len(fits) == 1:
        return fits[0]
    if fits:
        some = semicolons(sorted(_(place.name) for place in fits)[:4])
        message = _("‘{words}’ fits {count} names in the table, among them {names}. Write more of the name.")
        raise CourseError(message.format(words=shown, count=len(fits), names=some))
    near = [*dict.fromkeys(_(known[name].name) for name in get_close_matches(wanted, known, n=2, cutoff=0.7)), "", ""]
    message = _("No country or area ‘{words}’ is in the table: write it as the United Nations does, in full.")
    if near[0]:
        message = _("No country or area ‘{words}’ is in the table: did you mean {first}?")
    if near[1]:
        message = _("No country or area ‘{words}’ is in the table: did you mean {first} or {second}?")
    raise CourseError(message.format(words=shown, first=near[0], second=near[1]))


def _once(found: Iterable[Place]) -> list[Place]:
    """Each place once, though it has a name in each of two languages."""
    return list({place.code: place for place in found}.values())


def said(people: int) -> str:
    """A number of people as the course writes it.

    Examples
    --------
    >>> said(15_689_666), said(-637_989), said(999_700), said(4_321)
    ('15.7 million', '−638 thousand', '1.0 million', '4,321')
    """
    sign, count = ("−" if people < 0 else ""), abs(people)
    if count >= 999_500:
        # "1,9 million", "2,1 millions": some languages change the word, and by the whole number
        millions = ngettext("{count} million", "{count} million", int(count / 1e6))
        return millions.format(count=sign + figure(count / 1e6, ".1f"))
    if count >= 9_950:
        return _("{count} thousand").format(count=sign + figure(count / 1e3, ".0f"))
    return sign + figure(count)
