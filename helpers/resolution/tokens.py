"""Cut a paragraph into words and marks, and find phrases of the vocabulary among them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from helpers.resolution.vocabulary import phrases_at

# A word may hold inner hyphens, apostrophes and slashes; every other mark is a token of its own.
_TOKEN = re.compile(r"[^\W_]+(?:[-'’‑/][^\W_]+)*|[^\w\s]|_")

# A longer stretch without its closing mark is a stray mark, not a quotation.
_QUOTED = re.compile(r"“[^“”]{0,600}”|\"[^\"]{0,600}\"")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark with its place; ``low`` is its lower-case form with straight apostrophes."""

    text: str
    low: str
    start: int
    end: int


def quoted(text: str) -> list[tuple[int, int]]:
    """Return the ranges between quotation marks, marks included.

    Examples
    --------
    >>> quoted('the item "Oceans" only')
    [(9, 17)]
    """
    return [m.span() for m in _QUOTED.finditer(text)]


def tokenize(text: str) -> list[Token]:
    """Cut a text into words and marks, in linear time.

    Examples
    --------
    >>> [token.text for token in tokenize("Secretary-General, and")]
    ['Secretary-General', ',', 'and']
    """
    return [
        Token(m.group(), m.group().lower().replace("’", "'").replace("‑", "-"), m.start(), m.end())
        for m in _TOKEN.finditer(text)
    ]


def match_phrase(tokens: list[Token], start: int, role: str) -> int:
    """Return how many tokens from ``start`` on form a phrase of this role; 0 if none."""
    if not 0 <= start < len(tokens):
        return 0
    for parts in phrases_at(role, "first").get(tokens[start].low, ()):
        end = start + len(parts)
        if end <= len(tokens) and all(tokens[start + k].low == part for k, part in enumerate(parts)):
            return len(parts)
    return 0
