"""Questions answered by typing: a number, a date, a few words."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from itertools import product
from typing import Any

from helpers.language import N_, _
from helpers.quiz.kind import Typed
from helpers.quiz.order import check_reasons
from helpers.quiz.question import Key, Marked, Question, QuestionError, Reason
from helpers.resolution.dates import said
from helpers.written import day_said, said_day

_FORMS = ("%Y-%m-%d", "%d %B %Y", "%d %b %Y", "%B %d %Y", "%d.%m.%Y")


def _entry(shown: str, holds: bool, key: Key) -> Marked:
    """Credit and the one reason of a question without options."""
    return Marked(float(holds), (Reason(shown, holds, True, key.why[""]),))


class Number(Typed):
    """A number, right within a tolerance.

    Examples
    --------
    >>> asked = Question("number", "days", "How many days?", unit="days")
    >>> key = Key("days", 82, {"": "From 9 December to 1 March."}, ("CL",))
    >>> Number().clean(asked, " 82 "), Number().mark(asked, key, "82").credit
    ('82', 1.0)
    """

    wanted = N_("Type a number in figures.")

    def check(self, question: Question) -> None:
        """Nothing but a prompt is needed."""

    def check_key(self, question: Question, key: Key) -> None:
        """The key is a finite number, its tolerance is not negative, and there is a reason."""
        if isinstance(key.right, bool) or not isinstance(key.right, int | float) or not math.isfinite(key.right):
            raise QuestionError(question.id, _("the key {key} is not a number").format(key=repr(key.right)))
        if key.within < 0:
            raise QuestionError(question.id, _("within is 0 or more: how far an answer may lie from the key"))
        check_reasons(question, key, ("",))

    def clean(self, question: Question, answer: Any) -> str | None:
        """The digits as typed, if they are a number."""
        if isinstance(answer, str) and len(answer) <= 40 and read_number(answer) is not None:
            return answer.strip()
        return None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """All or nothing, within the tolerance."""
        value = read_number(answer)
        return _entry(answer, value is not None and abs(value - key.right) <= key.within, key)


def read_number(text: str) -> float | None:
    """A number as people type it; ``None`` for anything else.

    Examples
    --------
    >>> [read_number(t) for t in ("2,245", "99.8", "99,8", "2 245", "-3", "1e9", "nan", "")]
    [2245.0, 99.8, 99.8, 2245.0, -3.0, None, None, None]
    """
    squeezed = re.sub(r"[\s  ]", "", text).replace("−", "-")
    if re.fullmatch(r"-?\d{1,3}(,\d{3})+(\.\d+)?", squeezed):
        squeezed = squeezed.replace(",", "")
    squeezed = squeezed.replace(",", ".")
    return float(squeezed) if re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,15})?", squeezed) else None


class Date(Typed):
    """A day.

    Examples
    --------
    >>> asked = Question("date", "adopted", "When was it adopted?")
    >>> Date().clean(asked, "1998-12-09"), Date().clean(asked, "soon")
    ('9 December 1998', None)
    """

    wanted = N_("Write a day as in 24 October 1945.")

    def check(self, question: Question) -> None:
        """Nothing but a prompt is needed."""

    def check_key(self, question: Question, key: Key) -> None:
        """The key is a day, and there is a reason."""
        if read_date(key.right) is None:
            message = _("the key {key} is not a day; write it as '9 December 1998'")
            raise QuestionError(question.id, message.format(key=repr(key.right)))
        check_reasons(question, key, ("",))

    def clean(self, question: Question, answer: Any) -> str | None:
        """The day as the United Nations writes it, whatever form it was typed in."""
        day = read_date(answer)
        return said(day) if day else None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """All or nothing."""
        return _entry(self.say(question, answer)[0], read_date(answer) == read_date(key.right), key)

    def say(self, question: Question, answer: Any) -> tuple[str, ...]:
        """The day as the reader's language writes it."""
        day = read_date(answer)
        return (said_day(day) if day else str(answer),)


def read_date(text: Any) -> datetime.date | None:
    """A day as people and browsers write it; ``None`` for anything else.

    Examples
    --------
    >>> [str(read_date(t)) for t in ("1998-12-09", "9 December 1998", "9.12.1998", "12/9/98")]
    ['1998-12-09', '1998-12-09', '1998-12-09', 'None']

    In another language, also as :func:`helpers.written.said_day` writes it.
    """
    if not isinstance(text, str) or len(text) > 40:
        return None
    cleaned = " ".join(text.replace(",", " ").split())
    for form in _FORMS:
        try:
            return datetime.datetime.strptime(cleaned, form).date()
        except ValueError:
            continue
    return day_said(cleaned)


class Text(Typed):
    """A few words, right if they are one of the accepted variants.

    Case, white space, the form of quotation marks and hyphens, and marks at either end do not count. A variant may
    hold an optional part in brackets and alternatives in braces, see :func:`variants`.

    Examples
    --------
    >>> asked = Question("text", "verb", "Which words open OP3?")
    >>> key = Key("verb", ("calls upon", "calls on"), {"": "OP3 opens so."}, ("OP3",))
    >>> Text().mark(asked, key, " Calls  upon, ").credit
    1.0
    """

    wanted = N_("Type a few words, at most 500 characters.")

    def check(self, question: Question) -> None:
        """Nothing but a prompt is needed."""

    def check_key(self, question: Question, key: Key) -> None:
        """One or more variants with something in them, and a reason."""
        accepted = key.right
        if isinstance(accepted, str) or not accepted or not all(isinstance(v, str) and plain(v) for v in accepted):
            raise QuestionError(question.id, _("the key is a list of one or more accepted variants"))
        for pattern in accepted:
            try:
                variants(pattern)
            except ValueError as problem:
                message = _("the variant {variant}: {problem}").format(variant=repr(pattern), problem=problem)
                raise QuestionError(question.id, message) from None
        check_reasons(question, key, ("",))

    def clean(self, question: Question, answer: Any) -> str | None:
        """The text as typed, if it is not empty and not too long."""
        if isinstance(answer, str) and len(answer) <= self.longest and plain(answer):
            return answer.strip()
        return None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """All or nothing."""
        accepted = {plain(variant) for pattern in key.right for variant in variants(pattern)}
        return _entry(answer, plain(answer) in accepted, key)

    def model(self, question: Question, key: Key) -> str:
        """The first of the accepted variants."""
        return variants(key.right[0])[0]


def plain(text: str) -> str:
    """What of a short answer counts.

    Examples
    --------
    >>> plain("  “Calls  UPON”. ") == plain("calls upon")
    True
    """
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = re.sub("[‐-―−]", "-", folded.replace("’", "'").replace("‘", "'"))
    return " ".join(folded.split()).strip(" .,;:!?\"'“”„«»()")


_PART = re.compile(r"\[([^][{}]*)\]|\{([^][{}]*)\}|([^][{}]+)")
_MOST = 200


def variants(pattern: str) -> tuple[str, ...]:
    """All texts that a pattern stands for, the longest form first.

    Brackets hold a part that may be left out, braces hold alternatives between bars. The texts are written out
    and compared, so that no pattern can keep a grader waiting as a regular expression can.

    Raises
    ------
    ValueError
        If brackets do not match or are nested, or it stands for more than 200 texts.

    Examples
    --------
    >>> variants("[the ]organi{s|z}ation")
    ('the organisation', 'the organization', 'organisation', 'organization')
    >>> variants("[the [old]]")
    Traceback (most recent call last):
    ...
    ValueError: brackets do not match or are nested
    """
    parts: list[tuple[str, ...]] = []
    end = 0
    for found in _PART.finditer(pattern):
        if found.start() != end:
            break
        optional, alternatives, fixed = found.groups()
        parts.append((fixed,) if fixed else (optional, "") if optional is not None else tuple(alternatives.split("|")))
        end = found.end()
    if end != len(pattern):
        raise ValueError(_("brackets do not match or are nested"))
    if math.prod(map(len, parts)) > _MOST:
        raise ValueError(_("it stands for more than {most} texts; list fewer").format(most=_MOST))
    return tuple("".join(choice) for choice in product(*parts))


class Essay(Typed):
    """A text of some length, read and graded by a person.

    Examples
    --------
    >>> asked = Question("essay", "op-essay", "Explain OP3.", words=(150, 250))
    >>> Essay().clean(asked, "Paragraph 3 calls upon States."), Essay().clean(asked, "  ")
    ('Paragraph 3 calls upon States.', None)
    """

    wanted = N_("Write a few sentences.")
    longest = 20_000

    def check(self, question: Question) -> None:
        """The length asked for is possible."""
        least, most = question.words
        if not 0 < least < most <= 2_000:
            raise QuestionError(question.id, _("words=(least, most) says how long an essay is, at most 2,000 words"))

    def check_key(self, question: Question, key: Key) -> None:
        """An essay has no key."""
        raise QuestionError(question.id, _("an essay has no key; write its mark scheme in the task cell below it"))

    def clean(self, question: Question, answer: Any) -> str | None:
        """The text as typed, if it is not empty."""
        return answer if isinstance(answer, str) and answer.strip() else None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """Never called: no essay has a key."""
        raise QuestionError(question.id, _("an essay is marked by a person"))

    def say(self, question: Question, answer: Any) -> tuple[str, ...]:
        """The text, a paragraph a line."""
        return tuple(line for line in answer.splitlines() if line.strip())


def count_words(text: str) -> int:
    """How many words a text has, as a person counts.

    Examples
    --------
    >>> count_words("Paragraph 3 “calls upon” – and hopes.")
    6
    """
    return sum(any(c.isalnum() for c in word) for word in text.split())
