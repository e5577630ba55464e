"""Choosing a day in the life of the Convention: from a list, or typed."""

from __future__ import annotations

import datetime

import htpy as h

from helpers.errors import CourseError
from helpers.language import N_, _
from helpers.quiz.entries import read_date
from helpers.resolution.dates import said
from helpers.treaty import DATA_END, OPENED
from helpers.view.controls import picker
from helpers.written import day_said, said_day

#: Days worth a look, and why.
KNOWN = {
    OPENED: N_("opened for signature"),
    datetime.date(1997, 12, 12): N_("resolution 52/115"),
    datetime.date(1998, 12, 9): N_("resolution 53/137"),
    datetime.date(2003, 3, 13): N_("the day before the twentieth"),
    datetime.date(2003, 3, 14): N_("the twentieth instrument"),
    datetime.date(2003, 7, 1): N_("the Convention enters into force"),
    datetime.date(2003, 10, 1): N_("it binds Mali, too"),
    DATA_END: N_("the data end"),
}


def read_day(typed: str) -> datetime.date:
    """The day that somebody typed, in English or in the language of the page.

    Raises
    ------
    CourseError
        It is no day of any calendar, or not written as one.

    Examples
    --------
    >>> print(read_day("14 March 2003"), read_day("2003-03-14"))
    2003-03-14 2003-03-14
    >>> read_day("31 June 2003")
    Traceback (most recent call last):
    ...
    helpers.errors.CourseError: ‘31 June 2003’ is not a day; write one as in 14 March 2003
    """
    day = read_date(typed) or day_said(typed)
    if day is None:
        message = _("‘{words}’ is not a day; write one as in {day}")
        raise CourseError(message.format(words=typed.strip()[:40], day=said_day(datetime.date(2003, 3, 14))))
    return day


def day_controls(prefix: str, day: datetime.date) -> h.Element:
    """A list of known days and a field to type another; both send the event ``day``.

    Examples
    --------
    >>> str(day_controls("clock", OPENED)).count("<label")
    2
    """
    known = {said(one): _("{day} — {what}").format(day=said_day(one), what=_(why)) for one, why in KNOWN.items()}
    known.setdefault(said(day), _("{day} — your own").format(day=said_day(day)))
    return h.div(".res-row")[
        picker(_("Choose a day"), known, said(day), name="day", id=f"{prefix}-known"),
        h.label(for_=f"{prefix}-day")[_("or type one")],
        h.input(type="text", name="day", id=f"{prefix}-day", value=said_day(day), size="18", autocomplete="off"),
    ]


def beyond(day: datetime.date) -> str:
    """What to say of a day outside the time that the data cover; empty within it.

    Examples
    --------
    >>> beyond(datetime.date(2030, 1, 1))
    'The data end on 3 February 2026: later steps are not counted here.'
    """
    if day > DATA_END:
        return _("The data end on {day}: later steps are not counted here.").format(day=said_day(DATA_END))
    if day < OPENED:
        message = _("The Convention was opened for signature on {day}: before that day no State could take a step.")
        return message.format(day=said_day(OPENED))
    return ""
