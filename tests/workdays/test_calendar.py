"""The holiday table against an independent calendar, and where the program takes it from."""

from collections import Counter
from datetime import date, timedelta

import chinese_calendar
import pytest

from archives_enforcement.workdays import calendar, packaged
from archives_enforcement.workdays.calendar import Calendar, packaged_calendar
from archives_enforcement.workdays.models import Holiday

YEARS = (2024, 2025, 2026)
NOTICES = {
    2024: "国办发明电〔2023〕7号",
    2025: "国办发明电〔2024〕12号",
    2026: "国办发明电〔2025〕7号",
}


def every_day(year):
    first = date(year, 1, 1)
    return [first + timedelta(n) for n in range((date(year + 1, 1, 1) - first).days)]


@pytest.mark.parametrize("year", YEARS)
def test_every_day_of_the_year_is_as_the_oracle_says(year):
    days = packaged_calendar()
    ours = {day: days.is_workday(day) for day in every_day(year)}
    assert ours == {day: chinese_calendar.is_workday(day) for day in every_day(year)}


@pytest.mark.parametrize(
    ("year", "workdays", "made_up"), [(2024, 251, 8), (2025, 248, 5), (2026, 248, 6)]
)
def test_a_year_has_as_many_working_days_as_the_notice_leaves(year, workdays, made_up):
    days = packaged_calendar()
    assert sum(map(days.is_workday, every_day(year))) == workdays
    assert sum(day.year == year for day in days.work) == made_up


def test_every_row_names_the_notice_of_its_year():
    assert {(row["date"][:4], row["source"]) for row in packaged.holidays()} == {
        (str(year), source) for year, source in NOTICES.items()
    }


def test_no_day_is_named_twice():
    assert max(Counter(row["date"] for row in packaged.holidays()).values()) == 1


def test_made_up_days_are_weekend_days():
    assert {day.weekday() for day in packaged_calendar().work} == {5, 6}


def test_weekend_days_inside_a_holiday_carry_its_name():
    assert packaged_calendar().off[date(2024, 10, 5)] == "国庆节"


def test_a_year_without_notice_is_not_known_and_counts_monday_to_friday():
    days = packaged_calendar()
    assert [days.knows(year) for year in (2023, 2024, 2025, 2026, 2027)] == [
        False,
        True,
        True,
        True,
        False,
    ]
    assert days.is_workday(date(2027, 10, 1))
    assert not days.is_workday(date(2027, 10, 2))


def test_a_year_typed_in_only_in_part_is_not_known():
    days = Calendar.of([(date(2027, 1, 1), "off", "元旦"), (date(2027, 2, 5), "off", "春节")])
    assert not days.knows(2027)


def test_the_table_of_the_database_is_read_in_one_query(db, django_assert_num_queries):
    with django_assert_num_queries(1):
        assert calendar.load() == packaged_calendar()


def test_a_day_entered_by_the_administrator_counts(db):
    Holiday.objects.create(day=date(2027, 10, 1), kind="off", name="国庆节", source="示例通知")
    days = calendar.load()
    assert not days.is_workday(date(2027, 10, 1))
    assert days.knows(2027)


def test_an_empty_table_falls_back_to_the_packaged_calendar(db):
    Holiday.objects.all().delete()
    assert calendar.load() == packaged_calendar()
