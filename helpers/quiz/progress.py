"""The list of lessons and assignments with the learner's answers, to take home and to bring back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

import htpy as h

from helpers.files import forgetful
from helpers.language import N_, _, ngettext
from helpers.notebooks import language_of
from helpers.place import Place, where
from helpers.quiz.answers import Difference
from helpers.quiz.catalog import SHELVES, Assignment, Lesson, assignments, lessons
from helpers.quiz.keeping import home
from helpers.quiz.store import Progress, ProgressError
from helpers.quiz.travel import LESSONS, Luggage, bring, choose, loads, pack, too_large
from helpers.view import Event, Page, Reply, tongue

#: What a learner has to know before they lose anything, by where the course runs.
_KEPT: dict[Place | Literal["private"], str] = {
    "private": N_(
        "This page cannot keep answers, and it does not see the other lessons. Open the course in an ordinary window, "
        "not a private one. What you answer here goes home with ‘Download my progress’ below the question."
    ),
    "binder": N_(
        "This Binder session forgets everything after about ten idle minutes. Press ‘Download my progress’ before "
        "every break. When you come back, press ‘Bring my progress back’ and choose that file."
    ),
    "browser": N_(
        "Your answers live in this browser only, on this computer. Clearing the browser’s data removes them. "
        "‘Download my progress’ gives you a copy, which ‘Bring my progress back’ takes up here or elsewhere."
    ),
}
_CAPTIONS = {"assignments": N_("Assignments and your answers"), "self-study": N_("Assignments to study alone")}


@dataclass(frozen=True, slots=True)
class Overview:
    """What the list shows: lessons, assignments, what was answered in them, and lines of news.

    ``differing`` are the answers that a file was brought with and that stand here otherwise, ``brought`` says which
    of the two stand now.
    """

    lessons: tuple[Lesson, ...]
    assignments: tuple[Assignment, ...] = ()
    kept: Luggage = field(default_factory=Luggage)
    place: Place | Literal["private"] = "computer"
    news: tuple[str, ...] = ()
    differing: Mapping[str, tuple[Difference, ...]] = field(default_factory=dict)
    brought: bool = False


def progress() -> Page[Overview]:
    """Show the lessons and assignments beside this one, how far the learner is, and two buttons for their progress.

    Examples
    --------
    >>> print(progress().plain.splitlines()[0])
    Lessons and your progress
    """
    folder = Path.cwd()
    shelf = lessons(folder)
    return Page(
        start=lambda: _opened(Overview(shelf, place=_place(folder)), folder),
        render=render,
        update=lambda state, event: _updated(folder, state, event),
        still=_lessons(Overview(shelf)),
        plain="\n".join([_("Lessons and your progress"), *(f"  {lesson.title}" for lesson in shelf)]),
    )


def _place(folder: Path) -> Place | Literal["private"]:
    return "private" if forgetful(folder) else where()


def _opened(state: Overview, folder: Path) -> Overview:
    """The list with what is answered now. A notebook is read once, for it may be out of reach by then."""
    kept, unread = pack(folder)
    return replace(
        state,
        lessons=lessons(folder, state.lessons),
        assignments=assignments(folder, state.assignments),
        kept=kept,
        news=unread or state.news,
    )


def _updated(folder: Path, state: Overview, event: Event) -> Overview | Reply[Overview]:
    if event.name == "refresh":
        return _opened(state, folder)
    if event.name == "download":
        kept, unread = pack(folder)
        download, told = home(kept, unread)
        return Reply(replace(state, kept=kept, news=told), download)
    if event.name == "restore":
        return _restored(folder, state, event.value)
    if event.name == "stands" and state.differing:
        return _chosen(folder, state, brought=event.text == "brought")
    return state


def _chosen(folder: Path, state: Overview, *, brought: bool) -> Overview:
    choose(folder, state.differing, brought=brought)
    told = _("The answers from the file stand now.") if brought else _("The answers that were here stand again.")
    return replace(_opened(state, folder), news=(told,), brought=brought)


def _restored(folder: Path, state: Overview, value: Any) -> Overview:
    name, text = _brought(value)
    found = bring(folder, loads(text, name))
    if found.failed and not found.count:
        raise ProgressError(found.failed[0])
    told = ngettext("{n} answer brought back from {name}.", "{n} answers brought back from {name}.", found.count)
    news = [told.format(n=found.count, name=name)]
    if found.unknown:
        said = _("Not here, and so not brought back: {folders}. The file still holds their answers.")
        news.append(said.format(folders=", ".join(place[:60] for place in found.unknown[:6])))
    news += [
        _("Not brought back: {problem}. The file still holds these answers.").format(problem=one)
        for one in found.failed
    ]
    return replace(_opened(state, folder), news=tuple(news), differing=found.differing, brought=False)


def _brought(value: Any) -> tuple[str, str]:
    """The name and the text of a file that the browser sent."""
    name = value.get("name") if isinstance(value, dict) else None
    text = value.get("text") if isinstance(value, dict) else None
    shown = f"“{name[:60]}”" if isinstance(name, str) and name else _("the file")
    if not isinstance(text, str):
        raise ProgressError(too_large(shown))
    return shown, text


def render(state: Overview) -> h.Element:
    """The live list.

    Examples
    --------
    >>> lesson = Lesson("01_masthead.ipynb", "1. The <masthead>", 30, ("a", "b"))
    >>> kept = Luggage({".": Progress().with_answer("a", "yes", 1.0, "2026-01-01")})
    >>> page = str(render(Overview((lesson,), kept=kept)))
    >>> "1 of 2 answered" in page, "&lt;masthead&gt;" in page
    (True, True)
    """
    return h.div(".res-card", data_refresh=True)[
        state.place in _KEPT and h.p(".res-notice", id="progress-place")[_(_KEPT[state.place])],
        _lessons(state),
        [_beside(state, shelf) for shelf in SHELVES],
        h.div(".res-row")[
            h.button(".res-main", type="button", data_send="download", id="progress-download")[
                _("Download my progress")
            ],
            h.label(".res-button", for_="progress-file")[
                _("Bring my progress back"),
                h.input(".res-hidden", type="file", name="restore", id="progress-file", accept=".json"),
            ],
        ],
        h.div(".res-soft", role="status", id="progress-news")[[h.p[line] for line in state.news]],
        _differing(state),
    ]


def _lessons(state: Overview) -> h.Element:
    done = state.kept.practice.get(LESSONS, Progress())
    heads = (_("Lesson"), _("Minutes"), _("Practice"))
    rows = [_row(lesson, _practised(lesson.questions, done)) for lesson in state.lessons]
    return _table(_("Lessons and your progress"), heads, rows)


def _beside(state: Overview, shelf: str) -> h.Element | None:
    """The assignments of one kind, if there are any, in the order in which the lessons lead to them."""
    led = [name for lesson in state.lessons for name in lesson.leads_to]
    rank = {name: place for place, name in reversed(list(enumerate(led)))}
    ordered = sorted(state.assignments, key=lambda one: (rank.get(one.name, len(led)), one.name))
    rows = [_row(one, _answered(one, state.kept)) for one in ordered if one.place.startswith(f"{shelf}/")]
    heads = (_("Assignment"), _("Minutes"), _("Answers"))
    return _table(_(_CAPTIONS[shelf]), heads, rows) if rows else None


def _table(caption: str, heads: Sequence[str], rows: Sequence[h.Element]) -> h.Element:
    return h.table(".res-table")[
        h.caption[caption],
        h.thead[h.tr[[h.th(scope="col")[head] for head in heads]]],
        h.tbody[rows],
    ]


def _row(book: Lesson | Assignment, answered: str) -> h.Element:
    return h.tr[
        h.td[h.a(tongue(language_of(book.file)), href=book.file)[book.title]],
        h.td[book.minutes and str(book.minutes)],
        h.td[answered],
    ]


def _practised(questions: Sequence[str], done: Progress) -> str:
    answered = [done.answers[question] for question in questions if question in done.answers]
    if not answered:
        return _("{n} of {of} answered").format(n=0, of=len(questions))
    right = sum(saved.credit == 1.0 for saved in answered)
    return _("{n} of {of} answered, {right} right").format(n=len(answered), of=len(questions), right=right)


def _answered(one: Assignment, kept: Luggage) -> str:
    given = {*kept.answers.get(one.place, ()), *kept.practice.get(one.place, Progress()).answers}
    return _("{n} of {of} answered").format(n=len(given & set(one.questions)), of=len(one.questions))


def _differing(state: Overview) -> h.Element | None:
    """The choice between answers that were here and those of a file that was brought."""
    if not state.differing:
        return None
    titles = {one.place: one.title for one in state.assignments}
    choices = {"here": _("Those that were here"), "brought": _("Those from the file")}
    return h.fieldset(id="progress-differing")[
        h.legend[_("Some of your answers here differ from those in the file. Which shall stand?")],
        h.ul[
            [
                h.li[
                    ngettext("{title}: {n} answer", "{title}: {n} answers", len(ones)).format(
                        title=titles.get(place, place), n=len(ones)
                    )
                ]
                for place, ones in state.differing.items()
            ]
        ],
        [
            h.label(".res-choice")[
                h.input(
                    type="radio",
                    name="stands",
                    value=value,
                    id=f"progress-{value}",
                    checked=(value == "brought") == state.brought,
                ),
                h.span[said],
            ]
            for value, said in choices.items()
        ],
        h.p(".res-soft")[
            _("You can change this until you close the page. An open assignment shows it when it is reloaded.")
        ],
    ]
