"""The figures that a site carries along: each in every language, or no site."""

from __future__ import annotations

import json

import pytest

from helpers import figures
from helpers.errors import CourseError
from helpers.figures import picture
from helpers.language import language, languages
from helpers.site.figures import drawn_figures


def test_each_figure_in_every_language() -> None:
    drawn = drawn_figures()
    assert {path.rsplit("/", 1)[1] for path in drawn} == {
        f"{name}.{code}.json" for name in figures.__all__ for code in languages()
    }
    assert all("<svg" in json.loads(content)["svg"] for content in drawn.values())
    assert language() == "en"


def test_no_site_without_its_figures(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture, "_can_draw", lambda: False)
    with pytest.raises(CourseError, match="matplotlib is not installed here; run: pip install"):
        drawn_figures()
    assert language() == "en"
