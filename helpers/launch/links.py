"""Where each lesson and assignment opens: on Binder, in the web edition, in a class's hub. Written here, once."""

from __future__ import annotations

import csv
import io
import re
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from helpers.errors import CourseError
from helpers.language import _
from helpers.notebooks import FIRST
from helpers.quiz.catalog import assignments, lessons

#: Where Binder is asked for a repository, by the place that keeps it.
BINDER = {
    "github.com": "https://mybinder.org/v2/gh/{path}/{branch}",
    "gitlab.com": "https://mybinder.org/v2/gl/{path}/{branch}",
}
BADGE = "https://mybinder.org/badge_logo.svg"
#: Where a Jupyter server opens one notebook and nothing else; Binder and hubs take it after their own address.
OPENS = "doc/tree/{file}"
HUB = "hub/user-redirect/{opens}"
#: The web edition: a lesson to be read, and any notebook to be used.
PAGE = "lessons/{name}.html"
LIVE = "live/specta/index.html?path={file}"

_NAMED = re.compile(
    rf"""(?: (?: https?:// (?:[^@/\s]+@)? | ssh://git@ | git@ ) (?P<host>{"|".join(map(re.escape, BINDER))}) [/:] )?
    (?P<path> [\w.-]+ (?: / [\w.-]+? )+ ) (?: \.git )? /?""",
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Repository:
    """A public repository: the host that keeps it, and ``OWNER/NAME`` there."""

    host: str
    path: str


@dataclass(frozen=True, slots=True)
class Link:
    """Where one notebook opens; an address is empty where the course is not offered in that way.

    ``kind`` is ``"lesson"``, ``"assignment"`` or ``"self-study"``.
    """

    kind: str
    title: str
    file: str
    binder: str = ""
    page: str = ""
    live: str = ""
    hub: str = ""


def repository(words: str) -> Repository:
    """A repository as people name it.

    Parameters
    ----------
    words : str
        ``OWNER/NAME`` on GitHub, or an address of it on GitHub or GitLab, as git or a browser writes it.

    Raises
    ------
    CourseError
        If it is neither.

    Examples
    --------
    >>> repository("un-course/resolution")
    Repository(host='github.com', path='un-course/resolution')
    >>> repository("git@gitlab.com:school/law/resolution.git")
    Repository(host='gitlab.com', path='school/law/resolution')
    >>> repository("https://example.org/a/b")
    Traceback (most recent call last):
    ...
    helpers.errors.CourseError: 'https://example.org/a/b' is no repository on GitHub or GitLab; give OWNER/NAME or ...
    """
    found = _NAMED.fullmatch(words)
    host = (found["host"] or "github.com") if found else ""
    if not found or (host == "github.com" and found["path"].count("/") != 1):
        message = _("{words} is no repository on GitHub or GitLab; give OWNER/NAME or its address with --repository")
        raise CourseError(message.format(words=repr(words)))
    return Repository(host, found["path"])


def origin(folder: Path) -> Repository | None:
    """The repository that a checkout was cloned from, if it is on GitHub or GitLab."""
    try:
        asked = subprocess.run(
            ["git", "-C", str(folder), "remote", "get-url", "origin"], capture_output=True, text=True, timeout=10
        )
        return repository(asked.stdout.strip()) if asked.returncode == 0 else None
    except (OSError, subprocess.TimeoutExpired, CourseError):
        return None


def binder(found: Repository, branch: str, file: str = "") -> str:
    """Where Binder starts the course; without a file at lesson 0.

    Examples
    --------
    >>> binder(Repository("github.com", "a/b"), "HEAD", "01_masthead.ipynb")
    'https://mybinder.org/v2/gh/a/b/HEAD?urlpath=doc%2Ftree%2F01_masthead.ipynb'
    >>> binder(Repository("gitlab.com", "a/b/c"), "main")
    'https://mybinder.org/v2/gl/a%2Fb%2Fc/main'
    """
    path = found.path if found.host == "github.com" else quote(found.path, safe="")
    address = BINDER[found.host].format(path=path, branch=quote(branch, safe=""))
    return f"{address}?urlpath={quote(OPENS.format(file=file), safe='')}" if file else address


def badge(found: Repository, branch: str) -> str:
    """Binder's own button as Markdown, for a README."""
    says = _("Open in Binder")
    return f"[![{says}]({BADGE})]({binder(found, branch)})"


def links(
    folder: Path, found: Repository | None = None, branch: str = "HEAD", web: str = "", hub: str = ""
) -> tuple[Link, ...]:
    """Where every lesson and every assignment of a learner's folder opens.

    Parameters
    ----------
    folder : Path
        A folder with lessons and assignments, as :func:`helpers.launch.prepare` makes it.
    found : Repository, optional
        For the addresses on Binder.
    branch : str
        A branch, tag or commit of it.
    web : str
        Where the web edition stands.
    hub : str
        Where a class's JupyterHub stands.
    """
    rows = [("lesson", lesson.title, lesson.file) for lesson in lessons(folder)]
    first = (folder / FIRST).read_text("utf-8")
    for work in sorted(assignments(folder), key=lambda work: _rank(work.place, first)):
        shelf = work.place.partition("/")[0]
        rows.append(("self-study" if shelf == "self-study" else "assignment", work.title, work.file))
    return tuple(
        Link(
            kind,
            title,
            file,
            binder=binder(found, branch, file) if found else "",
            page=_under(web, PAGE.format(name=Path(file).stem)) if kind == "lesson" else "",
            live=_under(web, LIVE.format(file=quote(file))),
            # A hub hands no keys out: its folder is the class's.
            hub=_under(hub, HUB.format(opens=OPENS.format(file=quote(file)))) if kind != "self-study" else "",
        )
        for kind, title, file in rows
    )


def _rank(place: str, first: str) -> tuple[str, int]:
    """The order in which lesson 0 names the assignments; those that it does not name come first."""
    shelf, _slash, name = place.partition("/")
    return shelf, first.find(f"assignments/{name}/")


def _under(address: str, path: str) -> str:
    return f"{address.rstrip('/')}/{path}" if address else ""


def as_table(found: Iterable[Link]) -> str:
    """The links as a table in Markdown, with a column for each way that is offered.

    Examples
    --------
    >>> print(as_table([Link("lesson", "1. The [first]", "01_a.ipynb", binder="https://b/", page="https://w/")]))
    | lesson or assignment | Binder | to read |
    |---|---|---|
    | 1. The \\[first\\] | [Open](https://b/) | [Open](https://w/) |
    """
    rows = list(found)
    columns = {"binder": _("Binder"), "page": _("to read"), "live": _("in the browser"), "hub": _("the class's hub")}
    offered = [name for name in columns if any(getattr(row, name) for row in rows)]
    lines = [[_("lesson or assignment"), *(columns[name] for name in offered)]]
    opens = _("Open")
    for row in rows:
        cells = [f"[{opens}]({address})" if (address := getattr(row, name)) else "–" for name in offered]
        lines.append([_titled(row), *cells])
    head, *body = [f"| {' | '.join(line)} |" for line in lines]
    return "\n".join([head, "|---" * (len(offered) + 1) + "|", *body])


def _titled(row: Link) -> str:
    title = re.sub(r"([\\`*_\[\]|<>])", r"\\\1", row.title)
    return _("{title} (study alone)").format(title=title) if row.kind == "self-study" else title


def as_csv(found: Iterable[Link]) -> str:
    """The links as a table for a spreadsheet, every column named and there.

    Examples
    --------
    >>> print(as_csv([Link("lesson", "1. The masthead", "01_masthead.ipynb", hub="https://h/")]))
    kind,title,file,binder,page,live,hub
    lesson,1. The masthead,01_masthead.ipynb,,,,https://h/
    <BLANKLINE>
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(Link.__slots__)
    writer.writerows([getattr(row, name) for name in Link.__slots__] for row in found)
    return text.getvalue()
