"""A static host as a publisher might have: some folder of a server, with or without special headers."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

#: Where on the host the site lies.
BELOW = "/some/course"
#: What lets a page use shared memory; few static hosts send it.
ISOLATED = {"Cross-Origin-Opener-Policy": "same-origin", "Cross-Origin-Embedder-Policy": "require-corp"}


@dataclass
class Host:
    """Where the site is served, how, and what was asked of it: bytes sent by path, and paths that were not there.

    What lies below ``held`` is never sent; who asks for it waits as long as the host is there.
    """

    folder: Path
    headers: dict[str, str] = field(default_factory=dict)
    held: str | None = None
    closing: threading.Event = field(default_factory=threading.Event)
    sent: Counter[str] = field(default_factory=Counter)
    missing: list[str] = field(default_factory=list)
    address: str = ""

    @property
    def origin(self) -> str:
        return self.address.removesuffix(BELOW)

    def at(self, path: str) -> str:
        return f"{self.address}/{path}"

    def live(self, notebook: str) -> str:
        return self.at(f"live/specta/index.html?path={notebook}.ipynb")


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, *given: Any, host: Host, **more: Any) -> None:
        self.host = host
        super().__init__(*given, directory=str(host.folder), **more)

    def translate_path(self, path: str) -> str:
        self.directory = str(self.host.folder)  # a test may put another edition in its place
        return super().translate_path(path.removeprefix(BELOW))

    def do_GET(self) -> None:
        if self.host.held and self.path.removeprefix(BELOW).startswith(self.host.held):
            self.host.closing.wait()
        else:
            super().do_GET()

    def send_error(self, code: int, *_: Any) -> None:
        if code == 404:
            self.host.missing.append(self.path)
        super().send_error(code)

    def end_headers(self) -> None:
        for name, value in self.host.headers.items():
            self.send_header(name, value)
        super().end_headers()

    def copyfile(self, source: Any, outputfile: Any) -> None:
        content = source.read()
        self.host.sent[self.path.split("?")[0]] += len(content)
        outputfile.write(content)

    def log_message(self, *_: Any) -> None:
        pass


@contextmanager
def serving(folder: Path, headers: dict[str, str] | None = None, held: str | None = None) -> Iterator[Host]:
    """Serve the folder below a path of its own, so that an address that starts at the top would show."""
    host = Host(folder, headers or {}, held)
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, host=host)) as server:
        host.address = f"http://127.0.0.1:{server.server_port}{BELOW}"
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield host
        host.closing.set()
        server.shutdown()
