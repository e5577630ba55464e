"""Drafting lab: write or paste clauses and see at once which drafting rules hold, and where one does not."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, lru_cache

import htpy as h
from markupsafe import Markup

from helpers.errors import ParseError
from helpers.explore.findings import all_rules, counted, habits, listed
from helpers.language import _, language
from helpers.resolution import Resolution, parse
from helpers.resolution.lint import Finding, lint
from helpers.resolution.taught import Taught, taught
from helpers.resources import columns
from helpers.view import Event, Page, english, filled, in_english
from helpers.view.controls import picker
from helpers.written import figure

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
            h.pre(".res-draft", in_english())[text],
            h.p[counted(state.findings)],
            listed(read, state.findings),
            habits(),
            all_rules(),
        ],
        plain=f"{text}\n{_plain(state)}",
    )


def _plain(state: Draft) -> str:
    line = _("{element}: {message}. {rule}")
    lines = [line.format(element=f.element, message=f.message, rule=_(f.rule.rule)) for f in state.findings]
    return "\n".join([*lines, counted(state.findings)])


def updated(state: Draft, event: Event) -> Draft:
    """The lab after an event: ``text`` (typed), ``sample`` or ``phrase`` (chosen)."""
    if event.name == "text" and isinstance(event.value, str):
        if len(event.text) > LONGEST:
            problem = _(
                "This text has more than {most} characters, the most that the lab reads as you type. "
                "Shorten it, or open it in the reader."
            )
            return replace(state, problem=problem.format(most=figure(LONGEST)))
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
        return _("The box is empty. Write ‘The General Assembly,’ and a first paragraph.")
    if "\0" in text:
        return _("This draft cannot be read yet: {problem}.").format(problem=problem)
    return _(
        "This is no draft yet (line {line}): write ‘The General Assembly,’ and below it a paragraph that "
        "opens as ‘Recalling’ or ‘1. Decides’."
    ).format(line=problem.line)


def render(state: Draft) -> h.Element:
    """The live lab.

    Examples
    --------
    >>> read = parse("The General Assembly,\\n\\nAware of <b>,\\n\\nDecides to meet.")
    >>> "Aware of &lt;b&gt;," in str(render(Draft(read.source, "own", read.source, read, ())))
    True
    """
    drafts = {name: _(title) for name, (title, _text) in samples().items()}
    if state.own or state.sample == _OWN:
        drafts[_OWN] = _("Your own text")
    return h.div(".res-card")[
        h.div(".res-row")[picker(_("Draft"), drafts, state.sample, name="sample", id="drafting-sample")],
        h.div(".res-lab")[
            h.div[
                h.label(for_="drafting-text")[h.strong[_("Your draft")]],
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
                    h.p[h.strong[state.problem and [_("Found before that:"), " "], counted(state.findings)]],
                ],
                h.div(id="drafting-findings")[listed(state.read, state.findings)],
            ],
        ],
        all_rules(),
        _compared(state.phrase, language()),
    ]


def _kept_first_line(text: str) -> str:
    """HTML drops a line break at the start of a text area; a second one keeps the first."""
    return f"\n{text}" if text.startswith("\n") else text


@lru_cache(maxsize=8)
def _compared(phrase: str, _language: str) -> Markup:
    """United Nations practice and the habits of Model UN: the rules, and the openings; made once a phrase."""
    openings = {
        label: {habit.phrase: habit.phrase for habit in taught() if habit.part == part}
        for part, label in (("preamble", _("Preamble")), ("operative", _("Operative part")))
    }
    return Markup(
        h.details[
            h.summary[_("United Nations practice, and Model UN habit")],
            habits(),
            h.div(".res-row")[
                picker(
                    _("An opening from lists for Model UN"),
                    openings,
                    phrase,
                    name="phrase",
                    id="drafting-phrase",
                    english=[habit.phrase for habit in taught()],
                )
            ],
            h.p(role="status", id="drafting-phrase-told")[
                told(next(habit for habit in taught() if habit.phrase == phrase))
            ],
        ]
    )


def told(habit: Taught) -> h.Fragment:
    """What is known of a taught phrase, and no more.

    Examples
    --------
    >>> print(told(next(habit for habit in taught() if habit.phrase == "Keeping in mind")))
    ‘Keeping in mind’ stands in two lists for Model UN. In 2,245 resolutions of the Assembly (sessions 74 to 80) it \
was counted in italics at the head of a paragraph fewer than 20 times, or not at all. Counted: ‘Bearing in mind’.
    """
    stands = (
        _("‘{phrase}’ stands in one list for Model UN.")
        if len(habit.lists) == 1
        else _("‘{phrase}’ stands in two lists for Model UN.")
    )
    counted_how = (
        _(
            "In 2,245 resolutions of the Assembly (sessions 74 to 80) it was counted in italics at the head of a "
            "paragraph {times}."
        )
        if habit.italic == habit.phrase
        else _(
            "In 2,245 resolutions of the Assembly (sessions 74 to 80) ‘{words}’ was counted in italics at the head of "
            "a paragraph {times}."
        )
    )
    return h.fragment[
        filled(stands, phrase=english(habit.phrase)),
        " ",
        filled(counted_how, words=english(habit.italic), times=habit.said),
        habit.instead and [" ", filled(_("Counted: ‘{phrase}’."), phrase=english(habit.instead))],
    ]
