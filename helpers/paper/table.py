"""What a table on paper is, and how its cells are written."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from helpers.language import _
from helpers.written import figure as said_figure
from helpers.written import said_day

Row = dict[str, str]


@dataclass(frozen=True, slots=True)
class Table:
    """One table: its file name, its title, its column heads, its rows, and where they come from.

    ``explorers`` are those that it stands in for where there is no screen; ``widths`` the columns' shares of the page,
    0 for one that is as wide as its words; ``quoted`` the columns, from 0, that hold the resolution's words, and
    ``english`` those that hold other English that nobody translates.
    ``numbers`` says that all columns but the first hold figures, which stand to the right.
    """

    name: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str
    widths: tuple[int, ...] = ()
    numbers: bool = False
    quoted: tuple[int, ...] = ()
    english: tuple[int, ...] = ()
    explorers: tuple[str, ...] = ()


def words(row: Row, column: str) -> str:
    """A cell's words for readers, in the language that is spoken; data/datapackage.json names these columns.

    Examples
    --------
    >>> words({"kind": "treaty"}, "kind")
    'treaty'
    """
    return _(row[column])


def is_sure(row: Row) -> bool:
    """Whether somebody checked the row against a document; what nobody checked is not printed.

    Examples
    --------
    >>> is_sure({"confidence": "high"}), is_sure({"confidence": "unverified"})
    (True, False)
    """
    return row["confidence"] == "high"


def day(text: str) -> str:
    """A day of data/ in words, a dash where there is none.

    Examples
    --------
    >>> day("1998-12-09"), day("")
    ('9 December 1998', '–')
    """
    return said_day(datetime.date.fromisoformat(text)) if text else "–"


def figure(text: str) -> str:
    """A whole number of data/ with its thousands parted, a dash where there is none.

    Examples
    --------
    >>> figure("5519"), figure("")
    ('5,519', '–')
    """
    return said_figure(int(text)) if text else "–"
