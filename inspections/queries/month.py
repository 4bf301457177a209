"""The calendar of a month: what is arranged on each day, and on which days nobody works."""

from calendar import Calendar as Weeks
from datetime import date, timedelta
from typing import NamedTuple

from archives_enforcement.workdays import calendar
from inspections.coverage.facts import HalfDay
from inspections.models import Inspection, Leave, TeamMember
from inspections.queries import leave, slots
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


class Load(NamedTuple):
    """Who goes in one half-day, and to how many visits."""

    session: str
    visits: int
    officers: list[str]


class Person(NamedTuple):
    """One officer's month: where he goes in which half-day, and when he is away."""

    name: str
    visits: list[tuple[str, list[Inspection]]]  # half-day in words
    leaves: list[Leave]

    @property
    def clashes(self) -> list[str]:
        """The half-days in which he is to be in two places."""
        return [when for when, visits in self.visits if len(visits) > 1]


class Day(NamedTuple):
    """One day of the calendar."""

    day: date
    visits: list
    loads: list[Load]
    away: list[str]  # officers on leave
    is_workday: bool
    holiday: str  # the holiday it belongs to, whether off or worked instead
    is_usual: bool  # the bureau's usual day, and a working day
    in_month: bool


class Shown(NamedTuple):
    """A month as the page shows it."""

    weeks: list[list[Day]]
    people: list[Person]


def shown(user, month: Month) -> Shown:
    """The weeks of a month, Monday first, with visits and leave, and each officer's load."""
    days, times = calendar.load(), usual(user.bureau_id)
    grid = Weeks().monthdatescalendar(month.year, month.number)
    first, last = grid[0][0], grid[-1][-1]
    visits = list(slots.arranged(user, first, last))
    leaves = [row for rows in leave.leaves(user, first, last).values() for row in rows]
    by_day: dict[date, list] = {}
    for visit in visits:
        by_day.setdefault(visit.day, []).append(visit)
    weeks = [
        [_day(day, by_day.get(day, []), leaves, days, times, month) for day in week]
        for week in grid
    ]
    return Shown(weeks, _people(visits, leaves, month))


def _day(
    day: date, visits: list, leaves: list[Leave], days: calendar.Calendar, times: Usual,
    month: Month,
) -> Day:  # fmt: skip
    is_workday = days.is_workday(day)
    return Day(
        day,
        visits,
        _loads(visits),
        [str(row.officer) for row in leaves if row.first_day <= day <= row.last_day],
        is_workday,
        days.off.get(day) or days.work.get(day, ""),
        is_workday and bool(times.sessions(day)),
        day.month == month.number,
    )


def _loads(visits: list) -> list[Load]:
    """Morning before afternoon; a half-day without visits is left out."""
    by_slot = slots.visits_by_slot(visits)
    order = list(Inspection.Session.values)
    found = sorted(by_slot.items(), key=lambda row: order.index(row[0].session))
    return [
        Load(Inspection.Session(half_day.session).label, len(rows), slots.load_of(rows).officers)
        for half_day, rows in found
    ]


def _people(visits: list, leaves: list[Leave], month: Month) -> list[Person]:
    """Those who go or are away in the month itself, by name."""
    goes: dict[int, dict[HalfDay, list]] = {}
    names: dict[int, str] = {}
    for visit in visits:
        for member in visit.team.all() if visit.day.month == month.number else ():
            if member.part in TeamMember.ENFORCING:
                names[member.user_id] = str(member.user)
                half_day = HalfDay(visit.day, visit.session)
                goes.setdefault(member.user_id, {}).setdefault(half_day, []).append(visit)
    away: dict[int, list[Leave]] = {}
    for row in leaves:
        if (row.first_day.year, row.first_day.month) <= month <= (
            row.last_day.year, row.last_day.month,
        ):  # fmt: skip
            names[row.officer_id] = str(row.officer)
            away.setdefault(row.officer_id, []).append(row)
    return [
        Person(
            name,
            [(slots.when(*half_day), rows) for half_day, rows in goes.get(key, {}).items()],
            away.get(key, []),
        )
        for key, name in sorted(names.items(), key=lambda row: row[1])
    ]
