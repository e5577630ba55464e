"""Tables of the text: its openings, verbs, acts, sources and links, and the parts of its symbol."""

from __future__ import annotations

from helpers.explore.evidence import PIECES, places, weigh
from helpers.explore.ties import KINDS, tied
from helpers.paper.table import Row, Table, figure, is_sure
from helpers.paper.text import draft
from helpers.resolution import load, parse
from helpers.resolution.dates import said
from helpers.resolution.lint import lint
from helpers.resources import columns

#: What it means that a rule is broken, as lesson 13 puts it.
LEVELS = {"error": "the form breaks", "warning": "an editor would change it", "advice": "good to know"}
_OFTEN = 1000
_ORGANS = ("ga", "sc", "hrc")


def symbols() -> Table:
    """The parts of which symbols are made, as the UN library explains them.

    Examples
    --------
    >>> symbols().rows[0]
    ('A', 'organ', 'General Assembly')
    """
    rows = [row for row in columns("language/symbols.csv", "code", "place", "meaning", "confidence") if is_sure(row)]
    return Table(
        "symbols",
        "Parts of a document symbol",
        ("part", "place", "meaning"),
        tuple((row["code"], row["place"], row["meaning"]) for row in rows),
        "Symbols to compare: A/RES/53/137, this resolution; A/53/230, the report that OP6 notes; S/RES/1325 (2000), a "
        "resolution of the Security Council. Source: UN Dag Hammarskjöld Library, UN document symbols; General "
        "Assembly rules of procedure, rule 98.",
        widths=(0, 0, 1),
        explorers=("symbol",),
    )


def openings() -> Table:
    """What each of the nine openings does, and how often the Assembly uses it.

    Examples
    --------
    >>> openings().rows[3]
    ('PP4', 'Aware', 'notes a situation', '270')
    """
    known = {row["phrase"]: row for row in _phrases("preamble")}
    rows = []
    for paragraph in load("A/RES/53/137").preamble:
        row = known[paragraph.opening]
        rows.append((paragraph.id, paragraph.opening, row["function"], figure(row["ga_count"])))
    return Table(
        "openings",
        "What each opening of the preamble does",
        ("", "opens with", "what it does (the course’s own reading)", "Assembly, sessions 74 to 80"),
        tuple(rows),
        "How often the words open a preambular paragraph in 2,245 resolutions of the Assembly, counted in the UN "
        "Secretariat’s own XML.",
        widths=(0, 1, 2, 1),
        quoted=(1,),
        explorers=("preamble",),
    )


def verbs() -> Table:
    """The verbs of the resolution and the most frequent others, with what they commit.

    Examples
    --------
    >>> verbs().rows[1][:3]
    ('Requests', 'asks', '4')
    """
    rows = sorted(_phrases("operative"), key=lambda row: (-int(row["ga_count"] or 0), row["phrase"]))
    used = {act.verb.casefold() for act in load("A/RES/53/137").acts}
    shown = [row for row in rows if row["phrase"].casefold() in used or int(row["ga_count"] or 0) >= _OFTEN]
    return Table(
        "verbs",
        "Operative verbs: what each commits, and how often it is used",
        ("verb", "what it does", "strength", "Assembly", "Council", "Human Rights"),
        tuple(
            (row["phrase"], row["function"], row["strength"], *(figure(row[f"{organ}_count"]) for organ in _ORGANS))
            for row in shown
        ),
        "Functions and strength (1 takes notice, 2 values, 3 invites, 4 asks, 5 settles) are the course’s own reading; "
        "the United Nations publishes no ranking. Counted in italics at the head of a paragraph in 2,245 resolutions "
        "of the Assembly (sessions 74 to 80), 1,561 of the Security Council and 188 of the Human Rights Council.",
        widths=(2, 2, 0, 0, 0, 0),
        explorers=("verbs",),
    )


def acts() -> Table:
    """Who must do what by when, one row for each verb of which the Assembly is the subject.

    Examples
    --------
    >>> len(acts().rows)
    10
    """
    resolution = load("A/RES/53/137")
    rows = [
        (p.id, act.verb, act.resolved or act.addressee or "–", act.action or "–", act.deadline or "–")
        for p in resolution.operative
        for act in p.acts
    ]
    return Table(
        "acts",
        "Who must do what by when",
        ("", "the Assembly …", "whom", "what", "when"),
        tuple(rows),
        "Every verb of which the Assembly is the subject, in the resolution’s own words; only ‘the Secretary-General’ "
        "in OP6 stands for “him”.",
        widths=(0, 3, 4, 6, 3),
        quoted=(1, 2, 3, 4),
        explorers=("duties",),
    )


def sources() -> Table:
    """What each paragraph and note cites.

    Examples
    --------
    >>> sources().rows[-1]
    ('FN7', 'A/53/230', '–')
    """
    resolution = load("A/RES/53/137")
    rows = [
        (c.paragraph, c.title or c.symbol or "", said(c.date) if c.date else "–")
        for c in resolution.citations
        if c.paragraph != "MH"
    ]
    return Table(
        "sources",
        "What each paragraph and note cites",
        ("", "document, treaty or conference", "day that the text gives"),
        tuple(rows),
        "The mark of note 2 is missing in our copy; lesson 11 asks where it belongs.",
        widths=(0, 1, 0),
        explorers=("network",),
    )


def links() -> Table:
    """Which paragraphs belong together, and what shows it.

    Examples
    --------
    >>> {row[2] for row in links().rows} >= {'source', 'reading'}
    True
    """
    ties = tied(load("A/RES/53/137"))
    return Table(
        "links",
        "Which paragraphs belong together",
        ("", "", "by", "namely"),
        tuple((tie.first, tie.second, KINDS[tie.kind][1], tie.told) for tie in ties),
        "Links marked ‘reading’ are the course’s own; the words of the text show the others.",
        widths=(0, 0, 0, 1),
        explorers=("crossrefs",),
    )


def evidence() -> Table:
    """What speaks for and against each place for the lost mark of note 2.

    Examples
    --------
    >>> evidence().rows[3][1:6]
    ('yes', 'yes', 'yes', 'no', 'yes')
    """
    rows = [
        (place.told, *("yes" if piece.fits else "no" for piece in weigh(place.letter)), "_" * 6) for place in places()
    ]
    return Table(
        "evidence",
        "Where the mark of note 2 may stand",
        ("place in PP1", *PIECES.values(), "yours"),
        tuple(rows),
        "‘Yes’ and ‘no’ are the course’s own reading of the evidence. Which place do you choose? Write why.",
        widths=(5, 3, 3, 3, 3, 3, 0),
        explorers=("notefinder",),
    )


def rules() -> Table:
    """The drafting rules, each with its reason.

    Examples
    --------
    >>> rules().rows[0][0]
    'Open with the name of the organ that speaks.'
    """
    rows = columns("language/drafting_rules.csv", "level", "rule", "reason")
    return Table(
        "drafting-rules",
        "Drafting rules",
        ("rule", "reason", "if broken"),
        tuple((row["rule"], row["reason"], LEVELS[row["level"]]) for row in rows),
        "Some rules rest on a manual of the United Nations, some on a count of 2,245 resolutions of the Assembly, some "
        "are the course’s own advice; lesson 13 shows which.",
        widths=(3, 3, 0),
    )


def mended() -> Table:
    """The key of the draft to mend: what is wrong with it, and where.

    Examples
    --------
    >>> mended().rows[0]
    ('EW', '‘The General Assembly’ ends without a comma', 'an editor would change it')
    """
    found = lint(parse(draft()))
    return Table(
        "draft-to-mend",
        "A draft to mend: what is wrong with it",
        ("where", "what", "how bad"),
        tuple((one.element or "–", one.message, LEVELS[one.rule.level]) for one in found),
        "Other changes may be good too; these are what the drafting rules find.",
        widths=(0, 1, 0),
    )


def _phrases(part: str) -> list[Row]:
    needed = ("phrase", "part", "function", "strength", *(f"{organ}_count" for organ in _ORGANS))
    return [row for row in columns("language/openings.csv", *needed) if row["part"] == part]
