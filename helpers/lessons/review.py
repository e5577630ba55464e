"""What a reader would stumble over in a lesson: quotations, facts, order, links, words for those who cannot see."""

from __future__ import annotations

import ast
import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from helpers.errors import CourseError
from helpers.lessons.book import Book, Cell
from helpers.lessons.facts import unknown
from helpers.lessons.reading import LIMIT, lix
from helpers.resolution import load
from helpers.resolution.quote import misquoted, unverified

#: A cell with this tag works with days or figures that the exercise makes up, and says so.
INVENTED = "invented"
_TAGS = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_NUMBERED = re.compile(r"\[(\d+\. [^\]]+)\]\((\S+\.ipynb)\)")
_ALT = 40


def review_all(books: Iterable[Book], targets: Collection[str]) -> list[str]:
    """Everything wrong with the lessons, a line each that begins with the file.

    Parameters
    ----------
    books : iterable of Book
        The lessons.
    targets : collection of str
        What a link may lead to: lessons and assignments, as links write them.
    """
    books = tuple(books)
    problems = [f"{book.file}{problem}" for book in books for problem in review(book, targets)]
    titles = {book.file: book.title for book in books}
    for book in books:
        for said, file in _NUMBERED.findall(book.text):
            if said != titles.get(file, said):
                problems.append(f"{book.file}: the link says “{said}”, the lesson is called “{titles[file]}”")
    asked = Counter(cell.asked.question.id for book in books for cell in _readable(book) if cell.asked)
    return problems + [f"question {name!r} stands in {count} cells" for name, count in asked.items() if count > 1]


def review(book: Book, targets: Collection[str]) -> list[str]:
    """What is wrong with one lesson, a line each that begins with the cell it is in."""
    problems = [f": {problem}" for problem in itertools.chain(_frame(book), _headings(book), _order(book))]
    for cell in book.cells:
        problems += (f", cell {cell.id}: {problem}" for problem in _cell(cell, targets))
    level = lix(book.text)
    if level > LIMIT:
        problems.append(f": it reads too hard (LIX {level}, at most {LIMIT}); shorten sentences, choose shorter words")
    return problems


def _readable(book: Book) -> Iterator[Cell]:
    """The cells of code whose question can be read; the others are named by ``_cell``."""
    for cell in book.code:
        try:
            cell.asked  # noqa: B018 - read once, kept by the cell
        except (CourseError, SyntaxError):
            continue
        yield cell


def _frame(book: Book) -> Iterator[str]:
    """What every lesson has: objectives, practice, key points, the way on."""
    if not book.prose:
        yield "it has no text"
        return
    first, last = book.prose[0].source, book.prose[-1].source
    if not re.match(r"# [^\n]+\n\n\*\d+ minutes · ", first):
        yield "its first cell does not open with a title and *NN minutes · what it covers*"
    if "At the end you will be able to" not in first:
        yield "its first cell names no objectives (At the end you will be able to)"
    for heading in ("## Key points", "## Where to read on"):
        if heading not in last:
            yield f"its last cell has no {heading}"
    practice = sum(bool(cell.asked) for cell in _readable(book))
    if practice < 5:
        yield f"it has {practice} practice questions; five or more belong in a lesson"
    if len({cell.id for cell in book.cells}) < len(book.cells):
        yield "two cells have one id"
    if book.metadata.get("kernelspec", {}).get("name") != "python3":
        yield "its kernelspec is not python3"
    if book.metadata.get("specta", {}).get("hideTopbar") != "Yes":
        yield "its metadata do not hide the bar of the reading view (specta: hideTopbar: Yes)"


def _headings(book: Book) -> Iterator[str]:
    levels = [len(marks) for marks in re.findall(r"^(#+) ", book.text, re.MULTILINE)]
    if levels.count(1) != 1:
        yield f"it has {levels.count(1)} headings of the first level; one is the title"
    if any(after - before > 1 for before, after in itertools.pairwise(levels)):
        yield "a heading skips a level; a screen reader's outline would have a hole"


def _order(book: Book) -> Iterator[str]:
    if [cell.count for cell in book.code] != list(range(1, len(book.code) + 1)):
        yield "its outputs are not those of one run from top to bottom; run it and save it"


def _cell(cell: Cell, targets: Collection[str]) -> Iterator[str]:
    resolution = load("A/RES/53/137")
    known = {element.id for element in resolution.elements}
    yield from (f"covers:{element} is no element of the resolution" for element in cell.covers if element not in known)
    if cell.is_prose:
        yield from misquoted(resolution, cell.source)
        links = _TAGS.findall(cell.source)
        yield from (f"the link to {link} leads nowhere" for link in links if link not in targets)
    else:
        try:
            yield from _code(cell, known)
        except (CourseError, SyntaxError) as problem:
            yield str(problem)
            return
    said = "\n".join(cell.strings)
    for words in unverified(resolution, said):
        yield f"“{words}” is not in the resolution; for other words use ‘single marks’"
    if INVENTED not in cell.tags:
        yield from (f"{fact} is in no table of data/ (nor in the resolution)" for fact in unknown(said))


def _code(cell: Cell, known: Collection[str]) -> Iterator[str]:
    asked = cell.asked
    if len(ast.parse(cell.source).body) != (2 if asked else 1):
        yield "a cell of code holds one statement, or a question and its key"
    if not cell.metadata.get("jupyter", {}).get("source_hidden"):
        yield "its code is not hidden (jupyter: source_hidden)"
    if asked and not asked.key:
        yield f"question {asked.question.id!r} has no key"
    for element in asked.key.source if asked and asked.key else ():
        if element not in known:
            yield f"source {element!r} is no element of the resolution"
    for output in cell.outputs:
        if not set(output.get("data", {})) <= {"text/plain", "text/html"}:
            yield "an output is neither text nor HTML; keep only these"
    for image in re.findall(r"<img [^>]*>", cell.html):
        alt = re.search(r'alt="([^"]*)"', image)
        if not alt or len(alt[1]) < _ALT:
            yield "an image does not say in words what it shows (alt)"
    for drawing in re.findall(r"<svg [^>]*>", cell.html):
        if "aria-label" not in drawing and "aria-hidden" not in drawing:
            yield "a drawing has no name (aria-label), nor is it hidden from screen readers"
