"""The preamble as an argument: the step each paragraph adds, what rests on what, what each opening commits to."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from functools import cache

from helpers.errors import DataError
from helpers.language import _
from helpers.resolution.vocabulary import entries
from helpers.resources import columns


@dataclass(frozen=True, slots=True)
class Step:
    """One paragraph's part in the argument, as the course reads it; ``_()`` translates its words where they show."""

    id: str
    name: str
    link: str
    brings: str
    lost: str


@dataclass(frozen=True, slots=True)
class Link:
    """A paragraph that rests on another one, and what hangs loose when the other one is left out."""

    id: str
    rests_on: str
    loose: str


@dataclass(frozen=True, slots=True)
class Opening:
    """An opening phrase: its form, what it does, what it commits to and leaves open, and how often it is used."""

    phrase: str
    form: str
    function: str
    commits: str
    open: str
    count: int


@cache
def steps() -> tuple[Step, ...]:
    """The nine steps in printed order.

    Examples
    --------
    >>> steps()[2].name
    'A gap remains'
    """
    rows = columns("language/argument.csv", "id", "step", "link", "brings", "lost")
    return tuple(Step(r["id"], r["step"], r["link"], r["brings"], r["lost"]) for r in rows)


@cache
def links() -> tuple[Link, ...]:
    """Every paragraph that rests on another one."""
    rows = columns("language/argument_links.csv", "id", "rests_on", "loose")
    return tuple(Link(r["id"], r["rests_on"], r["loose"]) for r in rows)


def loose(kept: Collection[str]) -> list[str]:
    """What hangs loose in an argument of which only these paragraphs are kept.

    Examples
    --------
    >>> len(loose({"PP7", "PP8", "PP9"})), loose({"PP1"})
    (1, [])
    """
    told = (link.loose for link in links() if link.id in kept and link.rests_on not in kept)
    return list(dict.fromkeys(told))


@cache
def openings() -> dict[str, Opening]:
    """The openings of the preamble in the order in which they first stand there.

    Raises
    ------
    DataError
        The table of openings does not know one of them.

    Examples
    --------
    >>> openings()["Bearing in mind"].count, openings()["Reiterating"].count
    (534, 394)
    """
    known = {entry.phrase: entry for entry in entries() if entry.part == "preamble"}
    found = {}
    for row in columns("language/openings_read.csv", "phrase", "commits", "open"):
        phrase = row["phrase"]
        entry = known.get(phrase)
        if entry is None:
            message = _("table language/openings.csv lacks the opening {phrase}; restore the file")
            raise DataError(message.format(phrase=repr(phrase)))
        count = entry.ga_count or 0
        found[phrase] = Opening(phrase, entry.form, entry.function, row["commits"], row["open"], count)
    return found
