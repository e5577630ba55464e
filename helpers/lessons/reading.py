"""How hard a lesson reads: LIX (Björnsson, 1968), which needs no dictionary and no count of syllables."""

from __future__ import annotations

import re

#: Above this a lesson is too hard for readers with little English: LIX calls 40 to 50 medium.
LIMIT = 40
_LONG = 6
_SKIPPED = re.compile(r"^(?:[>|#]|\s*$).*$", re.MULTILINE)
_MARKS = re.compile(r"\[([^\]]*)\]\([^)]*\)|[*_`]")


def lix(markdown: str) -> int:
    """The reading level of our own sentences: words a sentence, plus the percentage of words of over six letters.

    Quotations, tables and headings are left out. Up to 30 is very easy, 40 to 50 medium, from 60 on very hard.

    Parameters
    ----------
    markdown : str
        The prose of a lesson.

    Examples
    --------
    >>> lix("The Assembly met. It adopted a text.")
    32
    >>> lix("> The General Assembly,")
    0
    """
    text = _MARKS.sub(lambda found: found[1] or "", _SKIPPED.sub("\n", markdown))
    items = re.split(r"[.:!?…]\s|\n\s*(?:[-*]|\d+\.)\s|\n\n", text + "\n\n")
    sentences = [words for item in items if (words := re.findall(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*", item))]
    words = [word for sentence in sentences for word in sentence]
    if not words:
        return 0
    long = sum(len(word) > _LONG for word in words)
    return round(len(words) / len(sentences) + 100 * long / len(words))
