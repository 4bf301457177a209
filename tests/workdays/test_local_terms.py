"""本机关期限设定: refused where the law has fixed the term, with the article."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from archives_enforcement.workdays.models import LocalTerm


def make_term(bureau, code, **fields):
    defaults = {
        "length": 5,
        "unit": "workday",
        "effective_from": date(2024, 7, 1),
        "source": "制度",
    }
    return LocalTerm.objects.create(bureau=bureau, code=code, **(defaults | fields))


@pytest.mark.parametrize(
    ("code", "fields", "message"),
    [
        ("D-P07", {}, "D-P07 要求听证由行政处罚法第六十四条第一项规定，本机关不得自行调整。"),
        ("D-P10", {}, "D-P10 作出处罚决定由行政处罚法第六十条规定，本机关不得自行调整。"),
        (
            "D-G02",
            {"length": 21},
            "D-G02 其他执法结果公开依政府信息公开条例第二十六条最长为20个工作日，"
            "本机关只能缩短，不得延长。",
        ),
        (
            "D-G02",
            {"length": 1, "unit": "month"},
            "D-G02 其他执法结果公开依政府信息公开条例第二十六条最长为20个工作日，"
            "本机关只能缩短，不得延长。",
        ),
        (
            "D-I13",
            {},
            "D-I13 巡查最低频次不是日期期限，不能设定天数。"
            "这是次数要求（每单位每年不少于1次），没有届满日，由检查计划的覆盖规则核对。",
        ),
        ("D-X01", {}, "没有代码为“D-X01”的期限，请从期限规则中选择。"),
        ("D-I06", {"length": None}, "请填写期限的长度。"),
        ("D-I06", {"length": None, "unit": "none"}, "请选择期限的单位。"),
        (
            "D-I06",
            {"length": None, "unit": "fixed_date"},
            "按固定日期设定的，请填写月和日，如 03-31。",
        ),
        (
            "D-I01",
            {"length": None, "unit": "fixed_date", "fixed_on": "02-29"},
            "固定日期应写成每年都有的“月-日”，如 03-31。",
        ),
    ],
)
def test_a_term_the_law_does_not_leave_open_is_refused(bureau, code, fields, message):
    with pytest.raises(ValidationError) as refusal:
        make_term(bureau, code, **fields)
    assert refusal.value.messages == [message]
    assert not LocalTerm.objects.exists()


@pytest.mark.parametrize(
    ("code", "fields", "in_words"),
    [
        ("D-I06", {}, "5个工作日"),
        ("D-G02", {"length": 20}, "20个工作日"),
        ("D-G01", {"length": 7, "unit": "calendar_day"}, "7日"),
        ("D-P18", {"length": 3}, "3个工作日"),
        ("D-I05", {"length": 24, "unit": "hour"}, "24小时"),
        ("D-I01", {"length": None, "unit": "fixed_date", "fixed_on": "02-28"}, "每年2月28日前"),
    ],
)
def test_a_term_the_law_leaves_open_is_kept(bureau, code, fields, in_words):
    assert make_term(bureau, code, **fields).term_in_words == in_words


def test_one_term_has_one_setting_a_day(bureau, other_bureau):
    make_term(bureau, "D-I06")
    make_term(other_bureau, "D-I06")
    with pytest.raises(ValidationError) as refusal:
        make_term(bureau, "D-I06", length=6)
    assert refusal.value.messages == ["本机关当日已对该期限作过设定，请直接修改原设定。"]
