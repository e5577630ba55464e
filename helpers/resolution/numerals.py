"""Read the numerals of UN documents: ordinals in words, superscripts, Roman numbers, labels, dates."""

from __future__ import annotations

import datetime
import re

_UNITS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_ORDINALS = {word: value for value, word in enumerate(_UNITS)}
for _value, _word in enumerate(_TENS, 2):
    _ORDINALS |= {_word: 10 * _value, _word[:-1] + "ieth": 10 * _value}
_ORDINALS |= {"hundred": 100, "hundredth": 100}

MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_MONTH_NUMBER = {month.lower(): number for number, month in enumerate(MONTHS, 1)}
_DATE = re.compile(r"\b(\d{1,2})\s{1,4}(" + "|".join(MONTHS) + r")\s{1,4}(\d{4})\b", re.IGNORECASE)

SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_TO_DIGITS = str.maketrans(SUPERSCRIPTS, "0123456789")

_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ROMAN_PARTS = (
    (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def cardinal(text: str) -> int | None:
    """The number that a text names in digits or as an English ordinal.

    Parameters
    ----------
    text : str
        For instance a session: ``"Fifty-third session"``, ``"2021 session"``.

    Returns
    -------
    int or None
        The first number in digits, else the ordinal in words, else ``None``.

    Examples
    --------
    >>> cardinal("Fifty-third session"), cardinal("2021 session"), cardinal("Resumed session")
    (53, 2021, None)
    """
    digits = re.search(r"[0-9]{1,9}", text)
    if digits:
        return int(digits[0])
    values = [_ORDINALS[word] for word in re.findall("[a-z]+", text.lower()) if word in _ORDINALS]
    return sum(values) if values else None


def superscript(text: str) -> int:
    """The value of superscript digits.

    Examples
    --------
    >>> superscript("¹²")
    12
    """
    return int(text.translate(_TO_DIGITS))


def roman(value: int) -> str:
    """A number from 1 to 399 in small Roman letters.

    Examples
    --------
    >>> roman(4), roman(29)
    ('iv', 'xxix')
    """
    out = []
    for size, letters in _ROMAN_PARTS:
        out.append(letters * (value // size))
        value %= size
    return "".join(out)


def from_roman(letters: str) -> int | None:
    """The value of a well-formed Roman number; ``None`` for anything else.

    Examples
    --------
    >>> from_roman("IV"), from_roman("xxix"), from_roman("iiii")
    (4, 29, None)
    """
    low = letters.lower()
    if not low or len(low) > 12 or not set(low) <= set(_ROMAN):
        return None
    total = 0
    for here, after in zip(low, [*low[1:], ""], strict=True):
        value = _ROMAN[here]
        total += -value if after and _ROMAN[after] > value else value
    return total if 0 < total < 400 and roman(total) == low else None


def alphabetic(label: str) -> int | None:
    """The place of a letter label in the order a … z, aa, bb … (the UN's own) or aa, ab ….

    Examples
    --------
    >>> alphabetic("a"), alphabetic("z"), alphabetic("aa"), alphabetic("bb"), alphabetic("ab")
    (1, 26, 27, 28, None)
    """
    low = label.lower()
    if not low or not ("a" <= low[0] <= "z") or len(low) > 4 or low != low[0] * len(low):
        return None
    return ord(low[0]) - ord("a") + 1 + 26 * (len(low) - 1)


def date(text: str) -> datetime.date | None:
    """The first date of the form "9 December 1998" in a text, if there is one.

    Examples
    --------
    >>> date("at its 85th plenary meeting, on 9 December 1998")
    datetime.date(1998, 12, 9)
    >>> date("31 February 1998") is None
    True
    """
    found = _DATE.search(text)
    if not found:
        return None
    try:
        return datetime.date(int(found[3]), _MONTH_NUMBER[found[2].lower()], int(found[1]))
    except ValueError:
        return None
