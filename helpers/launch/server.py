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
from typing import IO

from helpers.errors import CourseError
from helpers.language import _
from helpers.launch.environment import Mode, environment, first

_PORTS = 50
_PATIENCE = 60.0


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
    message = _("no port from {first} to {last} is free; choose another with --port")
    raise CourseError(message.format(first=wanted, last=min(wanted + _PORTS, 65536) - 1))


def command(folder: Path, port: int, extra: Sequence[str] = ()) -> list[str]:
    """The command line of JupyterLab; ``extra`` is passed on to it.

    It says where this one server is; how the course looks and opens is in the settings that every server reads.
    """
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        "--no-browser",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=0",
        # A user's own settings may name another address or a certificate, for a server of another kind.
        *("--ServerApp.base_url=/", "--ServerApp.certfile=", "--ServerApp.keyfile="),
        f"--ServerApp.root_dir={folder}",
        f"--ServerApp.preferred_dir={folder}",
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
            message = _("{name} is not installed here; run: {command} (or: {other})")
            other = "pip install --require-hashes -r binder/requirements.txt"
            raise CourseError(message.format(name=distribution, command="make course", other=other)) from None
    chosen = free_port(port)
    if chosen != port:
        tell(_("Port {port} is in use; taking {other}.").format(port=port, other=chosen))
    token = os.environ.get("JUPYTER_TOKEN") or secrets.token_urlsafe(24)
    base = f"http://127.0.0.1:{chosen}"
    with tempfile.TemporaryFile() as log:
        child = subprocess.Popen(
            command(folder, chosen, extra),
            env={**environment(mode, folder), "JUPYTER_TOKEN": token},
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches us alone, and we end the server once and in order
        )
        try:
            with _like_ctrl_c():
                _wait(child, base, token, log)
                address = f"{base}/doc/tree/{first(folder)}?token={token}"
                tell(_("The course is open: {address}").format(address=address))
                tell(_("Press Ctrl-C here to close it."))
                if browser:
                    webbrowser.open(address)
                return child.wait()
        except KeyboardInterrupt:
            tell(_("The course is closed. Your answers are kept."))
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
    lines = log.read().decode(errors="replace").strip().splitlines() or [_("it said nothing")]
    raise CourseError(_("JupyterLab did not start; its last line: {line}").format(line=lines[-1].strip()))


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

    def stop(*_what: object) -> None:
        raise KeyboardInterrupt

    numbers = [getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name)]
    before = {n: signal.signal(n, stop) for n in numbers if signal.getsignal(n) is not signal.SIG_IGN}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
