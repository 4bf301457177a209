"""Dates, times and money as people read them."""

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from archives_enforcement.templatetags import formats

LATE_EVENING_UTC = datetime(2024, 12, 31, 16, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("value", "written"),
    [(date(2024, 10, 10), "2024年10月10日"), (LATE_EVENING_UTC, "2025年1月1日"), (None, "")],
)
def test_a_full_date_is_written_in_chinese_and_in_shanghai_time(value, written):
    assert formats.cn_date(value) == written


@pytest.mark.parametrize(("value", "written"), [(date(2024, 10, 9), "10月9日"), (None, "")])
def test_a_day_leaves_the_year_out(value, written):
    assert formats.cn_day(value) == written


def test_a_moment_is_written_in_shanghai_time():
    assert formats.cn_datetime(LATE_EVENING_UTC) == "2025年1月1日 00:05"
    assert formats.cn_datetime(None) == ""


@pytest.mark.parametrize(
    ("value", "written"),
    [(date(2024, 10, 10), "星期四"), (date(2024, 10, 13), "星期日"), (None, "")],
)
def test_a_weekday_is_named(value, written):
    assert formats.cn_weekday(value) == written


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        (47000, "", "¥47,000"),
        (Decimal("1234.50"), "", "¥1,234.50"),
        (Decimal("-20000"), "", "-¥20,000"),
        (0, "", "¥0"),
        (None, "", ""),
        (47000, "万", "4.7万元"),
        (200000, "万", "20万元"),
        (100000000, "万", "10,000万元"),
    ],
)
def test_money_has_thousands_and_no_idle_zeros(value, unit, written):
    assert formats.money(value, unit) == written


def test_money_refuses_a_unit_it_does_not_know():
    with pytest.raises(ValueError, match="只能写“万”"):
        formats.money(1, "亿")


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2024, 10, 8), ("逾期 2 天", "late")),
        (date(2024, 10, 10), ("今天", "due")),
        (date(2024, 10, 13), ("还有 3 天", "due")),
        (date(2024, 10, 14), ("还有 4 天", "")),
        (datetime(2024, 10, 9, 17, 0, tzinfo=UTC), ("今天", "due")),
    ],
)
def test_a_deadline_counts_days_and_warns_three_days_before(due, words):
    assert formats.days_left(due, date(2024, 10, 10)) == words


@pytest.mark.parametrize(("seconds", "minutes"), [(900, 15), (20, 1)])
def test_a_stretch_of_time_is_told_in_minutes_and_never_in_none(seconds, minutes):
    assert formats.minutes(timedelta(seconds=seconds)) == minutes


@pytest.mark.parametrize(
    ("cited", "written"),
    [
        ("国务院办公厅关于某制度的指导意见（国办发〔2018〕118号）", "国办发〔2018〕118号"),
        ("行政处罚法第六十条", "行政处罚法第六十条"),
        ("行政处罚法（2021年修订）第六十条", "行政处罚法（2021年修订）第六十条"),
        (
            "档案法第四十二条，某意见（国办发〔2024〕54号）第三条",
            "档案法第四十二条，国办发〔2024〕54号第三条",
        ),
        ("", ""),
    ],
)
def test_a_long_title_gives_way_to_its_number(cited, written):
    assert formats.by_number(cited) == written
