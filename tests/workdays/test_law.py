"""The statutes' own arithmetic: (code, start or event, due date), with the real holidays."""

from datetime import date, datetime

import pytest

from archives_enforcement.workdays.limits import compute

# fmt: off
WORKING_DAYS = [  # 行政处罚法第八十五条, 行政强制法第六十九条, 行政复议法第八十八条
    ("D-P07", "2024-09-26", "2024-10-09"),  # 国庆节 with a worked Sunday on 09-29
    ("D-P07", "2024-09-30", "2024-10-12"),  # ends on a worked Saturday
    ("D-P07", "2025-01-24", "2025-02-07"),  # 春节 2025, 01-26 worked
    ("D-P07", "2026-02-11", "2026-02-25"),  # 春节 2026, 02-14 worked
    ("D-P03", "2024-04-26", "2024-05-09"),  # 劳动节, 04-28 worked
    ("D-P03", "2024-09-27", "2024-10-12"),
    ("D-P11", "2024-02-08", "2024-02-23"),  # 02-09 is a working day, 02-18 worked
    ("D-P11", "2025-09-26", "2025-10-13"),
    ("D-P15", "2024-09-30", "2024-10-09"),
    ("D-P15", "2024-05-10", "2024-05-13"),  # Saturday 05-11 counts
    ("D-P16", "2026-09-18", "2026-09-21"),  # Sunday 09-20 counts
    ("D-G03", "2025-09-30", "2025-10-11"),
    ("D-G03", "2024-02-02", "2024-02-06"),
    ("D-R15", "2024-09-26", "2024-10-15"),  # ten days are working days in 行政强制法
    ("D-R15", "2026-01-30", "2026-02-13"),
    ("D-R17", "2025-04-25", "2025-05-06"),
    ("D-R19", "2025-04-25", "2025-05-08"),
    ("D-R04", "2024-12-30", "2025-01-07"),  # 元旦
    ("D-R05", "2025-01-20", "2025-02-08"),  # ten days are working days in 行政复议法
    ("D-R07", "2024-09-25", "2024-10-14"),
    ("D-R08", "2024-09-25", "2024-10-08"),
    ("D-G08", "2025-12-31", "2026-01-29"),
    ("D-G02", "2024-09-14", "2024-10-18"),
    ("D-I08", "2024-09-02", "2024-10-18"),
]
CALENDAR_DAYS = [
    ("D-P13", "2024-09-20", "2024-10-08"),  # fifteen days are not working days; rolls over 国庆节
    ("D-P13", "2024-09-25", "2024-10-10"),
    ("D-P13", "2024-11-29", "2024-12-16"),  # ends on a Saturday
    ("D-P13", "2025-01-16", "2025-02-05"),  # 01-31 is 春节
    ("D-P10", "2024-07-05", "2024-10-08"),
    ("D-P10", "2025-11-14", "2026-02-12"),
    ("D-P12", "2024-09-01", "2024-10-08"),
    ("D-P12", "2026-01-16", "2026-02-24"),
    ("D-P20", "2024-09-27", "2024-09-30"),
    ("D-R19-2", "2025-04-25", "2025-05-26"),  # thirty days in 行政强制法 are calendar days
    ("D-C02", "2024-09-05", "2024-10-08"),
    ("D-R01", "2024-08-05", "2024-10-08"),
    ("D-R10", "2024-03-05", "2024-05-06"),
    ("D-R12", "2026-04-16", "2026-05-06"),
]
MONTHS_AND_YEARS = [
    ("D-R11", "2024-03-29", "2024-09-29"),  # a worked Sunday: no rolling
    ("D-R11", "2024-08-31", "2025-02-28"),  # month end
    ("D-R11", "2025-08-29", "2026-02-28"),  # month end on a worked Saturday
    ("D-R11", "2024-03-15", "2024-09-18"),  # rolls over 中秋节
    ("D-R16", "2025-02-28", "2025-05-28"),  # six months, then three more
    ("D-R16", "2024-11-30", "2025-02-28"),
    ("D-R02", "2024-02-29", "2025-02-28"),
    ("D-R03", "2020-02-29", "2025-02-28"),
    ("D-P01", "2022-10-01", "2024-10-08"),
    ("D-P01", "2024-02-29", "2026-02-28"),
    ("D-P02", "2021-06-20", "2026-06-22"),
    ("D-G11", "2026-07-01", "2026-10-08"),
    ("D-G13", "2023-02-18", "2026-02-24"),
]
BEFORE = [
    ("D-P08", "2024-10-21", "2024-10-10"),
    ("D-P08", "2024-10-16", "2024-09-30"),
    ("D-P08", "2026-02-26", "2026-02-09"),
    ("D-C06", "2025-05-07", "2025-04-28"),
    ("D-C06", "2025-05-06", "2025-04-27"),
    ("D-I02", "2024-10-10", "2024-09-26"),
]
FIXED_DATES = [
    ("D-I01", "2024-04-01", "2025-03-31"),
    ("D-I11", "2024-09-30", "2024-09-30"),
    ("D-I12", "2024-12-31", "2025-01-31"),  # 春节: a fixed date does not roll
    ("D-G07", "2025-02-01", "2026-01-31"),  # a Saturday
    ("D-G09", "2024-01-01", "2024-04-01"),
]
# fmt: on


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [*WORKING_DAYS, *CALENDAR_DAYS, *MONTHS_AND_YEARS, *BEFORE, *FIXED_DATES],
)
def test_the_due_date_is_the_one_the_law_gives(db, code, start, due):
    assert compute(code, date.fromisoformat(start)).due == date.fromisoformat(due)


@pytest.mark.parametrize(
    ("code", "start", "due"),
    [
        ("D-P19", "2024-09-30T16:20", "2024-10-01T16:20"),  # into 国庆节: hours do not wait
        ("D-C01", "2024-02-29T23:59", "2024-03-01T23:59"),
        ("D-I15", "2024-12-31T08:00", "2025-01-01T08:00"),
    ],
)
def test_a_term_in_hours_starts_at_once_and_does_not_roll(db, code, start, due):
    assert compute(code, datetime.fromisoformat(start)).due == datetime.fromisoformat(due)


def test_the_last_day_to_apply_to_the_court_follows_from_service(db):
    """行政诉讼法第四十六条, then 行政强制法第五十三条, with 催告 of 第五十四条 in between."""
    end_of_suit = compute("D-R11", date(2024, 4, 8)).due
    assert end_of_suit == date(2024, 10, 8)
    assert compute("D-R16", end_of_suit).due == date(2025, 1, 8)
    assert compute("D-R15", date(2024, 12, 24)).due == date(2025, 1, 8)
