"""What Binder will do, as repo2docker itself says it: its Dockerfile and the versions that its image brings."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from string import Template

#: repo2docker's own files; importing it would warn of its age.
BUILDPACKS = Path(str(importlib.util.find_spec("repo2docker").origin)).parent / "buildpacks"  # type: ignore[union-attr]
#: Packages that conda calls otherwise than PyPI does.
_ON_PYPI = {
    "jupyterhub-base": "jupyterhub",
    "jupyterhub-singleuser": "jupyterhub",
    "nbconvert-core": "nbconvert",
    "python-fastjsonschema": "fastjsonschema",
}
#: What conda installs and pip does not.
_NOT_PYTHON = {"nodejs", "python"}


@dataclass(frozen=True)
class Plan:
    """The steps of one build and one start.

    ``base`` are the versions of every Python package in the image before anything of ours is installed, ``asked``
    those of them that repo2docker asks for by name; ``steps`` are the commands of the ordinary user, in order;
    ``others`` those of root, which make the image itself.
    """

    python: str
    base: Mapping[str, str]
    asked: tuple[str, ...]
    variables: tuple[tuple[str, str], ...]
    steps: tuple[str, ...]
    others: tuple[str, ...]
    command: str

    def environment(self, **ours: str) -> dict[str, str]:
        """The variables of the image, each with what stands before it filled in; ours stay as given."""
        found = {"NB_USER": "jovyan", "NB_UID": "1000", "PATH": os.defpath, **ours}
        for name, value in self.variables:
            if name not in ours:
                found[name] = Template(value).safe_substitute(found)
        return found


def plan(repository: Path) -> Plan:
    """Ask repo2docker what it would build from a folder."""
    said = subprocess.run(
        [
            *(sys.executable, "-m", "repo2docker", "--no-build", "--debug"),
            *("--user-id", "1000", "--user-name", "jovyan", str(repository)),
        ],
        capture_output=True,
        text=True,
    )
    if said.returncode:
        raise RuntimeError(f"repo2docker failed: {said.stderr.strip()[-500:]}")
    variables, steps, others, command = read(said.stdout)
    lock, version = _lock(said.stdout)
    base, asked = _base(lock)
    return Plan(version, base, asked, variables, steps, others, command)


def read(dockerfile: str) -> tuple[tuple[tuple[str, str], ...], tuple[str, ...], tuple[str, ...], str]:
    """Variables, the ordinary user's steps, root's steps, and the command of a Dockerfile.

    Examples
    --------
    >>> read('ENV A=/srv B=${A}/x\\nRUN apt-get update\\nUSER ${NB_USER}\\nRUN pip \\\\\\n install x\\nCMD ["jupyter"]')
    ((('A', '/srv'), ('B', '${A}/x')), ('pip   install x',), ('apt-get update',), '["jupyter"]')
    """
    variables: list[tuple[str, str]] = []
    steps: dict[bool, list[str]] = {True: [], False: []}
    user, command = "root", ""
    for word, rest in _instructions(dockerfile):
        if word == "ENV" or (word == "ARG" and "=" in rest):
            variables += re.findall(r'(\w+)="?([^"\s]*)"?', rest)
        elif word == "USER":
            user = rest
        elif word == "RUN":
            steps[user == "root"].append(rest)
        elif word == "CMD":
            command = rest
    return tuple(variables), tuple(steps[False]), tuple(steps[True]), command


def _instructions(dockerfile: str) -> Iterator[tuple[str, str]]:
    whole = re.sub(r"^\s*#.*\n", "", dockerfile, flags=re.MULTILINE).replace("\\\n", " ")
    for line in whole.splitlines():
        word, _, rest = line.strip().partition(" ")
        if word.isupper():
            yield word, rest.strip()


def _lock(dockerfile: str) -> tuple[Path, str]:
    """The list of exact versions that the build copies into the image, and the Python it is for."""
    version = re.search(r"environment-2epy-2d(\d)-2e(\d+)-2dlinux-2d64-2elock", dockerfile)
    if version is None:
        raise RuntimeError("repo2docker names no environment for linux-64; has it changed how it names files?")
    python = f"{version[1]}.{version[2]}"
    return BUILDPACKS / "conda" / f"environment.py-{python}-linux-64.lock", python


def _base(lock: Path) -> tuple[dict[str, str], tuple[str, ...]]:
    found = re.findall(r"/([\w.-]+)-(\d[^-/]*)-py[^-/]*\.(?:conda|tar\.bz2)", lock.read_text("utf-8"))
    base = {_ON_PYPI.get(name, name): version for name, version in found}
    listed = lock.with_name(lock.name.replace("-linux-64.lock", ".yml")).read_text("utf-8")
    asked = [name for name in re.findall(r"^- ([\w-]+)", listed, re.MULTILINE) if name not in _NOT_PYTHON]
    return base, tuple(_ON_PYPI.get(name, name) for name in asked if name != "conda-forge")
