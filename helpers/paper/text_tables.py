"""Tables of the text: its openings, verbs, acts, sources and links, and the parts of its symbol."""

from __future__ import annotations

from helpers.explore.evidence import PIECES, places, weigh
from helpers.explore.ties import KINDS, tied
from helpers.language import N_, _
from helpers.paper.table import Row, Table, figure, is_sure, words
from helpers.paper.text import draft
from helpers.resolution import load, parse
from helpers.resolution.lint import lint
from helpers.resolution.usage import ORGANS
from helpers.resources import columns
from helpers.written import said_day

#: What it means that a rule is broken, as lesson 13 puts it.
LEVELS = {
    "error": N_("the form breaks"),
    "warning": N_("an editor would change it"),
    "advice": N_("good to know"),
}
_OFTEN = 1000


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
        _("Parts of a document symbol"),
        (_("part"), _("place"), _("meaning")),
        tuple((row["code"], words(row, "place"), words(row, "meaning")) for row in rows),
        _(
            "Symbols to compare: A/RES/53/137, this resolution; A/53/230, the report that OP6 notes; S/RES/1325 "
            "(2000), a resolution of the Security Council. Source: UN Dag Hammarskjöld Library, UN document symbols; "
            "General Assembly rules of procedure, rule 98."
        ),
        widths=(0, 0, 1),
        english=(0,),
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
        rows.append((paragraph.id, paragraph.opening, words(row, "function"), figure(row["ga_count"])))
    return Table(
        "openings",
        _("What each opening of the preamble does"),
        ("", _("opens with"), _("what it does (the course’s own reading)"), _("Assembly, sessions 74 to 80")),
        tuple(rows),
        _(
            "How often the words open a preambular paragraph in {count} resolutions of the Assembly, counted in the UN "
            "Secretariat’s own XML."
        ).format(count=_counted()["ga"]),
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
        _("Operative verbs: what each commits, and how often it is used"),
        (_("verb"), _("what it does"), _("strength"), _("Assembly"), _("Council"), _("Human Rights")),
        tuple(
            (row["phrase"], words(row, "function"), row["strength"], *(figure(row[f"{o.id}_count"]) for o in ORGANS))
            for row in shown
        ),
        _(
            "Functions and strength (1 takes notice, 2 values, 3 invites, 4 asks, 5 settles) are the course’s own "
            "reading; the United Nations publishes no ranking. Counted in italics at the head of a paragraph in {ga} "
            "resolutions of the Assembly (sessions 74 to 80), {sc} of the Security Council and {hrc} of the Human "
            "Rights Council."
        ).format(**_counted()),
        widths=(2, 2, 0, 0, 0, 0),
        english=(0,),
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
        _("Who must do what by when"),
        ("", _("the Assembly …"), _("whom"), _("what"), _("when")),
        tuple(rows),
        _(
            "Every verb of which the Assembly is the subject, in the resolution’s own words; only ‘the "
            "Secretary-General’ in OP6 stands for “him”."
        ),
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
        (c.paragraph, c.title or c.symbol or "", said_day(c.date) if c.date else "–")
        for c in resolution.citations
        if c.paragraph != "MH"
    ]
    return Table(
        "sources",
        _("What each paragraph and note cites"),
        ("", _("document, treaty or conference"), _("day that the text gives")),
        tuple(rows),
        _("The mark of note 2 is missing in our copy; lesson 11 asks where it belongs."),
        widths=(0, 1, 0),
        english=(1,),
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
        _("Which paragraphs belong together"),
        ("", "", _("by"), _("namely")),
        tuple((tie.first, tie.second, _(KINDS[tie.kind][1]), tie.told) for tie in ties),
        _("Links marked ‘reading’ are the course’s own; the words of the text show the others."),
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
    yes, no = _("yes"), _("no")
    rows = [(place.told, *(yes if piece.fits else no for piece in weigh(place.letter)), "_" * 6) for place in places()]
    return Table(
        "evidence",
        _("Where the mark of note 2 may stand"),
        (_("place in PP1"), *map(_, PIECES.values()), _("yours")),
        tuple(rows),
        _("‘Yes’ and ‘no’ are the course’s own reading of the evidence. Which place do you choose? Write why."),
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
    levels = {level: _(broken) for level, broken in LEVELS.items()}
    return Table(
        "drafting-rules",
        _("Drafting rules"),
        (_("rule"), _("reason"), _("if broken")),
        tuple((words(row, "rule"), words(row, "reason"), levels[row["level"]]) for row in rows),
        _(
            "Some rules rest on a manual of the United Nations, some on a count of {count} resolutions of the "
            "Assembly, some are the course’s own advice; lesson 13 shows which."
        ).format(count=_counted()["ga"]),
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
        _("A draft to mend: what is wrong with it"),
        (_("where"), _("what"), _("how bad")),
        tuple((one.element or "–", one.message, _(LEVELS[one.rule.level])) for one in found),
        _("Other changes may be good too; these are what the drafting rules find."),
        widths=(0, 1, 0),
    )


def _counted() -> dict[str, str]:
    """How many resolutions of each organ were counted, by its id."""
    return {organ.id: figure(str(organ.resolutions)) for organ in ORGANS}


def _phrases(part: str) -> list[Row]:
    needed = ("phrase", "part", "function", "strength", *(f"{organ.id}_count" for organ in ORGANS))
    return [row for row in columns("language/openings.csv", *needed) if row["part"] == part]
