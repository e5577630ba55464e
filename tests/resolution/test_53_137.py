"""What the course's own resolution holds, in one table: the facts that every lesson leans on."""

from __future__ import annotations

from collections import Counter

import pytest

from helpers.resolution import load

RESOLUTION = load("A/RES/53/137")
SESSION = "at its fifty-fourth session"
BODIES = (
    "the organizations and agencies of the United Nations system and intergovernmental and "
    "non-governmental organizations"
)

#: Paragraph, verb, kind, addressee, whom a pronoun means, deadline: every act, in printed order.
ACTS = [
    ("OP1", "Expresses its deep concern", "evaluative", None, None, None),
    ("OP2", "Welcomes", "evaluative", None, None, None),
    ("OP3", "Calls upon", "directive", "all Member States", None, None),
    ("OP3", "expresses the hope", "evaluative", None, None, None),  # "at an early date" is a hope, no deadline
    ("OP4", "Requests", "directive", "the Secretary-General", None, None),
    ("OP5", "Welcomes", "evaluative", None, None, None),
    ("OP5", "invites", "directive", BODIES, None, None),
    ("OP6", "Takes note", "evaluative", None, None, None),
    ("OP6", "requests", "directive", "him", "the Secretary-General", SESSION),
    ("OP7", "Decides", "internal", None, None, SESSION),
]


def test_every_act() -> None:
    """Ten acts in seven paragraphs; the spans show verb, addressee and deadline as printed."""
    found = [
        (paragraph.id, act.verb, act.kind, act.addressee, act.resolved, act.deadline)
        for paragraph in RESOLUTION.operative
        for act in paragraph.acts
    ]
    assert found == ACTS
    for act in RESOLUTION.acts:
        for said, span in (
            (act.verb, act.span),
            (act.addressee, act.addressee_span),
            (act.deadline, act.deadline_span),
        ):
            assert (said is None) == (span is None)
            if said and span:
                assert RESOLUTION.source[slice(*span)].replace("*", "") == said


@pytest.mark.parametrize(
    ("what", "found"),
    [
        ("preambular paragraphs", len(RESOLUTION.preamble) == 9),
        ("operative paragraphs", len(RESOLUTION.operative) == 7),
        ("notes", len(RESOLUTION.footnotes) == 7),
        ("note 2 alone is an orphan", [n.number for n in RESOLUTION.footnotes if n.orphan] == [2]),
        ("and nobody placed it", RESOLUTION["FN2"].called_in == ()),
        ("three paragraphs with two acts", Counter(len(p.acts) for p in RESOLUTION.operative) == {1: 4, 2: 3}),
        ("two deadlines", sum(act.deadline is not None for act in RESOLUTION.acts) == 2),
        ("four directives", sum(act.kind == "directive" for act in RESOLUTION.acts) == 4),
        ("33 elements", len(RESOLUTION.elements) == 33),
        ("nothing left over", (RESOLUTION.unplaced, RESOLUTION.annexes) == ((), ())),
    ],
)
def test_counts(what: str, found: bool) -> None:
    """The counts that lessons state."""
    assert found, what
