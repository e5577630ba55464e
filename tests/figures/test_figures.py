"""Figures: their data, their words for those who cannot see them, and the same image every time."""

from __future__ import annotations

import datetime
import re
import sys
from importlib.abc import MetaPathFinder

import pytest
from markupsafe import escape

from helpers import figures
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


LINE = (
    "This figure cannot be drawn now: what draws it did not load. Here is what it shows. "
    "To see it, reload the page when you are online."
)


class _Offline(MetaPathFinder):
    """Python in a browser that is offline: what would fetch matplotlib fails as a fetch does."""

    def __init__(self, problem: Exception) -> None:
        self.problem = problem

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        if name.partition(".")[0] == "matplotlib":
            raise self.problem


@pytest.mark.parametrize("name", figures.__all__)
def test_without_matplotlib_a_figure_is_told_in_words(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """One line says so, then come what it shows and its source; the rest of the lesson runs on."""
    drawn = getattr(figures, name)()
    _block(monkeypatch, ImportError("no module named matplotlib"))
    bundle = getattr(figures, name)()._repr_mimebundle_()
    assert bundle["text/plain"] == f"{LINE}\n{drawn.alt}"
    told = f'<p class="res-notice">{LINE}</p><p>{escape(drawn.alt)}</p><figcaption>{escape(drawn.source)}</figcaption>'
    assert bundle["text/html"] == f'<figure class="res-figure">{told}</figure>'


@pytest.mark.parametrize("problem", [OSError("network"), RuntimeError("NetworkError: failed to fetch")])
def test_a_fetch_may_fail_in_ways_of_its_own(problem: Exception, monkeypatch: pytest.MonkeyPatch) -> None:
    _block(monkeypatch, problem)
    assert two_dates().svg == ""


def _block(monkeypatch: pytest.MonkeyPatch, problem: Exception) -> None:
    for module in [module for module in sys.modules if module.partition(".")[0] == "matplotlib"]:
        monkeypatch.delitem(sys.modules, module)
    monkeypatch.setattr(sys, "meta_path", [_Offline(problem), *sys.meta_path])
