"""What a question and its key are, and what marking an answer gives."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Literal

from helpers.errors import CourseError
from helpers.language import _
from helpers.resolution.lint import Finding

_ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


class QuestionError(CourseError):
    """A question as written cannot work; the message names the question and what to change."""

    def __init__(self, question_id: str, problem: str) -> None:
        super().__init__(_("question {id}: {problem}").format(id=repr(question_id), problem=problem))


@dataclass(frozen=True, slots=True)
class Question:
    """What the learner sees: never anything about the key.

    ``kind`` names an entry of :data:`helpers.quiz.kinds.KINDS`; ``options`` and ``items`` stand in canonical
    order, so that their order says nothing about the key. ``items`` are what is matched or put in order,
    ``unit`` is what a number counts, ``passage`` the element whose words are marked, ``words`` the least and the
    most words that an essay or a draft should have.
    """

    kind: str
    id: str
    prompt: str
    options: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    unit: str = ""
    passage: str = ""
    words: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            raise QuestionError(self.id, _("an id is lower-case words and numbers joined by hyphens, as 'mh-organ'"))
        if not self.prompt.strip():
            raise QuestionError(self.id, _("the prompt is empty; ask something"))


@dataclass(frozen=True, slots=True)
class Key:
    """What settles a question.

    ``right`` is what holds, ``why`` gives the reason for each option or item (under ``""`` the one
    reason of a question without any), ``source`` the ids of the elements that settle it, ``points`` what it is
    worth (``None`` in practice), ``asks`` what it asks of the mind (one of :data:`ASKS`), ``within`` how far a
    number may lie from the right one.
    """

    id: str
    right: Any
    why: Mapping[str, str]
    source: tuple[str, ...]
    points: float | None = None
    asks: str = "understand"
    within: float = 0.0

    def __post_init__(self) -> None:
        object.__setattr__(self, "why", MappingProxyType(dict(self.why)))
        if self.asks not in ASKS:
            raise QuestionError(
                self.id, _("{given} is not one of {known}").format(given=f"asks={self.asks!r}", known=", ".join(ASKS))
            )
        if self.points is not None and not (math.isfinite(self.points) and self.points > 0):
            raise QuestionError(self.id, _("{given} is not a number above 0").format(given=f"points={self.points!r}"))
        if not self.source:
            raise QuestionError(self.id, _("name the element that settles it, as source='OP3'"))


#: What a question asks of the mind (Anderson and Krathwohl, 2001).
ASKS = ("remember", "understand", "apply", "analyse", "evaluate", "create")


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one option holds or does not; ``chosen`` says whether the learner picked it.

    ``of`` says whose words ``option`` is: the author's, the resolution's ("text"), or the course's own. ``why`` is the
    author's, but for an option of the course's, and for words of the text that do not hold. ``note`` is what the
    course says beside the option, ``findings`` where a draft breaks the rule that the option names.
    """

    option: str
    holds: bool
    chosen: bool
    why: str
    of: Literal["author", "text", "course"] = "author"
    note: str = ""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Marked:
    """An answer with its credit, from 0 to 1, and the reasons."""

    credit: float
    reasons: tuple[Reason, ...]

    @property
    def right(self) -> bool:
        """Whether nothing is missing and nothing is wrong."""
        return self.credit == 1.0
