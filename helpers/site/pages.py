"""The pages of the book that are not lessons: home, the whole text, about, the teacher's pack."""

from __future__ import annotations

import json
import posixpath
import re
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath
from string import Template

import htpy as h

from helpers import __version__
from helpers.errors import CourseError
from helpers.launch.links import PAGE
from helpers.lessons.book import Book
from helpers.notebooks import language_of, original
from helpers.resolution import load
from helpers.site.reading import Live, boxed, to_live
from helpers.view import LAYERS, legend, words

_MINUTES = re.compile(r"^\*(.+?) · ", re.MULTILINE)
_GOALS = re.compile(r"^- .+$", re.MULTILINE)
_FILE = re.compile(r"\[([^\]]+)\]\((?!#|[a-z]+:)([^)#]+)\)")
_NAMED = re.compile(r"\(assignments/(\w+)/")
_SIGNS = tuple(layer.id for layer in LAYERS)
_PYTHON = {
    False: "The live lessons load everything from the site on which you read this.",
    True: "The live lessons load Python from the servers of its publisher. These see your internet address, what your "
    "browser is, and from which site you come; they never see an answer.",
}
_PARTS = {
    "masthead": "The lines above the text",
    "enacting": "The one who acts",
    "preamble": "The reasons",
    "operative": "The acts",
    "closing": "The closing line",
    "note": "The notes",
}


def home(template: str, books: Iterable[Book], assignments: Path, live: Live, teaching: Iterable[str]) -> str:
    """The first page: what the course is, the lessons with minutes and aims, the assignments.

    Parameters
    ----------
    template : str
        The page's Markdown with ``$lessons`` and so on where these go.
    books : iterable of Book
        The lessons, translations included.
    assignments : Path
        The folder of the assignments' sources; only what stands above their first question is read.
    live : Live
        Where the live edition stands.
    teaching : iterable of str
        The names of the teacher's pages.
    """
    books = tuple(books)
    names = [book.file.removesuffix(".ipynb") for book in books if language_of(book.file) == "en"]
    size = f" The first visit loads about {live.megabytes} MB." if live.megabytes else ""
    return Template(template).substitute(
        words=str(words(load("A/RES/53/137"), "OP3", ["opening"])),
        size=size,
        lessons=_listed(_lesson(book, books, live) for book in books if language_of(book.file) == "en"),
        assignments=_listed(_assignment(assignments / name, live) for name in _by_use(assignments, books)),
        toctrees="\n\n".join(
            (
                _toctree("Lessons", (f"lessons/{name}" for name in names)),
                _toctree("The resolution", ["The whole text <text>"]),
                _toctree("For teachers", ["The pack <teaching/index>", *(f"teaching/{name}" for name in teaching)]),
                _toctree("About", ["about"]),
            )
        ),
    )


def _listed(items: Iterable[str]) -> str:
    return "{.book-list}\n" + "\n".join(items)


def _lesson(book: Book, books: Iterable[Book], live: Live) -> str:
    """A lesson in the list: its title leads to reading; minutes, the live lesson, and what one will be able to do."""
    first = book.prose[0].source
    minutes = _MINUTES.search(first)
    title = f"- [**{book.title}**](lessons/{book.file}){f', {minutes[1]}' if minutes else ''}"
    link = h.a(href=live.link(book.file, 0))["work live"]
    others = (f" · {_translation(other)}" for other in books if other != book and original(other.file) == book.file)
    return "\n".join((f"{title} · {link}{''.join(others)}", *(f"  {goal}" for goal in _GOALS.findall(first))))


def _translation(book: Book) -> h.Element:
    code = language_of(book.file)
    return h.a(href=PAGE.format(name=book.file.removesuffix(".ipynb")), lang=code, hreflang=code)[book.title]


def _by_use(assignments: Path, books: Iterable[Book]) -> list[str]:
    """The names of the assignments in the order in which the lessons name them."""
    named = dict.fromkeys(name for book in books for name in _NAMED.findall(book.text))
    there = sorted(path.name for path in assignments.iterdir() if (path / f"{path.name}.ipynb").is_file())
    return sorted(there, key=lambda name: list(named).index(name) if name in named else len(named))


def _assignment(folder: Path, live: Live) -> str:
    path = folder / f"{folder.name}.ipynb"
    try:
        first = "".join(json.loads(path.read_text("utf-8"))["cells"][0]["source"])
    except (OSError, ValueError, KeyError, IndexError, TypeError) as problem:
        raise CourseError(f"{path} cannot be read as a notebook ({type(problem).__name__}); restore it") from None
    title = re.search(r"^# (?:Assignment: )?(.+)$", first, re.MULTILINE)
    minutes = _MINUTES.search(first)
    link = h.a(href=live.link(f"assignments/{path.parent.name}/{path.name}", 0))[title[1] if title else folder.name]
    return f"- {link}{f', {minutes[1][0].lower()}{minutes[1][1:]}' if minutes else ''}"


def _toctree(caption: str, names: Iterable[str]) -> str:
    return "\n".join(("```{toctree}", ":hidden:", f":caption: {caption}", "", *names, "```"))


def text() -> str:
    """The whole resolution, every element with its name beside it, its signs to be switched on.

    Examples
    --------
    >>> "OP7" in text()
    True
    """
    resolution = load("A/RES/53/137")
    blocks: dict[str, list[h.Element]] = {kind: [] for kind in _PARTS}
    for element in resolution.elements:
        blocks[element.kind].append(h.div(id=element.id)[words(resolution, element.id, _SIGNS)])
    switch = h.div(".book-signs")[
        h.label[h.input(type="checkbox", id="signs"), " Show the four signs on the words"], legend(_SIGNS)
    ]
    told = (
        "The whole text of A/RES/53/137. The names in the margin are the course’s. In print only the seven operative "
        "paragraphs have numbers, and the notes stand where each printed page ended."
    )
    parts = (f"## {_PARTS[kind]}\n\n{h.div('.book-text')[shown]}" for kind, shown in blocks.items())
    return "\n\n".join(("# The whole resolution", told, str(switch), *parts))


def about(template: str, live: Live, findings: Path) -> str:
    """What the course is, its licences, and how well it can be used by everybody.

    Parameters
    ----------
    template : str
        The page's Markdown with ``$version``, ``$python`` and ``$findings`` where these go.
    live : Live
        Where the live edition gets its program from.
    findings : Path
        A table in TOML of what is known and not yet mended: for each ``[[finding]]`` a ``where`` and a ``what``.
    """
    return Template(template).substitute(version=__version__, python=_PYTHON[live.cdn], findings=_found(findings))


def _found(path: Path) -> str:
    try:
        found = tomllib.loads(path.read_text("utf-8")).get("finding", []) if path.is_file() else []
        lines = [f"- {one['where']}: {one['what']}" for one in found]
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise CourseError(f"{path} cannot be read ({problem}); each [[finding]] needs where and what") from None
    if not lines:
        return "No open finding is known."
    return "\n".join(("Known, and not yet mended:", "", *lines))


def teaching(folder: Path, live: Live) -> Mapping[str, str]:
    """The pages of the teacher's pack by their names, in the order in which its first page names them.

    Raises
    ------
    CourseError
        If the pack has no first page.
    """
    pages = {}
    for path in sorted(folder.rglob("*.md")):
        place = path.relative_to(folder)
        name = place.with_suffix("").as_posix()
        pages["index" if name == "README" else name] = _taught(
            path.read_text("utf-8"), live, PurePosixPath("teaching", place.parent.as_posix())
        )
    if "index" not in pages:
        raise CourseError(f"{folder} has no README.md, the first page for teachers; restore it")
    named = re.findall(r"\]\(([\w/]+)\.md\)", pages["index"])
    order = sorted(pages, key=lambda name: named.index(name) if name in named else len(named))
    title, text = pages["index"].split("\n", 1)
    plans = _toctree("Plans", (name for name in order if name.startswith("plans/")))
    pages["index"] = f"{title}\n\n{plans}\n{text}"
    return {name: pages[name] for name in order}


def _taught(markdown: str, live: Live, folder: PurePosixPath) -> str:
    """One page of the pack, as it stands in a folder of the book; what the book does not have is no link in it."""

    def link(found: re.Match[str]) -> str:
        words, target = found.groups()
        top, *rest = PurePosixPath(posixpath.normpath(folder / target)).parts
        if top == "source":
            return f"[{words}](assignments/{'/'.join(rest)})"
        if (top, *rest) == ("teaching", "plans"):
            return f"[{words}](index.md#the-plans)"
        return found[0].replace("README.md", "index.md") if top in ("lessons", "teaching") else words

    return to_live(_FILE.sub(link, boxed(markdown)), live, len(folder.parts))
