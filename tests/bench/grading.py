"""A class of `masthead`, graded by the course, by plain nbgrader, and by otter-grader where it is there."""

from __future__ import annotations

import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import nbformat
import psutil
from nbformat.v4 import new_code_cell, new_notebook

from helpers.grading.course import Course, open_course
from helpers.grading.release import release
from helpers.grading.source import Item, read_assignment
from helpers.quiz.answers import dumps
from helpers.quiz.kinds import KINDS
from helpers.resources import assignments_path
from tests.bench.package import Row

CLASS = 100
#: An environment of its own: ``python -m venv build/otter && build/otter/bin/pip install otter-grader ipykernel``.
OTTER = Path(os.environ.get("OTTER", "build/otter/bin/otter")).absolute()
OURS = "from helpers.grading import adopt\nc = get_config()\nc.CourseDirectory.course_id = 'bench'\nadopt(c)\n"
PLAIN = "c = get_config()\nc.CourseDirectory.course_id = 'bench'\n"


def measure() -> list[Row]:
    """Each road grades the same hundred submissions, one road after the other; answers are right or missing."""
    (book,) = read_assignment(assignments_path() / "masthead").notebooks
    draw = random.Random(53137)
    answers = {
        f"s{number:03}": {item.grade_id: _right(item) for item in book.questions if draw.random() < 0.7}
        for number in range(CLASS)
    }
    expected = {
        student: sum(item.points for item in book.questions if item.grade_id in given)
        for student, given in answers.items()
    }
    rows = []
    with tempfile.TemporaryDirectory() as home:
        ours, plain = (_course(Path(home) / name, config, answers) for name, config in (("a", OURS), ("b", PLAIN)))
        seconds, memory = _run([sys.executable, "-m", "helpers.cli", "grade", "masthead", "--course", str(ours.root)])
        _same(ours, expected)
        rows += [
            Row(f"course grade, {CLASS} submissions, a submission", 1000 * seconds / CLASS, "ms"),
            Row("course grade, memory at the peak", memory / 1e6, "MB", "under 300"),
        ]
        slow, memory = _run([sys.executable, "-m", "nbgrader", "autograde", "masthead"], plain.root)
        _same(plain, expected)
        rows += [
            Row(f"nbgrader autograde, {CLASS} submissions, a submission", 1000 * slow / CLASS, "ms"),
            Row("… course / nbgrader", seconds / slow, "×", "at most 0.1"),
        ]
        if not OTTER.exists():
            return [
                *rows,
                Row("otter run", float("nan"), "", f"not installed at {OTTER.name}; see tests/bench/grading.py"),
            ]
        otter = _otter(Path(home) / "otter", book.questions, answers, expected)
    return [
        *rows,
        Row(f"otter run, {CLASS} submissions, a submission", 1000 * otter / CLASS, "ms"),
        Row("… course / otter", seconds / otter, "×"),
    ]


def _right(item: Item) -> object:
    assert item.question and item.key
    return KINDS[item.question.kind].model(item.question, item.key)


def _course(root: Path, config: str, answers: dict[str, dict[str, object]]) -> Course:
    """A course with the assignment released and the class's submissions in it."""
    shutil.copytree(assignments_path() / "masthead", root / "source" / "masthead")
    (root / "nbgrader_config.py").write_text(OURS)
    course = open_course(root)
    release(course, "masthead")
    (root / "nbgrader_config.py").write_text(config)
    for student, given in answers.items():
        folder = root / "submitted" / student / "masthead"
        shutil.copytree(root / "release" / "masthead", folder)
        (folder / "answers.json").write_text(dumps(given), "utf-8")
    return course


def _same(course: Course, expected: dict[str, float]) -> None:
    """Every road gives every learner the points that were drawn for them."""
    with course.gradebook() as gradebook:
        found = {s.student_id: s.score for s in gradebook.assignment_submissions("masthead")}
    if found != expected:
        raise RuntimeError("the roads give different grades")


def _run(command: list[str], folder: Path | None = None) -> tuple[float, int]:
    """Seconds, and the largest resident memory in bytes of the process and its children together."""
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    peak = 0

    def watch() -> None:
        nonlocal peak
        while process.poll() is None:
            try:
                family = [psutil.Process(process.pid), *psutil.Process(process.pid).children(recursive=True)]
                peak = max(peak, sum(one.memory_info().rss for one in family))
            except psutil.Error:
                pass
            time.sleep(0.05)

    watcher = threading.Thread(target=watch)
    watcher.start()
    if process.wait() != 0:
        raise RuntimeError(f"{command[2]} ended with status {process.returncode}")
    seconds = time.perf_counter() - start
    watcher.join()
    return seconds, peak


def _otter(
    folder: Path, items: tuple[Item, ...], answers: dict[str, dict[str, object]], expected: dict[str, float]
) -> float:
    """Seconds for the class on an equivalent notebook: a cell an answer, a test a question."""
    (folder / "tests").mkdir(parents=True)
    for item in items:
        name = item.grade_id.replace("-", "_")
        case = {"code": f">>> answers.get({name!r}) == {_right(item)!r}\nTrue", "hidden": False, "locked": False}
        suite = {"cases": [case], "scored": True, "setup": "", "teardown": "", "type": "doctest"}
        test = {"name": name, "points": item.points, "suites": [suite]}
        (folder / "tests" / f"{name}.py").write_text(f"OK_FORMAT = True\ntest = {test!r}\n", "utf-8")
    env = {**os.environ, "PATH": os.pathsep.join((str(OTTER.parent), os.environ["PATH"]))}

    def otter(*words: str) -> None:
        subprocess.run([str(OTTER), *words], cwd=folder, env=env, check=True, capture_output=True)

    otter("generate", "-t", "tests", "-o", "autograder.zip", "--no-environment")
    for student, given in answers.items():
        (folder / f"out-{student}").mkdir()
        cells = [f"answers[{name.replace('-', '_')!r}] = {answer!r}" for name, answer in given.items()]
        content = new_notebook(cells=[new_code_cell("answers = {}"), *map(new_code_cell, cells)])
        content.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
        nbformat.write(content, folder / f"{student}.ipynb")
    start = time.perf_counter()
    for student in answers:
        otter("run", "--no-logo", "-a", "autograder.zip", "-o", f"out-{student}", f"{student}.ipynb")
    seconds = time.perf_counter() - start
    for student in answers:
        tests = json.loads((folder / f"out-{student}" / "results.json").read_text())["tests"]
        if sum(test.get("score", 0) for test in tests) != expected[student]:
            raise RuntimeError("otter-grader gives different grades")
    return seconds
