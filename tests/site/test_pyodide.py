"""Pyodide's files are the ones that they should be, wherever they come from; a bad folder gives one line."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from helpers.errors import CourseError
from helpers.site import pyodide

FILES = {"a.mjs": b"export {};", "b.wasm": b"\0asm"}


@pytest.fixture(autouse=True)
def _two_small_files(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    served = tmp_path / "served"
    served.mkdir()
    for name, content in FILES.items():
        (served / name).write_bytes(content)
    monkeypatch.setattr(pyodide, "CORE", {name: hashlib.sha256(c).hexdigest() for name, c in FILES.items()})
    monkeypatch.setattr(pyodide, "CDN", served.as_uri() + "/")


def test_what_is_missing_is_fetched_once_and_kept(tmp_path: Path) -> None:
    kept = tmp_path / "kept"
    assert pyodide.core(kept) == kept
    assert {path.name: path.read_bytes() for path in kept.iterdir()} == FILES
    for path in (tmp_path / "served").iterdir():
        path.unlink()
    assert pyodide.core(kept) == kept  # nothing is asked for any more


def test_a_damaged_file_is_fetched_anew(tmp_path: Path) -> None:
    kept = pyodide.core(tmp_path / "kept")
    (kept / "b.wasm").write_bytes(b"half")
    assert pyodide.core(kept).joinpath("b.wasm").read_bytes() == FILES["b.wasm"]


def test_a_given_folder_is_used_as_it_is(tmp_path: Path) -> None:
    assert pyodide.core(tmp_path / "never", tmp_path / "served") == tmp_path / "served"
    assert not (tmp_path / "never").exists()


@pytest.mark.parametrize(
    ("content", "told"),
    [(None, "b.wasm is missing in .*; put Pyodide .* there"), (b"other", "b.wasm in .* is not that of Pyodide")],
)
def test_a_given_folder_that_does_not_fit(tmp_path: Path, content: bytes | None, told: str) -> None:
    given = tmp_path / "served"
    (given / "b.wasm").unlink()
    if content is not None:
        (given / "b.wasm").write_bytes(content)
    with pytest.raises(CourseError, match=told):
        pyodide.core(tmp_path / "kept", given)


def test_what_is_served_wrongly_is_not_kept(tmp_path: Path) -> None:
    (tmp_path / "served" / "a.mjs").write_bytes(b"<!doctype html>")
    with pytest.raises(CourseError, match=r"a\.mjs in .* is not that of Pyodide"):
        pyodide.core(tmp_path / "kept")
    assert not (tmp_path / "kept").exists()


def test_no_way_to_the_server(tmp_path: Path) -> None:
    (tmp_path / "served" / "a.mjs").unlink()
    with pytest.raises(CourseError, match=r"a\.mjs cannot be fetched: .*; give a folder .* with --pyodide"):
        pyodide.core(tmp_path / "kept")
