"""Whether an assignment may be handed out: what a teacher would otherwise find in front of a class."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from nbformat import NotebookNode

from helpers.errors import CourseError
from helpers.grading.course import Course
from helpers.grading.private import private_course
from helpers.grading.release import release, without_gradebook
from helpers.grading.road import rebuild
from helpers.grading.source import Notebook, read_assignment, read_notebook
from helpers.grading.submission import Submission
from helpers.language import _, ngettext
from helpers.quiz.answers import NAME, dumps, loads
from helpers.quiz.catalog import lessons
from helpers.quiz.cell import read_cell
from helpers.quiz.entries import variants
from helpers.quiz.kinds import KINDS
from helpers.quiz.question import Key, Question
from helpers.resolution import load
from helpers.resolution.quote import misquoted, unverified
from helpers.resources import lessons_path

_RESOLUTION = "A/RES/53/137"


def check(course: Course, name: str) -> list[str]:
    """Everything that is wrong with an assignment's source, a line each; empty if it may be handed out.

    Parameters
    ----------
    course : Course
        Whose source is read; nothing in it is changed.
    name : str
        The assignment.
    """
    folder = course.path("source", name)
    stray = _("{path} would be released with the assignment; delete it").format(path=folder / NAME)
    problems = [stray] * (folder / NAME).exists()
    cells: list[tuple[str, NotebookNode]] = []
    paths = sorted(folder.glob("[!.]*.ipynb"))
    for path in paths:
        try:
            cells += ((path.name, cell) for cell in read_notebook(path).cells)
        except CourseError as problem:
            problems.append(str(problem))
    problems += chain.from_iterable(_cell(where, cell) for where, cell in cells)
    problems += _ids(cells)
    if problems or not paths:
        return problems or [_("{folder} holds no notebook").format(folder=folder)]
    assignment = read_assignment(folder)
    for source in assignment.notebooks:
        problems += _scores(source)
    try:
        with private_course(folder) as trial:
            without_gradebook(trial.config)
            released = release(trial, name)["release"]
            problems += _leaks(assignment.notebooks, released)
    except CourseError as problem:
        problems.append(str(problem))
    return problems


def _cell(where: str, cell: NotebookNode) -> Iterator[str]:
    """What is wrong with one cell by itself."""
    resolution = load(_RESOLUTION)
    marks = cell.metadata.get("nbgrader", {})
    if cell.cell_type == "code":
        found = _asked(cell.source, marks)
    else:
        strange = _("“{words}” is not in the resolution")
        unknown = (strange.format(words=words) for words in unverified(resolution, cell.source))
        found = chain(misquoted(resolution, cell.source), unknown)
    name = marks.get("grade_id") or cell.get("id")
    in_cell = _("{file}, cell {cell}: {problem}")
    yield from (in_cell.format(file=where, cell=name, problem=problem) for problem in found)


def _asked(source: str, marks: dict[str, Any]) -> Iterator[str]:
    """What is wrong with a cell of code."""
    resolution = load(_RESOLUTION)
    try:
        asked = read_cell(source)
    except CourseError as problem:
        yield str(problem)
        return
    if asked is None:
        if marks.get("grade"):
            yield _("a graded cell asks a question; this one asks none")
        return
    question, key = asked.question, asked.key
    if question.id != marks.get("grade_id"):
        message = _("the cell's grade_id is not the question's id {id}; make them one")
        yield message.format(id=repr(question.id))
    if question.kind != "essay":
        yield from _key(source, key, marks)
    for element in key.source if key else ():
        if element not in resolution:
            yield _("source {id} is no element of the resolution").format(id=repr(element))
    said = [question.prompt, *question.options, *question.items, *(key.why.values() if key else ())]
    for words in unverified(resolution, "\n".join(said)):
        yield _("“{words}” is not in the resolution; for other words use ‘single marks’").format(words=words)


def _key(source: str, key: Key | None, marks: dict[str, Any]) -> Iterator[str]:
    if key is None:
        yield _("the question has no key; add one in a hidden block")
        return
    if key.points is None:
        yield _("the key names no points; add {code}").format(code="points=1")
    elif float(marks.get("points", -1)) != float(key.points) or not marks.get("grade"):
        message = _("the key gives {points} points and the cell {others}; make them one")
        yield message.format(points=f"{key.points:g}", others=marks.get("points"))
    lines = [line.strip() for line in source.splitlines()]
    begin, end = "### BEGIN HIDDEN TESTS", "### END HIDDEN TESTS"
    if lines.count(begin) != 1 or lines.count(end) != 1 or lines.index(begin) > lines.index(end):
        yield _("the key does not stand between one {begin} and one {end}").format(begin=begin, end=end)
    elif read_cell("\n".join(source.splitlines()[: lines.index(begin)])) is None:
        yield _("the question stands inside the hidden block; only the key does")


def _ids(cells: list[tuple[str, NotebookNode]]) -> Iterator[str]:
    """Ids that name two things: two questions, or a graded and a practice question."""
    names = Counter(c.metadata.nbgrader.get("grade_id") for _file, c in cells if "nbgrader" in c.metadata)
    twice = _("id {id} stands in {count} cells; give each its own")
    taken = _("id {id} is also a practice question's; choose another")
    yield from (twice.format(id=repr(name), count=count) for name, count in names.items() if count > 1)
    practice = {question for lesson in lessons(lessons_path()) for question in lesson.questions}
    yield from (taken.format(id=repr(name)) for name in sorted(practice & set(names)))


def _scores(source: Notebook) -> Iterator[str]:
    """The untouched release earns nothing, and the keys' own answers earn everything."""
    right = {
        item.question.id: KINDS[item.question.kind].model(item.question, item.key)
        for item in source.questions
        if item.question and item.key
    }
    for answers, share in (({}, 0.0), (loads(dumps(right).encode()), 1.0)):
        for item, mark in rebuild(source, Submission("x", answers, True, None, ()))[1]:
            if mark.points != share * item.points:
                message = (
                    _("{name}, {id}: the right answer earns {points} of {of} points")
                    if answers
                    else _("{name}, {id}: no answer earns {points} of {of} points")
                )
                numbers = {"points": f"{mark.points:g}", "of": f"{item.points:g}"}
                yield message.format(name=source.name, id=item.grade_id, **numbers)


def _leaks(sources: tuple[Notebook, ...], released: Path) -> Iterator[str]:
    """What of the hidden blocks can be read in what learners get: in code, outputs, metadata or other files."""
    everything = {path: path.read_text("utf-8", "replace") for path in released.rglob("*") if path.is_file()}
    for source in sources:
        book = json.loads(everything[released / f"{source.name}.ipynb"])
        shown = {cell.get("id"): "\n".join(_strings(cell)) for cell in book["cells"]}
        for item in source.questions:
            assert item.question and item.key
            for path, text in everything.items():
                readable = "\n".join(_strings(json.loads(text))) if path.suffix == ".ipynb" else text
                for why in item.key.why.values():
                    if why in readable:
                        message = _("{file} shows a hidden reason of {id}: {words}")
                        yield message.format(file=path.name, id=item.grade_id, words=why[:60])
            own = shown.get(source.content.cells[item.place].get("id"), "")
            for secret in _secrets(item.question, item.key):
                if secret.casefold() in own.casefold():
                    message = _("{name}: the cell of {id} shows its answer: {words}")
                    yield message.format(name=source.name, id=item.grade_id, words=secret)
        for cell in source.content.cells:
            for line in _scheme(cell):
                if line in everything[released / f"{source.name}.ipynb"]:
                    message = _("{name} shows a line of a mark scheme: {words}")
                    yield message.format(name=source.name, words=line[:60])


def _secrets(question: Question, key: Key) -> Iterator[str]:
    """What a released cell may not say at all: answers that are typed, and spans."""
    if question.kind == "text":
        yield from (variant for pattern in key.right for variant in variants(pattern))
    elif question.kind in ("date", "number"):
        yield from (line for line in KINDS[question.kind].say(question, str(key.right)))
    elif question.kind == "draft":
        yield from (line for line in KINDS["draft"].say(question, key.right["model"]) if len(line) > 40)
    elif question.kind == "marking":
        yield from (str([start, end])[1:-1] for start, end in KINDS["marking"].model(question, key))
    yield from (f"covers:{source}" for source in key.source)


def _scheme(cell: NotebookNode) -> Iterator[str]:
    if cell.metadata.get("nbgrader", {}).get("task") and "=== BEGIN MARK SCHEME ===" in cell.source:
        inside = cell.source.split("=== BEGIN MARK SCHEME ===")[1].split("=== END MARK SCHEME ===")[0]
        yield from (line.strip() for line in inside.splitlines() if len(line.strip()) > 12)


def _strings(value: Any) -> Iterator[str]:
    """Every string in a JSON value, names included; lists of lines joined, as notebooks write texts."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield name
            yield from _strings(inner)
    elif isinstance(value, list):
        if value and all(isinstance(inner, str) for inner in value):
            yield "".join(value)
        else:
            for inner in value:
                yield from _strings(inner)


def advice(course: Course, name: str) -> Iterator[str]:
    """What a teacher may want to know of an assignment, though nothing is wrong with it."""
    items = [item for source in read_assignment(course.path("source", name)).notebooks for item in source.questions]
    total = sum(item.points for item in items)
    recalled = sum(item.points for item in items if item.key and item.key.asks == "remember")
    kinds = Counter(item.question.kind for item in items if item.question)
    yield _("{questions} of {kinds}, {points} points").format(
        questions=ngettext("{count} question", "{count} questions", len(items)).format(count=len(items)),
        kinds=ngettext("{count} kind", "{count} kinds", len(kinds)).format(count=len(kinds)),
        points=f"{total:g}",
    )
    if recalled > 0.4 * total:
        message = _("{percent}% of the points ask to remember; at most 40% is good practice")
        yield message.format(percent=f"{100 * recalled / total:.0f}")
