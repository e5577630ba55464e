"""``course report``: what a class found hard, and what those who missed a question chose instead."""

from __future__ import annotations

import csv
import datetime
import io
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import htpy as h

from helpers.errors import CourseError
from helpers.figures.items import HARD
from helpers.figures.items import items as drawn
from helpers.files import replace
from helpers.grading.course import Course
from helpers.grading.items import alpha, commonest, difficulty, discrimination
from helpers.grading.source import Item, read_assignment
from helpers.language import _, ngettext
from helpers.quiz.answers import read_answers
from helpers.quiz.kinds import KINDS
from helpers.quiz.question import Key, Question
from helpers.view.document import document
from helpers.written import figure, said_day

#: Below this correlation a question does not tell apart who did well elsewhere (Ebel and Frisbie, 1991).
WEAK = 0.2
#: Fewer learners than this make every figure a hint.
FEW = 20
#: How many of the hardest questions are spoken of first.
TALK = 5


@dataclass(frozen=True, slots=True)
class ItemReport:
    """One question: share of points, discrimination, what was answered how often, and one sentence if it needs one."""

    id: str
    prompt: str
    difficulty: float
    discrimination: float | None
    given: dict[str, int]
    missing: int
    sentence: str


@dataclass(frozen=True, slots=True)
class ClassReport:
    """An assignment's analysis over ``learners`` graded submissions."""

    name: str
    learners: int
    alpha: float | None
    items: tuple[ItemReport, ...]

    @property
    def sentences(self) -> tuple[str, ...]:
        """What to know first, in plain words: the class, and the hardest questions with what was chosen instead."""
        first = [
            _("{submissions}, {questions}.").format(
                submissions=ngettext("{count} submission", "{count} submissions", self.learners).format(
                    count=self.learners
                ),
                questions=ngettext("{count} question", "{count} questions", len(self.items)).format(
                    count=len(self.items)
                ),
            )
        ]
        if self.alpha is not None:
            first.append(_("Cronbach's alpha is {value}.").format(value=_said(self.alpha)))
        if self.learners < FEW:
            message = _("With fewer than {count} submissions every figure is a hint, not a finding.")
            first.append(message.format(count=FEW))
        hardest = sorted((item for item in self.items if item.sentence), key=lambda item: item.difficulty)
        return (*first, *(item.sentence for item in hardest[:TALK]))


def analyse(course: Course, name: str) -> ClassReport:
    """Analyse the gradebook's automatic scores of an assignment.

    Raises
    ------
    CourseError
        If nothing was graded yet.
    """
    questions = [item for source in read_assignment(course.path("source", name)).notebooks for item in source.questions]
    points: dict[str, dict[str, float]] = {}
    with course.gradebook() as gradebook:
        for submission in gradebook.assignment_submissions(name):
            found = {grade.name: grade.auto_score for book in submission.notebooks for grade in book.grades}
            if all(found.get(item.grade_id) is not None for item in questions):
                points[submission.student_id] = {item.grade_id: found[item.grade_id] for item in questions}
    if not points:
        message = _("no submission of {assignment} is graded yet; run: {command}")
        raise CourseError(message.format(assignment=name, command=f"course grade {name}"))
    rows = [[row[item.grade_id] for item in questions] for row in points.values()]
    shares = difficulty([[row[n] / item.points for n, item in enumerate(questions)] for row in rows])
    answers = {student: read_answers(course.path("autograded", name, student)) for student in points}
    reports = [
        _item(item, share, apart, answers, {s for s, row in points.items() if row[item.grade_id] < item.points})
        for item, share, apart in zip(questions, shares, discrimination(rows), strict=True)
    ]
    return ClassReport(name, len(points), alpha(rows), tuple(reports))


def _item(
    item: Item, share: float, apart: float | None, answers: dict[str, dict[str, object]], missed: set[str]
) -> ItemReport:
    """Count what was answered, and say what those who missed the question did."""
    assert item.question and item.key
    kind = KINDS[item.question.kind]
    said = {}
    for student, given in answers.items():
        cleaned = kind.clean(item.question, given.get(item.grade_id))
        if cleaned is not None:
            said[student] = _lines(item.question, item.key, cleaned)
    right = set(_lines(item.question, item.key, kind.model(item.question, item.key)))
    whole = item.question.kind == "ordering"  # an order is one answer, not a heap of items
    parts = {student: (" → ".join(lines),) if whole else lines for student, lines in said.items()}
    held = {" → ".join(kind.say(item.question, item.key.right))} if whole else right
    counts = Counter(part for lines in parts.values() for part in lines)
    wrong = Counter(part for student in missed & set(parts) for part in parts[student] if part not in held)
    sentences: list[str] = []
    top = commonest(wrong)
    if top and len(missed) >= 2 and top[1] * 2 >= len(missed):
        message = _("Most who missed it ({count} of {of}) answered: {answer}.")
        sentences.append(message.format(count=top[1], of=len(missed), answer=top[0]))
        sentences += filter(None, [_why(item, top[0])])
    elif share < HARD and missed:
        message = _("{count} of {of} did not have it wholly right, in different ways.")
        sentences.append(message.format(count=len(missed), of=len(answers)))
    if apart is not None and apart < WEAK and len(answers) >= FEW:
        sentences.append(_("Who did well elsewhere did not do better here: read its wording again."))
    sentence = _("{id}: {sentences}").format(id=item.grade_id, sentences=" ".join(sentences)) if sentences else ""
    return ItemReport(
        item.grade_id, item.question.prompt, share, apart, dict(counts), len(answers) - len(said), sentence
    )


def _lines(question: Question, key: Key, answer: Any) -> tuple[str, ...]:
    """An answer as lines that can be counted over a class; of a draft, the rules that it breaks."""
    kind = KINDS[question.kind]
    if question.kind != "draft":
        return kind.say(question, answer)
    message = _("broken: {rule}")
    reasons = kind.mark(question, key, answer).reasons
    broken = tuple(message.format(rule=reason.option) for reason in reasons if not reason.holds)
    return broken or (_("no rule broken"),)


def _why(item: Item, given: str) -> str:
    """The source's reason for an answer: an option's, a matched line's, or the question's one reason."""
    assert item.question and item.key
    for text in (given, *(line for line in item.question.items if given.startswith(f"{line}: "))):
        if text in item.key.why:
            return item.key.why[text]
    return item.key.why.get("", "")


def write(course: Course, report: ClassReport, today: datetime.date | None = None) -> tuple[Path, Path]:
    """Write a report as a page and as a table under ``reports``, and give both paths."""
    folder = course.root / "reports"
    folder.mkdir(exist_ok=True)
    page, table = folder / f"{report.name}.html", folder / f"{report.name}.csv"
    title = _("Report: {assignment}").format(assignment=report.name)
    replace(page, str(document(title, _page(title, report, today or datetime.date.today()))).encode())
    lines = io.StringIO()
    out = csv.writer(lines, lineterminator="\n")
    out.writerow(["question", "difficulty", "discrimination", "answer", "count"])
    for item in report.items:
        for answer, count in sorted(item.given.items(), key=lambda pair: (-pair[1], pair[0])):
            apart = "" if item.discrimination is None else f"{item.discrimination:.4f}"
            out.writerow([item.id, f"{item.difficulty:.4f}", apart, _cell(answer), count])
    replace(table, lines.getvalue().encode("utf-8"))
    return page, table


def _cell(text: str) -> str:
    """A learner's text as a table's cell that no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text[:1] in "=+-@\t\r" else text


def _page(title: str, report: ClassReport, today: datetime.date) -> h.Element:
    picture = drawn(
        {item.id: item.difficulty for item in report.items}, _("Gradebook, {day}").format(day=said_day(today))
    )
    return h.main[
        h.h1[title],
        [h.p[sentence] for sentence in report.sentences],
        picture.figure,
        h.p(".res-soft")[
            _(
                "Share: the mean share of the points. Discrimination: the correlation of a question with the sum of "
                "all others; below {weak} it tells little, below 0 look at its key."
            ).format(weak=figure(WEAK, ".1f"))
        ],
        [
            h.section(aria_labelledby=item.id)[
                h.h2(id=item.id)[item.id],
                h.p[item.prompt],
                h.p[_measured(item)],
                h.table(".res-table")[
                    h.caption[_("How often each answer was given")],
                    h.thead[h.tr[h.th(scope="col")[_("Answer")], h.th(scope="col")[_("Learners")]]],
                    h.tbody[
                        [
                            h.tr[h.td[answer], h.td[str(count)]]
                            for answer, count in sorted(item.given.items(), key=lambda pair: (-pair[1], pair[0]))[:20]
                        ],
                        h.tr[h.td[h.em[_("no answer")]], h.td[str(item.missing)]] if item.missing else None,
                    ],
                ],
                h.p[item.sentence] if item.sentence else None,
            ]
            for item in report.items
        ],
    ]


def _measured(item: ItemReport) -> str:
    message = _("Share {percent}%, discrimination {value}.")
    return message.format(percent=f"{100 * item.difficulty:.0f}", value=_said(item.discrimination))


def _said(value: float | None) -> str:
    return _("not known") if value is None else figure(value, ".2f")
