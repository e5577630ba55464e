"""The floor of the web edition: a JupyterLite site as its own documentation makes one, with one ipywidgets button."""

from __future__ import annotations

import email
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import nbformat

#: What JupyterLite's kernel and ipywidgets stand on, without what is in the kernel's own wheels.
WHEELS = (
    *("ipython", "ipywidgets", "jupyterlab-widgets", "comm", "traitlets", "micropip", "packaging", "jedi", "parso"),
    *("prompt_toolkit", "wcwidth", "pygments", "ipython-pygments-lexers", "decorator", "matplotlib-inline"),
    *("stack-data", "executing", "asttokens", "pure-eval", "six", "typing-extensions"),
)
KERNEL = "@jupyterlite/pyodide-kernel-extension"
PACKAGES = ["micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython"]


def build(folder: Path, core: Path) -> Path:
    """The site, self-hosted, from Pyodide's own files and unchanged wheels."""
    source, site = folder / "source", folder / "site"
    (source / "contents").mkdir(parents=True)
    cell = nbformat.v4.new_code_cell("import ipywidgets\nipywidgets.Button(description='One widget')")
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), source / "contents" / "one.ipynb")
    plugin = {
        "disablePyPIFallback": True,
        "pyodideUrl": "./pyodide/pyodide.mjs",
        "loadPyodideOptions": {"packages": [*PACKAGES, "ipywidgets"], "lockFileURL": "./pyodide/pyodide-lock.json"},
    }
    page = {"litePluginSettings": {f"{KERNEL}:kernel": plugin}}
    (source / "jupyter-lite.json").write_text(
        json.dumps({"jupyter-lite-schema-version": 0, "jupyter-config-data": page})
    )
    build = {"contents": ["contents"], "output_dir": str(site)}
    (source / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": build}))
    command = [sys.executable, "-m", "jupyterlite_core", "build"]
    subprocess.run(command, cwd=source, check=True, capture_output=True)
    pypi = site / "extensions" / KERNEL / "static" / "pypi"
    _pyodide(site / "pyodide", core, [*_downloaded(folder), *pypi.glob("*.whl")])
    return site


def _downloaded(folder: Path) -> list[Path]:
    """Pure wheels for Pyodide's Python, in the newest versions."""
    options = ["--quiet", "--no-deps", "--only-binary", ":all:", "--python-version", "3.14", "--dest", str(folder)]
    subprocess.run(
        [sys.executable, "-m", "pip", "download", *options, *WHEELS],
        check=True,
        env={**os.environ, "PIP_NO_INPUT": "1"},
    )
    return list(folder.glob("*.whl"))


def _pyodide(target: Path, core: Path, wheels: list[Path]) -> None:
    """Pyodide with a list of packages in which each wheel stands."""
    shutil.copytree(core, target)
    lock = json.loads((target / "pyodide-lock.json").read_text("utf-8"))
    lock["packages"] = {}
    for wheel in wheels:
        entry = _entry(wheel)
        lock["packages"][entry["name"]] = entry
        shutil.copy(wheel, target)
    for entry in lock["packages"].values():
        entry["depends"] = [name for name in entry["depends"] if name in lock["packages"]]
    (target / "pyodide-lock.json").write_text(json.dumps(lock), "utf-8")


def _entry(wheel: Path) -> dict[str, Any]:
    with zipfile.ZipFile(wheel) as archive:
        names = archive.namelist()
        about = next(name for name in names if name.endswith(".dist-info/METADATA"))
        metadata = email.message_from_bytes(archive.read(about))
    needs = [line for line in metadata.get_all("Requires-Dist") or [] if "extra ==" not in line]
    return {
        "name": _normal(metadata["Name"]),
        "version": metadata["Version"],
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": sorted({name.split("/")[0].removesuffix(".py") for name in names if name.endswith(".py")}),
        "depends": [_normal(line.split(";")[0].split()[0].split(">")[0].split("=")[0].split("<")[0]) for line in needs],
        "unvendored_tests": False,
    }


def _normal(name: str) -> str:
    return name.strip(" (!~").replace("_", "-").replace(".", "-").lower()
