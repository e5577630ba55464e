"""Drafting rules of notes and of the marks that call them. One check a rule."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.language import _
from helpers.resolution.hits import Hit, head
from helpers.resolution.model import Resolution, Span

# Raised figures behind "m" and "km" are no marks.
_BEFORE_MARK = re.compile(r"(?<!\bm)(?<!\bkm)(?<=\S)([⁰¹²³⁴-⁹]{1,3}|\[[0-9]{1,3}\])(?=[,;.:])")


def note_called(resolution: Resolution) -> Iterator[Hit]:
    """Every note has its mark in the text."""
    for note in resolution.footnotes:
        if note.orphan:
            message = _("note {number} is called nowhere: its mark is missing in the text")
            yield Hit(note.id, note.span, message.format(number=note.number))


def mark_noted(resolution: Resolution) -> Iterator[Hit]:
    """Every mark has its note."""
    known = {note.number for note in resolution.footnotes}
    for paragraph in resolution.paragraphs:
        for number in paragraph.notes:
            if number not in known:
                message = _("calls note {number}, and there is no such note")
                yield Hit(paragraph.id, head(paragraph), message.format(number=number))


def mark_order(resolution: Resolution) -> Iterator[Hit]:
    """Notes are numbered in the order in which they are called."""
    in_title = {note.number for note in resolution.footnotes if "MH.title" in note.called_in}
    called = set(in_title)
    for paragraph in sorted(resolution.paragraphs, key=lambda paragraph: paragraph.span):
        for number in paragraph.notes:
            if number not in called and called and number < max(called):
                message = _("calls note {number} after note {other}")
                yield Hit(paragraph.id, head(paragraph), message.format(number=number, other=max(called)))
            called.add(number)


def mark_place(resolution: Resolution) -> Iterator[Hit]:
    """Note marks follow the mark of punctuation."""
    for paragraph in resolution.paragraphs:
        for start, end in paragraph.spans:
            for found in _BEFORE_MARK.finditer(resolution.source, start, end):
                span = Span(found.start(), found.end() + 1)
                message = _("the note mark stands before ‘{mark}’")
                yield Hit(paragraph.id, span, message.format(mark=resolution.source[found.end()]))


def note_full_stop(resolution: Resolution) -> Iterator[Hit]:
    """Notes end with a full stop."""
    for note in resolution.footnotes:
        if not note.text.rstrip("\"”’')] ").endswith("."):
            message = _("note {number} does not end with a full stop")
            yield Hit(note.id, note.spans[-1], message.format(number=note.number))
