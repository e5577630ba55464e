"""Which days and figures data/ gives, so that a lesson states no other."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from functools import cache

from helpers.resolution import load
from helpers.resolution.dates import said
from helpers.resources import read_table

_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = re.compile(rf"\b\d{{1,2}} (?:{_MONTHS}) \d{{4}}\b")
_FIGURE = re.compile(r"\d[\d.,]*\d")
_ISO = re.compile(r"\b\d{4}-\d{2}-\d{2}\b")
#: What holds numbers that state nothing: names of files and paragraphs, minutes of a class, words of an essay.
_NAMES = re.compile(r"\(\S+\.ipynb\)|\b(?:OP|PP|FN)\d+\b|\b\d+[- ](?:minutes?|words)\b")
#: The tables whose every cell a lesson may state; columns of lower confidence are kept out row by row.
TABLES = (
    "facts.csv",
    "treaty/instruments.csv",
    "treaty/participants.csv",
    "treaty/convention_parts.csv",
    "treaty/state_counts.csv",
    "resolutions/series.csv",
)


@cache
def _known() -> tuple[frozenset[str], frozenset[str]]:
    """The days, as the United Nations writes them, and the figures."""
    resolution = load("A/RES/53/137")
    texts = [resolution.source]
    for name in TABLES:
        for row in read_table(name):
            if row.get("confidence") != "unverified":
                texts.extend(row.values())
    whole = "\n".join(texts)
    days = {datetime.date.fromisoformat(day) for day in _ISO.findall(whole)}
    figures = {found.strip(".,") for found in _FIGURE.findall(whole)}
    figures |= {str(day.year) for day in days} | {str(day.day) for day in days}
    return frozenset({*map(said, days), *_DAY.findall(whole)}), frozenset(figures)


def unknown(text: str) -> Iterator[str]:
    """The days and the figures of two digits or more in a text that neither the resolution nor a table gives.

    Examples
    --------
    >>> list(unknown("On 9 December 1998, not on 10 December 1998, 85 or 777 States met in 45 minutes (OP17)."))
    ['10 December 1998', '777']
    """
    days, figures = _known()
    text = _NAMES.sub(" ", text)
    yield from (day for day in _DAY.findall(text) if day not in days)
    for found in _FIGURE.findall(_DAY.sub(" ", text)):
        figure = found.strip(".,")
        if figure not in figures:
            yield figure
