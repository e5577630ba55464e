"""Two languages on one page: the resolution's English and an author's words among the course's own."""

from __future__ import annotations

import htpy as h

from helpers.language import _, direction, language, written


def in_english(*, always: bool = True) -> dict[str, str]:
    """The attributes of an element that holds English, whatever the page's language and the way its lines run.

    Parameters
    ----------
    always : bool, optional
        A page that is English itself says it, too.

    Examples
    --------
    >>> print(h.p(".res-serif", in_english())["Reaffirming once more"])
    <p class="res-serif" lang="en">Reaffirming once more</p>
    >>> in_english(always=False)
    {}
    """
    if language() == "en":
        return {"lang": "en"} if always else {}
    return {"lang": "en", "dir": "ltr"} if direction() == "rtl" else {"lang": "en"}


def ltr() -> dict[str, str]:
    """The attributes of a line of English, where the lines around it run from right to left; else none.

    Examples
    --------
    >>> ltr()
    {}
    """
    return {"dir": "ltr"} if direction() == "rtl" else {}


def english(words: str) -> h.Node:
    """English in a sentence of ours; a page that is English itself needs no mark.

    Examples
    --------
    >>> print(h.p["It says ", english("Notes"), "."])
    <p>It says Notes.</p>
    """
    return words if language() == "en" or not words else h.span(in_english())[words]


def spoken() -> dict[str, str]:
    """The attributes of an element that holds the course's own words; none where they are English.

    Examples
    --------
    >>> spoken()
    {}
    """
    return {} if language() == "en" else {"lang": language(), "dir": direction()}


def tongue(code: str) -> dict[str, str]:
    """The attributes of an element whose words are in a language of their own; none where it is the spoken one.

    Examples
    --------
    >>> print(h.a(tongue("fr"), href="00_start_here.fr.ipynb")["Commencer ici"])
    <a lang="fr" dir="ltr" href="00_start_here.fr.ipynb">Commencer ici</a>
    """
    return {} if code == language() else {"lang": code, "dir": direction(code)}


def authored() -> dict[str, str]:
    """The same for an author's words, of a question for example.

    Examples
    --------
    >>> print(h.legend(authored())["Which organ adopted this resolution?"])
    <legend>Which organ adopted this resolution?</legend>
    """
    return tongue(written())


def by_author(words: str) -> h.Node:
    """An author's words in a sentence of the course's, marked if they are in another language.

    Examples
    --------
    >>> print(h.li["It holds: ", by_author("the closing line says so.")])
    <li>It holds: the closing line says so.</li>
    """
    marked = authored()
    return h.span(marked)[words] if marked else words


def shown(words: str) -> h.Node:
    """Words of a table in the reader's language, or marked as the English that they are.

    Examples
    --------
    >>> print(h.p[shown("The organ that speaks.")])
    <p>The organ that speaks.</p>
    """
    told = _(words)
    return english(words) if told == words else told


def quoted(words: str) -> str:
    """English in plain text or an attribute, where no mark of language can stand: between quotation marks.

    Examples
    --------
    >>> quoted("Notes")
    'Notes'
    """
    return words if language() == "en" else _("“{words}”").format(words=words)
