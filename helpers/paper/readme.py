"""What stands first in the kit: what to print, what to do with it, and what is in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from textwrap import wrap

from helpers.language import N_, _, ngettext
from helpers.lessons.book import Book

_WIDTH = 120
# For whom a page is printed.
_WHOM = {
    "all": N_("for everybody"),
    "same": "",
    "pair": N_("for every pair"),
    "four": N_("for every four"),
    "wall": N_("for the wall"),
    "teacher": N_("for the teacher"),
}


def readme(books: Iterable[Book]) -> str:
    """The text of the kit's README, as wide as a page of plain text.

    Examples
    --------
    >>> print(readme([]).splitlines()[0])
    RESOLUTION 53/137, AN INTERACTIVE COURSE: THE KIT FOR A CLASS WITHOUT A SCREEN
    """
    parts = (
        [_("RESOLUTION 53/137, AN INTERACTIVE COURSE: THE KIT FOR A CLASS WITHOUT A SCREEN")],
        [_("Everything here prints on A4, in black. No page needs colour or a computer.")],
        [_("WHAT TO PRINT FOR ONE SESSION OF 45 MINUTES"), *_first_session()],
        list(_steps()),
        [_("FOR 90 MINUTES, ADD"), *_second_session()],
        [_("IF YOU HAVE ONE SHEET FOR EACH LEARNER AND NOTHING ELSE"), *_one_sheet()],
        [_("WHAT IS IN THIS KIT"), *_contents()],
        [_("THE HAND-OUTS"), *_handouts(tuple(books))],
        list(_imprint()),
    )
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _line(first: str, width: int, second: str) -> str:
    return f"  {first.ljust(width)}{second}"


def _print(whom: str, files: str, count: int = 0) -> str:
    """One line of what to print: for whom, which file, how many pages."""
    pages = ngettext("{count} page", "{count} pages", count).format(count=count)
    width = max(len(_(name)) for name in _WHOM.values()) + 3
    return _line(_(_WHOM[whom]), width, f"{files.ljust(40)}{pages}" if count else files)


def _first_session() -> Iterator[str]:
    yield _print("all", "handouts/00_start_here.pdf", 1)
    yield _print("same", "handouts/01_masthead.pdf", 1)
    yield _print("pair", "resolution.pdf", 2)
    yield _print("wall", "tables/symbols.pdf", 1)
    yield _print("teacher", "answers/00_start_here.pdf, answers/01_masthead.pdf")


def _steps() -> Iterator[str]:
    """What to do in these 45 minutes, with the minutes of each step behind its last line."""
    third = _(
        'The second hand-out, its key points folded back: the words, then "{look}" with the table on the wall, then '
        '"{answer}".'
    ).format(look=_("Look for"), answer=_("Answer"))
    steps = (
        (_("Read OP3 aloud twice. Does it oblige anybody? Judge nothing."), 5),
        (_("Alone: the eight statements of the first hand-out."), 7),
        (third, 20),
        (_("In pairs: compare, and settle each difference by the text."), 8),
        (_("Unfold. Which of the eight would you answer differently now?"), 5),
    )
    for number, (step, count) in enumerate(steps, 1):
        *lines, last = wrap(step, 62)
        minutes = ngettext("{count} minute", "{count} minutes", count).format(count=f"{count:2}")
        for place, line in enumerate([*lines, last.ljust(65) + minutes]):
            yield f"  {f'{number}.' if place == 0 else '  '} {line}"


def _second_session() -> Iterator[str]:
    yield _print("all", "handouts/02_anatomy.pdf", 1)
    yield _print("four", _("{file}, cut").format(file="cards/paragraphs.pdf"), 2)
    yield _print("pair", "resolution-with-signs.pdf", 2)
    signs = _(
        "Give out the text with its signs only after everybody has marked the plain one: verbs circled, addressees "
        "underlined, citations dotted, deadlines boxed."
    )
    yield from (f"  {line}" for line in wrap(signs, _WIDTH - 12))


def _one_sheet() -> Iterator[str]:
    what = _("{file}: eight statements to judge alone, then to argue about.").format(file="handouts/00_start_here.pdf")
    yield from (f"  {line}" for line in wrap(what, _WIDTH - 2))


def _contents() -> Iterator[str]:
    yield _line("resolution.pdf", 28, _("the text, with a name for each part in the margin"))
    signs = _("the same with verbs, addressees, citations and deadlines marked")
    yield _line("resolution-with-signs.pdf", 28, signs)
    yield _line("handouts/", 28, _("one page for each lesson; the key points fold away"))
    yield _line("cards/", 28, _("sets to cut out, sort, match and lay in order"))
    tables = _("what the explorers of the lessons draw on; people to place; a draft to mend")
    yield _line("tables/", 28, tables)
    yield _line("answers/", 28, _("the keys of all these: for the teacher; keep them apart"))


def _handouts(books: Sequence[Book]) -> Iterator[str]:
    names = [f"{book.file.removesuffix('.ipynb')}.pdf" for book in books]
    width = max(map(len, names), default=0) + 2
    yield from (_line(name, width, book.title) for name, book in zip(names, books, strict=True))


def _imprint() -> Iterator[str]:
    text = _(
        "The resolution's words are those of the United Nations (A/RES/53/137), which is acknowledged as their source. "
        "All else: The Resolution 53/137 course authors, CC BY 4.0; copy, change and share it, and say where it comes "
        "from. This is not a United Nations publication."
    )
    yield from wrap(text, _WIDTH)
