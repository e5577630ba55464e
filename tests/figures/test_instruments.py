"""The figure of States bound then and now: its numbers are in its words."""

from __future__ import annotations

from helpers.figures import bound_states
from helpers.figures.instruments import then_and_now


def test_the_rows() -> None:
    """Six treaties in the order of their adoption; computed counts say so."""
    assert [row.told for row in then_and_now()] == [
        "Racial discrimination (1965): about 150, then 182",
        "Economic, social, cultural rights (1966): about 137, then 173",
        "Civil and political rights (1966): about 139, then 175",
        "Discrimination against women (1979): about 162, then 189",
        "Rights of the child (1989): about 190, then 196",
        "Migrant workers (PP7) (1990): 9, then 60",
    ]


def test_alt_text_and_source() -> None:
    picture = bound_states()
    for told in ("about 190, then 196", "9 December 1998", "3 February 2026", "contracting States"):
        assert told in picture.alt
    assert "computed" in picture.source
    assert bound_states().svg == picture.svg
