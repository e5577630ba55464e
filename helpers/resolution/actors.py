"""Tell who acts from what is done, and whom a pronoun means."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from helpers.resolution.tokens import Token
from helpers.resolution.vocabulary import words

RELATIVE = frozenset({"that", "which", "who", "whose"})
_JOINED = frozenset({"and", "or", ","})


def _breaks(tokens: list[Token], at: int, end: int) -> bool:
    """Whether the noun phrase ends before this word: a preposition, a relative, a later participle."""
    low = tokens[at].low
    if low in words("noun phrase break") or low in RELATIVE or low in {"(", "to", "as"}:
        return True
    before = tokens[at - 1]
    known = before.text in words("actor") or before.low in words("infinitive noun")
    if low.endswith("ing") and known:
        return True
    following = tokens[at + 1].low if at + 1 < end else ""
    return low.endswith("ed") and (known or following in {"by", "in", "to"})


def _nouns(tokens: list[Token], start: int, end: int) -> list[Token]:
    """Return the last word of each coordinated part before the noun phrase ends.

    "international and regional organizations of" gives "international", "organizations".
    """
    found: list[Token] = []
    for k in range(start, end):
        if k > start and _breaks(tokens, k, end):
            break
        if tokens[k].low in _JOINED:
            continue
        if k + 1 >= end or tokens[k + 1].low in _JOINED or _breaks(tokens, k + 1, end):
            found.append(tokens[k])
    return found


def is_actor(tokens: list[Token], start: int, end: int, strict: bool = False) -> bool:
    """Whether a noun phrase names somebody who can act, judged by its coordinated head nouns.

    Parameters
    ----------
    tokens : list of Token
        The paragraph.
    start, end : int
        The noun phrase with what depends on it.
    strict : bool
        Take only nouns the course knows, and names without an article.

    Examples
    --------
    >>> from helpers.resolution.tokens import tokenize
    >>> tokens = tokenize("ongoing efforts by States")
    >>> is_actor(tokens, 0, len(tokens))
    False
    """
    nouns = _nouns(tokens, start, end)
    if not nouns:
        return False
    actors, things = words("actor"), words("infinitive noun")
    if any(noun.text in actors or noun.low in actors for noun in nouns):
        return nouns[0].low not in things
    if strict:
        return tokens[start].text[0].isupper()
    if any(token.text in {"United", "Nations"} for token in tokens[start : min(end, start + 4)]):
        return True
    # what cannot be told by its form is judged by the last noun: earlier ones may be adjectives
    last = nouns[-1]
    return any(noun.text[0].isupper() for noun in nouns) or not (last.low in things or _is_thing(last))


def _is_thing(word: Token) -> bool:
    return word.low.endswith(tuple(words("ending of things"))) or not word.low[0].isalpha()


_NAME = r"[A-Z][\w’'-]*"
_OF = rf"(?: (?:of the|of|for the|for|on the|on|to the) {_NAME}(?: {_NAME})*(?: system)?)?"


@cache
def _mentions(role: str) -> re.Pattern[str]:
    titles = "|".join(sorted(map(re.escape, words(role)), key=len, reverse=True))
    if role == "plural actor":
        quantity = r"(?:all|other|relevant|interested|those|the|these|both|member|specialized|United Nations)"
        return re.compile(rf"\b(?:{quantity} )*(?:Member )?\b(?:{titles})\b(?: parties\b)?{_OF}")
    return re.compile(rf"\b[Tt]he (?:{_NAME} )*(?:{titles})\b{_OF}")


def resolve(pronoun: str, before: str, named: Sequence[str] = ()) -> str | None:
    """Return whom a pronoun means: whom the organ addressed just before, else the nearest fitting name.

    Parameters
    ----------
    pronoun : str
        "him", "her", "he", "she", "them" or "it"; any other addressee needs no resolving.
    before : str
        The paragraph up to the pronoun.
    named : sequence of str
        The addressees of the acts before, in order.

    Returns
    -------
    str or None
        The name as printed; None where no earlier name fits.

    Examples
    --------
    >>> resolve("him", "Takes note of the report of the Secretary-General, and requests ")
    'the Secretary-General'
    """
    role = {
        "him": "person",
        "her": "person",
        "it": "body",
        "he": "person",
        "she": "person",
        "them": "plural actor",
    }.get(pronoun.lower())
    if role is None:
        return None
    pattern = _mentions(role)
    for name in reversed(named):
        if pattern.search(name) or (role == "plural actor" and " and " in name):
            return name
    found = None
    for m in pattern.finditer(before):
        found = m.group()
    return found
