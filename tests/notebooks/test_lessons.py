"""Every lesson keeps the conventions, and every quotation, date and figure in it is in data/."""

from __future__ import annotations

import ast
import datetime
import itertools
import json
import re
from collections import Counter
from functools import cache
from typing import Any

import pytest

from helpers.figures.dates import moments, said
from helpers.quiz.catalog import questions
from helpers.resolution import load
from helpers.resolution.quote import misquoted, unverified
from helpers.resources import assignments_path, lessons_path, read_table

RESOLUTION = load("A/RES/53/137")
IDS = {element.id for element in RESOLUTION.elements}
LESSONS = [path.name for path in sorted(lessons_path().glob("*.ipynb"))]
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"

#: What lessons put in quotation marks that is not the resolution's: wrong sentences to be corrected, names, wordings.
NOT_QUOTED = {
    "in March 1999 the Assembly called upon States",
    "the Third Committee adopted resolution 53/137",
    "the Committee only reported",
    "resolution 52 of the year 1915",
    "UN document symbols",
    "the fourth preambular paragraph",
    "paragraph 4",
    "to aware",
    "to consider",
    "to recall",
    "to underline",
    "Distr. GENERAL",
    "PP4",
    "A",
    "53",
    "decides",
    "welcomes",
    "requests",
    "consider",
}


@cache
def notebook(name: str) -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads((lessons_path() / name).read_text("utf-8"))
    return loaded


def sources(name: str, kind: str) -> list[str]:
    return ["".join(cell["source"]) for cell in notebook(name)["cells"] if cell["cell_type"] == kind]


def strings(name: str) -> list[str]:
    """Every string of a lesson's code: prompts, options, reasons."""
    return [
        node.value
        for source in sources(name, "code")
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]


def prose(name: str) -> str:
    return "\n".join([*sources(name, "markdown"), *strings(name)])


@pytest.mark.parametrize("name", LESSONS)
def test_every_quotation_is_verbatim(name: str) -> None:
    """A blockquote is the text of the element that it names, or a part of it."""
    assert [problem for source in sources(name, "markdown") for problem in misquoted(RESOLUTION, source)] == []


@pytest.mark.parametrize("name", LESSONS)
def test_what_stands_in_quotation_marks_is_in_the_text(name: str) -> None:
    """Short quotations in our sentences are the resolution's own words, or on a list of what they are."""
    assert set(unverified(RESOLUTION, prose(name))) - NOT_QUOTED == set()


def known_dates() -> set[str]:
    """Every day that data/ gives."""
    days = {moment.day for moment in moments()} | {c.date for c in RESOLUTION.citations if c.date}
    for row in read_table("treaty/instruments.csv"):
        for column in ("adoption_date", "opened_for_signature", "entry_into_force"):
            if row[column]:
                days.add(datetime.date.fromisoformat(row[column]))
    return {said(day) for day in days} | {row["as_written"] for row in read_table("facts.csv")}


@pytest.mark.parametrize("name", LESSONS)
def test_every_date_is_in_the_data(name: str) -> None:
    """No day is written that neither the resolution nor a table gives."""
    written = set(re.findall(rf"\b\d{{1,2}} (?:{MONTHS}) \d{{4}}\b", prose(name)))
    assert written - known_dates() == set()


@pytest.mark.parametrize("name", LESSONS)
def test_every_figure_is_in_the_data(name: str) -> None:
    """Numbers of two digits or more are the resolution's, a fact's, a lesson's minutes, or computed."""
    known = set(re.findall(r"\d[\d.,]*\d", RESOLUTION.source))
    for row in read_table("facts.csv"):
        known |= set(re.findall(r"\d[\d.,]*\d", " ".join(row.values())))
    known |= set(
        re.findall(r"\d[\d.,]*\d", " ".join(row["adoption_date"] for row in read_table("treaty/instruments.csv")))
    )
    known |= {"1990", "1997", "1998", "1999", "1915"}  # years of dates above; 1915 is somebody's mistake
    text = re.sub(r"\(\d\d_\w+\.ipynb\)", "", prose(name))
    text = re.sub(r"\*\d+ minutes|progress\.json|\b(?:OP|PP|FN)\d+\b", "", text)
    text = re.sub(r"45 minutes", "", text)  # a class
    written = set(re.findall(r"\d[\d.,]*\d", text))
    assert {figure.strip(".,") for figure in written} - known == set()


@pytest.mark.parametrize("row", read_table("facts.csv"), ids=lambda row: row["key"])
def test_every_fact_is_used_and_high(row: dict[str, str]) -> None:
    """The table holds what lessons say, and lessons say nothing below "high" without a word of caution."""
    assert any(row["as_written"] in prose(name) for name in LESSONS), row["as_written"]
    assert row["confidence"] == "high" or row["as_written"].startswith("about")


@pytest.mark.parametrize("name", LESSONS)
def test_conventions(name: str) -> None:
    """Title, minutes and objectives first; hidden code of one statement; next lesson last; python3; outputs kept."""
    book = notebook(name)
    first, last = sources(name, "markdown")[0], sources(name, "markdown")[-1]
    assert re.match(r"# [^\n]+\n\n\*\d+ minutes · ", first)
    assert "At the end you will be able to" in first
    assert "## Key points" in last
    assert "## Where to read on" in last
    assert book["metadata"]["kernelspec"]["name"] == "python3"
    assert book["metadata"]["specta"]["hideTopbar"] == "Yes"
    assert len({cell["id"] for cell in book["cells"]}) == len(book["cells"])
    for number, cell in enumerate(c for c in book["cells"] if c["cell_type"] == "code"):
        body = ast.parse("".join(cell["source"])).body
        assert cell["metadata"]["jupyter"]["source_hidden"]
        assert len(body) == (2 if questions("".join(cell["source"])) else 1)
        assert cell["execution_count"] == number + 1, "run the lesson in order before committing it"
        kinds = {kind for output in cell["outputs"] for kind in output.get("data", {})}
        assert kinds <= {"text/plain", "text/html"}


@pytest.mark.parametrize("name", LESSONS)
def test_headings_go_down_one_step_at_a_time(name: str) -> None:
    """One first-level heading, then second-level ones: a screen reader's outline has no hole."""
    levels = [len(marks) for marks in re.findall(r"^(#+) ", "\n".join(sources(name, "markdown")), re.MULTILINE)]
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))


@pytest.mark.parametrize("name", LESSONS)
def test_links_lead_to_lessons_that_exist(name: str) -> None:
    """Every link in a lesson is to another lesson of this course, or to an assignment."""
    targets = re.findall(r"\]\(([^)]+)\)", "\n".join(sources(name, "markdown")))
    assert targets
    assignments = {f"assignments/{path.parent.name}/{path.name}" for path in assignments_path().glob("*/*.ipynb")}
    assert set(targets) <= {*LESSONS, *assignments}


def test_questions() -> None:
    """Five or more a lesson, one id each in the whole course, and every source and tag names an element."""
    ids = Counter(q for name in LESSONS for source in sources(name, "code") for q in questions(source))
    assert all(sum(bool(questions(s)) for s in sources(name, "code")) >= 5 for name in LESSONS)
    assert [i for i, count in ids.items() if count > 1] == []
    tags = {tag for name in LESSONS for cell in notebook(name)["cells"] for tag in cell["metadata"].get("tags", [])}
    assert {tag.removeprefix("covers:") for tag in tags} <= IDS


def test_every_element_is_explored() -> None:
    """The anatomy of lesson 2 shows all 33; lesson 1 teaches the masthead's eight."""
    taught = {
        tag.removeprefix("covers:")
        for name in ("01_masthead.ipynb", "02_anatomy.ipynb")
        for cell in notebook(name)["cells"]
        for tag in cell["metadata"].get("tags", [])
    }
    assert taught == IDS
    assert len(IDS) == 33
