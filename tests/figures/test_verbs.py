"""The figure of verbs by organ: its rates, its words, the same image every time."""

from __future__ import annotations

import pytest

from helpers.figures import verbs_by_organ
from helpers.figures.verbs import rates


@pytest.mark.parametrize(
    ("verb", "counts", "said"),
    [
        ("Decides", [2150, 3981, 262], ["96", "255", "139"]),
        ("Requests", [4084, 3249, 411], ["182", "208", "219"]),
        ("Calls upon", [3643, 1258, 396], ["162", "81", "211"]),
        ("Invites", [1942, 137, 91], ["87", "8.8", "48"]),
        ("Encourages", [5077, 1172, 303], ["226", "75", "161"]),
        ("Takes note", [1735, 206, 50], ["77", "13", "27"]),
    ],
)
def test_rates(verb: str, counts: list[int], said: list[str]) -> None:
    """Counts from the table, divided by 2,245, 1,561 and 188 resolutions."""
    assert [use.count for use in rates()[verb]] == counts
    assert [use.said for use in rates()[verb]] == said


def test_alt_text_tells_every_rate() -> None:
    picture = verbs_by_organ()
    for verb, row in rates().items():
        told = picture.alt.split(f"{verb}: ")[1].split(". ")[0]
        assert told.rstrip(".") == ", ".join(f"{use.organ.name} {use.said}" for use in row)
    assert "2,245" in picture.source and "1,561" in picture.source and "188" in picture.source


def test_the_same_data_give_the_same_image() -> None:
    assert verbs_by_organ().svg == verbs_by_organ().svg
