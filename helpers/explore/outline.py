"""The Convention in outline: type an article and see its part; place invented people and see who is covered."""

from __future__ import annotations

from dataclasses import dataclass, replace

import htpy as h

from helpers.treaty.convention import Applies, Case, Part, article_number, articles, cases, part_of, parts
from helpers.view import Event, Page
from helpers.view.controls import step_buttons, switch, toggle

_VIEWS = {"parts": "Nine parts", "cases": "Who is covered?"}
_PLACES: dict[Applies, str] = {"both": "Parts III and IV", "three": "Part III only", "none": "Not covered"}
_ARTICLES = parts()[-1].last
_HOW = (
    "Three articles decide. Article 2: is the person to be, or has been, in paid activity in a State that is not his "
    "or her own? Article 3: is the person in a group that is left out? Article 5: is the person authorized to enter, "
    "to stay and to work? Part III then covers everybody who is left; part IV adds rights for those in a regular "
    "situation."
)
_INVENTED = (
    "The people are invented. The question is whom the text covers. Whether a State is bound by it is another question."
)


@dataclass(frozen=True, slots=True)
class Outlined:
    """Which view is open; the part and the article looked at; the case, and where the reader has placed each."""

    view: str = "parts"
    part: str = "I"
    article: int = 0
    case: int = 0
    placed: tuple[tuple[str, Applies], ...] = ()


def outline(view: str = "parts") -> Page[Outlined]:
    """Show the outline of the Convention.

    Parameters
    ----------
    view : {"parts", "cases"}
        What is open first.

    Examples
    --------
    >>> print(outline().plain.splitlines()[6])
    VII  articles 72 to 78: Application of the Convention
    """
    start = Outlined(view if view in _VIEWS else "parts")
    return Page(start=lambda: start, render=render, update=_updated, still=_still(), plain=_plain())


def _updated(state: Outlined, event: Event) -> Outlined:
    if event.name == "view" and event.text in _VIEWS:
        return replace(state, view=event.text)
    if event.name == "part" and event.text in {part.number for part in parts()}:
        return replace(state, part=event.text, article=0)
    if event.name == "article" and event.text.strip():
        number = article_number(event.text)
        return replace(state, part=part_of(number).number, article=number)
    if event.name == "step":
        return replace(state, case=min(max(state.case + event.step, 0), len(cases()) - 1))
    if event.name == "place" and event.text in _PLACES:
        case = cases()[state.case]
        others = tuple(pair for pair in state.placed if pair[0] != case.key)
        return replace(state, placed=(*others, (case.key, event.text)))
    return state


def render(state: Outlined) -> h.Element:
    """The live explorer.

    Examples
    --------
    >>> "part IV" in str(render(Outlined(part="IV", article=40)))
    True
    """
    return h.div(".res-card")[
        switch("What to look at", _VIEWS, state.view, name="view", ids="outline-view-{}"),
        _parts(state) if state.view == "parts" else _cases(state),
    ]


# ---- the nine parts ----


def _parts(state: Outlined) -> h.Fragment:
    return h.fragment[
        h.div(".res-row")[
            h.label(for_="outline-article")["Article"],
            h.input(
                ".res-short",
                type="text",
                name="article",
                id="outline-article",
                value=str(state.article or ""),
                inputmode="numeric",
                maxlength="20",
                autocomplete="off",
                data_live="120",
                aria_describedby="outline-range",
            ),
            h.span(".res-soft", id="outline-range")[f"1 to {_ARTICLES}"],
        ],
        h.div(".res-outline-sides")[
            _told(state),
            h.ol(".res-outline", aria_label="The nine parts")[[h.li[_row(part, state)] for part in parts()]],
        ],
    ]


def _row(part: Part, state: Outlined) -> h.Element:
    pressed = part.number == state.part
    return toggle(name="part", value=part.number, id=f"outline-part-{part.number}", pressed=pressed)[
        h.span(".res-outline-number")[part.number],
        h.span[part.heading, h.br, h.span(".res-soft")[_range(part)]],
        _strip(part),
    ]


def _range(part: Part) -> str:
    return f"article {part.first}" if part.first == part.last else f"articles {part.first} to {part.last}"


def _strip(part: Part) -> h.Element:
    """Where the part stands among all articles, and how much of them it is."""
    start = f"{100 * (part.first - 1) / _ARTICLES:.1f}%"
    width = f"{100 * (part.last - part.first + 1) / _ARTICLES:.1f}%"
    return h.svg(width="100%", height="6", aria_hidden="true")[
        h.rect(".res-outline-all", width="100%", height="6"), h.rect(x=start, width=width, height="6")
    ]


def _told(state: Outlined) -> h.Element:
    part = next(part for part in parts() if part.number == state.part)
    return h.div(".res-told", role="status", id="outline-told")[
        h.h3[f"Article {state.article} stands in part {part.number}" if state.article else f"Part {part.number}"],
        h.p[part.heading, f" ({_range(part)})"],
        h.dl[
            state.article > 0
            and [h.dt[h.strong[f"Article {state.article}, in short"]], h.dd[_sentence(state.article)]],
            h.dt[h.strong["What the part is about"]],
            h.dd[part.about],
            h.dt[h.strong["Who is covered"]],
            h.dd[part.covers],
        ],
    ]


def _sentence(number: int) -> str:
    known = articles().get(number)
    if not known:
        return "The course says nothing on this article; read it in the Convention."
    return known.about if known.sure else f"{known.about} (We have seen this article in one copy of the text only.)"


# ---- who is covered ----


def _cases(state: Outlined) -> h.Fragment:
    case, placed = cases()[state.case], dict(state.placed)
    return h.fragment[
        h.p(".res-soft")[_HOW],
        h.h3[f"Case {state.case + 1} of {len(cases())}"],
        h.p[case.text],
        switch("Which parts apply?", dict(_PLACES.items()), placed.get(case.key), name="place", ids="outline-place-{}"),
        h.div(".res-told.res-outline-reason", role="status", id="outline-reason")[_reason(case, placed.get(case.key))],
        h.div(".res-row")[
            step_buttons("outline", on="Next case", first=state.case == 0, last=state.case == len(cases()) - 1)
        ],
        _sorted(placed),
        h.p(".res-soft")[_INVENTED],
    ]


def _reason(case: Case, answer: Applies | None) -> h.Node:
    if answer is None:
        return h.p["Choose one of the three. You see at once whether it holds, and why."]
    verdict = "It holds." if answer == case.applies else f"It does not hold: {_small(case.applies)}."
    return [
        h.p[h.strong[f"You chose: {_small(answer)}. {verdict}"]],
        h.p[case.reason, f" (Articles {case.articles}.)"],
    ]


def _small(place: Applies) -> str:
    """A place's name inside a sentence: Roman numbers stay capital."""
    return _PLACES[place][0].lower() + _PLACES[place][1:]


def _sorted(placed: dict[str, Applies]) -> h.Element:
    """Everybody placed so far, under what holds for them."""
    done = [case for case in cases() if case.key in placed]
    return h.dl(".res-outline-sorted", aria_label="Placed so far")[
        [
            h.div[
                h.dt[h.strong[name]],
                h.dd[", ".join(case.key for case in done if case.applies == key) or "nobody yet"],
            ]
            for key, name in _PLACES.items()
        ]
    ]


# ---- without a kernel ----


def _still() -> h.Fragment:
    return h.fragment[
        h.table(".res-table")[
            h.caption["The nine parts of the Convention"],
            h.thead[h.tr[[h.th(scope="col")[name] for name in ("Part", "Articles", "Heading", "Who is covered")]]],
            h.tbody[
                [
                    h.tr[
                        h.th(scope="row")[part.number],
                        h.td[f"{part.first}–{part.last}" if part.first < part.last else str(part.first)],
                        h.td[part.heading],
                        h.td[part.covers],
                    ]
                    for part in parts()
                ]
            ],
        ],
        h.p[_HOW],
        h.ul[
            [
                h.li[
                    case.text, " ", h.strong[f"{_PLACES[case.applies]}."], f" {case.reason} (Articles {case.articles}.)"
                ]
                for case in cases()
            ]
        ],
        h.p[_INVENTED],
    ]


def _plain() -> str:
    rows = [f"{part.number}  {_range(part)}: {part.heading}" for part in parts()]
    told = [f"{case.text} {_PLACES[case.applies]}. {case.reason} (Articles {case.articles}.)" for case in cases()]
    return "\n".join([*rows, _HOW, *told, _INVENTED])
