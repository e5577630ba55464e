"""Drafting rules: each finds its bad example and leaves the good one alone; the course's own copy; other texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.errors import CourseError, ParseError
from helpers.resolution import load, parse
from helpers.resolution.lint import LEVELS, Rule, lint, rules

RULES = tuple(rules().values())
OPERATIVE = (
    "1. Decides to consider the matter at its fifty-fourth session;\n\n2. Requests the Secretary-General to assist."
)
PREAMBLE = "Recalling its resolution 45/158 of 18 December 1990,"


def framed(rule: Rule, example: str) -> str:
    """An example as a whole draft."""
    if rule.where == "preamble":
        return f"The General Assembly,\n\n{example}\n\n{OPERATIVE}"
    if rule.where == "operative":
        return f"The General Assembly,\n\n{PREAMBLE}\n\n{example}"
    return example


def found(text: str) -> list[tuple[str, str, str]]:
    """The rules broken, where, and the words in question."""
    return [(f.rule.id, f.element, text[slice(*f.span)]) for f in lint(parse(text))]


def draft(preamble: str = PREAMBLE, operative: str = OPERATIVE, enacting: str = "The General Assembly,") -> str:
    return f"{enacting}\n\n{preamble}\n\n{operative}"


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_bad_example_breaks_the_rule(rule: Rule) -> None:
    """And no other, except that "Whereas" breaks two."""
    broken = {finding.rule.id for finding in lint(parse(framed(rule, rule.bad)))}
    assert rule.id in broken
    assert broken <= {rule.id, "preamble-opening"} if rule.id == "no-formulas" else broken == {rule.id}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_the_good_example_breaks_no_rule(rule: Rule) -> None:
    assert lint(parse(framed(rule, rule.good))) == ()


def test_there_are_enough_rules_and_each_says_where_it_comes_from() -> None:
    assert len(RULES) == 41
    assert {rule.level for rule in RULES} == set(LEVELS)
    assert all(rule.reason and rule.source for rule in RULES)


def test_our_own_copy() -> None:
    """Two things were lost in our copy, and nothing else is found: PP2 and PP8, PP7 and PP9 are no neighbours."""
    resolution = load("A/RES/53/137")
    told = [(f.rule.id, f.rule.level, f.element, resolution.source[slice(*f.span)]) for f in lint(resolution)]
    assert told == [
        ("italic-openings", "warning", "PP1", "Reaffirming once more"),
        ("note-called", "error", "FN2", "² Resolution 2200 A (XXI), annex."),
    ]
    assert [f.message for f in lint(resolution)] == [
        "none of the 9 preambular openings is in italics, though others in the text are",
        "note 2 is called nowhere: its mark is missing in the text",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (draft(), []),
        (draft(enacting="THE GENERAL ASSEMBLY,"), []),
        (draft(enacting="The Security Council,"), []),
        # the name of a committee is not the name of an organ
        (draft(enacting="The Third Committee,"), [("enacting-words", "PP1", "The Third Committee")]),
        # a second opening of the same kind is marked as one
        (draft(f"{PREAMBLE}\n\nRecalling further the Vienna Declaration and Programme of Action,"), []),
        (draft("Expressing concern at A,\n\nExpressing concern also at B,"), []),
        (draft("Aware of A,\n\nConvinced of B,\n\nAware of C,"), []),
        # the Security Council repeats its openings
        (draft("Recalling A,\n\nRecalling B,", enacting="The Security Council,"), []),
        # two acts in one paragraph, a pronoun, a list
        (draft(operative="Takes note of the report, and requests him to submit one at its next session."), []),
        # wrong ends
        (draft("Aware of A;"), [("preamble-comma", "PP1", "Aware of A;")]),
        (draft("Aware of A"), [("preamble-comma", "PP1", "Aware of A")]),
        (
            draft(operative="1. Decides to meet;\n2. Requests the Secretary-General to assist,"),
            [("final-full-stop", "OP2", "the Secretary-General to assist,")],
        ),
        # a quotation mark may follow the full stop, a note mark the comma
        (draft(operative='Decides to meet under the item entitled "Human rights".'), []),
        (draft("Recalling the Declaration,¹") + "\n\n¹ Resolution 217 A (III).", []),
        # titles keep their stops and their first person
        (
            draft(operative="Welcomes the theme “Our land. Our future” and the plan “What we want”."),
            [],
        ),
        # levels of sub-paragraphs
        (
            draft(
                operative="Calls upon States:\n\n(a) To sign:\n\n(i) The Convention;\n\n(ii) Others;\n\n(b) To report."
            ),
            [],
        ),
        (
            draft(operative="Calls upon States:\n\n(a) To sign;\n\n(c) To report."),
            [("sub-labels", "OP1(c)", "(c)")],
        ),
        # a gap, and a number that returns
        (
            draft(
                operative="1. Decides to meet;\n\n2. Decides to act;\n\n4. Requests the Secretary-General to assist."
            ),
            [("number-sequence", "OP4", "Requests")],
        ),
        # States as the subject, and the Security Council's own verb
        (draft(operative="States should act."), [("operative-opening", "OP1", "States")]),
        # square metres and powers are no notes
        (draft("Noting that 12 m², in all, are needed,"), []),
        # initials in a symbol, a name with a hyphen, a quotation
        (draft("Recalling document A/C.3/53/L.1 and the work of UN-Women,"), []),
        (
            draft("Noting the work of the UN and of ECOSOC,"),
            [("full-names", "PP1", "UN"), ("full-names", "PP1", "ECOSOC")],
        ),
        # a first mention gives the day, a later one need not
        (draft(f"{PREAMBLE}\n\nAware of the measures in its resolution 45/158,"), []),
        (draft("Recalling its resolutions 46/114 and 47/110 of 16 December 1992,"), []),
        # lists of Model UN
        (draft("Fully aware of the facts,"), [("counted-openings", "PP1", "Fully aware")]),
    ],
)
def test_findings(text: str, expected: list[tuple[str, str, str]]) -> None:
    """What an editor would mark, and what an editor would leave."""
    assert found(text) == expected


def test_only_some_rules() -> None:
    text = draft("Aware of the UN.")
    assert {f.rule.id for f in lint(parse(text))} == {"preamble-comma", "full-names"}
    assert {f.rule.id for f in lint(parse(text), ["full-names"])} == {"full-names"}
    with pytest.raises(CourseError, match="there is no drafting rule 'commas'; the rules are: enacting-words,"):
        lint(parse(text), ["commas"])


def test_findings_follow_the_text() -> None:
    spans = [f.span for f in lint(parse(draft("Whereas the UN acts.", "1. States should act\n\n3. Orders us;")))]
    assert spans == sorted(spans) and len(spans) > 5


PIECES = st.sampled_from(
    [
        "The General Assembly,",
        "The General Assembly",
        "Recalling its resolution 1/1,",
        "Recalling¹ the UN.",
        "1. Decides to meet;",
        "3. That this resolution [be] adopted",
        "(a) To sign;",
        "(i) one",
        "¹ A note",
        "² Another.",
        "*Requests*",
        "A",
        "B",
        "Annex",
        "whereas",
        "9 December 1998",
    ]
)


@given(st.lists(PIECES, max_size=12), st.sampled_from(["\n", "\n\n", " "]))
@settings(max_examples=300, deadline=None)
def test_every_text_that_parses_can_be_read_against_the_rules(pieces: list[str], between: str) -> None:
    """No rule stumbles over a damaged draft, and every finding points into the text."""
    text = between.join(pieces)
    try:
        resolution = parse(text)
    except ParseError:
        return
    for finding in lint(resolution):
        assert 0 <= finding.span.start <= finding.span.end <= len(text)
        assert finding.message and finding.element
