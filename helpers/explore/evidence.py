"""Where the lost mark of note 2 may stand, and what speaks for and against each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from string import ascii_uppercase

from helpers.resolution import Footnote, Paragraph, Resolution, load
from helpers.resolution.references import called, held
from helpers.resources import columns

#: The pieces of evidence, each with the question it answers.
PIECES = {
    "order": "Do the marks still run 1, 2, 3?",
    "note": "Do the words here name what the note cites?",
    "list": "Does every instrument get one mark?",
    "comma": "Does the mark follow the comma?",
    "predecessor": "Does last year’s text have it here?",
}


@dataclass(frozen=True, slots=True)
class Place:
    """A place for the mark: its letter, where it lies in the paragraph's text, and the words just before it.

    ``title`` is the instrument that these words name, ``mark`` the note mark that stands here already.
    """

    letter: str
    at: int
    after_comma: bool
    words: str
    title: str | None
    mark: int | None

    @property
    def told(self) -> str:
        """The place in words.

        Examples
        --------
        >>> places()[0].told
        'A: before the comma, after “protection of human rights”'
        """
        side = "after" if self.after_comma else "before"
        last = f" (mark {self.mark} stands here)" if self.mark else ""
        return f"{self.letter}: {side} the comma, after “{' '.join(self.words.split()[-4:])}”{last}"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence on a place: which, whether it fits there, and why."""

    piece: str
    fits: bool
    why: str


@cache
def searched() -> tuple[Resolution, Paragraph, Footnote]:
    """The resolution, the paragraph in which the mark is looked for, and the note without a mark."""
    resolution = load("A/RES/53/137")
    paragraph = resolution["PP1"]
    assert isinstance(paragraph, Paragraph)
    return resolution, paragraph, next(note for note in resolution.footnotes if note.orphan)


@cache
def places() -> tuple[Place, ...]:
    """Every place: after each comma, and before each comma that no mark follows.

    Examples
    --------
    >>> [(place.letter, place.after_comma, place.mark) for place in places()][:3]
    [('A', False, None), ('B', True, None), ('C', True, 1)]
    """
    resolution, paragraph, _ = searched()
    marks = {at: number for number, at in called(resolution, paragraph)}
    found: list[Place] = []
    start = 0
    for comma in (at for at, sign in enumerate(paragraph.text) if sign == ","):
        words, mark = paragraph.text[start:comma].strip(), marks.get(comma + 1)
        named = (c.title for c in paragraph.citations if c.title and c.title in words)
        title = max(named, key=len, default=None)
        for at in (comma, comma + 1) if mark is None else (comma + 1,):
            letter = ascii_uppercase[len(found)]
            found.append(Place(letter, at, at > comma, words, title, mark))
        start = comma + 1
    return tuple(found)


@cache
def _fact(key: str) -> str:
    """A fact as lessons write it."""
    return next(row["as_written"] for row in columns("facts.csv", "key", "as_written") if row["key"] == key)


@cache
def weigh(letter: str) -> tuple[Evidence, ...]:
    """What each piece of evidence says of a place.

    Examples
    --------
    >>> [(piece.piece, piece.fits) for piece in weigh("D")]
    [('order', True), ('note', True), ('list', True), ('comma', False), ('predecessor', True)]
    """
    place = next(place for place in places() if place.letter == letter)
    judged = (_order(place), _note(place), _list(place), _comma(place), _predecessor(place))
    return tuple(Evidence(piece, *told) for piece, told in zip(PIECES, judged, strict=True))


def _order(place: Place) -> tuple[bool, str]:
    resolution, paragraph, note = searched()
    marks = called(resolution, paragraph)
    before = [number for number, at in marks if at <= place.at]
    after = [number for number, at in marks if at > place.at]
    if any(number > note.number for number in before):
        return False, f"Mark {max(before)} stands before this place: {note.number} would follow it."
    if any(number < note.number for number in after):
        return False, f"Mark {min(after)} comes only later: {note.number} would stand before it."
    return True, f"Mark {max(before)} comes before this place and mark {min(after)} after it."


def _adopted() -> tuple[str, tuple[str, ...]]:
    """The resolution that the note names, and the instruments that it adopted."""
    _, _, note = searched()
    symbol = next(c.symbol for c in note.citations if c.symbol)
    return symbol.removeprefix("A/RES/"), tuple(instrument.title for instrument in held()[symbol])


def _fitting() -> str:
    """The name in the paragraph that stands for what the note's resolution adopted."""
    number, _ = _adopted()
    rows = columns("treaty/instruments.csv", "title", "adopted_in")
    _, paragraph, _ = searched()
    cited = {c.title for c in paragraph.citations}
    return next(row["title"] for row in rows if number in row["adopted_in"] and row["title"] in cited)


def _note(place: Place) -> tuple[bool, str]:
    number, titles = _adopted()
    adopted = f"Resolution {number} adopted the {' and the '.join(titles)}."
    if place.title is None:
        return False, f"{adopted} The words before this place name no instrument."
    if place.title == _fitting():
        return True, f"{adopted} The words here name both at once."
    return False, f"{adopted} The words here name another instrument."


def _list(place: Place) -> tuple[bool, str]:
    names = "PP1 gives five names, and four of them have a mark."
    if place.title is None:
        return False, f"{names} No name stands here, and one would stay without a mark."
    if place.mark:
        return False, f"{names} The name here has mark {place.mark}: it would have two, and another one none."
    return True, f"{names} Here is the name without one."


def _comma(place: Place) -> tuple[bool, str]:
    counted = (
        f"In {_fact('counted-resolutions')} resolutions {_fact('note-marks-after')} marks follow a punctuation mark, "
        f"and {_fact('note-marks-before')}."
    )
    if place.after_comma:
        return True, f"All marks that our text prints follow a comma. {counted}"
    return False, f"Here the mark would stand before the comma. All marks that our text prints follow one. {counted}"


def _predecessor(place: Place) -> tuple[bool, str]:
    where = "The French text of resolution 52/115 has mark 2 at the words for the Covenants"
    if place.title != _fitting():
        return False, f"{where}, not here."
    return True, f"{where}. French sets marks before the comma, so it does not tell the side of the comma."


def told() -> Iterator[str]:
    """Every place with what fits there and what does not, a line each."""
    for place in places():
        judged = weigh(place.letter)
        fits = ", ".join(e.piece for e in judged if e.fits) or "nothing"
        against = ", ".join(e.piece for e in judged if not e.fits) or "nothing"
        yield f"{place.told}. Fits: {fits}. Against: {against}."
