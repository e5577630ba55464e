"""Quotations: whether words that are given as the resolution's are the resolution's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from helpers.language import _
from helpers.resolution.model import Resolution

_CURLY = re.compile(r"“([^”]+)”")
_BLOCK = re.compile(r"^> ?(.+)$", re.MULTILINE)
# Where a lesson is in another language, its Markdown says of the resolution's words that they are English.
_IN_ENGLISH = re.compile(r"</?span[^>]*>")
_WITH_ID = re.compile(r"(.+) \(([A-Za-z0-9.]+)\)")


def misquoted(resolution: Resolution, markdown: str) -> Iterator[str]:
    """What is wrong with the blockquotes of a Markdown text, a line each.

    A blockquote is a part of one element's text, word for word, and ends with that element's id.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> list(misquoted(load("A/RES/53/137"), "> Requests the Secretary-General (OP4)\\n> Urges him (OP4)"))
    ['not in OP4: Urges him']
    """
    for line in _BLOCK.findall(markdown):
        found = _WITH_ID.fullmatch(_IN_ENGLISH.sub("", line).strip())
        if not found:
            yield _("a quotation does not end with its id: {words}").format(words=line[:60])
            continue
        try:
            text = resolution[found[2]].text
        except KeyError:
            yield _("the resolution has no {id}: {words}").format(id=found[2], words=line[:60])
            continue
        if plain(found[1]) not in plain(text):
            yield _("not in {id}: {words}").format(id=found[2], words=found[1])


def unverified(resolution: Resolution, text: str) -> Iterator[str]:
    """What stands in curly quotation marks and is not in the resolution; an ellipsis stands for words left out.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> list(unverified(load("A/RES/53/137"), "It “calls upon … Member States” and “urges” them."))
    ['urges']
    """
    whole = plain(resolution.source).casefold()
    for words in _CURLY.findall(text):
        parts = re.split(r"\s*(?:…|[.]{3})\s*", words.strip(" .,;"))
        if any(plain(part).casefold() not in whole for part in parts):
            yield words


def quotations(text: str) -> int:
    """How many quotations a text holds: blockquotes, and words in curly quotation marks outside them.

    Examples
    --------
    >>> quotations("> Requests the Secretary-General (OP4)\\n\\nIt “requests”, and it “decides”.")
    3
    """
    return len(_BLOCK.findall(text)) + len(_CURLY.findall(_BLOCK.sub("", text)))


def plain(text: str) -> str:
    """Words without emphasis marks, curly quotation marks and line breaks, for comparing.

    Examples
    --------
    >>> plain("*Calls   upon* “all”")
    'Calls upon "all"'
    """
    return " ".join(re.sub(r"[*_]", "", text).replace("“", '"').replace("”", '"').split())
