"""What the drafting rules find in a text: where, which words, which rule, why, and where the rule comes from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import htpy as h
from markupsafe import Markup

from helpers.resolution import Resolution
from helpers.resolution.lint import LEVELS, Finding, Level, Rule, rules

#: How each level is headed, with a sign that needs no colour.
HEADINGS: dict[Level, tuple[str, str]] = {
    "error": ("■", "The form breaks"),
    "warning": ("▲", "An editor of the United Nations would change it"),
    "advice": ("○", "Good to know"),
}
# A text that breaks more rules than this is better read rule by rule; the rest is counted.
_SHOWN = 40
_LONGEST = 90


def listed(resolution: Resolution, findings: Sequence[Finding]) -> h.Fragment:
    """The findings under one heading a level, in the order of the text.

    Examples
    --------
    >>> from helpers.resolution import load
    >>> from helpers.resolution.lint import lint
    >>> str(listed(load("A/RES/53/137"), lint(load("A/RES/53/137")))).count("<li>")
    2
    """
    return h.fragment[
        [
            h.fragment[
                h.h3[h.span(aria_hidden="true")[f"{sign} "], f"{heading} ({len(found)})"],
                h.ul(".res-findings")[[h.li[_finding(resolution, finding)] for finding in found[:_SHOWN]]],
                len(found) > _SHOWN and h.p(".res-soft")[f"… and {len(found) - _SHOWN} more of this kind."],
            ]
            for level, (sign, heading) in HEADINGS.items()
            if (found := [finding for finding in findings if finding.rule.level == level])
        ]
    ]


def _finding(resolution: Resolution, finding: Finding) -> h.Node:
    words = " ".join(resolution.source[slice(*finding.span)].split())
    words = f"‘{words if len(words) <= _LONGEST else f'{words[:_LONGEST]}…'}’"
    said = finding.message.removeprefix(words)
    return [
        h.span(".res-id")[finding.element],
        " ",
        h.span(".res-serif", lang="en", dir="auto")[words],
        said if said[:1] in (":", ";", ",") else f" {said.lstrip()}",
        ". ",
        h.span(".res-soft")[f"{finding.rule.rule} {finding.rule.reason} Source: {finding.rule.source}."],
    ]


def counted(findings: Sequence[Finding]) -> str:
    """How many findings of each level there are, in one sentence.

    Examples
    --------
    >>> counted(())
    'No rule is broken.'
    """
    if not findings:
        return "No rule is broken."
    numbers = {level: sum(finding.rule.level == level for finding in findings) for level in LEVELS}
    parts = [f"{number} {_VERBS[level][number > 1]}" for level, number in numbers.items() if number]
    return f"{len(findings)} {'place' if len(findings) == 1 else 'places'} to look at: {', '.join(parts)}."


# What one finding of a level does, and what several do.
_VERBS: dict[Level, tuple[str, str]] = {
    "error": ("breaks the form", "break the form"),
    "warning": ("an editor would change", "an editor would change"),
    "advice": ("is good to know", "are good to know"),
}


@cache
def all_rules() -> Markup:
    """Every rule with its reason, its source and an example of each kind, folded; written out once."""
    every = rules().values()
    return Markup(_folded(tuple(every)))


def _folded(every: tuple[Rule, ...]) -> h.Element:
    return h.details[
        h.summary[f"All {len(every)} rules, with examples and sources"],
        [
            h.fragment[
                h.h3[heading],
                h.ul(".res-findings")[[h.li[_rule(rule)] for rule in every if rule.level == level]],
            ]
            for level, (_, heading) in HEADINGS.items()
        ],
    ]


def _rule(rule: Rule) -> h.Node:
    return [
        h.strong[rule.rule],
        f" {rule.reason} ",
        h.span(".res-soft")[f"Source: {rule.source}."],
        h.dl(".res-examples")[
            [
                (h.dt[label], h.dd(".res-serif", lang="en")[[h.p[line] for line in text.split("\n") if line]])
                for label, text in (("Not", rule.bad), ("But", rule.good))
            ]
        ],
    ]


@cache
def habits() -> Markup:
    """Where the habit of Model UN is known to differ from United Nations practice, or to agree with it."""
    table = h.div(".res-scroll", tabindex="0", role="region", aria_label="Table: United Nations practice and Model UN")[
        h.table(".res-table")[
            h.thead[h.tr[h.th(scope="col")["United Nations practice"], h.th(scope="col")["Model UN habit"]]],
            h.tbody[[h.tr[h.th(scope="row")[rule.rule], h.td[rule.model_un]] for rule in _compared()]],
        ]
    ]
    return Markup(table)


def _compared() -> list[Rule]:
    return [rule for rule in rules().values() if rule.model_un]
