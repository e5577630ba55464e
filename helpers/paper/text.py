"""Texts for print: the resolution with an id beside every element, plain or with its signs; a draft to mend."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from helpers.language import N_, _
from helpers.paper.prose import Run
from helpers.paper.words import printed, words
from helpers.resolution import load
from helpers.resources import columns

NUMBERED = N_("Resolution 53/137, numbered")
WITH_SIGNS = N_("Resolution 53/137, numbered, with its signs")
TO_MEND = N_("A draft to mend")


def data(layers: Collection[str] = ()) -> dict[str, Any]:
    """What the template ``text`` prints; the notes stand together at the end, as on no printed page.

    Examples
    --------
    >>> [part["id"] for part in data()["words"]][8:11]
    ['EW', 'PP1', 'PP2']
    """
    resolution = load("A/RES/53/137")
    elements = sorted(resolution.elements, key=lambda element: element.kind == "note")
    return {
        "title": _(WITH_SIGNS) if layers else _(NUMBERED),
        "about": _(
            "The names in the margin are the course’s. In print only the seven operative paragraphs have numbers, and "
            "the notes stand where each printed page ended."
        ),
        "draft": False,
        "signs": bool(layers),
        "words": [printed(element.id, words(resolution, element.id, layers)) for element in elements],
    }


def draft() -> str:
    """The draft full of mistakes that lesson 13 opens with.

    Examples
    --------
    >>> draft().splitlines()[0]
    'The General Assembly'
    """
    return next(row["text"] for row in columns("language/sample_drafts.csv", "id", "text") if row["id"] == "flawed")


def draft_data() -> dict[str, Any]:
    """What the template ``text`` prints of it: room between the lines for a pencil.

    Examples
    --------
    >>> draft_data()["words"][0]["id"]
    '1'
    """
    lines = [line for line in draft().splitlines() if line.strip()]
    return {
        "title": _(TO_MEND),
        "about": _(
            "It is short and full of mistakes, and it is not a text of the United Nations. Mend it with a pencil, "
            "using the drafting rules: about ten small changes. The numbers in the margin count its lines."
        ),
        "draft": True,
        "signs": False,
        "words": [printed(str(number), (Run(line),)) for number, line in enumerate(lines, 1)],
    }
