"""From code to due date: the words, what is refused, and what a bureau or a paper may set."""

from datetime import UTC, date, datetime

import pytest

from archives_enforcement.workdays import packaged
from archives_enforcement.workdays.calendar import Calendar, packaged_calendar
from archives_enforcement.workdays.limits import (
    LimitError,
    NotADate,
    UnknownLimit,
    all_limits,
    compute,
    find,
)
from archives_enforcement.workdays.models import LocalTerm, TimeLimit

UNKNOWN_2027 = "2027年节假日安排尚未录入，暂按周一至周五为工作日推算，公布后应复核。"


def test_working_days_are_told_one_by_one(db):
    result = compute("D-P07", date(2024, 9, 26))
    assert result.rule == "听证告知书送达后5个工作日内"
    assert result.article == "行政处罚法第六十四条第一项"
    assert (result.mark, result.mark_label) == ("V", "已核对原文")
    assert not result.provisional
    assert result.steps == (
        "2024年9月26日（星期四）听证告知书送达，当日不计。",
        "期限为5个工作日（行政处罚法第八十五条规定该期限按工作日计算）。",
        "9月27日（星期五）为工作日，计第1个工作日。",
        "9月28日（星期六）为周末，不计。",
        "9月29日（星期日）为国庆节调休上班日，计第2个工作日。",
        "9月30日（星期一）为工作日，计第3个工作日。",
        "10月1日至10月7日为国庆节放假，不计。",
        "10月8日（星期二）为工作日，计第4个工作日。",
        "10月9日（星期三）为工作日，计第5个工作日。",
        "期限于2024年10月9日（星期三）届满。",
    )


def test_many_working_days_are_told_in_sum(db):
    assert compute("D-G08", date(2024, 9, 13)).steps == (
        "2024年9月13日（星期五）申请收到，当日不计。",
        "期限为20个工作日。",
        "2024年9月14日（星期六）至2024年10月17日（星期四）共34天，"
        "除去周末和节假日14天（含中秋节、国庆节放假），计20个工作日。",
        "其中9月14日、9月29日、10月12日为调休上班日，计入工作日。",
        "期限于2024年10月17日（星期四）届满。",
    )


def test_a_rolled_last_day_is_explained(db):
    assert compute("D-P13", date(2024, 9, 20)).steps == (
        "2024年9月20日（星期五）处罚决定书送达，当日不计。",
        "期限为15日。",
        "自9月21日起连续计算15日（含周末和节假日），末日为2024年10月5日（星期六）。",
        "末日10月5日为国庆节放假，顺延至其后第一个工作日2024年10月8日（星期二）"
        "（民法典第二百零三条、民事诉讼法第八十五条）。",
        "期限于2024年10月8日（星期二）届满。",
    )


def test_a_month_end_is_explained(db):
    assert compute("D-R11", date(2024, 8, 31)).steps[2] == (
        "2025年2月没有31日，以该月最后一日为末日：2025年2月28日（星期五）（民法典第二百零二条）。"
    )


def test_a_notice_before_the_event_is_counted_back_in_words(db):
    result = compute("D-C06", date(2025, 5, 7))
    assert result.rule == "实施代履行前3个工作日"
    assert result.steps == (
        "2025年5月7日（星期三）实施代履行，当日不计，向前推算。",
        "期限为3个工作日（行政强制法第六十九条规定该期限按工作日计算）。",
        "5月6日（星期二）为工作日，向前计第1个工作日。",
        "5月1日至5月5日为劳动节放假，不计。",
        "4月30日（星期三）为工作日，向前计第2个工作日。",
        "4月29日（星期二）为工作日，向前计第3个工作日。",
        "通知当日也不计，须再往前一个工作日。",
        "最迟应于2025年4月28日（星期一）送达。",
    )


def test_a_fixed_date_on_a_day_off_names_the_working_day_before(db):
    result = compute("D-G07", date(2025, 1, 2))
    assert result.rule == "每年1月31日前"
    assert result.steps == (
        "固定日期为每年1月31日前，2025年1月2日当日或者之后最近的一次是2025年1月31日（星期五）。",
        "当日为春节放假，固定日期不顺延，请在此前最后一个工作日2025年1月27日（星期一）办结。",
    )


def test_hours_without_a_time_of_day_run_from_midnight_and_say_so(db):
    result = compute("D-P19", date(2024, 9, 30))
    assert result.due == datetime(2024, 10, 1)
    assert result.due_on == date(2024, 10, 1)
    assert result.steps[1] == "未写明时刻，从严自当日0时起计算。"


def test_a_time_with_a_zone_is_read_as_shanghai_time(db):
    assert compute("D-P19", datetime(2024, 9, 30, 16, tzinfo=UTC)).due == datetime(2024, 10, 2)
    assert compute("D-P07", datetime(2024, 9, 25, 16, tzinfo=UTC)).due == date(2024, 10, 9)


@pytest.mark.parametrize(
    ("code", "start", "due", "provisional"),
    [
        ("D-G08", date(2026, 12, 1), date(2026, 12, 29), False),
        ("D-G08", date(2026, 12, 20), date(2027, 1, 15), True),
        ("D-P13", date(2026, 12, 16), date(2026, 12, 31), False),
        ("D-P13", date(2026, 12, 18), date(2027, 1, 4), True),  # Saturday 01-02 rolls in 2027
        ("D-P08", date(2027, 1, 6), date(2026, 12, 25), True),
        ("D-R11", date(2023, 3, 29), date(2023, 9, 29), True),
    ],
)
def test_a_term_that_reaches_an_unknown_year_is_provisional(db, code, start, due, provisional):
    result = compute(code, start)
    assert (result.due, result.provisional) == (due, provisional)
    assert (result.steps[-1] == UNKNOWN_2027) == (provisional and start.year >= 2026)


def test_a_length_that_is_no_law_says_so(db):
    assert compute("D-P04", date(2024, 7, 1)).steps[2] == "法律未规定天数，该长度为本系统建议。"
    assert compute("D-I08", date(2024, 7, 1)).steps[2] == "该长度取自地方做法，不是法律规定。"
    assert compute("D-G01", date(2024, 7, 1)).steps[2] == "该期限未经核对原文，引用前请先核对。"


NO_DATE = [
    "D-C04", "D-C05", "D-I03", "D-I13", "D-I14", "D-I19", "D-P05", "D-P14", "D-P26", "D-S05",
]  # fmt: skip


def test_the_requirements_without_a_date_are_these():
    rows = packaged.time_limits().values()
    assert sorted(row["code"] for row in rows if row["unit"] == "none") == NO_DATE


@pytest.mark.parametrize("code", NO_DATE)
def test_a_requirement_without_a_date_gives_its_reason(db, code):
    limit = find(code)
    with pytest.raises(NotADate) as refusal:
        compute(code, date(2024, 7, 1))
    assert refusal.value.message == f"{limit}不是日期，无法推算届满日：{limit.note}"
    assert limit.note


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
