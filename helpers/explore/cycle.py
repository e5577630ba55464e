"""The yearly cycle: a report, its place on the agenda, a resolution that asks for the next report."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

import htpy as h

from helpers.errors import CourseError
from helpers.explore.ring import ring
from helpers.resolution.dates import MONTHS, said
from helpers.resolution.numerals import cardinal
from helpers.resources import columns
from helpers.view import Event, Page
from helpers.view.controls import step_buttons, toggle

#: The sessions of the explorer: from the first resolution in the course's list to the day of its treaty data.
FIRST, LAST = 33, 80
STEPS = ("report", "item", "resolution")
_NAMES = {"report": "The report", "item": "The item", "resolution": "The resolution"}
_WHAT = {
    "report": "The Secretary-General submits what the Assembly asked for a session earlier.",
    "item": "The Assembly considers the report under an item of its agenda.",
    "resolution": "The Assembly takes note of the report and asks for the next one.",
}
_UNSEEN = "The course has seen no document on this step of this session."
#: What the text of 53/137 itself says of a step of a session.
_SAID = {
    (45, "resolution"): "By it the Assembly adopted the Convention and opened it to States (PP7).",
    (52, "resolution"): "It requests a report on the status of the Convention for the fifty-third session, says PP9.",
    (53, "report"): "A/53/230: note 7 gives the symbol, and PP9 tells which resolution asked for it.",
    (53, "item"): "Item 110, sub-item (a): so says the masthead.",
    (53, "resolution"): "It takes note of A/53/230 and requests an updated report for the fifty-fourth session (OP6).",
    (
        54,
        "report",
    ): "An updated report on the status of the Convention, as OP6 requests. Its symbol is not in our text.",
    (54, "item"): "The sub-item “Implementation of human rights instruments”, says OP7. Its number is not in our text.",
}
_SURE = {
    "high": "seen in the document itself or in two independent copies",
    "medium": "seen in a secondary copy only",
    "unverified": "not verified: general knowledge, checked against no document",
}
_GAPS = "The course’s list holds no resolution on the Convention for this session. The list may have gaps."
_RULE = "The n-th regular session opens in September of 1945 + n and runs into the next year."


@dataclass(frozen=True, slots=True)
class Turn:
    """A session and one of the three steps in it."""

    session: int = 53
    step: str = "report"


@dataclass(frozen=True, slots=True)
class Listed:
    """A resolution of the course's list: its subject, day, vote and how sure the course is of the row."""

    symbol: str
    relation: str
    subject: str
    adopted: str
    vote: str
    confidence: str


def opens(session: int) -> int:
    """The year in which a regular session opens.

    Examples
    --------
    >>> opens(53)
    1998
    """
    return 1945 + session


@cache
def listed(session: int) -> tuple[Listed, ...]:
    """The resolutions of the course's list in one session, those on the Convention first.

    Examples
    --------
    >>> [row.symbol for row in listed(53)]
    ['A/RES/53/137']
    """
    needed = ("symbol", "session", "relation", "subject", "adopted", "vote", "confidence")
    rows = [
        Listed(*(row[name] for name in needed if name != "session"))
        for row in columns("resolutions/series.csv", *needed)
        if row["session"] == str(session)
    ]
    return tuple(sorted(rows, key=lambda row: row.relation == "neighbour"))


def cycle() -> Page[Turn]:
    """Show the yearly cycle, session by session.

    Examples
    --------
    >>> print(cycle().plain.splitlines()[0])
    The n-th regular session opens in September of 1945 + n and runs into the next year.
    """
    return Page(start=Turn, render=render, update=_updated, still=_still(), plain="\n".join([_RULE, *_plain()]))


def session_of(text: str) -> int:
    """The session that somebody means by a number in digits or words, or by a year.

    Raises
    ------
    CourseError
        It is no session or year that the explorer covers: one line with what to write.

    Examples
    --------
    >>> session_of("54"), session_of("fifty-fourth"), session_of("1999")
    (54, 54, 54)
    """
    shown = " ".join(text.split())
    digits = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th)?(?: session)?", shown, re.IGNORECASE)
    number = int(digits[1]) if digits else None if re.search(r"\d", shown) else cardinal(shown)
    wanted = f"write a session from {FIRST} to {LAST}, or a year from {opens(FIRST)} to {opens(LAST)}"
    shown = shown if len(shown) <= 30 else f"{shown[:30]}…"
    if number is None:
        raise CourseError(f"‘{shown}’ is neither a session nor a year; {wanted}.")
    session = number - 1945 if number >= 1000 else number
    if not FIRST <= session <= LAST:
        raise CourseError(f"‘{shown}’ lies outside what the course has data on; {wanted}.")
    return session


def _updated(state: Turn, event: Event) -> Turn:
    if event.name == "ask" and isinstance(event.value, str):
        return replace(state, session=session_of(event.text))
    if event.name == "pick" and event.text in STEPS:
        return replace(state, step=event.text)
    if event.name == "year":
        return replace(state, session=min(max(state.session + event.step, FIRST), LAST))
    if event.name == "step":
        place = (state.session - FIRST) * len(STEPS) + STEPS.index(state.step) + event.step
        session, step = divmod(min(max(place, 0), (LAST - FIRST + 1) * len(STEPS) - 1), len(STEPS))
        return Turn(session + FIRST, STEPS[step])
    return state


def render(state: Turn) -> h.Element:
    """The live explorer.

    Examples
    --------
    >>> "1945 + 53 = 1998" in str(render(Turn()))
    True
    """
    year = opens(state.session)
    return h.div(".res-card")[
        h.div(".res-row")[
            h.label(for_="cycle-ask")["Session or year"],
            h.input(
                type="text",
                name="ask",
                id="cycle-ask",
                value=str(state.session),
                maxlength="40",
                size="8",
                spellcheck="false",
                autocomplete="off",
            ),
            step_buttons(
                "cycle-year",
                "A year back",
                "A year on",
                name="year",
                first=state.session == FIRST,
                last=state.session == LAST,
            ),
        ],
        h.div(role="status", id="cycle-told")[
            h.h3[f"Session {state.session}: September {year} to September {year + 1}"],
            h.p[
                f"1945 + {state.session} = {year}. Until that month session {state.session - 1} was still running. ",
                h.strong[f"You are at step {STEPS.index(state.step) + 1}, the {state.step}."],
            ],
        ],
        h.div(".res-turn")[
            h.div[
                ring(STEPS, STEPS.index(state.step), [f"session {state.session}", f"{year}–{year + 1}"]),
                h.div(".res-row")[
                    step_buttons(
                        "cycle-step",
                        "A step back",
                        "Next step",
                        first=state == Turn(FIRST, STEPS[0]),
                        last=state == Turn(LAST, STEPS[-1]),
                    )
                ],
            ],
            h.ol[[_step(state, step) for step in STEPS]],
        ],
        h.p(".res-soft")[_RULE],
    ]


def _step(state: Turn, step: str) -> h.Element:
    current = step == state.step
    return h.li(aria_current=current and "step")[
        toggle(name="pick", value=step, id=f"cycle-{step}", pressed=current)[_NAMES[step]],
        h.p[_WHAT[step]],
        [h.p[line] for line in _known(state.session, step)],
    ]


def _known(session: int, step: str) -> Iterator[h.Node]:
    """What the course knows of one step of one session, in lines."""
    said_here = _SAID.get((session, step))
    if step == "resolution":
        own = [row for row in listed(session) if row.relation != "neighbour"]
        yield from (_row(row) for row in own)
        if not own:
            yield _GAPS
    elif not said_here:
        yield _UNSEEN
    if said_here:
        yield said_here
    if step == "resolution":
        yield from (_row(row) for row in listed(session) if row.relation == "neighbour")


def _row(row: Listed) -> h.Node:
    about = {"neighbour": "Neighbour on another subject: ", "predecessor": "Before the Convention: "}.get(
        row.relation, ""
    )
    facts = "; ".join(part for part in (row.subject, _day(row.adopted), _vote(row.vote)) if part)
    return h.fragment[about, h.strong[row.symbol], f", {facts}. ", h.span(".res-soft")[f"({_SURE[row.confidence]})"]]


def _day(iso: str) -> str:
    """The day of adoption in words, or the month where only that is known."""
    year, _, rest = iso.partition("-")
    if not rest:
        return ""
    if "-" in rest:
        return f"adopted on {said(datetime.date.fromisoformat(iso))}"
    return f"adopted in {MONTHS[int(rest) - 1]} {year}"


def _vote(vote: str) -> str:
    """A vote in words: "120-0-18" as "120 in favour, 0 against, 18 abstentions"."""
    counted = re.fullmatch(r"(\d+)-(\d+)-(\d+)", vote)
    return "{} in favour, {} against, {} abstentions".format(*counted.groups()) if counted else vote


# ---- without a kernel ----


def _sessions() -> list[int]:
    """The sessions of the course's list."""
    return sorted({int(row["session"]) for row in columns("resolutions/series.csv", "session")})


def _plain() -> Iterator[str]:
    for session in _sessions():
        for row in listed(session):
            yield f"{session} ({opens(session)})  {row.symbol}: {row.subject} ({_SURE[row.confidence]})"
    for (session, step), line in _SAID.items():
        yield f"{session}, {step}: {line}"


def _still() -> h.Fragment:
    return h.fragment[
        h.p[_RULE],
        h.ol[[h.li[h.strong[_NAMES[step]], ". ", _WHAT[step]] for step in STEPS]],
        h.ul[[h.li[f"Session {session}, {step}: {line}"] for (session, step), line in _SAID.items()]],
        h.table(".res-table")[
            h.thead[h.tr[h.th(scope="col")["Session"], h.th(scope="col")["opens in"], h.th(scope="col")["Resolution"]]],
            h.tbody[
                [
                    h.tr[h.th(scope="row")[str(session)], h.td[str(opens(session))], h.td[_row(row)]]
                    for session in _sessions()
                    for row in listed(session)
                ]
            ],
        ],
    ]
