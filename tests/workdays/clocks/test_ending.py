"""Started clocks are met or cancelled, each with its reason; a few are extended."""

from datetime import date

import pytest

from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Deadline
from tests.workdays.starting import DUE, SERVED, message_of, start


def test_a_met_clock_says_when_and_how(deadline, party):
    met = deadlines.meet(party, "D-P07", on=date(2024, 10, 8), note="当事人提交听证申请")
    assert met == deadline
    assert (met.met_on, met.met_note) == (date(2024, 10, 8), "当事人提交听证申请")
    assert not met.is_open


def test_a_clock_is_not_met_before_it_began(deadline, party):
    assert message_of(deadlines.meet, party, "D-P07", on=date(2024, 9, 25)) == (
        "办结日期2024年9月25日早于“要求听证”的起算日2024年9月26日，请核对日期。"
    )
    assert deadlines.meet(party, "D-P07", on=SERVED) == deadline


def test_a_clock_before_an_event_is_met_before_the_event(party):
    start(party, "D-P08", on=date(2024, 10, 21))
    assert deadlines.meet(party, "D-P08", on=date(2024, 10, 9)).met_on == date(2024, 10, 9)


def test_nothing_is_met_or_cancelled_where_no_clock_is_open(party):
    assert deadlines.meet(party, "D-P07", on=SERVED) is None
    assert deadlines.cancel(party, "D-P07", on=SERVED, reason="撤回") is None


def test_a_cancelled_clock_says_why(deadline, party):
    cancelled = deadlines.cancel(party, "D-P07", on=date(2024, 9, 30), reason="告知书撤回")
    assert (cancelled.cancelled_on, cancelled.cancel_reason) == (date(2024, 9, 30), "告知书撤回")
    assert not cancelled.is_open


def test_a_clock_is_not_cancelled_without_a_reason(deadline, party):
    assert message_of(deadlines.cancel, party, "D-P07", on=DUE, reason="") == (
        "撤销期限必须写明原因。"
    )


def test_an_extension_keeps_the_arithmetic_and_the_first_last_day(party):
    deadline = start(party, "D-P10", on=date(2024, 7, 4))
    extended = deadlines.extend(
        deadline, to=date(2024, 11, 8), reason="规章另有规定", on=date(2024, 9, 30)
    )
    assert extended.due_on == date(2024, 11, 8)
    assert extended.extended_from == date(2024, 10, 8)
    assert extended.steps[-2:] == [
        "期限于2024年10月8日（星期二）届满。",
        "2024年9月30日决定由2024年10月8日延长至2024年11月8日，理由：规章另有规定。",
    ]


@pytest.mark.parametrize(
    ("code", "extension", "message"),
    [
        ("D-P07", {}, "D-P07 要求听证依行政处罚法第六十四条第一项不能延长。"),
        ("D-G08", {"reason": ""}, "延长期限必须写明理由和依据。"),
        (
            "D-G08",
            {"on": date(2024, 10, 30)},
            "“依申请公开答复”已于2024年10月29日届满，届满后不能再延长。",
        ),
        (
            "D-G08",
            {"to": date(2024, 10, 29)},
            "延长后的届满日2024年10月29日应晚于原届满日2024年10月29日。",
        ),
        (
            "D-G08",
            {"to": date(2024, 11, 27)},
            "D-G08 依申请公开答复最多延长20个工作日，至迟为2024年11月26日，"
            "不能延长至2024年11月27日。",
        ),
    ],
)
def test_an_extension_the_law_does_not_give_is_refused(party, code, extension, message):
    deadline = start(party, code)
    wanted = {"to": date(2024, 11, 5), "reason": "情况复杂", "on": date(2024, 9, 27)}
    assert message_of(deadlines.extend, deadline, **(wanted | extension)) == message
    assert Deadline.objects.get().due_on == deadline.due_on


def test_an_extension_may_reach_the_ceiling_in_two_steps_but_not_pass_it(party):
    deadline = start(party, "D-G08")
    for to in (date(2024, 11, 5), date(2024, 11, 26)):
        deadline = deadlines.extend(deadline, to=to, reason="情况复杂", on=date(2024, 10, 29))
    assert deadline.extended_from == date(2024, 10, 29)
    assert message_of(
        deadlines.extend, deadline, to=date(2024, 12, 2), reason="情况复杂", on=date(2024, 11, 1)
    ) == ("D-G08 依申请公开答复最多延长20个工作日，至迟为2024年11月26日，不能延长至2024年12月2日。")


def test_a_closed_clock_is_not_extended(party):
    deadline = start(party, "D-G08")
    deadlines.meet(party, "D-G08", on=SERVED)
    assert message_of(
        deadlines.extend, deadline, to=date(2024, 11, 5), reason="情况复杂", on=SERVED
    ) == ("“依申请公开答复”已经办结或者撤销，不能延长。")
