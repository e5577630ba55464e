"""Feedback that is calm: what was chosen, whether it holds, why, and the paragraph."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import htpy as h

from helpers.language import _, ngettext
from helpers.quiz.drafted import NAMED, places_said
from helpers.quiz.question import Key, Marked, Reason
from helpers.resolution import load
from helpers.resolution.lint import Finding
from helpers.view import authored, by_author, english, filled, words


def feedback(key: Key, marked: Marked) -> h.Node:
    """The verdict, the reasons for what was chosen, the paragraph, and the other reasons folded below."""
    chosen = [reason for reason in marked.reasons if reason.chosen]
    others = [reason for reason in marked.reasons if not reason.chosen]
    missed = sum(reason.holds for reason in others)
    return h.fragment[
        h.p(".res-verdict")[verdict(marked, chosen, missed)],
        because(chosen),
        sources(key),
        h.details[h.summary[_("Why the other answers hold or do not")], because(others)] if others else None,
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
        return _("Yes, this holds.") if len(chosen) == 1 else _("Yes, all of these hold, and no other.")
    if missed and all(reason.holds for reason in chosen):
        return ngettext(
            "What you chose holds, and there is one more that does.",
            "What you chose holds, and there are {n} more that do.",
            missed,
        ).format(n=missed)
    if any(reason.holds for reason in chosen):
        return _("Part of what you chose holds.")
    return _("This does not hold.") if len(chosen) == 1 else _("None of these holds.")


def because(reasons: Iterable[Reason]) -> h.Element:
    """Each option with whether it holds, and why."""
    holds, fails = _("{answer} — this holds. {why}"), _("{answer} — this does not hold. {why}")
    return h.ul[
        [h.li[filled(holds if reason.holds else fails, answer=_answer(reason), why=_why(reason))] for reason in reasons]
    ]


def _answer(reason: Reason) -> h.Node:
    if reason.of == "text":
        note = reason.note and f" ({reason.note})"
        return h.strong[english(reason.option), note]
    return h.strong(authored() if reason.of == "author" else {})[reason.option]


def _why(reason: Reason) -> h.Node:
    if reason.findings:
        return _places(reason.findings)
    written = reason.of == "author" or (reason.of == "text" and reason.holds)
    return by_author(reason.why) if written else reason.why


def _places(findings: Sequence[Finding]) -> h.Node:
    """Where a draft breaks a rule; the draft's own words are English."""
    message, more = places_said(findings)
    at, apart = _("{element}: {problem}"), _("; ")
    places = [
        (apart if place else None, filled(at, element=finding.element, problem=_problem(finding)))
        for place, finding in enumerate(findings[:NAMED])
    ]
    return filled(message, places=places, n=more)


def _problem(finding: Finding) -> h.Node:
    return filled(finding.wording, **{name: english(words) for name, words in finding.english.items()})


def sources(key: Key) -> h.Node:
    """The words of the elements that settle the question."""
    resolution = load("A/RES/53/137")
    return [words(resolution, element_id) for element_id in key.source]
