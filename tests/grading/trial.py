"""A small course with every kind of question, in a folder of its own."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from helpers.grading.course import Course, open_course
from helpers.quiz.answers import dumps

CONFIG = """
from helpers.grading import adopt
c = get_config()
c.CourseDirectory.course_id = "trial"
adopt(c)
"""

#: One question of each kind: its call, its key, its points.
CELLS = {
    "t-choice": (
        'quiz.choice("t-choice", "Who adopted it?", ["The Assembly", "The Committee"])',
        'quiz.key("t-choice", "The Assembly", points=2, source="EW",\n'
        '         why={"The Assembly": "SECRET-A names it.", "The Committee": "SECRET-B reported."})',
        2,
    ),
    "t-several": (
        'quiz.several("t-several", "Which verbs open?", ["asks", "calls", "notes"])',
        'quiz.key("t-several", ["calls", "notes"], points=2, source="OP3",\n'
        '         why={"asks": "SECRET.", "calls": "SECRET.", "notes": "SECRET."})',
        2,
    ),
    "t-matching": (
        'quiz.matching("t-matching", "What does each do?", ["OP4", "OP7"], ["asks", "decides"])',
        'quiz.key("t-matching", {"OP4": "asks", "OP7": "decides"}, points=2, source=["OP4", "OP7"],\n'
        '         why={"OP4": "SECRET.", "OP7": "SECRET."})',
        2,
    ),
    "t-ordering": (
        'quiz.ordering("t-ordering", "Which came first?", ["adopted", "drafted", "issued"])',
        'quiz.key("t-ordering", ["drafted", "adopted", "issued"], points=3, source="CL", why="SECRET.")',
        3,
    ),
    "t-number": (
        'quiz.number("t-number", "How many days?", unit="days")',
        'quiz.key("t-number", 82, points=1, source="CL", why="SECRET.")',
        1,
    ),
    "t-date": (
        'quiz.date("t-date", "When was it adopted?")',
        'quiz.key("t-date", "9 December 1998", points=1, source="CL", why="SECRET.")',
        1,
    ),
    "t-text": (
        'quiz.text("t-text", "Which words open OP3?")',
        'quiz.key("t-text", ["calls [up]on"], points=1, source="OP3", why="SECRET.")',
        1,
    ),
    "t-marking": (
        'quiz.marking("t-marking", "Whom does it address?", "OP3")',
        'quiz.key("t-marking", ["all Member States"], points=3, source="OP3", why="SECRET.")',
        3,
    ),
}
#: An answer that earns full marks for each question, in its stored form.
RIGHT = {
    "t-choice": "The Assembly",
    "t-several": ["calls", "notes"],
    "t-matching": ["asks", "decides"],
    "t-ordering": ["drafted", "adopted", "issued"],
    "t-number": "82",
    "t-date": "9 December 1998",
    "t-text": "Calls upon",
    "t-marking": [[11, 28]],
}


def notebook(cells: dict[str, tuple[str, str, float]] = CELLS, essay: bool = True) -> nbformat.NotebookNode:
    """An assignment's source notebook."""
    parts = [new_markdown_cell("# Assignment: a trial", id="title"), _code("setup", "from helpers import quiz")]
    for name, (call, key, points) in cells.items():
        parts.append(_code(name, f"{call}\n### BEGIN HIDDEN TESTS\n{key}\n### END HIDDEN TESTS", points))
    if essay:
        parts.append(_code("t-essay", 'quiz.essay("t-essay", "What does OP3 ask?", words=(5, 50))'))
        scheme = "It counts.\n\n=== BEGIN MARK SCHEME ===\nSECRET-RUBRIC\n=== END MARK SCHEME ==="
        task = new_markdown_cell(scheme, id="t-essay-task")
        task.metadata["nbgrader"] = _marks("t-essay-task", task=True, points=4)
        parts.append(task)
    content = new_notebook(cells=parts)
    content.metadata["kernelspec"] = {"name": "python3", "display_name": "Python 3", "language": "python"}
    return content


def _marks(name: str, task: bool = False, points: float | None = None) -> dict[str, object]:
    grade = points is not None and not task
    marks: dict[str, object] = {
        "grade": grade,
        "grade_id": name,
        "locked": True,
        "schema_version": 3,
        "solution": False,
        "task": task,
    }
    return marks if points is None else {**marks, "points": points}


def _code(name: str, source: str, points: float | None = None) -> nbformat.NotebookNode:
    cell = new_code_cell(source, id=name)
    cell.metadata["nbgrader"] = _marks(name, points=points)
    return cell


def write_course(root: Path, content: nbformat.NotebookNode | None = None, config: str = CONFIG) -> Course:
    folder = root / "source" / "trial"
    folder.mkdir(parents=True)
    nbformat.write(content or notebook(), folder / "trial.ipynb")
    (root / "nbgrader_config.py").write_text(config)
    return open_course(root)


def hand_in(course: Course, student: str, answers: dict[str, object] | str | bytes | None, change=None) -> Path:
    """A submission as a learner leaves it: the released notebook, perhaps changed, and the file of answers."""
    folder = course.root / "submitted" / student / "trial"
    folder.mkdir(parents=True)
    content = json.loads((course.root / "release" / "trial" / "trial.ipynb").read_text())
    if change:
        content = change(content) or content
    (folder / "trial.ipynb").write_text(content if isinstance(content, str) else json.dumps(content))
    if isinstance(answers, dict):
        answers = dumps(answers)
    if answers is not None:
        (folder / "answers.json").write_bytes(answers.encode() if isinstance(answers, str) else answers)
    return folder
