"""Holidays, time limits with their local settings, and the clocks started under them."""

from archives_enforcement.workdays.models.changes import Exclusion, Extension
from archives_enforcement.workdays.models.deadlines import Deadline
from archives_enforcement.workdays.models.holidays import Holiday
from archives_enforcement.workdays.models.limits import Bound, LocalTerm, TimeLimit

__all__ = ["Bound", "Deadline", "Exclusion", "Extension", "Holiday", "LocalTerm", "TimeLimit"]
