"""Cut a text into lines and say of each what it could be: page furniture, a note, a number, a label."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from helpers.resolution import numerals

# Blanks of every kind become one ordinary blank; what has no width, and the marks of italics, vanish.
_BLANKS = "\t\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
_NO_WIDTH = "\u00ad\u200b\u200e\u200f\u2060\ufeff\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BARE = str.maketrans({**dict.fromkeys(_BLANKS, " "), **dict.fromkeys(_NO_WIDTH, None), "*": None})
_LINE = re.compile(r"[^\n\r\f\v\x85\u2028\u2029]+")

_FOLIO = re.compile(
    r"[0-9]{1,3} ?/ ?[0-9]{1,3}|[-–—] ?[0-9]{1,3} ?[-–—]|page ?[0-9]{1,3}(?: ?(?:of|/) ?[0-9]{1,3})?"
    r"|/? ?\.\.\.|/…|[-_=—]{3,}|[0-9]{2}-[0-9]{5}(?: \([A-Z]\))?",
    re.IGNORECASE,
)
_ISOLATED_FOLIO = re.compile(r"[0-9]{1,3}")
_SYMBOL = re.compile(
    r"(?:A|E|S)(?:/[A-Z][A-Z.]*)?/RES/[A-Z0-9.\-]+(?:/[0-9]+(?:/[0-9]+)?)?(?: ?\([0-9IVXLC]+\))?"
    r"(?: [A-Z](?: ?(?:-|to|and|,) ?[A-Z])*)?"
)
ORGANS = (
    "General Assembly",
    "Security Council",
    "Economic and Social Council",
    "Human Rights Council",
    "Trusteeship Council",
    "Commission on Human Rights",
)
_ENACTING = re.compile(r"T(?:he|HE) (?i:(" + "|".join(ORGANS) + r")) ?,?")
_NOTE = re.compile(r"(?:([⁰¹²³⁴-⁹]{1,3})|\[([0-9]{1,3})\]|([0-9]{1,3})(/)?) ?(?=\S)")
_STARRED = re.compile(r"\*(?:\*\*)? +(?=\S)")
STAR_CALL = re.compile(r"(?<=[^\s*])\*(?:\*\*)?(?=[\s,;.)]|$)")
_LONE_MARK = re.compile(r"(?:([⁰¹²³⁴-⁹]{1,3})|\[([0-9]{1,3})\])")
_NUMBERED = re.compile(r"([0-9]{1,3})\. ?(?=[^\W\d_]|[\"“‘'\[(])")
_LABELLED = re.compile(r"(?:\(([a-z]{1,6}|[0-9]{1,2})\)|([a-z]{1,4})\.|([-–—•·◦▪‣●])) ?(?=[^\s,;.)])")
_MEETING = re.compile(r"\S{1,20} (?:\([a-z]+\) )?(?:plenary |closing |private )?meeting,?", re.IGNORECASE)
_DATE_ONLY = re.compile(r"[0-9]{1,2} (?:" + "|".join(numerals.MONTHS) + r") [0-9]{4}\.?")
_CLOSING_IN_ONE = re.compile(
    r"\S{1,20} (?:\([a-z]+\) )?(?:plenary )?meeting,? +[0-9]{1,2} (?:"
    + "|".join(numerals.MONTHS) + r") [0-9]{4}\.?"
)  # fmt: skip
_ANNEX = re.compile(r"(?:annex|appendix)(?: (?:[ivxlc]+|[0-9]{1,2}|[a-z]))?[.:]?", re.IGNORECASE)
_VOTE = re.compile(r"\[ ?(?:adopted|the (?:draft )?resolution was adopted)|recorded vote on", re.IGNORECASE)
# "President Donald J." and "Ukraine v." go on; "annex I." may end.
_INITIAL = re.compile(r"[ (](?:[A-HJ-UWYZ]|v|Nos?|chap|vol|paras?|sect|arts?|pp?|M[rs]|Mrs|Dr|St|cf)\.\)?$")
_TAIL_MARKS = re.compile(
    r"(?:[⁰¹²³⁴-⁹]+|\[[0-9]{1,3}\]|(?:(?<=[^\d\s][,;.:\"”])|(?<=[0-9]{4}[,;])|(?<=/[0-9]{2}[,;])|(?<=/[0-9]{3}[,;]))[0-9]{1,2}|[\"”’')\]\s])+$"
)
_OPENS = re.compile(
    r"(?:Also |Further |Once |Again |More |Still |Now )?"
    r"(?:(?!(?:United|Working|Standing|Building|Developing|Financing|Training|Monitoring|Beijing)\b)"
    r"[A-Z][a-z]+(?:-[a-z]+)?(?:ing|ed)|[A-Z][a-z]+ly [a-z]+(?:ing|ed)"
    r"|Mindful|Conscious|Aware|Cognizant|Desirous|Anxious|Eager|Hopeful|Confident|Grateful|Moved by"
    r"|[A-Z][a-z]+ly (?:mindful|conscious|aware|cognizant|grateful)"
    r"|In (?:this|that) (?:context|regard|connection)|With a view)\b"
    r"|(?:Also|Further|Again|Still|Once (?:again|more)) [a-z]+(?:ing|ed)\b"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A printed line: ``[start, end)`` is its place in the source without blanks at either end.

    ``bare`` is what it reads without italics marks and with ordinary blanks; ``gap`` says that an empty
    line (``broken``: a form feed) stands before it.
    """

    start: int
    end: int
    bare: str
    gap: bool
    broken: bool
    star: int = 0


def split(source: str) -> list[Line]:
    r"""The lines of a text that are not empty.

    Examples
    --------
    >>> [(line.bare, line.gap) for line in split("The *General* Assembly,\n\nRecalling\u00a0its  \n")]
    [('The General Assembly,', False), ('Recalling its', True)]
    """
    out: list[Line] = []
    last = 0
    for found in _LINE.finditer(source):
        raw = found[0]
        bare = " ".join(raw.translate(_BARE).split())
        content = raw.strip(_BLANKS + " ")
        if not bare and "*" not in content:
            continue
        start = found.start() + len(raw) - len(raw.lstrip(_BLANKS + " "))
        between = source[last : found.start()] if out else ""
        breaks = between.count("\n") or between.count("\r") or len(between.strip(_BLANKS + " "))
        out.append(Line(start, start + len(content), bare, breaks > 1, "\f" in between, _star(content)))
        last = found.end()
    return out


def _star(content: str) -> int:
    if "*" not in content or not content.count("*") % 2:
        return 0
    if _STARRED.match(content):
        return 1
    return -1 if STAR_CALL.search(content) else 0


def symbol(bare: str) -> str | None:
    """The document symbol of a resolution, if the line holds nothing else.

    Examples
    --------
    >>> symbol("A/RES/53/137"), symbol("S/RES/1958 (2010)"), symbol("see A/RES/53/137")
    ('A/RES/53/137', 'S/RES/1958 (2010)', None)
    """
    return bare if _SYMBOL.fullmatch(bare) else None


def organ(bare: str) -> str | None:
    """The organ named by enacting words that fill a line.

    Examples
    --------
    >>> organ("The General Assembly,"), organ("The General Assembly, which")
    ('General Assembly', None)
    """
    if len(bare) > 40:
        return None
    found = _ENACTING.fullmatch(bare)
    return next(name for name in ORGANS if name.lower() == found[1].lower()) if found else None


def note_number(bare: str) -> tuple[int, str, int] | None:
    """The number at the start of a note, how it is printed, and the length of the mark.

    The second value is ``"raised"``, ``"bracket"``, ``"slash"`` (the 1990s' ``1/``) or ``"plain"``.

    Examples
    --------
    >>> note_number("¹ Resolution 217 A (III)."), note_number("1/ Resolution 217 A (III).")
    ((1, 'raised', 2), (1, 'slash', 3))
    """
    found = _LONE_MARK.fullmatch(bare) or _NOTE.match(bare)
    if not found:
        return None
    if found[1]:
        return numerals.superscript(found[1]), "raised", found.end()
    if found[2]:
        return int(found[2]), "bracket", found.end()
    if found[4]:
        return (int(found[3]), "slash", found.end()) if bare[found.end(4) : found.end(4) + 1] == " " else None
    return (int(found[3]), "plain", found.end()) if bare[found.end(3)] == " " else None


def number(bare: str) -> tuple[int, int] | None:
    """The number of an operative paragraph at the start of a line, and where its text begins.

    Examples
    --------
    >>> number("4. Requests the Secretary-General"), number("4 April 2024")
    ((4, 3), None)
    """
    found = _NUMBERED.match(bare)
    return (int(found[1]), found.end()) if found else None


def label(bare: str) -> tuple[str, int] | None:
    """The label of a sub-paragraph at the start of a line, and where its text begins.

    Examples
    --------
    >>> label("(a) To report"), label("a. To report"), label("• reports"), label("a report")
    (('(a)', 4), ('a.', 3), ('•', 2), None)
    """
    found = _LABELLED.match(bare)
    if not found or (found[2] and bare[found.end(2) + 1 : found.end(2) + 2] != " "):
        return None
    if found[3]:
        return (found[3], found.end()) if bare[1:2] == " " else None
    return bare[: found.end()].rstrip(), found.end()


def is_meeting(bare: str) -> bool:
    """Whether a line names a meeting and nothing else ("85th plenary meeting")."""
    return len(bare) < 60 and _MEETING.fullmatch(bare) is not None


def is_date(bare: str) -> bool:
    """Whether a line is a date and nothing else ("9 December 1998")."""
    return len(bare) < 30 and _DATE_ONLY.fullmatch(bare) is not None


def is_closing(bare: str) -> bool:
    """Whether a line is a meeting and its date ("85th plenary meeting, 9 December 1998")."""
    return len(bare) < 80 and _CLOSING_IN_ONE.fullmatch(bare) is not None


def is_annex(bare: str) -> bool:
    """Whether a line is the heading of an annex ("Annex II")."""
    return len(bare) < 24 and _ANNEX.fullmatch(bare) is not None


def is_vote(bare: str) -> bool:
    """Whether a line opens the record of the vote ("[Adopted without a vote.]")."""
    return _VOTE.match(bare) is not None


def terminator(bare: str) -> str:
    """The mark of punctuation a line ends with, note marks and closing quotes left aside.

    Examples
    --------
    >>> terminator("the Rights of the Child,⁵"), terminator("Human rights”."), terminator("the Agenda")
    (',', '.', '')
    """
    kept = bare[-24:]
    if _INITIAL.search(kept):
        return ""
    while kept:
        if kept[-1] in ",;.:":
            return kept[-1]
        shorter = _TAIL_MARKS.sub("", kept)
        if shorter == kept:
            break
        kept = shorter
    return ""


def opens(bare: str) -> bool:
    """Whether a line could open a preambular paragraph ("Recalling", "Deeply concerned", "Mindful")."""
    return _OPENS.match(bare) is not None


def furniture(lines: list[Line], body: int) -> set[int]:
    r"""The lines that belong to the page and not to the text: folios, running heads, job numbers.

    Parameters
    ----------
    lines : list of Line
    body : int
        Index of the first line after the masthead; the masthead has no furniture.

    Returns
    -------
    set of int
        Indices into ``lines``.

    Examples
    --------
    >>> page = split("A/RES/1/1\n\nThe General Assembly,\n\nRecalling\n\n1/2\n\nA/RES/1/1\n\nits")
    >>> sorted(furniture(page, 2))
    [3, 4]
    """
    out: set[int] = set()
    numbers: list[int] = []
    for i in range(body, len(lines)):
        bare = lines[i].bare
        if len(bare) > 60:
            continue
        if not bare or _SYMBOL.fullmatch(bare) or _FOLIO.fullmatch(bare):
            out.add(i)
        elif _ISOLATED_FOLIO.fullmatch(bare) and lines[i].gap and (i + 1 == len(lines) or lines[i + 1].gap):
            numbers.append(i)
    out.update(numbers)
    out.update(_running_heads(lines, out))
    return out


def _running_heads(lines: list[Line], known: Iterable[int]) -> set[int]:
    """Lines that return, word for word, beside a folio or a symbol: the running head of the pages."""
    beside: dict[str, list[int]] = {}
    for i in known:
        for j in (i - 1, i + 1):
            if 0 <= j < len(lines) and j not in known and len(lines[j].bare) <= 120:
                isolated = lines[j].gap or (j - 1) in known
                if isolated and (j + 1 == len(lines) or lines[j + 1].gap or (j + 1) in known):
                    beside.setdefault(lines[j].bare, []).append(j)
    return {j for found in beside.values() if len(set(found)) > 2 for j in found}
