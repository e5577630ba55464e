"""Document symbols: what each component of ``A/53/625/Add.1`` means."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Literal

from helpers.errors import CourseError
from helpers.language import N_, _
from helpers.resources import read_table

Place = Literal["organ", "body", "nature", "change", "session", "year", "number", "part", "unknown"]

_LONGEST = 80
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}
_PARTS = {"part": N_("Part {number} of the document"), "vol.": N_("Vol. {number} of the document")}


class SymbolError(CourseError, ValueError):
    """A text that cannot be a document symbol."""


@dataclass(frozen=True, slots=True)
class Component:
    """One component of a symbol: the text as written, what kind it is, and what it means in the language spoken."""

    text: str
    place: Place
    meaning: str


@cache
def _table() -> dict[str, tuple[Place, str]]:
    return {row["code"]: (row["place"], row["meaning"]) for row in read_table("language/symbols.csv")}  # type: ignore[misc]


def decode(symbol: str) -> tuple[Component, ...]:
    """Take a document symbol apart.

    Parameters
    ----------
    symbol : str
        As printed on a document, with oblique strokes.

    Returns
    -------
    tuple of Component
        In printed order. What the table does not know has the place ``"unknown"``.

    Raises
    ------
    SymbolError
        If the text cannot be a symbol: empty, over 80 characters, or without an oblique stroke.

    Notes
    -----
    Rules and meanings: UN Dag Hammarskjöld Library, "UN document symbols"; a table in ``data/language``.
    Resolutions of the Assembly carry the session first since the thirty-first session (1976).

    Examples
    --------
    >>> [component.meaning for component in decode("A/RES/53/137")]
    ['General Assembly', 'Resolution', '53rd session', 'Number 137 in that series']
    >>> [component.text for component in decode("A/53/625/Add.1")]
    ['A', '53', '625', 'Add.1']
    """
    cleaned = " ".join(symbol.split())
    if not cleaned:
        raise SymbolError(_("there is no symbol here; type one, as A/RES/53/137"))
    if len(cleaned) > _LONGEST:
        message = _("a symbol has at most {count} characters; type one, as A/RES/53/137")
        raise SymbolError(message.format(count=_LONGEST))
    if "/" not in cleaned:
        message = _("{words} has no oblique stroke; type a symbol, as A/RES/53/137")
        raise SymbolError(message.format(words=repr(cleaned)))
    components: list[Component] = []
    for place, text in enumerate(part.strip() for part in cleaned.split("/")):
        components.extend(_components(text, first=place == 0, before=components))
    return tuple(components)


def _components(text: str, *, first: bool, before: list[Component]) -> list[Component]:
    """One stroke-bounded part; "24 (Part I)" and "1325 (2000)" give two components."""
    bracket = re.fullmatch(r"(.*\S) ?\(([^()]*)\)", text)
    if bracket:
        main, inside = bracket.groups()
        return [*_components(main, first=first, before=before), _bracketed(inside)]
    if re.fullmatch(r"\d+( [A-Z])?", text) and not first:
        return [_numbered(text, before)]
    return [_coded(text, first=first)]


def _coded(text: str, *, first: bool) -> Component:
    """A part with letters: looked up whole ("C.3"), else by its stem ("Add." of "Add.1")."""
    table = _table()
    places = ("organ",) if first else ("body", "nature", "change")
    for code in (text, text.partition(".")[0] + "."):
        place, meaning = table.get(code, ("unknown", ""))
        if place in places:
            number = "" if code == text else text[len(code) :]
            numbered = _("{what}, number {number}").format(what=_(meaning), number=number)
            return Component(text, place, numbered if number else _(meaning))
    return Component(text, "unknown", _("Not in the course’s table of codes"))


def _numbered(text: str, before: list[Component]) -> Component:
    """A number is the session (or the year) once, straight after the letters, then a running number."""
    organ = before[0].text if before else ""
    told = any(component.place in ("session", "year") for component in before)
    conference = any(component.text.startswith("CONF.") for component in before)
    figures = int(re.match(r"\d+", text)[0][:6])  # type: ignore[index]
    if not told and not conference and not any(c.place == "number" for c in before):
        if len(text) == 4 and 1946 <= figures <= 2100 and not _in_roman_series(before):
            return Component(text, "year", _("The year {year}").format(year=text))
        if organ == "A" and len(text) <= 3:
            return Component(text, "session", _("{number} session").format(number=ordinal(figures)))
    return Component(text, "number", _("Number {number} in that series").format(number=text))


def _in_roman_series(before: list[Component]) -> bool:
    """Whether these are the old resolutions, whose number comes first: ``A/RES/2106 (XX)``."""
    return any(component.text == "RES" for component in before)


def _bracketed(inside: str) -> Component:
    if re.fullmatch(r"[IVXL]+", inside):
        meaning = _("{number} session, in Roman numerals").format(number=ordinal(_roman(inside)))
        return Component(f"({inside})", "session", meaning)
    if re.fullmatch(r"\d{4}", inside):
        return Component(f"({inside})", "year", _("Adopted in {year}").format(year=inside))
    if inside.casefold().startswith(("part", "vol")):
        name, number = inside.casefold().partition(" ")[0], inside.partition(" ")[2]
        printed = f"{inside[:1].upper()}{inside[1:]}"
        message = _(_PARTS[name]) if name in _PARTS and number else _("{part} of the document")
        return Component(f"({inside})", "part", message.format(number=number, part=printed))
    return Component(f"({inside})", "unknown", _("Not in the course’s table of codes"))


def _roman(text: str) -> int:
    values = [_ROMAN[letter] for letter in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def ordinal(number: int) -> str:
    """A number with its ordinal ending.

    Examples
    --------
    >>> [ordinal(n) for n in (1, 2, 3, 11, 12, 53, 110)]
    ['1st', '2nd', '3rd', '11th', '12th', '53rd', '110th']
    """
    if number == 1:
        return _("1st")
    last = 0 if number % 100 in (11, 12, 13) else number % 10
    endings = {1: _("{number}st"), 2: _("{number}nd"), 3: _("{number}rd")}
    return endings.get(last, _("{number}th")).format(number=number)
