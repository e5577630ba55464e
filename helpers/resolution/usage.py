"""How often three organs open operative paragraphs with a phrase, so that they can be compared."""

from __future__ import annotations

from dataclasses import dataclass

from helpers.language import N_
from helpers.resolution.vocabulary import Entry, by_phrase, entries
from helpers.written import figure


@dataclass(frozen=True, slots=True)
class Organ:
    """An organ whose resolutions were counted, and how many of them."""

    id: str
    name: str
    resolutions: int


#: What the counts of ``data/language/openings.csv`` were taken from; see ``data/SOURCES.md``.
ORGANS = (
    Organ("ga", N_("General Assembly"), 2245),
    Organ("sc", N_("Security Council"), 1561),
    Organ("hrc", N_("Human Rights Council"), 188),
)


@dataclass(frozen=True, slots=True)
class Use:
    """How often an organ opens operative paragraphs with one exact phrase."""

    organ: Organ
    count: int

    @property
    def per_100(self) -> float:
        """Paragraphs per 100 resolutions; above 100 where a resolution uses the phrase more than once.

        Examples
        --------
        >>> Use(Organ("sc", "Security Council", 1561), 3981).per_100
        255.0...
        """
        return 100 * self.count / self.organ.resolutions

    @property
    def said(self) -> str:
        """The rate as it is written: whole from ten on, else with one decimal.

        Examples
        --------
        >>> [Use(ORGANS[0], count).said for count in (2150, 79, 0)]
        ['96', '3.5', '0']
        """
        rate = self.per_100
        return figure(rate, ".0f" if rate >= 10 or not rate else ".1f")


def uses(entry: Entry) -> tuple[Use, ...]:
    """Return how often each organ opens operative paragraphs with the phrase of an entry.

    Examples
    --------
    >>> [use.said for use in uses(by_phrase()["calls upon"])]
    ['162', '81', '211']
    """
    counts = (entry.ga_count, entry.sc_count, entry.hrc_count)
    return tuple(Use(organ, count or 0) for organ, count in zip(ORGANS, counts, strict=True))


def operative(phrase: str) -> Entry | None:
    """Return the operative opening that a phrase names, whatever its capitals and blanks.

    Examples
    --------
    >>> operative("  calls   UPON ,").phrase, operative("Recalling")
    ('Calls upon', None)
    """
    found = by_phrase().get(" ".join(phrase.split()).strip(" ,;.").casefold())
    return found if found and found.part == "operative" else None


def total() -> int:
    """Return how many operative openings the table has."""
    return sum(entry.part == "operative" for entry in entries())
