"""Read the masthead: the lines above the enacting words, in the layouts of different organs and decades."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from helpers.resolution import lines as ln
from helpers.resolution import numerals, running
from helpers.resolution.lines import Line
from helpers.resolution.model import Masthead, Span

_DISTRIBUTION = re.compile(r"distr(?:\.|ibution)?:? ?(.*)", re.IGNORECASE)
_SESSION = re.compile(r"([\w-]+(?: [\w-]+){0,5}) session,?", re.IGNORECASE)
_AGENDA = re.compile(r"agenda items? (.+)", re.IGNORECASE)
_ADOPTION = re.compile(r"(?:resolutions? )?adopted (?:by the .+|on the .+)", re.IGNORECASE)
_NUMBERED_TITLE = re.compile(
    r"(?:[Rr]esolution )?((?:[A-Z]{1,2}-)?[0-9]{1,4}/[0-9]{1,4}(?: ?[A-Z])?"
    r"|[0-9]{1,4} \([A-Z0-9-]{1,8}\))\.? +(?=\S)"
)
_RESOLUTION_NUMBER = re.compile(r"resolution ([0-9]{1,4} \([0-9]{4}\))", re.IGNORECASE)
_COMMITTEE = re.compile(r"(?:report|recommendation) of the ([^(\[\]]{1,200}?) ?\(", re.IGNORECASE)
_REPORT = re.compile(r"\(([A-Z]{1,4}/[^()]{1,200}?)(?:,? (?:para|chap|sect|part|annex)[^()]{0,80})?\)")
_SMALL_PRINT = re.compile(r"united nations|original:? .+|english(?: only)?", re.IGNORECASE)


class _Fields:
    """Fields found so far, each with its place; the first finding of a field stands."""

    def __init__(self, source: str, lines: Sequence[Line], keeps_hyphen: Callable[[str, str], bool] | None) -> None:
        self.source = source
        self.lines = lines
        self.keeps_hyphen = keeps_hyphen
        self.value: dict[str, object] = {}
        self.spans: dict[str, Span] = {}
        self.used: set[int] = set()

    def text(self, first: int, last: int) -> str:
        """The running text of some lines."""
        spans = [Span(line.start, line.end) for line in self.lines[first : last + 1]]
        return running.join(self.source, spans, self.keeps_hyphen).text

    def put(self, name: str, value: object, first: int, last: int | None = None) -> None:
        if name in self.value or value is None:
            return
        self.value[name] = value
        self.spans[name] = Span(self.lines[first].start, self.lines[first if last is None else last].end)
        self.used.update(range(first, (first if last is None else last) + 1))


def read(
    source: str,
    lines: Sequence[Line],
    organ: str | None,
    keeps_hyphen: Callable[[str, str], bool] | None = None,
) -> Masthead:
    r"""Read the lines above the enacting words.

    Parameters
    ----------
    source : str
    lines : sequence of Line
        The lines of the masthead.
    organ : str or None
        The organ that the enacting words name.
    keeps_hyphen : callable, optional
        See :func:`helpers.resolution.running.vocabulary`.

    Returns
    -------
    Masthead
        What was not printed is ``None``; ``spans`` also gives the adoption line (``"adoption"``), and under
        ``"report"`` that line with the bracket below it.

    Examples
    --------
    >>> text = "A/RES/1/2\nFirst session\n\n1/2. A title"
    >>> head = read(text, ln.split(text), "General Assembly")
    >>> head.symbol, head.session, head.number, head.title
    ('A/RES/1/2', 1, '1/2', 'A title')
    """
    fields = _Fields(source, lines, keeps_hyphen)
    last = _title(fields)
    for i in range(last):
        _line(fields, i, organ)
    _report(fields, last)
    if organ and "organ" not in fields.value:
        fields.value["organ"] = organ
    if "title" not in fields.value:
        _plain_title(fields)
    return Masthead(**fields.value, spans=fields.spans)  # type: ignore[arg-type]


def _line(fields: _Fields, i: int, organ: str | None) -> None:
    """Recognise one line by its own shape."""
    bare = fields.lines[i].bare
    following = fields.lines[i + 1].bare if i + 1 < len(fields.lines) else ""
    if organ and bare.lower() == organ.lower():
        fields.put("organ", organ, i)
    elif bare.rstrip("* ") in ln.ORGANS or _SMALL_PRINT.fullmatch(bare):
        fields.used.add(i)
    elif symbol := ln.symbol(bare):
        fields.put("symbol", symbol, i)
    elif found := _DISTRIBUTION.fullmatch(bare):
        if found[1]:
            fields.put("distribution", found[1], i)
        elif following.isalpha():
            fields.put("distribution", following, i, i + 1)
    elif ln.is_date(bare):
        fields.put("issued", numerals.date(bare), i)
    elif found := _AGENDA.fullmatch(bare):
        fields.put("agenda_item", found[1].rstrip(" ."), i)
    elif _ADOPTION.match(bare):
        _adoption(fields, i)
    elif found := _SESSION.fullmatch(bare):
        fields.put("session", numerals.cardinal(found[1]), i)
    elif found := _RESOLUTION_NUMBER.fullmatch(bare):
        fields.put("number", found[1], i)


def _adoption(fields: _Fields, i: int) -> None:
    """The adoption line, which may run over several printed lines."""
    last = i
    while last + 1 < len(fields.lines):
        line = fields.lines[last + 1]
        if line.gap or line.bare.startswith("[") or _NUMBERED_TITLE.match(line.bare):
            break
        last += 1
    fields.put("adoption", " ".join(line.bare for line in fields.lines[i : last + 1]), i, last)


def _report(fields: _Fields, end: int) -> None:
    """The bracket below the adoption line: committee and report."""
    adoption = fields.value.pop("adoption", None)
    if adoption is None:
        return
    place = fields.spans["adoption"]
    fields.spans["report"] = place
    first = next((i for i in range(end) if fields.lines[i].start >= place.end), end)
    if first >= end or not fields.lines[first].bare.startswith(("[", "(")):
        return
    last = first
    while last + 1 < end and not fields.lines[last].bare.endswith(("]", ")]")) and last - first < 8:
        if fields.lines[last + 1].gap:
            break
        last += 1
    fields.used.update(range(first, last + 1))
    fields.spans["report"] = Span(place.start, fields.lines[last].end)
    bracket = " ".join(line.bare for line in fields.lines[first : last + 1])
    start = fields.lines[first].start
    if found := _COMMITTEE.search(bracket):
        fields.value["committee"] = found[1]
        _place(fields, "committee", found[1], start)
    if found := _REPORT.search(bracket):
        fields.value["report"] = found[1]


def _place(fields: _Fields, name: str, words: str, start: int) -> None:
    """The span of some words that stand after ``start``, blanks of any kind between them."""
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.compile(pattern).search(fields.source, start, start + 400)
    if found:
        fields.spans[name] = Span(*found.span())


def _title(fields: _Fields) -> int:
    """The numbered title; returns the index of its first line, or the number of lines."""
    lines = fields.lines
    for i in range(len(lines) - 1, -1, -1):
        found = _NUMBERED_TITLE.match(lines[i].bare)
        if not found or (not lines[i].gap and i and len(lines[i - 1].bare) > 40 and lines[i - 1].bare[-1] != "]"):
            continue
        last = i
        while last + 1 < len(lines) and not lines[last + 1].gap:
            last += 1
        text = fields.text(i, last)
        found = _NUMBERED_TITLE.match(text)
        if not found:
            continue
        fields.put("number", found[1], i)
        fields.put("title", text[found.end() :], i, last)
        _place(fields, "number", found[1], lines[i].start)
        start = fields.spans["number"].end
        skipped = re.compile(r"[\s.*]*").match(fields.source, start)
        fields.spans["title"] = Span(skipped.end() if skipped else start, lines[last].end)
        return i
    return len(lines)


def _plain_title(fields: _Fields) -> None:
    """A title without a number: the last lines that nothing else explains."""
    end = len(fields.lines)
    while end and (end - 1) in fields.used:
        end -= 1
    if not end or fields.value.get("organ") == "Security Council":
        return
    first = end - 1
    while first and not fields.lines[first].gap and (first - 1) not in fields.used:
        first -= 1
    fields.put("title", fields.text(first, end - 1), first, end - 1)
