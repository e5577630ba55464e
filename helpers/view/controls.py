"""Native controls that more than one page uses: each sends the event that its ``name`` says."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import htpy as h

from helpers.language import _
from helpers.view.english import in_english
from helpers.view.passage import LAYERS, signed


def toggle(*, name: str, value: str, id: str, pressed: bool) -> h.Element:
    """A button that stays pressed while its value is the chosen one; what it says goes in brackets.

    Examples
    --------
    >>> print(toggle(name="pick", value="PP1", id="tour-PP1", pressed=True)["PP1"])
    <button type="button" data-send="pick" value="PP1" id="tour-PP1" aria-pressed="true">PP1</button>
    """
    return h.button(type="button", data_send=name, value=value, id=id, aria_pressed=str(pressed).lower())


def switch(
    label: str, options: Mapping[str, str], chosen: str | None, *, name: str, ids: str, visible: bool = False
) -> h.Element:
    """A row of toggle buttons, one of which is pressed.

    Parameters
    ----------
    label : str
        What is chosen here; for screen readers, and for everybody if ``visible``.
    options : mapping of str to str
        What each value is called.
    chosen : str or None
        The pressed one; any other value, none.
    name : str
        The event.
    ids : str
        The buttons' ids, with ``{}`` for the value.
    visible : bool, optional
        Write the label before the buttons.

    Examples
    --------
    >>> row = str(switch("Show as", {"text": "Text", "table": "Table"}, "text", name="view", ids="tour-{}"))
    >>> row.count("<button"), row.count('aria-pressed="true"')
    (2, 1)
    """
    return h.div(".res-row", role="group", aria_label=label)[
        visible and h.span[label],
        [
            toggle(name=name, value=value, id=ids.format(value), pressed=value == chosen)[text]
            for value, text in options.items()
        ],
    ]


def picker(
    label: h.Node,
    options: Mapping[str, str | Mapping[str, str]],
    chosen: str,
    *,
    name: str,
    id: str,
    english: Collection[str] = (),
) -> h.Fragment:
    """A label and the list that it names, to stand in a row.

    Parameters
    ----------
    label : htpy.Node
        What is chosen here.
    options : mapping of str to str, or to a mapping
        What each value is called; a mapping in the place of a text is a group of options under its heading.
    chosen : str
        The value that is selected.
    name : str
        The event.
    id : str
        The list's id.
    english : collection of str, optional
        The values whose texts stay English in every language.

    Examples
    --------
    >>> print(picker("Look at", {"": "none", "Notes": {"FN1": "note 1"}}, "FN1", name="pick", id="tour-pick"))
    <label for="tour-pick">Look at</label><select name="pick" id="tour-pick"><option value="">none</option>\
<optgroup label="Notes"><option value="FN1" selected>note 1</option></optgroup></select>
    """
    return h.fragment[
        h.label(for_=id)[label],
        h.select(name=name, id=id)[
            [
                _option(value, text, chosen, english)
                if isinstance(text, str)
                else h.optgroup(label=value)[[_option(inner, said, chosen, english) for inner, said in text.items()]]
                for value, text in options.items()
            ]
        ],
    ]


def _option(value: str, text: str, chosen: str, english: Collection[str]) -> h.Element:
    told = in_english(always=False) if value in english else {}
    return h.option(told, value=value, selected=value == chosen)[text]


def tick(label: h.Node, *, name: str, value: str, id: str, checked: bool) -> h.Element:
    """One checkbox inside its label; those of one ``name`` send all their ticked values together.

    Examples
    --------
    >>> print(tick("Dates", name="dated", value="dated", id="tour-dated", checked=False))
    <label class="res-choice"><input type="checkbox" name="dated" value="dated" id="tour-dated">Dates</label>
    """
    return h.label(".res-choice")[h.input(type="checkbox", name=name, value=value, id=id, checked=checked), label]


def ticks(label: str, options: Mapping[str, h.Node], chosen: Collection[str], *, name: str, ids: str) -> h.Element:
    """A row of checkboxes under one heading.

    Parameters
    ----------
    label : str
        The heading.
    options : mapping of str to htpy.Node
        Each value, and what stands beside its box.
    chosen : collection of str
        The ticked values.
    name : str
        The event; it carries every ticked value.
    ids : str
        The boxes' ids, with ``{}`` for the value.

    Examples
    --------
    >>> row = str(ticks("Kinds", {"note": "by a note", "name": "by name"}, {"name"}, name="kinds", ids="tour-{}"))
    >>> row.count("<input"), row.count(" checked")
    (2, 1)
    """
    return h.fieldset[
        h.legend[label],
        h.div(".res-row")[
            [
                tick(h.span[text], name=name, value=value, id=ids.format(value), checked=value in chosen)
                for value, text in options.items()
            ]
        ],
    ]


def layer_switches(prefix: str, chosen: Collection[str]) -> h.Element:
    """Checkboxes for the four layers, each label written in its own sign; they send the event ``layers``.

    Examples
    --------
    >>> str(layer_switches("tour", {"deadline"})).count(" checked")
    1
    """
    layers = {layer.id: signed(layer) for layer in LAYERS}
    return ticks(_("Show in the text"), layers, chosen, name="layers", ids=f"{prefix}-{{}}")


def step_buttons(
    prefix: str,
    back: str = "",
    on: str = "",
    *,
    name: str = "step",
    first: bool = False,
    last: bool = False,
    main: bool = False,
) -> h.Fragment:
    """Two buttons that go back and on; they send ``back`` and ``next``, which :attr:`Event.step` reads.

    Parameters
    ----------
    prefix : str
        What their ids begin with.
    back, on : str, optional
        What they say; ‘Back’ and ‘Next’ if nothing is given.
    name : str, optional
        The event.
    first, last : bool, optional
        There is nothing before, nothing after: that button rests.
    main : bool, optional
        Going on is the main thing to do here.

    Examples
    --------
    >>> print(step_buttons("tour", first=True))
    <button type="button" data-send="step" value="back" id="tour-back" disabled>Back</button>\
<button type="button" data-send="step" value="next" id="tour-next">Next</button>
    """
    return h.fragment[
        h.button(type="button", data_send=name, value="back", id=f"{prefix}-back", disabled=first)[back or _("Back")],
        h.button(
            class_={"res-main": main}, type="button", data_send=name, value="next", id=f"{prefix}-next", disabled=last
        )[on or _("Next")],
    ]
