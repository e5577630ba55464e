"""The folder binder/ says what it should, and repo2docker reads it so. The rest is replayed by `make binder-check`."""

from __future__ import annotations

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.binder.machine import ROOT
from tests.binder.plan import Plan, plan

LOCKS = ("binder", "course", "tests")


def pins(folder: str) -> dict[str, set[str]]:
    """Each package of a lock with its versions; there may be one for each Python."""
    found: dict[str, set[str]] = {}
    for name, version in re.findall(r"^([\w.\[\],-]+)==(\S+)", text(folder), re.MULTILINE):
        found.setdefault(name, set()).add(version)
    return found


def text(folder: str) -> str:
    return (ROOT / folder / "requirements.txt").read_text("utf-8")


@pytest.fixture(scope="module")
def asked() -> Plan:
    return plan(ROOT)


def test_what_repo2docker_does_as_the_ordinary_user(asked: Plan) -> None:
    """A change of repo2docker's shows here, and make binder-check follows it."""
    assert asked.python == "3.11"
    assert list(asked.steps) == [
        '${KERNEL_PYTHON_PREFIX}/bin/pip install --no-cache-dir -r "binder/requirements.txt"',
        "chmod +x binder/postBuild",
        "./binder/postBuild",
        'chmod +x "${REPO_DIR}/binder/start"',
    ]
    assert asked.command == '["jupyter", "notebook", "--ip", "0.0.0.0"]'
    assert dict(asked.variables)["R2D_ENTRYPOINT"] == "${REPO_DIR}/binder/start"


def test_the_versions_that_the_image_brings_are_read(asked: Plan) -> None:
    assert set(asked.asked) <= set(asked.base)
    assert {"jupyterlab", "ipywidgets", "notebook", "jupyterhub"} <= set(asked.asked)
    assert all(re.fullmatch(r"\d[\w.]*", version) for version in asked.base.values())


def test_variables_are_filled_in_as_docker_does(asked: Plan) -> None:
    found = asked.environment(APP_BASE="/tmp/srv", HOME="/tmp/home")
    assert found["KERNEL_PYTHON_PREFIX"] == "/tmp/srv/conda/envs/notebook"
    assert found["REPO_DIR"] == "/tmp/home"
    own = ["/tmp/home/.local/bin", "/tmp/home/.local/bin", "/tmp/srv/conda/envs/notebook/bin"]
    assert found["PATH"].split(":")[:3] == own


@pytest.mark.parametrize("folder", LOCKS)
def test_every_package_is_pinned_by_version_and_by_hash(folder: str) -> None:
    blocks = re.split(r"\n(?=[a-z0-9])", re.sub(r"^#.*\n", "", text(folder), flags=re.MULTILINE).strip())
    assert len(blocks) > 100
    for block in blocks:
        assert re.match(r"[\w.\[\],-]+==\S+", block) and "--hash=sha256:" in block, block.splitlines()[0]


@pytest.mark.parametrize("folder", LOCKS)
def test_where_packages_come_from_is_left_to_whoever_installs_them(folder: str) -> None:
    assert not re.search(r"--index-url|--extra-index-url|--find-links|https?://", text(folder))


@pytest.mark.parametrize(("small", "large"), [("binder", "course"), ("course", "tests")])
def test_what_learners_teachers_and_tests_share_has_one_version(small: str, large: str) -> None:
    assert pins(small).items() <= pins(large).items()


@pytest.mark.parametrize("package", ["jupyterlab", "specta", "ipywidgets", "anywidget", "htpy", "filelock", "nbformat"])
def test_binder_has_what_lessons_need(package: str) -> None:
    assert package in pins("binder")


@pytest.mark.parametrize("package", ["nbgrader", "notebook", "sqlalchemy", "typst", "tqdm", "pytest", "playwright"])
def test_binder_has_nothing_that_only_teachers_or_tests_need(package: str) -> None:
    assert package not in pins("binder")


def started(tmp_path: Path, *command: str) -> list[str]:
    """What binder/start hands on to Python; a stand-in prints it."""
    stand_in = tmp_path / "python"
    stand_in.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    stand_in.chmod(0o755)
    path = os.pathsep.join([str(tmp_path), os.environ["PATH"]])
    ran = subprocess.run(
        [str(ROOT / "binder" / "start"), *command],
        env={**os.environ, "PATH": path},
        capture_output=True,
        text=True,
        check=True,
    )
    return ran.stdout.splitlines()


@pytest.mark.skipif(os.name == "nt", reason="Binder's machines are POSIX")
@pytest.mark.parametrize(
    ("command", "becomes"),
    [
        (("jupyter", "notebook", "--ip", "0.0.0.0"), ["jupyter", "lab", "--ip", "0.0.0.0"]),
        (("jupyter-notebook", "--port=8888"), ["jupyter-lab", "--port=8888"]),
        (("jupyter-lab", "--ip=0.0.0.0"), ["jupyter-lab", "--ip=0.0.0.0"]),
        (("python3", "-c", "a b; c", "--port=1"), ["python3", "-c", "a b; c", "--port=1"]),
        (("jupyterhub-singleuser",), ["jupyterhub-singleuser"]),
    ],
)
def test_whatever_server_is_asked_for_the_course_starts_it(
    tmp_path: Path, command: tuple[str, ...], becomes: list[str]
) -> None:
    """BinderHubs start JupyterLab, older ones Notebook, those with a login a hub's server."""
    assert started(tmp_path, *command) == ["-P", "-m", "helpers.launch", *becomes]


@pytest.mark.parametrize("name", ["postBuild", "start"])
def test_scripts_can_be_run(name: str) -> None:
    path = ROOT / "binder" / name
    assert os.access(path, os.X_OK)
    assert path.read_text("utf-8").startswith("#!/usr/bin/env bash\n")
