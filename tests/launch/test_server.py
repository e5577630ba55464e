"""A real JupyterLab: where it listens, what it asks for, and that nothing of it is left when it ends."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil
import pytest

from helpers.errors import CourseError
from helpers.launch import server
from helpers.launch.server import free_port, serve

LESSON = "00_start_here.ipynb"
DIRECT = urllib.request.build_opener(urllib.request.ProxyHandler({}))


@dataclass
class Running:
    """A running ``course open``: its process, what it said so far, its address and token."""

    process: subprocess.Popen[str]
    said: list[str]
    wanted: int
    settings: Path

    @property
    def address(self) -> str:
        return self.said[-2].split(": ", 1)[1]

    @property
    def port(self) -> int:
        return int(re.search(r"127\.0\.0\.1:(\d+)/", self.address)[1])

    @property
    def token(self) -> str:
        return self.address.split("token=")[1]

    def ask(self, path: str, token: str | None = None, body: object = None) -> tuple[int, str]:
        headers = {"Authorization": f"token {token}"} if token else {}
        data = None if body is None else json.dumps(body).encode()
        url = path if path.startswith("http") else f"http://127.0.0.1:{self.port}{path}"
        try:
            with DIRECT.open(urllib.request.Request(url, data, headers), timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, ""


def private(tmp_path: Path) -> dict[str, str]:
    """Folders of its own for all that Jupyter reads and writes, and a proxy that leads nowhere."""
    names = ("JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "IPYTHONDIR", "JUPYTERLAB_WORKSPACES_DIR")
    ours = {name: str(tmp_path / name.lower()) for name in names}
    others = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "COVERAGE", "COV_CORE"))}
    nowhere = {"http_proxy": "http://127.0.0.1:9", "HTTP_PROXY": "http://127.0.0.1:9"}
    return {**others, **ours, **nowhere, "JUPYTER_PREFER_ENV_PATH": "0"}


@contextmanager
def busy_port() -> Iterator[int]:
    """A port that somebody listens on while the one after it is free."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def tree(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def running(tmp_path: Path, *options: str) -> Iterator[Running]:
    """Open the course on a busy port as a learner would, and see to it that it is gone afterwards."""
    environment = private(tmp_path)
    settings = Path(environment["JUPYTER_CONFIG_DIR"])
    kept = settings / "lab/user-settings/@jupyterlab/apputils-extension/themes.jupyterlab-settings"
    kept.parent.mkdir(parents=True)
    kept.write_text('{"theme": "JupyterLab Dark"}')
    with busy_port() as port:
        process = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "helpers.cli",
                "open",
                "--dir",
                str(tmp_path / "my lessons"),
                "--no-browser",
                "--port",
                str(port),
                *options,
            ],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        assert process.stdout
        try:
            said = []
            for line in process.stdout:
                said.append(line.rstrip("\n"))
                if "Ctrl-C" in line:
                    break
            assert len(said) >= 3, said
            yield Running(process, said, port, settings)
        finally:
            if process.poll() is None:
                for child in psutil.Process(process.pid).children(recursive=True):
                    child.kill()
                process.kill()
            process.wait()
            process.stdout.close()


def start_kernel(course: Running) -> None:
    body = {"path": LESSON, "name": LESSON, "type": "notebook", "kernel": {"name": "python3"}}
    status, _ = course.ask("/api/sessions", course.token, body)
    assert status == 201
    commands = [child.cmdline() for child in psutil.Process(course.process.pid).children(recursive=True)]
    assert any("ipykernel_launcher" in command for command in commands)


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_what_a_learner_gets_and_how_it_ends(tmp_path: Path) -> None:
    """One start for many facts: it takes seconds."""
    with running(tmp_path) as course:
        before = tree(course.settings)
        assert course.said[0] == f"Your lessons are in {tmp_path / 'my lessons'}"
        assert course.said[1] == f"Port {course.wanted} is in use; taking {course.port}."
        assert course.wanted < course.port <= course.wanted + 50

        assert course.ask(course.address)[0] == 200  # the printed address works at once
        assert f"/doc/tree/{LESSON}?token=" in course.address
        assert len(course.token) >= 32
        assert course.ask("/api/contents")[0] == 403  # and nothing without the token
        assert course.ask("/api/contents", "wrong")[0] == 403
        listed = json.loads(course.ask("/api/contents", course.token)[1])["content"]
        assert LESSON in [entry["name"] for entry in listed]

        processes = [psutil.Process(course.process.pid), *psutil.Process(course.process.pid).children(recursive=True)]
        assert {address for process in processes for address in listening(process)} == {"127.0.0.1"}
        assert not any(course.token in word for process in processes for word in words(process))

        seen = setting(course, "@jupyterlab/docmanager-extension:plugin")
        assert seen["schema"]["properties"]["defaultViewers"]["default"] == {"notebook": "specta"}
        theirs = setting(course, "@jupyterlab/apputils-extension:themes")
        assert theirs["settings"] == {"theme": "JupyterLab Dark"}
        assert "style-src 'self'" in header(course, "Content-Security-Policy")
        assert "course.css" in course.ask("/custom/custom.css", course.token)[1]
        assert course.ask("/custom/course.css", course.token)[0] == 200

        start_kernel(course)
        assert stop(course, signal.SIGINT) == ["The course is closed. Your answers are kept."]
        assert tree(course.settings) == before


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("number", ["SIGTERM", "SIGHUP"])
def test_a_request_to_end_and_a_closed_terminal_leave_nothing_running(tmp_path: Path, number: str) -> None:
    with running(tmp_path, "--notebook") as course:
        seen = setting(course, "@jupyterlab/docmanager-extension:plugin")
        assert seen["schema"]["properties"]["defaultViewers"]["default"] == {}  # the plain view
        assert stop(course, getattr(signal, number)) == ["The course is closed. Your answers are kept."]


def setting(course: Running, plugin: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(course.ask(f"/lab/api/settings/{plugin}", course.token)[1])
    return found


def header(course: Running, name: str) -> str:
    with DIRECT.open(course.address, timeout=20) as answer:
        return str(answer.headers[name])


def listening(process: psutil.Process) -> list[str]:
    with suppress(psutil.NoSuchProcess):  # JupyterLab runs short programs of its own; one may have ended by now
        found = process.net_connections("inet")
        return [connection.laddr.ip for connection in found if connection.status == psutil.CONN_LISTEN]
    return []


def words(process: psutil.Process) -> list[str]:
    with suppress(psutil.NoSuchProcess):
        return list(process.cmdline())
    return []


def stop(course: Running, number: int) -> list[str]:
    """Send the signal; return what was said last, once the course and all its children are gone."""
    children = psutil.Process(course.process.pid).children(recursive=True)
    assert children
    started = time.monotonic()
    course.process.send_signal(number)
    rest = course.process.communicate(timeout=15)[0]
    assert course.process.returncode == 0
    assert time.monotonic() - started < 10
    assert psutil.wait_procs(children, timeout=3)[1] == []
    return rest.splitlines()


def child(code: str) -> list[str]:
    return [sys.executable, "-c", code]


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("print('first'); print('the disk is full'); raise SystemExit(3)", "the disk is full"),
        ("pass", "it said nothing"),
        ("import time; print('thinking', flush=True); time.sleep(60)", "thinking"),  # longer than we wait
    ],
)
def test_a_server_that_does_not_start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, said: str) -> None:
    """One line that ends in its own last one; it does not stay behind."""
    monkeypatch.setattr(server, "_PATIENCE", 0.5)
    monkeypatch.setattr(server, "command", lambda *_: child(code))
    with pytest.raises(CourseError, match=said) as caught:
        serve(tmp_path, port=free_port(20000), browser=False)
    assert "\n" not in str(caught.value)
    assert not [one for one in psutil.Process().children() if one.cmdline()[-1:] == [code]]


def test_a_server_that_ends_by_itself_hands_on_its_status(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Shut Down in JupyterLab's menu, say; here one that answers once and ends."""
    port = free_port(20000)
    code = (
        "import http.server as h, sys\n"
        "class One(h.BaseHTTPRequestHandler):\n"
        "    def do_GET(self):\n"
        "        self.send_response(200); self.end_headers()\n"
        f"h.HTTPServer(('127.0.0.1', {port}), One).handle_request()\n"
        "sys.exit(4)"
    )
    opened: list[str] = []
    said: list[str] = []
    monkeypatch.setattr(server, "command", lambda *_: child(code))
    monkeypatch.setattr(server.webbrowser, "open", opened.append)
    monkeypatch.setenv("JUPYTER_TOKEN", "theirs")
    handlers = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)]
    assert serve(tmp_path, port=port, tell=said.append) == 4
    assert opened == [f"http://127.0.0.1:{port}/doc/tree/{LESSON}?token=theirs"]
    assert said[0] == f"The course is open: {opened[0]}"
    assert [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)] == handlers


@pytest.mark.parametrize("missing", ["jupyterlab", "specta"])
def test_what_is_not_installed_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, missing: str) -> None:
    known = server.importlib.metadata.version

    def version(name: str) -> str:
        if name == missing:
            raise server.importlib.metadata.PackageNotFoundError(name)
        return known(name)

    monkeypatch.setattr(server.importlib.metadata, "version", version)
    with pytest.raises(CourseError, match=rf"^{missing} is not installed here; run: make course \(or: pip install "):
        serve(tmp_path)


def test_no_free_port_is_said_in_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "_PORTS", 1)
    with busy_port() as port, pytest.raises(CourseError, match=f"no port from {port} to {port} is free.*--port"):
        free_port(port)


def test_the_last_port_is_the_last_one_tried(monkeypatch: pytest.MonkeyPatch) -> None:
    """There is no port 65536 to move on to."""

    class Taken:
        def __enter__(self) -> Taken:
            return self

        def __exit__(self, *_: object) -> None: ...

        def setsockopt(self, *_: object) -> None: ...

        def bind(self, address: tuple[str, int]) -> None:
            assert address[1] <= 65535
            raise OSError

    monkeypatch.setattr(server.socket, "socket", Taken)
    with pytest.raises(CourseError, match="from 65530 to 65535 is free"):
        free_port(65530)
