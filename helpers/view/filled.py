"""A translated sentence with HTML in it."""

from __future__ import annotations

from string import Formatter

import htpy as h


def filled(message: str, **nodes: h.Node) -> h.Fragment:
    """A translated sentence with HTML in the places that it names.

    Parameters
    ----------
    message : str
        The sentence, with ``{name}`` where a node goes; a translation may put them in another order.
    **nodes : htpy.Node
        What goes there.

    Raises
    ------
    KeyError
        If the sentence names a place that is not given.

    Examples
    --------
    >>> print(filled("See {what}.", what=h.b["article 87"]))
    See <b>article 87</b>.
    """
    parts = Formatter().parse(message)
    return h.fragment[[(text, nodes[name] if name else None) for text, name, _spec, _conversion in parts]]
