"""The shipped settings name what the installed JupyterLab has, and stand before the user's own."""

from __future__ import annotations

import json
import os
import re
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jupyterlab_server.config import ConfigManager

from helpers.launch import Mode, server
from helpers.launch.server import command, environment

SETTINGS = Path(server.__file__).parent / "settings"
SHARE = Path(sys.prefix) / "share/jupyter"
OVERRIDES = "default_setting_overrides"
FILES = sorted(SETTINGS.rglob("*.json"))
MODES: tuple[Mode, ...] = ("reading", "notebook", "slides")


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.read_text("utf-8"))
    return found


def rows(name: str) -> list[tuple[str, str]]:
    """Each key of the files of that name, with the mode it belongs to."""
    key = {"page_config": "disabledExtensions"}.get(name)
    files = [path for path in FILES if path.stem == name]
    return [(path.parts[-3], plugin) for path in files for plugin in (read(path)[key] if key else read(path))]


def merged(mode: Mode, name: str) -> dict[str, Any]:
    """What JupyterLab reads of it in that mode: first on the path wins."""
    folders = environment(mode)["JUPYTER_CONFIG_PATH"].split(os.pathsep)
    manager = ConfigManager(config_dir_name="labconfig", read_config_path=[f"{folder}/labconfig" for folder in folders])
    found: dict[str, Any] = manager.get(name)
    return found


@cache
def bundle(where: str = "") -> str:
    """The code of JupyterLab and of its extensions, or of one, where each plugin's id stands quoted."""
    patterns = [f"labextensions/{where}/static/*.js"] if where else ["lab/static/*.js", "labextensions/**/static/*.js"]
    scripts = [path for pattern in patterns for path in SHARE.glob(pattern) if path.is_file()]
    assert scripts
    return "\n".join(path.read_text("utf-8", errors="replace") for path in scripts)


@cache
def packages() -> set[str]:
    """The packages JupyterLab is made of, and the extensions that are installed."""
    core = read(SHARE / "lab/static/package.json")["jupyterlab"]["extensions"]
    return {*core, *(read(path)["name"] for path in SHARE.glob("labextensions/**/package.json"))}


def test_every_file_is_where_jupyterlab_looks() -> None:
    assert {path.relative_to(SETTINGS).parts[1] for path in FILES} == {"labconfig"}
    assert {path.stem for path in FILES} == {OVERRIDES, "page_config"}


@pytest.mark.parametrize(("mode", "plugin"), rows(OVERRIDES))
def test_a_setting_is_one_of_a_plugin_that_exists(mode: str, plugin: str) -> None:
    """JupyterLab says nothing of a setting it does not know, and its type is not checked either."""
    jsonschema = pytest.importorskip("jsonschema")
    package, name = plugin.split(":")
    schema = read(SHARE / "lab/schemas" / package / f"{name}.json")
    ours = read(SETTINGS / mode / f"labconfig/{OVERRIDES}.json")[plugin]
    assert set(ours) <= set(schema["properties"])
    jsonschema.validate(ours, schema)


@pytest.mark.parametrize(("mode", "plugin"), rows("page_config"))
def test_what_is_switched_off_exists(mode: str, plugin: str) -> None:
    if ":" in plugin:
        assert re.search(rf"[\"'`]{re.escape(plugin)}[\"'`]", bundle())
    else:
        assert plugin in packages()


def test_the_viewer_is_one_that_the_extension_brings() -> None:
    assert "jupyter-specta" in packages()
    assert re.search(r"[\"']specta[\"']", bundle("jupyter-specta"))


@pytest.mark.parametrize(("mode", "viewer"), [("reading", "specta"), ("slides", "specta"), ("notebook", None)])
def test_how_a_lesson_opens(mode: Mode, viewer: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JUPYTER_CONFIG_PATH", raising=False)
    manager = merged(mode, OVERRIDES).get("@jupyterlab/docmanager-extension:plugin", {})
    assert manager.get("defaultViewers", {}).get("notebook") == viewer


@pytest.mark.parametrize("mode", MODES)
def test_a_newcomer_is_spared_the_news_and_every_cell_is_drawn(mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JUPYTER_CONFIG_PATH", raising=False)
    settings = merged(mode, OVERRIDES)
    assert settings["@jupyterlab/apputils-extension:notification"] == {"fetchNews": "false", "checkForUpdates": False}
    assert settings["@jupyterlab/notebook-extension:tracker"] == {"windowingMode": "none"}


def test_the_plain_view_keeps_all_of_jupyterlab(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("JUPYTER_CONFIG_PATH", raising=False)
    assert merged("notebook", "page_config") == {}


def test_slides_are_asked_for_in_a_string_of_json() -> None:
    """The page hands it on as text, which the extension then parses."""
    wanted = read(SETTINGS / "slides/labconfig/page_config.json")["spectaConfig"]
    assert isinstance(wanted, str)
    assert json.loads(wanted)["defaultLayout"] == "slides"
    reading = json.loads(read(SETTINGS / "reading/labconfig/page_config.json")["spectaConfig"])
    assert reading == {"hideTopbar": True}  # an article is what the extension shows by itself


@pytest.mark.parametrize("mode", MODES)
def test_ours_come_first_and_the_users_folders_stay(mode: Mode, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = os.pathsep.join(["/their/first", "/their/second"])
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", theirs)
    monkeypatch.setenv("SOMETHING_ELSE", "kept")
    given = environment(mode)
    first = [] if mode == "notebook" else [str(SETTINGS / mode)]
    expected = [*first, str(SETTINGS / "common"), "/their/first", "/their/second"]
    assert given["JUPYTER_CONFIG_PATH"].split(os.pathsep) == expected
    assert given["SOMETHING_ELSE"] == "kept"
    assert os.environ["JUPYTER_CONFIG_PATH"] == theirs
    assert all(Path(folder).is_dir() for folder in expected if not folder.startswith("/their"))


@pytest.mark.parametrize("before", [None, ""])
def test_no_empty_folder_enters_the_path(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty entry would be the current folder."""
    monkeypatch.delenv("JUPYTER_CONFIG_PATH", raising=False)
    if before is not None:
        monkeypatch.setenv("JUPYTER_CONFIG_PATH", before)
    assert environment("notebook")["JUPYTER_CONFIG_PATH"] == str(SETTINGS / "common")


def test_the_course_is_served_with_its_look_and_without_news(tmp_path: Path) -> None:
    given = command(tmp_path, 9000, ["--debug"])
    assert given[-1] == "--debug"
    assert "--ServerApp.ip=127.0.0.1" in given
    assert "--LabApp.news_url=None" in given
    assert not any("token" in word for word in given)  # every user of the machine can read a command line


def test_the_style_sheet_that_is_imported_stands_in_a_served_folder(tmp_path: Path) -> None:
    imported = re.findall(r'@import "([^"]+)"', (SETTINGS / "custom/custom.css").read_text("utf-8"))
    assert imported == ["course.css"]
    served = Path(server.__file__).parents[1] / "view"
    assert (served / "course.css").is_file()
    assert any(str(served) in word for word in command(tmp_path, 9000))
