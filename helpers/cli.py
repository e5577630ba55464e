"""The ``course`` command: a thin door to the helpers. One function a command."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from helpers import __version__, language
from helpers.errors import CourseError
from helpers.language import _, ngettext
from helpers.launch.commands import add_folder, add_launch, say_folder
from helpers.launch.desk import located
from helpers.paper.commands import add_paper
from helpers.site.commands import add_site

if TYPE_CHECKING:
    from helpers.grading.course import Course

TEACHING = {"command": "make teaching", "other": "pip install --require-hashes -r course/requirements.txt"}


def _open(given: argparse.Namespace) -> int:
    """Open the course in JupyterLab."""
    from helpers.launch import prepare, serve
    from helpers.resources import checkout

    if given.here:
        folder = checkout() / "course" / "lessons"
    else:
        folder = located(given.dir)
        say_folder(folder, prepare(folder))
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
        message = ngettext(
            "{assignment} was not released: {count} problem above",
            "{assignment} was not released: {count} problems above",
            len(problems),
        )
        raise CourseError(message.format(assignment=given.assignment, count=len(problems)))
    for edition, folder in release(course, given.assignment).items():
        print(f"{_(edition)}: {folder}")
    return 0


def _check(given: argparse.Namespace) -> int:
    """Check assignments before anybody sees them and, with all of them, the lessons that stand beside them."""
    from helpers.grading.check import advice, check
    from helpers.grading.course import open_course
    from helpers.written import semicolons

    course = open_course(given.course)
    wrong = 0
    for name in given.assignment or list(course.assignments()):
        problems = check(course, name)
        wrong += len(problems)
        for problem in problems:
            print(f"{name}: {problem}")
        if not problems:
            told = semicolons(advice(course, name))
            print(_("{assignment}: nothing found; {advice}").format(assignment=name, advice=told))
    if not given.assignment and (course.root / "lessons").is_dir():
        wrong += _check_lessons(course)
    return 1 if wrong else 0


def _check_lessons(course: Course) -> int:
    """Print what is wrong with the lessons, their reading levels and the table of coverage; count the problems."""
    from helpers.grading.source import read_assignment
    from helpers.lessons import holes, read_books, read_translations, review_all, review_translations
    from helpers.lessons.coverage import coverage, table
    from helpers.lessons.reading import lix
    from helpers.resolution.quote import quotations

    books = read_books(course.root / "lessons")
    told = read_translations(course.root / "lessons")
    sources = [book for name in course.assignments() for book in read_assignment(course.path("source", name)).notebooks]
    links = {f"assignments/{name}/{name}.ipynb" for name in course.assignments()}
    links |= {book.file for book in (*books, *told)}
    graded = {item.grade_id: item.key.source for book in sources for item in book.questions if item.key}
    covered = coverage(books, graded)
    problems = [*review_all(books, links), *review_translations(told, books, links), *holes(covered)]
    quoted = sum(quotations("\n".join(cell.strings)) for book in books for cell in book.cells)
    message = ngettext(
        "lessons: nothing found in {count}; {quoted} quotation, all verbatim",
        "lessons: nothing found in {count}; {quoted} quotations, all verbatim",
        quoted,
    )
    print("\n".join(problems) or message.format(count=len(books), quoted=quoted))
    levels = ", ".join(f"{book.file[:2]} {lix(book.text)}" for book in books)
    print(_("Reading level of the lessons (LIX): {levels}").format(levels=levels))
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
        message = (
            _("there is no submission of {assignment} by {students} in {folder}")
            if strangers
            else _("there is no submission of {assignment} in {folder}")
        )
        where = {"assignment": given.assignment, "folder": course.root / "submitted"}
        raise CourseError(message.format(students=", ".join(strangers), **where))
    with tqdm(total=len(students), unit=_("submission"), disable=None) as bar:
        results = grade(course, given.assignment, students, tell=lambda result: bar.update() and None)
    for line in outcomes(results):
        print(line)
    failed = sum(bool(result.failed) for result in results)
    waiting = sum(result.waiting for result in results)
    graded = len(results) - failed
    print(
        _("{graded}; {waiting}.").format(
            graded=ngettext("{count} submission graded", "{count} submissions graded", graded).format(count=graded),
            waiting=ngettext(
                "{count} answer to be read by a person", "{count} answers to be read by a person", waiting
            ).format(count=waiting),
        )
    )
    return 1 if failed else 0


def _feedback(given: argparse.Namespace) -> int:
    """Write the pages that learners get back."""
    from helpers.grading.course import open_course
    from helpers.grading.feedback import give_feedback
    from helpers.grading.road import submitted

    course = open_course(given.course)
    students = given.student or submitted(course, given.assignment)
    pages = give_feedback(course, given.assignment, students)
    message = ngettext("{count} page of feedback in {folder}", "{count} pages of feedback in {folder}", len(pages))
    print(message.format(count=len(pages), folder=course.root / "feedback"))
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

    from helpers.grading.selfgrade import selfgrade
    from helpers.quiz.score import points_said
    from helpers.view.document import document

    result = selfgrade(given.assignment, given.folder)
    message = _("{points} of the {of} points that need no reader")
    print(message.format(points=points_said(result.points), of=points_said(result.of)))
    if result.waiting:
        message = ngettext(
            "{count} answer no key can grade; compare yours with a partner's.",
            "{count} answers no key can grade; compare yours with a partner's.",
            result.waiting,
        )
        print(message.format(count=result.waiting))
    if given.html:
        title = _("Your answers: {assignment}").format(assignment=given.assignment)
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
        reason = getattr(problem, "strerror", None) or problem
        raise CourseError(_("{file} cannot be read: {reason}").format(file=given.file, reason=reason)) from None
    findings = lint(resolution)
    print("\n".join(said(resolution, finding) for finding in findings) or _("nothing found"))
    return 1 if any(finding.rule.level == "error" for finding in findings) else 0


def _port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        message = _("{words} is not a port; give a number from 1024 to 65535")
        raise argparse.ArgumentTypeError(message.format(words=repr(text)))
    return int(text)


def _example(command: str) -> str:
    return _("Example: {command}").format(command=f"course {command}")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="course",
        description=_("Resolution 53/137, an interactive course."),
        epilog=_example("open"),
    )
    parser.add_argument("--version", action="version", version=f"course {__version__}")
    commands = parser.add_subparsers(title=_("commands"), required=True, metavar=_("COMMAND"))

    opened = commands.add_parser(
        "open",
        help=_("open the course in JupyterLab"),
        description=_("Open your own copy of the lessons in JupyterLab, lesson 0 first."),
        epilog=_("Arguments after -- go to JupyterLab. Example: {command}").format(
            command="course open --dir ~/course --port 9000"
        ),
    )
    where = opened.add_mutually_exclusive_group()
    add_folder(where)
    where.add_argument("--here", action="store_true", help=_("for maintainers: the lessons of the checkout themselves"))
    view = opened.add_mutually_exclusive_group()
    view.add_argument(
        "--notebook", dest="mode", action="store_const", const="notebook", help=_("the plain notebook view")
    )
    view.add_argument(
        "--slides", dest="mode", action="store_const", const="slides", help=_("one cell a slide, to project")
    )
    opened.add_argument("--port", type=_port, default=8888, help=_("the first port to try (default: %(default)s)"))
    opened.add_argument("--no-browser", action="store_true", help=_("print the address and open no browser"))
    opened.set_defaults(run=_open, mode="reading")
    linted = commands.add_parser(
        "lint",
        help=_("read a draft resolution against the drafting rules"),
        description=_("Read a draft resolution against the drafting rules: one line for each place where one breaks."),
        epilog=_("The exit status is 1 if a rule of form is broken. Example: {command}").format(
            command="course lint draft.txt"
        ),
    )
    linted.add_argument("file", type=Path, metavar=_("FILE"), help=_("a plain text file, UTF-8, at most 1 MB"))
    linted.set_defaults(run=_lint)
    add_launch(commands)
    _add_teaching(commands)
    add_paper(commands)
    add_site(commands)
    return parser


def _add_teaching(commands: Any) -> None:
    """The commands that work on assignments."""

    def add(
        name: str, run: Callable[[argparse.Namespace], int], says: str, tells: str, example: str
    ) -> argparse.ArgumentParser:
        made: argparse.ArgumentParser = commands.add_parser(
            name, help=says, description=tells, epilog=_example(f"{name} {example}")
        )
        made.set_defaults(run=run)
        if name != "selfgrade":
            made.add_argument(
                "--course",
                type=Path,
                metavar=_("FOLDER"),
                help=_("the folder with nbgrader_config.py (default: this one, course in this one, or the checkout's)"),
            )
        return made

    made = add(
        "check",
        _check,
        _("check assignments and lessons before anybody sees them"),
        _("Check assignments and lessons before anybody sees them."),
        "masthead",
    )
    made.add_argument("assignment", nargs="*", metavar=_("assignment"), help=_("which (default: all, and the lessons)"))
    made = add(
        "release",
        _release,
        _("make the editions of an assignment"),
        _("Make the editions of an assignment."),
        "masthead",
    )
    made.add_argument("assignment", metavar=_("assignment"))
    made = add("grade", _grade, _("grade what a class handed in"), _("Grade what a class handed in."), "masthead")
    made.add_argument("assignment", metavar=_("assignment"))
    made.add_argument("--student", action="append", metavar=_("ID"), help=_("only this one; may be given again"))
    made = add(
        "feedback",
        _feedback,
        _("write the pages that learners get back"),
        _("Write the pages that learners get back."),
        "masthead",
    )
    made.add_argument("assignment", metavar=_("assignment"))
    made.add_argument("--student", action="append", metavar=_("ID"), help=_("only this one; may be given again"))
    made = add(
        "report",
        _report,
        _("show which questions were hard, and what was chosen instead"),
        _("Show which questions were hard, and what was chosen instead."),
        "masthead",
    )
    made.add_argument("assignment", metavar=_("assignment"))
    made = add(
        "selfgrade",
        _selfgrade,
        _("grade your own answers; nothing of yours is changed"),
        _("Grade your own answers; nothing of yours is changed."),
        "masthead",
    )
    made.add_argument("assignment", metavar=_("assignment"))
    made.add_argument(
        "--folder",
        type=Path,
        default=Path(),
        metavar=_("FOLDER"),
        help=_("where the notebook and answers.json stand (default: here)"),
    )
    made.add_argument("--html", type=Path, metavar=_("FILE"), help=_("also write the reasons as a page"))


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
    try:
        language.use_environment()
        given = _parser().parse_args(words[:cut])
        given.extra = words[cut + 1 :]
        return int(given.run(given))
    except CourseError as problem:
        print(f"course: {problem}", file=sys.stderr)
        return 1
    except ModuleNotFoundError as problem:
        if problem.name not in ("mistune", "nbgrader", "tqdm", "typst"):
            raise
        message = _("{name} is not installed here; run: {command} (or: {other})").format(name=problem.name, **TEACHING)
        print(f"course: {message}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
