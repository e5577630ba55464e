"""Mastheads: the fields of 53/137 with their places, then the layouts of other organs and decades."""

import datetime

import pytest

from helpers.resolution import load, parse

BODY = "\n\nNoting it,\n\n1. Decides to act.\n"

# field, value, what its span shows in the source
FIELDS = [
    ("organ", "General Assembly", "General Assembly"),
    ("symbol", "A/RES/53/137", "A/RES/53/137"),
    ("distribution", "GENERAL", "Distr.\nGENERAL"),
    ("issued", datetime.date(1999, 3, 1), "1 March 1999"),
    ("session", 53, "Fifty-third session"),
    ("agenda_item", "110 (a)", "Agenda item 110 (a)"),
    ("committee", "Third Committee", "Third Committee"),
    (
        "report",
        "A/53/625/Add.1",
        "RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY\n\n[on the report of the Third Committee (A/53/625/Add.1)]",
    ),
    ("number", "53/137", "53/137"),
    (
        "title",
        "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families",
        "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families",
    ),
]


@pytest.mark.parametrize(("field", "value", "shown"), FIELDS)
def test_every_field_of_53_137(field, value, shown):
    """Each field has its value, and its span shows what was printed."""
    resolution = load("A/RES/53/137")
    assert getattr(resolution.masthead, field) == value
    assert resolution.source[slice(*resolution.masthead.spans[field])] == shown


def test_adoption_line_of_53_137():
    """The adoption line has a place of its own."""
    resolution = load("A/RES/53/137")
    span = resolution.masthead.spans["adoption"]
    assert resolution.source[slice(*span)] == "RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY"


LAYOUTS = [
    (
        "the Assembly today: one line for distribution, the item's title below it, a wrapped title",
        "United Nations\n\nA/RES/79/3\n\nGeneral Assembly\n\nDistr.: General\n11 October 2024\n\n"
        "Seventy-ninth session\n"
        "Agenda item 143\nScale of birds\n\nResolution adopted by the General Assembly on 9 October 2024\n\n"
        "[on the report of the Fifth Committee (A/79/390, para. 7)]\n\n79/3. Scale of birds and of\nfish\n\n"
        "The General Assembly,",
        {
            "organ": "General Assembly",
            "symbol": "A/RES/79/3",
            "distribution": "General",
            "session": 79,
            "issued": datetime.date(2024, 10, 11),
            "agenda_item": "143",
            "committee": "Fifth Committee",
            "report": "A/79/390",
            "number": "79/3",
            "title": "Scale of birds and of fish",
        },
    ),
    (
        "without a Main Committee there is a draft, but no committee",
        "A/RES/77/322\n\n[RESOLUTION ADOPTED BY THE GENERAL ASSEMBLY]\n\nRESOLUTION ADOPTED BY THE "
        "GENERAL ASSEMBLY\n\n"
        "[without reference to a Main Committee (A/77/L.90)]\n\n77/322. Birds\n\nThe General Assembly,",
        {"committee": None, "report": "A/77/L.90", "title": "Birds"},
    ),
    (
        "the Human Rights Council prints the Assembly's name first, and the days of its session",
        "United Nations\n\nA/HRC/RES/59/22\n\nGeneral Assembly\n\nDistr.: General\n9 July 2025\n"
        "Original: English\n\n"
        "Human Rights Council\nFifty-ninth session\n16 June–8 July 2025\nAgenda items 2 and 10\n\n"
        "Resolution adopted by the Human Rights Council on 8 July 2025\n\n59/22. Birds\n\nThe Human "
        "Rights Council,",
        {
            "organ": "Human Rights Council",
            "symbol": "A/HRC/RES/59/22",
            "session": 59,
            "agenda_item": "2 and 10",
            "issued": datetime.date(2025, 7, 9),
            "number": "59/22",
            "title": "Birds",
            "report": None,
        },
    ),
    (
        "the Economic and Social Council counts sessions by years",
        "E/RES/2021/12\n\n2021 session\nAgenda item 18 (g)\n\nResolution adopted by the Economic and "
        "Social Council on "
        "8 June 2021\n\n[on the recommendation of the Committee of Experts\non Birds (E/2021/44)]\n\n"
        "2021/12. Birds\n\n"
        "The Economic and Social Council,",
        {
            "session": 2021,
            "agenda_item": "18 (g)",
            "committee": "Committee of Experts on Birds",
            "report": "E/2021/44",
            "number": "2021/12",
            "title": "Birds",
        },
    ),
    (
        "the Security Council has a number and no title",
        "S/RES/1958 (2010)\n\nSecurity Council\n\nDistr.: General\n15 December 2010\n\nResolution 1958 "
        "(2010)\n\n"
        "Adopted by the Security Council at its 6450th meeting, on 15 December 2010\n\nThe Security Council,",
        {"organ": "Security Council", "symbol": "S/RES/1958 (2010)", "number": "1958 (2010)", "title": None},
    ),
    (
        "special sessions carry a letter in their number",
        "A/RES/ES-11/5\n\nEleventh emergency special session\nAgenda item 5\n\nES-11/5. Birds\n\nThe General Assembly,",
        {"symbol": "A/RES/ES-11/5", "session": 11, "number": "ES-11/5", "title": "Birds"},
    ),
    (
        "the first sessions numbered in Roman figures",
        "217 (III). International Bill of Birds\n\nThe General Assembly,",
        {"number": "217 (III)", "title": "International Bill of Birds", "symbol": None},
    ),
    (
        "a title without a number is the last thing nothing else explains",
        "A/RES/1/2\n\nOn Birds\n\nThe General Assembly,",
        {"number": None, "title": "On Birds"},
    ),
    ("nothing but enacting words", "The General Assembly,", {"organ": "General Assembly", "symbol": None}),
]


@pytest.mark.parametrize(("why", "head", "fields"), LAYOUTS, ids=[row[0] for row in LAYOUTS])
def test_layouts(why, head, fields):
    """Each layout gives these fields."""
    masthead = parse(head + BODY).masthead
    assert {name: getattr(masthead, name) for name in fields} == fields


ADOPTIONS = [
    (
        "closing lines",
        "A/RES/1/1\n\nThe General Assembly,",
        "\n5th plenary meeting\n3 May 1990\n",
        "5th plenary meeting",
    ),
    ("in one line", "The General Assembly,", "\n5th plenary meeting, 3 May 1990\n", "5th plenary meeting"),
    (
        "resumed",
        "The General Assembly,",
        "\n56th (resumed) plenary meeting\n3 May 1990",
        "56th (resumed) plenary meeting",
    ),
    ("a date alone", "The General Assembly,", "\n3 May 1990\n", None),
    (
        "the Security Council says it above the text",
        "Resolution 5 (1990)\n\nAdopted by the Security Council at its 5th meeting,\non 3 May 1990\n\n"
        "The Security Council,",
        "",
        "5th meeting",
    ),
    (
        "a page break between the two closing lines",
        "A/RES/1/1\n\nThe General Assembly,",
        "\n5th plenary meeting\n\n2/2\n\nA/RES/1/1\n\n3 May 1990\n",
        "5th plenary meeting",
    ),
]


@pytest.mark.parametrize(("why", "head", "tail", "meeting"), ADOPTIONS, ids=[row[0] for row in ADOPTIONS])
def test_adoption(why, head, tail, meeting):
    """Meeting and date, wherever they are printed."""
    adoption = parse(head + BODY + tail).adoption
    assert (adoption.meeting, adoption.date) == (meeting, datetime.date(1990, 5, 3))
