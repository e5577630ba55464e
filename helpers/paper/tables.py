"""The tables of the kit: what explorers and lessons draw on, for a class without a screen."""

from __future__ import annotations

from functools import cache

from helpers.language import _, language
from helpers.paper.table import Table
from helpers.paper.text import TO_MEND, WITH_SIGNS
from helpers.paper.text_tables import acts, evidence, links, mended, openings, rules, sources, symbols, verbs
from helpers.paper.world_tables import articles, convention, deposits, instruments, people, placed, series, stock


def tables() -> tuple[Table, ...]:
    """All tables of the kit.

    Examples
    --------
    >>> [table.name for table in tables()][:3]
    ['symbols', 'openings', 'verbs']
    """
    return tuple(make() for make in _TABLES)


def keys() -> tuple[Table, ...]:
    """The keys of what is to be filled in: for the teacher.

    Examples
    --------
    >>> [table.name for table in keys()]
    ['draft-to-mend', 'people-to-place']
    """
    return tuple(make() for make in _KEYS)


def stands_in() -> dict[str, str]:
    """Which sheet of the kit, by its title, a class without a screen uses in place of an explorer.

    Examples
    --------
    >>> stands_in()["anatomy"], stands_in()["stock"]
    ('Resolution 53/137, numbered, with its signs', 'International migrant stock by region and country')
    """
    return _stands_in(language())


@cache
def _stands_in(_language: str) -> dict[str, str]:
    """The same, kept for each language: the making of all tables takes a while."""
    texts = {"anatomy": _(WITH_SIGNS), "drafting": _(TO_MEND)}
    return texts | {explorer: table.title for table in tables() for explorer in table.explorers}


_TABLES = (
    symbols,
    openings,
    verbs,
    acts,
    sources,
    links,
    evidence,
    rules,
    instruments,
    deposits,
    convention,
    articles,
    people,
    stock,
    series,
)
_KEYS = (mended, placed)
