"""Day arithmetic: the cases statutes and month ends make, and what holds for all dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archives_enforcement.workdays import arithmetic
from archives_enforcement.workdays.arithmetic import Unit
from archives_enforcement.workdays.calendar import packaged_calendar

IS_WORKDAY = packaged_calendar().is_workday
DAY = timedelta(days=1)
DATES = st.dates(date(2023, 1, 1), date(2027, 12, 31))
LENGTHS = st.integers(1, 60)
UNITS = st.sampled_from([Unit.WORKDAY, Unit.CALENDAR_DAY, Unit.MONTH])


@pytest.mark.parametrize(
    ("start", "months", "expected"),
    [
        ("2024-01-15", 1, "2024-02-15"),
        ("2024-01-31", 1, "2024-02-29"),
        ("2025-01-31", 1, "2025-02-28"),
        ("2024-02-29", 12, "2025-02-28"),
        ("2024-02-29", 48, "2028-02-29"),
        ("2024-11-30", 3, "2025-02-28"),
        ("2024-12-31", 6, "2025-06-30"),
        ("2024-03-31", -1, "2024-02-29"),
        ("2024-01-31", -2, "2023-11-30"),
    ],
)
def test_a_month_ends_on_the_corresponding_day_or_the_last(start, months, expected):
    result = arithmetic.add_months(date.fromisoformat(start), months)
    assert result == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("event", "length", "unit", "expected"),
    [
        ("2024-10-21", 7, Unit.WORKDAY, "2024-10-10"),  # 10-12 is worked: seven days from the 11th
        ("2024-10-16", 7, Unit.WORKDAY, "2024-09-30"),  # eight days off lie before 10-08
        ("2025-05-06", 3, Unit.WORKDAY, "2025-04-27"),  # a worked Sunday may carry the notice
        ("2024-07-12", 3, Unit.CALENDAR_DAY, "2024-07-08"),
        ("2024-07-11", 3, Unit.CALENDAR_DAY, "2024-07-05"),  # 07-07 is a Sunday
        ("2024-10-21", 1, Unit.MONTH, "2024-09-20"),
        ("2024-05-01", 1, Unit.MONTH, "2024-03-29"),  # 03-31 is a Sunday
        ("2024-03-31", 1, Unit.MONTH, "2024-02-29"),
        ("2024-03-29", 1, Unit.MONTH, "2024-02-28"),
        ("2026-03-02", 1, Unit.YEAR, "2025-02-28"),
    ],
)
def test_a_term_before_an_event_lies_whole_between_notice_and_event(event, length, unit, expected):
    result = arithmetic.last_day_before(date.fromisoformat(event), length, unit, IS_WORKDAY)
    assert result == date.fromisoformat(expected)


@pytest.mark.parametrize(
    ("start", "month_day", "expected"),
    [
        ("2024-03-30", "03-31", "2024-03-31"),
        ("2024-03-31", "03-31", "2024-03-31"),
        ("2024-04-01", "03-31", "2025-03-31"),
        ("2024-12-31", "01-31", "2025-01-31"),
    ],
)
def test_a_fixed_date_is_the_next_one(start, month_day, expected):
    result = arithmetic.next_fixed_date(date.fromisoformat(start), month_day)
    assert result == date.fromisoformat(expected)


@given(DATES, LENGTHS, UNITS)
def test_a_last_day_is_a_working_day_after_the_start(start, length, unit):
    due = arithmetic.last_day(start, length, unit, IS_WORKDAY)
    assert due > start
    assert IS_WORKDAY(due)


@given(DATES, LENGTHS)
def test_exactly_the_days_of_the_term_are_working_days(start, length):
    due = arithmetic.last_day(start, length, Unit.WORKDAY, IS_WORKDAY)
    assert sum(IS_WORKDAY(start + n * DAY) for n in range(1, (due - start).days + 1)) == length


@given(DATES, LENGTHS, UNITS)
def test_who_starts_later_or_has_longer_is_never_due_earlier(start, length, unit):
    due = arithmetic.last_day(start, length, unit, IS_WORKDAY)
    assert arithmetic.last_day(start + DAY, length, unit, IS_WORKDAY) >= due
    assert arithmetic.last_day(start, length + 1, unit, IS_WORKDAY) >= due


@given(DATES, LENGTHS, UNITS)
def test_a_holiday_moves_a_last_day_only_as_far_as_it_must(start, length, unit):
    due = arithmetic.last_day(start, length, unit, IS_WORKDAY)
    if unit != Unit.WORKDAY:
        counted = arithmetic.last_day_as_counted(start, length, unit)
        between = [counted + n * DAY for n in range((due - counted).days)]
        assert [day for day in between if IS_WORKDAY(day)] == []


@given(DATES, LENGTHS)
def test_working_days_between_notice_and_event_are_enough_and_no_later_notice_is(event, length):
    notice = arithmetic.last_day_before(event, length, Unit.WORKDAY, IS_WORKDAY)

    def full_days_after(day):
        return sum(IS_WORKDAY(day + n * DAY) for n in range(1, (event - day).days))

    assert IS_WORKDAY(notice)
    assert full_days_after(notice) == length
    later = arithmetic.next_workday(notice + DAY, IS_WORKDAY)
    assert full_days_after(later) == length - 1


@given(DATES, LENGTHS, st.sampled_from([Unit.CALENDAR_DAY, Unit.MONTH]))
def test_counting_back_is_the_mirror_of_counting_forward(event, length, unit):
    day = arithmetic.day_before_as_counted(event, length, unit)
    assert arithmetic.last_day_as_counted(day, length, unit) < event
    assert arithmetic.last_day_as_counted(day + DAY, length, unit) >= event
