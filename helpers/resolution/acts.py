"""Read the acts of an operative paragraph: what the organ does, to whom, by when."""

from __future__ import annotations

from helpers.resolution import actors, addressee, deadline, lexicon, verbs
from helpers.resolution.model import Act, Span
from helpers.resolution.tokens import Token, quoted
from helpers.resolution.verbs import Found

# How far back, in characters, a pronoun is looked up: no paragraph of the course is half as long.
_MEMORY = 4000
_EDGE = " \t\n\r,;.:"


def acts(text: str) -> tuple[Act, ...]:
    """Return the acts of one operative paragraph in printed order.

    Parameters
    ----------
    text : str
        The running text of the paragraph, without its number.

    Returns
    -------
    tuple of Act
        One for each finite verb of which the organ is the subject; empty where there is none.
        All spans are ranges of ``text``.

    Examples
    --------
    >>> first, second = acts("Takes note of the plan, and invites States to comment by 1 May 2031;")
    >>> first.verb, second.addressee, second.deadline
    ('Takes note', 'States', 'by 1 May 2031')
    """
    tokens = verbs.visible(text)
    titles = quoted(text)
    read: list[Act] = []
    for found in verbs.find(tokens):
        read.append(_act(text, tokens, found, titles, read))
    return tuple(read)


def _act(text: str, tokens: list[Token], found: Found, titles: list[tuple[int, int]], earlier: list[Act]) -> Act:
    span = Span(tokens[found.first].start, tokens[found.last - 1].end)
    verb = verbs.wording(text, tokens, found)
    kind, strength = lexicon.kind_of(verb)
    last = len(text) if found.clause == len(tokens) else tokens[found.clause - 1].end
    whom = addressee.find(tokens, verb, found.last, found.clause) if kind == "directive" else None
    whom_span = Span(tokens[whom[0]].start, tokens[whom[1] - 1].end) if whom else None
    name = text[slice(*whom_span)] if whom_span else None
    resolved = None
    if name and whom_span:
        named = [act.resolved or act.addressee for act in earlier[-3:] if act.addressee]
        before = text[max(0, whom_span.start - _MEMORY) : whom_span.start]
        resolved = actors.resolve(name, before, [other for other in named if other])
    due = deadline.find(text, span.end, last, titles) if kind != "evaluative" else []
    rest = whom_span.end if whom_span else span.end
    action = text[rest:last].strip(_EDGE)
    return Act(
        verb=verb,
        addressee=name,
        resolved=resolved,
        action=action or None,
        deadline=text[slice(*due[0])] if due else None,
        kind=kind,
        strength=strength,
        span=span,
        addressee_span=whom_span,
        deadline_span=due[0] if due else None,
    )
