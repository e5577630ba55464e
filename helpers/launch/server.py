"""JupyterLab for a learner: on loopback, with its token, in reading mode, the user's own settings untouched."""

from __future__ import annotations

import contextlib
import importlib.metadata
import os
import secrets
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.request
import webbrowser
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO, Literal

from helpers.errors import CourseError

Mode = Literal["reading", "notebook", "slides"]

_SETTINGS = Path(__file__).parent / "settings"
_VIEW = Path(__file__).parent.parent / "view"
_FIRST = "00_start_here.ipynb"
_PORTS = 50
_PATIENCE = 60.0

#: Styles and fonts come from this server alone: the reading view asks an outside font service otherwise.
_POLICY = "frame-ancestors 'self'; style-src 'self' 'unsafe-inline'; font-src 'self' data:"


def free_port(wanted: int) -> int:
    """The first free port on loopback from the one that is wanted.

    Raises
    ------
    CourseError
        If neither it nor any of the next fifty is free.
    """
    for port in range(wanted, min(wanted + _PORTS, 65536)):
        with socket.socket() as probe:
            if os.name == "posix":
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port
    raise CourseError(f"no port from {wanted} to {min(wanted + _PORTS, 65536) - 1} is free; choose another with --port")


def environment(mode: Mode) -> dict[str, str]:
    """The child's environment: our settings folders stand first on Jupyter's search path."""
    folders = [] if mode == "notebook" else [_SETTINGS / mode]
    paths = [
        *map(str, [*folders, _SETTINGS / "common"]),
        *filter(None, [os.environ.get("JUPYTER_CONFIG_PATH")]),
    ]
    return {**os.environ, "JUPYTER_CONFIG_PATH": os.pathsep.join(paths)}


def command(folder: Path, port: int, extra: Sequence[str] = ()) -> list[str]:
    """The command line of JupyterLab; ``extra`` is passed on to it."""
    looks = {
        "headers": {"Content-Security-Policy": _POLICY},
        "static_custom_path": [str(_SETTINGS / "custom"), str(_VIEW)],
    }
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        f"--ServerApp.root_dir={folder}",
        f"--ServerApp.preferred_dir={folder}",
        f"--ServerApp.tornado_settings={looks}",
        "--LabApp.custom_css=True",
        "--LabApp.news_url=None",
        "--LabApp.check_for_updates_class=jupyterlab.NeverCheckForUpdate",
        # Each lesson that was left keeps its kernel; those that nobody looks at end after half an hour.
        "--MappingKernelManager.cull_idle_timeout=1800",
        "--MappingKernelManager.cull_interval=120",
        *(["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []),
        *extra,
    ]


def _say(line: str) -> None:
    print(line, flush=True)  # at once, in a pipe too


def serve(
    folder: Path,
    mode: Mode = "reading",
    *,
    port: int = 8888,
    browser: bool = True,
    extra: Sequence[str] = (),
    tell: Callable[[str], None] = _say,
) -> int:
    """Start JupyterLab on a folder of lessons and stay until it ends.

    Parameters
    ----------
    folder : Path
        Where the lessons stand.
    mode : {"reading", "notebook", "slides"}
        How a lesson opens.
    port : int
        The port that is tried first.
    browser : bool
        Whether to open the address in the browser.
    extra : sequence of str
        More arguments for JupyterLab.
    tell : callable
        Gets each line for the reader.

    Returns
    -------
    int
        0 if it was stopped by the reader, else JupyterLab's own exit status.

    Raises
    ------
    CourseError
        If JupyterLab is not installed, no port is free, or it ends before it answers.
    """
    for distribution in ("jupyterlab", "specta"):
        try:
            importlib.metadata.version(distribution)
        except importlib.metadata.PackageNotFoundError:
            need = 'pip install "resolution-53-137[teaching]"'
            raise CourseError(f"{distribution} is not installed here; run: {need}") from None
    chosen = free_port(port)
    if chosen != port:
        tell(f"Port {port} is in use; taking {chosen}.")
    token = os.environ.get("JUPYTER_TOKEN") or secrets.token_urlsafe(24)
    base = f"http://127.0.0.1:{chosen}"
    with tempfile.TemporaryFile() as log:
        child = subprocess.Popen(
            command(folder, chosen, extra),
            env={**environment(mode), "JUPYTER_TOKEN": token},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us alone, and we end the server once and in order
        )
        try:
            with _like_ctrl_c():
                _wait(child, base, token, log)
                address = f"{base}/doc/tree/{_FIRST}?token={token}"
                tell(f"The course is open: {address}")
                tell("Press Ctrl-C here to close it.")
                if browser:
                    webbrowser.open(address)
                return child.wait()
        except KeyboardInterrupt:
            tell("The course is closed. Your answers are kept.")
            return 0
        finally:
            _end(child)


def _wait(child: subprocess.Popen[bytes], base: str, token: str, log: IO[bytes]) -> None:
    """Return once the server answers; raise with its last line if it ends first or takes too long."""
    asked = urllib.request.Request(f"{base}/api/status", headers={"Authorization": f"token {token}"})
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))  # a proxy cannot reach our loopback
    until = time.monotonic() + _PATIENCE
    while child.poll() is None and time.monotonic() < until:
        with contextlib.suppress(OSError), direct.open(asked, timeout=5):
            return
        time.sleep(0.1)
    log.seek(0)
    lines = log.read().decode(errors="replace").strip().splitlines() or ["it said nothing"]
    raise CourseError(f"JupyterLab did not start; its last line: {lines[-1].strip()}")


def _end(child: subprocess.Popen[bytes]) -> None:
    """Ask the server to end, which ends its kernels; insist after a while."""
    if child.poll() is not None:
        return
    child.terminate()
    try:
        child.wait(10)
    except subprocess.TimeoutExpired:
        child.kill()
        child.wait()


@contextlib.contextmanager
def _like_ctrl_c() -> Iterator[None]:
    """Treat a request to end and a closed terminal like Ctrl-C while the server runs, except under nohup."""

    def stop(*_: object) -> None:
        raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {n: signal.signal(n, stop) for n in numbers if signal.getsignal(n) is not signal.SIG_IGN}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
