"""Find when a thing that was asked or decided is due: a date, a session, a term, a rhythm."""

from __future__ import annotations

import re
from collections.abc import Sequence

from helpers.resolution import vocabulary
from helpers.resolution.model import Span

_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_YEAR = r"(?:19|20)\d\d\b"
_DATE = rf"(?:(?:\d{{1,2}} )?{_MONTH}(?: {_YEAR})?|{_YEAR}(?:[–-]{_YEAR})?)"
_UNIT = r"(?:working |calendar |consecutive )?(?:days?|weeks?|months?|years?)"
_TENS = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)"
_SMALL = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|eighteen"
_NUMBER = rf"(?:\d+|a|{_SMALL}|{_TENS}(?:-\w+)?)"
_UNITH = "(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)"
_ORDER = (
    rf"(?:\w+-{_UNITH}|\w+ieth|\w+teenth|{_UNITH}|tenth|eleventh|twelfth|\d+(?:st|nd|rd|th)"
    rf"|one hundred(?: and)? {_UNITH})"
)
_WHICH = (
    rf"(?:{_ORDER}|{_YEAR}|next|forthcoming|upcoming|future|following|subsequent|current|present|every|each|all"
    r"|regular|annual|resumed|special|emergency|substantive|organizational|main|last)"
)
_WHICHES = rf"{_WHICH}(?:(?:,|,? and|,? or|,? to(?: its| the)?| through) (?:its |the )?{_WHICH}| {_WHICH})*"
_NAMED = r"(?: [A-Z][\w-]+| and| of| the| for| to)+"
_BODY = (
    r"(?: of the (?:General Assembly|Assembly|Human Rights Council|Council|Economic and Social Council"
    rf"|(?:Commission|Committee|Conference)(?: (?:of|on){_NAMED})?"
    r"|[A-Z][\w-]+ (?:Committee|Commission|Board|Forum)))?"
)
_PART = r"(?:(?:the )?(?:(?:first|second|main|resumed|next) )*(?:part|parts|session) of )?"
_SESSION = (
    rf"{_PART}(?:(?:its|the|their|a) (?:{_WHICHES} sessions?\b{_BODY}(?: in {_YEAR})?|session in {_YEAR}"
    rf"|(?:{_ORDER}|next) (?:plenary |annual )?meeting\b{_BODY})"
    rf"|(?:each|every|that)(?: {_WHICHES})? sessions?\b{_BODY})"
)
_QUARTER = "(?:first|second|third|fourth|last)"
_AT = (
    "at|during|before|by|prior to|in advance of|in time for|no later than|not later than|from|through"
    "|starting (?:at|from)|beginning (?:at|with|from)"
    "|in the (?:first|second|last) (?:quarter|half|part|week) of"
)
_BY = (
    "on or before|by|before|by no later than|no later than|not later than|at the latest by|prior to|as from"
    "|as of"
    "|starting (?:in|on|from)|beginning (?:in|on|from)|effective|with effect from"
)
_OWNER = r"(?:the|its|this|that|their|every|each)"
_PERIODIC = "annual|biannual|biennial|semi-annual|quarterly|monthly|triennial|yearly|six-monthly"
_ADVERB = "annually|biennially|quarterly|biannually|semi-annually|yearly|triennially|monthly"

# Where two match at one place the longer wins.
_PATTERNS = tuple(
    (name, re.compile(rf"\b{pattern}"))
    for name, pattern in (
        ("session", rf"(?:{_AT}) (?:or before )?{_SESSION}"),
        ("agenda", rf"(?:of|for) {_SESSION}"),
        (
            "date",
            rf"(?:{_BY}) (?:the (?:end|beginning|middle|{_QUARTER} (?:quarter|half)) of )?(?:the year )?"
            rf"(?:early |mid-|late )?{_DATE}",
        ),
        (
            "during",
            r"(?:in|during|on|in early|in late|in mid-|in the course of) "
            rf"(?:the {_QUARTER} (?:half|quarter) of )?{_DATE}(?: and (?:in )?{_YEAR})?",
        ),
        ("until", rf"until (?:the (?:end|beginning) of )?(?:{_DATE}|{_SESSION})"),
        (
            "term",
            r"(?:within|in|no later than|not later than|at least(?= \w+ \w+ (?:before|prior))) "
            rf"(?:the (?:next|first) )?{_NUMBER} {_UNIT}\b"
            rf"(?: (?:of|after|from|following|before|prior to) {_OWNER}(?: (?!of\b)[\w’'-]+){{1,3}}"
            r"(?: of (?:the |this |that |its |their )(?:present )?[\w-]+)?)?",
        ),
        (
            "rhythm",
            rf"(?:every|each) (?:(?:{_NUMBER}|other|second|third) )?(?:{_UNIT}|session)\b(?: thereafter)?",
        ),
        ("rhythm", rf"on (?:an?|the) (?:{_PERIODIC}) basis\b"),
        (
            "rhythm",
            rf"(?:once|twice|three times|{_NUMBER} times) (?:a|per|each|every) (?:year|month|week|quarter)\b",
        ),
        # "quarterly briefings" is no rhythm of the asking
        ("rhythm", rf"(?:{_ADVERB})\b(?= (?:to|on|and|in|at|the|thereafter)\b|[^\w ]|$)"),
    )
)

_LATER = re.compile(r"\b(?:postpone|defer|adjourn|extend the deadline|suspend|remain (?:actively )?seized)\w*\b")
_PERIOD = re.compile(r"\b(?:period|term|biennium|year)s? $")
# "the target of ending hunger by 2030" dates the target, not what is asked.
_AIM = re.compile(r"\b(?:target|goal|objective|aim|vision)s? (?:of|to) [^,;]*$", re.I)
_AGENDA = re.compile(r"\bagenda(?: item)?\b[^,;]{0,25}$", re.I)
_TO_BE_HELD = re.compile(r"\bto be (?:held|convened|organized|presented|submitted)\b[^,;]*$")
_NEW = re.compile(r"\ban? (?![^,;]*\bthe\b)[^;]*$")
_WINDOW = 160
_NAMED_EVENT = re.compile(
    r"\b(?:session|[Cc]onference|[Ss]ummit|meeting|congress|forum|report|Agenda|review|resolution|letter|statement"
    r"|decision|commemoration|anniversary|event)s?$"
)
_PLANNING = re.compile(
    r"\b(?:hold|convene|organize|conduct|submit|present|report|communicate|undertake|begin|start|commence|launch"
    r"|consider|review|provide|brief|update|host|complete|finalize|establish|appoint|observe|proclaim|celebrate"
    r"|carry out|prepare|issue|publish|schedule|participate|meet|discuss|continue|evaluate|assess|include)\b"
)


def _past(before: str) -> bool:
    """Whether the phrase dates something over or merely named: "the report submitted", "was held"."""
    planned = _TO_BE_HELD.search(before)
    if planned:
        # "a panel, to be held at its next session" is asked for; "the congress, to be held in 2031" is known
        return not _NEW.search(before[: planned.start()])
    clause = re.split(r"[,;]", before)[-1]
    tail = re.split(r"\b(?:to|and) (?=[a-z]+\b)(?![a-z]+(?:ed|ing)\b)", clause)[-1]
    words = re.findall(r"[\w-]+", tail)[-9:]
    marks = vocabulary.words("past mark")
    return any(word in marks for word in words)


def _titled(before: str) -> bool:
    """Whether the phrase belongs to a capitalised title: "... to End AIDS by 2030"."""
    last = re.search(r"([\w-]+)$", before.rstrip())
    return bool(last and last.group(1)[0].isupper() and ":" in before[-80:])


def _holds(name: str, text: str, start: int, end: int, at: int) -> bool:
    """Whether a match at ``start`` dates what this clause asks or decides."""
    before = text[max(start, at - _WINDOW) : at]
    whole = text[start:at]
    if _titled(before):
        return False
    if name == "until":
        return bool(_LATER.search(whole[-200:]))
    if name == "date" and (_PERIOD.search(before) or _AIM.search(before)):
        return False
    if name == "agenda":
        return bool(_AGENDA.search(before))
    if _past(before):
        return False
    if name == "rhythm" and before.endswith(" of "):
        return False  # "18 November of each year"
    if name == "during":
        if re.search(r"\w{2}ed $", before) or not _PLANNING.search(whole[-400:]):
            return False
        return not _NAMED_EVENT.search(before.rstrip()) or re.search(r"\ban?\b[^,;]*$", before) is not None
    return True


def find(text: str, start: int, end: int, hidden: Sequence[tuple[int, int]] = ()) -> list[Span]:
    """Return the due times in ``text[start:end]``, a clause, in printed order.

    Parameters
    ----------
    text : str
        The paragraph.
    start, end : int
        From the end of the verb to the end of its clause.
    hidden : sequence of (int, int)
        Ranges that do not count: quoted titles.

    Returns
    -------
    list of Span
        None for terms ("for a period of one year"), vague urgency and past dates.

    Examples
    --------
    >>> text = "Requests the Board to report every two years, and by 31 May 2031"
    >>> [text[a:b] for a, b in find(text, 8, len(text))]
    ['every two years', 'by 31 May 2031']
    """
    matches = []
    for rank, (name, pattern) in enumerate(_PATTERNS):
        for m in pattern.finditer(text, start, end):
            matches.append((m.start(), -m.end(), rank, name))
    found: list[Span] = []
    reached = start
    for at, minus_end, _rank, name in sorted(matches):
        stop = -minus_end
        if at < reached or any(a <= at < b for a, b in hidden):
            continue
        if _holds(name, text, start, end, at):
            found.append(Span(at, stop))
            reached = stop
    return found
