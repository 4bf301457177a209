"""Started clocks: once per record and code, met, cancelled, extended, counted again, and seen."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import IntegrityError, transaction

from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.calendar import Calendar
from archives_enforcement.workdays.limits import LimitError, NotADate
from archives_enforcement.workdays.models import Deadline, Holiday, LocalTerm
from archives_enforcement.workflow import Refused
from tests import factories

SERVED = date(2024, 9, 26)
DUE = date(2024, 10, 9)


@pytest.fixture
def party(bureau):
    return factories.make_party(bureau)


@pytest.fixture
def deadline(party, bureau):
    """要求听证: five working days for the party, due on 2024-10-09."""
    return deadlines.start(party, "D-P07", bureau=bureau, party=party, on=SERVED)


def start(subject, code, on=SERVED, **fields):
    return deadlines.start(subject, code, bureau=subject.bureau, on=on, **fields)


def message_of(act, *args, **kwargs):
    with pytest.raises(Refused) as refusal:
        act(*args, **kwargs)
    return refusal.value.message


def test_a_started_clock_carries_its_arithmetic(deadline, party, bureau):
    assert deadline.subject == party
    assert (deadline.bureau, deadline.party) == (bureau, party)
    assert (deadline.name, deadline.bound, deadline.mark) == ("要求听证", "party", "V")
    assert (deadline.trigger_on, deadline.due_on, deadline.due_at) == (SERVED, DUE, None)
    assert deadline.article == "行政处罚法第六十四条第一项"
    assert len(deadline.steps) == 10
    assert deadline.steps[-1] == "期限于2024年10月9日（星期三）届满。"
    assert deadline.is_open
    assert not deadline.provisional
    assert str(deadline) == "要求听证（2024年10月9日届满）"


def test_a_clock_in_hours_keeps_its_time(party):
    deadline = start(party, "D-P19", on=datetime(2024, 9, 30, 16, 20))
    assert deadline.trigger_on == date(2024, 9, 30)
    assert deadline.due_on == date(2024, 10, 1)
    assert deadline.due_at == datetime(2024, 10, 1, 16, 20, tzinfo=ZoneInfo("Asia/Shanghai"))


def test_the_same_clock_is_not_started_twice(deadline, party):
    again = start(party, "D-P07", on=date(2024, 12, 2))
    assert again == deadline
    assert again.due_on == DUE
    assert Deadline.objects.count() == 1


def test_the_database_itself_keeps_one_open_clock_per_record_and_code(deadline):
    deadline.pk = None
    with pytest.raises(IntegrityError), transaction.atomic():
        deadline.save(force_insert=True)
    deadline.met_on = DUE
    deadline.save(force_insert=True)
    assert Deadline.objects.count() == 2


def test_another_code_or_another_record_has_its_own_clock(deadline, party, bureau):
    start(party, "D-P06")
    start(factories.make_party(bureau, "示例街道二"), "D-P07")
    assert Deadline.objects.count() == 3


def test_after_it_was_met_a_clock_may_start_again(deadline, party):
    deadlines.meet(party, "D-P07", on=DUE)
    again = start(party, "D-P07", on=date(2024, 12, 2))
    assert again != deadline
    assert again.due_on == date(2024, 12, 9)


def test_after_it_was_cancelled_a_clock_may_start_again(deadline, party):
    deadlines.cancel(party, "D-P07", on=DUE, reason="告知书撤回重发")
    assert start(party, "D-P07", on=date(2024, 12, 2)) != deadline


def test_the_paper_may_name_the_length_and_the_act_the_name(party):
    deadline = start(party, "D-I07", name="第1项问题整改", length=45)
    assert (deadline.name, deadline.length) == ("第1项问题整改", 45)
    assert deadline.due_on == date(2024, 11, 11)


def test_the_paper_cannot_name_a_length_the_law_has_fixed(party):
    with pytest.raises(LimitError):
        start(party, "D-P07", length=3)
    assert not Deadline.objects.exists()


def test_a_requirement_without_a_date_starts_no_clock(party):
    with pytest.raises(NotADate):
        start(party, "D-P05")


def test_a_bureaus_own_term_is_used(party, bureau):
    LocalTerm.objects.create(
        bureau=bureau,
        code="D-I06",
        length=3,
        unit="workday",
        effective_from=date(2024, 1, 1),
        source="制度",
    )
    assert start(party, "D-I06", on=date(2024, 7, 1)).due_on == date(2024, 7, 4)


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


def record_2027():
    """A new year's arrangement as an administrator would type it in, cut short."""
    days = Calendar.of([(date(2027, 1, 1), "off", "元旦"), (date(2027, 10, 1), "off", "国庆节")])
    Holiday.objects.bulk_create(
        Holiday(day=day, kind="off", name=name, source="示例通知") for day, name in days.off.items()
    )


def test_a_provisional_clock_is_counted_again_when_its_year_is_recorded(party):
    moving = start(party, "D-G08", on=date(2026, 12, 20))
    staying = start(party, "D-P13", on=date(2026, 12, 20))
    known = start(party, "D-P07")
    assert (moving.due_on, moving.provisional) == (date(2027, 1, 15), True)
    assert (staying.due_on, staying.provisional) == (date(2027, 1, 4), True)
    record_2027()
    assert deadlines.recheck_provisional() == 1
    for deadline in (moving, staying, known):
        deadline.refresh_from_db()
    assert (moving.due_on, moving.provisional) == (date(2027, 1, 18), False)
    assert moving.steps[-1] == "期限于2027年1月18日（星期一）届满。"
    assert (staying.due_on, staying.provisional) == (date(2027, 1, 4), False)
    assert known.due_on == DUE


def test_counting_again_leaves_closed_and_extended_clocks_alone(party):
    met = start(party, "D-G08", on=date(2026, 12, 20))
    deadlines.meet(party, "D-G08", on=date(2026, 12, 21))
    extended = start(party, "D-P09", on=date(2026, 12, 25))
    deadlines.extend(extended, to=date(2027, 1, 5), reason="材料较多", on=date(2026, 12, 28))
    record_2027()
    assert deadlines.recheck_provisional() == 0
    assert Deadline.objects.get(pk=met.pk).due_on == date(2027, 1, 15)
    assert Deadline.objects.get(pk=extended.pk).due_on == date(2027, 1, 5)


NOTICE = "9月30日发出公告，"


def wait(party, on, until=date(2024, 11, 1)):
    return deadlines.wait(party, "D-P07", on=on, until=until, why=NOTICE)


def test_a_clock_stands_while_what_it_waits_for_runs_by_law(deadline, party, head):
    wait(party, date(2024, 9, 30))
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.extended_from) == (date(2024, 11, 1), DUE)
    assert deadline.steps[-1] == f"{NOTICE}此前不算逾期，原届满日为2024年10月9日。"
    assert list(deadlines.overdue(head, date(2024, 11, 1))) == []
    assert list(deadlines.overdue(head, date(2024, 11, 2))) == [deadline]


def test_waiting_does_not_hide_that_the_time_was_up_before(deadline, party):
    wait(party, date(2024, 10, 10))
    deadline.refresh_from_db()
    assert deadline.steps[-1] == f"{NOTICE}此时已经逾期，其后不再计，原届满日为2024年10月9日。"


def test_waiting_never_shortens_a_clock_nor_opens_one(deadline, party):
    wait(party, SERVED, until=date(2024, 10, 8))
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.extended_from) == (DUE, None)
    deadlines.meet(party, "D-P07", on=SERVED)
    assert wait(party, SERVED) is None


def test_waiting_again_remembers_the_first_last_day(deadline, party):
    wait(party, SERVED)
    wait(party, SERVED, until=date(2024, 11, 4))
    deadline.refresh_from_db()
    assert (deadline.due_on, deadline.extended_from) == (date(2024, 11, 4), DUE)


def test_overdue_begins_the_day_after_the_last_day(deadline, head):
    assert list(deadlines.overdue(head, DUE)) == []
    assert list(deadlines.overdue(head, date(2024, 10, 10))) == [deadline]


def test_due_within_includes_both_ends(deadline, head):
    assert list(deadlines.due_within(head, DUE, 0)) == [deadline]
    assert list(deadlines.due_within(head, date(2024, 10, 6), 3)) == [deadline]
    assert list(deadlines.due_within(head, date(2024, 10, 5), 3)) == []
    assert list(deadlines.due_within(head, date(2024, 10, 10), 3)) == []


def test_only_open_clocks_are_asked_for_the_most_pressing_first(deadline, party, head):
    sooner = start(party, "D-P15")
    deadlines.meet(start(party, "D-P16").subject, "D-P16", on=SERVED)
    start(party, "D-P11")
    deadlines.cancel(party, "D-P11", on=SERVED, reason="当场交付")
    assert list(deadlines.open_deadlines(head)) == [sooner, deadline]
    assert list(deadlines.overdue(head, date(2025, 1, 1))) == [sooner, deadline]


def test_a_stranger_and_another_bureau_see_no_clock(deadline, stranger, other_bureau):
    outsider = factories.make_user("outsider", "head", bureau=other_bureau)
    assert list(deadlines.open_deadlines(outsider)) == []
    assert list(deadlines.open_deadlines(stranger)) == []


def test_a_party_sees_its_own_duties_and_not_the_bureaus(party, bureau, deadline):
    own = start(party, "D-I07", party=party)
    start(party, "D-P10", party=party)
    other = factories.make_party(bureau, "示例街道二")
    start(other, "D-I07", party=other)
    contact = factories.make_contact("party_contact", party)
    assert list(deadlines.open_deadlines(contact)) == [deadline, own]


def test_the_clocks_of_one_record_are_all_found(deadline, party):
    deadlines.meet(party, "D-P07", on=SERVED)
    other = start(party, "D-P15")
    assert list(deadlines.for_subject(party)) == [other, deadline]


@pytest.mark.parametrize("count", [1, 3])
def test_the_work_queue_is_one_query_however_long(bureau, head, count, django_assert_num_queries):
    for number in range(count):
        start(factories.make_party(bureau, f"示例街道{number}"), "D-P07")
    with django_assert_num_queries(1):
        assert len(deadlines.open_deadlines(head)) == count


def test_clocks_started_together_are_those_started_alone(bureau, django_assert_max_num_queries):
    """A record whose clock runs keeps it; how many there are costs no further query."""
    parties = [factories.make_party(bureau, f"示例街道{number}") for number in range(9)]
    running = deadlines.start(parties[0], "D-P07", bureau=bureau, on=date(2024, 9, 2))
    rows = [(party, party) for party in parties]
    with django_assert_max_num_queries(12):
        due = deadlines.start_together(rows, "D-P07", bureau=bureau, on=SERVED, name="听证")
    assert due == DUE and deadlines.for_subject(parties[0]).get() == running
    alone = start(factories.make_party(bureau, "示例街道十"), "D-P07", name="听证")
    kept = ("name", "bound", "trigger_on", "due_on", "article", "mark", "explanation")
    for party in parties[1:]:
        clock = deadlines.for_subject(party).get()
        assert [getattr(clock, field) for field in kept] == [
            getattr(alone, field) for field in kept
        ]
        assert clock.party == party
    assert deadlines.start_together([], "D-P07", bureau=bureau, on=SERVED, name="听证") == DUE


def test_a_clock_in_the_unit_of_its_paper_is_counted_again_in_it(party):
    clock = start(party, "D-I20", on=date(2026, 12, 20), length=20, unit="workday")
    assert (clock.due_on, clock.provisional) == (date(2027, 1, 15), True)
    record_2027()
    assert deadlines.recheck_provisional() == 1
    clock.refresh_from_db()
    assert (clock.due_on, clock.provisional) == (date(2027, 1, 18), False)
    assert "文书载明的期限为20个工作日。" in clock.explanation
