"""The commands that make a learner's folder and that say where the course is found."""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers.errors import CourseError, DataError
from helpers.language import _
from helpers.launch.desk import HOME, located, prepare
from helpers.resources import checkout

if TYPE_CHECKING:
    from helpers.launch.links import Repository


def say_folder(folder: Path, kept: Iterable[str]) -> None:
    """Say where the lessons are, and which of them a learner had changed."""
    print(_("Your lessons are in {folder}").format(folder=folder))
    for name in kept:
        message = _("Kept as you left it: {file} (rename it to get the course's own at the next start)")
        print(message.format(file=name))


def add_folder(command: Any) -> None:
    """The option that names the learner's folder."""
    command.add_argument(
        "--dir",
        type=Path,
        default=HOME,
        metavar=_("FOLDER"),
        help=_("your folder of lessons, made if it is not there (default: %(default)s)"),
    )


def add_launch(commands: Any) -> None:
    """Add the commands to the parser of ``course``."""
    made = commands.add_parser(
        "prepare",
        help=_("make or update a folder of lessons without opening it"),
        description=_("Make or update a folder of lessons without opening it, for Binder, a hub or a memory stick."),
        epilog=_("Example: {command}").format(command="course prepare --dir lessons --self-study"),
    )
    add_folder(made)
    made.add_argument(
        "--self-study",
        action="store_true",
        help=_("also the assignments with keys and reasons, for people who study alone"),
    )
    made.set_defaults(run=_prepare)
    made = commands.add_parser(
        "links",
        help=_("list the addresses of every lesson and assignment, to paste into a learning platform"),
        description=_("List where every lesson and assignment opens: on Binder, in the web edition, in a class's hub."),
        epilog=_("Example: {command}").format(
            command="course links --repository OWNER/NAME --web https://OWNER.github.io/NAME"
        ),
    )
    made.add_argument(
        "--repository",
        metavar=_("OWNER/NAME"),
        help=_("your public copy on GitHub or GitLab (default: where this checkout was cloned from)"),
    )
    made.add_argument(
        "--branch",
        default="HEAD",
        metavar=_("BRANCH"),
        help=_("a branch, tag or commit of it (default: the newest of its main branch)"),
    )
    made.add_argument("--web", type=_address, metavar=_("ADDRESS"), help=_("where the web edition stands"))
    made.add_argument("--hub", type=_address, metavar=_("ADDRESS"), help=_("where your JupyterHub stands"))
    made.add_argument("--to", choices=("md", "csv"), default="md", help=_("as Markdown or for a spreadsheet"))
    made.set_defaults(run=_links)


def _address(text: str) -> str:
    if not text.startswith(("https://", "http://")):
        message = _("{words} is no address; begin it with https://")
        raise argparse.ArgumentTypeError(message.format(words=repr(text)))
    return text


def _prepare(given: argparse.Namespace) -> int:
    folder = located(given.dir)
    say_folder(folder, prepare(folder, self_study=given.self_study))
    return 0


def _links(given: argparse.Namespace) -> int:
    from helpers.launch.links import as_csv, as_table, badge, links, repository

    found = repository(given.repository) if given.repository else _cloned()
    if not found and not given.web and not given.hub:
        message = _("this course was not cloned from GitHub or GitLab; name your copy of it: {command}")
        raise CourseError(message.format(command="course links --repository OWNER/NAME"))
    with tempfile.TemporaryDirectory(prefix="course-") as made:
        prepare(Path(made), self_study=True)
        rows = links(Path(made), found, given.branch, given.web or "", given.hub or "")
    if given.to == "csv":
        print(as_csv(rows), end="")
        return 0
    if found:
        print(badge(found, given.branch), end="\n\n")
    print(as_table(rows))
    return 0


def _cloned() -> Repository | None:
    from helpers.launch.links import origin

    try:
        return origin(checkout())
    except DataError:  # installed, not cloned
        return None
