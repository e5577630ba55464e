"""Get Pyodide for the tests of the web edition: ``python -m tests.pyodide``.

A publisher's computer fetches it from where Pyodide is served; one that reaches only package registries finds the same
files, with the same hashes, in the npm package of that name.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from helpers.errors import CourseError
from helpers.site import pyodide

FOLDER = Path(__file__).parent.parent / "build" / "pyodide"


def find() -> Path:
    """The folder with every file that a site is built from, fetched if need be.

    Raises
    ------
    CourseError
        If neither way brings them.
    """
    try:
        return pyodide.core(FOLDER, FOLDER)
    except CourseError:
        _from_npm()
    return pyodide.core(FOLDER)


def _from_npm() -> None:
    """Take the files out of the npm package; without npm they are left to the other way."""
    npm = shutil.which("npm")
    if npm is None:
        return
    with tempfile.TemporaryDirectory() as made:
        wanted = f"pyodide@{pyodide.VERSION}"
        done = subprocess.run([npm, "pack", "--silent", wanted], cwd=made, capture_output=True, check=False)
        packed = next(Path(made).glob("*.tgz"), None)
        if done.returncode or packed is None:
            return
        FOLDER.mkdir(parents=True, exist_ok=True)
        with tarfile.open(packed) as archive:
            for name in pyodide.CORE:
                member = archive.extractfile(f"package/{name}")
                if member:
                    (FOLDER / name).write_bytes(member.read())


if __name__ == "__main__":
    try:
        print(f"Pyodide for the tests: {find()}")
    except CourseError as problem:
        sys.exit(f"No Pyodide, so the tests of the web edition fail: {problem}")
