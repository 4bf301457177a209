"""紧急检查: begun at once, approved afterwards within the clock."""

from datetime import time, timedelta

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.accounts.models import User
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services as documents
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workflow import Refused
from inspections.models import Lead
from inspections.queries.visit_work import work_for_visits
from inspections.services import concluding, reporting, site_records, urgent
from tests import factories
from tests.inspections import arranging, on_site

DAY = arranging.THURSDAY


@pytest.fixture
def draft(officer, second_officer, unit):
    return arranging.make_team(arranging.draft_visit(officer, unit), officer, second_officer)


def go(visit, actor, **changed):
    asked = {"on": DAY, "arrived_at": time(9), "reason": "库房进水，档案受淹", **changed}
    return urgent.go_urgently(visit, actor=actor, **asked)


@pytest.fixture
def gone(draft, officer, head):
    return go(draft, officer)


def test_an_urgent_check_begins_without_approval_and_says_why(gone, head, officer):
    assert (gone.state, gone.approved_on, gone.inspected_on) == ("on_site", None, DAY)
    assert AuditEntry.objects.get(action="go_urgently").note == "库房进水，档案受淹"


def test_without_a_reason_it_waits_for_approval(draft, officer):
    with pytest.raises(Refused, match="理由"):
        go(draft, officer, reason=" ")
    draft.refresh_from_db()
    assert draft.state == "draft"


def test_urgency_spares_nobody_his_certificate(officer, unit, bureau):
    late = factories.make_officer("late", bureau, valid_to=DAY)
    visit = arranging.make_team(arranging.draft_visit(officer, unit), officer, late)
    with pytest.raises(Refused, match="不足两人.*第四十七条"):
        go(visit, officer, on=DAY + timedelta(1))
    assert go(visit, officer).state == "on_site"


def conclude(visit, officer):
    on_site.fill(on_site.tell(visit, officer, DAY, time(9, 5)), officer, left_at=time(11))
    return concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)


def test_the_head_approves_afterwards_and_the_clock_is_met(gone, officer, head):
    visit = conclude(gone, officer)
    clock = Deadline.objects.get(code="D-I04")
    assert (clock.due_on, clock.met_on) == (DAY + timedelta(1), None)
    approved = urgent.approve_afterwards(visit, actor=head, on=DAY)
    clock.refresh_from_db()
    assert (approved.approved_by, approved.approved_on, clock.met_on) == (head, DAY, DAY)
    with pytest.raises(Refused, match="没有要补办"):
        urgent.approve_afterwards(visit, actor=head, on=DAY)


def test_no_letter_goes_out_before_the_approval(gone, officer, head):
    letter = on_site.draft(conclude(gone, officer), officer)
    with pytest.raises(Refused, match="还没有补办批准.*54号"):
        on_site.issue(letter, officer, head)
    urgent.approve_afterwards(gone, actor=head, on=DAY)
    letter.refresh_from_db()
    assert letter.state == "submitted"
    documents.sign(letter, actor=head, on=DAY)
    gone.refresh_from_db()
    assert gone.state == "fed_back"


def test_a_check_approved_beforehand_starts_no_such_clock(officer, second_officer, head, unit):
    on_site.recorded(on_site.approved(unit, head, officer, second_officer), officer)
    assert not Deadline.objects.filter(code="D-I04").exists()


def test_who_went_or_drafted_does_not_approve_afterwards(gone, officer, bureau, head):
    both = factories.make_officer("both", bureau, "head", "backfiller")
    gone.team.create(user=both, part="officer")
    with pytest.raises(Refused, match="参加检查的人员"):
        urgent.approve_afterwards(gone, actor=both, on=DAY)
    with pytest.raises(PermissionDenied):
        urgent.approve_afterwards(gone, actor=officer, on=DAY)
    factories.give(officer, "approve_inspection")
    with pytest.raises(Refused, match="经办人不能批准"):
        urgent.approve_afterwards(gone, actor=User.objects.get(pk=officer.pk), on=DAY)
    assert urgent.approve_afterwards(gone, actor=head, on=DAY).approved_by == head


def test_an_approval_is_not_older_than_the_check(gone, head):
    with pytest.raises(Refused, match="不能早于检查日期"):
        urgent.approve_afterwards(gone, actor=head, on=DAY - timedelta(1))


def refuse(visit, head, reason="没有紧急情形"):
    return urgent.refuse_afterwards(visit, actor=head, on=DAY, reason=reason)


def concluded_with_a_problem(visit, officer):
    visit = on_site.tell(visit, officer, DAY, time(9, 5))
    on_site.fill(visit, officer, "2-02", facts="灭火器过期", left_at=time(11))
    return concluding.conclude(visit, actor=officer, on=DAY, signing=on_site.SIGNED)


def test_a_refused_approval_ends_the_visit_and_keeps_what_was_seen(gone, officer, bureau, head):
    reviewer = factories.make_user("reviewer", "reviewer", bureau=bureau)
    visit = refuse(concluded_with_a_problem(gone, officer), head)
    decided = (visit.state, visit.refused_by, visit.refused_because)
    assert decided == ("unapproved", head, "没有紧急情形")
    clocks = {row.code: row for row in deadlines.for_subject(visit)}
    assert (clocks["D-I04"].met_on, clocks["D-I06"].cancelled_on) == (DAY, DAY)
    assert clocks["D-I05"].is_open
    lead = Lead.objects.get()
    assert (lead.party, lead.source, lead.received_on) == (visit.party, "inspection", DAY)
    assert "灭火器过期" in lead.text
    assert Message.objects.filter(recipient=reviewer, text__contains="没有紧急情形").exists()
    with pytest.raises(Refused, match="检查还没有结束|未经批准"):
        on_site.draft(visit, officer)
    with pytest.raises(Refused, match="没有要补办"):
        urgent.approve_afterwards(visit, actor=head, on=DAY)


def test_what_was_refused_is_still_reported_and_put_on_record(gone, officer, head, bureau):
    visit = refuse(concluded_with_a_problem(gone, officer), head)
    desk = factories.make_user("desk", "clerk", "backfiller", bureau=bureau)
    assert site_records.draft_site_record(visit, actor=officer, on=DAY).kind == "site_record"
    assert reporting.record_report(visit, actor=desk, on=DAY).reported_on == DAY


def test_without_problems_a_refusal_leaves_no_lead(gone, officer, head):
    refuse(conclude(gone, officer), head)
    assert not Lead.objects.exists()


def test_a_refusal_says_why_and_waits_for_the_end_of_the_visit(gone, officer, head):
    with pytest.raises(Refused, match="不能不予补办批准"):
        refuse(gone, head)
    visit = conclude(gone, officer)
    with pytest.raises(Refused, match="理由"):
        refuse(visit, head, " ")
    assert refuse(visit, head).state == "unapproved"


def test_who_went_does_not_refuse_his_own_visit(gone, officer, bureau, head):
    both = factories.make_user("both", "head", "backfiller", bureau=bureau)
    visit = conclude(gone, officer)
    row = visit.team.create(user=both, part="assistant")
    with pytest.raises(Refused, match="参加检查的人员"):
        refuse(visit, both)
    row.delete()
    assert refuse(visit, both).refused_by == both


def test_an_approved_visit_is_not_refused_afterwards(gone, officer, head):
    visit = urgent.approve_afterwards(conclude(gone, officer), actor=head, on=DAY)
    with pytest.raises(Refused, match="不能不予补办批准"):
        refuse(visit, head)


def test_the_page_of_a_refused_visit_says_so(gone, officer, head, client):
    visit = refuse(concluded_with_a_problem(gone, officer), head)
    client.force_login(head)
    page = client.get(visit.get_absolute_url())
    assert "未经批准" in page.text and "没有紧急情形" in page.text
    assert "发现的问题按线索另行处理" in page.text
    strip = {step.label: step.state for step in page.context["steps"]}
    assert (strip["审批"], strip["现场"], strip["反馈"]) == ("", "done", "")


def test_the_head_finds_it_among_his_work(gone, head, officer):
    texts = [item.text for item in work_for_visits(head, DAY)]
    assert f"补办批准：对{gone.unit}的紧急检查" in texts
    urgent.approve_afterwards(gone, actor=head, on=DAY)
    assert not [item for item in work_for_visits(head, DAY) if "补办" in item.text]
    assert Deadline.objects.filter(code="D-I04", met_on=None).count() == 0
