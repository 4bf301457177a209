"""What may be done with a check, and the strip of its stages."""

from datetime import date, timedelta

import pytest

from archives_enforcement.accounts.models import Party
from archives_enforcement.templatetags.formats import cn_day
from inspections.models import Inspection
from inspections.queries import month, progress, slots
from inspections.queries.acts import Record, acts_on
from inspections.queries.visit_work import work_for_visits
from inspections.queries.work import Group
from inspections.services import notices, visit_decisions
from tests import factories
from tests.inspections import arranging
from tests.inspections.arranging import ON, THURSDAY


@pytest.mark.parametrize(
    ("state", "now"),
    [
        ("draft", "审批"),
        ("pending", "审批"),
        ("approved", "通知"),
        ("on_site", "现场"),
        ("recorded", "反馈"),
        ("rectifying", "整改"),
        ("closed", None),
        ("cancelled", None),
    ],
)
def test_the_strip_shows_one_stage_at_a_time(approved, state, now):
    approved.state = state
    found = [step.label for step in progress.steps(approved) if step.state == "now"]
    assert found == ([now] if now else [])


def test_a_delivered_notice_moves_the_strip_to_the_visit(approved, officer):
    document = notices.draft_notice(approved, actor=officer, on=ON)
    document.state, document.issued_on = "issued", ON

    def now():
        steps = progress.steps(approved, documents=[document])
        return [step.label for step in steps if step.state == "now"]

    row = document.deliveries.create(party=document.party, sent_on=ON)
    assert now() == ["通知"]
    row.delivered_on = ON
    row.save()
    assert now() == ["现场"]


def test_the_strip_does_not_tick_a_notice_that_nobody_got(approved, officer):
    document = notices.draft_notice(approved, actor=officer, on=ON)

    def told():
        steps = progress.steps(approved, documents=[document])
        return next((step.note, step.state) for step in steps if step.label == "通知")

    assert told() == ("", "now")
    approved.state, approved.inspected_on = "on_site", approved.scheduled_on
    assert told() == ("没有通知书", "")
    document.state, document.issued_on = "issued", ON
    document.deliveries.create(party=document.party, sent_on=ON, delivered_on=ON)
    assert told() == (cn_day(ON), "done")


def acts(inspection, user, on=ON, documents=()):
    record = Record(inspection, list(documents), [])
    return [(act.label, bool(act.why)) for act in acts_on(record, user, on)]


def test_a_draft_without_team_offers_the_team_first(officer, unit):
    visit = arranging.draft_visit(officer, unit)
    assert acts(visit, officer) == [
        ("确定检查组", False),
        ("修改时间和地点", False),
        ("邀请观察员", False),
        ("取消检查", False),
        ("提交审批", True),
    ]


def test_the_head_is_offered_the_decision(pending, head):
    assert acts(pending, head) == [("批准检查", False), ("退回修改", False)]


def test_after_approval_the_notice_comes_first_and_only_once(approved, officer):
    before = acts(approved, officer, THURSDAY)
    document = notices.draft_notice(approved, actor=officer, on=ON)
    after = acts(approved, officer, THURSDAY, [document])
    assert ("起草检查通知书", False) in before
    assert ("起草检查通知书", False) not in after


@pytest.mark.parametrize(
    ("on", "first"), [(THURSDAY - timedelta(days=1), []), (THURSDAY, ["开始检查"])]
)
def test_starting_is_the_first_button_on_the_day_itself(approved, officer, on, first):
    document = notices.draft_notice(approved, actor=officer, on=ON)
    buttons = acts_on(Record(approved, [document], []), officer, on)
    assert [act.label for act in buttons if act.primary] == first


def test_observers_are_not_offered_at_enterprises(officer, bureau):
    unit = factories.make_unit(bureau, "示例企业", Party.Kind.STATE_ENTERPRISE)
    offered = [label for label, _ in acts(arranging.draft_visit(officer, unit), officer)]
    assert "邀请观察员" not in offered


def test_a_reader_is_offered_nothing(pending, reviewer):
    assert acts(pending, reviewer) == []


def test_a_waiting_check_stands_in_the_work_of_the_head_alone(pending, head, officer):
    found = [work_for_visits(user, ON) for user in (head, officer)]
    assert [[item.group for item in items] for items in found] == [[Group.APPROVAL], []]
    assert found[0][0].due == THURSDAY


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        (THURSDAY - timedelta(days=8), False),
        (THURSDAY - timedelta(days=7), True),
        (THURSDAY + timedelta(days=1), True),  # gone by without a record
    ],
)
def test_an_approved_visit_stands_in_the_work_of_its_team(approved, officer, today, shown):
    items = work_for_visits(officer, today)
    assert [item.group for item in items] == ([Group.VISIT] if shown else [])


def test_a_visit_does_not_stand_in_the_work_of_others(approved, bureau):
    third = factories.make_officer("third", bureau)
    assert work_for_visits(third, THURSDAY) == []


def test_a_returned_check_comes_back_with_its_reason(pending, head, officer):
    visit_decisions.return_inspection(pending, actor=head, on=ON, note="请改期")
    (item,) = work_for_visits(officer, ON)
    assert (item.group, item.basis) == (Group.RETURNED, "退回原因：请改期")


def test_a_draft_waits_for_its_drafter(officer, second_officer, unit):
    arranging.draft_visit(officer, unit)
    groups = [
        [item.group for item in work_for_visits(user, ON)] for user in (officer, second_officer)
    ]
    assert groups == [[Group.PREPARATION], []]


def test_the_month_shows_visits_holidays_and_usual_days(approved, officer):
    shown = month.shown(officer, month.Month(2024, 9))
    days = {day.day: day for week in shown.weeks for day in week}
    assert days[THURSDAY].visits == [approved]
    assert days[THURSDAY].loads == [("下午", 1, ["officer", "second_officer"])]
    festival = days[date(2024, 9, 17)]
    assert (festival.is_workday, festival.holiday) == (False, "中秋节")
    usual = [day.day.day for day in days.values() if day.is_usual and day.in_month]
    assert usual == [5, 12, 19, 26]


def test_the_month_leaves_other_bureaus_out(approved, other_bureau):
    foreign = factories.make_officer("foreign", other_bureau)
    shown = month.shown(foreign, month.Month(2024, 9))
    assert [day.visits for week in shown.weeks for day in week if day.visits] == []
    assert shown.people == []


def test_months_turn_over_the_year():
    assert (month.Month(2024, 1).before, month.Month(2024, 12).after) == ("2023-12", "2025-01")


def test_a_cancelled_check_leaves_the_calendar(approved, officer):
    Inspection.objects.filter(pk=approved.pk).update(state="cancelled")
    assert list(slots.arranged(officer, THURSDAY, THURSDAY)) == []
