"""The typesetter: every text as it is, the same bytes every time, readable for everybody, no network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import typst

from helpers.paper import typeset
from helpers.paper.typeset import pages, pdf
from tests.paper.printed import Printed

NOTHING: dict[str, Any] = {"title": "A title", "head": [], "rows": [], "note": "", "numbers": False, "widths": []}


def table(*cells: str, **more: Any) -> dict[str, Any]:
    return NOTHING | {"head": ["x"], "rows": [[cell] for cell in cells], "quoted": []} | more


@pytest.mark.parametrize(
    "text",
    [
        "#let x = 1",  # a command
        "$x^2$ costs $5",
        "@somebody and <label>",
        "*strong* _emphasis_ `code`",
        "a \\ b \\u{1F600}",
        "// no comment /* nor this */",
        "= not a heading",
        "- not a list",
        '"straight" and ‘single’ and “double”',
        "~ -- --- ... [content] {code}",
        '#panic(read("/etc/passwd"))',
        "Côte d’Ivoire, Türkiye, São Tomé",
    ],
)
def test_no_character_is_a_command(text: str) -> None:
    """Whatever stands in a text is printed as it stands there: in cells, in the title, in the note."""
    printed = Printed(pdf("tables", table(text, title=text, note=text)))
    assert printed.words.count(" ".join(text.split())) == 3
    assert printed.title == text


def test_the_same_words_give_the_same_bytes() -> None:
    """No day, no path, no order of a dictionary shows in a file."""
    assert pdf("tables", table("a", "b")) == pdf("tables", dict(reversed(table("a", "b").items())))


def test_a_document_is_readable_for_everybody() -> None:
    """Tagged, with language, title and author, and its fonts inside."""
    printed = Printed(pdf("tables", table("a")))
    assert (printed.tagged, printed.language, printed.title) == (True, "en-GB", "A title")
    assert printed.author == "The Resolution 53/137 course authors"
    assert printed.embedded


def test_the_resolutions_words_are_in_serif_and_ours_are_not() -> None:
    """A quoted column is set in Libertinus Serif, the rest in DejaVu Sans, whatever fonts the computer has."""
    printed = Printed(pdf("tables", table("Requests", quoted=[0])))
    assert {font.split("-")[0] for font, _ in printed.type} == {"LibertinusSerif", "DejaVuSans"}


@pytest.mark.parametrize("rows", [1, 300])
def test_pages_are_counted(rows: int) -> None:
    """As many as another library counts."""
    data = table(*map(str, range(rows)))
    assert pages("tables", data) == Printed(pdf("tables", data)).pages
    assert (pages("tables", data) > 1) == (rows > 1)


def test_no_template_needs_the_network() -> None:
    """None imports a package, which the typesetter would fetch; they import one another."""
    templates = Path(typeset.__file__).parent.glob("*.typ")
    imported = [line for path in templates for line in path.read_text("utf-8").splitlines() if "#import" in line]
    assert set(imported) == {'#import "common.typ": *'}


def test_no_template_asks_for_a_font_that_is_not_there() -> None:
    """The typesetter warns of an unknown font and goes on; here that is an error."""
    settings = typeset._settings("tables", table("a"))
    _, warned = typst.compile_with_warnings(**settings, format="pdf")
    assert [warning.message for warning in warned] == []
