"""Drive an explorer as a reader does: one event after another, from its first state."""

from __future__ import annotations

from typing import Any

from helpers.view import Event, Page


def after(page: Page[Any], *events: tuple[str, Any]) -> str:
    """The page's HTML when these events have come."""
    state = page.start()
    for name, value in events:
        state = page.update(state, Event(name, value))
    return str(page.render(state))
