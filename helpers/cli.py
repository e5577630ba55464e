"""The ``course`` command: a thin door to the helpers. One function a command."""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import __version__
from helpers.errors import CourseError
from helpers.paper.commands import add_paper

if TYPE_CHECKING:
    from helpers.grading.course import Course

TEACHING = 'pip install "resolution-53-137[teaching]"'


def _open(given: argparse.Namespace) -> int:
    """Open the course in JupyterLab."""
    from helpers.grading.release import handouts
    from helpers.launch import refresh, serve
    from helpers.resources import assignments_path, checkout, lessons_path

    if given.here:
        folder = checkout() / "course" / "lessons"
    else:
        try:
            folder = given.dir.expanduser().resolve()
        except RuntimeError as problem:  # ~somebody who has no account, or links that lead in a circle
            raise CourseError(f"{given.dir} cannot be found: {problem}; name another folder with --dir") from None
        kept = refresh(lessons_path(), folder).kept
        with tempfile.TemporaryDirectory(prefix="course-") as made:
            for handout in handouts(assignments_path(), Path(made)):
                own = Path("assignments", handout.name)
                kept += tuple(str(own / name) for name in refresh(handout, folder / own).kept)
        print(f"Your lessons are in {folder}")
        for name in kept:
            print(f"Kept as you left it: {name} (rename it to get the course's own at the next start)")
    return serve(folder, given.mode, port=given.port, browser=not given.no_browser, extra=given.extra)


def _release(given: argparse.Namespace) -> int:
    """Make the editions of an assignment."""
    from helpers.grading.check import check
    from helpers.grading.course import open_course
    from helpers.grading.release import release

    course = open_course(given.course)
    problems = check(course, given.assignment)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        raise CourseError(f"{given.assignment} was not released: {_count(len(problems), 'problem')} above")
    for edition, folder in release(course, given.assignment).items():
        print(f"{edition}: {folder}")
    return 0


def _check(given: argparse.Namespace) -> int:
    """Check assignments before anybody sees them and, with all of them, the lessons that stand beside them."""
    from helpers.grading.check import advice, check
    from helpers.grading.course import open_course

    course = open_course(given.course)
    wrong = 0
    for name in given.assignment or list(course.assignments()):
        problems = check(course, name)
        wrong += len(problems)
        for problem in problems:
            print(f"{name}: {problem}")
        if not problems:
            print(f"{name}: nothing found; {'; '.join(advice(course, name))}")
    if not given.assignment and (course.root / "lessons").is_dir():
        wrong += _check_lessons(course)
    return 1 if wrong else 0


def _check_lessons(course: Course) -> int:
    """Print what is wrong with the lessons, their reading levels and the table of coverage; count the problems."""
    from helpers.grading.source import read_assignment
    from helpers.lessons import holes, read_books, review_all
    from helpers.lessons.coverage import coverage, table
    from helpers.lessons.reading import lix
    from helpers.resolution.quote import quotations

    books = read_books(course.root / "lessons")
    sources = [book for name in course.assignments() for book in read_assignment(course.path("source", name)).notebooks]
    links = {f"assignments/{name}/{name}.ipynb" for name in course.assignments()} | {book.file for book in books}
    graded = {item.grade_id: item.key.source for book in sources for item in book.questions if item.key}
    covered = coverage(books, graded)
    problems = [*review_all(books, links), *holes(covered)]
    quoted = sum(quotations("\n".join(cell.strings)) for book in books for cell in book.cells)
    print("\n".join(problems) or f"lessons: nothing found in {len(books)}; {_count(quoted, 'quotation')}, all verbatim")
    print("Reading level of the lessons (LIX):", ", ".join(f"{book.file[:2]} {lix(book.text)}" for book in books))
    print("\n".join(table(covered)))
    return len(problems)


def _grade(given: argparse.Namespace) -> int:
    """Grade what a class handed in."""
    from tqdm import tqdm

    from helpers.grading.course import open_course
    from helpers.grading.road import grade, outcomes, submitted

    course = open_course(given.course)
    everybody = submitted(course, given.assignment)
    students = given.student or everybody
    strangers = sorted(set(students) - set(everybody))
    if strangers or not students:
        who = f" by {', '.join(strangers)}" if strangers else ""
        raise CourseError(f"there is no submission of {given.assignment}{who} in {course.root / 'submitted'}")
    with tqdm(total=len(students), unit="submission", disable=None) as bar:
        results = grade(course, given.assignment, students, tell=lambda result: bar.update() and None)
    for line in outcomes(results):
        print(line)
    failed = sum(bool(result.failed) for result in results)
    waiting = sum(result.waiting for result in results)
    print(f"{_count(len(results) - failed, 'submission')} graded; {_count(waiting, 'answer')} to be read by a person.")
    return 1 if failed else 0


def _feedback(given: argparse.Namespace) -> int:
    """Write the pages that learners get back."""
    from helpers.grading.course import open_course
    from helpers.grading.feedback import give_feedback
    from helpers.grading.road import submitted

    course = open_course(given.course)
    students = given.student or submitted(course, given.assignment)
    pages = give_feedback(course, given.assignment, students)
    print(f"{_count(len(pages), 'page')} of feedback in {course.root / 'feedback'}")
    return 0


def _report(given: argparse.Namespace) -> int:
    """Show which questions were hard, and what was chosen instead."""
    from helpers.grading.course import open_course
    from helpers.grading.report import analyse, write

    course = open_course(given.course)
    report = analyse(course, given.assignment)
    for sentence in report.sentences:
        print(sentence)
    for path in write(course, report):
        print(path)
    return 0


def _selfgrade(given: argparse.Namespace) -> int:
    """Grade one's own answers."""
    import htpy as h

    from helpers.grading.feedback import document
    from helpers.grading.selfgrade import selfgrade
    from helpers.quiz.score import points_said

    result = selfgrade(given.assignment, given.folder)
    print(f"{points_said(result.points)} of the {points_said(result.of)} points that need no reader")
    if result.waiting:
        print(f"{_count(result.waiting, 'answer')} no key can grade; compare yours with a partner's.")
    if given.html:
        title = f"Your answers: {given.assignment}"
        given.html.write_text(str(document(title, h.main[h.h1[title], result.page])), "utf-8")
        print(given.html)
    return 0


def _lint(given: argparse.Namespace) -> int:
    """Read a text against the drafting rules."""
    from helpers.files import read_regular
    from helpers.resolution import parse
    from helpers.resolution.lint import lint, said

    try:
        resolution = parse(read_regular(given.file.resolve(), 1_000_000))
    except CourseError as problem:
        raise CourseError(f"{given.file}: {problem}") from None
    except (OSError, RuntimeError, ValueError) as problem:
        raise CourseError(f"{given.file} cannot be read: {getattr(problem, 'strerror', None) or problem}") from None
    findings = lint(resolution)
    print("\n".join(said(resolution, finding) for finding in findings) or "nothing found")
    return 1 if any(finding.rule.level == "error" for finding in findings) else 0


def _count(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


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
    linted = commands.add_parser(
        "lint",
        help="read a draft resolution against the drafting rules",
        description="Read a draft resolution against the drafting rules: one line for each place where one breaks.",
        epilog="The exit status is 1 if a rule of form is broken. Example: course lint draft.txt",
    )
    linted.add_argument("file", type=Path, metavar="FILE", help="a plain text file, UTF-8, at most 1 MB")
    linted.set_defaults(run=_lint)
    _add_teaching(commands)
    add_paper(commands)
    return parser


def _add_teaching(commands: Any) -> None:
    """The commands that work on assignments."""

    def add(name: str, run: Callable[[argparse.Namespace], int], says: str, example: str) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(
            name, help=says, description=f"{says[0].upper()}{says[1:]}.", epilog=f"Example: course {example}"
        )
        made.set_defaults(run=run)
        if name != "selfgrade":
            made.add_argument(
                "--course",
                type=Path,
                metavar="FOLDER",
                help="the folder with nbgrader_config.py (default: this one, course in this one, or the checkout's)",
            )
        return made

    made = add("check", _check, "check assignments and lessons before anybody sees them", "check masthead")
    made.add_argument("assignment", nargs="*", help="which (default: all, and the lessons)")
    made = add("release", _release, "make the editions of an assignment", "release masthead")
    made.add_argument("assignment")
    made = add("grade", _grade, "grade what a class handed in", "grade masthead")
    made.add_argument("assignment")
    made.add_argument("--student", action="append", metavar="ID", help="only this one; may be given again")
    made = add("feedback", _feedback, "write the pages that learners get back", "feedback masthead")
    made.add_argument("assignment")
    made.add_argument("--student", action="append", metavar="ID", help="only this one; may be given again")
    made = add("report", _report, "show which questions were hard, and what was chosen instead", "report masthead")
    made.add_argument("assignment")
    made = add("selfgrade", _selfgrade, "grade your own answers; nothing of yours is changed", "selfgrade masthead")
    made.add_argument("assignment")
    made.add_argument(
        "--folder", type=Path, default=Path(), help="where the notebook and answers.json stand (default: here)"
    )
    made.add_argument("--html", type=Path, metavar="FILE", help="also write the reasons as a page")


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
    except ModuleNotFoundError as problem:
        if problem.name not in ("mistune", "nbgrader", "tqdm", "typst"):
            raise
        print(f"course: {problem.name} is not installed here; run: {TEACHING}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
