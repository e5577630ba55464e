"""The resolution's words in their one setting: serif, id in the margin, four layers of signs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

import htpy as h

from helpers.language import N_, _
from helpers.resolution import Element, Paragraph, Resolution, Span
from helpers.view.english import ltr, spoken
from helpers.view.filled import filled


@dataclass(frozen=True, slots=True)
class Layer:
    """One kind of mark on the text: a colour and a sign that needs no colour."""

    id: str
    label: str
    sign: str


#: The four layers, in every explorer, figure, question and hand-out alike.
LAYERS = (
    Layer("opening", N_("Openings and operative verbs"), N_("bold")),
    Layer("addressee", N_("Addressees"), N_("solid underline")),
    Layer("citation", N_("Citations"), N_("dotted underline")),
    Layer("deadline", N_("Deadlines"), N_("boxed")),
)


def marks(paragraph: Paragraph) -> dict[str, list[Span]]:
    """Where each layer marks a paragraph, as ranges of its ``text``.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> op6 = load("A/RES/53/137")["OP6"]
    >>> [op6.text[slice(*span)] for span in marks(op6)["deadline"]]
    ['at its fifty-fourth session']
    """
    found: dict[str, list[Span | None]] = {
        "opening": [paragraph.opening_span, *(act.span for act in paragraph.acts)],
        "addressee": [act.addressee_span for act in paragraph.acts],
        "citation": [citation.span for citation in paragraph.citations],
        "deadline": [act.deadline_span for act in paragraph.acts],
    }
    return {layer: [_in_text(paragraph, span) for span in spans if span] for layer, spans in found.items()}


def _in_text(paragraph: Paragraph, span: Span) -> Span:
    """Turn a range of the source into a range of the paragraph's running text."""
    return Span(bisect_left(paragraph.offsets, span.start), bisect_left(paragraph.offsets, span.end))


def segments(length: int, spans: dict[str, list[Span]]) -> Iterator[tuple[Span, tuple[str, ...]]]:
    """Cut ``[0, length)`` wherever a layer begins or ends."""
    cuts = sorted({0, length, *(edge for group in spans.values() for span in group for edge in span)})
    for start, end in pairwise(cuts):
        inside = tuple(layer for layer, group in spans.items() if any(a <= start and end <= b for a, b in group))
        yield Span(start, end), inside


def marked(paragraph: Paragraph, layers: Collection[str]) -> h.Fragment:
    """The paragraph's text with the chosen layers marked and escaped for HTML.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> print(str(marked(load("A/RES/53/137")["OP4"], {"opening"}))[:52])
    <span class="res-opening">Requests</span> the Secret
    """
    spans = {layer: group for layer, group in marks(paragraph).items() if layer in layers}
    parts: list[h.Node] = []
    for span, inside in segments(len(paragraph.text), spans):
        piece = paragraph.text[slice(*span)]
        parts.append(h.span(class_=[f"res-{layer}" for layer in inside])[piece] if inside else piece)
    return h.fragment[parts]


def words(resolution: Resolution, element_id: str, layers: Collection[str] = ()) -> h.Element:
    """A quotation of one element, in the setting that nobody mistakes for the course's own words.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> print(words(load("A/RES/53/137"), "FN7"))
    <blockquote class="res-words" lang="en"><span class="res-id">FN7</span><p>A/53/230.</p></blockquote>
    """
    element = resolution[element_id]
    inner: h.Node
    if isinstance(element, Paragraph):
        inner = [h.p(ltr())[numbered(part), marked(part, layers)] for part in element.walk()]
    else:
        inner = [h.p(ltr())[line] for line in element.text.splitlines() if line.strip()]
    name = h.span(".res-id", spoken())[element.label] if isinstance(element, Element) else h.span(".res-id")[element_id]
    return h.blockquote(".res-words", lang="en")[name, inner]


def numbered(paragraph: Paragraph) -> str:
    """What is printed before the words: "3. ", "(a) " or nothing."""
    if paragraph.label:
        return f"{paragraph.label} "
    return f"{paragraph.number}. " if paragraph.number else ""


def legend(layers: Collection[str]) -> h.Element:
    """Which sign means what, for the layers that are switched on."""
    chosen = [layer for layer in LAYERS if layer.id in layers]
    return h.p(".res-legend")[[h.span[signed(layer)] for layer in chosen]]


def signed(layer: Layer) -> h.Fragment:
    """What a layer marks, written in its own sign, and how the sign looks.

    Examples
    --------
    >>> print(signed(LAYERS[3]))
    <span class="res-deadline">Deadlines</span> (boxed)
    """
    return filled(_("{layer} ({sign})"), layer=h.span(class_=f"res-{layer.id}")[_(layer.label)], sign=_(layer.sign))
