"""Everything that a reader can click: from the first state on, each control's events once."""

from __future__ import annotations

import re
from collections import Counter, deque
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser
from typing import Any

from helpers.errors import CourseError
from helpers.view import Event, Page, Reply

#: So many values of one control are tried, spread over all of them: a list of two hundred States says little new.
_OF_EACH = 14
_PAGES = 220


def crawl(page: Page[Any], typed: Iterable[tuple[str, Any]] = ()) -> Iterator[tuple[str, str]]:
    """What was done last, and the HTML (or the one line of an error) that it led to.

    Parameters
    ----------
    page : Page
        Any.
    typed : iterable of (str, value)
        What a reader types or brings as a file: events that no control lists.
    """
    first = page.start()
    typed = list(typed)
    waiting, seen, tried, made = deque([("start", first)]), set[str](), Counter[str](), 0
    while waiting and made < _PAGES:
        done, state = waiting.popleft()
        html = str(page.render(state))
        made += 1
        yield done, html
        for name, value in [*_offers(html), *typed]:
            key = re.sub(r"\d+", "#", name) + repr(value)
            if key in seen or (tried[name] >= _OF_EACH and (name, value) not in typed):
                continue
            seen.add(key)
            tried[name] += 1
            done = f"{name} {str(value)[:40]!r}"
            try:
                after = page.update(state, Event(name, value))
            except CourseError as problem:
                yield done, f"<p>{problem}</p>"
                continue
            waiting.append((done, after.state if isinstance(after, Reply) else after))


def _offers(html: str) -> list[tuple[str, Any]]:
    """The events of the controls on a page; of a control with many values, some from everywhere."""
    reader = _Controls()
    reader.feed(html)
    offered: list[tuple[str, Any]] = []
    for name, values in reader.values.items():
        step = max(1, len(values) // _OF_EACH)
        offered += [(name, value) for value in [*values[::step][: _OF_EACH - 1], values[-1]]]
    for name, values in reader.ticks.items():
        offered += [(name, list(values)), (name, []), *((name, [value]) for value in values)]
    return offered


class _Controls(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.values: dict[str, list[str]] = {}
        self.ticks: dict[str, list[str]] = {}
        self._list = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        if "data-send" in given:
            self._offer(given["data-send"], given.get("value", given.get("data-value", "")))
        if tag == "select":
            self._list = given.get("name", "")
        if tag == "option":
            self._offer(self._list, given.get("value", ""))
        if tag == "input" and given.get("type") == "checkbox":
            self.ticks.setdefault(given.get("name", ""), []).append(given.get("value", ""))
        if tag == "input" and given.get("type") == "radio":
            self._offer(given.get("name", ""), given.get("value", ""))
        if tag == "input" and given.get("type") == "range":
            least, most = int(given["min"]), int(given["max"])
            for place in (least, (least + most) // 2, most):
                self._offer(given["name"], str(place))

    def _offer(self, name: str, value: str) -> None:
        values = self.values.setdefault(name, [])
        if value not in values:
            values.append(value)
