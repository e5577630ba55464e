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
from helpers.language import N_, _, ngettext
from helpers.resolution.numerals import cardinal
from helpers.resources import columns
from helpers.view import Event, Page, english, filled, shown
from helpers.view.controls import step_buttons, toggle
from helpers.written import said_day, said_month

#: The sessions of the explorer: from the first resolution in the course's list to the day of its treaty data.
FIRST, LAST = 33, 80
STEPS = ("report", "item", "resolution")
_NAMES = {"report": N_("The report"), "item": N_("The item"), "resolution": N_("The resolution")}
_SHORT = {"report": N_("report"), "item": N_("item"), "resolution": N_("resolution")}
_HERE = {
    "report": N_("You are at step 1, the report."),
    "item": N_("You are at step 2, the item."),
    "resolution": N_("You are at step 3, the resolution."),
}
_WHAT = {
    "report": N_("The Secretary-General submits what the Assembly asked for a session earlier."),
    "item": N_("The Assembly considers the report under an item of its agenda."),
    "resolution": N_("The Assembly takes note of the report and asks for the next one."),
}
_UNSEEN = N_("The course has seen no document on this step of this session.")
#: What the text of 53/137 itself says of a step of a session; ``{words}`` are its own words.
_SAID = {
    (45, "resolution"): N_("By it the Assembly adopted the Convention and opened it to States (PP7)."),
    (52, "resolution"): N_(
        "It requests a report on the status of the Convention for the fifty-third session, says PP9."
    ),
    (53, "report"): N_("A/53/230: note 7 gives the symbol, and PP9 tells which resolution asked for it."),
    (53, "item"): N_("Item 110, sub-item (a): so says the masthead."),
    (53, "resolution"): N_(
        "It takes note of A/53/230 and requests an updated report for the fifty-fourth session (OP6)."
    ),
    (54, "report"): N_(
        "An updated report on the status of the Convention, as OP6 requests. Its symbol is not in our text."
    ),
    (54, "item"): N_("The sub-item “{words}”, says OP7. Its number is not in our text."),
}
_WORDS = "Implementation of human rights instruments"
_SURE = {
    "high": N_("seen in the document itself or in two independent copies"),
    "medium": N_("seen in a secondary copy only"),
    "unverified": N_("not verified: general knowledge, checked against no document"),
}
_GAPS = N_("The course’s list holds no resolution on the Convention for this session. The list may have gaps.")
_RULE = N_("The n-th regular session opens in September of 1945 + n and runs into the next year.")
_UNCOUNTED = {
    "without a vote": N_("without a vote"),
    "without a vote (inferred)": N_("without a vote (inferred)"),
}
_ABOUT = {"neighbour": N_("Neighbour on another subject:"), "predecessor": N_("Before the Convention:")}


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
def of_session(session: int) -> tuple[Listed, ...]:
    """The resolutions of the course's list in one session, those on the Convention first.

    Examples
    --------
    >>> [row.symbol for row in of_session(53)]
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
    return Page(start=Turn, render=render, update=_updated, still=_still(), plain="\n".join([_(_RULE), *_plain()]))


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
    digits = re.fullmatch(r"(\d{1,4})(?:st|nd|rd|th|e|ème)?(?: session)?", shown, re.IGNORECASE)
    number = int(digits[1]) if digits else None if re.search(r"\d", shown) else cardinal(shown)
    session = number - 1945 if number and number >= 1000 else number
    if session is not None and FIRST <= session <= LAST:
        return session
    message = (
        _(
            "‘{words}’ is neither a session nor a year; "
            "write a session from {first} to {last}, or a year from {from_year} to {to_year}."
        )
        if number is None
        else _(
            "‘{words}’ lies outside what the course has data on; "
            "write a session from {first} to {last}, or a year from {from_year} to {to_year}."
        )
    )
    shown = shown if len(shown) <= 30 else f"{shown[:30]}…"
    years = {"from_year": opens(FIRST), "to_year": opens(LAST)}
    raise CourseError(message.format(words=shown, first=FIRST, last=LAST, **years))


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
            h.label(for_="cycle-ask")[_("Session or year")],
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
                _("A year back"),
                _("A year on"),
                name="year",
                first=state.session == FIRST,
                last=state.session == LAST,
            ),
        ],
        h.div(role="status", id="cycle-told")[
            h.h3[
                _("Session {session}: September {year} to September {next}").format(
                    session=state.session, year=year, next=year + 1
                )
            ],
            h.p[
                _("1945 + {session} = {year}. Until that month session {before} was still running.").format(
                    session=state.session, year=year, before=state.session - 1
                ),
                " ",
                h.strong[_(_HERE[state.step])],
            ],
        ],
        h.div(".res-turn")[
            h.div[
                ring(
                    [_(_SHORT[step]) for step in STEPS],
                    STEPS.index(state.step),
                    [_("session {session}").format(session=state.session), f"{year}–{year + 1}"],
                ),
                h.div(".res-row")[
                    step_buttons(
                        "cycle-step",
                        _("A step back"),
                        _("Next step"),
                        first=state == Turn(FIRST, STEPS[0]),
                        last=state == Turn(LAST, STEPS[-1]),
                    )
                ],
            ],
            h.ol[[_step(state, step) for step in STEPS]],
        ],
        h.p(".res-soft")[_(_RULE)],
    ]


def _step(state: Turn, step: str) -> h.Element:
    current = step == state.step
    return h.li(aria_current=current and "step")[
        toggle(name="pick", value=step, id=f"cycle-{step}", pressed=current)[_(_NAMES[step])],
        h.p[_(_WHAT[step])],
        [h.p[line] for line in _known(state.session, step)],
    ]


def _known(session: int, step: str) -> Iterator[h.Node]:
    """What the course knows of one step of one session, in lines."""
    said_here = _SAID.get((session, step))
    if step == "resolution":
        own = [row for row in of_session(session) if row.relation != "neighbour"]
        yield from (_row(row) for row in own)
        if not own:
            yield _(_GAPS)
    elif not said_here:
        yield _(_UNSEEN)
    if said_here:
        yield filled(_(said_here), words=english(_WORDS))
    if step == "resolution":
        yield from (_row(row) for row in of_session(session) if row.relation == "neighbour")


def _row(row: Listed) -> h.Node:
    about = _ABOUT.get(row.relation)
    facts = [part for part in (shown(row.subject), _day(row.adopted), _vote(row.vote)) if part]
    row_of_facts = [[_("; ") if place else "", fact] for place, fact in enumerate(facts)]
    return h.fragment[
        about and [_(about), " "],
        filled(_("{symbol}, {facts}."), symbol=h.strong[row.symbol], facts=row_of_facts),
        " ",
        h.span(".res-soft")["(", _(_SURE[row.confidence]), ")"],
    ]


def _day(iso: str) -> str:
    """The day of adoption in words, or the month where only that is known."""
    year, _dash, rest = iso.partition("-")
    if not rest:
        return ""
    if "-" in rest:
        return _("adopted on {day}").format(day=said_day(datetime.date.fromisoformat(iso)))
    return _("adopted in {month}").format(month=said_month(int(year), int(rest)))


def _vote(vote: str) -> str:
    """A vote in words: "120-0-18" as "120 in favour, 0 against, 18 abstentions"."""
    counted = re.fullmatch(r"(\d+)-(\d+)-(\d+)", vote)
    if not counted:
        return _(_UNCOUNTED.get(vote, vote))
    yes, no, none = map(int, counted.groups())
    abstained = ngettext("{n} abstention", "{n} abstentions", none).format(n=none)
    return _("{yes} in favour, {no} against, {abstentions}").format(yes=yes, no=no, abstentions=abstained)


# ---- without a kernel ----


def _sessions() -> list[int]:
    """The sessions of the course's list."""
    return sorted({int(row["session"]) for row in columns("resolutions/series.csv", "session")})


def _plain() -> Iterator[str]:
    row_told, step_told = _("{session} ({year})  {symbol}: {subject} ({source})"), _("{session}, {step}: {line}")
    for session in _sessions():
        for row in of_session(session):
            yield row_told.format(
                session=session,
                year=opens(session),
                symbol=row.symbol,
                subject=_(row.subject),
                source=_(_SURE[row.confidence]),
            )
    for (session, step), line in _SAID.items():
        yield step_told.format(session=session, step=_(_SHORT[step]), line=_(line).format(words=_WORDS))


def _still() -> h.Fragment:
    return h.fragment[
        h.p[_(_RULE)],
        h.ol[[h.li[h.strong[_(_NAMES[step])], ". ", _(_WHAT[step])] for step in STEPS]],
        h.ul[
            [
                h.li[
                    filled(
                        _("Session {session}, {step}: {line}"),
                        session=str(session),
                        step=_(_SHORT[step]),
                        line=filled(_(line), words=english(_WORDS)),
                    )
                ]
                for (session, step), line in _SAID.items()
            ]
        ],
        h.table(".res-table")[
            h.thead[h.tr[[h.th(scope="col")[head] for head in (_("Session"), _("opens in"), _("Resolution"))]]],
            h.tbody[
                [
                    h.tr[h.th(scope="row")[str(session)], h.td[str(opens(session))], h.td[_row(row)]]
                    for session in _sessions()
                    for row in of_session(session)
                ]
            ],
        ],
    ]
