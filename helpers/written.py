"""How the reader's language writes what sentences are made of: days, numbers and lists."""

from __future__ import annotations

import datetime
import re
import unicodedata
from collections.abc import Iterable, Mapping

from helpers.language import N_, _

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)
_DAY = N_("{day} {month} {year}")
# Some languages write the first day of a month otherwise than the others: "1er mai".
_FIRST = N_("1 {month} {year}")
# How a number is written: what stands after the thousands, and before the fraction.
_NUMBER = N_("1,000.5")


def said_day(day: datetime.date) -> str:
    """A day as a text in this language prints it.

    Examples
    --------
    >>> said_day(datetime.date(1998, 12, 9)), said_day(datetime.date(1991, 5, 1))
    ('9 December 1998', '1 May 1991')
    """
    form = _FIRST if day.day == 1 else _DAY
    return _(form).format(day=day.day, month=_(_MONTHS[day.month - 1]), year=day.year)


def said_month(year: int, month: int) -> str:
    """A month of a year.

    Examples
    --------
    >>> said_month(1985, 12)
    'December 1985'
    """
    return _("{month} {year}").format(month=_(_MONTHS[month - 1]), year=year)


def day_said(text: str) -> datetime.date | None:
    """The day that :func:`said_day` writes so; capitals and accents do not count. ``None`` for anything else.

    Examples
    --------
    >>> day_said("9 december 1998"), day_said("31 June 2003")
    (datetime.date(1998, 12, 9), None)
    """
    months = {_folded(_(name)): number for number, name in enumerate(_MONTHS, 1)}
    groups = {
        "day": r"(?P<day>\d{1,2})",
        "month": f"(?P<month>{'|'.join(map(re.escape, months))})",
        "year": r"(?P<year>\d{4})",
    }
    for form in (_FIRST, _DAY):
        pattern = re.escape(_folded(_(form)))
        for name, group in groups.items():
            pattern = pattern.replace(re.escape(f"{{{name}}}"), group)
        if found := re.fullmatch(pattern, _folded(text)):
            told = {"day": "1", **found.groupdict()}
            try:
                return datetime.date(int(told["year"]), months[told["month"]], int(told["day"]))
            except ValueError:
                return None
    return None


def _folded(text: str) -> str:
    """A text without capitals, accents and doubled spaces."""
    plain = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(plain.casefold().split())


def figure(value: float, form: str = ",") -> str:
    """A number with the signs that this language sets in it.

    Parameters
    ----------
    value : float
        The number.
    form : str, optional
        How Python would format it.

    Examples
    --------
    >>> figure(2245), figure(12345.678, ",.1f"), figure(0.5, ".2f")
    ('2,245', '12,345.7', '0.50')
    """
    signs = re.search(r"1(\D*)000(\D+)5", _(_NUMBER))
    thousands, fraction = signs.groups() if signs else (",", ".")
    return format(value, form).translate({ord(","): thousands, ord("."): fraction})


def percent(figures: str) -> str:
    """A number that is written already, with the sign for hundredths as this language sets it.

    Examples
    --------
    >>> percent(figure(41.64, ".1f"))
    '41.6%'
    """
    return _("{figures}%").format(figures=figures)


def listed(words: Iterable[str]) -> str:
    """Words in a row as a sentence holds them; an empty string for none.

    Examples
    --------
    >>> listed(["PP6", "PP8", "note 6"]), listed(["PP6"])
    ('PP6, PP8 and note 6', 'PP6')
    """
    *most, last = [*words] or [""]
    return _("{most} and {last}").format(most=commas(most), last=last) if most else last


def commas(words: Iterable[str]) -> str:
    """Words in a row with nothing but commas between them.

    Examples
    --------
    >>> commas(["Mexico", "Morocco"])
    'Mexico, Morocco'
    """
    return _(", ").join(words)


def semicolons(clauses: Iterable[str]) -> str:
    """Clauses in a row.

    Examples
    --------
    >>> semicolons(["signed: Chile", "ratified: Mexico"])
    'signed: Chile; ratified: Mexico'
    """
    return _("; ").join(clauses)


def alphabetical(names: Mapping[str, str]) -> dict[str, str]:
    """Values with what each is called, in the order of these names; capitals and accents do not count.

    Examples
    --------
    >>> alphabetical({"032": "Argentine", "276": "Allemagne", "818": "Égypte", "218": "Équateur", "724": "Espagne"})
    {'276': 'Allemagne', '032': 'Argentine', '818': 'Égypte', '218': 'Équateur', '724': 'Espagne'}
    """
    return dict(sorted(names.items(), key=lambda pair: _folded(pair[1])))
