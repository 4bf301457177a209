"""Asking for a limit: codes, calendars, terms of one bureau."""

from datetime import date

import pytest

from archives_enforcement.workdays import packaged
from archives_enforcement.workdays.calendar import Calendar, packaged_calendar
from archives_enforcement.workdays.limits import (
    LimitError,
    UnknownLimit,
    all_limits,
    compute,
)
from archives_enforcement.workdays.models import LocalTerm, TimeLimit


def test_an_unknown_code_is_refused(db):
    with pytest.raises(UnknownLimit) as refusal:
        compute("D-X01", date(2024, 7, 1))
    assert refusal.value.message == "没有代码为“D-X01”的期限，请核对期限代码。"


def test_a_date_at_the_end_of_time_is_refused(db):
    with pytest.raises(LimitError) as refusal:
        compute("D-P13", date(9999, 12, 25))
    assert refusal.value.message == "起算日9999年12月25日超出可以推算的范围，请核对日期。"


def test_a_calendar_passed_in_is_used(db):
    days = Calendar.of(
        [(date(2024, 7, 2), "off", "示例假日"), (date(2024, 10, 1), "off", "国庆节")]
    )
    assert compute("D-P15", date(2024, 7, 1), calendar=days).due == date(2024, 7, 4)


def test_one_computation_asks_the_limit_and_the_calendar_once(db, django_assert_num_queries):
    with django_assert_num_queries(2):
        compute("D-P07", date(2024, 9, 26))
    with django_assert_num_queries(1):
        compute("D-P07", date(2024, 9, 26), calendar=packaged_calendar())


def test_an_empty_table_of_limits_falls_back_to_the_packaged_one(db):
    TimeLimit.objects.all().delete()
    assert compute("D-P07", date(2024, 9, 26)).due == date(2024, 10, 9)
    assert [limit.code for limit in all_limits()] == list(packaged.time_limits())


def set_term(bureau, code="D-I06", **fields):
    defaults = {"length": 5, "unit": "workday", "effective_from": date(2024, 7, 1)}
    source = "本机关档案行政执法制度"
    return LocalTerm.objects.create(bureau=bureau, code=code, source=source, **(defaults | fields))


def test_a_bureaus_own_term_applies_from_its_day_on(bureau, other_bureau):
    set_term(bureau)
    day = date(2024, 7, 1)
    assert compute("D-I06", day, bureau=bureau).due == date(2024, 7, 8)
    assert compute("D-I06", day, bureau=other_bureau).due == date(2024, 7, 15)
    assert compute("D-I06", day).due == date(2024, 7, 15)
    assert compute("D-I06", date(2024, 6, 28), bureau=bureau).due == date(2024, 7, 12)


def test_the_latest_own_term_in_force_applies(bureau):
    set_term(bureau, length=5)
    set_term(bureau, length=8, effective_from=date(2025, 1, 1))
    assert compute("D-I06", date(2024, 7, 1), bureau=bureau).due == date(2024, 7, 8)
    assert compute("D-I06", date(2025, 7, 1), bureau=bureau).due == date(2025, 7, 11)


def test_an_own_term_is_marked_local_and_names_its_source(bureau):
    set_term(bureau)
    result = compute("D-I06", date(2024, 7, 1), bureau=bureau)
    assert result.mark == "LOCAL"
    assert result.rule == "检查结束后5个工作日内"
    assert result.steps[1] == (
        "本机关自2024年7月1日起设定为5个工作日（依据：本机关档案行政执法制度）。"
    )


@pytest.mark.parametrize(
    ("code", "article"),
    [
        ("D-P09", "广东省重大行政执法决定法制审核办法第十八条（地方做法，供参照）"),
        ("D-P13", "行政处罚法第六十七条第三款"),
    ],
)
def test_a_rule_of_another_place_is_named_as_such(db, code, article):
    assert compute(code, date(2024, 7, 1)).article == article


def test_where_the_bureau_or_a_paper_names_the_length_the_rule_of_another_place_is_silent(bureau):
    set_term(bureau, code="D-P09", length=3)
    assert compute("D-P09", date(2024, 7, 1), bureau=bureau).article == "本机关期限设定"
    assert compute("D-I08", date(2024, 7, 1), length=10).article == "文书载明的期限"


def test_an_own_term_may_change_the_unit(bureau):
    set_term(bureau, "D-I02", length=1, unit="month")
    result = compute("D-I02", date(2024, 10, 22), bureau=bureau)
    assert result.rule == "实施检查前1个月"
    assert result.due == date(2024, 9, 20)
    assert result.steps[3:] == (
        "2024年9月22日（星期日）至2024年10月21日（星期一）满1个月，通知最迟为此前一日2024年9月21日（星期六）。",
        "9月21日为周末，提前至此前最后一个工作日2024年9月20日（星期五）。",
        "最迟应于2024年9月20日（星期五）送达。",
    )


def test_an_own_fixed_date_replaces_the_default(bureau):
    set_term(bureau, "D-I01", length=None, unit="fixed_date", fixed_on="02-28")
    assert compute("D-I01", date(2025, 1, 2), bureau=bureau).due == date(2025, 2, 28)


def test_a_term_named_in_the_paper_goes_before_every_default(bureau):
    set_term(bureau, "D-I07", length=20, unit="calendar_day")
    result = compute("D-I07", date(2024, 7, 1), bureau=bureau, length=45)
    assert result.due == date(2024, 8, 15)
    assert result.steps[1] == "文书载明的期限为45日。"


@pytest.mark.parametrize(
    ("code", "length", "message"),
    [
        ("D-P07", 3, "D-P07 要求听证由行政处罚法第六十四条第一项规定，不得另定长度。"),
        (
            "D-I11",
            3,
            "D-I11 单位报送档案工作情况由档案法实施条例第四十五条规定，不得另定长度。",
        ),
        ("D-I07", 0, "D-I07 责令改正期限的长度应为正整数，收到的是0。"),
        ("D-G01", 8, "D-G01 处罚决定公开的长度应为正整数、不得超过7，收到的是8。"),
    ],
)
def test_a_paper_cannot_name_a_length_the_law_has_fixed(db, code, length, message):
    with pytest.raises(LimitError) as refusal:
        compute(code, date(2024, 7, 1), length=length)
    assert refusal.value.message == message


def test_a_paper_may_name_any_length_up_to_the_ceiling(db):
    assert compute("D-G01", date(2024, 7, 1), length=7).due == date(2024, 7, 10)


def test_a_paper_may_name_working_days_where_the_limit_has_no_ceiling(db):
    found = compute("D-I20", date(2024, 7, 11), length=10, unit="workday")
    assert found.due_on == date(2024, 7, 25)
    assert "文书载明的期限为10个工作日。" in found.steps
    assert compute("D-I20", date(2024, 7, 11), length=10).due_on == date(2024, 7, 22)


def test_a_ceiling_is_not_passed_by_another_unit(db):
    assert compute("D-G01", date(2024, 7, 1), length=7, unit="workday").due == date(2024, 7, 10)
    with pytest.raises(LimitError, match="上限按工作日计.*请用同一单位"):
        compute("D-G01", date(2024, 7, 1), length=7, unit="calendar_day")
