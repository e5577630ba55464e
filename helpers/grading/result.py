"""One learner's result in an assignment as a part of a page; it is made without nbgrader and nbformat."""

from __future__ import annotations

from dataclasses import dataclass

import htpy as h

from helpers.grading.source import Item, Notebook
from helpers.language import _, ngettext
from helpers.quiz.score import points_said, score, written


@dataclass(frozen=True, slots=True)
class Mark:
    """What the gradebook says of one cell; ``waiting`` that a person has still to look at it."""

    points: float
    of: float
    waiting: bool
    comment: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """One learner's result in one notebook; ``penalty`` is what was taken off for being late."""

    title: str
    marks: dict[str, Mark]
    penalty: float = 0.0

    @property
    def points(self) -> float:
        """The sum, less the penalty."""
        return sum(mark.points for mark in self.marks.values()) - self.penalty

    @property
    def of(self) -> float:
        """The most that could be reached."""
        return sum(mark.of for mark in self.marks.values())


def body(source: Notebook, result: Result, answers: dict[str, object], level: int = 1) -> h.Element:
    """The feedback as a part of a page whose headings start at a level.

    It is made from the source, the accepted answers and the gradebook: nothing of a submitted notebook, no code and
    no mark scheme come into it.
    """
    essays = {task.grade_id: area for area, task in source.essays}
    counted = [item for item in source.items if item.grade_id in result.marks]
    waiting = sum(mark.waiting for mark in result.marks.values())
    first, second, third = (h.h1, h.h2, h.h3, h.h4)[level - 1 : level + 2]
    return h.div(".res-result")[
        first[result.title],
        h.p(".res-total")[h.strong[_points(result.points, result.of)]],
        h.p[_waiting(waiting)] if waiting else None,
        h.p[_late(result.penalty)] if result.penalty else None,
        [
            h.section(aria_labelledby=f"result-{item.grade_id}")[
                second(id=f"result-{item.grade_id}")[_("Question {number}").format(number=number)],
                h.p(".res-points")[_earned(result.marks[item.grade_id])],
                _answered(item, essays, answers),
                result.marks[item.grade_id].comment
                and h.div(".res-comment")[
                    third[_("Your teacher writes")],
                    [h.p[line] for line in result.marks[item.grade_id].comment.splitlines() if line.strip()],
                ],
            ]
            for number, item in enumerate(counted, 1)
        ],
    ]


def _answered(item: Item, essays: dict[str, Item], answers: dict[str, object]) -> h.Renderable:
    if item.question and item.key:
        return score(item.question, item.key, answers).shown.html
    question = essays[item.grade_id].question
    assert question is not None
    return h.div[h.p[h.strong[question.prompt]], written(question, answers).html]


def _points(points: float, of: float) -> str:
    return _("{points} of {of} points").format(points=points_said(points), of=points_said(of))


def _earned(mark: Mark) -> str:
    if not mark.waiting:
        return _points(mark.points, mark.of)
    message = _("{points} of {of} points, not final yet")
    return message.format(points=points_said(mark.points), of=points_said(mark.of))


def _waiting(count: int) -> str:
    message = ngettext(
        "{count} answer still to be read by a person.", "{count} answers still to be read by a person.", count
    )
    return message.format(count=count)


def _late(penalty: float) -> str:
    return _("{points} points were taken off because it came late.").format(points=points_said(penalty))
