"""Opening phrases as lists for Model UN teach them, beside what is counted in the Assembly's resolutions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from helpers.language import _, ngettext
from helpers.resolution.vocabulary import Part, by_phrase
from helpers.resources import columns
from helpers.written import figure

# Longer phrases that occur less often than this were not listed one by one.
_LISTED_FROM = 20
_OUTSIDE = re.compile(r" (?:of|by|to(?: all states)?|the Secretary-General)$")


@dataclass(frozen=True, slots=True)
class Taught:
    """A phrase, the part of a resolution that it is taught for, the lists that have it, and a counted one like it."""

    phrase: str
    part: Part
    lists: tuple[str, ...]
    instead: str

    @property
    def italic(self) -> str:
        """What of the phrase would stand in italics: prepositions and those addressed stay outside.

        Examples
        --------
        >>> Taught("Guided by", "preamble", (), "").italic
        'Guided'
        """
        return _OUTSIDE.sub("", self.phrase)

    @property
    def count(self) -> int | None:
        """How often it opens paragraphs in 2,245 resolutions of the Assembly, in italics; ``None`` if not listed.

        Examples
        --------
        >>> {t.phrase: t.count for t in taught() if t.phrase in ("Recalling", "Fully believing")}
        {'Fully believing': None, 'Recalling': 5519}
        """
        entry = by_phrase().get(self.italic.lower())
        if entry is None or entry.part != self.part:
            return None
        return None if not entry.ga_count and " " in self.italic else entry.ga_count

    @property
    def said(self) -> str:
        """The count in words that claim no more than was counted.

        Examples
        --------
        >>> next(t for t in taught() if t.phrase == "Keeping in mind").said
        'fewer than 20 times, or not at all'
        """
        if self.count:
            times = ngettext("{count} time", "{count} times", self.count).format(count=figure(self.count))
            return _("once") if self.count == 1 else times
        rarely = _("fewer than {count} times, or not at all").format(count=_LISTED_FROM)
        return rarely if " " in self.italic else _("not once")


@cache
def taught() -> tuple[Taught, ...]:
    """Give every phrase of the two lists, in the order of the table.

    Examples
    --------
    >>> taught()[0].phrase, len(taught()[0].lists)
    ('Accepts', 2)
    """
    return tuple(
        Taught(
            row["phrase"],
            "operative" if row["part"] == "operative" else "preamble",
            tuple(row["lists"].split(" | ")),
            row["instead"],
        )
        for row in columns("language/mun_phrases.csv", "phrase", "part", "lists", "instead")
    )
