"""The browser edition's drive: a write that the browser never answers fails after a while, and can be told.

JupyterLite's kernel asks its page to write a file and waits. Where the browser refuses, because its storage is full or
closed to the page, the page gives no answer (JupyterLite 0.8.6): the kernel would wait for ever, and every later answer
of the learner with it. Reading is not limited: the page always answers, and a slow one may be long about it.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path

#: Where JupyterLite keeps what is to outlive the page; the rest of a browser kernel's files is memory.
DRIVE = Path("/drive")
#: How long, in milliseconds, a write is waited for: less than the page waits before it tells of a lost connection.
PATIENCE = 6_000

#: A refusal becomes the status of a failed request, which the drive passes on as an error that Python knows.
SCRIPT = """(patience) => {
  const { open, send } = XMLHttpRequest.prototype;
  const toDrive = new WeakSet();
  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (String(address).endsWith("/api/drive")) toDrive.add(this);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (body) {
    if (!toDrive.has(this)) return send.call(this, body);
    if (["mknod", "put", "rename", "rmdir"].includes(JSON.parse(body).data.method)) this.timeout = patience;
    try {
      send.call(this, body);
    } catch {
      Object.defineProperty(this, "status", { value: 504 });
    }
  };
}"""


def limit_waiting() -> None:
    """Let this kernel's writes fail when they are not answered; where there is no browser, nothing is to be done."""
    with suppress(ImportError):
        import_module("js").eval(f"({SCRIPT})")(PATIENCE)


if sys.platform == "emscripten":
    limit_waiting()
