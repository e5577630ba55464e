"""The course's tables of language: opening phrases with what they do, and words by role."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

from helpers.resolution.model import Kind
from helpers.resources import columns

Part = Literal["preamble", "operative"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One opening phrase of ``data/language/openings.csv``.

    ``kind`` and ``strength`` are ``None`` in the preamble; counts are ``None`` where nobody counted.
    """

    phrase: str
    part: Part
    kind: Kind | None
    form: str
    function: str
    strength: int | None
    ga_count: int | None
    sc_count: int | None
    hrc_count: int | None


_KINDS: dict[str, Kind] = {"directive": "directive", "internal": "internal", "evaluative": "evaluative"}


def _number(cell: str) -> int | None:
    return int(cell) if cell else None


@cache
def entries() -> tuple[Entry, ...]:
    """Return every opening phrase of the course's table, preamble first.

    Returns
    -------
    tuple of Entry
        See ``data/SOURCES.md`` for the counts and for what the strength means.

    Examples
    --------
    >>> [e.strength for e in entries() if e.phrase == "Calls upon"]
    [4]
    """
    needed = ("phrase", "part", "kind", "function", "strength", "ga_count", "sc_count", "hrc_count")
    return tuple(
        Entry(
            phrase=row["phrase"],
            part="operative" if row["part"] == "operative" else "preamble",
            kind=_KINDS.get(row["kind"]),
            form=row["kind"] if row["part"] == "preamble" else "verb",
            function=row["function"],
            strength=_number(row["strength"]),
            ga_count=_number(row["ga_count"]),
            sc_count=_number(row["sc_count"]),
            hrc_count=_number(row["hrc_count"]),
        )
        for row in columns("language/openings.csv", *needed)
    )


@cache
def words(role: str) -> frozenset[str]:
    """Return the words of one role of ``data/language/words.csv``.

    Examples
    --------
    >>> "concern" in words("attitude")
    True
    """
    return frozenset(row["word"] for row in columns("language/words.csv", "word", "role") if row["role"] == role)


@cache
def phrases(role: str) -> tuple[tuple[str, ...], ...]:
    """Return the word sequences of one role, longest first, in lower case.

    Examples
    --------
    >>> ("in", "this", "regard") in phrases("connective")
    True
    """
    split = {tuple(word.lower().split()) for word in words(role)}
    return tuple(sorted(split, key=lambda parts: (-len(parts), parts)))


@cache
def phrases_at(role: str, end: Literal["first", "last"]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the phrases of one role by their first or last word, longest first under each word.

    Examples
    --------
    >>> ("in", "this", "regard") in phrases_at("connective", "last")["regard"]
    True
    """
    found: dict[str, list[tuple[str, ...]]] = {}
    for parts in phrases(role):
        found.setdefault(parts[0] if end == "first" else parts[-1], []).append(parts)
    return {word: tuple(group) for word, group in found.items()}


@cache
def by_phrase() -> dict[str, Entry]:
    """Return the openings by phrase in lower case.

    Examples
    --------
    >>> by_phrase()["decides"].kind
    'internal'
    """
    return {entry.phrase.lower(): entry for entry in entries()}


@cache
def heads(part: Part) -> frozenset[str]:
    """Return the words that carry a phrase: its first word that is no adverb.

    Examples
    --------
    >>> "requests" in heads("operative"), "strongly" in heads("operative")
    (True, False)
    """
    adverbs = words("adverb")
    found = set()
    for entry in entries():
        if entry.part == part:
            parts = entry.phrase.lower().split()
            found.add(next((word for word in parts if word not in adverbs and word != "once"), parts[-1]))
    return frozenset(found)
