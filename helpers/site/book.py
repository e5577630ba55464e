"""The book of the web edition: every lesson to be read, searched and printed. Sphinx makes it, nothing is run."""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import sys
import tempfile
from importlib.resources import files
from pathlib import Path

from helpers.errors import CourseError
from helpers.language import _
from helpers.launch.links import LIVE
from helpers.lessons import read_books, read_translations
from helpers.resources import assignments_path, site_path, teaching_path
from helpers.site import pages
from helpers.site.needed import missing
from helpers.site.reading import Live, read

_SETTINGS = ("templates", "static", "extra")


def build_book(lessons: Path, out: Path, *, live: str = LIVE, megabytes: int | None = None, cdn: bool = False) -> None:
    """Make the book.

    The same lessons give the same files, byte for byte. Of the folder ``out`` only the book's own files are
    replaced; what else stands there, such as the live edition, is left alone.

    Parameters
    ----------
    lessons : Path
        The folder of the lessons, translations included.
    out : Path
        Where to, made if it is not there.
    live : str
        The address of a live notebook from the top of the book, with ``{file}`` where the notebook's goes.
    megabytes : int, optional
        What the first visit to the live edition loads; if given, the pages say so.
    cdn : bool
        Whether the live edition loads some of it from another site; the pages say so, too.

    Raises
    ------
    CourseError
        If Sphinx is not installed, finds something wrong, or a lesson cannot be read.
    """
    if not importlib.util.find_spec("sphinx") or not importlib.util.find_spec("myst_nb"):
        raise missing("Sphinx")
    with tempfile.TemporaryDirectory(prefix="course-book-") as made:
        source, html = Path(made, "source"), Path(made, "html")
        lay_out(lessons, source, Live(live, megabytes, cdn))
        _sphinx(source, html, Path(made, "doctrees"))
        (html / ".buildinfo").unlink(missing_ok=True)
        shutil.rmtree(html / "_sources", ignore_errors=True)  # empty: no source is copied
        shutil.copytree(html, out, dirs_exist_ok=True)


def lay_out(lessons: Path, source: Path, live: Live) -> None:
    """Lay out what Sphinx reads: the settings, the stylesheet of the course, and every page as a file."""
    site = site_path()
    source.mkdir(parents=True)
    shutil.copy(site / "conf.py", source)
    for name in _SETTINGS:
        shutil.copytree(site / name, source / name)
    course_css = files("helpers.view").joinpath("course.css").read_text("utf-8")
    (source / "static" / "course.css").write_text(course_css, "utf-8")
    books = (*read_books(lessons), *read_translations(lessons))
    for folder in ("lessons", "teaching", "extra/pictures"):
        (source / folder).mkdir()
    for book in books:
        page = read(book, live)
        (source / "lessons" / book.file).write_text(json.dumps(page.notebook), "utf-8")
        for name, content in page.pictures.items():
            (source / "extra" / "pictures" / name).write_bytes(content)
    taught = pages.teaching(teaching_path(), live)
    for name, markdown in taught.items():
        path = source / "teaching" / f"{name}.md"
        path.parent.mkdir(exist_ok=True)
        path.write_text(markdown, "utf-8")
    top = [name for name in taught if name != "index" and "/" not in name]
    home = (site / "pages" / "index.md").read_text("utf-8")
    about = (site / "pages" / "about.md").read_text("utf-8")
    (source / "index.md").write_text(pages.home(home, books, assignments_path(), live, top), "utf-8")
    (source / "text.md").write_text(pages.text(), "utf-8")
    (source / "about.md").write_text(pages.about(about, live, site / "access.toml"), "utf-8")


def _sphinx(source: Path, html: Path, doctrees: Path) -> None:
    """Run Sphinx in a process of its own, for it changes much of the one it runs in; a warning is an error."""
    command = [sys.executable, "-m", "sphinx", "-b", "html", "-q", "-W", "--keep-going", "-j", "auto", "-d"]
    done = subprocess.run(
        [*command, str(doctrees), str(source), str(html)],
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "SOURCE_DATE_EPOCH": "0"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    )
    if done.returncode:
        lines = [line.replace(f"{source}/", "") for line in done.stdout.splitlines() if line.strip()]
        said = next(
            (line for line in lines if "WARNING" in line or "ERROR" in line), (lines or ["it said nothing"])[-1]
        )
        raise CourseError(_("the book was not made; Sphinx says: {said}").format(said=said))
