"""The ``course`` command: a thin door to the helpers. One function a command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from helpers import __version__
from helpers.errors import CourseError


def _open(given: argparse.Namespace) -> int:
    """Open the course in JupyterLab."""
    from helpers.launch import refresh, serve
    from helpers.resources import checkout, lessons_path

    if given.here:
        folder = checkout() / "course" / "lessons"
    else:
        try:
            folder = given.dir.expanduser().resolve()
        except RuntimeError as problem:  # ~somebody who has no account, or links that lead in a circle
            raise CourseError(f"{given.dir} cannot be found: {problem}; name another folder with --dir") from None
        report = refresh(lessons_path(), folder)
        print(f"Your lessons are in {folder}")
        for name in report.kept:
            print(f"Kept as you left it: {name} (rename it to get the course's own at the next start)")
    return serve(folder, given.mode, port=given.port, browser=not given.no_browser, extra=given.extra)


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text!r} is not a port; give a number from 1024 to 65535")
    return int(text)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="course",
        description="Resolution 53/137, an interactive course.",
        epilog="Example: course open",
    )
    parser.add_argument("--version", action="version", version=f"course {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")

    opened = commands.add_parser(
        "open",
        help="open the course in JupyterLab",
        description="Open your own copy of the lessons in JupyterLab, lesson 0 first.",
        epilog="Arguments after -- go to JupyterLab. Example: course open --dir ~/course --port 9000",
    )
    where = opened.add_mutually_exclusive_group()
    where.add_argument(
        "--dir",
        type=Path,
        default=Path("~/resolution-53-137"),
        metavar="FOLDER",
        help="your folder of lessons, made if it is not there (default: %(default)s)",
    )
    where.add_argument("--here", action="store_true", help="for maintainers: the lessons of the checkout themselves")
    view = opened.add_mutually_exclusive_group()
    view.add_argument("--notebook", dest="mode", action="store_const", const="notebook", help="the plain notebook view")
    view.add_argument(
        "--slides", dest="mode", action="store_const", const="slides", help="one cell a slide, to project"
    )
    opened.add_argument("--port", type=_port, default=8888, help="the first port to try (default: %(default)s)")
    opened.add_argument("--no-browser", action="store_true", help="print the address and open no browser")
    opened.set_defaults(run=_open, mode="reading")
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Parameters
    ----------
    arguments : sequence of str, optional
        The words after ``course``; those of the command line if none are given.

    Returns
    -------
    int
        0 if it went well, 1 if there is something for the user to mend (said in one line on stderr).

    Examples
    --------
    >>> main(["open", "--dir", "/dev/null/lessons", "--no-browser"])
    1
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    cut = words.index("--") if "--" in words else len(words)
    given = _parser().parse_args(words[:cut])
    given.extra = words[cut + 1 :]
    try:
        return int(given.run(given))
    except CourseError as problem:
        print(f"course: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
