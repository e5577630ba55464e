"""A lesson's notebook → what its hand-out draws on. The notebook is the only source; nothing in it is run."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from helpers.errors import CourseError
from helpers.language import _
from helpers.lessons.book import Book, Cell
from helpers.paper.ask import HINTS
from helpers.paper.prose import Block, Run, Text, blocks, plain
from helpers.quiz import cell as quiz_cell
from helpers.resolution import load

_QUOTED = re.compile(r"(.+) \(([A-Za-z0-9.]+)\)")
_EXPLORER = re.compile(r"explore\.(\w+)\(")
#: What only a hand on a control can do, and what is seen on the screen alone.
_HANDS = re.compile(
    r"\b(?:press|tick|click|clear|go to|slide|button|dashed|columns|explorer|delete|the list|type \d+)\b", re.IGNORECASE
)
_EYE = {
    "Switch on": "Look at",
    "Choose": "Look at",
    "Type": "Write down",
    "Add a country": "Look at the countries",
    "Set the last year to": "Now take",
}
_ABOUT = re.compile(r"(\d+) minutes\b")


@dataclass(frozen=True, slots=True)
class Quote:
    """The resolution's words in a lesson: an element's id, and the part of its text that the lesson quotes.

    ``first`` says that the lesson opens with these words; later quotations repeat or add single elements.
    """

    element: str
    excerpt: str
    first: bool


@dataclass(frozen=True, slots=True)
class Look:
    """The directed questions before one explorer, and its name."""

    explorer: str
    questions: tuple[Text, ...]

    def on_paper(self) -> Look:
        """The questions that can be asked without a screen, in words for the eye instead of the hand.

        Examples
        --------
        >>> asked = blocks("1. Switch on the deadlines. How many are there?\\n2. Press ‘Next’. What changes?")
        >>> [plain(question) for question in Look("anatomy", asked[0].lines).on_paper().questions]
        ['Look at the deadlines. How many are there?']
        """
        kept = (question for question in self.questions if not _HANDS.search(plain(question)))
        return replace(self, questions=tuple(tuple(_for_the_eye(run) for run in question) for question in kept))


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a lesson offers to a hand-out, in the lesson's order."""

    name: str
    title: str
    minutes: int | None
    quotes: tuple[Quote, ...]
    looks: tuple[Look, ...]
    questions: tuple[quiz_cell.Cell, ...]
    pair: tuple[Block, ...]
    discuss: tuple[Block, ...]
    points: tuple[Text, ...]


def _for_the_eye(run: Run) -> Run:
    """A run of text with the first words of its sentences changed, where they speak of a control."""
    text = run.text
    for hand, eye in _EYE.items():
        text = re.sub(rf"\b{hand}\b", eye, text)
    return replace(run, text=text)


def read_sheet(book: Book) -> Sheet:
    """Read a lesson.

    Parameters
    ----------
    book : Book
        The notebook.

    Raises
    ------
    CourseError
        If one of its questions cannot be read.

    Examples
    --------
    >>> from helpers.lessons import read_books
    >>> from helpers.resources import lessons_path
    >>> sheet = read_sheet(read_books(lessons_path())[1])
    >>> sheet.title, sheet.name, sheet.quotes[2].excerpt
    ('1. The masthead', '01_masthead', 'A/RES/53/137')
    """
    sections = tuple(_sections(book.prose))
    about = next((found for section in sections for block in section.blocks if (found := _about(block))), None)
    return Sheet(
        name=book.file.removesuffix(".ipynb"),
        title=book.title,
        minutes=int(about[1]) if about else None,
        quotes=tuple(_quotes(sections)),
        looks=tuple(_looks(book.cells)),
        questions=tuple(_questions(book)),
        pair=_headed(sections, r"\bpairs?\b"),
        discuss=_headed(sections, r"\bdiscuss|\btalk about"),
        points=tuple(line for block in _headed(sections, "^key points$") for line in block.lines),
    )


def _about(block: Block) -> re.Match[str] | None:
    return _ABOUT.match(plain(block.lines[0])) if block.kind == "paragraph" else None


@dataclass(frozen=True, slots=True)
class _Section:
    """A heading with the blocks below it, up to the next heading."""

    heading: str
    blocks: tuple[Block, ...]


def _sections(prose: Iterable[Cell]) -> Iterator[_Section]:
    heading, under = "", list[Block]()
    for cell in prose:
        for block in blocks(cell.source):
            if block.kind == "heading" and under:
                yield _Section(heading, tuple(under))
                under = []
            if block.kind == "heading":
                heading = plain(block.lines[0])
            under.append(block)
    yield _Section(heading, tuple(under))


def _headed(sections: Iterable[_Section], pattern: str) -> tuple[Block, ...]:
    """What stands under the headings that the pattern finds, the headings left out."""
    found = [section for section in sections if re.search(pattern, section.heading, re.IGNORECASE)]
    return tuple(block for section in found for block in section.blocks if block.kind != "heading")


def _quotes(sections: Iterable[_Section]) -> Iterator[Quote]:
    """Each quoted element once, as it is quoted first."""
    resolution, seen = load("A/RES/53/137"), set[str]()
    opening = ""
    for section in sections:
        for block in section.blocks:
            for line in block.lines if block.kind == "quote" else ():
                match = _QUOTED.fullmatch(plain(line).strip())
                if match and match[2] in resolution and match[2] not in seen:
                    opening = opening or section.heading
                    seen.add(match[2])
                    yield Quote(match[2], match[1], section.heading == opening)


def _looks(cells: Iterable[Cell]) -> Iterator[Look]:
    """The numbered lists that stand right before an explorer."""
    asked: tuple[Text, ...] = ()
    for cell in cells:
        if cell.is_prose:
            asked = tuple(line for block in blocks(cell.source) if block.kind == "numbers" for line in block.lines)
        elif (explorer := _EXPLORER.match(cell.source.lstrip())) and asked:
            yield Look(explorer[1], asked)
            asked = ()


def _questions(book: Book) -> Iterator[quiz_cell.Cell]:
    """Those that can be answered in a line or two; a draft needs a page of its own."""
    for cell in book.code:
        try:
            asked = cell.asked
        except CourseError as problem:
            raise CourseError(_("{file}: {problem}").format(file=book.file, problem=problem)) from None
        if asked and asked.key and asked.question.kind in HINTS:
            yield asked
