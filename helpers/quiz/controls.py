"""How each kind of question is answered: native, labelled HTML controls."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

import htpy as h

from helpers.language import N_, _, ngettext, written
from helpers.quiz.entries import Essay, count_words
from helpers.quiz.marking import Marking, passage
from helpers.quiz.question import Question
from helpers.view import authored, by_author, in_english
from helpers.view.controls import picker


class Face(NamedTuple):
    """What a kind looks like: its controls, a line on how to answer, its mark in plain text, how hands do it.

    The line holds where nothing can be clicked, too; both are messages.
    """

    controls: Callable[[Question, Any], h.Node]
    hint: str
    box: str
    hands: str = ""


def _choices(kind: str) -> Callable[[Question, Any], h.Node]:
    """Radio buttons or checkboxes in the question's order."""

    def controls(question: Question, draft: Any) -> h.Node:
        chosen = draft if isinstance(draft, tuple) else (draft,)
        return [
            h.label(".res-choice")[
                h.input(
                    id=f"{question.id}-{place}",
                    type=kind,
                    name=question.id,
                    value=option,
                    checked=option in chosen,
                ),
                h.span(authored())[option],
            ]
            for place, option in enumerate(question.options, 1)
        ]

    return controls


def _matching(question: Question, draft: Any) -> h.Node:
    """A list to choose from beside every item."""
    options = {"": _("choose …")} | {option: option for option in question.options}
    return [
        h.div(".res-row")[
            picker(
                by_author(item),
                options,
                draft[place - 1] or "",
                name=f"{question.id}:{place - 1}",
                id=f"{question.id}-{place}",
                english=question.options if written() == "en" else (),
            )
        ]
        for place, item in enumerate(question.items, 1)
    ]


def _ordering(question: Question, draft: Any) -> h.Node:
    """A numbered list with two buttons an item; their names say what they move."""
    return h.ol(".res-order")[
        [
            h.li[
                h.span(authored())[item],
                [
                    h.button(
                        type="button",
                        data_send=f"{question.id}:{way}",
                        value=item,
                        id=f"{question.id}-{way}-{question.items.index(item)}",
                        aria_label=_(move).format(item=item),
                        disabled=place == edge,
                    )[sign]
                    for way, move, sign, edge in (
                        ("up", N_("Move {item} up"), "↑", 0),
                        ("down", N_("Move {item} down"), "↓", len(draft) - 1),
                    )
                ],
            ]
            for place, item in enumerate(draft)
        ]
    ]


def _marking(question: Question, draft: Any) -> h.Node:
    """The element's text, each word a button; arrow keys go from word to word, as in a toolbar."""
    text, spans = passage(question.passage)
    chosen = Marking().chosen(question, draft)
    parts: list[h.Node] = []
    end = 0
    for number, span in enumerate(spans):
        parts += [
            text[end : span.start],
            h.button(
                ".res-word",
                type="button",
                data_send=f"{question.id}:word",
                value=str(number),
                id=f"{question.id}-{number}",
                aria_pressed="true" if number in chosen else "false",
                tabindex=None if number == 0 else "-1",
            )[text[slice(*span)]],
        ]
        end = span.end
    told = _("Words of {element}").format(element=question.passage)
    return h.div(".res-words.res-marking", role="group", aria_label=told, data_roving=True)[
        h.span(".res-id")[question.passage], h.p(in_english())[parts, text[end:]]
    ]


def _written(label: str, **attributes: str) -> Callable[[Question, Any], h.Node]:
    """A text area that grows, and how many words stand in it."""

    def controls(question: Question, draft: Any) -> h.Node:
        least, most = question.words
        words = count_words(draft or "")
        counted = ngettext(
            "{n} word; {least} to {most} are asked for.", "{n} words; {least} to {most} are asked for.", words
        )
        return [
            h.label(for_=f"{question.id}-1")[_(label)],
            h.textarea(
                attributes,
                name=question.id,
                id=f"{question.id}-1",
                rows="10",
                maxlength=str(Essay.longest),
                data_live="800",
                aria_describedby=f"{question.id}-count",
            )[draft or ""],
            h.p(".res-soft", id=f"{question.id}-count")[counted.format(n=words, least=least, most=most)],
        ]

    return controls


def _typed(label: str, **attributes: str) -> Callable[[Question, Any], h.Node]:
    """One labelled line."""

    def controls(question: Question, draft: Any) -> h.Node:
        return h.div(".res-row")[
            h.label(for_=f"{question.id}-1")[_(label)],
            h.input(
                {"type": "text", "autocomplete": "off", **attributes},
                name=question.id,
                id=f"{question.id}-1",
                value=draft or "",
                data_live="200",
            ),
            question.unit and h.span(authored())[question.unit],
        ]

    return controls


FACES: dict[str, Face] = {
    "choice": Face(_choices("radio"), N_("One answer holds."), "( )"),
    "several": Face(_choices("checkbox"), N_("One answer or more hold."), "[ ]"),
    "matching": Face(_matching, N_("Choose one for each."), "___"),
    "ordering": Face(_ordering, N_("One order holds."), " - ", N_("Move each to its place.")),
    "number": Face(_typed(N_("Your number"), inputmode="decimal"), N_("Answer in figures."), "___"),
    "date": Face(_typed(N_("The day")), N_("Write the day as in 24 October 1945."), "___"),
    "text": Face(_typed(N_("Your answer"), maxlength="500"), N_("A few words are enough."), "___"),
    "marking": Face(
        _marking,
        N_("The answer stands in the text."),
        " > ",
        N_("Click its words, or go with the arrow keys and press Space."),
    ),
    "essay": Face(_written(N_("Your text")), N_("Write your own text. A person reads it."), "___"),
    "draft": Face(
        _written(N_("Your draft"), **{"class": "res-serif", "lang": "en", "dir": "ltr", "spellcheck": "false"}),
        N_("Write a draft resolution, an empty line between paragraphs. The drafting rules are applied to it."),
        "___",
    ),
}


def answerable(question: Question, draft: Any) -> h.Element:
    """The question with its controls, which show what has been answered so far.

    Examples
    --------
    >>> shown = str(answerable(Question("choice", "a", "Is <b> a tag?", ("no", "yes")), "yes"))
    >>> shown.count("<input"), shown.count(" checked")
    (2, 1)
    """
    face = FACES[question.kind]
    return h.fieldset[
        h.legend(authored(), id=f"{question.id}-asked")[question.prompt],
        h.p(".res-soft")[" ".join(filter(None, (_(face.hint), _(face.hands))))],
        face.controls(question, draft),
    ]


def plain(question: Question) -> str:
    """The question as text, for a terminal and for a reader without a screen.

    Examples
    --------
    >>> print(plain(Question("ordering", "a", "Which came first?", items=("adopted", "issued"))))
    Which came first?
       -  adopted
       -  issued
    """
    box = FACES[question.kind].box
    texts = (*question.items, *question.options, *((passage(question.passage)[0],) if question.passage else ()))
    lines = [f"  {box} {text}" for text in texts]
    return "\n".join([question.prompt, *(lines or [f"  {box} {question.unit}".rstrip()])])
