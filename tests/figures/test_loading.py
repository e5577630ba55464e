"""What draws figures is large: a lesson loads it for its figures and for nothing else."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from helpers.resources import lessons_path

#: Runs code cells as a notebook does, shows what the last line of each gives, and tells which large packages came in.
RUN = """
import ast, json, sys

loaded = {}
for path in sys.argv[1:]:
    names, shown = {}, 0
    for cell in json.load(open(path, encoding="utf-8"))["cells"]:
        source = "".join(cell["source"])
        if cell["cell_type"] != "code" or "figures." in source:
            continue
        tree = ast.parse(source)
        last = tree.body.pop() if isinstance(tree.body[-1], ast.Expr) else None
        exec(compile(tree, path, "exec"), names)
        if last and hasattr(value := eval(compile(ast.Expression(last.value), path, "eval"), names), "live"):
            value._repr_mimebundle_()
            shown += 1
    large = {"matplotlib", "numpy", "PIL"} & {name.partition(".")[0] for name in sys.modules}
    loaded[path.rpartition("/")[2]] = [shown, sorted(large)]
print(json.dumps(loaded))
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[int, list[str]]]:
    """Of each lesson: how many cells showed a page, and which large packages were there when it had run."""
    lessons = sorted(map(str, lessons_path().glob("*.ipynb")))
    made = subprocess.run(
        [sys.executable, "-c", RUN, *lessons], cwd=tmp_path_factory.mktemp("lessons"), capture_output=True, text=True
    )
    assert made.returncode == 0, made.stderr
    found: dict[str, tuple[int, list[str]]] = json.loads(made.stdout)
    return found


@pytest.mark.parametrize("path", sorted(lessons_path().glob("*.ipynb")), ids=lambda path: path.stem)
def test_a_lesson_without_its_figures_loads_nothing_that_draws(
    path: Path, loaded: dict[str, tuple[int, list[str]]]
) -> None:
    """Its explorers and questions, live ones included; nine cells or more of each lesson show one."""
    shown, large = loaded[path.name]
    assert shown >= 9
    assert large == []
