"""A question answered by drafting: the drafting rules give the credit, and nothing of the draft is run."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from helpers.errors import CourseError, ParseError
from helpers.language import N_, _, ngettext
from helpers.quiz.entries import Essay, count_words
from helpers.quiz.order import check_reasons
from helpers.quiz.question import Key, Marked, Question, QuestionError, Reason
from helpers.resolution import parse
from helpers.resolution.lint import Finding, lint, rules
from helpers.written import semicolons

#: So many places of one broken rule are named; more are counted.
NAMED = 3


class Drafted(Essay):
    """A draft resolution: credit is the share of the key's rules that hold.

    A draft that is shorter than asked for earns in proportion, for an empty page breaks few rules. The key is a
    mapping: under ``rules`` the ids of drafting rules (:mod:`helpers.resolution.lint`), under ``model`` a draft that
    keeps them all. A text that is no draft earns nothing.

    Examples
    --------
    >>> asked = Question("draft", "cap-draft", "Draft it.", words=(6, 50))
    >>> model = "The General Assembly,\\n\\nAware of it,\\n\\nDecides to meet."
    >>> key = Key("cap-draft", {"rules": ["preamble-comma", "enacting-words"], "model": model}, {"": "So."}, ("EW",))
    >>> [Drafted().mark(asked, key, text).credit for text in (model, model.replace("it,", "it."), "Hello")]
    [1.0, 0.5, 0.0]
    """

    wanted = N_("Write a draft: the name of the organ, and a first paragraph below it.")

    def check_key(self, question: Question, key: Key) -> None:
        """Rules that there are, a model that keeps them and has the length asked for, and a reason."""
        right = key.right
        if not isinstance(right, dict) or set(right) != {"rules", "model"} or not isinstance(right["model"], str):
            raise QuestionError(question.id, _("the key is a mapping of 'rules' to ids and of 'model' to a draft"))
        wanted = right["rules"]
        if isinstance(wanted, str) or not wanted or len(set(wanted)) < len(wanted):
            raise QuestionError(question.id, _("'rules' is a list of one or more different ids of drafting rules"))
        check_reasons(question, key, ("",))
        try:
            broken = lint(parse(right["model"]), wanted)
        except CourseError as problem:
            raise QuestionError(question.id, str(problem)) from None
        if broken:
            message = _("the model breaks {rule}: {problem}")
            raise QuestionError(question.id, message.format(rule=broken[0].rule.id, problem=broken[0].message))
        least, most = question.words
        if not least <= (words := count_words(right["model"])) <= most:
            message = ngettext(
                "the model has {n} word; {least} to {most} are asked for",
                "the model has {n} words; {least} to {most} are asked for",
                words,
            )
            raise QuestionError(question.id, message.format(n=words, least=least, most=most))

    def clean(self, question: Question, answer: Any) -> str | None:
        """The text as typed, if it is not empty and not too long."""
        return answer if isinstance(answer, str) and answer.strip() and len(answer) <= self.longest else None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """The share of the rules that hold; each rule with its reason, or with the places where it breaks."""
        wanted = [rules()[name] for name in key.right["rules"]]
        least, words = question.words[0], count_words(answer)
        wished = ngettext("At least {n} word", "At least {n} words", least).format(n=least)
        counted = _("The draft has {n}.").format(n=words)
        length = Reason(wished, words >= least, True, counted, "course")
        try:
            findings = lint(parse(answer), key.right["rules"])
        except ParseError as problem:
            told = _("It cannot: {problem}.").format(problem=problem)
            return Marked(0.0, (Reason(_("It can be read as a draft"), False, True, told, "course"), length))
        broken = {rule.id: tuple(f for f in findings if f.rule.id == rule.id) for rule in wanted}
        reasons = tuple(
            Reason(
                _(rule.rule).rstrip("."),
                not broken[rule.id],
                True,
                _where(broken[rule.id]) or _(rule.reason),
                "course",
                findings=broken[rule.id],
            )
            for rule in wanted
        )
        share = sum(reason.holds for reason in reasons) / len(reasons)
        return Marked(share * min(1.0, words / least), (length, *reasons))

    def model(self, question: Question, key: Key) -> str:
        """The key's own draft."""
        return str(key.right["model"])


def _where(findings: tuple[Finding, ...]) -> str:
    """The first places where a rule breaks, in one sentence; empty if there is none."""
    if not findings:
        return ""
    message, more = places_said(findings)
    at = _("{element}: {problem}")
    named = (at.format(element=finding.element, problem=finding.message) for finding in findings[:NAMED])
    return message.format(places=semicolons(named), n=more)


def places_said(findings: Sequence[Finding]) -> tuple[str, int]:
    """The sentence in which places where a rule breaks are named, and how many are only counted."""
    more = max(0, len(findings) - NAMED)
    if not more:
        return _("{places}."), 0
    return ngettext("{places}; and {n} more.", "{places}; and {n} more.", more), more
