"""Links between paragraphs as a reader meets them: of which kind each is, and what shows it, in one sentence."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from helpers.resolution import Resolution
from helpers.resolution.links import Link, links
from helpers.resources import columns

#: Kinds of link in the order in which they are told: the label of the control, and a word for narrow places.
KINDS = {
    "source": ("Cites the same document", "source"),
    "name": ("Calls it by its short name", "name"),
    "note": ("Has its source in a note", "note"),
    "opening": ("Opens or acts with the same words", "opening"),
    "words": ("Shares words that few paragraphs have", "words"),
    "reading": ("Takes it up (the course’s own reading)", "reading"),
}


@dataclass(frozen=True, slots=True)
class Tie:
    """One link between two elements: what the words show (``link``), or a reading of the course."""

    kind: str
    first: str
    second: str
    told: str
    link: Link | None = None

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
    shown = (Tie(link.kind, link.first, link.second, _told(resolution, link), link) for link in links(resolution))
    return (*shown, *(Tie("reading", row["first"], row["second"], row["reading"]) for row in read))


def _told(resolution: Resolution, link: Link) -> str:
    if link.kind == "source":
        return f"both cite “{link.words[0]}”"
    if link.kind == "name":
        short = resolution[link.second].text[slice(*link.second_spans[0])]
        return f"{link.first} names the treaty in full; {link.second} says “{short}”"
    if link.kind == "note":
        return f"{called(link.second)} gives the source: “{resolution[link.second].text}”"
    words = joined(f"“{word}”" for word in link.words)
    return f"opening or verb of both: {words}" if link.kind == "opening" else f"both say {words}"


def joined(parts: Iterable[str]) -> str:
    """Parts of a sentence in a row.

    Examples
    --------
    >>> joined(["PP6", "PP8", "note 6"])
    'PP6, PP8 and note 6'
    """
    *most, last = parts
    return f"{', '.join(most)} and {last}" if most else last


def called(element: str) -> str:
    """How an element is called in a sentence.

    Examples
    --------
    >>> called("PP5"), called("FN6")
    ('PP5', 'note 6')
    """
    return f"note {element[2:]}" if element.startswith("FN") else element


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
