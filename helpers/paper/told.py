"""What the templates themselves say, in the language that is spoken: headings, labels, the names of the signs."""

from __future__ import annotations

from typing import Any

from helpers.language import _


def told() -> dict[str, Any]:
    """The words of all templates, by the names that they have there.

    Examples
    --------
    >>> told()["look"], told()["signs"][3]
    ('Look for', {'id': 'deadline', 'name': 'deadlines', 'sign': 'boxed'})
    """
    return {
        "teacher": _("For the teacher"),
        "settling": _("The words that settle them"),
        "name": _("Name"),
        "words": _("The resolution’s words"),
        "look": _("Look for"),
        "answer": _("Answer"),
        "pair": _("With a partner"),
        "discuss": _("Discuss"),
        "notes": _("Notes"),
        "points": _("Key points: fold this part back before you start, and open it at the end"),
        "day": _("day"),
        "month": _("month"),
        "year": _("year"),
        "signs": [
            {"id": "opening", "name": _("openings and operative verbs"), "sign": _("bold")},
            {"id": "addressee", "name": _("addressees"), "sign": _("solid underline")},
            {"id": "citation", "name": _("citations"), "sign": _("dotted underline")},
            {"id": "deadline", "name": _("deadlines"), "sign": _("boxed")},
        ],
    }


def licence() -> str:
    """Whose the words are: the last line of every sheet."""
    return _(
        "The resolution’s words: United Nations, A/RES/53/137. All else: The Resolution 53/137 course authors, "
        "CC BY 4.0. Not a United Nations publication."
    )
