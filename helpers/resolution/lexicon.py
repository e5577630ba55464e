"""The openings of paragraphs: which phrases there are, what they do, where one ends.

Follows the italics of the United Nations' own printing: *Expresses its deep concern* at ...,
*Takes note* of ..., *Aware* of ...; prepositions stay outside except after *calls*.
"""

from __future__ import annotations

from functools import cache

from helpers.resolution.model import Kind, Span
from helpers.resolution.tokens import Token, match_phrase, tokenize
from helpers.resolution.vocabulary import by_phrase, heads, words

_CALLING = frozenset({"upon", "on", "for"})
_CALLS = frozenset({"calls", "call", "calling"})
_LOOKAHEAD = 8


@cache
def _openers() -> frozenset[str]:
    return heads("preamble") | heads("operative") | words("verb of state")


def adverbs_at(tokens: list[Token], start: int) -> int:
    """Return how many tokens from ``start`` on are adverbs of the verb to come."""
    at = start
    while step := match_phrase(tokens, at, "adverb"):
        at += step
    return at - start


def _later_adverbs(tokens: list[Token], at: int) -> int:
    """Return where the adverbs printed after a verb end ("decides further that", "welcomes also")."""
    end = at
    while step := match_phrase(tokens, end, "adverb"):
        end += step
    if end == at or end >= len(tokens):
        return end
    following = tokens[end]
    certain = tokens[end - 1].low in words("adverb of verbs only")
    if certain or following.low in words("after an adverb") or following.text[0].isupper():
        return end
    # "expresses once again its", "encourages further progress"
    return end if match_phrase(tokens, end, "connective") or following.low in words("plural actor") else at


def _manner(tokens: list[Token], at: int) -> int:
    """Return where "with great appreciation", "in the strongest terms", "without reservation" ends."""
    if at >= len(tokens):
        return at
    if tokens[at].low == "with":
        for k in range(at + 1, min(at + 5, len(tokens))):
            if tokens[k].low in words("manner"):
                if k + 2 < len(tokens) and tokens[k + 1].low == "and":
                    last = next((j for j in (k + 2, k + 3) if j < len(tokens) and tokens[j].low in words("manner")), k)
                    return last + 1
                return k + 1
            if tokens[k].low in words("end of an attitude"):
                return at
    low = [token.low for token in tokens[at : at + 5]]
    if low[:3] == ["in", "the", "strongest"]:
        for k, word in enumerate(low):
            if word == "terms":
                return at + k + 1
    if low[:2] == ["without", "reservation"]:
        return at + 2
    return at


def _attitude(tokens: list[Token], at: int, head: str) -> int:
    """Return where the feeling or speech act of a voicing verb ends: "its deep concern", "the hope"."""
    k = at
    if k >= len(tokens):
        return at
    free = head in {"expresses", "expressing", "renews", "renewing"}
    speech = head in {"reiterates", "reiterating"}
    its = tokens[k].low == "its"
    article = tokens[k].low in {"the", "a", "an"}
    if not (its or free or speech):
        return at
    if its or article:
        k += 1
    limit = min(k + _LOOKAHEAD, len(tokens))
    nouns = words("attitude")
    while k < limit:
        low = tokens[k].low
        if low in nouns and not (article and not free and low not in {"call", "request", "invitation", "appeal"}):
            return _coordinated(tokens, k + 1, nouns)
        if low in words("end of an attitude") - {"and"} or not (low[0].isalpha() or low == ","):
            return at
        k += 1
    return at


def _coordinated(tokens: list[Token], at: int, nouns: frozenset[str]) -> int:
    """Take in "... and gratitude", and "upon" after a call."""
    end = at
    if end + 1 < len(tokens) and tokens[end].low == "and":
        for k in range(end + 1, min(end + 4, len(tokens))):
            low = tokens[k].low
            if low in nouns:
                end = k + 1
                break
            if low in words("end of an attitude") or low in heads("operative") or low == "its":
                break
    if tokens[end - 1].low in {"call", "calls"} and end < len(tokens) and tokens[end].low in _CALLING:
        end += 1
    return end


def _over_connective(tokens: list[Token], at: int) -> int:
    """Return the index after "in this regard" or ", to this end,"; ``at`` itself if there is none."""
    comma = at < len(tokens) and tokens[at].low == ","
    step = match_phrase(tokens, at + comma, "connective")
    if not step:
        return at
    after = at + comma + step
    return after + 1 if comma and after < len(tokens) and tokens[after].low == "," else after


def head_end(tokens: list[Token], head: int) -> int:
    """Return the token index after the phrase that the word at ``head`` carries.

    Parameters
    ----------
    tokens : list of Token
        The paragraph.
    head : int
        The index of a verb, participle or adjective such as "requests", "Noting", "concerned".

    Returns
    -------
    int
        The index after its fixed words, adverbs, attitude and manner.

    Examples
    --------
    >>> head_end(tokenize("Expresses its deep concern at the delay"), 0)
    4
    """
    word = tokens[head].low
    at = head + 1
    at = max(at, head + match_phrase(tokens, head, "fixed phrase"))
    if word == "having":
        at += adverbs_at(tokens, at)
        return at + 1 if at < len(tokens) else at
    if word in words("verb of state"):
        return _state(tokens, at)
    at = _later_adverbs(tokens, at)
    if word in _CALLS:
        if at < len(tokens) and tokens[at].low == "attention":
            return at + 1
        across = _over_connective(tokens, at)
        if across + 1 < len(tokens) and tokens[across].low == "," and tokens[across + 1].low in _CALLING:
            across += 1  # "Calls in particular, for"
        if across < len(tokens) and tokens[across].low in _CALLING:
            at = across + 1
            return _later_adverbs(tokens, at) if at < len(tokens) and tokens[at].low == "also" else at
    if word in words("voicing verb"):
        across = _over_connective(tokens, at)
        after = _attitude(tokens, across, word)
        at = after if after > across else at
    end = _manner(tokens, at)
    return _later_adverbs(tokens, end) if end > at else end


def _state(tokens: list[Token], at: int) -> int:
    """Return where "remains deeply concerned" or "continues to encourage" ends."""
    if at + 1 < len(tokens) and tokens[at].low == "to":
        return at + 2
    k = at
    while k < min(at + 4, len(tokens)):
        if tokens[k].low in heads("preamble") or tokens[k].low in {"convinced", "seized", "gratified"}:
            return k + 1
        if not (match_phrase(tokens, k, "adverb") or tokens[k].low.endswith("ly")):
            break
        k += 1
    return at


def kind_of(verb: str) -> tuple[Kind, int]:
    """Return the kind and strength of a verb phrase.

    Parameters
    ----------
    verb : str
        The phrase as printed, "strongly urges" or "Reiterates its deep concern".

    Returns
    -------
    tuple of str and int
        The table's row for the phrase, else for it without adverbs, else for its attitude or first verb;
        an unknown verb is evaluative, 2.

    Examples
    --------
    >>> kind_of("Also reiterates its urgent request")
    ('directive', 4)
    """
    table = by_phrase()
    parts = [token.low for token in tokenize(verb)]
    adverbs = words("adverb") | {"once"}
    bare = [word for word in parts if word not in adverbs]
    if not bare:
        return "evaluative", 2
    tries = [" ".join(parts), " ".join(bare)]
    if bare[0] in words("voicing verb"):
        tail = bare[-1] if bare[-1] not in _CALLING else bare[-2]
        if not tail.endswith("ss"):
            tail = tail.removesuffix("s")
        tries += [f"{bare[0]} its {tail}", f"{bare[0]} the {tail}"]
        if tail in {"request", "call", "invitation", "demand", "appeal"} and bare[0] != "expresses":
            tries.append(f"reiterates its {tail}")
        if tail in {"intention", "intent", "readiness", "willingness", "determination", "resolve"}:
            tries.append("expresses its intention")
    if len(bare) > 1 and bare[0] in _CALLS:
        tries.append(f"calls {bare[-1]}")
    if len(bare) > 2 and bare[:2] == ["continues", "to"]:
        tries.append(bare[2] + "s")
    if len(bare) > 1 and bare[0] in words("verb of state"):
        tries.append(f"{bare[0]} {bare[-1]}")
    tries += [bare[0]]
    for phrase in tries:
        entry = table.get(phrase)
        if entry is not None and entry.kind is not None and entry.strength is not None:
            return entry.kind, entry.strength
    return "evaluative", 2


def split_opening(text: str) -> int:
    """Return the length of the opening phrase at the start of a paragraph.

    Parameters
    ----------
    text : str
        The running text of one paragraph, without its number.

    Returns
    -------
    int
        Characters of the phrase the United Nations would print in italics; 0 if none is known.

    Examples
    --------
    >>> text = "Reaffirming once more the permanent validity of the principles"
    >>> text[:split_opening(text)]
    'Reaffirming once more'
    """
    start = len(text) - len(text.lstrip())
    tokens = tokenize(text[start : start + 400])
    at = adverbs_at(tokens, 0)
    while at < len(tokens) and tokens[at].low.endswith("ly"):
        at += 1
    if at >= len(tokens):
        return 0
    if tokens[at].low not in _openers() and tokens[at].low != "having":
        return 0
    end = head_end(tokens, at)
    return start + Span(0, tokens[end - 1].end).end
