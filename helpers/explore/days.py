"""Choosing a day in the life of the Convention: from a list, or typed."""

from __future__ import annotations

import datetime

import htpy as h

from helpers.errors import CourseError
from helpers.quiz.entries import read_date
from helpers.resolution.dates import said
from helpers.treaty import DATA_END, OPENED
from helpers.view.controls import picker

#: Days worth a look, and why.
KNOWN = {
    OPENED: "opened for signature",
    datetime.date(1997, 12, 12): "resolution 52/115",
    datetime.date(1998, 12, 9): "resolution 53/137",
    datetime.date(2003, 3, 13): "the day before the twentieth",
    datetime.date(2003, 3, 14): "the twentieth instrument",
    datetime.date(2003, 7, 1): "the Convention enters into force",
    datetime.date(2003, 10, 1): "it binds Mali, too",
    DATA_END: "the data end",
}


def read_day(typed: str) -> datetime.date:
    """The day that somebody typed.

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
    day = read_date(typed)
    if day is None:
        raise CourseError(f"‘{typed.strip()[:40]}’ is not a day; write one as in {said(datetime.date(2003, 3, 14))}")
    return day


def day_controls(prefix: str, day: datetime.date) -> h.Element:
    """A list of known days and a field to type another; both send the event ``day``.

    Examples
    --------
    >>> str(day_controls("clock", OPENED)).count("<label")
    2
    """
    known = {said(one): f"{said(one)} — {why}" for one, why in KNOWN.items()}
    known.setdefault(said(day), f"{said(day)} — your own")
    return h.div(".res-row")[
        picker("Choose a day", known, said(day), name="day", id=f"{prefix}-known"),
        h.label(for_=f"{prefix}-day")["or type one"],
        h.input(type="text", name="day", id=f"{prefix}-day", value=said(day), size="18", autocomplete="off"),
    ]


def beyond(day: datetime.date) -> str:
    """What to say of a day outside the time that the data cover; empty within it.

    Examples
    --------
    >>> beyond(datetime.date(2030, 1, 1))
    'The data end on 3 February 2026: later steps are not counted here.'
    """
    if day > DATA_END:
        return f"The data end on {said(DATA_END)}: later steps are not counted here."
    if day < OPENED:
        return f"The Convention was opened for signature on {said(OPENED)}: before that day no State could take a step."
    return ""
