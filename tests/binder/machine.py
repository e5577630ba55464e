"""A fresh place to build in: an environment of its own, a clean copy of the tree, an ordinary user."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.binder.plan import Plan

ROOT = Path(__file__).parents[2]
#: What pip has fetched once it need not fetch again; `make clean` removes it.
CACHE = ROOT / "build" / "binder-cache"
#: The ordinary user of every image that repo2docker makes.
ORDINARY = 1000


class StepError(Exception):
    """A step failed; the message is what it said last."""


class MissingError(Exception):
    """This computer lacks something that the steps need; the message says what."""


@dataclass(frozen=True)
class Machine:
    """Where the steps run: the folder of the copy, the environment's variables, and as whom."""

    home: Path
    prefix: Path
    variables: Mapping[str, str]
    user: Mapping[str, Any]

    def run(self, *command: str, **variables: str) -> str:
        """Run a command in the copy as the ordinary user, and give what it printed."""
        ran = subprocess.run(
            command,
            cwd=self.home,
            env={**self.variables, **variables},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            **self.user,
        )
        if ran.returncode:
            said = "\n".join(ran.stdout.strip().splitlines()[-15:])
            raise StepError(f"{' '.join(command)} ended with status {ran.returncode}:\n{said}")
        return ran.stdout

    def start(self, *command: str, log: Path, **variables: str) -> subprocess.Popen[bytes]:
        """Start a command in the copy as the ordinary user; it goes on running."""
        with log.open("wb") as said:
            return subprocess.Popen(
                command,
                cwd=self.home,
                env={**self.variables, **variables},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=subprocess.STDOUT,
                **self.user,
            )


@contextmanager
def machine(plan: Plan) -> Iterator[Machine]:
    """Make the place, and remove it afterwards.

    Raises
    ------
    MissingError
        If there is no git, or no Python of the version that Binder takes which an ordinary user may run.
    """
    user = {"user": ORDINARY, "group": ORDINARY, "extra_groups": []} if os.geteuid() == 0 else {}
    with tempfile.TemporaryDirectory(prefix="binder-", ignore_cleanup_errors=True) as made:
        top = Path(made)
        home, cache = top / "home", CACHE
        home.mkdir()
        for name in _tracked(ROOT):
            (home / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, home / name)
        cache.mkdir(parents=True, exist_ok=True)
        variables = plan.environment(APP_BASE=str(top / "srv"), HOME=str(home), LC_ALL="C.UTF-8", LANG="C.UTF-8")
        # Where pip finds packages on this machine is the machine's business; what it takes is pinned.
        pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_") or "proxy" in name.lower()}
        prefix = Path(variables["NB_PYTHON_PREFIX"])
        prefix.parent.mkdir(parents=True)
        if user:
            for path in (top, *top.rglob("*"), cache, *cache.rglob("*")):
                os.chown(path, ORDINARY, ORDINARY, follow_symlinks=False)
        made_here = Machine(home, prefix, {**variables, **pip, "PIP_CACHE_DIR": str(cache)}, user)
        made_here.run(_python(plan.python, made_here), "-m", "venv", str(prefix))
        yield made_here


def _tracked(root: Path) -> Iterator[str]:
    """What a clone would hold, changes of today included; what git ignores stays away."""
    if not shutil.which("git"):
        raise MissingError("no git, which knows what a clone would hold")
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=root,
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return (name for name in sorted(listed.stdout.split("\0")) if name and (root / name).is_file())


def _python(version: str, machine: Machine) -> str:
    """A Python of that version that the ordinary user may run."""
    found = [sys._base_executable, shutil.which(f"python{version}"), f"/usr/bin/python{version}"]  # type: ignore[attr-defined]
    check = f"import sys, ssl, venv; sys.exit(sys.version_info[:2] != ({version.replace('.', ', ')}))"
    for candidate in filter(None, found):
        try:
            machine.run(candidate, "-c", check)
            return str(candidate)
        except (OSError, StepError):
            continue
    raise MissingError(f"no Python {version} that an ordinary user may run, and Binder takes {version}")


def written_since(moment: float, *folders: Path) -> int:
    """The bytes of every file that was made or changed since: what a layer of an image holds."""
    total = 0
    for folder in folders:
        for path in folder.rglob("*"):
            found = path.lstat()
            if found.st_ctime >= moment and path.is_file():
                total += found.st_size
    return total


def now() -> float:
    """The moment before a step, as files carry it; a file system may count in steps of ten milliseconds."""
    time.sleep(0.02)
    return time.time()
