"""Find the tables and lessons that ship with the course, installed or in a checkout."""

from __future__ import annotations

import csv
import io
from functools import cache
from pathlib import Path

from helpers.errors import DataError
from helpers.language import _

_PACKAGE = Path(__file__).resolve().parent


def _find(package: Path, packaged: str, checkout: str, missing: str) -> Path:
    """Return the packaged path if the package carries its own copy, else the checkout's.

    The packaged copy is recognised by its top folder: when that folder is there, a missing
    file in it is a broken installation and the checkout is not searched. ``missing`` is what to say then.
    """
    top = package / Path(packaged).parts[0]
    installed = top.is_dir()
    path = package / packaged if installed else package.parent / checkout
    if not path.exists():
        raise DataError(missing.format(name=packaged.partition("/")[2], path=path, remedy=_remedy(package, checkout)))
    return path


def _remedy(package: Path, checkout: str) -> str:
    if (package.parent / "pyproject.toml").is_file() and not (package / "_data").is_dir():
        return _("restore it with: {command}").format(command=f"git checkout -- {checkout}")
    return _("reinstall the course: {command}").format(command="pip install --force-reinstall resolution-53-137")


def data_path(name: str, package: Path = _PACKAGE) -> Path:
    """Where a data file lies.

    Parameters
    ----------
    name : str
        Path below ``data/``, with forward slashes: ``"language/openings.csv"``.
    package : pathlib.Path
        The folder of the ``helpers`` package; tests give another one.

    Returns
    -------
    pathlib.Path
        The file inside the installed package (``helpers/_data``), else in the checkout (``data``).

    Raises
    ------
    DataError
        The file is not there.

    Examples
    --------
    >>> data_path("resolutions/a_res_53_137.txt").name
    'a_res_53_137.txt'
    """
    missing = _("data file {name} is missing: looked for {path}; {remedy}")
    return _find(package, f"_data/{name}", f"data/{name}", missing)


def lessons_path(package: Path = _PACKAGE) -> Path:
    """Where the lessons lie: ``helpers/_course/lessons`` when installed, else ``course/lessons``.

    Raises
    ------
    DataError
        The folder is not there.
    """
    missing = _("the folder of lessons is missing: looked for {path}; {remedy}")
    return _find(package, "_course/lessons", "course/lessons", missing)


def assignments_path(package: Path = _PACKAGE) -> Path:
    """Where the assignments' sources lie: ``helpers/_course/source`` when installed, else ``course/source``.

    Raises
    ------
    DataError
        The folder is not there.
    """
    missing = _("the folder of assignments is missing: looked for {path}; {remedy}")
    return _find(package, "_course/source", "course/source", missing)


def teaching_path(package: Path = _PACKAGE) -> Path:
    """Where the teacher's pack lies: ``helpers/_course/teaching`` when installed, else ``course/teaching``.

    Raises
    ------
    DataError
        The folder is not there.
    """
    missing = _("the folder of the teacher's pack is missing: looked for {path}; {remedy}")
    return _find(package, "_course/teaching", "course/teaching", missing)


def site_path(package: Path = _PACKAGE) -> Path:
    """Where the web edition's settings lie: ``helpers/_course/site`` when installed, else ``course/site``.

    Raises
    ------
    DataError
        The folder is not there.
    """
    missing = _("the folder of the web edition is missing: looked for {path}; {remedy}")
    return _find(package, "_course/site", "course/site", missing)


def checkout(package: Path = _PACKAGE) -> Path:
    """Where the maintainer's checkout lies that this package runs from.

    Raises
    ------
    DataError
        The package is installed and does not run from a checkout.
    """
    root = package.parent
    if not (root / "pyproject.toml").is_file() or not (root / "course").is_dir():
        message = _("{folder} is no checkout of the course; clone it, then: {command}")
        raise DataError(message.format(folder=package, command="pip install --no-deps -e ."))
    return root


def read_text(name: str, package: Path = _PACKAGE) -> str:
    """Return a data file's text, line ends untouched.

    Raises
    ------
    DataError
        The file is missing, empty or not UTF-8.

    Examples
    --------
    >>> "Migrant Workers" in read_text("resolutions/a_res_53_137.txt")
    True
    """
    path = data_path(name, package)
    remedy = _remedy(package, f"data/{name}")
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        message = _("data file {path} is damaged (byte {place} is not UTF-8); {remedy}")
        raise DataError(message.format(path=path, place=error.start, remedy=remedy)) from None
    except OSError as error:
        message = _("data file {path} cannot be read ({reason}); {remedy}")
        raise DataError(message.format(path=path, reason=error.strerror, remedy=remedy)) from None
    if not text.strip():
        raise DataError(_("data file {path} is empty; {remedy}").format(path=path, remedy=remedy))
    return text


@cache
def read_table(name: str, package: Path = _PACKAGE) -> tuple[dict[str, str], ...]:
    """Return the rows of a CSV table, one dictionary a row, read once.

    Parameters
    ----------
    name : str
        Path below ``data/``.
    package : pathlib.Path
        The folder of the ``helpers`` package; tests give another one.

    Raises
    ------
    DataError
        The file is missing or undecodable, has no rows or no column names,
        or a row has more or fewer cells than the header (a file cut short shows so).

    Examples
    --------
    >>> read_table("treaty/instruments.csv")[0]["key"]
    'UDHR'
    """
    text = read_text(name, package)
    path, remedy = data_path(name, package), _remedy(package, f"data/{name}")
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    try:
        header = next(reader)
        if not all(column.strip() for column in header) or len(set(header)) != len(header):
            message = _("table {path} is damaged (a column has no name or two share one); {remedy}")
            raise DataError(message.format(path=path, remedy=remedy))
        rows = []
        for row in reader:
            if len(row) != len(header):
                message = _("table {path} is damaged (line {line} has {cells} cells, {expected} expected); {remedy}")
                counts = {"line": reader.line_num, "cells": len(row), "expected": len(header)}
                raise DataError(message.format(path=path, remedy=remedy, **counts))
            rows.append(dict(zip(header, row, strict=True)))
    except csv.Error as error:
        message = _("table {path} is damaged (line {line}: {problem}); {remedy}")
        found = {"path": path, "line": reader.line_num, "problem": error, "remedy": remedy}
        raise DataError(message.format(**found)) from None
    if not rows:
        raise DataError(_("table {path} has no rows; {remedy}").format(path=path, remedy=remedy))
    return tuple(rows)


def columns(name: str, *needed: str, package: Path = _PACKAGE) -> tuple[dict[str, str], ...]:
    """Return :func:`read_table` after a check that the columns a caller relies on are there.

    Raises
    ------
    DataError
        As :func:`read_table`, or a needed column is missing.

    Examples
    --------
    >>> len(columns("language/openings.csv", "phrase", "kind")) > 100
    True
    """
    rows = read_table(name, package)
    missing = [column for column in needed if column not in rows[0]]
    if missing:
        path, remedy = data_path(name, package), _remedy(package, f"data/{name}")
        message = _("table {path} lacks the column {names}; {remedy}")
        raise DataError(message.format(path=path, names=", ".join(missing), remedy=remedy))
    return rows
