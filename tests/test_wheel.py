"""The wheel carries the data and the lessons, and what is installed from it reads its own."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import zipfile
from email.parser import BytesParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]

FACTS = """
import json, sys
from helpers import resources
from helpers.launch import environment
from helpers.resolution import load
print(json.dumps({
    "module": resources.__file__,
    "data": str(resources.data_path("resolutions/a_res_53_137.txt")),
    "lessons": str(resources.lessons_path()),
    "source": str(resources.assignments_path()),
    "names": sorted(path.name for path in resources.lessons_path().iterdir()),
    "settings": str(environment.SETTINGS),
    "operative": len(load("A/RES/53/137").operative),
}))
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built as pip builds it, with the tools at hand and no network."""
    pytest.importorskip("hatchling")
    folder = tmp_path_factory.mktemp("wheel")
    run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)], ROOT)
    (found,) = folder.glob("*.whl")
    return found


@pytest.fixture(scope="module")
def unpacked(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installed")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder)
    return folder


def run(command: list[str], cwd: Path, **environment: str) -> str:
    done = subprocess.run(command, cwd=cwd, env={**os.environ, **environment}, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def shipped(folder: str) -> set[str]:
    """What git keeps below a folder, or what lies there when this is no clone."""
    if (ROOT / ".git").exists() and shutil.which("git"):
        return set(run(["git", "ls-files", folder], ROOT).splitlines())
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("folder", "inside"),
    [
        ("data", "helpers/_data"),
        ("course/lessons", "helpers/_course/lessons"),
        ("course/source", "helpers/_course/source"),
        ("course/teaching", "helpers/_course/teaching"),
        ("helpers", "helpers"),
    ],
)
def test_everything_that_is_needed_is_inside(wheel: Path, folder: str, inside: str) -> None:
    needed = {inside + name.removeprefix(folder) for name in shipped(folder)}
    assert needed
    assert needed <= set(zipfile.ZipFile(wheel).namelist())


def test_each_kind_of_file_is_inside(wheel: Path) -> None:
    """What a pattern would forget first: styles, scripts, settings, templates, tables."""
    names = set(zipfile.ZipFile(wheel).namelist())
    assert {
        "helpers/view/course.css",
        "helpers/view/live.js",
        "helpers/locale/fr/LC_MESSAGES/course.mo",
        "helpers/paper/handout.typ",
        "helpers/launch/settings/custom/custom.css",
        "helpers/launch/settings/common/jupyter_server_config.py",
        "helpers/launch/settings/common/labconfig/default_setting_overrides.json",
        "helpers/launch/settings/reading/labconfig/page_config.json",
        "helpers/launch/settings/slides/labconfig/page_config.json",
        "helpers/_data/datapackage.json",
        "helpers/_data/language/openings.csv",
        "helpers/_data/resolutions/a_res_53_137.txt",
        "helpers/_course/lessons/00_start_here.ipynb",
        "helpers/_course/site/conf.py",
        "helpers/_course/site/templates/layout.html",
        "helpers/_course/site/static/book.css",
        "helpers/_course/site/extra/.nojekyll",
    } <= names


def test_nothing_else_is_inside(wheel: Path) -> None:
    """No tests, no folder named data or course that would meet somebody else's in site-packages."""
    tops = {name.split("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {re.sub(r"-.*", "", top) for top in tops} == {"helpers", "resolution_53_137"}


def test_what_was_installed_reads_its_own_data(unpacked: Path, tmp_path: Path) -> None:
    """The folder comes first on the path, before the checkout that an editable install adds."""
    first = f"import sys; sys.path.insert(0, {str(unpacked)!r})\n"
    facts = json.loads(run([sys.executable, "-c", first + FACTS], tmp_path))
    package = unpacked.resolve() / "helpers"
    assert Path(facts["module"]).resolve() == package / "resources.py"
    assert Path(facts["data"]).resolve() == package / "_data/resolutions/a_res_53_137.txt"
    assert Path(facts["lessons"]).resolve() == package / "_course/lessons"
    assert Path(facts["source"]).resolve() == package / "_course/source"
    assert Path(facts["settings"]).resolve().is_relative_to(package)
    assert facts["names"][:3] == ["00_start_here.fr.ipynb", "00_start_here.ipynb", "01_masthead.ipynb"]
    assert facts["operative"] == 7


def test_the_checkout_reads_the_checkouts_data(tmp_path: Path) -> None:
    first = f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
    facts = json.loads(run([sys.executable, "-c", first + FACTS], tmp_path))
    assert Path(facts["data"]) == ROOT / "data/resolutions/a_res_53_137.txt"
    assert Path(facts["lessons"]) == ROOT / "course/lessons"
    assert facts["operative"] == 7


def test_the_installed_command_makes_a_learners_folder(unpacked: Path, tmp_path: Path) -> None:
    """`--here` has no checkout to open there, and says so."""
    code = (
        f"import sys; sys.path.insert(0, {str(unpacked)!r})\n"
        "from helpers import cli, launch\n"
        "launch.serve = lambda *a, **k: 0\n"
        "assert cli.main(['open', '--dir', 'mine']) == 0\n"
        "assert cli.main(['open', '--here']) == 1\n"
    )
    run([sys.executable, "-c", code], tmp_path)
    made = sorted(path.name for path in (tmp_path / "mine").glob("*.ipynb"))
    assert made == sorted(path.name for path in (unpacked / "helpers/_course/lessons").glob("*.ipynb"))


def test_the_metadata(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        (name,) = [one for one in names if one.endswith(".dist-info/METADATA")]
        metadata = BytesParser().parsebytes(archive.read(name))
        commands = archive.read(name.replace("METADATA", "entry_points.txt")).decode()
    assert metadata["Name"] == "resolution-53-137"
    assert metadata["Requires-Python"] == ">=3.11"
    assert set(metadata.get_all("Provides-Extra")) >= {"teaching", "test"}
    assert "course = helpers.cli:main" in commands
    assert sum(one.rpartition("/")[2].startswith("LICENSE") for one in names) == 2


def older_python() -> str | None:
    """A Python 3.10 with pip, if there is one."""
    homes = sorted(Path("~/.pyenv/versions").expanduser().glob("3.10*/bin/python"))
    for candidate in (*map(str, homes), shutil.which("python3.10")):
        if candidate:
            asked = subprocess.run([candidate, "-m", "pip", "--version"], capture_output=True, text=True)
            if asked.returncode == 0 and "python 3.10" in asked.stdout:
                return candidate
    return None


def test_python_3_10_is_refused_in_plain_words(wheel: Path, tmp_path: Path) -> None:
    old = older_python()
    if old is None:
        pytest.skip("there is no Python 3.10 here to try it with")
    command = [old, "-m", "pip", "install", "--no-index", "--no-deps", "--target", str(tmp_path / "t"), str(wheel)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode != 0
    (line,) = [line for line in done.stderr.splitlines() if line.startswith("ERROR")]
    assert re.search(r"requires a different Python: 3\.10\.\d+ not in '>=3\.11'", line)
    assert not (tmp_path / "t").exists()
