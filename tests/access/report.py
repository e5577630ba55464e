"""The report on access: every look that axe had, page by page, beside what stands and why."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

import htpy as h

from helpers.lessons import read_books
from helpers.resources import assignments_path, lessons_path
from helpers.view.document import document
from tests.access.axe import BUILD, RUNS, Accepted, Look, Mark, answered, judged, line

LESSONS = [book.file.removesuffix(".ipynb") for book in read_books(lessons_path())]
ASSIGNMENTS = [f"assignments/{path.name}/{path.name}" for path in sorted(assignments_path().iterdir()) if path.is_dir()]
#: Every page that has to be looked at, by place; each in the light and in the dark theme.
EXPECTED = {
    "JupyterLab": LESSONS,
    "web edition": [*LESSONS, *ASSIGNMENTS, "while it starts", "without a connection"],
    "book": [*(f"lessons/{name}.html" for name in LESSONS), "index.html", "about.html", "search.html", "404.html"],
    "document": [
        *("feedback", "class report", "access report"),
        *(f"{sheet} {name}" for sheet in ("hand-out", "answers") for name in LESSONS),
    ],
}


def looks() -> list[Look]:
    """What was noted since the last :func:`clear`, in order."""
    lines = (line for path in sorted(RUNS.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return sorted((Look(**json.loads(line)) for line in lines), key=_order)


def _order(look: Look) -> tuple[str, str, str, int, str]:
    return look.place, look.page, look.theme, look.width, look.part


def clear() -> None:
    """Forget what was noted before."""
    for path in RUNS.glob("*.jsonl"):
        path.unlink()


def problems(seen: Sequence[Look], listed: Sequence[Accepted]) -> Iterator[str]:
    """What is wrong: findings nobody accepted, accepted ones that are no more, and pages that were not looked at."""
    used: set[tuple[str, Mark]] = set()
    for look in seen:
        for one in look.findings:
            used |= {(entry.where, mark) for entry in listed if (mark := entry.mark(look.place, one))}
            if not answered(look.place, one, listed):
                yield f"{look.place}: {look.page} ({look.theme}, {look.width} px): {line(one)}"
    for entry in listed:
        for mark in entry.marks:
            if (entry.where, mark) not in used:
                yield f"access.toml: {entry.where}: {mark.rule} on {mark.part} is found no more; take it out"
    there = {(look.place, look.page, look.theme) for look in seen}
    for place, pages in EXPECTED.items():
        for page in pages:
            for theme in ("light", "dark"):
                if (place, page, theme) not in there:
                    yield f"{place}: {page} ({theme}): not looked at"


def write(seen: Sequence[Look], listed: Sequence[Accepted]) -> h.Element:
    """Write ``axe.json`` and ``report.html`` into ``build/access``; gives the page."""
    page = document("Access: what axe found", _page(seen, listed))
    BUILD.mkdir(parents=True, exist_ok=True)
    (BUILD / "axe.json").write_text(json.dumps([asdict(look) for look in seen], indent=1) + "\n", "utf-8")
    (BUILD / "report.html").write_text(str(page), "utf-8")
    return page


def _page(seen: Sequence[Look], listed: Sequence[Accepted]) -> h.Element:
    wrong = list(problems(seen, listed))
    pages = {(look.place, look.page) for look in seen}
    version = ", ".join(sorted({look.version for look in seen}))
    return h.main[
        h.h1["Access: what axe found"],
        h.p[
            f"axe-core {version} looked {len(seen)} times at {len(pages)} pages, by the rules of WCAG 2.2 up to level "
            "AA and by those that its authors hold for good practice."
        ],
        h.h2["What is wrong"],
        h.ul[(h.li[one] for one in wrong)] if wrong else h.p["Nothing."],
        h.h2["What stands, and why"],
        [_entry(entry, seen) for entry in listed],
        h.h2["Where axe cannot tell, and a person has looked"],
        h.ul[(h.li[f"{one.rule}, {one.reason}: {one.why}"] for one in judged())],
        [_place(place, list(group)) for place, group in groupby(seen, key=lambda look: look.place)],
    ]


def _entry(entry: Accepted, seen: Sequence[Look]) -> h.Element:
    counts = Counter(mark for look in seen for one in look.findings if (mark := entry.mark(look.place, one)))
    return h.section[
        h.h3[entry.where],
        h.p[entry.what],
        h.p["Why: ", entry.why],
        h.p["It comes from ", entry.whose, "."] if entry.whose else None,
        h.ul[(h.li[f"{mark.rule}, {mark.impact}, on {mark.part}: {counts[mark]} times"] for mark in entry.marks)],
    ]


def _place(place: str, seen: Sequence[Look]) -> h.Element:
    return h.section[
        h.h2[place],
        h.div(".res-scroll", role="region", tabindex="0", aria_label=place)[
            h.table(".res-table")[
                h.thead[
                    h.tr[(h.th(scope="col")[name] for name in ("Page", "Part", "Theme", "Width", "Held", "Found"))]
                ],
                h.tbody[(_row(look) for look in seen)],
            ]
        ],
    ]


def _row(look: Look) -> h.Element:
    found = Counter((one["rule"], one["impact"]) for one in look.findings)
    told = "; ".join(f"{rule} ({impact}): {count}" for (rule, impact), count in sorted(found.items()))
    cells = (look.part, look.theme, str(look.width), str(look.held), told or "nothing")
    return h.tr[h.th(scope="row")[look.page], (h.td[cell] for cell in cells)]
