"""A course of its own in a temporary folder, for whoever must try something without touching the real one."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from traitlets.config import Config

from helpers.grading.apps import adopt
from helpers.grading.course import Course


@contextmanager
def private_course(source: Path) -> Iterator[Course]:
    """A course with one assignment, whose source is copied; the folder goes when it is no longer used.

    Parameters
    ----------
    source : Path
        ``source/<assignment>`` of the real course.
    """
    with tempfile.TemporaryDirectory(prefix="course-") as folder:
        root = Path(folder)
        shutil.copytree(source, root / "source" / source.name, ignore=shutil.ignore_patterns(".*"))
        config = Config()
        config.CourseDirectory.root = str(root)
        config.CourseDirectory.course_id = "private"
        adopt(config)
        yield Course(root, config)
