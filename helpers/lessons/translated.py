"""Whether a translated lesson is still the same lesson: cell by cell, question by question, key by key."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Iterable, Iterator

from helpers.errors import CourseError
from helpers.language import _
from helpers.lessons.book import Book, Cell
from helpers.lessons.reading import lix
from helpers.lessons.review import cell_problems, heading_problems, order_problems
from helpers.notebooks import language_of, original
from helpers.quiz.cell import Cell as Asked

#: Where words are longer, the same ease gives a higher number than in English.
_LIMITS = {"fr": 48}


def review_translations(translations: Iterable[Book], books: Iterable[Book], targets: Collection[str]) -> list[str]:
    """Everything wrong with translated lessons, a line each that begins with the file.

    Parameters
    ----------
    translations, books : iterable of Book
        The translations, and the English lessons.
    targets : collection of str
        What a link may lead to.
    """
    known = {book.file: book for book in books}
    problems = []
    for book in translations:
        problems += [f"{book.file}: {problem}" for problem in _review(book, known.get(original(book.file)), targets)]
    return problems


def _review(book: Book, english: Book | None, targets: Collection[str]) -> Iterator[str]:
    if english is None:
        yield _("it translates {file}, which is not there").format(file=original(book.file))
        return
    yield from itertools.chain(heading_problems(book), order_problems(book), _level(book))
    ids = [[cell.id for cell in one.cells] for one in (book, english)]
    if ids[0] != ids[1]:
        odd = sorted(set(ids[0]) ^ set(ids[1])) or ids[0]
        yield _("its cells are not those of {file}: {cells}").format(file=english.file, cells=", ".join(odd))
        return
    code = language_of(book.file)
    for told, cell in zip(book.cells, english.cells, strict=True):
        for problem in itertools.chain(cell_problems(told, targets), _same(told, cell, code)):
            yield _("cell {cell}: {problem}").format(cell=told.id, problem=problem)


def _level(book: Book) -> Iterator[str]:
    level, most = lix(book.text), _LIMITS.get(language_of(book.file))
    if most and level > most:
        message = _("it reads too hard (LIX {level}, at most {most}); shorten sentences, choose shorter words")
        yield message.format(level=level, most=most)


def _same(told: Cell, cell: Cell, code: str) -> Iterator[str]:
    """What differs from the English cell beside the words."""
    if told.is_prose != cell.is_prose:
        yield _("it is code in one language and text in the other")
        return
    if told.tags != cell.tags:
        yield _("its tags are not those of the English cell: {tags}").format(tags=", ".join(cell.tags) or "–")
    if told.is_prose:
        return
    if told.id == "setup":
        if f'language.use("{code}")' not in told.source:
            yield _("it does not choose the language; write {line}").format(line=f'language.use("{code}")')
        return
    try:
        asked, there = told.asked, cell.asked
    except CourseError:
        return  # told of the cell itself
    if there is None or asked is None:
        if told.source != cell.source:
            yield _("its code is not that of the English cell")
    elif _without_words(asked, code) != _without_words(there, ""):
        yield _("its question is not that of the English cell: kind, id with the language before it, key, sources")


def _without_words(asked: Asked, code: str) -> tuple[object, ...]:
    """What of a question every language shares. Options are in each language's own order; as many hold."""
    question, key = asked.question, asked.key
    prefix = f"{code}-" if code else ""
    held = len(key.right) if key and isinstance(key.right, list | tuple | dict) else 1
    facts = (key.source, key.points, key.asks, key.within, held) if key else ()
    sizes = (len(question.options), len(question.items), question.passage, question.words)
    own = question.id.startswith(prefix)
    return (question.kind, own and question.id.removeprefix(prefix), *sizes, *facts)
