"""The shipped settings name what the installed JupyterLab has, and stand before the user's own."""

from __future__ import annotations

import json
import os
import re
import runpy
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from jupyterlab_server.config import ConfigManager
from traitlets.config import Config

from helpers import language
from helpers.launch import Mode
from helpers.launch.environment import SETTINGS, environment
from helpers.launch.server import command

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
    folders = environment(mode, Path("lessons"))["JUPYTER_CONFIG_PATH"].split(os.pathsep)
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
    given = environment(mode, Path("/home/ana/lessons"))
    first = [] if mode == "notebook" else [str(SETTINGS / mode)]
    expected = [*first, str(SETTINGS / "common"), "/their/first", "/their/second"]
    assert given["JUPYTER_CONFIG_PATH"].split(os.pathsep) == expected
    assert given["SOMETHING_ELSE"] == "kept"
    assert given["COURSE_FOLDER"] == "/home/ana/lessons"
    assert os.environ["JUPYTER_CONFIG_PATH"] == theirs
    assert all(Path(folder).is_dir() for folder in expected if not folder.startswith("/their"))


@pytest.mark.parametrize("before", [None, ""])
def test_no_empty_folder_enters_the_path(before: str | None, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty entry would be the current folder."""
    monkeypatch.delenv("JUPYTER_CONFIG_PATH", raising=False)
    if before is not None:
        monkeypatch.setenv("JUPYTER_CONFIG_PATH", before)
    assert environment("notebook", Path("lessons"))["JUPYTER_CONFIG_PATH"] == str(SETTINGS / "common")


def settings(monkeypatch: pytest.MonkeyPatch, **variables: str) -> Config:
    """What every server reads, as Jupyter reads it: with a name that it puts there."""
    for name in ("COURSE_FOLDER", "COURSE_FIRST", "JUPYTERHUB_SERVICE_PREFIX"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    config = Config()
    runpy.run_path(str(SETTINGS / "common/jupyter_server_config.py"), {"get_config": lambda: config})
    return config


def test_the_course_is_served_with_its_look_and_without_news(monkeypatch: pytest.MonkeyPatch) -> None:
    given = settings(monkeypatch)
    policy = given.ServerApp.tornado_settings["headers"]["Content-Security-Policy"]
    assert policy == "frame-ancestors 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:"
    assert given.LabApp.custom_css is True
    assert given.LabApp.news_url is None
    assert "root_dir" not in given.ServerApp  # where no learner's folder is named, the server's own stays


def test_whoever_starts_the_server_it_opens_lesson_0_in_the_learners_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    given = settings(monkeypatch, COURSE_FOLDER="/home/ana/lessons")
    assert given.ServerApp.root_dir == given.ServerApp.preferred_dir == "/home/ana/lessons"
    for program in ("ServerApp", "LabApp", "JupyterNotebookApp"):
        assert given[program].default_url == "/doc/tree/00_start_here.ipynb"


@pytest.mark.parametrize(("spoken", "lesson"), [("fr", "00_start_here.fr.ipynb"), ("qps", "00_start_here.ipynb")])
def test_it_opens_in_the_language_that_is_spoken_if_lesson_0_is_there_in_it(
    tmp_path: Path, spoken: str, lesson: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "00_start_here.fr.ipynb").touch()
    language.use(spoken)
    try:
        named = environment("reading", tmp_path)["COURSE_FIRST"]
    finally:
        language.use("en")
    assert named == lesson
    given = settings(monkeypatch, COURSE_FOLDER=str(tmp_path), COURSE_FIRST=named)
    assert given.LabApp.default_url == f"/doc/tree/{lesson}"


def test_in_a_hub_no_other_server_shows_a_page_of_ours_inside_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    given = settings(monkeypatch, JUPYTERHUB_SERVICE_PREFIX="/user/ana/")
    policy = given.ServerApp.tornado_settings["headers"]["Content-Security-Policy"]
    assert policy.startswith("frame-ancestors 'none'; style-src 'self'")


def test_how_long_a_kernel_may_rest_is_the_services_own_business(monkeypatch: pytest.MonkeyPatch) -> None:
    """Binder and hubs end what rests by rules of their own; only at home it is ours to say."""
    assert "MappingKernelManager" not in settings(monkeypatch)
    assert "--MappingKernelManager.cull_idle_timeout=1800" in command(Path("lessons"), 9000)


def test_the_command_line_says_where_and_never_the_token(tmp_path: Path) -> None:
    given = command(tmp_path, 9000, ["--debug"])
    assert given[-1] == "--debug"
    assert "--ServerApp.ip=127.0.0.1" in given
    assert f"--ServerApp.root_dir={tmp_path}" in given
    assert not any("token" in word for word in given)  # every user of the machine can read a command line


def test_the_style_sheet_that_is_imported_stands_in_a_served_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    imported = re.findall(r'@import "([^"]+)"', (SETTINGS / "custom/custom.css").read_text("utf-8"))
    assert imported == ["course.css"]
    served = [Path(folder) for folder in settings(monkeypatch).ServerApp.tornado_settings["static_custom_path"]]
    assert [(folder / "course.css").is_file() for folder in served] == [False, True]
    assert (served[0] / "custom.css").is_file()
