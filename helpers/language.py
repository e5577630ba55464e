"""The words that the helpers show, in the reader's language: one gettext catalogue a language.

English is written in the code and needs no catalogue. ``make words`` collects every message into
``locale/course.pot`` and brings the catalogues up to date; the maintainer's guide tells how to add a language.
"""

from __future__ import annotations

import gettext
import os
import re
from contextlib import suppress
from pathlib import Path

from helpers.errors import CourseError

#: Where the catalogues stand, as gettext wants them: ``<language>/LC_MESSAGES/course.mo``.
LOCALE = Path(__file__).parent / "locale"
#: A language that nobody speaks: every message in brackets, from right to left. It shows what was forgotten.
PSEUDO = "qps"
_RIGHT_TO_LEFT = {"ar", "fa", "he", "ur", PSEUDO}
_VARIABLE = "COURSE_LANGUAGE"


class _Pseudo(gettext.NullTranslations):
    """Each message between brackets that nothing else uses; the English stays legible."""

    def gettext(self, message: str) -> str:
        return f"⟦{message}⟧" if message else message

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


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
    """Speak this language from now on.

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
    global _chosen, _words
    _words, _chosen = _catalogue(code), code


def use_environment() -> None:
    """Speak the language that the variable ``COURSE_LANGUAGE`` names, if it names one.

    Raises
    ------
    CourseError
        If there is no catalogue for it; the language stays what it was.
    """
    if os.environ.get(_VARIABLE):
        use(os.environ[_VARIABLE])


_chosen, _words = "en", gettext.NullTranslations()
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


def direction() -> str:
    """Where its lines run: ``"ltr"`` or ``"rtl"``.

    Examples
    --------
    >>> direction()
    'ltr'
    """
    return "rtl" if _chosen.split("-")[0].split("_")[0] in _RIGHT_TO_LEFT else "ltr"


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
