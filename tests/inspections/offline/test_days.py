"""Which day counts when a device says one."""

import uuid
from datetime import timedelta

import pytest

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workflow import Refused
from inspections.models import Inspection
from inspections.services.offline import prepare
from inspections.services.rescheduling import reschedule
from tests.inspections import on_site
from tests.inspections.offline.sending import (
    FOUR_DAYS_LATER,
    NEXT_MORNING,
    NOON,
    START,
    answer,
    do,
    moment,
)
from tests.inspections.on_site import DAY


def test_after_midnight_the_day_of_the_visit_counts_and_both_times_are_noted(bundle, clock):
    clock.move_to(moment(NEXT_MORNING))
    do(bundle, "start", START)
    bundle.inspection.refresh_from_db()
    assert bundle.inspection.inspected_on == DAY
    entry = AuditEntry.objects.about(bundle.inspection).first()
    assert (entry.on, entry.backfilled, entry.note) == (
        DAY, False, "离线办理，设备时间2024年9月5日 12:00，2024年9月6日 08:30收到",
    )  # fmt: skip
    act = bundle.acts.get()
    assert (act.acted_at, act.received_at) == (moment(NOON), moment(NEXT_MORNING))


def test_the_same_officer_cannot_name_that_day_on_the_pages(visit, late, clock):
    clock.move_to(moment(NEXT_MORNING))
    with pytest.raises(Refused, match="没有补录权限"):
        on_site.begin(visit, late, DAY)


@pytest.mark.parametrize("at", ["2024-09-05T08:50:00+08:00", "2024-09-07T12:00:00+08:00"])
def test_a_time_outside_the_two_moments_of_the_server_dates_nothing(begun, clock, at):
    clock.move_to(moment(NEXT_MORNING))
    answer(begun, "conforms", at=at)
    entry = AuditEntry.objects.about(begun.inspection).first()
    assert entry.on == moment(NEXT_MORNING).date()
    assert "不可信" in entry.note


def test_a_day_that_was_not_approved_begins_nothing_and_what_was_sent_can_come_again(
    bundle, visit, head, clock
):
    number = uuid.uuid4()
    Inspection.objects.filter(pk=visit.pk).update(scheduled_on=DAY + timedelta(days=7))
    with pytest.raises(Refused, match="批准的检查日期是2024年9月12日.*请机关负责人改期"):
        do(bundle, "start", START, number=number)
    assert not bundle.acts.exists()
    reschedule(visit, actor=head, on=DAY, day=DAY, session="afternoon", reason="单位请求提前")
    do(bundle, "start", START, number=number)
    visit.refresh_from_db()
    assert (visit.state, visit.inspected_on) == ("on_site", DAY)


def test_a_day_gone_by_takes_nothing_along(visit, officer):
    after = DAY + timedelta(days=1)
    with pytest.raises(Refused, match="2024年9月6日不能开始检查"):
        prepare(visit, actor=officer, on=after)
    assert prepare(visit, actor=officer, on=DAY)


def test_clocks_that_differ_a_little_do_no_harm(bundle, clock):
    clock.move_to(moment("2024-09-05T23:58:00+08:00"))
    do(bundle, "start", START, at="2024-09-06T00:01:00+08:00")
    assert AuditEntry.objects.about(bundle.inspection).first().on == DAY


def test_after_its_time_a_bundle_dates_nothing_without_the_right_to_enter_late(bundle, clock):
    clock.move_to(moment(FOUR_DAYS_LATER))
    with pytest.raises(Refused, match="没有补录权限"):
        do(bundle, "start", START)


def test_after_its_time_who_may_enter_late_does_and_it_is_marked(visit, officer, clock):
    bundle, _ = prepare(visit, actor=officer, on=DAY)
    clock.move_to(moment(FOUR_DAYS_LATER))
    do(bundle, "start", START)
    entry = AuditEntry.objects.about(visit).first()
    assert (entry.on, entry.backfilled) == (DAY, True)
