"""The thin live widget: shows one HTML string and hands the reader's events to Python."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import files
from threading import Lock
from typing import Any

import anywidget
import traitlets

from helpers.language import N_, _, direction, language, written

_HERE = files(__package__)
_LOST = N_("This page has lost its connection to the course. Reload the page to go on; what says ‘Saved’ is kept.")


class Live(anywidget.AnyWidget):
    """An HTML string in the page, morphed in place when it changes.

    Parameters
    ----------
    html : str
        What to show first; set it again to change the page.
    heard : callable
        Called with ``(name, value)`` for every event of a control in the HTML.
    """

    _esm = "\n".join((_HERE / name).read_text("utf-8") for name in ("idiomorph.min.js", "live.js"))
    _css = (_HERE / "course.css").read_text("utf-8")

    html = traitlets.Unicode().tag(sync=True)
    #: The number of the event that ``html`` answers: the browser shows no HTML that is older than its last event.
    seq = traitlets.Int(0).tag(sync=True)
    lost = traitlets.Unicode().tag(sync=True)
    lang = traitlets.Unicode().tag(sync=True)
    dir = traitlets.Unicode().tag(sync=True)
    #: The language of the lesson around the page, and where its lines run.
    around = traitlets.Dict().tag(sync=True)
    #: The largest file, in bytes, that the browser reads and sends.
    limit = traitlets.Int(1_000_000).tag(sync=True)

    def __init__(self, html: str, heard: Callable[[str, Any], None]) -> None:
        around = {"lang": written(), "dir": direction(written())}
        super().__init__(html=html, lost=_(_LOST), lang=language(), dir=direction(), around=around)
        self._heard = heard
        # JupyterLab hands the first events to the kernel's main thread and later ones to a thread beside it ("comms
        # over subshells"), so that two may arrive at once, and even in the wrong order.
        self._one_at_a_time = Lock()
        self._latest: dict[str, int] = {}
        self.on_msg(self._on_event)

    def _on_event(self, _widget: object, content: Any, _buffers: object) -> None:
        """Pass a well-formed event on, and always answer, so that the page knows it was heard."""
        if isinstance(content, dict) and isinstance(content.get("name"), str):
            with self._one_at_a_time, self.hold_sync():
                seq = content.get("seq")
                seq = seq if isinstance(seq, int) else self.seq
                if not (content.get("replaces") and seq < self._latest.get(content["name"], 0)):
                    self._heard(content["name"], content.get("value"))
                    self._latest[content["name"]] = seq
                self.seq = max(self.seq, seq)
        self.send({"kind": "heard"})
