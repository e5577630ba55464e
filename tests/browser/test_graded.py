"""An assignment's whole way, in the real thing: released, answered, submitted, graded, read, given back."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from helpers.cli import main
from helpers.grading import course as courses
from helpers.grading.source import Item, read_assignment
from helpers.quiz.answers import read_answers
from helpers.resources import assignments_path
from tests.access.axe import barriers
from tests.browser.conftest import Course, dark, jupyter, port
from tests.browser.visit import question
from tests.grading.test_roads import PLAIN, nbgrader

pytestmark = pytest.mark.browser

CONFIG = """
from helpers.grading import adopt
c = get_config()
c.CourseDirectory.course_id = "class"
c.Exchange.root = {exchange!r}
c.ExchangeCollect.check_owner = False
adopt(c)
"""
ESSAY = "Paragraph 3 calls upon all Member States to consider joining.\n\nParagraph 6 <b>requests</b> a report."

#: What the learner at the mouse does in `masthead`, where it is not right, and what that is worth by hand.
MOUSE: dict[str, tuple[Any, float]] = {
    "mast-cite": ("General Assembly resolution 53/137 of 1 March 1999", 0),
    "mast-line": (["That the General Assembly adopted the text", "That the Third Committee reported on it"], 2),  # of 3
    "mast-order": ("as it stands", 1),  # four of six pairs right: (4 - 2) / 6 of 3 points
}
#: The same for the learner at the keyboard in `operative`; the essay is graded by a person.
KEYBOARD: dict[str, tuple[Any, float]] = {
    "oper-means": (["The programme of advisory services in the field of human rights"], 1),  # one of two
    "oper-second-act": ([["expresses"]], 2 * 1 / 3),  # one word of three
    "oper-opens": ("1998", 0),
}


def items(name: str) -> tuple[Item, ...]:
    (book,) = read_assignment(assignments_path() / name).notebooks
    return book.questions


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A teacher's course with an exchange, its assignments released through both."""
    home = tmp_path_factory.mktemp("teacher")
    folder, exchange = home / "course", home / "exchange"
    exchange.mkdir(mode=0o777)
    exchange.chmod(0o777)
    for name in ("masthead", "operative"):
        shutil.copytree(assignments_path() / name, folder / "source" / name)
    (folder / "nbgrader_config.py").write_text(CONFIG.format(exchange=str(exchange)))
    for name in ("masthead", "operative"):
        assert main(["release", name, "--course", str(folder)]) == 0
        nbgrader(folder, "release_assignment", name)
    return folder


@pytest.fixture(scope="module")
def desk(root: Path, opened: Callable[..., Course]) -> Course:
    """A learner's JupyterLab, with the assignments fetched from the exchange."""
    course = opened()
    for name in ("masthead", "operative"):
        nbgrader(course.folder, "fetch_assignment", name, *exchange(root))
    return course


def exchange(root: Path) -> tuple[str, ...]:
    return ("--course", "class", f"--Exchange.root={root.parent / 'exchange'}")


def start(page: Page, desk: Course, name: str) -> None:
    page.goto(desk.at(f"{name}/{name}"))
    asked = len(items(name)) + (name == "operative")
    expect(page.locator(".res-question:visible")).to_have_count(asked, timeout=60_000)
    expect(page.locator(".res-view")).to_have_count(asked, timeout=60_000)


def planned(item: Item, plan: dict[str, tuple[Any, float]]) -> Any:
    """The answer that the plan has, else the right one: options, phrases, or what is typed."""
    assert item.key
    if item.grade_id in plan:
        return plan[item.grade_id][0]
    return item.key.right


def saved(asked: Locator) -> None:
    expect(asked.locator(".res-saved")).to_have_text("Saved")


def points(root: Path, name: str, student: str) -> dict[str, float | None]:
    with courses.open_course(root).gradebook() as gradebook:
        (book,) = gradebook.find_submission(name, student).notebooks
        return {grade.name: grade.auto_score for grade in book.grades}


def by_hand(name: str, plan: dict[str, tuple[Any, float]]) -> dict[str, float]:
    return {item.grade_id: plan.get(item.grade_id, (None, item.points))[1] for item in items(name)}


def hand_in(root: Path, desk: Course, name: str, student: str) -> None:
    nbgrader(desk.folder, "submit", name, *exchange(root), "--student", student)
    nbgrader(root, "collect", name)
    assert (root / "submitted" / student / name / "answers.json").is_file()


def plain_road(root: Path, name: str, tmp_path: Path) -> Path:
    """The same submissions in a course without our settings, graded by nbgrader's own road."""
    plain = tmp_path / "plain"
    shutil.copytree(root / "source" / name, plain / "source" / name)
    shutil.copytree(root / "submitted", plain / "submitted")
    (plain / "nbgrader_config.py").write_text(PLAIN)
    nbgrader(plain, "generate_assignment", name)
    nbgrader(plain, "autograde", name)
    return plain


def spoken(phrase: str) -> list[str]:
    """The words of a phrase without the marks around them, as a reader marks them."""
    return [word.strip(".,;:()[]") for word in phrase.split()]


# ---- at the mouse ----


def answer_by_mouse(asked: Locator, item: Item, answer: Any) -> None:
    assert item.question
    kind, page = item.question.kind, asked.page
    if answer == "as it stands":
        asked.get_by_role("button", name="Keep this order").click()
    elif kind == "choice":
        asked.get_by_label(answer, exact=True).check()
    elif kind == "several":
        for option in answer:
            asked.get_by_label(option, exact=True).check()
    elif kind == "matching":
        for line, option in answer.items():
            asked.get_by_label(line, exact=True).select_option(option)
    elif kind == "ordering":
        for place, line in enumerate(answer):
            while (now := asked.locator(".res-order li > span").all_inner_texts().index(line)) > place:
                asked.get_by_role("button", name=f"Move {line} up").click()
                expect(asked.locator(".res-order li > span").nth(now - 1)).to_have_text(line)
    elif kind == "marking":
        for phrase in answer:
            words = spoken(phrase)
            first = asked.get_by_role("button", name=words[0], exact=True).first
            last = asked.get_by_role("button", name=words[-1], exact=True).first
            first.hover()
            page.mouse.down()
            last.hover()
            page.mouse.up()
            if len(words) == 1:
                continue
            expect(last).to_have_attribute("aria-pressed", "true")
    else:
        asked.get_by_role("textbox").fill(str(answer[0]) if isinstance(answer, list) else str(answer))


def test_answered_by_mouse_submitted_and_graded_on_both_roads(
    page: Page, root: Path, desk: Course, tmp_path: Path
) -> None:
    start(page, desk, "masthead")
    assert barriers(page) == []
    with dark(page):
        assert barriers(page) == []
    for item in items("masthead"):
        assert item.question
        asked = question(page, item.question.prompt)
        answer_by_mouse(asked, item, planned(item, MOUSE))
        saved(asked)
    assert barriers(page) == []
    with dark(page):
        assert barriers(page) == []
    page.reload()  # earlier answers are shown again
    expect(page.locator(".res-saved", has_text="Saved")).to_have_count(len(items("masthead")), timeout=60_000)
    expect(question(page, "Which of these cites").get_by_label(MOUSE["mast-cite"][0], exact=True)).to_be_checked()
    hand_in(root, desk, "masthead", "mouse")
    assert main(["grade", "masthead", "--course", str(root)]) == 0
    found = points(root, "masthead", "mouse")
    assert found == pytest.approx(by_hand("masthead", MOUSE), abs=1e-3)
    assert sum(filter(None, found.values())) == pytest.approx(22)
    assert points(plain_road(root, "masthead", tmp_path), "masthead", "mouse") == found


# ---- at the keyboard ----


def tab_to(page: Page, target: str) -> None:
    """Go to a control with the Tab key alone, forward or back."""
    way = page.evaluate(
        """id => { const from = document.activeElement, to = document.getElementById(id);
             return from.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING ? "Shift+Tab" : "Tab"; }""",
        target,
    )
    for _ in range(150):
        if page.evaluate("document.activeElement.id") == target:
            return
        page.keyboard.press(way)
    pytest.fail(f"the Tab key does not reach {target}")


def answer_by_keyboard(page: Page, item: Item, answer: Any) -> None:
    assert item.question
    asked, press = item.question, page.keyboard.press
    if asked.kind == "choice":
        tab_to(page, f"{asked.id}-1")
        press("Space")
        for _ in range(asked.options.index(answer)):
            press("ArrowDown")
    elif asked.kind == "several":
        for option in sorted(answer, key=asked.options.index):
            tab_to(page, f"{asked.id}-{asked.options.index(option) + 1}")
            press("Space")
    elif asked.kind == "matching":
        for place, line in enumerate(asked.items, 1):
            tab_to(page, f"{asked.id}-{place}")
            for _ in range(asked.options.index(answer[line]) + 1):
                press("ArrowDown")
    elif asked.kind == "ordering":
        order = list(asked.items)
        for place, line in enumerate(answer):
            while (now := order.index(line)) > place:
                tab_to(page, f"{asked.id}-up-{asked.items.index(line)}")
                press("Enter")
                order.insert(now - 1, order.pop(now))
                shown = question(page, asked.prompt).locator(".res-order li > span")
                expect(shown).to_have_text(order)
    elif asked.kind == "marking":
        words = question(page, asked.prompt).locator(".res-word")
        texts = words.all_inner_texts()
        phrase = spoken(answer[0] if isinstance(answer[0], str) else answer[0][0])
        first = next(n for n in range(len(texts)) if texts[n : n + len(phrase)] == phrase)
        tab_to(page, f"{asked.id}-0")
        for place in range(first + len(phrase)):
            if place >= first:
                press("Space")
                expect(words.nth(place)).to_have_attribute("aria-pressed", "true")
            press("ArrowRight")
    else:
        tab_to(page, f"{asked.id}-1")
        page.keyboard.type("the Secretary-General" if isinstance(answer, list) else str(answer))


def test_answered_by_keyboard_read_in_the_formgrader_and_given_back(
    page: Page, root: Path, desk: Course, tmp_path: Path, formgrader: str
) -> None:
    start(page, desk, "operative")
    page.locator(".res-view").first.evaluate("view => { view.tabIndex = -1; view.focus(); }")
    for item in items("operative"):
        assert item.question
        answer_by_keyboard(page, item, planned(item, KEYBOARD))
        saved(question(page, item.question.prompt))
    tab_to(page, "oper-essay-1")
    for line in ESSAY:
        page.keyboard.press("Enter") if line == "\n" else page.keyboard.type(line)
    essay = question(page, "A delegate who is new")
    expect(essay).to_contain_text("15 words")
    saved(essay)
    assert barriers(page) == []
    with dark(page):
        assert barriers(page) == []
    assert read_answers(desk.folder / "operative")["oper-essay"] == ESSAY
    hand_in(root, desk, "operative", "keyboard")

    # the formgrader's own button takes the course's road
    page.goto(f"{formgrader}/manage_submissions/operative")
    page.get_by_role("row").filter(has_text="keyboard").locator("td.autograde a").click(timeout=60_000)
    expect(page.get_by_text("Success", exact=False).first).to_be_visible(timeout=60_000)
    found = points(root, "operative", "keyboard")
    assert found.pop("oper-essay-task") is None
    assert found == pytest.approx(by_hand("operative", KEYBOARD), abs=1e-3)
    plain = points(plain_road(root, "operative", tmp_path), "operative", "keyboard")
    assert {name: score for name, score in plain.items() if name != "oper-essay-task"} == found

    # a person reads the essay beside its rubric, and grades it there
    with courses.open_course(root).gradebook() as gradebook:
        submission = gradebook.find_submission_notebook("operative", "operative", "keyboard").id
    page.goto(f"{formgrader}/submissions/{submission}/?index=0")
    expect(page.locator(".res-essay")).to_contain_text("Paragraph 6 <b>requests</b> a report.")
    expect(page.get_by_text("three criteria of 2 points each")).to_be_visible()
    task = page.locator(".nbgrader_cell").filter(has_text="three criteria of 2 points each")
    page.wait_for_load_state("networkidle")  # what is typed before the grades have come is not kept
    for field, typed, kept in (
        ("input.score", "4.5", "/api/grade/"),
        ("textarea", "Cite paragraph 3 for the hope, too.", "/api/comment/"),
    ):
        with page.expect_response(lambda answer, kept=kept: kept in answer.url and answer.request.method == "PUT"):
            task.locator(field).fill(typed)
            task.locator(field).press("Tab")

    assert main(["feedback", "operative", "--course", str(root)]) == 0
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.goto((root / "feedback" / "keyboard" / "operative" / "operative.html").as_uri())
        total = sum(points for points in by_hand("operative", KEYBOARD).values()) + 4.5
        expect(page.locator(".res-total")).to_have_text(f"{total:.2f} of 34 points")
        expect(page.get_by_text("Cite paragraph 3 for the hope, too.")).to_be_visible()
        assert barriers(page, name="document: feedback of an assignment") == []


@pytest.fixture(scope="module")
def formgrader(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """JupyterLab as a teacher starts it in the course's folder."""
    with jupyter("jupyterlab", root, tmp_path_factory.mktemp("jupyter"), port(80)) as address:
        yield f"{address}/formgrader"
