"""What a graded cell ends with: a number of points, and the reasons for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import htpy as h

from helpers.language import N_, _, ngettext
from helpers.quiz.entries import count_words
from helpers.quiz.kinds import KINDS
from helpers.quiz.question import Key, Question, QuestionError, Reason
from helpers.quiz.reasons import because, sources
from helpers.view import authored, by_author, english
from helpers.written import figure


@dataclass(frozen=True, slots=True)
class Shown:
    """HTML with its plain text, as the result of a cell: nothing live."""

    html: h.Renderable
    plain: str

    def _repr_mimebundle_(self, **_kwargs: object) -> dict[str, str]:
        return {"text/html": str(self.html), "text/plain": self.plain}


@dataclass(frozen=True, slots=True)
class Score:
    """Points for one answer.

    ``points`` lies between 0 and ``of``; ``flaw`` says what a person should look at, where the answer could not be
    read; ``shown`` is the cell's result: the points as text/plain, what nbgrader reads, and the reasons as HTML.
    """

    points: float
    of: float
    flaw: str
    shown: Shown


# What the model answer is called, and where it is not the only one that holds.
_HELD = N_("What holds")
_ONE = {"draft": N_("One draft that keeps the rules")}


def score(question: Question, key: Key, answers: dict[str, Any]) -> Score:
    """Points and reasons for what a learner's answers say to one question.

    Parameters
    ----------
    question, key : Question, Key
        As the source has them; the key names its points.
    answers : dict
        What the learner saved, by question id; of any type, never trusted.

    Raises
    ------
    QuestionError
        If the key names no points.

    Examples
    --------
    >>> asked = Question("choice", "a", "?", ("no", "yes"))
    >>> key = Key("a", "yes", {"no": "It is not.", "yes": "It is."}, ("FN7",), points=2)
    >>> [score(asked, key, answers).points for answers in ({"a": "yes"}, {"a": ["yes"]}, {})]
    [2.0, 0.0, 0.0]
    >>> score(asked, key, {"a": ["yes"]}).flaw
    'what was saved is no answer to this question'
    """
    if key.points is None:
        raise QuestionError(question.id, _("a graded question names its points, as points=1"))
    kind = KINDS[question.kind]
    raw = answers.get(question.id)
    answer = None if raw is None else kind.clean(question, raw)
    if answer is None:
        typed = raw.strip()[:500] if isinstance(raw, str) else ""
        flaw = "" if raw is None or typed else _("what was saved is no answer to this question")
        nothing = _("Nothing that counts: {flaw}.").format(flaw=flaw) if flaw else _("No answer was saved.")
        said: tuple[str, ...] = (typed or nothing,)
        points, reasons = 0.0, None
    else:
        flaw, said = "", kind.say(question, answer)
        marked = kind.mark(question, key, answer)
        points, reasons = round(min(1.0, max(0.0, marked.credit)) * key.points, 4), marked.reasons
    model = kind.model(question, key)
    right = points == float(key.points)
    return Score(
        points,
        float(key.points),
        flaw,
        Shown(
            h.div(".res-score")[
                h.p[h.strong(authored())[question.prompt]],
                _lines(_("Your answer"), said if answer is None else _marked(question, said)),
                h.p[_("This holds.")]
                if right
                else _lines(_(_ONE.get(question.kind, _HELD)), _marked(question, kind.say(question, model))),
                _why(key, reasons if reasons is not None else kind.mark(question, key, model).reasons),
                sources(key),
            ],
            repr(points),
        ),
    )


def _why(key: Key, reasons: tuple[Reason, ...]) -> h.Element:
    """The one reason of a question without options, or the reason for each of them; a draft has both."""
    if "" not in key.why:
        return h.div[h.p[h.strong[_("Why:")]], because(reasons)]
    one = h.p[h.strong[_("Why:"), " "], by_author(key.why[""])]
    others = [reason for reason in reasons if reason.why != key.why[""]]
    return h.div[one, because(others)] if others else one


def _marked(question: Question, lines: tuple[str, ...]) -> tuple[h.Node, ...]:
    """An answer's lines, each marked with the language of the one whose words it holds."""
    if question.passage or question.kind == "draft":
        return tuple(map(english, lines))
    return tuple(map(by_author, lines)) if question.options or question.items else lines


def _lines(label: str, lines: tuple[h.Node, ...]) -> h.Element:
    colon = _("{label}:").format(label=label)
    return (
        h.div[h.p[h.strong[colon, " "], lines[0]]]
        if len(lines) == 1
        else h.div[h.p[h.strong[colon]], h.ul[[h.li[line] for line in lines]]]
    )


def written(question: Question, answers: dict[str, Any]) -> Shown:
    """An essay as the grader and, later, its author read it: the text, escaped, and nothing else.

    Examples
    --------
    >>> asked = Question("essay", "a", "Explain OP3.", words=(50, 100))
    >>> print(written(asked, {"a": "<script>"}).html)
    <div class="res-essay"><p>&lt;script&gt;</p><p>1 word</p></div>
    """
    answer = KINDS["essay"].clean(question, answers.get(question.id))
    if answer is None:
        nothing = _("No text was saved.")
        return Shown(h.div(".res-essay")[h.p[h.em[nothing]]], nothing)
    count = count_words(answer)
    return Shown(
        h.div(".res-essay")[
            [h.p[line] for line in KINDS["essay"].say(question, answer)],
            h.p[ngettext("{n} word", "{n} words", count).format(n=count)],
        ],
        answer,
    )


def points_said(points: float) -> str:
    """Points as people write them.

    Examples
    --------
    >>> points_said(2.0), points_said(1.3333)
    ('2', '1.33')
    """
    return figure(float(f"{points:.2f}"), ".10g")
