"""Read when and where a resolution was adopted, from its closing lines or the line below its symbol."""

from __future__ import annotations

import re

from helpers.resolution import numerals
from helpers.resolution.model import Adoption, Span

_MEETING = re.compile(r"\b(\S{1,20} (?:\([a-z]+\) )?(?:plenary |closing |private )?meeting)\b", re.IGNORECASE)


def adoption(text: str, span: Span, vote: str | None = None) -> Adoption:
    """The meeting and the date that a closing or an opening line names.

    Parameters
    ----------
    text : str
        The running text of the line.
    span : Span
        Its place in the source.
    vote : str, optional
        The record of the vote.

    Examples
    --------
    >>> found = adoption("85th plenary meeting 9 December 1998", Span(0, 36))
    >>> found.meeting, found.date
    ('85th plenary meeting', datetime.date(1998, 12, 9))
    >>> adoption("Adopted at its 6459th meeting, on 17 December 2010", Span(0, 50)).meeting
    '6459th meeting'
    """
    meeting = _MEETING.search(text)
    return Adoption(meeting[1] if meeting else None, numerals.date(text), span, vote)
