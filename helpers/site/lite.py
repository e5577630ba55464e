"""The live edition: JupyterLite with every lesson, its Python compiled, its start page our own."""

from __future__ import annotations

import hashlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path
from string import Template

from helpers.errors import CourseError
from helpers.language import RIGHT_TO_LEFT, _, direction, language
from helpers.site import pyodide
from helpers.site.figures import drawn_figures
from helpers.site.needed import missing
from helpers.site.runtime import runtime

_HERE = Path(__file__).parent / "live"
_EXTENSIONS = (
    "@jupyter-widgets/jupyterlab-manager",
    "@jupyterlite/pyodide-kernel-extension",
    "anywidget",
    "jupyter-specta",
)
#: What a first visit loads, as the pages say it; the bench measures it.
MEGABYTES = 29
#: Where unpacked packages go: what Pyodide's own package manager would choose for its CPython.
_SITE_PACKAGES = "/lib/python3.14/site-packages"


@dataclass(frozen=True, slots=True)
class Settings:
    """How the live edition is made.

    Parameters
    ----------
    core : Path
        The folder with Pyodide's files.
    cdn : bool
        Let the browser fetch Pyodide from its publisher instead of from the site.
    """

    core: Path
    cdn: bool = False


def build_live(contents: Path, out: Path, settings: Settings) -> None:
    """Write the live edition.

    Parameters
    ----------
    contents : Path
        The folder that a learner sees: lessons, and below them assignments without keys.
    out : Path
        Where it goes; a folder that is not there yet.
    settings : Settings
        How it is made.

    Raises
    ------
    CourseError
        If JupyterLite or Node.js is not installed here, or the build fails.
    """
    extensions = _labextensions()
    kernel = extensions["@jupyterlite/pyodide-kernel-extension"] / "static" / "pypi"
    with tempfile.TemporaryDirectory(prefix="course-live-") as made:
        place = Path(made)
        first = _write_python(place / "python", settings, kernel)
        _configure(place, contents, extensions, out, first)
        _run(place)
        shutil.copytree(place / "python", out / "python")
    _write_start(out, settings, first)
    _lead_to_the_book(out)
    _forget_unused(out)


def _labextensions() -> dict[str, Path]:
    try:
        from jupyter_core.paths import jupyter_path
    except ImportError:
        raise missing("jupyterlite-core") from None
    found = {}
    for name in _EXTENSIONS:
        places = [Path(folder, name) for folder in jupyter_path("labextensions")]
        here = next((place for place in places if (place / "package.json").is_file()), None)
        if here is None:
            raise missing(name)
        found[name] = here
    return found


def _configure(place: Path, contents: Path, extensions: dict[str, Path], out: Path, python: str) -> None:
    """The files that JupyterLite's builder reads: a wrong option there is an error, on its command line it is none."""
    build = {
        "apps": ["lab"],
        "contents": [str(contents)],
        "federated_extensions": [str(path) for path in extensions.values()],
        "ignore_sys_prefix": True,
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "output_dir": str(out),
        "cache_dir": str(place / "cache"),
    }
    (place / "jupyter_lite_config.json").write_text(json.dumps({"LiteBuildConfig": build}), "utf-8")
    shutil.copy(_HERE / "overrides.json", place)
    page = json.loads((_HERE / "page_config.json").read_text("utf-8"))
    kernel = {
        "disablePyPIFallback": True,
        "pyodideUrl": f"./python/{python}",
        # what is named here is not looked for elsewhere; all of it is in the archive of packages
        "loadPyodideOptions": {
            "packages": ["micropip", "piplite", "ipykernel", "comm", "pyodide-kernel", "jedi", "ipython"]
        },
    }
    page["litePluginSettings"] = {"@jupyterlite/pyodide-kernel-extension:kernel": kernel}
    lite = {"jupyter-lite-schema-version": 0, "jupyter-config-data": page}
    (place / "jupyter-lite.json").write_text(json.dumps(lite), "utf-8")


def _run(place: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "jupyterlite_core", "build"], cwd=place, capture_output=True, text=True, check=False
    )
    if done.returncode:
        lines = [line for line in (done.stderr + done.stdout).splitlines() if line.strip()] or ["?"]
        raise CourseError(_("the live edition cannot be built: {reason}").format(reason=lines[-1].strip()[:200]))


def _write_python(folder: Path, settings: Settings, kernel: Path) -> str:
    """Write what the kernel loads; the name of the module that it loads first."""
    folder.mkdir(parents=True)
    made = runtime(settings.core, kernel, drawn_figures())
    names = {"@SITE@": _SITE_PACKAGES}
    for mark, name, content in (("@STDLIB@", "stdlib", made.stdlib), ("@PACKAGES@", "packages", made.packages)):
        names[mark] = _named_by_content(folder, name, ".zip", content)
    lock = json.loads((settings.core / "pyodide-lock.json").read_text("utf-8"))
    names["@LOCK@"] = json.dumps({"info": lock["info"], "packages": {}})
    names["@CORE@"] = pyodide.CDN if settings.cdn else f"./{pyodide.VERSION}/"
    if not settings.cdn:
        (folder / pyodide.VERSION).mkdir()
        for name in pyodide.LOADED:
            shutil.copy(settings.core / name, folder / pyodide.VERSION / name)
    module = (_HERE / "pyodide.mjs").read_text("utf-8")
    for mark, value in names.items():
        module = module.replace(mark, value)
    return _named_by_content(folder, "pyodide", ".mjs", module.encode())


def _named_by_content(folder: Path, name: str, suffix: str, content: bytes) -> str:
    """Write a file whose name changes with its content: no cache can hand out an old one beside new ones."""
    named = f"{name}-{hashlib.sha256(content).hexdigest()[:12]}{suffix}"
    (folder / named).write_bytes(content)
    return named


def _write_start(out: Path, settings: Settings, python: str) -> None:
    """Put our own page round the reading view: the same bundle, no outside fonts, words while it starts."""
    page = out / "specta" / "index.html"
    theirs = page.read_text("utf-8")
    found = {
        "bundle": re.search(r'href="(\.\./build/specta/bundle\.js[^"]*)"', theirs),
        "config": re.search(r"'(\.\./config-utils\.js[^']*)'", theirs),
    }
    changed = [name for name, match in found.items() if match is None]
    if changed:
        raise CourseError(_("specta's page has changed: no {what} in it").format(what=", ".join(changed)))
    fields = {name: match[1] for name, match in found.items() if match} | {
        "script": _named_by_content(out / "specta", "start", ".js", (_HERE / "start.js").read_bytes()),
        "style": _named_by_content(
            out / "specta", "course", ".css", (files("helpers.view") / "course.css").read_bytes()
        ),
        "outside": " " + pyodide.CDN.split("/pyodide/")[0] if settings.cdn else "",
        "lang": language(),
        "dir": direction(),
        "title": _("Resolution 53/137: a live lesson"),
        "script_needed": _("This page needs JavaScript."),
        "read_instead": _("The lessons can be read without it."),
    }
    words = {**_words(), "python": python, "rightToLeft": sorted(RIGHT_TO_LEFT)}
    template = (_HERE / "start.html").read_text("utf-8")
    edition = _edition(out, template, json.dumps([fields, words]))
    told = json.dumps({**words, "edition": edition}).replace("<", "\\u003c")
    page.write_text(Template(template).substitute(fields, words=told), "utf-8")


def _lead_to_the_book(out: Path) -> None:
    """JupyterLite's own first page would open JupyterLab without our policy, which keeps it from asking others.

    Our page reads its settings, none, from there.
    """
    book = "../index.html"
    (out / "index.html").write_text(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>Resolution 53/137</title>'
        f'<meta http-equiv="refresh" content="0; url={book}"><a href="{book}">Resolution 53/137</a>'
        '<script id="jupyter-config-data" type="application/json" data-jupyter-lite-root=".">{}</script></html>\n',
        "utf-8",
    )


def _words() -> dict[str, str]:
    """What the page says while a lesson starts."""
    return {
        "loading": _(
            "The lesson is coming. The first visit loads about {megabytes} MB; after that it is quicker."
        ).format(megabytes=MEGABYTES),
        "starting": _("You can read already. Explorers and questions follow in a few seconds."),
        "forgetful": _(
            "This browser keeps nothing for this page: its window is private, or its storage is full. "
            "The lesson works, but closing the page loses your answers. Press ‘Download my progress’ below one first."
        ),
        "insecure": _(
            "This page came over http, and browsers then keep nothing for it. The lesson works, but closing the page "
            "loses your answers. Ask whoever gave you the address for one that begins with https."
        ),
        "slow": _("This takes long. Check the connection, then reload the page; what says ‘Saved’ is kept."),
        "offline": _("You are offline. This lesson goes on working, and answers are still saved in this browser."),
        "offlineEarly": _("You are offline. The lesson starts when the connection is back."),
    }


def _edition(out: Path, *page: str) -> str:
    """Write down which edition this is, and which of its files a browser could still hold from an earlier one.

    A file whose address names its content never goes stale; most of JupyterLite's carry it in their names, too.
    ``page`` is what the start page is made of.
    """
    stale = ("specta/index.html", "specta/jupyter-lite.json", "jupyter-lite.json", "config-utils.js")
    listed = [name for name in stale if (out / name).is_file()]
    for pattern in ("api/**/*.*", "files/**/*.*", "build/schemas/*.json"):
        listed += sorted(path.relative_to(out).as_posix() for path in out.glob(pattern))
    content = [(out / name).read_bytes() for name in listed if name != "specta/index.html"]
    edition = hashlib.sha256(b"\0".join([*content, *(part.encode() for part in page)])).hexdigest()[:12]
    (out / "edition.json").write_text(json.dumps({"edition": edition, "unnamed": listed}), "utf-8")
    return edition


def _forget_unused(out: Path) -> None:
    """Take away what the builder leaves and no page asks for."""
    for pattern in ("*.map", "**/rspack.config*.js", "lab", "repl", "tree", "consoles", "edit", "notebooks", "doc"):
        for path in out.glob(pattern):
            shutil.rmtree(path) if path.is_dir() else path.unlink()
