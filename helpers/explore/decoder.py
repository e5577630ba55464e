"""Symbol decoder: type a document symbol and see what each component means."""

from __future__ import annotations

from dataclasses import dataclass, replace

import htpy as h

from helpers.language import N_, _
from helpers.resolution import load
from helpers.resolution.symbol import Component, decode
from helpers.view import Event, Page, in_english
from helpers.view.controls import picker

#: Each symbol to try, with what it is and where the resolution prints it.
EXAMPLES = {
    "A/RES/53/137": N_("A/RES/53/137 — this resolution (masthead)"),
    "A/53/625/Add.1": N_("A/53/625/Add.1 — the report of the Third Committee (masthead)"),
    "A/53/230": N_("A/53/230 — the report of the Secretary-General (note 7)"),
    "A/CONF.157/24 (Part I)": N_("A/CONF.157/24 (Part I) — the report of the Vienna conference (note 6)"),
    "A/RES/2106 A (XX)": N_("A/RES/2106 A (XX) — the Convention against racial discrimination (note 3)"),
    "S/RES/1325 (2000)": N_("S/RES/1325 (2000) — for comparison: the Security Council counts in years"),
}

_PLACES = {
    "organ": N_("organ"),
    "body": N_("body under the organ"),
    "nature": N_("kind of document"),
    "change": N_("change to a document"),
    "session": N_("session"),
    "year": N_("year"),
    "number": N_("running number"),
    "part": N_("part"),
    "unknown": N_("not known here"),
}


@dataclass(frozen=True, slots=True)
class Decoded:
    """A symbol and its components."""

    symbol: str
    components: tuple[Component, ...]


def symbol(start: str = "") -> Page[Decoded]:
    """Show the symbol decoder.

    Parameters
    ----------
    start : str, optional
        The symbol it opens with; else that of the course's resolution.

    Examples
    --------
    >>> print(symbol().plain)
    A/RES/53/137
      A: General Assembly (organ)
      RES: Resolution (kind of document)
      53: 53rd session (session)
      137: Number 137 in that series (running number)
    """
    first = start or load("A/RES/53/137").masthead.symbol or ""
    state = Decoded(first, decode(first))
    part = _("{part}: {meaning} ({kind})")
    lines = [part.format(part=c.text, meaning=c.meaning, kind=_(_PLACES[c.place])) for c in state.components]
    return Page(
        start=lambda: state,
        render=render,
        update=_updated,
        still=_parts(state),
        plain="\n  ".join([first, *lines]),
    )


def _updated(state: Decoded, event: Event) -> Decoded:
    if event.name in ("example", "symbol"):
        return Decoded(event.text, decode(event.text))
    return replace(state)


def render(state: Decoded) -> h.Element:
    """The live decoder.

    Examples
    --------
    >>> "&lt;script&gt;" in str(render(Decoded("A/<script>", decode("A/<script>"))))
    True
    """
    examples = {text: _(what) for text, what in EXAMPLES.items()}
    examples.setdefault(state.symbol, _("your own"))
    return h.div(".res-card")[
        h.div(".res-row")[
            picker(_("A symbol from the resolution"), examples, state.symbol, name="example", id="symbol-example")
        ],
        h.div(".res-row")[
            h.label(for_="symbol-own")[_("Or type your own")],
            h.input(
                type="text",
                name="symbol",
                id="symbol-own",
                value=state.symbol,
                maxlength="120",
                spellcheck="false",
                autocomplete="off",
                data_live="120",
            ),
        ],
        h.div(role="status", id="symbol-parts")[_parts(state)],
    ]


def _parts(state: Decoded) -> h.Renderable:
    return h.ol(".res-symbol", aria_label=_("The components of {symbol}").format(symbol=state.symbol))[
        [
            h.li[
                h.code(in_english(always=False))[component.text],
                h.strong[component.meaning],
                h.br,
                h.span(".res-soft")[_(_PLACES[component.place])],
            ]
            for component in state.components
        ]
    ]
