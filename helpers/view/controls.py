"""Native controls that more than one page uses."""

from __future__ import annotations

from collections.abc import Collection

import htpy as h

from helpers.view.passage import LAYERS


def layer_switches(prefix: str, chosen: Collection[str]) -> h.Element:
    """Checkboxes for the four layers, each label written in its own sign; they send the event ``layers``.

    Examples
    --------
    >>> str(layer_switches("tour", {"deadline"})).count(" checked")
    1
    """
    return h.fieldset[
        h.legend["Show in the text"],
        h.div(".res-row")[
            [
                h.label(".res-choice")[
                    h.input(
                        type="checkbox",
                        name="layers",
                        value=layer.id,
                        id=f"{prefix}-{layer.id}",
                        checked=layer.id in chosen,
                    ),
                    h.span[h.span(class_=f"res-{layer.id}")[layer.label], f" ({layer.sign})"],
                ]
                for layer in LAYERS
            ]
        ],
    ]
