"""Which words of a page stand outside of the catalogue: proof by a language that nobody speaks.

``language.use("qps")`` puts the words of every message into ⟦…⟧. What is filled into a message stays outside of the
brackets and is judged by itself: ``_("Kind: {kind}").format(kind="directive")`` reads "⟦Kind:⟧ directive", and
"directive" is found.

The rule. A word, that is a run of two letters or more, stands in one of these places:

- inside ⟦…⟧: it went through ``_()`` or ``ngettext()``. Names of States, organs and treaties do, too;
- in HTML, under an element with ``lang="en"`` (the resolution's own words, and English from a table that nobody is to
  translate) or with ``translate="no"``, or in ``script`` or ``style``. An attribute belongs to what is around its
  element: a region that holds English has a label in the page's language;
- in an attribute, in an option of a list, or in plain text, where no ``lang`` can stand: inside “double curly”
  quotation marks, which the course sets round the resolution's own words and nothing else. In plain text (not in an
  attribute), words between two marks may also stand without them if they are the resolution's, or an opening of the
  United Nations, verbatim;
- in a token that is no word of any language: with a figure in it (PP1, OP6(a), 53/137), with an oblique stroke
  (A/RES/…), with a dot inside it (MH.organ, progress.json, an address), or in capitals, up to six (EW, UN, PDF).
"""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser

from helpers.resolution import load
from helpers.resources import read_table

#: Attributes that people read or hear.
_READ = {
    *("aria-label", "aria-description", "aria-roledescription", "aria-valuetext"),
    *("alt", "label", "placeholder", "summary", "title"),
}
_VOID = {"area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"}
_QUOTED = re.compile("“[^“”]*”")
_MARKED = re.compile("⟦[^⟦⟧]*⟧")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ID = re.compile(r"^(?:MH\.\w+|[A-Z]{2}\d*) ")
_NO_WORD = re.compile(r"[\d/@_\\]|\w[.]\w|^\W*[A-Z]{2,6}\W*$")


def bare(html: str) -> list[str]:
    """What of a page's words stands outside of the catalogue, a text or an attribute each, in order.

    Examples
    --------
    >>> bare('<p title="⟦Paragraph⟧ OP3">⟦It says⟧ <q lang="en">Welcomes</q> ⟦in⟧ 1998.</p>')
    []
    >>> bare('<p title="Paragraph OP3">⟦Kind:⟧ directive</p>')
    ['title: Paragraph', 'directive']
    """
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


def bare_text(text: str) -> list[str]:
    """The same of plain text.

    Examples
    --------
    >>> bare_text("OP3  Calls upon | all Member States | ⟦no time named⟧ | directive | “Welcomes”")
    ['directive']
    """
    pieces = re.split(r"(?:[|>\n;:(),…!?–—]|\.(?!\w))+", _QUOTED.sub(" ", _MARKED.sub("|", text)))
    left = (_left(piece) for piece in pieces if not _is_verbatim(" ".join(piece.split())))
    return [piece for piece in left if piece and not _is_verbatim(piece)]


def _is_verbatim(piece: str) -> bool:
    words = _ID.sub("", piece)
    return re.search(rf"(?<!\w){re.escape(words)}(?!\w)", _verbatim()) is not None


@cache
def _verbatim() -> str:
    """English that stays English, in one long line."""
    phrases = [row["phrase"] for name in ("openings", "mun_phrases") for row in read_table(f"language/{name}.csv")]
    resolution = load("A/RES/53/137")
    texts = [resolution.source, *(element.text for element in resolution.elements)]
    texts += [row["text"] for row in read_table("language/sample_drafts.csv")]
    return " ".join(" ".join([*texts, *phrases, *map(str.casefold, phrases)]).split())


def _left(text: str) -> str:
    """What is left of a text without the catalogue's words and without what is no word; empty if no word is."""
    kept = " ".join(token for token in _MARKED.sub(" ", text).split() if not _NO_WORD.search(token))
    return kept.strip(" .,;:|()[]‘’“”–—·…") if _WORD.search(kept) else ""


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._free: list[tuple[str, bool]] = [("", False)]
        self._broken = False  # a drawing breaks the words of one message into lines of their own

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        around, given = self._free[-1][1], {name: value or "" for name, value in attrs}
        if not around:
            said = [(name, given[name]) for name in given if name in _READ]
            self.found += [f"{name}: {left}" for name, value in said if (left := _left(_QUOTED.sub(" ", value)))]
        if tag not in _VOID:
            free = given["lang"] == "en" if "lang" in given else around
            self._free.append((tag, free or given.get("translate") == "no"))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in _VOID:
            name, _free = self._free.pop()
            assert name == tag, f"<{name}> ends with </{tag}>"

    def handle_data(self, data: str) -> None:
        tag, free = self._free[-1]
        if self._broken:
            data = f"⟦{data}"
        self._broken = data.rfind("⟦") > data.rfind("⟧")
        if self._broken:
            data = f"{data}⟧"
        if tag == "option":
            data = _QUOTED.sub(" ", data)
        if not free and tag not in ("script", "style") and (left := _left(data)):
            self.found.append(left)
