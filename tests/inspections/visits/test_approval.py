"""Checks are approved, returned and cancelled; their notice."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from inspections.models import Inspection
from inspections.services import visit_decisions, visits
from tests import factories
from tests.inspections import arranging
from tests.inspections.arranging import ON, THURSDAY


def test_the_drafter_does_not_approve(bureau, second_officer, unit):
    both = factories.make_officer("both", bureau, "head", "backfiller")
    pending = arranging.make_pending(both, second_officer, unit)
    with pytest.raises(Refused, match="经办人不能批准自己拟定的检查"):
        visit_decisions.approve_inspection(pending, actor=both, on=ON)


@pytest.mark.parametrize(
    ("on", "lawful"), [(THURSDAY, True), (THURSDAY + timedelta(days=1), False)]
)
def test_approval_comes_before_going(pending, head, on, lawful):
    if lawful:
        assert visit_decisions.approve_inspection(pending, actor=head, on=on).state == "approved"
    else:
        with pytest.raises(Refused, match="应当事先经机关负责人批准"):
            visit_decisions.approve_inspection(pending, actor=head, on=on)


def test_those_who_go_are_told_of_the_approval(approved, officer, second_officer):
    told = Message.objects.filter(text="2024年9月5日到示例街道一检查，已批准。")
    assert [row.recipient for row in told.order_by("pk")] == [officer, second_officer]


def test_a_return_needs_its_reason(pending, head):
    with pytest.raises(Refused, match="退回的原因"):
        visit_decisions.return_inspection(pending, actor=head, on=ON, note="")


def test_a_returned_check_may_be_changed_again(pending, head, officer):
    visit_decisions.return_inspection(pending, actor=head, on=ON, note="请改到 9 月 12 日")
    changed = visits.revise_inspection(
        pending,
        actor=officer,
        on=ON,
        checklist=arranging.checklist(),
        scheduled_on=date(2024, 9, 12),
        session="morning",
        place="",
    )
    assert (changed.scheduled_on, changed.session, changed.place) == (
        date(2024, 9, 12),
        "morning",
        "示例街道一",
    )


@pytest.mark.parametrize(
    ("who", "day", "error"),
    [
        ("head", THURSDAY, PermissionDenied),
        ("officer", ON - timedelta(days=1), Refused),
        ("officer", THURSDAY, None),
    ],
)
def test_who_drafts_may_move_a_draft_to_a_day_to_come(request, visit, who, day, error):
    def revise():
        return visits.revise_inspection(
            visit,
            actor=request.getfixturevalue(who),
            on=ON,
            checklist=arranging.checklist(),
            scheduled_on=day,
            session="morning",
            place="",
        )

    if error is None:
        assert revise().session == "morning"
    else:
        with pytest.raises(error):
            revise()


def test_a_pending_check_cannot_be_changed(pending, officer):
    with pytest.raises(Refused, match="待审批"):
        visits.revise_inspection(
            pending,
            actor=officer,
            on=ON,
            checklist=arranging.checklist(),
            scheduled_on=THURSDAY,
            session="morning",
            place="",
        )


def test_a_cancellation_needs_its_reason(approved, officer):
    with pytest.raises(Refused, match="取消的原因"):
        visit_decisions.cancel_inspection(approved, actor=officer, on=ON, note="")


def test_an_approved_check_may_be_cancelled(approved, officer):
    cancelled = visit_decisions.cancel_inspection(approved, actor=officer, on=ON, note="暴雨")
    entry = AuditEntry.objects.about(approved).first()
    assert (cancelled.state, entry.note) == ("cancelled", "暴雨")


def test_a_check_of_another_bureau_does_not_exist(pending, other_bureau):
    foreign = factories.make_user("foreign", "head", "backfiller", bureau=other_bureau)
    with pytest.raises(Inspection.DoesNotExist):
        visit_decisions.approve_inspection(pending, actor=foreign, on=ON)
