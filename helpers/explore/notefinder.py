"""Note finder: put the lost mark of note 2 somewhere and see what speaks for it and against it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

import htpy as h

from helpers.explore.evidence import PIECES, Place, places, searched, told, weigh
from helpers.language import _, ngettext
from helpers.resolution.references import called
from helpers.view import Event, Page, filled, spoken, words
from helpers.view.controls import picker
from helpers.view.english import ltr


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the mark stands now (a letter, or nothing), and which places have been tried, in that order."""

    place: str = ""
    tried: tuple[str, ...] = ()


def notefinder() -> Page[Placed]:
    """Show the note finder.

    Examples
    --------
    >>> notefinder().plain.splitlines()[4].partition("”. ")[2]
    'Fits: order, note, list, comma, predecessor. Against: nothing.'
    """
    return Page(
        start=Placed,
        render=render,
        update=_updated,
        still=h.fragment[_passage(_letter), _table(place.letter for place in places())],
        plain="\n".join(told()),
    )


def _updated(state: Placed, event: Event) -> Placed:
    letters = [place.letter for place in places()]
    if event.name == "place" and event.text in letters:
        tried = state.tried if event.text in state.tried else (*state.tried, event.text)
        return Placed(event.text, tried)
    if event.name == "place" and event.value == "":
        return Placed("", state.tried)
    if event.name == "again":
        return Placed()
    return state


def render(state: Placed) -> h.Element:
    """The live note finder: the paragraph with its places, the evidence on the chosen one, the places tried.

    Examples
    --------
    >>> "All five pieces fit here." in str(render(Placed("E", ("E",))))
    True
    """
    choices = {"": _("nowhere yet")} | {place.letter: place.told for place in places()}
    resolution, _paragraph, note = searched()
    return h.div(".res-card")[
        words(resolution, note.id),
        _passage(lambda place: _button(place, chosen=place.letter == state.place)),
        h.div(".res-row")[picker(_("Put mark 2"), choices, state.place, name="place", id="notefinder-place")],
        h.div(role="status", id="notefinder-evidence")[_judged(state.place)],
        state.tried
        and [
            h.h3[_("Places that you have tried")],
            _table(state.tried),
            h.div(".res-row")[
                h.button(type="button", data_send="again", value="", id="notefinder-again")[_("Start again")]
            ],
        ],
    ]


# ---- the paragraph ----


def _passage(shown: Callable[[Place], h.Node]) -> h.Element:
    """The paragraph with its printed marks and, at every place, what ``shown`` gives."""
    resolution, paragraph, _note = searched()
    inserts: list[tuple[int, h.Node]] = [(at, h.sup[str(number)]) for number, at in called(resolution, paragraph)]
    inserts += [(place.at, shown(place)) for place in places()]
    parts: list[h.Node] = []
    done = 0
    for at, group in groupby(sorted(inserts, key=lambda pair: pair[0]), key=lambda pair: pair[0]):
        parts += [paragraph.text[done:at], *(node for _place, node in group)]
        done = at
    return h.blockquote(".res-words.res-places", lang="en")[
        h.span(".res-id")[paragraph.id], h.p(ltr())[parts, paragraph.text[done:]]
    ]


def _letter(place: Place) -> h.Node:
    return f"[{place.letter}]"


def _button(place: Place, *, chosen: bool) -> h.Element:
    return h.button(
        spoken(),
        type="button",
        data_send="place",
        value=place.letter,
        id=f"notefinder-{place.letter}",
        aria_pressed=str(chosen).lower(),
        aria_label=_("2 stands at {place}").format(place=place.told) if chosen else place.told,
    )[h.sup["2"] if chosen else place.letter]


# ---- the evidence ----


def _judged(letter: str) -> h.Node:
    if not letter:
        return h.p[_("No place is chosen yet. Choose a letter in the text or in the list.")]
    judged = weigh(letter)
    fitting = sum(piece.fits for piece in judged)
    return [
        h.h3[_("Mark 2 at {letter}").format(letter=letter)],
        h.ul[
            [
                h.li[
                    filled(
                        _("{question} Fits. {reason}") if e.fits else _("{question} Speaks against. {reason}"),
                        question=h.strong[_(PIECES[e.piece])],
                        reason=e.why,
                    )
                ]
                for e in judged
            ]
        ],
        h.p[h.strong[_sum(fitting, len(judged))]],
    ]


def _sum(fitting: int, of: int) -> str:
    if fitting == of:
        return _("All five pieces fit here. They show where the mark belongs, not why it is missing in our copy.")
    if not fitting:
        return _("None of the five pieces fits here. Is there a place where more of them do?")
    told = ngettext(
        "One of the five pieces fits here. Is there a place where more of them do?",
        "{n} of the five pieces fit here. Is there a place where more of them do?",
        fitting,
    )
    return told.format(n=fitting)


def _table(letters: Iterable[str]) -> h.Element:
    return h.div(".res-places-table", tabindex="0", role="region", aria_label=_("Places and evidence"))[
        h.table(".res-table")[
            h.thead[h.tr[h.th(scope="col")[_("Place")], [h.th(scope="col")[_(piece)] for piece in PIECES]]],
            h.tbody[list(_rows(letters))],
        ]
    ]


def _rows(letters: Iterable[str]) -> Iterator[h.Element]:
    for letter in letters:
        yield h.tr[
            h.th(scope="row")[letter],
            [h.td[_("fits") if e.fits else _("against")] for e in weigh(letter)],
        ]
