"""The warning that the holiday table is about to run out."""

from datetime import date

import pytest
from django.core import checks

from archives_enforcement.workdays.calendar import packaged_calendar
from archives_enforcement.workdays.checks import missing_holiday_years, years_to_record


@pytest.mark.parametrize(
    ("today", "warnings"),
    [
        (date(2026, 10, 31), []),
        (date(2026, 11, 1), [("workdays.W002", "2027")]),
        (date(2026, 12, 31), [("workdays.W002", "2027")]),
        (date(2025, 12, 31), []),
        (date(2027, 1, 1), [("workdays.W001", "2027")]),
        (date(2027, 11, 1), [("workdays.W001", "2027"), ("workdays.W002", "2028")]),
    ],
)
def test_a_year_that_should_be_recorded_is_named(today, warnings):
    found = years_to_record(packaged_calendar(), today)
    assert [(warning.id, warning.msg[:4]) for warning in found] == warnings
    assert {type(warning) for warning in found} <= {checks.Warning}


def test_the_check_is_registered_among_those_that_read_the_database(db, time_machine_at_2027):
    found = checks.run_checks(tags=[checks.Tags.database], databases=["default"])
    assert [message.id for message in found] == ["workdays.W001"]


def test_the_check_leaves_the_database_alone_unless_asked(time_machine_at_2027):
    assert missing_holiday_years(databases=None) == []


@pytest.fixture
def time_machine_at_2027(time_machine):
    time_machine.move_to("2027-02-01 12:00+08:00")
