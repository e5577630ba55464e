"""Drafting rules of wording: names, references, dates, openings. One check a rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.language import _
from helpers.resolution import numerals
from helpers.resolution.hits import Hit, find, is_security_council, whole
from helpers.resolution.model import Resolution
from helpers.resolution.taught import taught
from helpers.resolution.tokens import quoted

_MONTH = "|".join(numerals.MONTHS)
_THIS_RESOLUTION = re.compile(r"\bthis resolution\b", re.IGNORECASE)
_SHORT = {
    "UN": "United Nations",
    "U.N.": "United Nations",
    "UNGA": "General Assembly",
    "GA": "General Assembly",
    "UNSC": "Security Council",
    "SC": "Security Council",
    "ECOSOC": "Economic and Social Council",
    "SG": "Secretary-General",
    "UNSG": "Secretary-General",
}
_SHORTENED = re.compile(rf"(?<![\w/.-])(?:{'|'.join(map(re.escape, _SHORT))})(?![\w/-])")
_SMALL = re.compile(
    r"\b[Mm]ember states\b|\b[Ss]ecretary [Gg]eneral\b|\bsecretary-[Gg]eneral\b|\b[Gg]eneral assembly\b"
)
_CLAUSE = re.compile(r"\b(?:operative|preambular|preambulatory) clauses?\b|\bclauses? \d", re.IGNORECASE)
_DATE = re.compile(
    rf"\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? (?:19|20)\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th) (?:of )?(?:{_MONTH})\b"
    r"|(?<![\w/.])\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d\b",
)
_FULL_SYMBOL = re.compile(r"\b(?:[Rr]esolutions? )?[ASE](?:/[A-Z]+)?/RES/[\w./-]+\w(?: \(\d{4}\))?")
_BRACKETS = re.compile(r"\[[^\]]{0,80}\]|\bX{4,}\b|_{3,}|\bTBD\b|\.{3}|…")
# "one of the greatest challenges of our time" stands in resolutions; "we call upon" and "our country" do not.
_FIRST_PERSON = re.compile(
    r"\b(?:[Ww]e|I) (?:also |further |strongly )?(?:ask|believe|call|condemn|decide|demand|encourage|hope|invite|must"
    r"|need|propose|recommend|request|should|suggest|think|urge|want|welcome|will)\b"
    r"|\b[Oo]ur (?:own )?(?:committee|council|countr(?:y|ies)|delegations?|governments?|nations?|resolution)\b"
)
_SPELLINGS = {
    "organisation": "organization",
    "organise": "organize",
    "recognise": "recognize",
    "emphasise": "emphasize",
    "realise": "realize",
    "utilise": "utilize",
    "labor": "labour",
    "center": "centre",
    "behavior": "behaviour",
    "honor": "honour",
    "defense": "defence",
    "program": "programme",
}
_SPELLED = re.compile(rf"\b(?:{'|'.join(_SPELLINGS)})(?:s|d|rs)?\b")
_COMMANDS = re.compile(
    r"(?:Also |Further |Strictly |Hereby )?(Orders|Commands|Forces|Obliges|Compels|Bans|Prohibits|Imposes)\b"
)
_LAWYERLY = re.compile(r"\b(?:Whereas|Be it (?:further )?resolved|[Hh]ereinafter|[Tt]herefore be it)\b")
_REPORT = re.compile(r"\b(?:submit|present)\b.{0,80}\ban? (?:[\w-]+ ){0,3}report\b")
_SOMEHOW_WHEN = re.compile(
    r"\b(?:annual|every|regular|periodic|before|prior to|within|after|biennial|interim|next)\w*\b"
)
# Verbs that ask somebody: without an addressee the sentence asks nobody.
_ASKING = frozenset({"requests", "asks", "calls upon", "instructs"})


def present_resolution(resolution: Resolution) -> Iterator[Hit]:
    """A resolution calls itself the present resolution."""
    if is_security_council(resolution):
        return
    for paragraph, match, span in find(_THIS_RESOLUTION, resolution.paragraphs):
        yield Hit(paragraph.id, span, _("‘{words}’: write ‘the present resolution’"), {"words": match[0]})


def full_names(resolution: Resolution) -> Iterator[Hit]:
    """The United Nations, its main organs and its head are named in full."""
    for paragraph, match, span in find(_SHORTENED, resolution.paragraphs):
        message = _("‘{words}’ is short for {name}; write it out")
        yield Hit(paragraph.id, span, message, {"words": match[0], "name": _SHORT[match[0]]})


def capitals(resolution: Resolution) -> Iterator[Hit]:
    """Member States and the Secretary-General have their capitals and hyphen."""
    for paragraph, match, span in find(_SMALL, resolution.paragraphs):
        low = match[0].lower().replace(" ", "-")
        right = {"member-states": "Member States", "general-assembly": "General Assembly"}.get(low, "Secretary-General")
        yield Hit(paragraph.id, span, _("‘{words}’: write ‘{right}’"), {"words": match[0], "right": right})


def paragraph_word(resolution: Resolution) -> Iterator[Hit]:
    """A resolution has paragraphs, not clauses."""
    for paragraph, match, span in find(_CLAUSE, resolution.paragraphs):
        yield Hit(paragraph.id, span, _("‘{words}’: the United Nations says paragraph"), {"words": match[0]})


def date_form(resolution: Resolution) -> Iterator[Hit]:
    """Days are written as 9 December 1998."""
    for paragraph, match, span in find(_DATE, resolution.paragraphs):
        yield Hit(paragraph.id, span, _("‘{words}’: write the day as 9 December 1998"), {"words": match[0]})


def resolution_symbol(resolution: Resolution) -> Iterator[Hit]:
    """In the text a resolution is cited by its number, not by its symbol."""
    for paragraph, match, span in find(_FULL_SYMBOL, resolution.paragraphs):
        number = match[0].split("/RES/")[-1]
        message = _("‘{words}’: in running text write ‘resolution {number}’")
        yield Hit(paragraph.id, span, message, {"words": match[0], "number": number})


def resolution_date(resolution: Resolution) -> Iterator[Hit]:
    """The first mention of a resolution gives its day."""
    seen: set[str] = set()
    for paragraph in sorted(resolution.paragraphs, key=lambda paragraph: paragraph.span):
        for citation in paragraph.citations:
            if citation.kind != "resolution" or citation.symbol is None or "(" in citation.symbol:
                continue
            dated = citation.date or numerals.date(resolution.source[citation.span.start : paragraph.span.end])
            if citation.symbol not in seen and not dated:
                words = " ".join(resolution.source[slice(*citation.span)].replace("*", "").split())
                message = _("‘{words}’ is named for the first time, without its day")
                yield Hit(paragraph.id, citation.span, message, {"words": words})
            seen.add(citation.symbol)


def brackets(resolution: Resolution) -> Iterator[Hit]:
    """No brackets or blanks are left."""
    for paragraph, match, span in find(_BRACKETS, resolution.paragraphs):
        yield Hit(paragraph.id, span, _("‘{words}’ leaves something open"), {"words": match[0]})


def first_person(resolution: Resolution) -> Iterator[Hit]:
    """The organ speaks of itself as it."""
    for paragraph, match, span in find(_FIRST_PERSON, resolution.paragraphs):
        if any(start <= match.start() < end for start, end in quoted(paragraph.text)):
            continue
        message = _("‘{words}’: the subject is the organ, which says it and its")
        yield Hit(paragraph.id, span, message, {"words": match[0]})


def spelling(resolution: Resolution) -> Iterator[Hit]:
    """Spelling is the United Nations' own."""
    for paragraph, match, span in find(_SPELLED, resolution.paragraphs):
        stem = next(word for word in sorted(_SPELLINGS, key=len, reverse=True) if match[0].startswith(word))
        right = _SPELLINGS[stem] + match[0][len(stem) :]
        yield Hit(paragraph.id, span, _("‘{words}’: write ‘{right}’"), {"words": match[0], "right": right})


def commands(resolution: Resolution) -> Iterator[Hit]:
    """No verb orders States about."""
    for paragraph in resolution.operative:
        match = _COMMANDS.match(paragraph.text)
        if match:
            message = _("‘{words}’ orders; the Assembly recommends to States: requests, calls upon, urges, invites")
            yield Hit(paragraph.id, whole(paragraph, *match.span()), message, {"words": match[1]})


def formulas(resolution: Resolution) -> Iterator[Hit]:
    """No formulas of parliaments and contracts."""
    for paragraph, match, span in find(_LAWYERLY, resolution.paragraphs):
        yield Hit(paragraph.id, span, _("‘{words}’ comes from parliaments and contracts"), {"words": match[0]})


def addressee(resolution: Resolution) -> Iterator[Hit]:
    """Who asks says whom."""
    for top in resolution.operative:
        for paragraph in top.walk():
            for act in paragraph.acts:
                follows = resolution.source[act.span.end : act.span.end + 2].strip(" *")
                bare = act.verb.lower().removeprefix("also ").removeprefix("further ")
                if act.kind == "directive" and act.addressee is None and bare in _ASKING and follows[:1] != ",":
                    message = _("‘{words}’ asks, and nobody is named who is asked")
                    yield Hit(paragraph.id, act.span, message, {"words": act.verb})


def report_when(resolution: Resolution) -> Iterator[Hit]:
    """A request for a report says for when."""
    for top in resolution.operative:
        for act in top.acts:
            action = act.action or ""
            wanted = act.kind == "directive" and _REPORT.search(action) and not _SOMEHOW_WHEN.search(action)
            if wanted and act.deadline is None and "Secretary-General" in (act.resolved or act.addressee or ""):
                yield Hit(top.id, act.span, _("a report is asked for, and no session or day says by when"))


def phrase(resolution: Resolution) -> Iterator[Hit]:
    """Openings are such as the Assembly's resolutions use."""
    for part, paragraphs in (("preamble", resolution.preamble), ("operative", resolution.operative)):
        for paragraph in paragraphs:
            for habit in taught():
                if habit.part == part and habit.instead and _starts(paragraph.text, habit.phrase):
                    message = _("‘{words}’ is taught for Model UN; the counted openings have ‘{right}’")
                    english = {"words": habit.phrase, "right": habit.instead}
                    yield Hit(paragraph.id, whole(paragraph, 0, len(habit.phrase)), message, english)


def _starts(text: str, phrase: str) -> bool:
    return text[: len(phrase)].lower() == phrase.lower() and not text[len(phrase) : len(phrase) + 1].isalpha()
