"""The list of lessons with the learner's progress, to take home and to bring back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import htpy as h

from helpers.errors import CourseError
from helpers.quiz.catalog import Lesson, lessons
from helpers.quiz.store import LIMIT, Progress, ProgressError, Store, dumps, loads
from helpers.view import Download, Event, Page, Reply


@dataclass(frozen=True, slots=True)
class Overview:
    """What the list shows: the lessons, the progress, and one line of news."""

    lessons: tuple[Lesson, ...]
    progress: Progress
    news: str = ""


def progress() -> Page[Overview]:
    """Show the lessons beside this one, how far the learner is, and two buttons for their progress.

    Examples
    --------
    >>> print(progress().plain.splitlines()[0])
    Lessons and your progress
    """
    store = Store(Path.cwd())
    shelf = lessons(store.folder)
    empty = Overview(shelf, Progress())
    return Page(
        start=lambda: _opened(store),
        render=render,
        update=lambda state, event: _updated(store, state, event),
        still=_table(empty),
        plain="\n".join(["Lessons and your progress", *(f"  {lesson.title}" for lesson in shelf)]),
    )


def _opened(store: Store) -> Overview:
    shelf = lessons(store.folder)
    try:
        return Overview(shelf, store.read())
    except CourseError as problem:
        return Overview(shelf, Progress(), str(problem))


def _updated(store: Store, state: Overview, event: Event) -> Overview | Reply[Overview]:
    if event.name == "refresh":
        return replace(_opened(store), news=state.news)
    if event.name == "download":
        current = store.read()
        news = "Your progress is in the file progress.json among your downloads."
        return Reply(Overview(state.lessons, current, news), Download("progress.json", dumps(current)))
    if event.name == "restore":
        name, text = _brought(event.value)
        brought = loads(text, name)
        merged = store.restore(brought)
        count = len(brought.answers)
        news = f"{count} {'answer' if count == 1 else 'answers'} brought back from {name}."
        return Overview(state.lessons, merged, news)
    return state


def _brought(value: Any) -> tuple[str, str]:
    """The name and the text of a file that the browser sent."""
    name = value.get("name") if isinstance(value, dict) else None
    text = value.get("text") if isinstance(value, dict) else None
    shown = f"“{name[:60]}”" if isinstance(name, str) and name else "the file"
    if not isinstance(text, str):
        raise ProgressError(f"{shown} is larger than {LIMIT:,} bytes and cannot be progress of this course")
    return shown, text


def render(state: Overview) -> h.Element:
    """The live list.

    Examples
    --------
    >>> lesson = Lesson("01_masthead.ipynb", "1. The <masthead>", 30, ("a", "b"))
    >>> page = str(render(Overview((lesson,), Progress().with_answer("a", "yes", 1.0, "2026-01-01"))))
    >>> "1 of 2 answered" in page, "&lt;masthead&gt;" in page
    (True, True)
    """
    return h.div(".res-card", data_refresh=True)[
        _table(state),
        h.div(".res-row")[
            h.button(".res-main", type="button", data_send="download", id="progress-download")["Download my progress"],
            h.label(".res-button", for_="progress-file")[
                "Bring my progress back",
                h.input(".res-hidden", type="file", name="restore", id="progress-file", accept=".json"),
            ],
        ],
        h.p(".res-soft", role="status", id="progress-news")[state.news],
    ]


def _table(state: Overview) -> h.Element:
    return h.table(".res-table")[
        h.caption["Lessons and your progress"],
        h.thead[h.tr[h.th(scope="col")["Lesson"], h.th(scope="col")["Minutes"], h.th(scope="col")["Practice"]]],
        h.tbody[[_row(lesson, state.progress) for lesson in state.lessons]],
    ]


def _row(lesson: Lesson, done: Progress) -> h.Element:
    answered = [done.answers[question] for question in lesson.questions if question in done.answers]
    right = sum(saved.credit == 1.0 for saved in answered)
    practice = f"{len(answered)} of {len(lesson.questions)} answered" + (f", {right} right" if answered else "")
    return h.tr[
        h.td[h.a(href=lesson.file)[lesson.title]],
        h.td[lesson.minutes and str(lesson.minutes)],
        h.td[practice],
    ]
