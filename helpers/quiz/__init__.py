"""Questions: one call asks, one call settles; answers are data in a file."""

from helpers.quiz.ask import choice, date, draft, essay, key, marking, matching, number, ordering, several, text
from helpers.quiz.progress import progress
from helpers.quiz.question import Key, Marked, Question, QuestionError, Reason
from helpers.quiz.store import Progress, ProgressError, Store

__all__ = [
    "Key",
    "Marked",
    "Progress",
    "ProgressError",
    "Question",
    "QuestionError",
    "Reason",
    "Store",
    "choice",
    "date",
    "draft",
    "essay",
    "key",
    "marking",
    "matching",
    "number",
    "ordering",
    "progress",
    "several",
    "text",
]
