"""Feedback that is calm: what was chosen, whether it holds, why, and the paragraph."""

from __future__ import annotations

from collections.abc import Iterable

import htpy as h

from helpers.quiz.question import Key, Marked, Reason
from helpers.resolution import load
from helpers.view import words


def feedback(key: Key, marked: Marked) -> h.Node:
    """The verdict, the reasons for what was chosen, the paragraph, and the other reasons folded below."""
    chosen = [reason for reason in marked.reasons if reason.chosen]
    others = [reason for reason in marked.reasons if not reason.chosen]
    missed = sum(reason.holds for reason in others)
    return h.fragment[
        h.p(".res-verdict")[verdict(marked, chosen, missed)],
        because(chosen),
        sources(key),
        h.details[h.summary["Why the other answers hold or do not"], because(others)] if others else None,
    ]


def verdict(marked: Marked, chosen: list[Reason], missed: int) -> str:
    """One calm sentence on the whole answer.

    Examples
    --------
    >>> right, wrong = Reason("a", True, True, ""), Reason("b", False, True, "")
    >>> verdict(Marked(0.5, ()), [right], 1)
    'What you chose holds, and there is one more that does.'
    >>> verdict(Marked(0.0, ()), [right, wrong], 0)
    'Part of what you chose holds.'
    """
    if marked.right:
        return "Yes, this holds." if len(chosen) == 1 else "Yes, all of these hold, and no other."
    if missed and all(reason.holds for reason in chosen):
        more = "is one more that does" if missed == 1 else f"are {missed} more that do"
        return f"What you chose holds, and there {more}."
    if any(reason.holds for reason in chosen):
        return "Part of what you chose holds."
    return "This does not hold." if len(chosen) == 1 else "None of these holds."


def because(reasons: Iterable[Reason]) -> h.Element:
    """Each option with whether it holds, and why."""
    return h.ul[
        [
            h.li[h.strong[reason.option], " — holds. " if reason.holds else " — does not hold. ", reason.why]
            for reason in reasons
        ]
    ]


def sources(key: Key) -> h.Node:
    """The words of the elements that settle the question."""
    resolution = load("A/RES/53/137")
    return [words(resolution, element_id) for element_id in key.source]
