"""The book, built once from the course's lessons."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.resources import lessons_path
from helpers.site.book import build_book


@pytest.fixture(scope="session")
def lessons(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The course's lessons as they are when the tests begin."""
    folder = tmp_path_factory.mktemp("lessons")
    for path in lessons_path().glob("*.ipynb"):
        shutil.copy(path, folder)
    return folder


@pytest.fixture(scope="session")
def book(lessons: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("book") / "book"
    build_book(lessons, out, megabytes=28)
    return out
