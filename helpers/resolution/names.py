"""Find the names of treaties, declarations and conferences that no table lists, by their capitals."""

from __future__ import annotations

import re

from helpers.resolution import vocabulary
from helpers.resolution.dates import DAY, MONTHS, date_of
from helpers.resolution.model import Citation, Span

# Instruments without an own row: a capitalised name with its nature in it. "and" goes on with the name
# unless another instrument follows; "to" only in "Protocol to the Convention", "Convention to Combat".
_NATURES = r"(?:Conventions?|Covenants?|Protocols?|Treaty|Statute|Declarations?|Agreements?|Pact|Compact)"
_WORD = r"[A-Z][\w’'/-]*"
_AND = rf"(?:and|or)(?! the\b| its\b| their\b|(?: {_WORD}){{0,3}} {_NATURES}\b| Agenda\b)"
_TO = rf"to(?= the (?:[\w ]{{0,40}})?{_NATURES}\b| [A-Z])"
_IN = rf"in(?! the\b| (?:{'|'.join(MONTHS)}|New York|Geneva)\b)"
_LINK = rf"(?:of|on|for|the|against|from|{_IN}|with|concerning|relating to|between|{_AND}|{_TO})"
_FIRST = rf"(?:of|on|for|against|concerning|relating to|between|{_AND}|{_TO})"
_TAIL = (
    rf"(?: {_FIRST}(?: {_LINK}){{0,3}} {_WORD}"
    rf"(?:,? {_WORD}|(?: {_LINK}){{1,4}} {_WORD}|(?: {_LINK}){{0,3}} \([A-Z][^()]{{0,40}}\))*)?"
)
_INSTRUMENT = re.compile(
    rf"(?<![\w/-])(?P<lead>(?:{_WORD} (?:and )?){{0,7}}?)(?P<nature>{_NATURES})\b(?!-)(?P<tail>{_TAIL})"
    rf"(?: of {DAY})?"
)
# Not part of a name though capitalised, and names that are short forms when nothing follows.
_NO_NAME = re.compile(r"(?:The|This|That|These|Those|Such|Under|In|Both|States?|Parties|Its|By|And)")
_SHORT = re.compile(
    r"(?:(?:Optional|Additional|Framework|Final|Political|Ministerial|Joint|Amended|Peace|Constitutional|Headquarters"
    r"|Relationship|Security|Annexed|Model|Partnership|Cooperation|[IVXLC]+) )*"
)
_CHARTER = re.compile(
    r"\bCharter of the United Nations\b"
    r"|\b(?:African )?Charter (?:of|on)(?: (?:of|on|the|and|[A-Z][\w’]*))+(?<! of)(?<! and)"
)
_CONFERENCE = re.compile(
    rf"(?<![\w/-])(?:{_WORD} (?:and )?){{1,6}}?(?:Conference|Summit|Congress) "
    rf"(?:on|for|against)(?: (?:the|all))? {_WORD}"
    rf"(?:,(?= {_WORD}(?:,| and)) {_WORD}| {_WORD}"
    rf"| (?:of|on|for|against|between|the|{_IN}|{_AND})(?: (?:the|on|of))? {_WORD})*"
)
_STANDING = re.compile(r"Conference on (?:Disarmament|Trade and Development)")
_KINDS = {"Declaration": "declaration", "Declarations": "declaration", "Compact": "declaration"}


def find(text: str, where: str) -> list[Citation]:
    """Return the capitalised names of instruments and conferences in a passage, kind by kind.

    Parameters
    ----------
    text : str
        A paragraph or a note.
    where : str
        The element's id, kept in ``Citation.paragraph``.

    Returns
    -------
    list of Citation
        May overlap one another and what other finders find.

    Examples
    --------
    >>> [c.title for c in find("the Convention and the Optional Protocol to the Convention on Rain,", "PP1")]
    ['Optional Protocol to the Convention on Rain']
    """
    found = []
    for m in _INSTRUMENT.finditer(text):
        start, lead = _lead(m.start(), m.group("lead"))
        if not m.group("tail") and _SHORT.fullmatch(lead):
            continue  # "the Convention", "the Optional Protocol": short forms
        kind = _KINDS.get(m.group("nature"), "treaty")
        found.append(Citation(kind, None, text[start : m.end("tail")], date_of(m), Span(start, m.end()), where))
    for m in _CHARTER.finditer(text):
        kind = "charter" if m.group().endswith("United Nations") else "treaty"
        found.append(Citation(kind, None, m.group(), None, Span(*m.span()), where))
    for m in _CONFERENCE.finditer(text):
        if not _STANDING.search(m.group()):
            start, _ = _lead(m.start(), m.group())
            found.append(Citation("conference", None, text[start : m.end()], None, Span(start, m.end()), where))
    return found


def _lead(start: int, lead: str) -> tuple[int, str]:
    """Drop capitalised words that do not belong to a name: "The", an opening participle."""
    while lead:
        first = lead.split(" ", 1)[0]
        if not _NO_NAME.fullmatch(first) and not (start == 0 and first.lower() in vocabulary.heads("preamble")):
            break
        start += len(first) + 1
        lead = lead[len(first) + 1 :]
    return start, lead
