"""Pyodide itself: CPython for the browser, in the one version that the site is built and tested with."""

from __future__ import annotations

import hashlib
import urllib.request
from http.client import HTTPException
from pathlib import Path

from helpers.errors import CourseError
from helpers.files import UnfitFileError, read_regular, replace
from helpers.language import _

#: The version that JupyterLite's kernel 0.8 names as its own.
VERSION = "314.0.6"
#: Where its publisher serves it to browsers and to whoever builds a site.
CDN = f"https://cdn.jsdelivr.net/pyodide/v{VERSION}/full/"
#: The files that a site is built from, and what each must hash to (SHA-256).
CORE = {
    "pyodide-lock.json": "3fdaef09e9e365c85e002737720f8d0ab8f278c1c244a2dde6a37663cf488ad4",
    "pyodide.mjs": "69e3f6ccec3e14b465df60be577ca62f536251406b9a00cce019eac5252a2495",
    "pyodide.asm.mjs": "2ac5eba365ec12839c75c03b39b3be1dd63b798852cc460b014b52238be042f7",
    "pyodide.asm.wasm": "3a0a00dfeaa348ac20f9ef09904233d32d33f644339662d4af368f8a2010f37a",
    "python_stdlib.zip": "80c5be6babfe03297069703410c3c29404dcf2525d2b128746bae5536f94831f",
}
#: Those of them that the browser loads; the standard library comes compiled, the list of packages is empty.
LOADED = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
_LARGEST = 20_000_000


def core(folder: Path, given: Path | None = None) -> Path:
    """The folder with Pyodide's files, each compared with its hash; those that are missing are fetched.

    Parameters
    ----------
    folder : Path
        Where fetched files are kept; made if it is not there.
    given : Path, optional
        A folder that holds them already, for a computer without internet; nothing is fetched then.

    Returns
    -------
    Path
        ``given``, or ``folder``.

    Raises
    ------
    CourseError
        If a file is missing, cannot be fetched or kept, or is not the one that it should be.
    """
    for name, sha256 in CORE.items():
        if given is not None:
            _check(name, _held(given / name), sha256, given)
        elif _hash(_held(folder / name)) != sha256:
            content = _fetched(CDN + name)
            _check(name, content, sha256, CDN)
            _keep(folder / name, content)
    return given or folder


def _held(path: Path) -> bytes:
    try:
        return read_regular(path, _LARGEST)
    except (OSError, UnfitFileError):
        return b""


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _keep(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace(path, content)
    except OSError as problem:
        raise CourseError(
            _("{folder} cannot be written: {reason}; give a folder that holds Pyodide with --pyodide").format(
                folder=path.parent, reason=problem.strerror
            )
        ) from None


def _check(name: str, content: bytes, sha256: str, where: Path | str) -> None:
    if not content:
        raise CourseError(
            _("{name} is missing in {where}; put Pyodide {version} there").format(
                name=name, where=where, version=VERSION
            )
        )
    if _hash(content) != sha256:
        raise CourseError(
            _("{name} in {where} is not that of Pyodide {version}; fetch it anew").format(
                name=name, where=where, version=VERSION
            )
        )


def _fetched(address: str) -> bytes:
    try:
        with urllib.request.urlopen(address, timeout=60) as answer:
            return bytes(answer.read(_LARGEST + 1))
    except (OSError, HTTPException) as problem:
        reason = getattr(problem, "reason", problem)
        raise CourseError(
            _("{address} cannot be fetched: {reason}; give a folder that holds Pyodide with --pyodide").format(
                address=address, reason=reason
            )
        ) from None
