"""The teacher's pack: a plan for every lesson, and nothing in it that the course does not have."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from helpers import cli
from helpers.grading.source import read_assignment
from helpers.lessons import Book, read_books
from helpers.lessons.facts import unknown
from helpers.lessons.reading import LIMIT, lix
from helpers.paper.kit import kit_jobs
from helpers.resolution import load
from helpers.resolution.quote import misquoted, unverified
from helpers.resources import assignments_path, checkout, lessons_path

PACK = checkout() / "course" / "teaching"
TEXTS = {str(path.relative_to(PACK)): path.read_text("utf-8") for path in sorted(PACK.rglob("*.md"))}
PLANS = {name.removeprefix("plans/"): text for name, text in TEXTS.items() if name.startswith("plans/")}
LESSONS = {book.file.removesuffix(".ipynb"): book for book in read_books(lessons_path())}
ASSIGNMENTS = {path.name for path in assignments_path().iterdir() if path.is_dir()}
PARTS = ["Core: 20 minutes", "Extension", "Pair task", "Discussion", "Exit ticket", "What goes wrong"]


def headings(text: str) -> list[str]:
    return re.findall(r"^## (.+)$", text, re.MULTILINE)


def part(text: str, heading: str) -> str:
    return text.split(f"## {heading}\n", 1)[1].split("\n## ", 1)[0]


def minutes(section: str) -> list[int]:
    return [int(found) for found in re.findall(r"^\| (\d+) \|", section, re.MULTILINE)]


def ids(text: str) -> set[str]:
    """What stands between backticks and looks like a question's id."""
    return set(re.findall(r"`([a-z]+(?:-[a-z0-9]+)+)`", text)) - {"resolution-53-137"}  # a learner's folder


def asked(book: Book) -> set[str]:
    return {cell.asked.question.id for cell in book.code if cell.asked}


@cache
def every_id() -> set[str]:
    graded = {
        item.grade_id
        for name in ASSIGNMENTS
        for book in read_assignment(assignments_path() / name).notebooks
        for item in book.items
    }
    return graded.union(*map(asked, LESSONS.values()))


def anchor(heading: str) -> str:
    """How GitHub names a heading in a link."""
    return re.sub(r"[^\w\- ]", "", heading.casefold()).replace(" ", "-")


def without_code(text: str) -> str:
    """The prose: no commands, no targets of links, no name of a licence."""
    text = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    return re.sub(r"`[^`]*`|\]\([^)]*\)|CC BY 4\.0", "", text)


def test_a_plan_for_every_lesson() -> None:
    """Under the lesson's own name and title, linked from the index."""
    assert set(PLANS) == {f"{stem}.md" for stem in LESSONS}
    for stem, book in LESSONS.items():
        assert PLANS[f"{stem}.md"].startswith(f"# Plan: {book.title}\n")
        assert f"| {book.title} | [plan](plans/{stem}.md) |" in TEXTS["README.md"]


@pytest.mark.parametrize("name", PLANS)
def test_a_plan_has_its_parts(name: str) -> None:
    """A core of 20 minutes, an extension, a pair task, a discussion without one answer, what goes wrong."""
    text = PLANS[name]
    assert headings(text) == PARTS
    assert sum(minutes(part(text, "Core: 20 minutes"))) == 20
    assert minutes(part(text, "Extension"))
    assert "no single right answer" in part(text, "Discussion")
    assert len(re.findall(r"^- \*\*", part(text, "What goes wrong"), re.MULTILINE)) >= 3
    number = int(name[:2])
    assert f"`course handout {number}`" in text
    assert f"(../../lessons/{name.removesuffix('.md')}.ipynb)" in text


@pytest.mark.parametrize("name", PLANS)
def test_an_exit_ticket_has_two_questions_of_its_lesson(name: str) -> None:
    """And every other question that a plan names is one of that lesson."""
    here = asked(LESSONS[name.removesuffix(".md")])
    ticket = part(PLANS[name], "Exit ticket")
    assert len(re.findall(r"^\d\. `", ticket, re.MULTILINE)) == 2
    assert len(ids(ticket)) == 2
    assert ids(PLANS[name]) <= here


@pytest.mark.parametrize("name", TEXTS)
def test_questions_that_are_named_exist(name: str) -> None:
    assert ids(TEXTS[name]) - every_id() == set()


@pytest.mark.parametrize("name", TEXTS)
def test_links_lead_somewhere(name: str) -> None:
    """To a file of the course, or to a heading of the same text."""
    for link in re.findall(r"\]\(([^)\s]+)\)", TEXTS[name]):
        path, _, heading = link.partition("#")
        target = (PACK / name).parent / path if path else PACK / name
        assert target.exists(), link
        if heading:
            assert heading in map(anchor, headings(target.read_text("utf-8"))), link


@pytest.mark.parametrize("name", TEXTS)
def test_quotations_are_the_resolutions(name: str) -> None:
    """Double curly marks hold its words only, as in lessons."""
    resolution = load("A/RES/53/137")
    assert list(misquoted(resolution, TEXTS[name])) == []
    assert list(unverified(resolution, TEXTS[name])) == []


@pytest.mark.parametrize("name", TEXTS)
def test_days_and_figures_are_in_the_data(name: str) -> None:
    """What a plan states stands in the resolution, in a table, or in the facts that lessons use."""
    assert list(unknown(without_code(TEXTS[name]))) == []


@pytest.mark.parametrize("name", TEXTS)
def test_commands_and_files_exist(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Every command that a text names has a help page; every sheet of the kit is in the kit."""
    for command in set(
        re.findall(r"\bcourse (\w+)\b", "\n".join(re.findall(r"`[^`]+`|^course .*$", TEXTS[name], re.M)))
    ):
        with pytest.raises(SystemExit) as caught:
            cli.main([command, "--help"])
        assert caught.value.code == 0, command
    sheets = set(re.findall(r"\b(?:tables|cards|answers|handouts)/[\w-]+\.pdf", TEXTS[name]))
    assert sheets <= set(kit_jobs(read_books(lessons_path())))


def test_assignments_that_the_guide_names_exist() -> None:
    named = set(re.findall(r"`(\w+)` after lesson \d+", TEXTS["guide.md"]))
    assert named == ASSIGNMENTS


def test_times_of_the_sessions_add_up() -> None:
    """45 and 90 minutes are 45 and 90."""
    assert sum(minutes(part(TEXTS["guide.md"], "First reading: one session of 45 minutes"))) == 45
    assert sum(minutes(part(TEXTS["guide.md"], "Reasons and acts: one session of 90 minutes"))) == 90


def test_the_glossary() -> None:
    """Alphabetical, every term once, each with a place that the resolution has."""
    rows = re.findall(r"^\| \*\*(.+?)\*\* \| (.+) \| (.+) \|$", TEXTS["glossary.md"], re.MULTILINE)
    terms = [term for term, _, _ in rows]
    resolution = load("A/RES/53/137")
    assert len(rows) > 50
    assert terms == sorted(set(terms), key=str.casefold)
    assert [place for _, _, where in rows for place in where.split(", ") if place not in resolution] == []


def test_the_mark_scheme_is_not_written_twice() -> None:
    """Anchors live in the assignment; the pack tells how to use them."""
    for name, text in TEXTS.items():
        assert "| 2 points |" not in text, name
        assert "Anchor, " not in text, name


@pytest.mark.parametrize("name", [name for name in TEXTS if name != "glossary.md"])
def test_texts_read_easily(name: str) -> None:
    """The same limit as for lessons."""
    assert lix(without_code(TEXTS[name])) <= LIMIT


def test_nobody_is_asked_about_themselves() -> None:
    """The rule stands where teachers look first."""
    for name in ("README.md", "privacy.md"):
        assert re.search(r"[Nn]ever ask (?:learners|a learner) about their own migration status", TEXTS[name])


def test_the_pack_is_complete() -> None:
    assert {"README.md", "guide.md", "examining.md", "privacy.md", "glossary.md", "rubrics.md"} <= set(TEXTS)
    assert not [path for path in Path(PACK).rglob("*") if path.is_file() and path.suffix != ".md"]
