"""Cards to cut out: sets to sort, match and put in order on a table; what belongs together stands on a key apart."""

from __future__ import annotations

import datetime
from collections.abc import Callable
from dataclasses import dataclass

from helpers.language import _
from helpers.paper.table import Table, words
from helpers.resolution import Act, load
from helpers.resources import columns
from helpers.written import commas, said_day


@dataclass(frozen=True, slots=True)
class CardSet:
    """One set of cards: its file name, its title, what to do with it, the cards, and the key.

    Cards stand in alphabetical order, dates in their own, so that a sheet gives nothing away before it is cut.
    ``across`` and ``down`` say how many stand on a page; ``quoted`` that they are the resolution's words.
    """

    name: str
    title: str
    task: str
    cards: tuple[str, ...]
    key: Table
    across: int = 3
    down: int = 8
    quoted: bool = False


def card_sets() -> tuple[CardSet, ...]:
    """All sets of cards in the kit.

    Examples
    --------
    >>> [(cards.name, len(cards.cards)) for cards in card_sets()]
    [('dates', 22), ('instruments', 16), ('paragraphs', 16), ('verbs', 24)]
    """
    return tuple(make() for make in _SETS)


def _paragraphs() -> CardSet:
    resolution = load("A/RES/53/137")
    texts = {p.id: p.text for p in (*resolution.preamble, *resolution.operative)}
    return CardSet(
        "paragraphs",
        _("Sixteen paragraphs"),
        _(
            "Lay the resolution out again: nine paragraphs of the preamble, then seven of the operative part. The "
            "marks at the end of each card help."
        ),
        tuple(sorted(texts.values())),
        Table(
            "paragraphs",
            _("Cards: sixteen paragraphs in their order"),
            ("", _("begins")),
            tuple((element, _beginning(text)) for element, text in texts.items()),
            _("Other orders can be argued for within the preamble; this is the one the Assembly adopted."),
            widths=(0, 1),
            quoted=(1,),
        ),
        across=2,
        down=4,
        quoted=True,
    )


def _beginning(text: str) -> str:
    return " ".join(text.split()[:9]) + " …"


def _verbs() -> CardSet:
    acts: dict[str, list[tuple[str, Act]]] = {}
    for paragraph in load("A/RES/53/137").operative:
        for act in paragraph.acts:
            acts.setdefault(act.verb[0].upper() + act.verb[1:], []).append((paragraph.id, act))
    rows = [
        (verb, commas((_(act.kind), str(act.strength))), commas(place for place, _act in found))
        for verb, found in acts.items()
        for act in [found[0][1]]
    ]
    needed = ("phrase", "part", "kind", "strength", "ga_count")
    others = [r for r in columns("language/openings.csv", *needed) if r["part"] == "operative"]
    often = sorted(others, key=lambda row: (-int(row["ga_count"] or 0), row["phrase"]))
    more = [row for row in often if row["phrase"] not in acts and not row["phrase"].startswith("Also ")]
    more = more[: _VERBS - len(rows)]
    rows += [(row["phrase"], commas((words(row, "kind"), row["strength"])), "–") for row in more]
    rows.sort()
    return CardSet(
        "verbs",
        _("Operative verbs"),
        _(
            "Sort them twice: what asks others, what settles the Assembly’s own work, what says what it thinks; then "
            "from the weakest to the strongest. Give your criterion."
        ),
        tuple(row[0] for row in rows),
        Table(
            "verbs",
            _("Cards: operative verbs"),
            (_("verb"), _("kind and strength (the course’s own reading)"), _("in this resolution")),
            tuple(rows),
            _(
                "Directive: asks, orders or invites others. Internal: the organ’s own decision. Evaluative: all else. "
                "Strength: 1 takes notice, 2 values, 3 invites, 4 asks, 5 settles. The United Nations ranks nothing."
            ),
            widths=(1, 2, 1),
            english=(0,),
        ),
    )


def _instruments() -> CardSet:
    rows = sorted(
        (words(row, "title"), commas((words(row, "adopted_by"), words(row, "adopted_in"))), words(row, "kind"))
        for row in columns("treaty/instruments.csv", "key", "title", "adopted_by", "adopted_in", "kind")
        if row["key"] in _INSTRUMENTS
    )
    titles, places = zip(*((title, place) for title, place, _kind in rows), strict=True)
    return CardSet(
        "instruments",
        _("Instruments and where they were adopted"),
        _("Match each name with the body and the document. Then part the declarations from the treaties."),
        (*titles, *sorted(set(places)), _("Declaration"), _("Treaty")),
        Table(
            "instruments",
            _("Cards: instruments and where they were adopted"),
            (_("instrument"), _("adopted by, in"), _("kind")),
            tuple(rows),
            _("The notes of the resolution name the same documents."),
            widths=(1, 1, 0),
        ),
    )


def _dates() -> CardSet:
    rows = sorted(_events())
    return CardSet(
        "dates",
        _("Days and events"),
        _(
            "Match each event with its day, then lay the days out in a line. How long lies between adoption and entry "
            "into force?"
        ),
        (*sorted(event for _day, event in rows), *(said_day(day) for day in sorted({day for day, _event in rows}))),
        Table(
            "dates",
            _("Cards: days and events"),
            (_("day"), _("event")),
            tuple((said_day(day), event) for day, event in rows),
            _("Source: A/RES/53/137; UN Treaty Collection."),
            widths=(0, 1),
        ),
    )


def _events() -> list[tuple[datetime.date, str]]:
    """The days that the resolution gives, those of the instruments it names, and what came of the Convention."""
    resolution = load("A/RES/53/137")
    asked = next(c.date for c in resolution.citations if c.paragraph == "PP9" and c.date)
    adopted, issued = resolution.adoption.date, resolution.masthead.issued
    assert adopted and issued, "the text of the course's own resolution has both dates"
    rows = columns("treaty/instruments.csv", "key", "title", "adoption_date", "entry_into_force")
    adopted_on = _("{title}: adopted")
    events = [
        (day, adopted_on.format(title=words(row, "title")))
        for row in rows
        if row["key"] in _INSTRUMENTS
        for day in [datetime.date.fromisoformat(row["adoption_date"])]
    ]
    force = next(row["entry_into_force"] for row in rows if row["key"] == "ICRMW")
    return [
        *events,
        (asked, _("The Assembly asks for a report on the Convention (resolution 52/115)")),
        (adopted, _("The Assembly adopts resolution 53/137")),
        (issued, _("The Secretariat issues resolution 53/137")),
        (datetime.date.fromisoformat(force), _("The Convention on migrant workers enters into force")),
    ]


_SETS: tuple[Callable[[], CardSet], ...] = (_dates, _instruments, _paragraphs, _verbs)
_VERBS = 24
#: The rows of ``instruments.csv`` by the names that the resolution prints.
_INSTRUMENTS = frozenset({"UDHR", "ICCPR+ICESCR", "ICERD", "CEDAW", "CRC", "ICRMW", "VDPA"})
