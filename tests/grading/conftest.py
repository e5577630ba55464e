"""The trial course, ready to be handed out: released once, copied for every test."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from helpers.grading.course import Course, open_course
from helpers.grading.release import release
from tests.grading.trial import write_course


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = write_course(tmp_path_factory.mktemp("released"))
    release(made, "trial")
    return made.root


@pytest.fixture
def course(released: Path, tmp_path: Path) -> Course:
    return open_course(shutil.copytree(released, tmp_path / "course"))
