"""What the built site holds, and how it is made: no keys, nothing from outside, the same bytes every time."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import Path

import pytest

from helpers import figures
from helpers.cli import main
from helpers.grading.source import read_assignment
from helpers.language import languages
from helpers.resources import assignments_path
from helpers.site import pyodide as core
from tests import pyodide

pytestmark = pytest.mark.browser


def packages(site: Path) -> zipfile.ZipFile:
    (found,) = (site / "live" / "python").glob("packages-*.zip")
    return zipfile.ZipFile(io.BytesIO(found.read_bytes()))


def test_graded_notebooks_hold_no_key(site: Path) -> None:
    """As released: what a learner opens shows no key; the button at the end grades from the sources."""
    folder = site / "live" / "files" / "assignments"
    names = sorted(path.name for path in folder.iterdir())
    assert names == ["capstone", "entry_into_force", "masthead", "operative", "preamble", "sources"]
    for name in names:
        text = (folder / name / f"{name}.ipynb").read_text("utf-8")
        assert "quiz.key" not in text
        assert "HIDDEN" not in text
        for item in read_assignment(assignments_path() / name).notebooks[0].questions:
            assert item.key is None or not any(json.dumps(why)[1:-1] in text for why in item.key.why.values())
    inside = [name for name in packages(site).namelist() if "_course" in name]
    assert sorted(inside) == [f"helpers/_course/source/{name}/{name}.ipynb" for name in names]


def test_python_comes_compiled_with_figures_drawn_and_without_what_draws_them(site: Path) -> None:
    inside = packages(site).namelist()
    assert not [name for name in inside if name.endswith(".py")]
    assert not [name for name in inside if name.startswith(("matplotlib/", "numpy/", "filelock/", "jedi/"))]
    drawn = {name for name in inside if name.startswith("helpers/figures/drawn/")}
    assert drawn == {
        f"helpers/figures/drawn/{figure}.{code}.json" for figure in figures.__all__ for code in languages()
    }
    for name in drawn:
        picture = json.loads(packages(site).read(name))
        assert picture["svg"].startswith("<?xml")
        assert len(picture["alt"]) > 40


def test_every_name_that_changes_with_its_content_does(site: Path) -> None:
    """The page names its script, the settings name Python's first module, that names the archives: all are there."""
    live = site / "live"
    start = (live / "specta" / "index.html").read_text("utf-8")
    assert (live / "specta" / re.findall(r'src="(start-\w+\.js)"', start)[0]).is_file()
    settings = json.loads((live / "jupyter-lite.json").read_text("utf-8"))["jupyter-config-data"]
    first = settings["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]["pyodideUrl"]
    module = (live / first).read_text("utf-8")
    for archive in re.findall(r'"((?:stdlib|packages)-\w+\.zip)"', module):
        assert (live / "python" / archive).is_file()
    edition = json.loads((live / "edition.json").read_text("utf-8"))
    assert edition["edition"] in start
    assert [name for name in edition["unnamed"] if not (live / name).is_file()] == []
    assert "files/02_anatomy.ipynb" in edition["unnamed"]


def test_a_shortened_address_leads_to_the_book(site: Path) -> None:
    """JupyterLite's own pages, without our policy, are not there."""
    assert not list((site / "live").glob("lab*"))
    assert sorted(path.parent.name for path in (site / "live").rglob("index.html")) == ["live", "specta"]
    assert "url=../index.html" in (site / "live" / "index.html").read_text("utf-8")


def test_with_outside_servers_only_pyodide_lies_elsewhere(site: Path, tmp_path: Path) -> None:
    """Made again, the archives are the same bytes; a folder that holds a site is made anew."""
    again = tmp_path / "again"
    (again / "live").mkdir(parents=True)
    (again / "live" / "edition.json").write_text("{}")
    assert main(["site", "--cdn", "--out", str(again), "--pyodide", str(pyodide.find())]) == 0
    archives = sorted(path.name for path in (site / "live" / "python").glob("*.zip"))
    assert sorted(path.name for path in (again / "live" / "python").glob("*.zip")) == archives
    (module,) = (again / "live" / "python").glob("pyodide-*.mjs")
    assert f'from "{core.CDN}pyodide.mjs"' in module.read_text("utf-8")
    assert not (again / "live" / "python" / core.VERSION).exists()
    assert " https://cdn.jsdelivr.net;" in (again / "live" / "specta" / "index.html").read_text("utf-8")


def test_a_folder_with_something_else_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "thesis.txt").write_text("mine")
    assert main(["site", "--out", str(tmp_path), "--pyodide", str(pyodide.find())]) == 1
    assert "holds something else; name an empty folder with --out" in capsys.readouterr().err
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]
