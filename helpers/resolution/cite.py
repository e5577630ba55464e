"""Find what a passage cites: resolutions, documents, treaties, declarations, conferences, the Charter."""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from functools import cache

from helpers.resolution import names
from helpers.resolution.dates import DAY, date_of
from helpers.resolution.model import Citation, Span
from helpers.resources import columns

_ROMAN = r"[IVXLC]+"

# "45/158", "2200 A (XXI)", "1325 (2000)", "S-21/2", "ES-10/14", "54/237 C", "60/1 A and B"
_NUMBER = (
    rf"(?:(?:ES-|S-)?\d{{1,4}}/\d{{1,4}}\b|\d{{1,4}}(?: [A-Z])?(?: ?\(\d{{4}}\)| ?\((?:S-|ES-)?{_ROMAN}\)))"
    r"(?: [A-H](?: (?:and|to) [A-H])?\b(?! \())?"
)
_CUE = re.compile(r"\b(?:[Rr]esolutions?|[Dd]ecisions?) (?=[\dSE])")
_ANNEX = rf"(?:,? (?:first |second )?annex(?:es)?(?: {_ROMAN})?\b)?"
_ITEM = re.compile(rf"(?P<number>{_NUMBER}){_ANNEX}(?: of {DAY})?{_ANNEX}")
_NEXT = re.compile(r"(?:, | and |, and |; | or | to )(?=(?:ES-|S-)?\d)")
_SYMBOL = re.compile(
    r"(?<![\w/])(?:A|S|E|ST|TD|CEDAW|CERD|CRC|CCPR|CMW|CAT|CTOC|DP|FCCC|HRI|UNEP|NPT|CD|LC|SPLOS|ISBA|JIU|PBC|"
    r"ACC|AT|CAC|CBD|ICCD|IDB|T|UNCTAD|HSP|ID|ECE|LOS)"
    r"(?:/[A-Z0-9][\w.*-]*(?:\([A-Z0-9]+\))?)+(?<![.,;:*-])"
    r"(?: \(Part [IVX]+\))?(?: and (?:Corr|Add|Rev)\.\d+(?:[-–]\d+)?)*"
    r"(?:, (?:chap|sect|para|annex|vol|part|appendix)s?\b\.?(?: [IVXLC]+\b(?:\.[A-Z])?| \d+)?)*"
)
_ADOPTED = re.compile(rf",? (?:as )?adopted (?:(?:by|at) [^,.;]{{0,120}}? )?on {DAY}")
# The Assembly has numbered its resolutions by session since the thirty-first.
_FIRST_SLASH_SESSION = 31
# A resolution number alone does not tell whose it is; the words before it may.
_ORGAN = re.compile(
    r"(?:General |Security |Human Rights |Economic and Social )?"
    r"\b(?:Assembly|Council|Commission|Conference|Committee|Union)"
    r"(?: (?:on|of|for|the|and|to|[A-Z][\w-]*)){0,8} $"
)


@dataclass(frozen=True, slots=True)
class Instrument:
    """One row of ``data/treaty/instruments.csv`` as far as citations need it."""

    key: str
    kind: str
    title: str
    names: tuple[str, ...]


@cache
def instruments() -> tuple[Instrument, ...]:
    """Return the instruments the course knows by name, longest name first.

    Examples
    --------
    >>> [i.kind for i in instruments() if i.key == "CRC"]
    ['treaty']
    """
    rows = columns("treaty/instruments.csv", "key", "kind", "title", "aliases")
    found = []
    for row in rows:
        printed = (row["title"], *filter(None, row["aliases"].split("|")))
        found.append(Instrument(row["key"], row["kind"], row["title"], printed))
    return tuple(sorted(found, key=lambda item: -len(item.title)))


@cache
def _known() -> re.Pattern[str]:
    every = sorted((name for item in instruments() for name in item.names), key=len, reverse=True)
    # some texts print "members of their families" with other capitals
    return re.compile(rf"\b(?P<name>(?ai:{'|'.join(map(re.escape, every))}))(?!\w)(?: of {DAY})?")


@cache
def _by_name() -> dict[str, Instrument]:
    return {name.lower(): item for item in instruments() for name in item.names}


def symbol_of(number: str, organ: str = "General Assembly") -> str | None:
    """Return the full document symbol of a resolution cited by its number.

    Parameters
    ----------
    number : str
        As printed: "45/158", "2200 A (XXI)", "1325 (2000)".
    organ : str
        The organ named before it, else the one that speaks.

    Returns
    -------
    str or None
        None where number and organ together do not settle it.

    Examples
    --------
    >>> symbol_of("45/158"), symbol_of("1325 (2000)"), symbol_of("2200 A (XXI)")
    ('A/RES/45/158', 'S/RES/1325 (2000)', 'A/RES/2200 A (XXI)')
    """
    number = " ".join(number.split())
    if re.search(r"\(\d{4}\)$", number):
        return f"S/RES/{number}"
    session = re.match(r"(\d+)/", number)
    if session is None:
        return f"A/RES/{number}"
    if organ == "Human Rights Council":
        return f"A/HRC/RES/{number}"
    if organ in {"Council", "Economic and Social Council"}:
        # the Economic and Social Council counts by years since 1978
        return f"E/RES/{number}" if len(session.group(1)) == 4 else None
    known = organ in {"General Assembly", "Assembly"} and _FIRST_SLASH_SESSION <= int(session.group(1)) < 1000
    return f"A/RES/{number}" if known else None


def _organ(text: str, cue: int, speaker: str) -> str:
    """Return the organ that the words before "resolution" name, else the one that speaks."""
    m = _ORGAN.search(text, max(0, cue - 90), cue)
    if not m:
        return speaker
    named = m.group().strip()
    return speaker if named == "Council" and speaker.endswith(" Council") else named


def _resolutions(text: str, where: str, speaker: str) -> list[Citation]:
    found = []
    for cue in _CUE.finditer(text):
        begin, at = cue.span()
        decision = cue.group()[0] in "Dd"
        organ = _organ(text, begin, speaker)
        while m := _ITEM.match(text, at):
            # decisions have symbols of another make: they stay without one
            symbol = None if decision else symbol_of(m.group("number"), organ)
            kind = "document" if decision else "resolution"
            found.append(Citation(kind, symbol, None, date_of(m), Span(begin, m.end()), where))
            # "resolutions 74/1 and 74/2": the cue serves every number of the list
            following = _NEXT.match(text, m.end())
            if not following:
                break
            begin = at = following.end()
    return found


def _documents(text: str, where: str) -> list[Citation]:
    found = []
    for m in _SYMBOL.finditer(text):
        symbol = re.sub(r"\s+", " ", m.group())
        resolution = re.match(r"(?:A|S|E|A/HRC)/RES/", symbol)
        short = re.split(r",? (?:chap|sect|para|annex|vol|part|appendix)", symbol)[0]
        kind = "resolution" if resolution else "document"
        found.append(Citation(kind, short.rstrip(","), None, None, Span(*m.span()), where))
    return found


def _named(text: str, where: str) -> list[Citation]:
    found = []
    for m in _known().finditer(text):
        item = _by_name()[m.group("name").lower()]
        date = date_of(m) or _adopted(text, m.end())
        found.append(Citation(item.kind, None, item.title, date, Span(*m.span()), where))
    return found


def _adopted(text: str, at: int) -> datetime.date | None:
    """Return the date in "adopted by the World Conference ... on 25 June 1993" right after a name."""
    m = _ADOPTED.match(text, at)
    return date_of(m)


def find(text: str, where: str, organ: str = "General Assembly") -> tuple[Citation, ...]:
    """Return the citations of a passage in printed order; none overlap.

    Parameters
    ----------
    text : str
        A paragraph, a note or a masthead line.
    where : str
        The element's id, kept in ``Citation.paragraph``.
    organ : str
        The organ that speaks: "its resolution 54/14" is the Assembly's or the Council's.

    Returns
    -------
    tuple of Citation
        Spans are ranges of ``text``. Short forms ("the Convention") and campaigns are no citations.
        A date is the one printed with the name or right after it.

    Examples
    --------
    >>> [c.symbol for c in find("Recalling its resolutions 45/158 and 52/115 of 12 December 1997,", "PP1")]
    ['A/RES/45/158', 'A/RES/52/115']
    """
    free = bytearray(b"\x01") * len(text)
    taken: list[Citation] = []
    # earlier finders know more of what they find, so they come first where two claim the same words
    found = (
        _named(text, where),
        _resolutions(text, where, organ),
        _documents(text, where),
        names.find(text, where),
    )
    for citation in (citation for group in found for citation in group):
        start, end = citation.span
        if all(free[start:end]):
            free[start:end] = bytes(end - start)
            taken.append(citation)
    return tuple(sorted(taken, key=lambda citation: citation.span))
