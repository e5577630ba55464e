"""What a notebook cell writes: a question, and its key below it.

The calls are those of :mod:`helpers.quiz.build`, shown as pages. A question alone takes answers and saves them; with
its key it gives feedback at once; while nbgrader grades, a key gives the points.
"""

from __future__ import annotations

import functools
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

from helpers.language import _
from helpers.quiz import build
from helpers.quiz.answering import answering
from helpers.quiz.answers import AnswerFile, AnswersError, read_answers
from helpers.quiz.question import Key, Question, QuestionError
from helpers.quiz.score import Shown, score, written
from helpers.quiz.store import Store
from helpers.quiz.view import practice
from helpers.view import Page

P = ParamSpec("P")

#: The questions this kernel has shown, so that the key below a question finds it.
_asked: dict[str, Question] = {}


def _asking(builds: Callable[P, Question]) -> Callable[P, Page[Any] | Shown]:
    @functools.wraps(builds)
    def ask(*args: P.args, **kwargs: P.kwargs) -> Page[Any] | Shown:
        question = builds(*args, **kwargs)
        _asked[question.id] = question
        if _is_grading() and question.kind == "essay":
            return written(question, _submitted())
        return answering(question, AnswerFile(_folder()))

    return ask


def _settling(builds: Callable[Concatenate[Question, P], Key]) -> Callable[Concatenate[str, P], Page[Any] | Shown]:
    @functools.wraps(builds)
    def settle(id: str, /, *args: P.args, **kwargs: P.kwargs) -> Page[Any] | Shown:
        question = _asked.get(id)
        if question is None:
            message = _("no question with this id stands above its key; run the cell from its first line")
            raise QuestionError(id, message)
        settled = builds(question, *args, **kwargs)
        if settled.points is not None and _is_grading():
            return score(question, settled, _submitted()).shown
        return practice(question, settled, Store(_folder()))

    return settle


def _is_grading() -> bool:
    """Whether nbgrader runs this cell to grade it; it says so in the environment."""
    return os.environ.get("NBGRADER_EXECUTION") == "autograde"


def _submitted() -> dict[str, Any]:
    """The answers beside the notebook that nbgrader runs; none where they cannot be read."""
    try:
        return read_answers(Path.cwd())
    except AnswersError:
        return {}


def _folder() -> Path:
    """Where answers are kept: beside the notebook, but never in a teacher's ``source``, which is released as it is."""
    here = Path.cwd()
    return here.parent.parent / "trial" / here.name if here.parent.name == "source" else here


choice = _asking(build.choice)
several = _asking(build.several)
matching = _asking(build.matching)
ordering = _asking(build.ordering)
number = _asking(build.number)
date = _asking(build.date)
text = _asking(build.text)
marking = _asking(build.marking)
essay = _asking(build.essay)
draft = _asking(build.draft)
key = _settling(build.key)
