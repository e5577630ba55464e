"""Figures: their data, their words for those who cannot see them, and the same image every time."""

from __future__ import annotations

import datetime
import re

from helpers.figures import two_dates
from helpers.figures.dates import moments


def test_the_three_days() -> None:
    """Each day is where the text says it is; 82 days lie between adoption and issue."""
    asked, adopted, issued = moments()
    assert [(m.day, m.element) for m in (asked, adopted, issued)] == [
        (datetime.date(1997, 12, 12), "PP9"),
        (datetime.date(1998, 12, 9), "closing line"),
        (datetime.date(1999, 3, 1), "masthead"),
    ]
    assert (issued.day - adopted.day).days == 82


def test_alt_text_tells_what_the_figure_shows() -> None:
    picture = two_dates()
    for told in ("12 December 1997", "9 December 1998", "1 March 1999", "82 days"):
        assert told in picture.alt
    bundle = picture._repr_mimebundle_()
    assert re.search(r'<img src="data:image/svg\+xml;base64,[^"]+" alt="A line of time', bundle["text/html"])
    assert bundle["text/plain"] == picture.alt


def test_the_same_data_give_the_same_image() -> None:
    assert two_dates().svg == two_dates().svg
