"""Drafting lab: write or paste clauses and see at once which drafting rules hold, and where one does not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

import htpy as h
from markupsafe import Markup

from helpers.errors import ParseError
from helpers.explore.findings import all_rules, counted, habits, listed
from helpers.resolution import Resolution, parse
from helpers.resolution.lint import Finding, lint
from helpers.resolution.taught import Taught, taught
from helpers.resources import columns
from helpers.view import Event, Page
from helpers.view.controls import picker

#: The longest draft that is read while somebody types: some two printed pages.
LONGEST = 10_000
_OWN = "own"


@dataclass(frozen=True, slots=True)
class Draft:
    """What stands in the box, the learner's own text beside a sample, and what was found in the last text read.

    ``read`` and ``findings`` belong together and stay as they were while ``problem`` says why the text in the box
    cannot be read; ``phrase`` is the opening that is looked up.
    """

    text: str
    sample: str
    own: str
    read: Resolution
    findings: tuple[Finding, ...]
    problem: str = ""
    phrase: str = "Keeping in mind"


@cache
def samples() -> dict[str, tuple[str, str]]:
    """The title and the text of each sample draft, by id.

    Examples
    --------
    >>> [title for title, _ in samples().values()]
    ['A flawed draft', 'A good draft', 'A draft in the style of Model UN']
    """
    rows = columns("language/sample_drafts.csv", "id", "title", "text")
    return {row["id"]: (row["title"], row["text"]) for row in rows}


def drafting(start: str = "flawed") -> Page[Draft]:
    """Show the drafting lab.

    Parameters
    ----------
    start : {"flawed", "good", "model-un"}
        The draft that it opens with.

    Examples
    --------
    >>> print(drafting("good").plain.splitlines()[-1])
    No rule is broken.
    """
    sample = start if start in samples() else "flawed"
    text = samples()[sample][1]
    read = parse(text)
    state = Draft(text, sample, "", read, lint(read))
    return Page(
        start=lambda: state,
        render=render,
        update=updated,
        still=h.fragment[
            h.pre(".res-draft", lang="en")[text],
            h.p[counted(state.findings)],
            listed(read, state.findings),
            habits(),
            all_rules(),
        ],
        plain=f"{text}\n{_plain(state)}",
    )


def _plain(state: Draft) -> str:
    lines = [f"{finding.element}: {finding.message}. {finding.rule.rule}" for finding in state.findings]
    return "\n".join([*lines, counted(state.findings)])


def updated(state: Draft, event: Event) -> Draft:
    """The lab after an event: ``text`` (typed), ``sample`` or ``phrase`` (chosen)."""
    if event.name == "text" and isinstance(event.value, str):
        if len(event.text) > LONGEST:
            problem = (
                f"This text has more than {LONGEST:,} characters, the most that the lab reads as you type. "
                "Shorten it, or open it in the reader."
            )
            return replace(state, problem=problem)
        return _read(replace(state, sample=_OWN, own=event.text), event.text)
    if event.name == "sample" and event.text == _OWN:
        return _read(replace(state, sample=_OWN), state.own)
    if event.name == "sample" and event.text in samples():
        return _read(replace(state, sample=event.text), samples()[event.text][1])
    if event.name == "phrase" and any(event.text == habit.phrase for habit in taught()):
        return replace(state, phrase=event.text)
    return state


def _read(state: Draft, text: str) -> Draft:
    """Read the text and apply the rules; what cannot be read leaves the findings of before."""
    try:
        resolution = parse(text)
    except ParseError as problem:
        return replace(state, text=text, problem=_hint(text, problem))
    return replace(state, text=text, read=resolution, findings=lint(resolution), problem="")


def _hint(text: str, problem: ParseError) -> str:
    """What to write first: half a draft is no draft yet."""
    if not text.strip():
        return "The box is empty. Write ‘The General Assembly,’ and a first paragraph."
    if "\0" in text:
        return f"This draft cannot be read yet: {problem}."
    return (
        f"This is no draft yet (line {problem.line}): write ‘The General Assembly,’ and below it a paragraph that "
        "opens as ‘Recalling’ or ‘1. Decides’."
    )


def render(state: Draft) -> h.Element:
    """The live lab.

    Examples
    --------
    >>> read = parse("The General Assembly,\\n\\nAware of <b>,\\n\\nDecides to meet.")
    >>> "Aware of &lt;b&gt;," in str(render(Draft(read.source, "own", read.source, read, ())))
    True
    """
    drafts = {name: title for name, (title, _) in samples().items()}
    if state.own or state.sample == _OWN:
        drafts[_OWN] = "Your own text"
    return h.div(".res-card")[
        h.div(".res-row")[picker("Draft", drafts, state.sample, name="sample", id="drafting-sample")],
        h.div(".res-lab")[
            h.div[
                h.label(for_="drafting-text")[h.strong["Your draft"]],
                h.textarea(
                    ".res-serif",
                    name="text",
                    id="drafting-text",
                    rows="14",
                    lang="en",
                    dir="auto",
                    spellcheck="false",
                    maxlength=str(LONGEST + 1),  # one more than is read, so that a longer paste is noticed and said
                    data_live="400",
                    aria_describedby="drafting-told",
                )[_kept_first_line(state.text)],
            ],
            h.div[
                h.div(role="status", id="drafting-told")[
                    state.problem and h.p(".res-notice")[state.problem],
                    h.p[h.strong["Found before that: " if state.problem else "", counted(state.findings)]],
                ],
                h.div(id="drafting-findings")[listed(state.read, state.findings)],
            ],
        ],
        all_rules(),
        _compared(state.phrase),
    ]


def _kept_first_line(text: str) -> str:
    """HTML drops a line break at the start of a text area; a second one keeps the first."""
    return f"\n{text}" if text.startswith("\n") else text


@lru_cache(maxsize=8)
def _compared(phrase: str) -> Markup:
    """United Nations practice and the habits of Model UN: the rules, and the openings; made once a phrase."""
    openings = {
        label: {habit.phrase: habit.phrase for habit in taught() if habit.part == part}
        for part, label in (("preamble", "Preamble"), ("operative", "Operative part"))
    }
    return Markup(
        h.details[
            h.summary["United Nations practice, and Model UN habit"],
            habits(),
            h.div(".res-row")[
                picker("An opening from lists for Model UN", openings, phrase, name="phrase", id="drafting-phrase")
            ],
            h.p(role="status", id="drafting-phrase-told")[
                told(next(habit for habit in taught() if habit.phrase == phrase))
            ],
        ]
    )


def told(habit: Taught) -> str:
    """What is known of a taught phrase, and no more.

    Examples
    --------
    >>> told(next(habit for habit in taught() if habit.phrase == "Keeping in mind"))
    '‘Keeping in mind’ stands in two lists for Model UN. In 2,245 resolutions of the Assembly (sessions 74 to 80) it \
was counted in italics at the head of a paragraph fewer than 20 times, or not at all. Counted: ‘Bearing in mind’.'
    """
    lists = {1: "one list", 2: "two lists"}[len(habit.lists)]
    italic = "it" if habit.italic == habit.phrase else f"‘{habit.italic}’"
    instead = f" Counted: ‘{habit.instead}’." if habit.instead else ""
    return (
        f"‘{habit.phrase}’ stands in {lists} for Model UN. In 2,245 resolutions of the Assembly (sessions 74 to 80) "
        f"{italic} was counted in italics at the head of a paragraph {habit.said}.{instead}"
    )
