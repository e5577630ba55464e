"""Markdown of a notebook → blocks of text that can be printed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text that is set in one way; ``marks`` name what is special about it, as ``"strong"``."""

    text: str
    marks: tuple[str, ...] = ()


Text = tuple[Run, ...]
BlockKind = Literal["heading", "paragraph", "bullets", "numbers", "quote", "table"]


@dataclass(frozen=True, slots=True)
class Block:
    """A block: its lines are a paragraph's one text, a list's items, a quotation's lines or a table's cells.

    ``size`` is a heading's level or a table's number of columns, and 0 for the rest.
    """

    kind: BlockKind
    lines: tuple[Text, ...]
    size: int = 0


def plain(text: Text) -> str:
    """The words alone.

    Examples
    --------
    >>> plain(blocks("*Calls upon* **all**")[0].lines[0])
    'Calls upon all'
    """
    return "".join(run.text for run in text)


def blocks(markdown: str) -> tuple[Block, ...]:
    """What a Markdown text consists of, in order; raw HTML is left out, of a link its words are kept.

    Examples
    --------
    >>> [(block.kind, len(block.lines)) for block in blocks("# A title\\n\\n1. one\\n2. two\\n\\n> words (EW)")]
    [('heading', 1), ('numbers', 2), ('quote', 1)]
    """
    return tuple(_blocks(_reader()(markdown)))


@cache
def _reader() -> Any:
    import mistune  # loads when something is printed

    return mistune.create_markdown(renderer=None, plugins=["table"])


def _blocks(tokens: Iterable[dict[str, Any]]) -> Iterator[Block]:
    for token in tokens:
        kind, children = token["type"], token.get("children", [])
        if kind == "heading":
            yield Block("heading", (_text(children),), token["attrs"]["level"])
        elif kind == "paragraph":
            yield Block("paragraph", (_text(children),))
        elif kind == "list":
            items = tuple(_text(_inline(item)) for item in children)
            yield Block("numbers" if token["attrs"]["ordered"] else "bullets", items)
        elif kind == "block_quote":
            yield Block("quote", tuple(line for part in children for line in _lines(part.get("children", []))))
        elif kind == "table":
            rows = [row for part in children for row in ([part] if part["type"] == "table_head" else part["children"])]
            cells = [_text(cell["children"]) for row in rows for cell in row["children"]]
            yield Block("table", tuple(cells), len(cells) // len(rows))


def _inline(item: dict[str, Any]) -> list[dict[str, Any]]:
    """What stands in a list item, its own lists included."""
    found: list[dict[str, Any]] = []
    for part in item.get("children", []):
        inside = _inline(part) if part["type"] in ("list", "list_item") else part.get("children", [])
        found += [*([{"type": "softbreak"}] if found else []), *inside]
    return found


def _lines(tokens: list[dict[str, Any]]) -> Iterator[Text]:
    """The texts between the line breaks of a quotation: each line quotes one element."""
    line: list[dict[str, Any]] = []
    for token in [*tokens, {"type": "softbreak"}]:
        if token["type"] in ("softbreak", "linebreak"):
            if line:
                yield _text(line)
            line = []
        else:
            line.append(token)


_MARKS = {"strong": "strong", "emphasis": "italic"}


def _text(tokens: Iterable[dict[str, Any]], marks: tuple[str, ...] = ()) -> Text:
    runs: list[Run] = []
    for token in tokens:
        kind = token["type"]
        if kind in ("softbreak", "linebreak"):
            runs.append(Run(" ", marks))
        elif "children" in token:
            runs += _text(token["children"], (*marks, _MARKS[kind]) if kind in _MARKS else marks)
        elif kind in ("text", "codespan"):
            runs.append(Run(token["raw"], marks))
    return tuple(runs)
