"""Acts drawn from left to right: the organ, its verb, whom it addresses, what for, by when."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import pairwise

import htpy as h

from helpers.language import _
from helpers.resolution import Act
from helpers.view import in_english

_LINE = 17  # pixels from one line of text to the next; letters are 13 px high
_GAP = 26  # pixels between two acts
_TOP = 20  # room above the first line of an act, for the id of its paragraph
#: Of each column: its left edge in pixels, and how many letters a line may hold.
_VERB, _WHOM, _WHAT, _WHEN = (98, 14), (232, 17), (382, 27), (602, 13)
_WIDTH, _STEM = 700, 80


def drawing(organ: str, acts: Sequence[tuple[str, Act]]) -> h.Element:
    """Draw acts below each other, each with the id of its paragraph.

    The drawing keeps its size, so that its letters stay legible; on a narrow screen its box scrolls.

    Parameters
    ----------
    organ : str
        Who acts.
    acts : sequence of (str, Act)
        The id of the paragraph and the act; one or more.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> op6 = load("A/RES/53/137")["OP6"]
    >>> str(drawing("General Assembly", [("OP6", op6.acts[1])])).count("<text")
    6
    """
    rows: list[h.Node] = []
    stems: list[int] = []
    top = 0
    for paragraph, act in acts:
        stems.append(top + _TOP + 8)
        rows.append(_row(paragraph, act, top))
        top += _height(act)
    name = _("Diagram: who must do what by when")
    return h.div(".res-scroll", in_english(always=False), tabindex="0", role="region", aria_label=name)[
        h.svg(
            {
                "class": "res-flow",
                "viewBox": f"0 0 {_WIDTH} {top}",
                "width": _WIDTH,
                "height": top,
                "role": "img",
                "aria-label": told(organ, acts),
            }
        )[_organ(organ, stems), rows]
    ]


def told(organ: str, acts: Sequence[tuple[str, Act]]) -> str:
    """The drawing in words, an act after the other.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> print(told("General Assembly", [("OP7", load("A/RES/53/137")["OP7"].acts[0])])[:75])
    General Assembly. OP7: Decides to consider the report of the Secretary-Gene
    """
    sentences = []
    for paragraph, act in acts:
        words = " ".join(part for part in (act.verb, act.resolved or act.addressee, act.action) if part)
        sentences.append(f"{paragraph}: {words}.")
    return f"{organ}. {' '.join(sentences)}"


def _lines(text: str | None, letters: int) -> list[str]:
    return textwrap.wrap(text or "", letters, break_long_words=True) or [""]


def _cells(act: Act) -> list[tuple[int, str, list[str]]]:
    """Of each column with something in it: left edge, layer and lines of text."""
    whom = act.resolved or act.addressee
    columns = (
        (_VERB, "opening", act.verb),
        (_WHOM, "addressee", whom),
        (_WHAT, "", act.action),
        (_WHEN, "deadline", act.deadline),
    )
    return [(left, layer, _lines(text, letters)) for (left, letters), layer, text in columns if text]


def _height(act: Act) -> int:
    return _TOP + _LINE * max(len(lines) for _, _, lines in _cells(act)) + _GAP


def _row(paragraph: str, act: Act, top: int) -> h.Node:
    cells = _cells(act)
    middle = top + _TOP + 8
    drawn: list[h.Node] = [_text(_VERB[0], top + 12, "res-id", [paragraph])]
    for left, layer, lines in cells:
        if layer == "deadline":
            drawn.append(
                h.rect(
                    {"class": "res-flow-time", "rx": 3, "x": left - 5, "y": top + _TOP - 6, "width": 96},
                    height=_LINE * len(lines) + 8,
                )
            )
        drawn.append(_text(left, top + _TOP + 12, f"res-{layer}" if layer and layer != "deadline" else "", lines))
    for (left, layer, lines), (after, *_rest) in pairwise(cells):
        start = left + round((8.4 if layer == "opening" else 7.2) * len(lines[0])) + 4
        drawn.append(_arrow(start, after - 8, middle))
    return drawn


def _text(x: int, y: int, layer: str, lines: list[str]) -> h.Element:
    return h.text({"class": layer or None, "x": x, "y": y})[
        [h.tspan(x=x, dy=_LINE if place else 0)[line] for place, line in enumerate(lines)]
    ]


def _arrow(start: int, end: int, y: int) -> h.Node:
    """A line to the next column with a head, where there is room for one."""
    if end - start < 12:
        return None
    return h.path({"class": "res-flow-line", "d": f"M{start} {y}H{end}m-6 -4l6 4l-6 4"})


def _organ(organ: str, stems: list[int]) -> h.Node:
    """The one who acts, and a branch from it to each act."""
    name = _lines(organ, 10)
    branches = "".join(f"M{_STEM} {y}H{_VERB[0] - 8}m-6 -4l6 4l-6 4" for y in stems)
    trunk = f"M{_STEM} {stems[0]}V{stems[-1]}"
    return [_text(0, stems[0] + 4, "res-flow-organ", name), h.path({"class": "res-flow-line", "d": trunk + branches})]
