"""``make words``: collect every message of the helpers and of their tables, and bring the catalogues up to date.

``python -m tests.language.words de`` begins a language. What is written depends on the words alone: no day, no line
number, no guess at a translation. Babel is a tool of the maintainer; the course itself reads catalogues with gettext.
"""

from __future__ import annotations

import datetime
import io
import json
import sys
from copy import deepcopy
from functools import cache
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_file
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from helpers.errors import CourseError
from helpers.language import LOCALE
from helpers.resources import checkout, read_table

POT = LOCALE / "course.pot"
_CALLS = {"_": None, "N_": None, "ngettext": (1, 2)}
#: These tell when, by whom and with what a file was made: they would change it each time.
_RESTLESS = (
    *("Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date"),
    *("Last-Translator", "Language-Team", "Generated-By"),
)
_ANY_DAY = datetime.datetime(2000, 1, 1, tzinfo=datetime.UTC)
_HEAD = "Words of the course on resolution 53/137.\nCONTRIBUTING.md tells how to translate them."


@cache
def template() -> Catalog:
    """Every message: those in the code, file by file, then those in the tables, column by column."""
    catalog = Catalog(header_comment=_commented(_HEAD), fuzzy=False)
    root = checkout()
    for path in sorted((root / "helpers").rglob("*.py")):
        for _line, message, comments, _context in extract_from_file("python", path, _CALLS, ("Translators:",)):
            place = path.relative_to(root).as_posix()
            catalog.add(message, locations=[(place, 0)], auto_comments=comments)
    for table, column in translatable():
        for row in read_table(table):
            if row[column]:
                catalog.add(row[column], locations=[(f"data/{table}", 0)], auto_comments=[f"column {column}"])
    return catalog


def translatable() -> list[tuple[str, str]]:
    """The columns of tables that hold words for readers, as data/datapackage.json says."""
    package = json.loads((checkout() / "data/datapackage.json").read_text("utf-8"))
    return [
        (resource["path"], field["name"])
        for resource in package["resources"]
        for field in resource.get("schema", {}).get("fields", [])
        if field.get("translatable")
    ]


def of_the_interface(message: Message) -> bool:
    """Whether a message stands in the code; the other ones stand in tables."""
    return any(place.startswith("helpers/") for place, _line in message.locations)


def source(code: str) -> Path:
    """Where translators write a language."""
    return LOCALE / code / "LC_MESSAGES/course.po"


def codes() -> list[str]:
    """The languages that somebody has begun."""
    return sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/course.po"))


def catalogue(code: str) -> Catalog:
    """A language with exactly the messages of today; what is translated stays, nothing is guessed."""
    if source(code).exists():
        found = read_po(io.BytesIO(source(code).read_bytes()), locale=code)
    else:
        found = Catalog(locale=code, header_comment=_commented(_HEAD))
    found.fuzzy = False
    found.update(deepcopy(template()), no_fuzzy_matching=True)  # it takes new messages over, not copies of them
    found.obsolete.clear()
    return found


def po(catalog: Catalog) -> bytes:
    """A catalogue as translators read it."""
    written = io.BytesIO()
    write_po(written, catalog, width=120, include_lineno=False, sort_by_file=True)
    lines = written.getvalue().decode("utf-8").splitlines(keepends=True)
    return "".join(line for line in lines if not line.startswith(tuple(f'"{name}' for name in _RESTLESS))).encode()


def mo(catalog: Catalog) -> bytes:
    """The same as gettext reads it; what is not translated is left out, so that it falls back to English."""
    told = Catalog(locale=catalog.locale, fuzzy=False)
    told.creation_date = told.revision_date = _ANY_DAY
    for message in catalog:
        if message.id and not message.fuzzy and all(_strings(message)):
            told.add(message.id, message.string)
    written = io.BytesIO()
    write_mo(written, told)
    return written.getvalue()


def missing(catalog: Catalog) -> list[Message]:
    """The messages without a translation, or with one that nobody has confirmed."""
    return [message for message in catalog if message.id and (message.fuzzy or not all(_strings(message)))]


def _strings(message: Message) -> tuple[str, ...]:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def _commented(text: str) -> str:
    return "\n".join(f"# {line}" for line in text.splitlines())


def main(begun: list[str]) -> None:
    """Write the template, and each language's two files."""
    POT.parent.mkdir(exist_ok=True)
    POT.write_bytes(po(template()))
    for code in sorted({*codes(), *begun}):
        found = catalogue(code)
        source(code).parent.mkdir(parents=True, exist_ok=True)
        source(code).write_bytes(po(found))
        source(code).with_suffix(".mo").write_bytes(mo(found))
        left = missing(found)
        code_left = sum(map(of_the_interface, left))
        print(f"{code}: {len(found) - len(left)} of {len(found)} messages; missing: {code_left} in the code, ", end="")
        print(f"{len(left) - code_left} in tables")


if __name__ == "__main__":
    try:
        main(sys.argv[1:])
    except (CourseError, ValueError) as problem:
        sys.exit(f"words: {problem}")
