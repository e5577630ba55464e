"""A page: a state, a pure function from state to HTML, and a pure function from event to next state."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import htpy as h

from helpers.errors import CourseError
from helpers.view.english import spoken

if TYPE_CHECKING:
    from helpers.view.widget import Live

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Event:
    """What a reader did: the control's name and its value as the browser sent it (never trusted)."""

    name: str
    value: Any

    @property
    def text(self) -> str:
        """The value if it is a string, else an empty one.

        Examples
        --------
        >>> Event("pick", "PP3").text, Event("pick", None).text
        ('PP3', '')
        """
        return self.value if isinstance(self.value, str) else ""

    @property
    def texts(self) -> tuple[str, ...]:
        """The strings of a group of checkboxes, in order; empty for anything else.

        Examples
        --------
        >>> Event("layers", ["openings", 3]).texts
        ('openings',)
        """
        values = self.value if isinstance(self.value, list) else []
        return tuple(v for v in values if isinstance(v, str))

    @property
    def step(self) -> int:
        """How far a Back or Next button goes: -1, 1, or 0 for anything else.

        Examples
        --------
        >>> Event("step", "next").step, Event("step", {}).step
        (1, 0)
        """
        return {"back": -1, "next": 1}.get(self.text, 0)


@dataclass(frozen=True, slots=True)
class Download:
    """A file for the reader to keep, offered by the browser as soon as an update asks for it."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class Reply(Generic[S]):
    """The next state together with a file for the reader."""

    state: S
    download: Download


@dataclass(frozen=True)
class Page(Generic[S]):
    """Something that a notebook cell shows: live with a kernel, still without one, and as plain text.

    Parameters
    ----------
    start : callable
        Gives the first state of the live page; may read saved answers.
    render : callable
        ``state -> HTML``, pure: the same state gives the same page.
    update : callable
        ``(state, event) -> state``, or a :class:`Reply`; a :class:`CourseError` raised here is shown
        as one line and the earlier state is kept.
    still : htpy.Renderable
        What GitHub, print and a closed kernel show; it depends on no saved answer.
    plain : str
        The same in plain text.

    Examples
    --------
    A page with one button that counts:

    >>> counter = Page(
    ...     start=lambda: 0,
    ...     render=lambda n: h.button(data_send="more")[f"{n} clicks"],
    ...     update=lambda n, event: n + 1,
    ...     still=h.p["A counter"],
    ...     plain="A counter",
    ... )
    >>> print(counter.render(counter.update(counter.start(), Event("more", ""))))
    <button data-send="more">1 clicks</button>
    """

    start: Callable[[], S]
    render: Callable[[S], h.Renderable]
    update: Callable[[S, Event], S | Reply[S]]
    still: h.Renderable
    plain: str

    def live(self) -> Live:
        """Make the widget: it keeps the state and shows each next one."""
        from helpers.view.widget import Live  # ipywidgets and anywidget load with the first live page

        state = self.start()

        def heard(name: str, value: Any) -> None:
            nonlocal state
            notice: h.Node = None
            try:
                after = self.update(state, Event(name, value))
            except CourseError as problem:
                notice = h.p(".res-notice", role="alert")[str(problem)]
            else:
                if isinstance(after, Reply):
                    file, after = after.download, after.state
                    widget.send({"kind": "download", "name": file.name, "text": file.text})
                state = after
            widget.html = str(h.fragment[notice, self.render(state)])

        widget = Live(str(self.render(state)), heard)
        return widget

    def without_kernel(self) -> dict[str, str]:
        """The still HTML and the plain text, by their media types: what is committed and released."""
        return {"text/html": str(h.div(".res-still", spoken())[self.still]), "text/plain": self.plain}

    def _repr_mimebundle_(self, **_kwargs: object) -> dict[str, Any]:
        """Give the live widget (where a kernel can run one), the still HTML and the plain text."""
        view = self.live()._repr_mimebundle_() or ({}, {})
        return {**view[0], **self.without_kernel()}
