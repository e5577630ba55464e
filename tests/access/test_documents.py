"""The pages that commands write, in both themes: feedback, a class's report, hand-outs, this report itself."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from helpers.cli import main
from helpers.grading.course import Course
from helpers.grading.feedback import give_feedback
from tests.access import report
from tests.access.axe import accepted, barriers
from tests.access.shape import resized
from tests.grading.trial import RIGHT, hand_in

pytestmark = pytest.mark.browser


def looked_at(chromium: Browser, path: Path, name: str) -> None:
    """axe finds nothing in either theme, at both widths; at 320 pixels the page does not move sideways."""
    page = chromium.new_page(viewport={"width": 1280, "height": 800})
    page.goto(path.as_uri())
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        for width in (1280, 320):
            with resized(page, width):
                assert barriers(page, name=f"document: {name}") == []
                assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_feedback_and_the_report_of_a_class(chromium: Browser, course: Course) -> None:
    wrong = {**RIGHT, "t-choice": "The Committee", "t-essay": "It calls."}
    for name, answers in {"ana": RIGHT, "ben": wrong, "cem": {"t-choice": "The Committee"}}.items():
        hand_in(course, name, answers)
    assert main(["grade", "trial", "--course", str(course.root)]) == 0
    (page,) = give_feedback(course, "trial", ["ben"])
    looked_at(chromium, page, "feedback")
    assert main(["report", "trial", "--course", str(course.root)]) == 0
    looked_at(chromium, course.root / "reports" / "trial.html", "class report")


@pytest.mark.parametrize("lesson", report.LESSONS)
def test_hand_outs_and_their_answers(chromium: Browser, lesson: str, tmp_path: Path) -> None:
    assert main(["handout", lesson, "--html", "--answers", "--out", str(tmp_path)]) == 0
    looked_at(chromium, tmp_path / f"{lesson}.html", f"hand-out {lesson}")
    looked_at(chromium, tmp_path / "answers" / f"{lesson}.html", f"answers {lesson}")


def test_the_report_on_access(chromium: Browser, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    finding = {
        "sure": True,
        "rule": "region",
        "impact": "moderate",
        "reason": "",
        "parts": [],
        "target": "p",
        "html": "<p>",
    }
    seen = [report.Look("book", "index.html", "html", "light", 1280, 40, [finding], "4")]
    monkeypatch.setattr(report, "BUILD", tmp_path)
    report.write(seen, accepted())
    looked_at(chromium, tmp_path / "report.html", "access report")
