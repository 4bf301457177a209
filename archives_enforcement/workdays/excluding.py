"""扣除期间: days that do not run, each counted once however the periods overlap; plain data."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from archives_enforcement.workdays.arithmetic import DAY, IsWorkday


class Period(NamedTuple):
    """From the first to the last day, both included."""

    first: date
    last: date

    def covers(self, day: date) -> bool:
        return self.first <= day <= self.last


def days_of(periods: Iterable[Period]) -> set[date]:
    """Every day that lies in at least one of the periods."""
    found: set[date] = set()
    for first, last in periods:
        found.update(first + DAY * step for step in range((last - first).days + 1))
    return found


def every_day(day: date) -> bool:
    """What counts in a term of days, months or years."""
    return True


def owed(start: date, last: date, excluded: set[date], counts: IsWorkday = every_day) -> int:
    """How many days of the term after `start` up to `last` do not run."""
    return sum(start < day <= last and counts(day) for day in excluded)


def resume(start: date, last: date, excluded: set[date], counts: IsWorkday = every_day) -> date:
    """The last day of a term that would end on `last`, when `excluded` days do not run.

    The days that were left out are made up for one by one after `last`; a day that is itself
    excluded, or does not count in the unit of the term, makes up for nothing.
    """
    left, day = owed(start, last, excluded, counts), last
    while left:
        day += DAY
        left -= counts(day) and day not in excluded
    return day
