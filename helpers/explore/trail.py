"""What kind of document a citation leads to, and the steps that lead there."""

from __future__ import annotations

from collections.abc import Iterator

import htpy as h

from helpers.language import _
from helpers.resolution import Footnote, load
from helpers.resolution.references import Reference, held
from helpers.resolution.symbol import decode
from helpers.view import english, filled
from helpers.written import semicolons


def kind(symbol: str) -> str:
    """What kind of document a symbol names, in a sentence.

    Examples
    --------
    >>> kind("A/RES/2106 A (XX)")
    'A resolution of the General Assembly, part A of number 2106.'
    >>> kind("A/53/230")
    'A document of the 53rd session that is no resolution: its symbol has no RES.'
    """
    parts = {component.place: component for component in decode(symbol)}
    if "nature" in parts:
        number, _blank, letter = parts["number"].text.partition(" ")
        if letter:
            told = _("A resolution of the General Assembly, part {letter} of number {number}.")
            return told.format(letter=letter, number=number)
        return _("A resolution of the General Assembly.")
    if "change" in parts:
        return _("An addendum: a part added to document {symbol}.").format(symbol=symbol.rpartition("/")[0])
    if "body" in parts:
        told = _("A document of a conference, {name}. Its symbol has no session and no RES.")
        return told.format(name=parts["body"].meaning)
    told = _("A document of the {session} that is no resolution: its symbol has no RES.")
    return told.format(session=parts["session"].meaning)


def trail(reference: Reference) -> Iterator[h.Node]:
    """The steps from the text of the course’s resolution to the document.

    Examples
    --------
    >>> for step in trail(Reference("PP9", None, "A/RES/52/115", "", "text")):
    ...     print(step)
    Take the number from PP9.
    Put A/RES/ before it, since the Assembly’s own resolutions are cited by number alone: A/RES/52/115.
    Look for A/RES/52/115 in the UN Digital Library.
    """
    symbol, text = reference.symbol, ""
    if reference.way == "lost":
        yield _("No mark leads here in our copy, so begin with the notes.")
    elif reference.note:
        yield _("In {place}, stop at the raised number.").format(place=reference.element)
    elif "MH." in str(reference.element):
        yield _("Take the number from the masthead.")
    else:
        yield _("Take the number from {place}.").format(place=reference.element)
    if reference.note:
        note = load("A/RES/53/137")[reference.note]
        assert isinstance(note, Footnote)
        text = note.text
        yield filled(_("Read note {number}: “{text}”"), number=str(note.number), text=english(text))
    if "/RES/" in symbol:
        told = _("Put A/RES/ before it, since the Assembly’s own resolutions are cited by number alone: {symbol}.")
        yield told.format(symbol=symbol)
    part = decode(symbol)[2].text.partition(" ")[2] if "/RES/" in symbol else ""
    if part:
        told = _("Look for {symbol} in the UN Digital Library, and turn to part {part}.")
        yield told.format(symbol=symbol.replace(f" {part}", ""), part=part)
    else:
        yield filled(_("Look for {symbol} in the UN Digital Library."), symbol=english(symbol))
    if "annex" in text:
        yield _("Turn to its annex.")
    if "chap." in text:
        yield _("Turn to chapter {number}.").format(number=text.partition("chap. ")[2].rstrip("."))
    if symbol in held():
        titles = semicolons(_(instrument.title) for instrument in held()[symbol])
        yield _("There you find: {titles}.").format(titles=titles)
