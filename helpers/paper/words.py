"""The resolution's words for print: as the page shows them, with the marks of the notes and the four layers."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import asdict
from typing import Any

from helpers.paper.prose import Run, Text
from helpers.resolution import Paragraph, Resolution, Span
from helpers.view.passage import marks, numbered, segments

_NOTE = re.compile("[¹²³⁴-⁹⁰]+")
_FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")


def words(resolution: Resolution, element_id: str, layers: Collection[str] = ()) -> Text:
    """One element as it was printed: italics and the marks of its notes; the layers that are asked for are marked.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> words(load("A/RES/53/137"), "OP6")[1:4:2]
    (Run(text='Takes note', marks=('italic',)), Run(text='7', marks=('note',)))
    """
    element = resolution[element_id]
    if not isinstance(element, Paragraph):
        return (Run(element.text),)
    return tuple(run for part in element.walk() for run in _paragraph(resolution, part, layers))


def printed(element: str, text: Text) -> dict[str, Any]:
    """Words of the resolution as a template takes them."""
    part = {"PP": "preamble", "OP": "operative"}.get(element[:2], "other")
    return {"id": element, "part": part, "text": runs(text)}


def runs(text: Text) -> list[dict[str, Any]]:
    """A text as a template takes it."""
    return [asdict(run) for run in text]


def _paragraph(resolution: Resolution, paragraph: Paragraph, layers: Collection[str]) -> Iterator[Run]:
    spans = {layer: group for layer, group in marks(paragraph).items() if layer in layers}
    if paragraph.number or paragraph.label:
        spans["italic"] = [_opening(paragraph)]
        yield Run(numbered(paragraph))
    notes = _notes(resolution, paragraph)
    for place in notes:
        spans.setdefault("", []).append(Span(0, place))  # a cut, so that no run goes on across a note's mark
    for span, inside in segments(len(paragraph.text), spans):
        yield Run(paragraph.text[slice(*span)], tuple(mark for mark in inside if mark))
        if span.end in notes:
            yield Run(notes[span.end], ("note",))


def _opening(paragraph: Paragraph) -> Span:
    """The operative verb, which the United Nations prints in italics."""
    return marks(paragraph)["opening"][0]


def _notes(resolution: Resolution, paragraph: Paragraph) -> dict[int, str]:
    """The numbers of notes by the place in the paragraph's text behind which their marks are printed."""
    found = {}
    for place in range(1, len(paragraph.offsets) + 1):
        start = paragraph.offsets[place - 1] + 1
        end = paragraph.offsets[place] if place < len(paragraph.offsets) else paragraph.spans[-1].end
        mark = _NOTE.match(resolution.source, start, end)
        if mark:
            found[place] = mark[0].translate(_FIGURES)
    return found
