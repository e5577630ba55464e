"""The words that the helpers show, in the reader's language: one gettext catalogue a language.

English is written in the code and needs no catalogue. ``make words`` collects every message into
``locale/course.pot`` and brings the catalogues up to date; the maintainer's guide tells how to add a language.
"""

from __future__ import annotations

import gettext
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from string import Formatter

from helpers.errors import CourseError

#: Where the catalogues stand, as gettext wants them: ``<language>/LC_MESSAGES/course.mo``.
LOCALE = Path(__file__).parent / "locale"
#: A language that nobody speaks: every message in brackets, from right to left. It shows what was forgotten.
PSEUDO = "qps"
#: Those whose lines run from right to left.
RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", PSEUDO}
_VARIABLE = "COURSE_LANGUAGE"


class _Pseudo(gettext.NullTranslations):
    """Each message's own words between brackets that nothing else uses; the English stays legible.

    What is filled in later stays outside of the brackets: a word that nobody marked shows itself there, too.
    """

    def gettext(self, message: str) -> str:
        try:
            parts = list(Formatter().parse(message))
        except ValueError:  # words of a table, with a lone brace in them
            return f"⟦{message}⟧"
        return "".join(_bracketed(words) + _place(name, spec, turn) for words, name, spec, turn in parts)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def _bracketed(words: str) -> str:
    """The words in brackets; what stands around them stays outside, and figures need none."""
    doubled = words.replace("{", "{{").replace("}", "}}")
    found = re.search(r"\S.*\S|\S", doubled, re.DOTALL) if any(sign.isalpha() for sign in words) else None
    return f"{doubled[: found.start()]}⟦{found[0]}⟧{doubled[found.end() :]}" if found else doubled


def _place(name: str | None, spec: str | None, turn: str | None) -> str:
    """A placeholder as it was written."""
    return "" if name is None else f"{{{name}{f'!{turn}' if turn else ''}{f':{spec}' if spec else ''}}}"


def languages() -> tuple[str, ...]:
    """The languages that the helpers speak, as codes; English first.

    Examples
    --------
    >>> languages()[0]
    'en'
    """
    return ("en", *sorted(path.parent.parent.name for path in LOCALE.glob("*/LC_MESSAGES/course.mo")))


def _catalogue(code: str) -> gettext.NullTranslations:
    if code == "en":
        return gettext.NullTranslations()
    if code == PSEUDO:
        return _Pseudo()
    if not re.fullmatch(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*", code) or code not in languages():
        raise CourseError(
            f"the course does not speak {code[:20]!r}; it speaks {', '.join(languages())} (set in {_VARIABLE} or use())"
        )
    return gettext.translation("course", LOCALE, [code])


def use(code: str) -> None:
    """Speak this language from now on; a notebook in another language than English begins with it.

    What an author writes below is taken to be in it, too.

    Parameters
    ----------
    code : str
        As in :func:`languages`.

    Raises
    ------
    CourseError
        If there is no catalogue for it; the language stays what it was.

    Examples
    --------
    >>> use("xx")
    Traceback (most recent call last):
    ...
    helpers.errors.CourseError: the course does not speak 'xx'; it speaks ...
    """
    global _chosen, _words, _written
    _words = _catalogue(code)
    _chosen = _written = code


@contextmanager
def speaking(code: str) -> Iterator[None]:
    """Speak a language for a while, if there is a catalogue for it; whatever was spoken and written comes back.

    Examples
    --------
    >>> with speaking("xx"):
    ...     language()
    'en'
    """
    global _chosen, _words, _written
    before = _chosen, _words, _written
    use(code if code in languages() else _chosen)
    try:
        yield
    finally:
        _chosen, _words, _written = before


def use_environment() -> None:
    """Speak the language that the variable ``COURSE_LANGUAGE`` names, if it names one.

    What authors write stays in English, unless a notebook says otherwise.

    Raises
    ------
    CourseError
        If there is no catalogue for it; the language stays what it was.
    """
    global _chosen, _words
    if code := os.environ.get(_VARIABLE):
        _words, _chosen = _catalogue(code), code


_chosen = _written = "en"
_words = gettext.NullTranslations()
with suppress(
    CourseError
):  # in a notebook English serves better than an error; the command line asks again and says it
    use_environment()


def language() -> str:
    """The language that is spoken now.

    Examples
    --------
    >>> language()
    'en'
    """
    return _chosen


def written() -> str:
    """The language that the notebook's author writes: of a question's words, say.

    Examples
    --------
    >>> written()
    'en'
    """
    return _written


def direction(code: str | None = None) -> str:
    """Where the lines of a language run, of the spoken one unless another is named: ``"ltr"`` or ``"rtl"``.

    Examples
    --------
    >>> direction(), direction("ar")
    ('ltr', 'rtl')
    """
    return "rtl" if re.split("[-_]", code or _chosen)[0] in RIGHT_TO_LEFT else "ltr"


def _(message: str) -> str:
    """The message in the language that is spoken now; itself where no one has translated it.

    Examples
    --------
    >>> _("{n} of {of} answered").format(n=1, of=2)
    '1 of 2 answered'
    """
    return _words.gettext(message) if message else message


def ngettext(one: str, many: str, n: int) -> str:
    """The form that the language uses for this number.

    Examples
    --------
    >>> ngettext("{n} answer", "{n} answers", 1).format(n=1)
    '1 answer'
    """
    return _words.ngettext(one, many, n)


def N_(message: str) -> str:  # noqa: N802 - gettext's own name for it
    """Mark a message that stands in a constant; ``_()`` translates it where it is shown.

    Examples
    --------
    >>> N_("Preamble")
    'Preamble'
    """
    return message
