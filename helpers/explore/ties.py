"""Links between paragraphs as a reader meets them: of which kind each is, and what shows it, in one sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

import htpy as h

from helpers.language import N_, _
from helpers.resolution import Resolution
from helpers.resolution.links import Link, links
from helpers.resources import columns
from helpers.view import english, filled
from helpers.written import listed

#: Kinds of link in the order in which they are told: the label of the control, and a word for narrow places.
KINDS = {
    "source": (N_("Cites the same document"), N_("source")),
    "name": (N_("Calls it by its short name"), N_("name")),
    "note": (N_("Has its source in a note"), N_("note")),
    "opening": (N_("Opens or acts with the same words"), N_("opening")),
    "words": (N_("Shares words that few paragraphs have"), N_("words")),
    "reading": (N_("Takes it up (the course’s own reading)"), N_("reading")),
}
_SENTENCES = {
    "source": N_("both cite {words}"),
    "name": N_("{first} names the treaty in full; {second} says {words}"),
    "note": N_("{second} gives the source: {words}"),
    "opening": N_("opening or verb of both: {words}"),
    "words": N_("both say {words}"),
}


@dataclass(frozen=True, slots=True)
class Tie:
    """One link between two elements: what the words show (``link``), or a reading of the course.

    ``words`` are those of the resolution that show it.
    """

    kind: str
    first: str
    second: str
    words: tuple[str, ...] = ()
    reading: str = ""
    link: Link | None = None

    @property
    def told(self) -> str:
        """The link in one sentence of plain text."""
        if self.kind == "reading":
            return _(self.reading)
        quoted = listed(_("“{words}”").format(words=words) for words in self.words)
        return _(_SENTENCES[self.kind]).format(first=called(self.first), second=called(self.second), words=quoted)

    @property
    def shown(self) -> h.Node:
        """The same with the resolution's words told apart."""
        if self.kind == "reading":
            return self.told
        quoted = [filled(_("“{words}”"), words=english(words)) for words in self.words]
        return filled(
            _(_SENTENCES[self.kind]), first=called(self.first), second=called(self.second), words=_row(quoted)
        )

    def other(self, element: str) -> str | None:
        """The id at the other end; ``None`` if the tie does not touch the element."""
        return {self.first: self.second, self.second: self.first}.get(element)


def tied(resolution: Resolution) -> tuple[Tie, ...]:
    """Every link that the words show, then the course's readings, each told in one sentence.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> [tie.told for tie in tied(load("A/RES/53/137")) if (tie.first, tie.second) == ("OP6", "OP7")][0]
    'both say “the report of the Secretary-General” and “at its fifty-fourth session”'
    """
    read = columns("resolutions/a_res_53_137_readings.csv", "first", "second", "reading")
    shown = (Tie(link.kind, link.first, link.second, _words(resolution, link), link=link) for link in links(resolution))
    return (*shown, *(Tie("reading", row["first"], row["second"], reading=row["reading"]) for row in read))


def _words(resolution: Resolution, link: Link) -> tuple[str, ...]:
    """The words that show a link: of a short name and of a note, those at its second end."""
    if link.kind == "name":
        return (resolution[link.second].text[slice(*link.second_spans[0])],)
    if link.kind == "note":
        return (resolution[link.second].text,)
    return link.words[:1] if link.kind == "source" else link.words


def _row(nodes: list[h.Fragment]) -> h.Node:
    """Quotations in a row, as :func:`listed` sets plain words."""
    *most, last = nodes
    if not most:
        return last
    return filled(_("{most} and {last}"), most=[[_(", ") if n else "", one] for n, one in enumerate(most)], last=last)


def called(element: str) -> str:
    """How an element is called in a sentence.

    Examples
    --------
    >>> called("PP5"), called("FN6")
    ('PP5', 'note 6')
    """
    return _("note {number}").format(number=element[2:]) if element.startswith("FN") else element


def order(element: str) -> tuple[int, int]:
    """Preamble, operative part, notes, each by its numbers.

    Examples
    --------
    >>> sorted(["FN6", "OP1", "PP8"], key=order)
    ['PP8', 'OP1', 'FN6']
    """
    return ("PP", "OP", "FN").index(element[:2]), int(element[2:])


def partners(ties: Iterable[Tie], element: str, kinds: Collection[str]) -> dict[str, list[Tie]]:
    """The elements at the other end of a link of these kinds, in the order of the text, with their links."""
    found: dict[str, list[Tie]] = {}
    for tie in ties:
        other = tie.other(element)
        if other and tie.kind in kinds:
            found.setdefault(other, []).append(tie)
    return dict(sorted(found.items(), key=lambda pair: order(pair[0])))


def by_pair(ties: Iterable[Tie]) -> dict[tuple[str, str], list[Tie]]:
    """All links of each pair of elements, in the order of the text."""
    pairs: dict[tuple[str, str], list[Tie]] = {}
    for tie in ties:
        pairs.setdefault((tie.first, tie.second), []).append(tie)
    return dict(sorted(pairs.items(), key=lambda pair: (order(pair[0][0]), order(pair[0][1]))))
