"""``course site`` on the command line."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from helpers.language import _

_KEPT = Path("build/pyodide")


def add_site(commands: Any) -> None:
    """Add the command to the parser's sub-commands."""
    made: argparse.ArgumentParser = commands.add_parser(
        "site",
        help=_("build the web edition, which needs no server"),
        description=_("Build the web edition: a book of all lessons, and every lesson live in the reader's browser."),
        epilog=_("Example: {command}").format(command="course site --out build/site"),
    )
    where = made.add_mutually_exclusive_group()
    where.add_argument(
        "--self-hosted",
        action="store_true",
        help=_("everything comes from the site itself, no request leaves it (this is the default)"),
    )
    where.add_argument(
        "--cdn",
        action="store_true",
        help=_("Pyodide comes from its publisher's servers, which then see the readers' addresses"),
    )
    made.add_argument(
        "--out", type=Path, default=Path("build/site"), metavar="FOLDER", help=_("where to (default: %(default)s)")
    )
    made.add_argument(
        "--pyodide",
        type=Path,
        metavar="FOLDER",
        help=_("a folder with Pyodide's files; without it they are fetched once and kept in {folder}").format(
            folder=_KEPT
        ),
    )
    made.set_defaults(run=_site)


def _site(given: argparse.Namespace) -> int:
    from helpers.site.build import build_site
    from helpers.site.lite import Settings
    from helpers.site.pyodide import core

    report = build_site(given.out, Settings(core(_KEPT, given.pyodide), cdn=given.cdn))
    size = f"{report.size / 1e6:.0f}"
    print(_("{folder}: {files} files, {size} MB").format(folder=report.folder, files=report.files, size=size))
    print(_("Look at it: {command}").format(command=f"python -m http.server --directory {report.folder}"))
    return 0
