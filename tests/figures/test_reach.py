"""How far back the sources reach: the days, the words of the figure, the same image every time."""

from __future__ import annotations

from helpers.figures import reach
from helpers.figures.reach import sources

# The days of PP5, PP7 and PP9 stand in the text; the others in data/treaty/instruments.csv.
DAYS = [
    ("A/RES/217 A (III)", "PP1", "1948-12-10"),
    ("A/RES/2106 A (XX)", "PP1", "1965-12-21"),
    ("A/RES/2200 A (XXI)", "note 2", "1966-12-16"),
    ("A/RES/34/180", "PP1", "1979-12-18"),
    ("A/RES/44/25", "PP1", "1989-11-20"),
    ("A/RES/45/158", "PP7", "1990-12-18"),
    ("A/CONF.157/24 (Part I)", "PP5", "1993-06-25"),
    ("A/RES/52/115", "PP9", "1997-12-12"),
]


def test_the_days() -> None:
    """Eight of the ten documents have a day; the two reports of the same session carry none in the text."""
    assert [(s.symbol, s.place, s.adopted.isoformat()) for s in sources()] == DAYS


def test_alt_text_tells_what_the_figure_shows() -> None:
    picture = reach()
    for told in ("Eight lines", "10 December 1948: A/RES/217 A (III)", "12 December 1997: A/RES/52/115", "(note 2)"):
        assert told in picture.alt
    assert picture.alt in picture._repr_mimebundle_()["text/plain"]


def test_the_same_data_give_the_same_image() -> None:
    assert reach().svg == reach().svg
