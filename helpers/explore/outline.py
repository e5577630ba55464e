"""The Convention in outline: type an article and see its part; place invented people and see who is covered."""

from __future__ import annotations

from dataclasses import dataclass, replace

import htpy as h

from helpers.language import N_, _
from helpers.treaty.convention import Applies, Case, Part, article_number, articles, cases, part_of, parts
from helpers.view import Event, Page, filled, shown
from helpers.view.controls import step_buttons, switch, toggle
from helpers.written import commas

_VIEWS = {"parts": N_("Nine parts"), "cases": N_("Who is covered?")}
_PLACES: dict[Applies, str] = {
    "both": N_("Parts III and IV"),
    "three": N_("Part III only"),
    "none": N_("Not covered"),
}
#: The same inside a sentence.
_INSIDE: dict[Applies, str] = {
    "both": N_("parts III and IV"),
    "three": N_("part III only"),
    "none": N_("not covered"),
}
_ARTICLES = parts()[-1].last
_HOW = N_(
    "Three articles decide. Article 2: is the person to be, or has been, in paid activity in a State that is not his "
    "or her own? Article 3: is the person in a group that is left out? Article 5: is the person authorized to enter, "
    "to stay and to work? Part III then covers everybody who is left; part IV adds rights for those in a regular "
    "situation."
)
_WHY = N_("{reason} (Articles {numbers}.)")
_INVENTED = N_(
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
        switch(
            _("What to look at"),
            {view: _(name) for view, name in _VIEWS.items()},
            state.view,
            name="view",
            ids="outline-view-{}",
        ),
        _parts(state) if state.view == "parts" else _cases(state),
    ]


# ---- the nine parts ----


def _parts(state: Outlined) -> h.Fragment:
    return h.fragment[
        h.div(".res-row")[
            h.label(for_="outline-article")[_("Article")],
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
            h.span(".res-soft", id="outline-range")[_("1 to {last}").format(last=_ARTICLES)],
        ],
        h.div(".res-outline-sides")[
            _told(state),
            h.ol(".res-outline", aria_label=_("The nine parts"))[[h.li[_row(part, state)] for part in parts()]],
        ],
    ]


def _row(part: Part, state: Outlined) -> h.Element:
    pressed = part.number == state.part
    return toggle(name="part", value=part.number, id=f"outline-part-{part.number}", pressed=pressed)[
        h.span(".res-outline-number")[part.number],
        h.span[shown(part.heading), h.br, h.span(".res-soft")[_range(part)]],
        _strip(part),
    ]


def _range(part: Part) -> str:
    if part.first == part.last:
        return _("article {number}").format(number=part.first)
    return _("articles {first} to {last}").format(first=part.first, last=part.last)


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
        h.h3[
            _("Article {article} stands in part {part}").format(article=state.article, part=part.number)
            if state.article
            else _("Part {number}").format(number=part.number)
        ],
        h.p[shown(part.heading), f" ({_range(part)})"],
        h.dl[
            state.article > 0
            and [
                h.dt[h.strong[_("Article {number}, in short").format(number=state.article)]],
                h.dd[_sentence(state.article)],
            ],
            h.dt[h.strong[_("What the part is about")]],
            h.dd[shown(part.about)],
            h.dt[h.strong[_("Who is covered")]],
            h.dd[shown(part.covers)],
        ],
    ]


def _sentence(number: int) -> h.Node:
    known = articles().get(number)
    if not known:
        return _("The course says nothing on this article; read it in the Convention.")
    if known.sure:
        return shown(known.about)
    return filled(_("{summary} (We have seen this article in one copy of the text only.)"), summary=shown(known.about))


# ---- who is covered ----


def _cases(state: Outlined) -> h.Fragment:
    case, placed = cases()[state.case], dict(state.placed)
    return h.fragment[
        h.p(".res-soft")[_(_HOW)],
        h.h3[_("Case {number} of {of}").format(number=state.case + 1, of=len(cases()))],
        h.p[shown(case.text)],
        switch(
            _("Which parts apply?"),
            {place: _(name) for place, name in _PLACES.items()},
            placed.get(case.key),
            name="place",
            ids="outline-place-{}",
        ),
        h.div(".res-told.res-outline-reason", role="status", id="outline-reason")[_reason(case, placed.get(case.key))],
        h.div(".res-row")[
            step_buttons("outline", on=_("Next case"), first=state.case == 0, last=state.case == len(cases()) - 1)
        ],
        _sorted(placed),
        h.p(".res-soft")[_(_INVENTED)],
    ]


def _reason(case: Case, answer: Applies | None) -> h.Node:
    if answer is None:
        return h.p[_("Choose one of the three. You see at once whether it holds, and why.")]
    held = answer == case.applies
    verdict = _("You chose: {place}. It holds.") if held else _("You chose: {place}. It does not hold: {other}.")
    told = verdict.format(place=_(_INSIDE[answer]), other=_(_INSIDE[case.applies]))
    return [h.p[h.strong[told]], h.p[_why(case)]]


def _why(case: Case) -> h.Node:
    return filled(_(_WHY), reason=shown(case.reason), numbers=case.articles)


def _sorted(placed: dict[str, Applies]) -> h.Element:
    """Everybody placed so far, under what holds for them."""
    done = [case for case in cases() if case.key in placed]
    return h.dl(".res-outline-sorted", aria_label=_("Placed so far"))[
        [
            h.div[
                h.dt[h.strong[_(name)]],
                h.dd[commas(_(case.key) for case in done if case.applies == key) or _("nobody yet")],
            ]
            for key, name in _PLACES.items()
        ]
    ]


# ---- without a kernel ----


def _still() -> h.Fragment:
    return h.fragment[
        h.table(".res-table")[
            h.caption[_("The nine parts of the Convention")],
            h.thead[
                h.tr[
                    [h.th(scope="col")[name] for name in (_("Part"), _("Articles"), _("Heading"), _("Who is covered"))]
                ]
            ],
            h.tbody[
                [
                    h.tr[
                        h.th(scope="row")[part.number],
                        h.td[f"{part.first}–{part.last}" if part.first < part.last else str(part.first)],
                        h.td[shown(part.heading)],
                        h.td[shown(part.covers)],
                    ]
                    for part in parts()
                ]
            ],
        ],
        h.p[_(_HOW)],
        h.ul[
            [h.li[shown(case.text), " ", h.strong[_(_PLACES[case.applies]), "."], " ", _why(case)] for case in cases()]
        ],
        h.p[_(_INVENTED)],
    ]


def _plain() -> str:
    row = _("{number}  {articles}: {heading}")
    rows = [row.format(number=part.number, articles=_range(part), heading=_(part.heading)) for part in parts()]
    told = [
        f"{_(case.text)} {_(_PLACES[case.applies])}. {_(_WHY).format(reason=_(case.reason), numbers=case.articles)}"
        for case in cases()
    ]
    return "\n".join([*rows, _(_HOW), *told, _(_INVENTED)])
