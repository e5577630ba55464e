"""What every kind of question can do."""

from __future__ import annotations

from typing import Any, Protocol

from helpers.language import N_
from helpers.quiz.question import Key, Marked, Question


class Kind(Protocol):
    """One kind of question: it checks itself, takes up an answer step by step, and marks it. Knows no widget.

    ``wanted`` tells a learner in one line what is missing; it is a message, to be translated where it is shown.
    """

    wanted: str

    def check(self, question: Question) -> None:
        """Raise :class:`QuestionError` if the question as written cannot work."""

    def check_key(self, question: Question, key: Key) -> None:
        """Raise :class:`QuestionError` if the key does not fit the question."""

    def opening(self, question: Question) -> Any:
        """What stands in the question before the learner does anything."""

    def take(self, question: Question, draft: Any, field: str, value: Any) -> Any:
        """The draft after the learner used one control: ``field`` names it within the question."""

    def model(self, question: Question, key: Key) -> Any:
        """The answer that earns full credit, in its stored form."""

    def clean(self, question: Question, answer: Any) -> Any:
        """Give the answer in its stored form, or ``None`` if it is not an answer to this question."""

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """Credit and reasons for a cleaned answer."""

    def say(self, question: Question, answer: Any) -> tuple[str, ...]:
        """A cleaned answer as lines that a person reads."""


class Picked:
    """A kind whose one group of controls gives the whole answer."""

    wanted = N_("Choose an answer first.")

    def opening(self, question: Question) -> Any:
        """Nothing is chosen."""
        return None

    def take(self, question: Question, draft: Any, field: str, value: Any) -> Any:
        """What the browser sent, to be cleaned when it is marked."""
        return tuple(value) if isinstance(value, list) else value

    def model(self, question: Question, key: Key) -> Any:
        """The key itself."""
        return key.right if isinstance(key.right, str) else tuple(key.right)

    def say(self, question: Question, answer: Any) -> tuple[str, ...]:
        """Each option on its line."""
        return (answer,) if isinstance(answer, str) else tuple(answer)


class Typed(Picked):
    """A kind that is answered in one line; what was typed stays as it is until it is marked."""

    longest = 500

    def take(self, question: Question, draft: Any, field: str, value: Any) -> Any:
        """The text, cut at the longest that is kept."""
        return value[: self.longest + 1] if isinstance(value, str) else draft

    def say(self, question: Question, answer: Any) -> tuple[str, ...]:
        """What was typed, with its unit."""
        return (f"{answer} {question.unit}".rstrip(),)

    def model(self, question: Question, key: Key) -> str:
        """The key as somebody would type it; the first of several variants."""
        return str(key.right[0] if isinstance(key.right, list | tuple) else key.right)
