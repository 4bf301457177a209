"""The calendar of a month: what is arranged on each day, and on which days nobody works."""

from calendar import Calendar as Weeks
from datetime import date, timedelta
from typing import NamedTuple

from archives_enforcement.workdays import calendar
from inspections.queries import slots
from inspections.queries.usual import Usual, usual

WEEKDAYS = "一二三四五六日"


class Month(NamedTuple):
    year: int
    number: int

    def __str__(self):
        return f"{self.year} 年 {self.number} 月"

    @property
    def first(self) -> date:
        return date(self.year, self.number, 1)

    @property
    def before(self) -> str:
        """The month before, as addresses write it."""
        return f"{self.first - timedelta(days=1):%Y-%m}"

    @property
    def after(self) -> str:
        return f"{self.first + timedelta(days=31):%Y-%m}"


class Day(NamedTuple):
    """One day of the calendar."""

    day: date
    visits: list
    officers: list[str]
    is_workday: bool
    holiday: str  # the holiday it belongs to, whether off or worked instead
    is_usual: bool  # the bureau's usual day, and a working day
    in_month: bool


def weeks(user, month: Month) -> list[list[Day]]:
    """The weeks of a month, Monday first, with the visits `user` may see."""
    days, times = calendar.load(), usual(user.bureau_id)
    grid = Weeks().monthdatescalendar(month.year, month.number)
    by_day = {}
    for visit in slots.arranged(user, grid[0][0], grid[-1][-1]):
        by_day.setdefault(visit.scheduled_on, []).append(visit)
    return [[_day(day, by_day.get(day, []), days, times, month) for day in week] for week in grid]


def _day(day: date, visits: list, days: calendar.Calendar, times: Usual, month: Month) -> Day:
    is_workday = days.is_workday(day)
    return Day(
        day,
        visits,
        slots.load_of(visits).officers,
        is_workday,
        days.off.get(day) or days.work.get(day, ""),
        is_workday and bool(times.sessions(day)),
        day.month == month.number,
    )
