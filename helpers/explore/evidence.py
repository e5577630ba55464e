"""Where the lost mark of note 2 may stand, and what speaks for and against each place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from string import ascii_uppercase

from helpers.language import N_, _, language
from helpers.resolution import Footnote, Paragraph, Resolution, load
from helpers.resolution.references import called, held
from helpers.resources import columns
from helpers.written import commas, figure

#: The pieces of evidence by their short names, each with the question it answers.
PIECES = {
    N_("order"): N_("Do the marks still run 1, 2, 3?"),
    N_("note"): N_("Do the words here name what the note cites?"),
    N_("list"): N_("Does every instrument get one mark?"),
    N_("comma"): N_("Does the mark follow the comma?"),
    N_("predecessor"): N_("Does last year’s text have it here?"),
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
        if self.mark:
            message = _("{letter}: after the comma, after {words} (mark {mark} stands here)")
        elif self.after_comma:
            message = _("{letter}: after the comma, after {words}")
        else:
            message = _("{letter}: before the comma, after {words}")
        words = _("“{words}”").format(words=" ".join(self.words.split()[-4:]))
        return message.format(letter=self.letter, words=words, mark=self.mark)


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
    resolution, paragraph, _note = searched()
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
def _fact(key: str) -> int:
    """A number that lessons state, too."""
    return next(int(row["value"]) for row in columns("facts.csv", "key", "value") if row["key"] == key)


def weigh(letter: str) -> tuple[Evidence, ...]:
    """What each piece of evidence says of a place.

    Examples
    --------
    >>> [(piece.piece, piece.fits) for piece in weigh("D")]
    [('order', True), ('note', True), ('list', True), ('comma', False), ('predecessor', True)]
    """
    return _weighed(letter, language())


@cache
def _weighed(letter: str, _language: str) -> tuple[Evidence, ...]:
    """The same, kept for each language."""
    place = next(place for place in places() if place.letter == letter)
    judged = (_order(place), _note(place), _list(place), _comma(place), _predecessor(place))
    return tuple(Evidence(piece, *told) for piece, told in zip(PIECES, judged, strict=True))


def _order(place: Place) -> tuple[bool, str]:
    resolution, paragraph, note = searched()
    marks = called(resolution, paragraph)
    before = [number for number, at in marks if at <= place.at]
    after = [number for number, at in marks if at > place.at]
    if any(number > note.number for number in before):
        message = _("Mark {mark} stands before this place: {lost} would follow it.")
        return False, message.format(mark=max(before), lost=note.number)
    if any(number < note.number for number in after):
        message = _("Mark {mark} comes only later: {lost} would stand before it.")
        return False, message.format(mark=min(after), lost=note.number)
    message = _("Mark {before} comes before this place and mark {after} after it.")
    return True, message.format(before=max(before), after=min(after))


def _adopted() -> tuple[str, tuple[str, ...]]:
    """The resolution that the note names, and the instruments that it adopted."""
    _resolution, _paragraph, note = searched()
    symbol = next(c.symbol for c in note.citations if c.symbol)
    return symbol.removeprefix("A/RES/"), tuple(instrument.title for instrument in held()[symbol])


def _fitting() -> str:
    """The name in the paragraph that stands for what the note's resolution adopted."""
    number, _titles = _adopted()
    rows = columns("treaty/instruments.csv", "title", "adopted_in")
    _resolution, paragraph, _note = searched()
    cited = {c.title for c in paragraph.citations}
    return next(row["title"] for row in rows if number in row["adopted_in"] and row["title"] in cited)


def _note(place: Place) -> tuple[bool, str]:
    number, titles = _adopted()
    first, second = (_(title) for title in titles)  # the two Covenants of 1966
    message = _("Resolution {number} adopted the {first} and the {second}.")
    adopted = message.format(number=number, first=first, second=second)
    fits = place.title == _fitting()
    if place.title is None:
        here = _("The words before this place name no instrument.")
    else:
        here = _("The words here name both at once.") if fits else _("The words here name another instrument.")
    return fits, f"{adopted} {here}"


def _list(place: Place) -> tuple[bool, str]:
    if place.title is None:
        return False, _(
            "PP1 gives five names, and four of them have a mark. "
            "No name stands here, and one would stay without a mark."
        )
    if place.mark:
        message = _(
            "PP1 gives five names, and four of them have a mark. "
            "The name here has mark {mark}: it would have two, and another one none."
        )
        return False, message.format(mark=place.mark)
    return True, _("PP1 gives five names, and four of them have a mark. Here is the name without one.")


def _comma(place: Place) -> tuple[bool, str]:
    message = _("In {resolutions} resolutions {after} marks follow a punctuation mark, and {before} stand before one.")
    counted = message.format(
        resolutions=figure(_fact("counted-resolutions")),
        after=figure(_fact("note-marks-after")),
        before=figure(_fact("note-marks-before")),
    )
    here = (
        _("All marks that our text prints follow a comma.")
        if place.after_comma
        else _("Here the mark would stand before the comma. All marks that our text prints follow one.")
    )
    return place.after_comma, f"{here} {counted}"


def _predecessor(place: Place) -> tuple[bool, str]:
    if place.title != _fitting():
        return False, _("The French text of resolution 52/115 has mark 2 at the words for the Covenants, not here.")
    return True, _(
        "The French text of resolution 52/115 has mark 2 at the words for the Covenants. "
        "French sets marks before the comma, so it does not tell the side of the comma."
    )


def told() -> Iterator[str]:
    """Every place with what fits there and what does not, a line each."""
    for place in places():
        judged = weigh(place.letter)
        yield _("{place}. Fits: {fits}. Against: {against}.").format(
            place=place.told,
            fits=commas(_(e.piece) for e in judged if e.fits) or _("nothing"),
            against=commas(_(e.piece) for e in judged if not e.fits) or _("nothing"),
        )
