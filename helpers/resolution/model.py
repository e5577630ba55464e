"""What a resolution consists of: frozen records, each with its place in the source text."""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Literal, NamedTuple

from helpers.language import N_, _

Kind = Literal["directive", "internal", "evaluative"]
PieceKind = Literal[
    "masthead",
    "enacting",
    "preamble",
    "operative",
    "heading",
    "note",
    "closing",
    "annex",
    "layout",
    "unplaced",
]


class Span(NamedTuple):
    """A half-open range ``[start, end)`` of characters in the untouched source text.

    Examples
    --------
    >>> "Recalling its resolution"[slice(*Span(0, 9))]
    'Recalling'
    """

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Citation:
    """A document, treaty or conference that a passage names.

    ``kind`` is one of ``resolution``, ``document``, ``treaty``, ``declaration``,
    ``charter``, ``conference`` and ``paragraph``; ``paragraph`` is the id of the element it stands in.
    ``symbol``, ``title`` and ``date`` are ``None`` where the passage does not give them.
    """

    kind: str
    symbol: str | None
    title: str | None
    date: datetime.date | None
    span: Span
    paragraph: str


@dataclass(frozen=True, slots=True)
class Act:
    """One thing the organ does in a paragraph: a finite verb of which the organ is the subject.

    ``resolved`` names whom a pronoun in ``addressee`` means. ``strength`` runs from 1
    (takes notice) to 5 (decides); it is the course's own reading, see ``data/language/``.
    ``span`` is that of the verb: in the text given to :func:`acts`, in the source for a parsed resolution.
    """

    verb: str
    addressee: str | None
    resolved: str | None
    action: str | None
    deadline: str | None
    kind: Kind
    strength: int | None
    span: Span
    addressee_span: Span | None = None
    deadline_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A preambular, operative or sub-paragraph.

    ``text`` is the running text (no number, no italics marks, no note markers, one blank between words);
    ``spans`` are the parts of the source it was printed in, more than one where a page break divides it.
    ``offsets[i]`` is the place in the source of character ``i`` of ``text``; all other spans (of the opening,
    of acts, of citations) are ranges of the source, so that ``source[slice(*span)]`` shows what was printed.
    """

    id: str
    number: int | None
    label: str | None
    opening: str
    text: str
    spans: tuple[Span, ...]
    opening_span: Span
    children: tuple[Paragraph, ...] = ()
    acts: tuple[Act, ...] = ()
    citations: tuple[Citation, ...] = ()
    notes: tuple[int, ...] = ()
    offsets: tuple[int, ...] = field(default=(), repr=False, compare=False)

    @property
    def span(self) -> Span:
        """From the first character to the last, page breaks in between included."""
        return Span(self.spans[0].start, self.spans[-1].end)

    def walk(self) -> Iterator[Paragraph]:
        """The paragraph itself, then its sub-paragraphs at every depth, in printed order."""
        yield self
        for child in self.children:
            yield from child.walk()


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note: ``called_in`` lists the ids whose text carries its marker; an asterisk has the number 0.

    ``orphan`` is true where no marker was found: the note is kept and nobody guesses its place.
    """

    id: str
    number: int
    text: str
    called_in: tuple[str, ...]
    orphan: bool
    spans: tuple[Span, ...]
    citations: tuple[Citation, ...] = ()

    @property
    def span(self) -> Span:
        """From the first character to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


@dataclass(frozen=True, slots=True)
class Masthead:
    """The lines above the text; ``None`` where a line was not printed. ``spans`` gives each field's place."""

    organ: str | None = None
    symbol: str | None = None
    distribution: str | None = None
    issued: datetime.date | None = None
    session: int | None = None
    agenda_item: str | None = None
    committee: str | None = None
    report: str | None = None
    number: str | None = None
    title: str | None = None
    spans: dict[str, Span] = field(default_factory=dict)
    citations: tuple[Citation, ...] = ()


@dataclass(frozen=True, slots=True)
class Adoption:
    """When and where the organ adopted the text, as its closing (or opening) line says.

    ``vote`` is the record of the vote printed below it, where there is one.
    """

    meeting: str | None
    date: datetime.date | None
    span: Span | None
    vote: str | None = None


@dataclass(frozen=True, slots=True)
class Annex:
    """A text annexed to the resolution, kept whole."""

    id: str
    title: str
    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Unplaced:
    """A passage the parser could not place: kept, with the reason; ``why`` is the message that tells it."""

    text: str
    span: Span
    why: str

    @property
    def reason(self) -> str:
        """Why it has no place, in the language that is spoken now."""
        return _(self.why)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source text and the id it belongs to; all pieces in order give the text back."""

    kind: PieceKind
    id: str | None
    span: Span


@dataclass(frozen=True, slots=True)
class Element:
    """One teachable part of a resolution: what the outline lists and lessons cover.

    ``name`` is what the course calls it, with ``{number}`` where its number goes; :attr:`label` says it.
    """

    id: str
    kind: Literal["masthead", "enacting", "preamble", "operative", "note", "closing"]
    name: str
    text: str
    spans: tuple[Span, ...]
    number: int | None = None

    @property
    def label(self) -> str:
        """Its name and number in the language that is spoken now."""
        return _(self.name).format(number=self.number)

    @property
    def span(self) -> Span:
        """From the first character to the last."""
        return Span(self.spans[0].start, self.spans[-1].end)


Found = Paragraph | Footnote | Annex | Element


@dataclass(frozen=True)
class Resolution:
    """A parsed resolution; ``source`` is the untouched text.

    ``pieces`` cut the source without a gap or an overlap. ``formulas`` are the enacting words:
    one, or one for each part of a resolution in parts (A, B); ``enacting`` is the first of them.
    """

    source: str
    masthead: Masthead
    enacting: Element | None
    preamble: tuple[Paragraph, ...]
    operative: tuple[Paragraph, ...]
    footnotes: tuple[Footnote, ...]
    adoption: Adoption
    annexes: tuple[Annex, ...]
    unplaced: tuple[Unplaced, ...]
    pieces: tuple[Piece, ...]
    formulas: tuple[Element, ...] = ()

    def __getitem__(self, key: str) -> Found:
        """Find by id: a paragraph ("OP3", "OP5(a)"), a note ("FN2"), an annex, or an element ("MH.title").

        Raises
        ------
        KeyError
            With the nearest ids that there are.
        """
        try:
            return self._by_id[key]
        except KeyError:
            near = get_close_matches(str(key)[:40], self._by_id, n=3, cutoff=0.1)
            message = (
                _("no element {id} here; the nearest are {ids}")
                if near
                else _("no element {id} here; the nearest are none")
            )
            raise KeyError(message.format(id=repr(key), ids=", ".join(near))) from None

    def __contains__(self, key: object) -> bool:
        return key in self._by_id

    @cached_property
    def _by_id(self) -> dict[str, Found]:
        found: dict[str, Found] = {element.id: element for element in self.elements}
        whole = self._whole_masthead()
        if whole:
            found["MH"] = whole
        for paragraph in self.paragraphs:
            found[paragraph.id] = paragraph
        found |= {note.id: note for note in self.footnotes}
        found |= {annex.id: annex for annex in self.annexes}
        return found

    def _whole_masthead(self) -> Element | None:
        spans = tuple(piece.span for piece in self.pieces if piece.kind == "masthead")
        text = " ".join(" ".join(self.source[slice(*span)].split()) for span in spans)
        return Element("MH", "masthead", N_("Masthead"), text, spans) if spans else None

    @property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Every paragraph of the preamble and the operative part, sub-paragraphs included."""
        return tuple(p for top in (*self.preamble, *self.operative) for p in top.walk())

    @cached_property
    def elements(self) -> tuple[Element, ...]:
        """What lessons cover, in printed order: masthead, enacting words, paragraphs, notes, closing."""
        found = [*_masthead_elements(self.source, self.masthead), *self.formulas]
        for kind, name, paragraphs in (
            ("preamble", N_("Preambular paragraph {number}"), self.preamble),
            ("operative", N_("Operative paragraph {number}"), self.operative),
        ):
            for place, paragraph in enumerate(paragraphs, 1):
                number = paragraph.number or place
                found.append(Element(paragraph.id, kind, name, paragraph.text, paragraph.spans, number))  # type: ignore[arg-type]
        for note in self.footnotes:
            found.append(Element(note.id, "note", N_("Footnote {number}"), note.text, note.spans, note.number))
        if self.adoption.span and self.adoption.span != self.masthead.spans.get("adoption"):
            text = " ".join(self.source[slice(*self.adoption.span)].replace("*", "").split())
            found.append(Element("CL", "closing", N_("Closing line"), text, (self.adoption.span,)))
        return tuple(sorted(found, key=lambda element: element.spans[0]))

    @cached_property
    def acts(self) -> tuple[Act, ...]:
        """The acts of all operative paragraphs and their sub-paragraphs."""
        return tuple(act for top in self.operative for p in top.walk() for act in p.acts)

    @cached_property
    def citations(self) -> tuple[Citation, ...]:
        """The citations of the masthead, of all paragraphs and of the notes, in printed order."""
        found = [c for p in self.paragraphs for c in p.citations]
        found += [c for note in self.footnotes for c in note.citations]
        found += self.masthead.citations
        return tuple(sorted(found, key=lambda citation: citation.span))


# The masthead's elements: id, name, and the key of Masthead.spans that gives the place.
_MASTHEAD_ELEMENTS = (
    ("MH.organ", N_("Organ"), "organ"),
    ("MH.symbol", N_("Document symbol"), "symbol"),
    ("MH.distribution", N_("Distribution"), "distribution"),
    ("MH.issued", N_("Date of issue"), "issued"),
    ("MH.session", N_("Session"), "session"),
    ("MH.item", N_("Agenda item"), "agenda_item"),
    ("MH.report", N_("Adoption and report"), "report"),
    ("MH.title", N_("Title"), "title"),
)


def _masthead_elements(source: str, masthead: Masthead) -> list[Element]:
    out = []
    for key, name, field_name in _MASTHEAD_ELEMENTS:
        span = masthead.spans.get(field_name)
        if span is None:
            continue
        if field_name == "title" and "number" in masthead.spans:
            span = Span(masthead.spans["number"].start, span.end)
        text = " ".join(source[slice(*span)].replace("*", "").split())
        out.append(Element(key, "masthead", name, text, (span,)))
    return out
