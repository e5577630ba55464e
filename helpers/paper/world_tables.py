"""Tables of the world round the text: instruments, deposits, the Convention, migrant stock, other resolutions."""

from __future__ import annotations

from helpers.language import N_, _
from helpers.paper.table import Table, day, is_sure, words
from helpers.resources import columns
from helpers.written import figure

#: The rows of ``instruments.csv`` that the resolution names, the two Covenants each by its own name.
_NAMED = frozenset({"UDHR", "ICESCR", "ICCPR", "ICERD", "CEDAW", "CRC", "ICRMW", "VDPA"})
_APPLIES = {"none": N_("not covered"), "three": N_("part III"), "both": N_("parts III and IV")}
_BOX = "□"
_MOST = 10
#: Countries that lessons speak of and that are not among those with most migrants.
_TAUGHT = ("Côte d’Ivoire",)


def instruments() -> Table:
    """The instruments that the preamble names: by whom they were adopted, and since when treaties are in force.

    Examples
    --------
    >>> instruments().rows[-1][-1]
    '–'
    """
    rows = columns(
        "treaty/instruments.csv", "key", "title", "adopted_by", "adopted_in", "adoption_date", "entry_into_force"
    )
    return Table(
        "instruments",
        _("The instruments behind the preamble"),
        (_("instrument"), _("kind"), _("adopted by"), _("in"), _("on"), _("in force from")),
        tuple(
            (
                words(row, "title"),
                words(row, "kind"),
                words(row, "adopted_by"),
                words(row, "adopted_in"),
                day(row["adoption_date"]),
                day(row["entry_into_force"]),
            )
            for row in rows
            if row["key"] in _NAMED
        ),
        _("A declaration does not enter into force. Source: A/RES/53/137; UN Treaty Collection, 3 February 2026."),
        widths=(5, 0, 3, 4, 3, 3),
        explorers=("timeline",),
    )


def deposits() -> Table:
    """The States that have signed, ratified or acceded, in the order of their deposits.

    Examples
    --------
    >>> deposits().rows[0]
    ('Egypt', '–', '19 February 1993', 'accession')
    """
    rows = columns("treaty/participants.csv", "state", "signature", "instrument", "instrument_kind")
    rows = tuple(sorted(rows, key=lambda row: (row["instrument"] or "9999", words(row, "state"))))
    return Table(
        "deposits",
        _("Signatures and deposits of the Convention, by day of deposit"),
        (_("State"), _("signed"), _("deposited"), _("which was")),
        tuple(
            (words(r, "state"), day(r["signature"]), day(r["instrument"]), words(r, "instrument_kind") or "–")
            for r in rows
        ),
        _(
            "Article 87: in force on the first day of the month that follows three months after the twentieth deposit; "
            "for a later State, after its own. Before that, a State that has ratified or acceded is a contracting "
            "State. Source: UN Treaty Collection, chapter IV-13, status of 3 February 2026."
        ),
        widths=(1, 0, 0, 0),
        explorers=("clock", "worldmap"),
    )


def convention() -> Table:
    """The nine parts of the Convention, and whom each covers.

    Examples
    --------
    >>> len(convention().rows)
    9
    """
    rows = columns("treaty/convention_parts.csv", "part", "heading", "first_article", "last_article", "covers")
    return Table(
        "convention",
        _("The nine parts of the Convention"),
        (_("part"), _("heading"), _("articles"), _("whom it covers")),
        tuple(
            (r["part"], words(r, "heading"), f"{r['first_article']}–{r['last_article']}", words(r, "covers"))
            for r in rows
        ),
        _("93 articles. The table of the articles says what each is about."),
        widths=(0, 4, 0, 3),
        explorers=("outline",),
    )


def articles() -> Table:
    """What each article of the Convention is about.

    Examples
    --------
    >>> articles().rows[0][0]
    '1'
    """
    rows = columns("treaty/convention_articles.csv", "article", "about", "confidence")
    return Table(
        "articles",
        _("The articles of the Convention"),
        (_("article"), _("about")),
        tuple((row["article"], words(row, "about")) for row in rows if is_sure(row)),
        _("In the course’s words, not the treaty’s. Articles whose text we have not seen twice are left out."),
        widths=(0, 1),
    )


def people() -> Table:
    """Invented people to place with three articles; the answers stand apart.

    Examples
    --------
    >>> people().rows[1][0]
    'A cook works in a restaurant abroad. His permission to stay ran out last year.'
    """
    rows = columns("treaty/coverage_cases.csv", "case")
    return Table(
        "people-to-place",
        _("People to place"),
        (_("who"), *map(_, _APPLIES.values()), _("by article")),
        tuple((words(row, "case"), *(_BOX,) * 3, "") for row in rows),
        _(
            "All are invented. Article 2 lets in: paid activity, now, before or to come, in a State of which one is "
            "not a national. Article 3 takes out some groups. Article 5 asks for permission to enter, to stay and to "
            "work."
        ),
        widths=(6, 0, 0, 0, 2),
    )


def placed() -> Table:
    """The key of the people to place.

    Examples
    --------
    >>> placed().rows[1][1:3]
    ('part III', '2 (1), 5 (b)')
    """
    rows = columns("treaty/coverage_cases.csv", "case", "applies", "articles", "reason")
    applies = {parts: _(name) for parts, name in _APPLIES.items()}
    return Table(
        "people-to-place",
        _("People to place: which parts apply, and why"),
        (_("who"), _("applies"), _("articles"), _("reason")),
        tuple((words(row, "case"), applies[row["applies"]], row["articles"], words(row, "reason")) for row in rows),
        _("The reasons are in the course’s words."),
        widths=(3, 0, 2, 4),
    )


def stock() -> Table:
    """How many migrants there were in the world, its regions and some countries, in millions.

    Examples
    --------
    >>> stock().rows[0][:2], stock().rows[-1][:2]
    (('World', '153.0'), ('Côte d’Ivoire', '1.8'))
    """
    rows = columns("migration/migrant_stock.csv", "name", "kind", "year", "migrants")
    figures = {(row["name"], row["year"]): int(row["migrants"]) for row in rows if row["migrants"]}
    years = sorted({row["year"] for row in rows})
    wide = dict.fromkeys(row["name"] for row in rows if row["kind"] in ("world", "region"))
    countries = {row["name"] for row in rows} - wide.keys()
    most = sorted(countries, key=lambda name: -figures.get((name, years[-1]), 0))[:_MOST]
    return Table(
        "migrant-stock",
        _("International migrant stock by region and country"),
        (_("millions"), *years),
        tuple(
            (_(name), *(_millions(figures.get((name, year))) for year in years)) for name in (*wide, *most, *_TAUGHT)
        ),
        _(
            "Regions; the ten countries with most migrants in 2019; Côte d’Ivoire, of which lesson 5 speaks. A stock "
            "on a day of each year, not a flow in a year: everybody who lives outside the country of birth or "
            "citizenship, refugees and people who do not work included. Part of the figure of 1990 became "
            "international when States dissolved. Source: United Nations, International Migrant Stock 2019 (CC BY 3.0 "
            "IGO)."
        ),
        numbers=True,
        explorers=("stock",),
    )


def _millions(people: int | None) -> str:
    return "–" if people is None else figure(people / 1e6, ".1f")


def series() -> Table:
    """The resolutions before and after this one, as far as they were seen in a document.

    Examples
    --------
    >>> series().rows[0][0]
    'A/RES/34/172'
    """
    rows = columns("resolutions/series.csv", "symbol", "subject", "adopted", "vote", "confidence")
    return Table(
        "series",
        _("Resolutions before and after"),
        (_("symbol"), _("subject"), _("adopted on"), _("vote (yes–no–abstaining)")),
        tuple((r["symbol"], words(r, "subject"), day(r["adopted"]), _vote(r["vote"])) for r in rows if is_sure(r)),
        _("Only those whose day or subject was seen in a document or in two copies. ‘–’: not known to us."),
        widths=(0, 1, 0, 0),
        explorers=("cycle",),
    )


def _vote(vote: str) -> str:
    """A count as it is, words in the language that is spoken."""
    return vote if vote[:1].isdecimal() else _(vote) or "–"
