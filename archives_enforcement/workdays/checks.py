"""Warn the people who run the site before the holiday table runs out."""

from datetime import date

from django.core import checks
from django.utils import timezone

from archives_enforcement.workdays import calendar

NOTICE_IS_OUT = 11  # the yearly notice has come between late October and mid November


def missing_holiday_years(databases=None, **kwargs) -> list[checks.Warning]:
    """W001: this year is not in the holiday table; W002: next year is not, and it is November."""
    if not databases:
        return []
    return years_to_record(calendar.load(), timezone.localdate())


def years_to_record(days: calendar.Calendar, today: date) -> list[checks.Warning]:
    """One warning for each year that should be in `days` by `today`."""
    expected = {"W001": today.year}
    if today.month >= NOTICE_IS_OUT:
        expected["W002"] = today.year + 1
    return [
        checks.Warning(
            f"{year}年节假日安排尚未录入，涉及该年的期限只能暂按周一至周五推算。",
            hint="请按国务院办公厅当年通知，在“节假日与调休”中录入放假和调休上班日，再复核暂定期限。",
            id=f"workdays.{number}",
        )
        for number, year in expected.items()
        if not days.knows(year)
    ]
