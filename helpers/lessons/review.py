"""What a reader would stumble over in a lesson: quotations, facts, order, links, words for those who cannot see."""

from __future__ import annotations

import ast
import itertools
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from helpers.errors import CourseError
from helpers.language import _, ngettext
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
    problems = [problem for book in books for problem in review(book, targets)]
    titles = {book.file: book.title for book in books}
    for book in books:
        for said, file in _NUMBERED.findall(book.text):
            if said != titles.get(file, said):
                message = _("{file}: the link says “{words}”, the lesson is called “{title}”")
                problems.append(message.format(file=book.file, words=said, title=titles[file]))
    asked = Counter(cell.asked.question.id for book in books for cell in _readable(book) if cell.asked)
    message = _("question {id} stands in {count} cells")
    return problems + [message.format(id=repr(name), count=count) for name, count in asked.items() if count > 1]


def review(book: Book, targets: Collection[str]) -> list[str]:
    """What is wrong with one lesson, a line each that begins with the file and the cell it is in."""
    problems = [
        f"{book.file}: {problem}"
        for problem in itertools.chain(_frame(book), heading_problems(book), order_problems(book))
    ]
    in_cell = _("{file}, cell {cell}: {problem}")
    for cell in book.cells:
        found = cell_problems(cell, targets)
        problems += (in_cell.format(file=book.file, cell=cell.id, problem=problem) for problem in found)
    level = lix(book.text)
    if level > LIMIT:
        hard = _("{file}: it reads too hard (LIX {level}, at most {most}); shorten sentences, choose shorter words")
        problems.append(hard.format(file=book.file, level=level, most=LIMIT))
    return problems


def _readable(book: Book) -> Iterator[Cell]:
    """The cells of code whose question can be read; the others are named by ``cell_problems``."""
    for cell in book.code:
        try:
            cell.asked  # noqa: B018 - read once, kept by the cell
        except (CourseError, SyntaxError):
            continue
        yield cell


def _frame(book: Book) -> Iterator[str]:
    """What every lesson has: objectives, practice, key points, the way on."""
    if not book.prose:
        yield _("it has no text")
        return
    first, last = book.prose[0].source, book.prose[-1].source
    if not re.match(r"# [^\n]+\n\n\*\d+ minutes · ", first):
        yield _("its first cell does not open with a title and *NN minutes · what it covers*")
    if "At the end you will be able to" not in first:
        yield _("its first cell names no objectives ({words})").format(words="At the end you will be able to")
    for heading in ("## Key points", "## Where to read on"):
        if heading not in last:
            yield _("its last cell has no {heading}").format(heading=heading)
    practice = sum(bool(cell.asked) for cell in _readable(book))
    if practice < 5:
        message = ngettext(
            "it has {count} practice question; five or more belong in a lesson",
            "it has {count} practice questions; five or more belong in a lesson",
            practice,
        )
        yield message.format(count=practice)
    if len({cell.id for cell in book.cells}) < len(book.cells):
        yield _("two cells have one id")
    if book.metadata.get("kernelspec", {}).get("name") != "python3":
        yield _("its kernelspec is not {name}").format(name="python3")
    if book.metadata.get("specta", {}).get("hideTopbar") != "Yes":
        yield _("its metadata do not hide the bar of the reading view ({setting})").format(
            setting="specta: hideTopbar: Yes"
        )


def heading_problems(book: Book) -> Iterator[str]:
    """What is wrong with the outline."""
    levels = [len(marks) for marks in re.findall(r"^(#+) ", book.text, re.MULTILINE)]
    if levels.count(1) != 1:
        count = levels.count(1)
        message = ngettext(
            "it has {count} heading of the first level; one is the title",
            "it has {count} headings of the first level; one is the title",
            count,
        )
        yield message.format(count=count)
    if any(after - before > 1 for before, after in itertools.pairwise(levels)):
        yield _("a heading skips a level; a screen reader's outline would have a hole")


def order_problems(book: Book) -> Iterator[str]:
    """Whether the outputs are those of one run."""
    if [cell.count for cell in book.code] != list(range(1, len(book.code) + 1)):
        yield _("its outputs are not those of one run from top to bottom; run it and save it")


def cell_problems(cell: Cell, targets: Collection[str]) -> Iterator[str]:
    """What is wrong with one cell: tags, quotations, links, question, facts, pictures."""
    resolution = load("A/RES/53/137")
    known = {element.id for element in resolution.elements}
    no_element = _("{name} is no element of the resolution")
    yield from (no_element.format(name=f"covers:{name}") for name in cell.covers if name not in known)
    if cell.is_prose:
        yield from misquoted(resolution, cell.source)
        links = _TAGS.findall(cell.source)
        nowhere = _("the link to {address} leads nowhere")
        yield from (nowhere.format(address=link) for link in links if link not in targets)
    else:
        try:
            yield from _code(cell, known)
        except (CourseError, SyntaxError) as problem:
            yield str(problem)
            return
    said = "\n".join(cell.strings)
    for words in unverified(resolution, said):
        yield _("“{words}” is not in the resolution; for other words use ‘single marks’").format(words=words)
    if INVENTED not in cell.tags:
        stray = _("{fact} is in no table of data/ (nor in the resolution)")
        yield from (stray.format(fact=fact) for fact in unknown(said))


def _code(cell: Cell, known: Collection[str]) -> Iterator[str]:
    asked = cell.asked
    statements = [part for part in ast.parse(cell.source).body if not ast.unparse(part).startswith("language.use(")]
    if len(statements) != (2 if asked else 1):
        yield _("a cell of code holds one statement, or a question and its key")
    if not cell.metadata.get("jupyter", {}).get("source_hidden"):
        yield _("its code is not hidden ({setting})").format(setting="jupyter: source_hidden")
    if asked and not asked.key:
        yield _("question {id} has no key").format(id=repr(asked.question.id))
    for element in asked.key.source if asked and asked.key else ():
        if element not in known:
            yield _("source {id} is no element of the resolution").format(id=repr(element))
    for output in cell.outputs:
        if not set(output.get("data", {})) <= {"text/plain", "text/html"}:
            yield _("an output is neither text nor HTML; keep only these")
    for image in re.findall(r"<img [^>]*>", cell.html):
        alt = re.search(r'alt="([^"]*)"', image)
        if not alt or len(alt[1]) < _ALT:
            yield _("an image does not say in words what it shows (alt)")
    for drawing in re.findall(r"<svg [^>]*>", cell.html):
        if "aria-label" not in drawing and "aria-hidden" not in drawing:
            yield _("a drawing has no name (aria-label), nor is it hidden from screen readers")
