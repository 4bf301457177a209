"""manage.py time_limit: the answer a program and a person get, and what is refused."""

from datetime import date
from pathlib import Path

import pytest

from archives_enforcement.workdays import packaged
from archives_enforcement.workdays.models import LocalTerm
from tests.workdays.commanding import answer, run

ROOT = Path(__file__).parents[2]


def test_the_answer_in_json_has_exactly_these_keys(db):
    result = answer("D-P13", "--from", "2024-09-20")
    assert result == {
        "due": "2024-10-08",
        "rule": "处罚决定书送达后15日内",
        "article": "行政处罚法第六十七条第三款",
        "mark": "V",
        "steps": [
            "2024年9月20日（星期五）处罚决定书送达，当日不计。",
            "期限为15日。",
            "自9月21日起连续计算15日（含周末和节假日），末日为2024年10月5日（星期六）。",
            "末日10月5日为国庆节放假，顺延至其后第一个工作日2024年10月8日（星期二）"
            "（民法典第二百零三条、民事诉讼法第八十五条）。",
            "期限于2024年10月8日（星期二）届满。",
        ],
    }


def test_a_provisional_answer_says_so(db):
    result = answer("D-G08", "--from", "2026-12-20")
    assert list(result) == ["due", "rule", "article", "mark", "steps", "provisional"]
    assert result["provisional"] is True


def test_a_limit_in_hours_answers_with_the_minute(db):
    assert answer("D-P19", "--from", "2024-09-30T16:20")["due"] == "2024-10-01T16:20"


def test_a_limit_before_an_event_counts_back(db):
    assert answer("D-P08", "--from", "2024-10-21")["due"] == "2024-10-10"


def test_the_answer_for_people_shows_basis_and_steps(db):
    out, _, code = run("D-P15", "--from", "2024-05-10")
    assert code == 0
    assert out.splitlines() == [
        "D-P15 当场收缴罚款上交",
        "届满：2024年5月13日（星期一）",
        "规则：当场收缴罚款后2个工作日内",
        "依据：行政处罚法第七十一条（已核对原文）",
        "  1. 2024年5月10日（星期五）当场收缴罚款，当日不计。",
        "  2. 期限为2个工作日（行政处罚法第八十五条规定该期限按工作日计算）。",
        "  3. 5月11日（星期六）为劳动节调休上班日，计第1个工作日。",
        "  4. 5月12日（星期日）为周末，不计。",
        "  5. 5月13日（星期一）为工作日，计第2个工作日。",
        "  6. 期限于2024年5月13日（星期一）届满。",
    ]


def test_a_bureaus_own_term_is_used_when_named(bureau):
    LocalTerm.objects.create(
        bureau=bureau,
        code="D-I06",
        length=3,
        unit="workday",
        effective_from=date(2024, 1, 1),
        source="制度",
    )
    start = ("D-I06", "--from", "2024-07-01")
    assert answer(*start, "--bureau", bureau.code)["due"] == "2024-07-04"
    assert answer(*start)["due"] == "2024-07-15"


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ("D-P05", "--from", "2024-07-01"),
            "D-P05 回避决定不是日期，无法推算届满日："
            "应在作出处罚决定之前由机关负责人决定，条文没有规定天数；决定之前不停止调查。",
        ),
        (("D-X01", "--from", "2024-07-01"), "没有代码为“D-X01”的期限，请核对期限代码。"),
        (
            ("D-P07", "--from", "2024-02-30"),
            "“2024-02-30”不是日期，应写成 2024-09-26 或 2024-09-26T09:30。",
        ),
        (
            ("D-P07", "--from", "2024-02-20T25:00"),
            "“2024-02-20T25:00”不是日期，应写成 2024-09-26 或 2024-09-26T09:30。",
        ),
        (("D-P07",), "请给出期限代码和起算日，如 time_limit D-P07 --from 2024-09-26。"),
        (
            ("D-P07", "--from", "2024-07-01", "--bureau", "999999"),
            "没有行政区划代码为“999999”的档案主管部门，请核对代码。",
        ),
    ],
)
def test_what_cannot_be_computed_is_one_line_on_standard_error(db, arguments, message):
    assert run(*arguments) == ("", message + "\n", 1)
    assert run(*arguments, "--json") == ("", message + "\n", 1)


def test_the_list_names_every_code(db):
    out, _, code = run("--list")
    assert code == 0
    assert sorted(line.split()[0] for line in out.splitlines()) == sorted(packaged.time_limits())
    assert "D-I10    回头看：6个月，无条文依据（本系统建议）" in out.splitlines()


def test_the_list_in_json_has_the_term_and_its_basis(db):
    entries = {entry["code"]: entry for entry in answer("--list")}
    assert sorted(entries) == sorted(packaged.time_limits())
    assert entries["D-P07"] == {
        "code": "D-P07",
        "name": "要求听证",
        "trigger": "听证告知书送达",
        "direction": "after",
        "length": 5,
        "unit": "workday",
        "fixed_on": "",
        "law": "行政处罚法",
        "article": "第六十四条第一项",
        "bound": "party",
        "on_expiry": "lapse",
        "mark": "V",
        "configurable": False,
        "note": "",
    }


LAST_OF_SIXTY, FIRST_OF_THIRTY = "2021-12-31", "2022-01-01"


@pytest.mark.parametrize(
    ("start", "length", "article"),
    [
        (LAST_OF_SIXTY, 60, "民事诉讼法（2017年修正）第九十二条"),
        (FIRST_OF_THIRTY, 30, "民事诉讼法第九十五条"),
    ],
)
def test_the_text_in_force_on_the_first_day_decides(db, start, length, article):
    result = answer("D-P12", "--from", start)
    assert (result["steps"][1], result["article"]) == (f"期限为{length}日。", article)
