"""期限计算: dates in, dates out; no database and no clock.

The starting day or hour is not counted; months and years end on the corresponding day, or on the
last day of a month that has none; a last day that is off moves to the next working day
(民法典第二百零一条至第二百零三条, 民事诉讼法第八十五条). A term in hours starts at once and is not
moved by holidays.
"""

from calendar import monthrange
from collections.abc import Callable
from datetime import date, timedelta

from django.db.models import TextChoices

IsWorkday = Callable[[date], bool]
DAY = timedelta(days=1)


class Unit(TextChoices):
    """What a length is counted in; NONE marks a requirement that has no due date at all."""

    WORKDAY = "workday", "工作日"
    CALENDAR_DAY = "calendar_day", "日"
    MONTH = "month", "月"
    YEAR = "year", "年"
    HOUR = "hour", "小时"
    FIXED_DATE = "fixed_date", "固定日期"
    NONE = "none", "非日期"


def add_workdays(start: date, count: int, is_workday: IsWorkday) -> date:
    """The `count`-th working day after `start`."""
    day = start
    while count:
        day += DAY
        count -= is_workday(day)
    return day


def subtract_workdays(event: date, count: int, is_workday: IsWorkday) -> date:
    """The `count`-th working day before `event`."""
    day = event
    while count:
        day -= DAY
        count -= is_workday(day)
    return day


def add_months(start: date, count: int) -> date:
    """The corresponding day `count` months later (earlier when negative), or the month's last."""
    year, month = divmod(start.year * 12 + start.month - 1 + count, 12)
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))


def last_day_as_counted(start: date, length: int, unit: str) -> date:
    """The last day of a term in days, months or years before any holiday is looked at."""
    if unit == Unit.CALENDAR_DAY:
        return start + length * DAY
    return add_months(start, length * (12 if unit == Unit.YEAR else 1))


def next_workday(day: date, is_workday: IsWorkday) -> date:
    """`day` itself when it is a working day, else the first one after it."""
    while not is_workday(day):
        day += DAY
    return day


def previous_workday(day: date, is_workday: IsWorkday) -> date:
    """`day` itself when it is a working day, else the last one before it."""
    while not is_workday(day):
        day -= DAY
    return day


def last_day(start: date, length: int, unit: str, is_workday: IsWorkday) -> date:
    """The last day of a term that begins to run the day after `start`."""
    if unit == Unit.WORKDAY:
        return add_workdays(start, length, is_workday)
    return next_workday(last_day_as_counted(start, length, unit), is_workday)


def day_before_as_counted(event: date, length: int, unit: str) -> date:
    """The last day from which a term in days, months or years still ends before `event`."""
    # Counting back lands on the day sought or a little after it, because of short months.
    day = last_day_as_counted(event, -length, unit)
    while last_day_as_counted(day, length, unit) >= event:
        day -= DAY
    return day


def last_day_before(event: date, length: int, unit: str, is_workday: IsWorkday) -> date:
    """The last working day on which a notice still leaves the whole term before `event`.

    Neither the day of the notice nor the day of the event is counted, so that a notice
    "seven days before" leaves seven full days between the two.
    """
    if unit == Unit.WORKDAY:
        return subtract_workdays(event, length + 1, is_workday)
    return previous_workday(day_before_as_counted(event, length, unit), is_workday)


def next_fixed_date(start: date, month_day: str) -> date:
    """The first `month_day` ("03-31") on or after `start`."""
    month, day = (int(part) for part in month_day.split("-"))
    this_year = date(start.year, month, day)
    return this_year if this_year >= start else date(start.year + 1, month, day)
