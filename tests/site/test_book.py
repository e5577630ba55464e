"""The book as files: every lesson is there, nothing points outside, no link is dead, no key is in it."""

from __future__ import annotations

import filecmp
import importlib.util
import json
import re
import shutil
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

from helpers.errors import CourseError
from helpers.grading.source import read_assignment
from helpers.lessons import read_books, read_translations
from helpers.resolution import load
from helpers.resources import assignments_path, lessons_path, teaching_path
from helpers.site import pages
from helpers.site.book import build_book
from helpers.site.reading import Live

LESSONS = (*read_books(lessons_path()), *read_translations(lessons_path()))
BOOKS = {book.file.removesuffix(".ipynb"): book for book in LESSONS}
#: A word of each lesson that a reader might look for, as it stands there.
WORDS = {
    "00_start_here": "beliefs",
    "01_masthead": "distribution",
    "02_anatomy": "semicolons",
    "03_foundations": "accession",
    "04_labour_and_the_gap": "labour",
    "05_people_on_the_move": "stock",
    "06_vienna_tolerance_racism": "xenophobia",
    "07_the_convention": "article",
    "08_concern_welcome_call": "ladder",
    "09_promotion": "campaign",
    "10_follow_up": "cycle",
    "11_sources": "citation",
    "12_entry_into_force": "threshold",
    "13_drafting_lab": "handbook",
}


class _Reader(HTMLParser):
    """What a page links, shows and says."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_data(self, data: str) -> None:
        self.text.append(data)


@cache
def page(path: Path) -> _Reader:
    reader = _Reader()
    reader.feed(path.read_text("utf-8"))
    return reader


def words(path: Path) -> str:
    return " ".join("".join(page(path).text).split())


def text_of(html: str) -> str:
    reader = _Reader()
    reader.feed(html)
    return " ".join("".join(reader.text).split())


def every(book: Path) -> Iterator[tuple[Path, str, dict[str, str]]]:
    """Each element of each page."""
    for path in sorted(book.rglob("*.html")):
        for tag, attrs in page(path).tags:
            yield path, tag, attrs


def test_every_lesson_is_a_page(book: Path) -> None:
    for name, lesson in BOOKS.items():
        path = book / "lessons" / f"{name}.html"
        assert f">{lesson.title}</h1>" in path.read_text("utf-8")
        for heading in re.findall(r"^## (.+)$", lesson.text, re.MULTILINE):
            assert re.sub(r"[*_`]", "", heading) in words(path)


def test_no_code_and_no_empty_box_is_left(book: Path) -> None:
    for path in (book / "lessons").glob("*.html"):
        html = path.read_text("utf-8")
        assert "from helpers import" not in html
        assert "cell_input" not in html
        assert re.search(r'class="output[^"]*">\s*</div>', html) is None


def test_each_lesson_begins_with_one_way_to_work_live(book: Path) -> None:
    for path in (book / "lessons").glob("*.html"):
        html = path.read_text("utf-8")
        link = f'<a class="res-button" href="../live/specta/index.html?path={path.stem}.ipynb">'
        assert html.count(link) == 1
        assert html.index("</h1>") < html.index(link) < html.index("<h2>")
        assert ("28 Mo" if ".fr." in path.name else "28 MB") in words(path)


def test_what_the_first_visit_loads_is_said_only_if_it_is_known(tmp_path: Path) -> None:
    build_book(lessons_path(), tmp_path)
    assert " MB" not in words(tmp_path / "lessons" / "12_entry_into_force.html")
    assert "The live lessons load everything from the site" in words(tmp_path / "about.html")


def test_nothing_is_loaded_from_elsewhere(book: Path) -> None:
    """A reader may follow a link out of the book; no page takes anything from there by itself."""
    for path, tag, attrs in every(book):
        loaded = [attrs.get(name, "") for name in ("src", "srcset", "data", "action", "poster", "xlink:href")]
        loaded += [attrs.get("href", "")] if tag != "a" else []
        loaded += re.findall(r"url\(([^)]*)\)", attrs.get("style", ""))
        for address in loaded:
            assert not re.match(r"\s*['\"]?(https?:|//)", address), f"{path.name}: {address}"
    for path in book.rglob("*.css"):
        assert not re.search(r"@import|url\(\s*['\"]?(https?:|//)", path.read_text("utf-8")), path.name


def test_the_book_works_in_a_folder_of_a_site(book: Path) -> None:
    """No address starts at the top of the host."""
    for path, _, attrs in every(book):
        for name in ("href", "src", "action"):
            assert not attrs.get(name, "").startswith("/"), f"{path.name}: {attrs[name]}"


def test_every_link_leads_somewhere(book: Path) -> None:
    """To a page of the book and a place on it, or to a notebook that the live edition has."""
    names = [path.name for path in assignments_path().iterdir()]
    notebooks = {f"{name}.ipynb" for name in BOOKS} | {f"assignments/{name}/{name}.ipynb" for name in names}
    seen = 0
    for path, _, attrs in every(book):
        address = urlsplit(attrs.get("href", attrs.get("src", "")))
        if address.scheme or path.name == "404.html" or not (address.path or address.fragment):
            continue
        target = (path.parent / unquote(address.path)).resolve() if address.path else path
        seen += 1
        if target.is_relative_to(book / "live"):
            (notebook,) = parse_qs(address.query)["path"]
            assert notebook in notebooks, f"{path.name}: {notebook}"
            continue
        assert target.is_file(), f"{path.relative_to(book)}: {address.geturl()}"
        if address.fragment:
            places = {found["id"] for _, found in page(target).tags if "id" in found}
            assert unquote(address.fragment) in places, f"{path.relative_to(book)}: {address.geturl()}"
    assert seen > 1000


def test_every_picture_says_in_words_what_it_shows(book: Path) -> None:
    pictures = [attrs for _, tag, attrs in every(book) if tag == "img"]
    assert len(pictures) >= 8
    assert all(len(attrs["alt"]) >= 40 for attrs in pictures)


def test_the_language_of_each_page_and_of_each_quotation_is_marked(book: Path) -> None:
    for path, tag, attrs in every(book):
        if tag == "html":
            assert attrs["lang"] == ("fr" if ".fr." in path.name else "en")
        if tag == "blockquote":
            assert attrs.get("lang") == "en" or path.name == "404.html", path.name


def test_a_translated_lesson_is_a_page_and_each_leads_to_the_other(book: Path) -> None:
    """On the page in French the frame of the book is still English, and says so."""

    def languages(name: str) -> dict[str, str | None]:
        return {attrs["href"]: attrs.get("lang") for tag, attrs in page(book / name).tags if tag == "a"}

    french = page(book / "lessons/00_start_here.fr.html").tags
    frame = {tag: attrs.get("lang") for tag, attrs in french if tag in ("header", "footer", "details")}
    assert frame == {"header": "en", "details": "en", "footer": "en"}
    assert languages("lessons/00_start_here.fr.html")["00_start_here.html"] == "en"
    assert languages("lessons/00_start_here.html")["00_start_here.fr.html"] == "fr"
    assert languages("index.html")["lessons/00_start_here.fr.html"] == "fr"


@pytest.mark.parametrize(("lesson", "word"), WORDS.items())
def test_the_search_finds_a_word_of_each_lesson(book: Path, lesson: str, word: str) -> None:
    """The index keeps stems: what stands there is a beginning of the word, or the word."""
    script = (book / "searchindex.js").read_text("utf-8")
    index = json.loads(script.removeprefix("Search.setIndex(").rstrip().removesuffix(")"))
    number = index["docnames"].index(f"lessons/{lesson}")
    found = [*index["terms"].items(), *index["titleterms"].items()]
    stems = {stem for stem, where in found if number in (where if isinstance(where, list) else [where])}
    assert any(word.startswith(stem) and len(stem) >= len(word) - 3 for stem in stems)


def test_the_table_of_words_knows_every_lesson() -> None:
    assert [book.file.removesuffix(".ipynb") for book in read_books(lessons_path())] == list(WORDS)


def test_no_key_is_in_the_book(book: Path) -> None:
    """Neither a reason of a question, practised or graded, nor the place where answers fold out.

    What a lesson or an explorer explains in the same words is no key.
    """
    others = [cell for lesson in BOOKS.values() for cell in lesson.cells if not cell.asked]
    taught = " ".join(text_of(re.sub("[*`]", "", cell.source) if cell.is_prose else cell.html) for cell in others)
    asked = [cell.asked.key for lesson in BOOKS.values() for cell in lesson.code if cell.asked]
    sources = [read_assignment(path).notebooks for path in assignments_path().iterdir() if path.is_dir()]
    asked += [item.key for notebooks in sources for notebook in notebooks for item in notebook.questions]
    reasons = {why for key in asked if key for why in key.why.values() if len(why) > 30 and why not in taught}
    reasons.remove("PP6 names “individuals or groups”.")  # a plan warns teachers in the same words
    assert len(reasons) > 500
    said = {path.relative_to(book): words(path) for path in book.rglob("*.html")}
    said[Path("searchindex.js")] = (book / "searchindex.js").read_text("utf-8")
    for path, text in said.items():
        assert "The answer, and why" not in text
        assert [why for why in reasons if why in text] == [], path


def test_nothing_of_a_notebook_is_copied(book: Path) -> None:
    assert [path.name for path in book.rglob("*") if path.suffix in {".ipynb", ".md", ".txt", ".pickle"}] == []


def test_the_whole_resolution_stands_on_a_page_word_for_word(book: Path) -> None:
    text = words(book / "text.html")
    places = {attrs.get("id") for _, attrs in page(book / "text.html").tags}
    for element in load("A/RES/53/137").elements:
        assert " ".join(element.text.split()) in text
        assert element.id in places


def test_the_first_page_names_every_lesson_assignment_and_way(book: Path) -> None:
    text = words(book / "index.html")
    for lesson in BOOKS.values():
        assert lesson.title in text
    assert "12. Entry into force, 40 minutes · work live" in text
    assert "test what one State more or one day earlier would have changed" in text
    titles = ["the lines above the text", "the reasons of the preamble", "what the resolution does"]
    titles += ["from the text to its sources", "entry into force", "the capstone"]
    places = [text.index(f"{title}, about ") for title in titles]
    assert places == sorted(places)


def test_the_teachers_pack_is_in_the_book(book: Path) -> None:
    for source in teaching_path().rglob("*.md"):
        name = source.relative_to(teaching_path()).with_suffix(".html").as_posix().replace("README", "index")
        assert source.read_text("utf-8").splitlines()[0].removeprefix("# ") in words(book / "teaching" / name)


def test_what_hosts_look_for_is_there(book: Path) -> None:
    assert (book / ".nojekyll").read_bytes() == b""
    assert "Referrer-Policy: no-referrer" in (book / "_headers").read_text("utf-8")


def test_the_page_for_a_wrong_address_needs_nothing_beside_it(book: Path) -> None:
    """It is shown at any depth, so its style stands in it; where it offers pages, they exist."""
    tags = page(book / "404.html").tags
    assert [attrs for tag, attrs in tags if tag in ("script", "img") and "src" in attrs] == []
    assert [attrs["href"] for tag, attrs in tags if tag == "link"] == ["data:,"]
    offered = [attrs["data-page"] for _, attrs in tags if "data-page" in attrs]
    assert offered == ["index.html", "text.html", "search.html"]
    assert all((book / name).is_file() for name in offered)


def test_two_builds_are_the_same_byte_for_byte(book: Path, lessons: Path, tmp_path: Path) -> None:
    build_book(lessons, tmp_path, megabytes=28)
    names = sorted(path.relative_to(book).as_posix() for path in book.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())
    assert filecmp.cmpfiles(book, tmp_path, names, shallow=False)[1:] == ([], [])


def test_a_dead_link_stops_the_book_with_one_line_and_leaves_the_old_one(tmp_path: Path) -> None:
    broken, out = tmp_path / "lessons", tmp_path / "book"
    shutil.copytree(lessons_path(), broken)
    lesson = broken / "09_promotion.ipynb"
    lesson.write_text(lesson.read_text("utf-8").replace("(10_follow_up.ipynb)", "(10_nowhere.ipynb)"), "utf-8")
    out.mkdir()
    (out / "index.html").write_text("the old book", "utf-8")
    with pytest.raises(CourseError, match=r"09_promotion\.ipynb.*10_nowhere") as stopped:
        build_book(broken, out)
    assert "\n" not in str(stopped.value)
    assert [path.read_text("utf-8") for path in out.iterdir()] == ["the old book"]


def test_without_sphinx_it_is_said_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    with pytest.raises(
        CourseError, match=r'Sphinx is not installed here; run: pip install "resolution-53-137\[site\]"'
    ):
        build_book(lessons_path(), tmp_path)


@pytest.mark.parametrize(
    ("table", "shown"),
    [
        (None, "No open finding is known."),
        ('[[finding]]\nwhere = "Lesson 5"\nwhat = "The table is wide."\n', "- Lesson 5: The table is wide."),
    ],
)
def test_what_is_not_yet_mended_is_said(tmp_path: Path, table: str | None, shown: str) -> None:
    path = tmp_path / "access.toml"
    if table:
        path.write_text(table, "utf-8")
    assert pages.about("$findings", Live(""), path).endswith(shown)


@pytest.mark.parametrize("table", ["[[finding]]\nwhere = 'Lesson 5'\n", "finding = 3\n", "[[", "\xff"])
def test_a_table_of_findings_that_cannot_be_read_is_named(tmp_path: Path, table: str) -> None:
    path = tmp_path / "access.toml"
    path.write_text(table, "latin-1")
    with pytest.raises(CourseError, match=r"access\.toml cannot be read"):
        pages.about("$findings", Live(""), path)


def test_an_edition_that_loads_python_from_elsewhere_says_so(tmp_path: Path) -> None:
    assert "servers of its publisher" in pages.about("$python", Live("", cdn=True), tmp_path / "none")
