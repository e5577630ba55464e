"""Marking words in the resolution's own text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any

from helpers.language import N_, _, ngettext
from helpers.quiz.order import check_reasons
from helpers.quiz.question import Key, Marked, Question, QuestionError, Reason
from helpers.resolution import Span, load

_WORD = re.compile(r"\w+(?:[-’'/.]\w+)*")
_RESOLUTION = "A/RES/53/137"


@cache
def passage(element_id: str) -> tuple[str, tuple[Span, ...]]:
    """The words of one element and where each of them stands in its text.

    Raises
    ------
    KeyError
        If the resolution has no such element.

    Examples
    --------
    >>> text, spans = passage("FN7")
    >>> text, [text[slice(*span)] for span in spans]
    ('A/53/230.', ['A/53/230'])
    """
    text = load(_RESOLUTION)[element_id].text
    return text, tuple(Span(*found.span()) for found in _WORD.finditer(text))


def spans_of(element_id: str, marked: Iterable[int]) -> tuple[tuple[int, int], ...]:
    """The spans of marked words, given by their numbers; neighbours make one span.

    Examples
    --------
    >>> spans_of("OP4", {6, 1, 2})
    ((9, 30), (46, 49))
    """
    _, spans = passage(element_id)
    runs: list[list[int]] = []
    for number in sorted(marked):
        if runs and runs[-1][-1] == number - 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return tuple((spans[run[0]].start, spans[run[-1]].end) for run in runs)


class Marking:
    """Words of one element are marked; credit is by overlap.

    An answer is a list of spans, ``[start, end)`` in characters of the element's text. Credit is the number of words
    that are both marked and right, as a share of the words that are either (Jaccard's index, 1901): a word too many
    costs as much as a word too few, and marking everything earns little.

    Examples
    --------
    >>> asked = Question("marking", "a", "Who is called upon?", passage="OP3")
    >>> key = Key("a", ("all Member States",), {"": "They stand after the verb."}, ("OP3",))
    >>> answer = Marking().clean(asked, [[15, 28]])
    >>> Marking().say(asked, answer), round(Marking().mark(asked, key, answer).credit, 2)
    (('“Member States”',), 0.67)
    """

    wanted = N_("Mark at least one word.")

    def check(self, question: Question) -> None:
        """The element is one of the resolution and has words to choose from."""
        try:
            enough = len(passage(question.passage)[1]) > 1
        except KeyError:
            message = _("{element} is no element of the resolution").format(element=repr(question.passage))
            raise QuestionError(question.id, message) from None
        if not enough:
            message = _("{element} has only one word; choose a longer element").format(element=question.passage)
            raise QuestionError(question.id, message)

    def check_key(self, question: Question, key: Key) -> None:
        """Every phrase of the key stands in the text exactly once, whole words, no two of them overlapping."""
        if isinstance(key.right, str) or not key.right:
            raise QuestionError(question.id, _("the key is a list of one or more phrases of the text"))
        text, spans = passage(question.passage)
        taken: set[int] = set()
        for phrase in key.right:
            if not isinstance(phrase, str) or text.count(phrase) != 1:
                message = _("{phrase} does not stand in {element} exactly once")
                raise QuestionError(question.id, message.format(phrase=repr(phrase), element=question.passage))
            start = text.index(phrase)
            end = start + len(phrase)
            if not any(span.start == start for span in spans) or not any(span.end == end for span in spans):
                message = _("{phrase} begins or ends within a word or at a mark").format(phrase=repr(phrase))
                raise QuestionError(question.id, message)
            inside = self._inside(question, start, end)
            if taken & inside:
                message = _("{phrase} overlaps another phrase of the key").format(phrase=repr(phrase))
                raise QuestionError(question.id, message)
            taken |= inside
        check_reasons(question, key, ("",))

    def opening(self, question: Question) -> tuple[tuple[int, int], ...]:
        """Nothing is marked."""
        return ()

    def take(self, question: Question, draft: Any, field: str, value: Any) -> tuple[tuple[int, int], ...]:
        """Mark a word, or take its mark away; the value is its number, or two numbers with a hyphen for a run."""
        found = re.fullmatch(r"(\d{1,4})(?:-(\d{1,4}))?", value) if isinstance(value, str) else None
        if not found:
            return tuple(draft)
        numbers = sorted((int(found[1]), int(found[2] or found[1])))
        run = set(range(numbers[0], min(numbers[1] + 1, len(passage(question.passage)[1]))))
        chosen = self.chosen(question, draft)
        return spans_of(question.passage, chosen - run if run <= chosen else chosen | run)

    def chosen(self, question: Question, answer: Any) -> frozenset[int]:
        """The numbers, from 0, of the words that an answer marks."""
        return frozenset[int]().union(*(self._inside(question, start, end) for start, end in answer))

    def _inside(self, question: Question, start: int, end: int) -> set[int]:
        spans = passage(question.passage)[1]
        return {number for number, span in enumerate(spans) if span.start < end and start < span.end}

    def model(self, question: Question, key: Key) -> tuple[tuple[int, int], ...]:
        """The spans of the key's phrases."""
        text = passage(question.passage)[0]
        return tuple(sorted((text.index(phrase), text.index(phrase) + len(phrase)) for phrase in key.right))

    def clean(self, question: Question, answer: Any) -> tuple[tuple[int, int], ...] | None:
        """The spans, widened to whole words; ``None`` if nothing is marked or one is no span of the text."""
        length = len(passage(question.passage)[0])
        if not isinstance(answer, list | tuple) or len(answer) > length:
            return None
        for span in answer:
            if not isinstance(span, list | tuple) or len(span) != 2 or not all(type(edge) is int for edge in span):
                return None
            if not 0 <= span[0] < span[1] <= length:
                return None
        return spans_of(question.passage, self.chosen(question, answer)) or None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """Overlap in words, with a reason for each phrase of the key and for what was marked beside it."""
        chosen, right = self.chosen(question, answer), self.chosen(question, self.model(question, key))
        reasons: list[Reason] = []
        phrases = self.model(question, key)
        for phrase, (start, end) in zip(self.say(question, phrases), phrases, strict=True):
            inside = self._inside(question, start, end)
            share = len(inside & chosen)
            found = ngettext("you marked {n} of its {of} words", "you marked {n} of its {of} words", share)
            note = "" if share in (0, len(inside)) else found.format(n=share, of=len(inside))
            reasons.append(Reason(phrase, True, bool(share), "" if reasons else key.why[""], "text", note))
        beside = spans_of(question.passage, chosen - right)
        beyond = _("It is not part of it.")
        reasons += [Reason(line, False, True, beyond, "text") for line in self.say(question, beside)]
        return Marked(len(chosen & right) / len(chosen | right), tuple(reasons))

    def say(self, question: Question, answer: Any) -> tuple[str, ...]:
        """Each phrase in quotation marks."""
        text = passage(question.passage)[0]
        return tuple(f"“{text[start:end]}”" for start, end in answer)
