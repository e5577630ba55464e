"""Pages: state in, HTML out; an event that cannot be honoured changes nothing and says why."""

from __future__ import annotations

import time
from threading import Thread
from typing import Any

import htpy as h
import pytest

from helpers.errors import CourseError
from helpers.view import Download, Event, Page, Reply
from helpers.view.widget import Live


def update(count: int, event: Event) -> int | Reply[int]:
    if event.name == "break":
        raise CourseError("line 3: <this> cannot be; change it")
    if event.name == "take":
        return Reply(count, Download("count.json", str(count)))
    return count + 1


@pytest.fixture
def live() -> Live:
    return Page(lambda: 0, lambda n: h.p[f"{n} clicks"], update, h.p["A counter"], "A counter").live()


def hear(live: Live, name: Any, value: Any = "") -> list[dict[str, Any]]:
    """Send what a browser would send and give what the kernel sent back."""
    sent: list[dict[str, Any]] = []
    live.send = lambda content, buffers=None: sent.append(content)  # type: ignore[method-assign]
    live._on_event(live, {"name": name, "value": value}, [])
    return sent


def test_an_event_gives_the_next_state(live: Live) -> None:
    hear(live, "more")
    assert live.html == "<p>1 clicks</p>"


def test_every_event_is_answered(live: Live) -> None:
    """Else the page would say that the connection is lost."""
    assert hear(live, "more") == [{"kind": "heard"}]
    assert hear(live, None) == [{"kind": "heard"}]


def test_html_and_the_event_it_answers_travel_together(live: Live) -> None:
    """In one message, so that the browser never takes an older page for the answer to a newer event."""
    states: list[dict[str, Any]] = []
    live.send_state = lambda key=None: states.append(live.get_state(key))  # type: ignore[method-assign]
    live._on_event(live, {"name": "more", "value": "", "seq": 7}, [])
    assert states == [{"html": "<p>1 clicks</p>", "seq": 7}]


def test_events_that_arrive_at_once_are_taken_one_by_one() -> None:
    """JupyterLab may hand two events to two threads of the kernel; neither is lost."""

    def slowly(texts: tuple[str, ...], event: Event) -> tuple[str, ...]:
        time.sleep(0.02)
        return (*texts, event.text)

    live = Page(lambda: (), lambda texts: h.p[", ".join(sorted(texts))], slowly, h.p["…"], "…").live()
    events = [{"name": f"line-{n}", "value": str(n), "seq": n, "replaces": True} for n in range(1, 6)]
    threads = [Thread(target=live._on_event, args=(live, event, [])) for event in events]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (live.html, live.seq) == ("<p>1, 2, 3, 4, 5</p>", 5)


def test_an_older_value_that_arrives_late_does_not_replace_a_newer_one() -> None:
    live = Page(lambda: "", lambda text: h.p[text], lambda text, event: event.text, h.p["…"], "…").live()
    for value, seq in (("new", 8), ("old", 7)):
        live._on_event(live, {"name": "line", "value": value, "seq": seq, "replaces": True}, [])
    assert (live.html, live.seq) == ("<p>new</p>", 8)


def test_a_late_click_still_counts(live: Live) -> None:
    for seq in (8, 7):
        live._on_event(live, {"name": "more", "value": "", "seq": seq, "replaces": False}, [])
    assert live.html == "<p>2 clicks</p>"


def test_a_problem_is_one_escaped_line_and_keeps_the_state(live: Live) -> None:
    hear(live, "more")
    hear(live, "break")
    assert live.html == (
        '<p class="res-notice" role="alert">line 3: &lt;this&gt; cannot be; change it</p><p>1 clicks</p>'
    )
    hear(live, "more")
    assert live.html == "<p>2 clicks</p>"


def test_a_download_goes_to_the_browser(live: Live) -> None:
    assert {"kind": "download", "name": "count.json", "text": "0"} in hear(live, "take")


@pytest.mark.parametrize("content", [None, [], "x", {}, {"name": 3}])
def test_a_message_of_another_form_is_ignored(live: Live, content: Any) -> None:
    live._on_event(live, content, [])
    assert live.html == "<p>0 clicks</p>"


def test_the_three_forms_of_a_page() -> None:
    """Live for a kernel, still for GitHub and print, plain for a terminal."""
    bundle = Page(lambda: 0, lambda n: h.p["live"], update, h.p["<still>"], "plain")._repr_mimebundle_()
    assert sorted(bundle) == ["application/vnd.jupyter.widget-view+json", "text/html", "text/plain"]
    assert bundle["text/html"] == '<div class="res-still"><p>&lt;still&gt;</p></div>'
    assert bundle["text/plain"] == "plain"
