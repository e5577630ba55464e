"""The data that ship with the course: described, valid, and the text untouched."""

import csv
import hashlib
import json
from pathlib import Path

import pytest
from frictionless import Package

DATA = Path(__file__).resolve().parents[2] / "data"
PACKAGE = json.loads((DATA / "datapackage.json").read_text(encoding="utf-8"))


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def test_every_table_keeps_its_schema() -> None:
    """Types, required cells, enumerations, keys and the text's checksum, by the Frictionless library."""
    report = Package(str(DATA / "datapackage.json")).validate()
    problems = report.flatten(["title", "rowNumber", "fieldName", "message"])
    assert report.valid, problems


def test_every_file_is_described() -> None:
    """A table nobody describes has no source and no licence."""
    described = {resource["path"] for resource in PACKAGE["resources"]}
    present = {
        path.relative_to(DATA).as_posix()
        for path in DATA.rglob("*")
        if path.is_file() and path.name not in {"datapackage.json", "SOURCES.md"}
    }
    assert present == described


@pytest.mark.parametrize("resource", PACKAGE["resources"], ids=lambda resource: resource["name"])
def test_every_resource_names_source_and_licence(resource: dict[str, object]) -> None:
    """And SOURCES.md has a section on it."""
    assert resource["sources"] and resource["licenses"]
    assert f"## {resource['path']}" in (DATA / "SOURCES.md").read_text(encoding="utf-8")


def test_the_text_is_the_owners_byte_for_byte() -> None:
    raw = (DATA / "resolutions/a_res_53_137.txt").read_bytes()
    assert len(raw) == 4656
    assert hashlib.sha256(raw).hexdigest() == "c845a374a7712a50f4599e26c2b6df5c7ade627c516cf37e2d95d2b170f9f38f"


def test_sources_say_whose_publication_this_is_not() -> None:
    text = (DATA / "SOURCES.md").read_text(encoding="utf-8")
    assert "not a publication of the United Nations" in text
    assert "publishes no ranking" in text


def test_strength_belongs_to_operative_phrases_only() -> None:
    """A participle asks nothing of anyone."""
    for row in rows("language/openings.csv"):
        assert bool(row["strength"]) == (row["part"] == "operative"), row["phrase"]


@pytest.mark.parametrize(
    ("phrase", "kind", "strength"),
    [
        ("Decides", "internal", "5"),  # the organ's own decision, whatever follows
        ("Requests", "directive", "4"),
        ("Reiterates its request", "directive", "4"),  # an old request made again
        ("Recalls its request", "evaluative", "2"),  # an old request only remembered
        ("Invites", "directive", "3"),
        ("Welcomes", "evaluative", "2"),
        ("Takes note", "evaluative", "1"),
        ("Expresses its intention", "internal", "5"),
    ],
)
def test_kind_follows_the_definitions(phrase: str, kind: str, strength: str) -> None:
    row = next(row for row in rows("language/openings.csv") if row["phrase"] == phrase)
    assert row["kind"] == kind
    if phrase != "Recalls its request":
        assert row["strength"] == strength


def test_the_openings_of_the_resolution_are_listed() -> None:
    """Its sixteen paragraphs use these phrases."""
    phrases = {row["phrase"] for row in rows("language/openings.csv")}
    assert {
        "Reaffirming once more",
        "Bearing in mind",
        "Reiterating",
        "Aware",
        "Considering",
        "Underlining",
        "Recalling",
        "Expresses its deep concern",
        "Welcomes",
        "Calls upon",
        "Expresses the hope",
        "Requests",
        "Invites",
        "Takes note",
        "Decides",
    } <= phrases


def test_official_titles_keep_their_commas() -> None:
    titles = {row["key"]: row["title"] for row in rows("treaty/instruments.csv")}
    assert titles["ICESCR"] == "International Covenant on Economic, Social and Cultural Rights"


def test_dates_of_the_convention() -> None:
    """Adopted 1990, in force 2003: thirteen years that the lessons explain."""
    row = next(row for row in rows("treaty/instruments.csv") if row["key"] == "ICRMW")
    assert (row["adoption_date"], row["entry_into_force"]) == ("1990-12-18", "2003-07-01")


def test_masthead_values_stand_in_the_text() -> None:
    """Dates and the session number are written out on the page; everything else is literal."""
    text = (DATA / "resolutions/a_res_53_137.txt").read_text(encoding="utf-8")
    printed = {
        "MH.distribution": "Distr.\nGENERAL",
        "MH.issued": "1 March 1999",
        "MH.session": "Fifty-third session",
        "CL": "85th plenary meeting\n9 December 1998",
    }
    found = rows("resolutions/masthead.csv")
    assert [row["field"] for row in found][:8] == [
        "MH.organ",
        "MH.distribution",
        "MH.symbol",
        "MH.issued",
        "MH.session",
        "MH.item",
        "MH.report",
        "MH.title",
    ]
    for row in found:
        assert printed.get(row["field"], row["value"]) in text, row["field"]
