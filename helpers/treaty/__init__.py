"""The Convention as a treaty: who did what when, and from which day it binds whom."""

from helpers.treaty.force import ARTICLE_87, Clause, Count, bound_from, count, entry_into_force, months_after
from helpers.treaty.participants import DATA_END, OPENED, State, UnknownStateError, find, participants
from helpers.treaty.status import Standing, Status, standing, status
from helpers.treaty.suppose import Reckoning, Supposition, reckon, suppose

__all__ = [
    "ARTICLE_87",
    "DATA_END",
    "OPENED",
    "Clause",
    "Count",
    "Reckoning",
    "Standing",
    "State",
    "Status",
    "Supposition",
    "UnknownStateError",
    "bound_from",
    "count",
    "entry_into_force",
    "find",
    "months_after",
    "participants",
    "reckon",
    "standing",
    "status",
    "suppose",
]
