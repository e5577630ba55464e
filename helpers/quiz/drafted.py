"""A question answered by drafting: the drafting rules give the credit, and nothing of the draft is run."""

from __future__ import annotations

from typing import Any

from helpers.errors import CourseError, ParseError
from helpers.quiz.entries import Essay, count_words
from helpers.quiz.order import check_reasons
from helpers.quiz.question import Key, Marked, Question, QuestionError, Reason
from helpers.resolution import parse
from helpers.resolution.lint import Finding, lint, rules

# So many places of one broken rule are named; more are counted.
_NAMED = 3


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

    wanted = "Write a draft: the name of the organ, and a first paragraph below it."

    def check_key(self, question: Question, key: Key) -> None:
        """Rules that there are, a model that keeps them and has the length asked for, and a reason."""
        right = key.right
        if not isinstance(right, dict) or set(right) != {"rules", "model"} or not isinstance(right["model"], str):
            raise QuestionError(question.id, "the key is a mapping of 'rules' to ids and of 'model' to a draft")
        wanted = right["rules"]
        if isinstance(wanted, str) or not wanted or len(set(wanted)) < len(wanted):
            raise QuestionError(question.id, "'rules' is a list of one or more different ids of drafting rules")
        check_reasons(question, key, ("",))
        try:
            broken = lint(parse(right["model"]), wanted)
        except CourseError as problem:
            raise QuestionError(question.id, str(problem)) from None
        if broken:
            raise QuestionError(question.id, f"the model breaks {broken[0].rule.id}: {broken[0].message}")
        least, most = question.words
        if not least <= (words := count_words(right["model"])) <= most:
            raise QuestionError(question.id, f"the model has {words} words; {least} to {most} are asked for")

    def clean(self, question: Question, answer: Any) -> str | None:
        """The text as typed, if it is not empty and not too long."""
        return answer if isinstance(answer, str) and answer.strip() and len(answer) <= self.longest else None

    def mark(self, question: Question, key: Key, answer: Any) -> Marked:
        """The share of the rules that hold; each rule with its reason, or with the places where it breaks."""
        wanted = [rules()[name] for name in key.right["rules"]]
        least, words = question.words[0], count_words(answer)
        length = Reason(f"At least {least} words", words >= least, True, f"The draft has {words}.")
        try:
            findings = lint(parse(answer), key.right["rules"])
        except ParseError as problem:
            return Marked(0.0, (Reason("It can be read as a draft", False, True, f"It cannot: {problem}."), length))
        broken = {rule.id: [f for f in findings if f.rule.id == rule.id] for rule in wanted}
        reasons = tuple(
            Reason(rule.rule.rstrip("."), not broken[rule.id], True, _where(broken[rule.id]) or rule.reason)
            for rule in wanted
        )
        share = sum(reason.holds for reason in reasons) / len(reasons)
        return Marked(share * min(1.0, words / least), (length, *reasons))

    def model(self, question: Question, key: Key) -> str:
        """The key's own draft."""
        return str(key.right["model"])


def _where(findings: list[Finding]) -> str:
    """The first places where a rule breaks, in one sentence."""
    places = "; ".join(f"{finding.element}: {finding.message}" for finding in findings[:_NAMED])
    more = f"; and {len(findings) - _NAMED} more" if len(findings) > _NAMED else ""
    return f"{places}{more}." if findings else ""
