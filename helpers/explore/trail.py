"""What kind of document a citation leads to, and the steps that lead there."""

from __future__ import annotations

from collections.abc import Iterator

from helpers.resolution import Footnote, load
from helpers.resolution.references import Reference, held
from helpers.resolution.symbol import decode


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
        number, _, letter = parts["number"].text.partition(" ")
        return f"A resolution of the General Assembly{f', part {letter} of number {number}' if letter else ''}."
    if "change" in parts:
        return f"An addendum: a part added to document {symbol.rpartition('/')[0]}."
    if "body" in parts:
        return f"A document of a conference, {parts['body'].meaning}. Its symbol has no session and no RES."
    return f"A document of the {parts['session'].meaning} that is no resolution: its symbol has no RES."


def trail(reference: Reference) -> Iterator[str]:
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
        yield "No mark leads here in our copy, so begin with the notes."
    elif reference.note:
        yield f"In {reference.element}, stop at the raised number."
    else:
        yield f"Take the number from {'the masthead' if 'MH.' in str(reference.element) else reference.element}."
    if reference.note:
        note = load("A/RES/53/137")[reference.note]
        assert isinstance(note, Footnote)
        text = note.text
        yield f"Read note {note.number}: “{text}”"
    if "/RES/" in symbol:
        yield f"Put A/RES/ before it, since the Assembly’s own resolutions are cited by number alone: {symbol}."
    part = decode(symbol)[2].text.partition(" ")[2] if "/RES/" in symbol else ""
    searched = symbol.replace(f" {part}", "") if part else symbol
    yield f"Look for {searched} in the UN Digital Library{f', and turn to part {part}' if part else ''}."
    if "annex" in text:
        yield "Turn to its annex."
    if "chap." in text:
        yield f"Turn to chapter {text.partition('chap. ')[2].rstrip('.')}."
    if symbol in held():
        yield f"There you find: {'; '.join(instrument.title for instrument in held()[symbol])}."
