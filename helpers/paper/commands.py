"""``course handout`` and ``course kit``: for the day without a screen."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from helpers.language import _


def add_paper(commands: Any) -> None:
    """Add both commands to those of the command line.

    Examples
    --------
    >>> parser = argparse.ArgumentParser()
    >>> add_paper(parser.add_subparsers())
    >>> parser.parse_args(["handout", "2", "--answers"]).lesson
    ['2']
    """
    made = commands.add_parser(
        "handout",
        help=_("print lessons, a page each, for a class without a screen"),
        description=_("Make a hand-out of one page (A4, PDF) from each lesson, the key points to fold away."),
        epilog=_("Example: {command}").format(command="course handout 1 2 --out printed"),
    )
    made.add_argument(
        "lesson", nargs="*", metavar=_("LESSON"), help=_("numbers or names, as 2 or 02_anatomy (default: all)")
    )
    made.add_argument(
        "--out", type=Path, default=Path("handouts"), metavar=_("FOLDER"), help=_("where to (default: %(default)s)")
    )
    made.add_argument("--answers", action="store_true", help=_("also the answer sheets, apart in a folder answers"))
    made.add_argument("--html", action="store_true", help=_("as web pages: to be read aloud, enlarged, put on a site"))
    made.set_defaults(run=_handout)
    made = commands.add_parser(
        "kit",
        help=_("pack everything that a class without a screen needs into one zip"),
        description=_("Pack the numbered text, all hand-outs, cards, tables and (apart) the answers into one zip."),
        epilog=_("Example: {command}").format(command="course kit --out kit.zip"),
    )
    made.add_argument(
        "--out", type=Path, default=Path("kit.zip"), metavar=_("FILE.zip"), help=_("where to (default: %(default)s)")
    )
    made.set_defaults(run=_kit)


def _handout(given: argparse.Namespace) -> int:
    from tqdm import tqdm

    from helpers.lessons import read_books
    from helpers.paper.choose import choose, save
    from helpers.paper.kit import handout_jobs
    from helpers.resources import lessons_path

    jobs = handout_jobs(choose(read_books(lessons_path()), given.lesson), given.html)
    wanted = {name: make for name, make in jobs.items() if given.answers or not name.startswith("answers/")}
    with tqdm(wanted.items(), unit=_("sheet"), disable=None) as bar:
        paths = [save(given.out / name, make()) for name, make in bar]
    for path in paths:
        print(path)
    return 0


def _kit(given: argparse.Namespace) -> int:
    from tqdm import tqdm

    from helpers.archive import zipped
    from helpers.lessons import read_books
    from helpers.paper.choose import ready, save
    from helpers.paper.kit import kit_jobs
    from helpers.resources import lessons_path

    ready(given.out)
    jobs = kit_jobs(read_books(lessons_path()))
    files = {name: make() for name, make in tqdm(jobs.items(), unit=_("file"), disable=None)}
    print(save(given.out, zipped(files)))
    return 0
