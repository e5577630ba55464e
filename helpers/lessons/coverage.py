"""Which element of the resolution is taught, explored, practised and graded, and where."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from helpers.language import N_, _
from helpers.lessons.book import Book
from helpers.resolution import load

# The ways in which a learner meets an element, and what to say of one that is never met so.
_NEVER = {
    N_("taught"): N_("{element} is never taught"),
    N_("explored"): N_("{element} is never explored"),
    N_("practised"): N_("{element} is never practised"),
    N_("graded"): N_("{element} is never graded"),
}
#: The ways in which a learner meets an element.
WAYS = tuple(_NEVER)

#: For each element and each way, where: lessons by their file's number, graded questions by their ids.
Coverage = dict[str, dict[str, tuple[str, ...]]]


def coverage(books: Iterable[Book], graded: Mapping[str, tuple[str, ...]]) -> Coverage:
    """Where each of the 33 elements is met.

    An element is *taught* by a cell of text that is tagged with it and *explored* by a tagged explorer;
    it is *practised* or *graded* by a question that it settles.

    Parameters
    ----------
    books : iterable of Book
        The lessons.
    graded : mapping of str to tuple of str
        The elements that settle each graded question, by its id.

    Examples
    --------
    >>> coverage([], {"mast-day": ("CL",)})["CL"]["graded"]
    ('mast-day',)
    """
    found: dict[str, dict[str, list[str]]] = {e.id: {way: [] for way in WAYS} for e in load("A/RES/53/137").elements}

    def note(elements: Iterable[str], way: str, where: str) -> None:
        for element in elements:
            places = found.get(element, {}).get(way, [])
            if where not in places:
                places.append(where)

    for book in books:
        lesson = book.file[:2]
        for cell in book.cells:
            if cell.is_prose:
                note(cell.covers, "taught", lesson)
            elif cell.explores:
                note(cell.covers, "explored", lesson)
            elif cell.asked and cell.asked.key:
                note(cell.asked.key.source, "practised", lesson)
    for question, sources in graded.items():
        note(sources, "graded", question)
    return {element: {way: tuple(places) for way, places in ways.items()} for element, ways in found.items()}


def holes(covered: Coverage) -> Iterator[str]:
    """What is missing, a line each.

    Examples
    --------
    >>> next(holes(coverage([], {})))
    'MH.organ is never taught'
    """
    for element, ways in covered.items():
        yield from (_(_NEVER[way]).format(element=element) for way, places in ways.items() if not places)


def table(covered: Coverage) -> Iterator[str]:
    """The table as lines of text: lessons by number, and how many graded questions.

    Examples
    --------
    >>> list(table(coverage([], {"oper-cycle": ("FN7",)})))[-1].split()
    ['FN7', '-', '-', '-', '1']
    """
    rows: list[tuple[str, ...]] = [(_("element"), *map(_, WAYS))]
    for element, ways in covered.items():
        lessons = [" ".join(ways[way]) or "-" for way in WAYS[:3]]
        rows.append((element, *lessons, str(len(ways["graded"])) if ways["graded"] else "-"))
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]))]
    for row in rows:
        yield "  ".join(text.ljust(width) for text, width in zip(row, widths, strict=True)).rstrip()
