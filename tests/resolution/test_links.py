"""Links between paragraphs: what the words of the resolution show, and what they do not."""

from __future__ import annotations

import pytest

from helpers.resolution import load, parse
from helpers.resolution.links import Link, links

RESOLUTION = load("A/RES/53/137")
LINKS = links(RESOLUTION)
CONVENTION = (
    "International Convention on the Protection of the Rights of All Migrant Workers and Members of Their Families"
)


def between(first: str, second: str) -> dict[str, tuple[str, ...]]:
    return {link.kind: link.words for link in LINKS if (link.first, link.second) == (first, second)}


@pytest.mark.parametrize(
    ("first", "second", "kind", "words"),
    [
        ("PP5", "PP8", "source", ("Vienna Declaration and Programme of Action",)),
        ("PP7", "OP2", "source", (CONVENTION,)),
        ("PP7", "PP8", "name", (CONVENTION,)),  # "the Convention" is short for what PP7 names in full
        ("PP7", "OP6", "name", (CONVENTION,)),
        ("PP5", "FN6", "note", ()),
        ("PP2", "PP8", "opening", ("Bearing in mind",)),
        ("PP7", "PP9", "opening", ("Recalling",)),
        ("OP2", "OP5", "opening", ("Welcomes",)),
        ("OP4", "OP6", "opening", ("Requests",)),  # the second act of OP6
        ("PP6", "OP1", "words", ("the growing manifestations of racism", "against migrant workers", "xenophobia")),
        ("PP4", "OP1", "words", ("parts of the world",)),
        ("PP7", "OP2", "words", ("signature", "ratification", "accession")),
        ("PP8", "OP3", "words", ("signing and ratifying",)),
        ("PP9", "OP6", "words", ("report on the status of the Convention", "to submit")),
        ("OP6", "OP7", "words", ("the report of the Secretary-General", "at its fifty-fourth session")),
    ],
)
def test_what_links_two_elements(first: str, second: str, kind: str, words: tuple[str, ...]) -> None:
    assert between(first, second)[kind] == words


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("PP5", "PP6"),  # PP6 echoes the Vienna document without a word that shows it
        ("PP6", "PP8"),
        ("PP4", "PP6"),  # nothing makes migration the cause of racism
        ("PP1", "PP7"),  # both cite an International Convention on the ..., each another one
        ("PP2", "PP4"),  # who migrant workers are runs through the whole text
        ("PP8", "OP7"),  # "to consider the" is no link
    ],
)
def test_what_the_words_do_not_link(first: str, second: str) -> None:
    assert between(first, second) == {}


def test_the_notes_that_are_called() -> None:
    """Notes 1, 3, 4 and 5 from PP1, 6 from PP5, 7 from OP6; the marker of note 2 is missing in our copy."""
    assert [(link.first, link.second) for link in LINKS if link.kind == "note"] == [
        ("PP1", "FN1"),
        ("PP1", "FN3"),
        ("PP1", "FN4"),
        ("PP1", "FN5"),
        ("PP5", "FN6"),
        ("OP6", "FN7"),
    ]


@pytest.mark.parametrize("link", [link for link in LINKS if link.kind != "note"], ids=lambda k: f"{k.first}-{k.second}")
def test_the_words_stand_where_the_link_says(link: Link) -> None:
    """Each span holds the link's words, in the one text or the other, whatever the capitals."""
    here, there = RESOLUTION[link.first].text, RESOLUTION[link.second].text
    assert len(link.words) == len(link.first_spans)
    for word, span in zip(link.words, link.first_spans, strict=True):
        assert here[slice(*span)].casefold() == word.casefold()
    if link.kind == "name":
        assert {there[slice(*span)] for span in link.second_spans} == {"the Convention"}
    else:
        said = [there[slice(*span)].casefold().replace(",", "") for span in link.second_spans]
        assert said == [word.casefold().replace(",", "") for word in link.words]


def test_an_end_of_a_link() -> None:
    link = next(link for link in LINKS if link.kind == "source")
    assert (link.other("PP5"), link.other("PP8"), link.other("PP6")) == ("PP8", "PP5", None)


def test_another_resolution() -> None:
    """A short name without a full one before it links nothing; nor does a paragraph that stands alone."""
    text = "The General Assembly,\n\nRecalling the Convention,\n\n1. Calls upon States to join the Convention.\n"
    assert "name" not in {link.kind for link in links(parse(text))}
    assert links(parse("The General Assembly,\n\n1. Calls upon States to join the Convention.\n")) == ()
