"""Where an nbgrader course keeps what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Gradebook
from nbgrader.apps.api import NbGraderAPI
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import ConfigFileNotFound, PyFileConfigLoader

from helpers.errors import CourseError
from helpers.language import _
from helpers.resources import checkout

CONFIG = "nbgrader_config.py"


@dataclass(frozen=True)
class Course:
    """One course folder, laid out as its ``nbgrader_config.py`` says.

    Parameters
    ----------
    root : Path
        The folder that holds ``nbgrader_config.py`` and ``source``.
    config : traitlets.config.Config
        What the file sets; more may be added, as a test or a private course does.
    """

    root: Path
    config: Config

    @property
    def folders(self) -> CourseDirectory:
        """nbgrader's own account of the folders and the gradebook's address."""
        return CourseDirectory(config=self.config)

    def path(self, step: str, assignment: str, student: str = ".") -> Path:
        """A folder of one step: source, release, submitted, autograded or feedback."""
        folders = self.folders
        return Path(folders.format_path(getattr(folders, f"{step}_directory"), student, assignment))

    def assignments(self) -> Iterator[str]:
        """The names of what stands under ``source``, in alphabetical order."""
        folder = self.path("source", "x").parent
        return (path.name for path in sorted(folder.glob("[!.]*")) if path.is_dir())

    def gradebook(self) -> Gradebook:
        """The gradebook, made if it is not there; use it in a ``with`` statement."""
        return Gradebook(self.folders.db_url, self.folders.course_id)

    def api(self) -> NbGraderAPI:
        """nbgrader's own commands on this course."""
        return NbGraderAPI(config=self.config)


def open_course(folder: Path | None = None) -> Course:
    """The course in a folder; without one, the nearest: here, in ``course`` below here, or in the checkout.

    Raises
    ------
    CourseError
        If there is none, or its ``nbgrader_config.py`` cannot be read.

    Examples
    --------
    >>> open_course(Path("/dev"))
    Traceback (most recent call last):
    ...
    helpers.errors.CourseError: /dev holds no nbgrader_config.py; name the course's folder with --course
    """
    here = Path.cwd()
    tried = [folder] if folder else [here, here / "course"]
    root = next((place.resolve() for place in tried if (place / CONFIG).is_file()), None)
    no_course = _("{folder} holds no {file}; name the course's folder with --course")
    if root is None and folder:
        raise CourseError(no_course.format(folder=folder, file=CONFIG))
    root = root or checkout() / "course"
    try:
        config = PyFileConfigLoader(CONFIG, path=str(root)).load_config()
    except ConfigFileNotFound:
        raise CourseError(no_course.format(folder=root, file=CONFIG)) from None
    except Exception as problem:  # the file is Python of the teacher's own: whatever it raises, it is named
        message = _("{path} cannot be read: {reason}")
        reason = f"{type(problem).__name__}: {problem}"
        raise CourseError(message.format(path=root / CONFIG, reason=reason)) from None
    config.CourseDirectory.setdefault("root", str(root))
    return Course(root, config)
