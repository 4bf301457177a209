"""From code to due date: the words, what is refused, and what a bureau or a paper may set."""

from datetime import UTC, date, datetime

import pytest

from archives_enforcement.workdays import packaged
from archives_enforcement.workdays.limits import (
    NotADate,
    compute,
    find,
)

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
