"""The whole web edition: the book, and under it the live edition."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path

from helpers.errors import CourseError
from helpers.language import _, speaking
from helpers.launch.desk import prepare
from helpers.resources import lessons_path
from helpers.site.book import build_book
from helpers.site.lite import MEGABYTES, Settings, build_live

#: A folder that holds this file was made by us, and may be made again.
_MARK = "edition.json"


@dataclass(frozen=True, slots=True)
class Report:
    """What was written: the folder, how many files, and their size in bytes."""

    folder: Path
    files: int
    size: int


def build_site(out: Path, settings: Settings) -> Report:
    """Make the web edition in a folder, in place of the one that stands there.

    Parameters
    ----------
    out : Path
        Where it goes.
    settings : Settings
        How its live part is made.

    Raises
    ------
    CourseError
        If something else stands in the folder, a package is missing, or a part cannot be built.
        What stood there before is still there then.
    """
    if out.is_symlink() or (out.exists() and not _ours(out)):
        raise CourseError(_("{folder} holds something else; name an empty folder with --out").format(folder=out))
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        # Whatever language the command speaks, the site is English; a translated lesson speaks its own.
        with speaking("en"), tempfile.TemporaryDirectory(prefix=".course-site-", dir=out.parent) as made:
            whole, contents = Path(made, "site"), Path(made, "contents")
            prepare(contents, self_study=True)
            build_book(lessons_path(), whole, megabytes=MEGABYTES, cdn=settings.cdn)
            build_live(contents, whole / "live", settings)
            if out.exists():
                out.rename(Path(made, "before"))
            whole.rename(out)
    except OSError as problem:
        raise CourseError(
            _("the site cannot be written to {folder}: {reason}").format(folder=out, reason=problem.strerror or problem)
        ) from None
    written = [path for path in out.rglob("*") if path.is_file()]
    return Report(out, len(written), sum(path.stat().st_size for path in written))


def _ours(folder: Path) -> bool:
    return folder.is_dir() and ((folder / "live" / _MARK).is_file() or not any(folder.iterdir()))
