"""Every word on paper, of the drafting rules' findings, and of what a class and its teacher get back."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from helpers import cli, language
from helpers.errors import CourseError
from helpers.grading.check import advice, check
from helpers.grading.course import Course
from helpers.grading.feedback import give_feedback
from helpers.grading.report import analyse, write
from helpers.grading.road import grade, outcomes
from helpers.grading.selfgrade import button
from helpers.lessons.coverage import coverage, holes, table
from helpers.migration import find as find_place
from helpers.paper import answers, page, text, typeset
from helpers.paper.ask import HINTS, Ask
from helpers.paper.cards import CardSet, card_sets
from helpers.paper.readme import readme
from helpers.paper.sheet import Look, Sheet
from helpers.paper.table import Table
from helpers.paper.tables import keys, stands_in, tables
from helpers.paper.told import told
from helpers.quiz.answers import dumps
from helpers.quiz.cell import read_cell
from helpers.resolution import load, parse
from helpers.resolution.lint import Rule, lint, rules, said
from helpers.resolution.symbol import decode
from helpers.treaty import find as find_state
from helpers.treaty.convention import article_number
from tests.grading.trial import notebook, write_course
from tests.language.pseudo import bare, bare_text
from tests.language.test_words import catalogued
from tests.resolution.test_lint import framed


@pytest.fixture(autouse=True)
def _nobody_speaks_it(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Speak it for one test, and see that each message it shows is in the catalogue."""
    language.use("qps")
    heard, speak = set[str](), language._words.gettext
    monkeypatch.setattr(language._words, "gettext", lambda message: (heard.add(message), speak(message))[1])
    yield
    language.use("en")
    assert sorted(heard - catalogued()) == [], "mark it with N_, or its column as translatable; then: make words"


# ---- the text, and what is typed ----


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.id)
def test_every_word_of_a_rules_findings(rule: Rule) -> None:
    """What is filled in is English by itself: the draft's own words, or words to write instead."""
    findings = [finding for finding in lint(parse(framed(rule, rule.bad))) if finding.rule is rule]
    assert findings
    for finding in findings:
        assert bare_text(finding.wording.format(**dict.fromkeys(finding.english, ""))) == []


def test_a_finding_in_one_line() -> None:
    """Rules keep their ids, which the command line and questions name."""
    resolution = load("A/RES/53/137")
    assert said(resolution, lint(resolution)[1]) == (
        "30: FN2: note-called (⟦error⟧): ⟦note⟧ 2 ⟦is called nowhere: its mark is missing in the text⟧"
    )


def test_every_name_of_an_element() -> None:
    """Spoken when it is asked for: the resolution itself was read once, in another language."""
    language.use("en")
    elements = load("A/RES/53/137").elements
    assert elements[0].label == "Organ"
    language.use("qps")
    assert {word for element in elements for word in bare_text(element.label)} == set()


def test_every_reason_why_a_passage_has_no_place() -> None:
    (left,) = parse(
        "The General Assembly,\n\nAware of it,\n\n1. Decides to meet.\n\nMore words, of no number."
    ).unplaced
    assert left.reason == "⟦unnumbered text in the operative part⟧"


@pytest.mark.parametrize(
    "symbol",
    ["A/53/625/Add.1", "S/RES/1325 (2000)", "A/RES/2106 (XX)", "A/CONF.157/24 (Part I)", "A/1/XYZ", "E/1999/7"],
)
def test_every_meaning_of_a_symbol(symbol: str) -> None:
    assert [word for component in decode(symbol) for word in bare_text(component.meaning)] == []


@pytest.mark.parametrize(
    ("call", "typed"),
    [
        (decode, ""),
        (decode, "53-137"),
        (article_number, "94"),
        (article_number, "0.5"),
        (find_place, ""),
        (find_place, "7"),
        (find_place, "guinee"),
        (find_place, "mexica"),
        (find_state, "0.5"),
        (find_state, "mexica"),
        (parse, ""),
        (parse, "\0"),
        (parse, b"\xff"),
        (load, "54/1"),
    ],
    ids=lambda given: given.__qualname__ if callable(given) else repr(given),
)
def test_every_word_of_a_refusal(call: Callable[[Any], object], typed: Any) -> None:
    with pytest.raises(CourseError) as caught:
        call(typed)
    assert [word for word in bare_text(str(caught.value)) if word not in ("guinee", "mexica")] == []


# ---- paper ----


def test_every_word_of_a_tables_frame_and_cells() -> None:
    found = {made.name: _of_table(made) for made in (*tables(), *keys(), *(cards.key for cards in card_sets()))}
    found.pop("draft-to-mend")  # its messages quote the draft; see the findings above
    assert {name: words for name, words in found.items() if words} == {}


def _of_table(made: Table) -> list[str]:
    english = {*made.quoted, *made.english}
    cells = [cell for row in made.rows for column, cell in enumerate(row) if column not in english]
    return [word for one in (made.title, made.note, *made.head, *cells) for word in bare_text(one)]


@pytest.mark.parametrize("cards", card_sets(), ids=lambda cards: cards.name)
def test_every_word_of_a_set_of_cards(cards: CardSet) -> None:
    made = next(one for one in card_sets() if one.name == cards.name)
    verbs_or_words = made.quoted or made.name == "verbs"
    shown = (made.title, made.task, *(() if verbs_or_words else made.cards))
    assert [word for one in shown for word in bare_text(one)] == []


def test_every_word_of_a_hand_out_and_its_answers() -> None:
    """Of a lesson whose own words are translated."""
    asked = read_cell(
        'quiz.choice("a", "⟦Which?⟧", ["⟦one⟧", "⟦two⟧"])\n'
        'quiz.key("a", "⟦one⟧", source="OP3", why={"⟦one⟧": "⟦So.⟧", "⟦two⟧": "⟦Not so.⟧"})'
    )
    assert asked
    looks = tuple(Look(explorer, ()) for explorer in stands_in())
    sheet = Sheet("01", "⟦1. X⟧", 20, quotes=(), looks=looks, questions=(asked,), pair=(), discuss=(), points=())
    one = page.Page(sheet, (), looks=looks, asked=(Ask((asked,)),))
    data, answered = page.data(one), answers.data(one)
    shown = [data["title"], data["time"], *(look["paper"] for look in data["looks"]), answered["title"]]
    shown += [ask[part] for ask in data["asks"] for part in ("prompt", "hint")]
    shown += [ask[part] for ask in answered["asks"] for part in ("prompt", "settled")]
    shown += [line[part] for ask in answered["asks"] for line in ask["lines"] for part in ("said", "why")]
    shown += [Ask((asked,) * 3).data(1)["prompt"], *(language._(hint) for hint in HINTS.values() if "{" not in hint)]
    assert [word for one in shown for word in bare_text(one)] == []


def test_every_word_of_the_texts_on_paper() -> None:
    shown = [
        data[part] for data in (text.data(), text.data(["opening"]), text.draft_data()) for part in ("title", "about")
    ]
    assert [word for one in shown for word in bare_text(one)] == []


def test_every_word_that_all_sheets_say() -> None:
    imprint = {key: value for key, value in typeset._imprint().items() if isinstance(value, str)}
    assert (imprint.pop("lang"), imprint.pop("dir")) == ("qps", "rtl")
    signs = [sign[part] for sign in told()["signs"] for part in ("name", "sign")]
    shown = [*imprint.values(), *signs, *(value for value in told().values() if isinstance(value, str))]
    assert [word for one in shown for word in bare_text(one)] == []


def test_no_template_has_words_of_its_own() -> None:
    """They come in as data; what stands between square brackets is set as it is."""
    templates = Path(typeset.__file__).parent.glob("*.typ")
    lines = (re.sub(r"//.*", "", line) for path in templates for line in path.read_text("utf-8").splitlines())
    assert [line for line in lines if re.search(r"\[[^\[\]#]*[^\W\d_]{2}", line)] == []


def test_every_word_of_the_kits_readme() -> None:
    assert bare_text(readme([])) == []


# ---- a class ----

HIDDEN = "### BEGIN HIDDEN TESTS"
CELLS = {
    "t-choice": (
        'quiz.choice("t-choice", "⟦Who adopted it?⟧", ["⟦The Assembly⟧", "⟦The Committee⟧"])',
        'quiz.key("t-choice", "⟦The Assembly⟧", points=2, source="EW",\n'
        '         why={"⟦The Assembly⟧": "⟦It says so.⟧", "⟦The Committee⟧": "⟦It reported.⟧"})',
        2,
    ),
}


@pytest.fixture
def graded(tmp_path: Path) -> Course:
    """A class of four, whose teacher wrote in the language that is spoken; one late file cannot be read."""
    content = notebook(CELLS)
    content.cells[0].source = "# ⟦A trial⟧"
    for cell in content.cells:
        cell.source = cell.source.replace("What does OP3 ask?", "⟦What does OP3 ask?⟧")
    course = write_course(tmp_path, content)
    for student, choice in (("a1", "Assembly"), ("b1", "Committee"), ("c1", "Committee"), ("d1", "")):
        folder = course.root / "submitted" / student / "trial"
        folder.mkdir(parents=True)
        given = {"t-choice": f"⟦The {choice}⟧", "t-essay": "⟦Word⟧ " * 9} if choice else {}
        (folder / "answers.json").write_text(dumps(given) if choice else "{")
        if choice != "Committee":
            (folder / "trial.ipynb").write_text("{")
        (folder / "timestamp.txt").write_text("soon")
    return course


def test_every_word_of_a_grading(graded: Course) -> None:
    results = grade(graded, "trial")
    assert [result.failed for result in results] == ["", "", "", ""]
    assert [word for line in outcomes(results) for word in bare_text(line)] == []
    notice = (graded.root / "autograded/d1/trial/trial.ipynb").read_text("utf-8")
    assert "**⟦For the teacher.⟧**" in notice or "⟦**For the teacher.** About this submission:⟧" in notice


def test_every_word_of_the_feedback(graded: Course) -> None:
    """And the page says in which language it is, and where its lines run."""
    grade(graded, "trial")
    with graded.gradebook() as gradebook:
        gradebook.find_submission("trial", "b1").notebooks[0].late_submission_penalty = 0.5
        gradebook.db.commit()
    for path in give_feedback(graded, "trial", ["a1", "b1", "d1"]):
        html = path.read_text("utf-8")
        assert '<html lang="qps" dir="rtl">' in html
        assert bare(html) == []


def test_every_word_of_a_report(graded: Course) -> None:
    """The sentences and the page; the assignment and its questions have names that nobody translates."""
    grade(graded, "trial")
    report = analyse(graded, "trial")
    assert {word for sentence in report.sentences for word in bare_text(sentence)} == {"t-choice"}
    found, _data = write(graded, report)
    assert [word for word in bare(found.read_text("utf-8")) if word != "trial" and "t-choice" not in word] == []


def test_every_word_of_grading_oneself() -> None:
    assert bare(str(button("masthead").still)) == []
    assert bare(str(button("masthead").render(None))) == []
    assert bare_text(button("masthead").plain) == []


def test_every_word_of_a_check(tmp_path: Path) -> None:
    course = write_course(tmp_path, notebook(CELLS, essay=False))
    assert [word for line in advice(course, "trial") for word in bare_text(line)] == []
    broken = notebook({"t-choice": (CELLS["t-choice"][0], "", 2)}, essay=False)
    course = write_course(tmp_path / "broken", broken)
    problems = check(course, "trial")
    assert problems
    assert [word for line in problems for word in bare_text(line.replace("t-choice", ""))] == []


def test_every_word_of_the_coverage() -> None:
    covered = coverage([], {})
    assert [word for line in (*holes(covered), *table(covered)) for word in bare_text(line)] == []


COMMANDS = [
    "open",
    "prepare",
    "links",
    "site",
    "lint",
    "check",
    "release",
    "grade",
    "feedback",
    "report",
    "selfgrade",
    "handout",
    "kit",
]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_word_of_a_commands_help(
    command: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """But for what Python itself says of every command, and for what is typed."""
    monkeypatch.setenv("COURSE_LANGUAGE", "")
    monkeypatch.setenv("COLUMNS", "1000")
    with pytest.raises(SystemExit):
        cli.main([command, "--help"])
    theirs, typed = r"^(options|positional arguments):$|^ *-h, .*$", r" --[\w-]+|\{[\w,]+\}|(?<=⟧ )course .*$"
    ours = [re.sub(f"{theirs}|{typed}", "", line) for line in capsys.readouterr().out.splitlines()[1:]]
    assert any("⟦" in line for line in ours)
    assert [word for line in ours for word in bare_text(line)] == []
