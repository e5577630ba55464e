"""A lesson as a page to read: its prose, its still outputs, no code and no keys."""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote

import htpy as h
from markupsafe import Markup

from helpers.language import _, direction, language, speaking
from helpers.lessons.book import Book, Cell
from helpers.notebooks import language_of, original
from helpers.quiz.view import still
from helpers.resolution import Element, load
from helpers.view import filled

_LESSON = re.compile(r"\[([^\]]+)\]\((\d\d_[\w.]+\.ipynb)\)")
_QUOTATION = re.compile(r"^> ?(.+) \(([A-Za-z0-9.]+)\)$", re.MULTILINE)
_TABLE = re.compile(r"(?:^\|.*(?:\n|\Z))+", re.MULTILINE)
_ASSIGNMENT = re.compile(r"\[([^\]]+)\]\((assignments/\w+/\w+\.ipynb)\)")
_PICTURE = re.compile(r'src="data:image/svg\+xml;base64,([A-Za-z0-9+/=]+)"')


@dataclass(frozen=True)
class Live:
    """Where the live edition stands, seen from the top of the book.

    ``megabytes`` is what its first visit loads, and ``cdn`` whether some of it comes from another site.
    """

    pattern: str
    megabytes: int | None = None
    cdn: bool = False

    def link(self, path: str, depth: int) -> str:
        """The address of one notebook from a page that lies so many folders deep.

        Examples
        --------
        >>> Live("live/index.html?path={file}").link("01_masthead.ipynb", 1)
        '../live/index.html?path=01_masthead.ipynb'
        """
        return "../" * depth + self.pattern.format(file=quote(path))


@dataclass(frozen=True)
class Reading:
    """A page of the book: a notebook of prose and still outputs, and the pictures that it shows, by file name."""

    notebook: dict[str, Any]
    pictures: dict[str, bytes] = field(default_factory=dict)


def read(book: Book, live: Live) -> Reading:
    """Make the page of a lesson.

    Parameters
    ----------
    book : Book
        The lesson.
    live : Live
        Where it is worked through.

    Examples
    --------
    >>> from helpers.lessons import read_books
    >>> from helpers.resources import lessons_path
    >>> page = read(read_books(lessons_path())[1], Live("live/?path={file}"))
    >>> page.notebook["cells"][1]["id"], list(page.pictures)
    ('work-live', ['01_masthead-two-dates.svg'])
    """
    with speaking(language_of(book.file)):
        pictures: dict[str, bytes] = {}
        address = live.link(book.file, 1)
        cells = []
        for cell in book.cells:
            if cell.is_prose:
                cells.append(_prose(cell.id, prose(elsewhere(cell.source, book.file), live)))
            elif shown := _shown(cell, address):
                name = f"{book.file.removesuffix('.ipynb')}-{cell.id}"
                cells.append(_still(cell, _apart(shown, name, pictures)))
        cells.insert(1, _prose("work-live", str(start(address, live.megabytes))))
    metadata: dict[str, Any] = {"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}}
    if language_of(book.file) != "en":  # reached from the lesson itself; the contents stay in one language
        metadata["orphan"] = True
    return Reading({"nbformat": 4, "nbformat_minor": 5, "metadata": metadata, "cells": cells}, pictures)


def start(address: str, megabytes: int | None) -> h.Element:
    """The way from reading to working, with half a sentence on what it means."""
    told = _("It runs in your browser, and your answers stay there.")
    load_time = _("The first visit loads about {n} MB.").format(n=megabytes) if megabytes else ""
    return h.div(".book-start")[
        h.a(".res-button", href=address)[_("Work through this lesson live")],
        h.p[" ".join(filter(None, (told, load_time)))],
    ]


def prose(markdown: str, live: Live) -> str:
    """A cell's Markdown with the resolution's words in their setting, and assignments linked to the live edition.

    Examples
    --------
    >>> print(prose("> A/53/230. (FN7)", Live("")))
    <blockquote class="res-words" lang="en"><a class="res-id" href="../text.html#FN7">FN7</a>
    <BLANKLINE>
    A/53/230.
    <BLANKLINE>
    </blockquote>
    """
    markdown = boxed(_QUOTATION.sub(_quotation, markdown))
    return to_live(markdown, live, 1)


def elsewhere(markdown: str, file: str) -> str:
    """Mark links to the same lesson in another language: their words are in that language, too.

    Examples
    --------
    >>> elsewhere("[Français](01_a.fr.ipynb) [2](02_b.ipynb)", "01_a.ipynb")
    '<a href="01_a.fr.html" lang="fr" hreflang="fr">Français</a> [2](02_b.ipynb)'
    """

    def link(found: re.Match[str]) -> str:
        words, target = found.groups()
        if target == file or original(target) != original(file):
            return found[0]
        code = language_of(target)
        return str(h.a(href=target.replace(".ipynb", ".html"), lang=code, hreflang=code)[words])

    return _LESSON.sub(link, markdown)


def boxed(markdown: str) -> str:
    """Put each table into a box, in which it can be moved sideways where the page is narrow.

    Examples
    --------
    >>> boxed("| a |\\n|---|\\n| b |\\n")
    '<div class="book-scroll">\\n\\n| a |\\n|---|\\n| b |\\n\\n</div>\\n'
    """
    return _TABLE.sub(lambda found: f'<div class="book-scroll">\n\n{found[0].rstrip()}\n\n</div>\n', markdown)


def to_live(markdown: str, live: Live, depth: int) -> str:
    """Turn links to assignments, which are no pages of the book, into links to the live edition.

    Examples
    --------
    >>> to_live("[the acts](assignments/operative/operative.ipynb)", Live("live/?path={file}"), 0)
    '<a href="live/?path=assignments/operative/operative.ipynb">the acts</a>'
    """

    def link(found: re.Match[str]) -> str:
        return Markup('<a href="{}">').format(live.link(found[2], depth)) + Markup(found[1]) + Markup("</a>")

    return _ASSIGNMENT.sub(link, markdown)


def _quotation(found: re.Match[str]) -> str:
    element = load("A/RES/53/137")[found[2]]
    name = element.label if isinstance(element, Element) else found[2]
    spoken_here = language() if language() != "en" else None
    link = h.a(".res-id", href=f"../text.html#{found[2]}", lang=spoken_here)[name]
    # Markdown is read between the tags because blank lines stand there.
    return f'<blockquote class="res-words" lang="en">{link}\n\n{found[1]}\n\n</blockquote>'


def _shown(cell: Cell, address: str) -> str:
    """What a cell of code shows to a reader; nothing if it shows nothing."""
    if cell.asked:
        told = {} if language() == "en" else {"lang": language(), "dir": direction()}
        question = h.div(".res-still", told)[still(cell.asked.question)]
        link = h.a(href=address)[_("Answer this in the live lesson")]
        return f"{question}{_quiet(link)}"
    if cell.source.startswith("quiz.progress("):
        return str(_quiet(h.a(href=address)[_("See your progress in the live lesson")]))
    if cell.explores:
        link = h.a(href=address)[_("Try this in the live lesson")]
        still_here = filled(_("{link}. On this page it is a still picture."), link=link)
        return f"{_quiet(still_here)}{cell.html}"
    return cell.html


def _quiet(words: h.Node) -> h.Element:
    return h.p(".book-live")[words]


def _apart(shown: str, name: str, pictures: dict[str, bytes]) -> str:
    """Take the pictures out of the HTML into files of their own: the page is there before them, and stays light."""

    def take(found: re.Match[str]) -> str:
        content = base64.b64decode(found[1])
        file = f"{name}{f'-{len(pictures)}' if f'{name}.svg' in pictures else ''}.svg"
        pictures[file] = content
        return Markup('src="../pictures/{}"').format(file)

    return _PICTURE.sub(take, shown)


def _prose(name: str, source: str) -> dict[str, Any]:
    return {"id": name, "cell_type": "markdown", "metadata": {}, "source": source}


def _still(cell: Cell, shown: str) -> dict[str, Any]:
    """A cell of code without its code."""
    tags = ["remove-input", *(["wide"] if cell.metadata.get("specta", {}).get("outputSize") == "Big" else [])]
    output = {"output_type": "display_data", "data": {"text/html": shown}, "metadata": {}}
    return {
        "id": cell.id,
        "cell_type": "code",
        "execution_count": None,
        "metadata": {"tags": tags},
        "source": "...",  # myst-nb leaves out a cell without any
        "outputs": [output],
    }
