"""What the drafting rules find in a text: where, which words, which rule, why, and where the rule comes from."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import htpy as h
from markupsafe import Markup

from helpers.language import N_, _, language, ngettext
from helpers.resolution import Resolution
from helpers.resolution.lint import LEVELS, Finding, Level, Rule, rules
from helpers.view import english, filled, in_english, shown
from helpers.written import commas

#: How each level is headed, with a sign that needs no colour.
HEADINGS: dict[Level, tuple[str, str]] = {
    "error": ("■", N_("The form breaks")),
    "warning": ("▲", N_("An editor of the United Nations would change it")),
    "advice": ("○", N_("Good to know")),
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
                h.h3[h.span(aria_hidden="true")[f"{sign} "], f"{_(heading)} ({len(found)})"],
                h.ul(".res-findings")[[h.li[_finding(resolution, finding)] for finding in found[:_SHOWN]]],
                len(found) > _SHOWN and h.p(".res-soft")[_rest(len(found) - _SHOWN)],
            ]
            for level, (sign, heading) in HEADINGS.items()
            if (found := [finding for finding in findings if finding.rule.level == level])
        ]
    ]


def _rest(number: int) -> str:
    return ngettext("… and {n} more of this kind.", "… and {n} more of this kind.", number).format(n=number)


def _finding(resolution: Resolution, finding: Finding) -> h.Node:
    words = " ".join(resolution.source[slice(*finding.span)].split())
    quoted, wording = _("‘{words}’"), finding.wording
    head = quoted.format(words=words if len(words) <= _LONGEST else f"{words[:_LONGEST]}…")
    if finding.message.startswith(head):
        wording = wording.removeprefix(quoted)  # the words stand before it already
    if wording.lstrip()[:1] not in (":", ";", ","):
        wording = f" {wording.lstrip()}"
    return [
        h.span(".res-id")[finding.element],
        " ",
        h.span(".res-serif", lang="en", dir="auto")[head],
        filled(wording, **{name: english(said) for name, said in finding.english.items()}),
        ". ",
        h.span(".res-soft")[shown(finding.rule.rule), " ", shown(finding.rule.reason), " ", _source(finding.rule)],
    ]


def _source(rule: Rule) -> h.Node:
    return filled(_("Source: {source}."), source=shown(rule.source))


def counted(findings: Sequence[Finding]) -> str:
    """How many findings of each level there are, in one sentence.

    Examples
    --------
    >>> counted(())
    'No rule is broken.'
    """
    if not findings:
        return _("No rule is broken.")
    numbers = {level: sum(finding.rule.level == level for finding in findings) for level in LEVELS}
    parts = commas(_of_level(level, number) for level, number in numbers.items() if number)
    places = ngettext("{n} place to look at: {parts}.", "{n} places to look at: {parts}.", len(findings))
    return places.format(n=len(findings), parts=parts)


def _of_level(level: Level, number: int) -> str:
    """What the findings of a level do."""
    told = {
        "error": ngettext("{n} breaks the form", "{n} break the form", number),
        "warning": ngettext("{n} an editor would change", "{n} an editor would change", number),
        "advice": ngettext("{n} is good to know", "{n} are good to know", number),
    }
    return told[level].format(n=number)


def all_rules() -> Markup:
    """Every rule with its reason, its source and an example of each kind, folded; written out once a language."""
    return _all_rules(language())


@cache
def _all_rules(_language: str) -> Markup:
    return Markup(_folded(tuple(rules().values())))


def _folded(every: tuple[Rule, ...]) -> h.Element:
    return h.details[
        h.summary[_("All {n} rules, with examples and sources").format(n=len(every))],
        [
            h.fragment[
                h.h3[_(heading)],
                h.ul(".res-findings")[[h.li[_rule(rule)] for rule in every if rule.level == level]],
            ]
            for level, (_sign, heading) in HEADINGS.items()
        ],
    ]


def _rule(rule: Rule) -> h.Node:
    return [
        h.strong[shown(rule.rule)],
        [" ", shown(rule.reason), " "],
        h.span(".res-soft")[_source(rule)],
        h.dl(".res-examples")[
            [
                (h.dt[label], h.dd(".res-serif", in_english())[[h.p[line] for line in text.split("\n") if line]])
                for label, text in ((_("Not"), rule.bad), (_("But"), rule.good))
            ]
        ],
    ]


def habits() -> Markup:
    """Where the habit of Model UN is known to differ from United Nations practice, or to agree with it."""
    return _habits(language())


@cache
def _habits(_language: str) -> Markup:
    heads = (_("United Nations practice"), _("Model UN habit"))
    table = h.table(".res-table")[
        h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
        h.tbody[[h.tr[h.th(scope="row")[shown(rule.rule)], h.td[shown(rule.model_un)]] for rule in _compared()]],
    ]
    name = _("Table: United Nations practice and Model UN")
    return Markup(h.div(".res-scroll", tabindex="0", role="region", aria_label=name)[table])


def _compared() -> list[Rule]:
    return [rule for rule in rules().values() if rule.model_un]
