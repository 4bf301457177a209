"""Days as a lawyer counts them, for tests that judge; the calendar is not the system's own.

行政处罚法第八十五条, 民法典第二百零一条至第二百零三条: the first day is not counted, a term of
years ends on the same day of the year, and a last day that nobody works moves on.
"""

from calendar import monthrange
from datetime import date, timedelta

import chinese_calendar


def working_days_after(day: date, count: int) -> date:
    """The last of `count` working days that follow `day`."""
    while count:
        day += timedelta(days=1)
        count -= chinese_calendar.is_workday(day)
    return day


def years_after(day: date, years: int) -> date:
    """The last day of a term of `years` that began on `day`."""
    last = min(day.day, monthrange(day.year + years, day.month)[1])
    end = date(day.year + years, day.month, last)
    return end if chinese_calendar.is_workday(end) else working_days_after(end, 1)
