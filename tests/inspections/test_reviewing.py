"""The bureau reviews an answer: who may, in which order, and what becomes of the clocks."""

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.arithmetic import add_workdays
from archives_enforcement.workdays.calendar import load
from archives_enforcement.workflow import Refused
from inspections.models import Finding, Reply
from inspections.queries.rectification import overdue
from inspections.services import rectification as services
from inspections.services import requests
from tests.inspections.entering_replies import enter
from tests.inspections.rectifying import answer, days, make_finding, make_visit

TODAY = days(0)


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


@pytest.fixture
def finding(visit):
    return make_finding(visit, clock=True)


def clock(finding, code):
    return deadlines.for_subject(finding).get(code=code)


def test_an_accepted_reply_strikes_off_and_meets_both_clocks(finding, contact, officer):
    answer(finding, contact)
    services.accept(finding, actor=officer, on=TODAY)
    finding.refresh_from_db()
    reply = finding.replies.get()
    assert (finding.state, finding.accepted_on) == ("accepted", TODAY)
    assert (reply.outcome, reply.reviewed_by, reply.reviewed_on) == ("accepted", officer, TODAY)
    assert [clock(finding, code).met_on for code in ("D-I08", "D-I09")] == [TODAY, TODAY]


def test_who_entered_a_paper_reply_does_not_review_it(finding, officer, second_officer):
    enter(finding, officer, on=TODAY)
    for review in (services.accept, services.return_reply):
        with pytest.raises(Refused, match="不能由您自己复核"):
            review(finding, actor=officer, on=TODAY, note="理由")
    assert services.accept(finding, actor=second_officer, on=TODAY).state == "accepted"


def test_a_review_is_not_older_than_the_reply(finding, contact, officer):
    answer(finding, contact)
    with pytest.raises(Refused, match="回复的日期"):
        services.accept(finding, actor=officer, on=days(-1))


def test_a_unit_cannot_review_its_own_reply(finding, contact):
    answer(finding, contact)
    with pytest.raises(PermissionDenied):
        services.accept(finding, actor=contact, on=TODAY)


def test_without_a_reply_there_is_nothing_to_accept(finding, officer):
    with pytest.raises(Refused, match="待整改"):
        services.accept(finding, actor=officer, on=TODAY)


def test_an_objection_is_upheld_only_with_a_reason(finding, contact, officer):
    answer(finding, contact, kind="objection", text="本单位没有库房")
    with pytest.raises(Refused, match="写明理由"):
        requests.uphold(finding, actor=officer, on=TODAY, note=" ")
    finding = requests.uphold(finding, actor=officer, on=TODAY, note="经核对没有库房")
    assert (finding.state, clock(finding, "D-I08").met_on) == ("accepted", TODAY)


def test_granted_time_moves_the_day_and_the_clock_and_opens_the_finding(finding, contact, officer):
    until = days(40)
    answer(finding, contact, kind="more_time", text="等待供货", until=until)
    finding = requests.extend(finding, actor=officer, on=TODAY)
    assert (finding.state, finding.due_on, finding.accepted_on) == ("open", until, None)
    assert clock(finding, "D-I08").due_on == until
    assert (clock(finding, "D-I08").met_on, clock(finding, "D-I09").met_on) == (None, TODAY)


def test_time_that_is_already_up_is_not_granted(finding, contact, officer):
    answer(finding, contact, kind="more_time", text="等待供货", until=days(30))
    Reply.objects.update(until=TODAY)
    with pytest.raises(Refused, match="已经到了"):
        requests.extend(finding, actor=officer, on=TODAY)


def test_a_returned_reply_says_why_and_the_unit_answers_again(finding, contact, officer):
    answer(finding, contact)
    with pytest.raises(Refused, match="退回的原因"):
        services.return_reply(finding, actor=officer, on=TODAY, note=" ")
    finding = services.return_reply(finding, actor=officer, on=TODAY, note="请补照片")
    assert (finding.state, finding.replies.get().outcome_note) == ("returned", "请补照片")
    assert clock(finding, "D-I09").met_on == TODAY
    assert answer(finding, contact, text="已补照片").state == "replied"
    assert deadlines.for_subject(finding).filter(code="D-I09", met_on=None).count() == 1


@pytest.mark.parametrize(("replied", "given"), [(-3, True), (-1, False)])
def test_who_answered_by_the_day_is_not_late_by_the_return(visit, contact, officer, replied, given):
    """His day was the day before yesterday; who answered after it stays late."""
    finding = make_finding(visit, clock=True)
    deadlines.for_subject(finding).update(due_on=days(-2))
    Finding.objects.filter(pk=finding.pk).update(due_on=days(-2))
    answer(finding, contact)
    Reply.objects.update(replied_on=days(replied))
    finding = services.return_reply(finding, actor=officer, on=TODAY, note="请补照片")
    until = add_workdays(TODAY, 5, load().is_workday) if given else days(-2)
    row = clock(finding, "D-I08")
    assert (finding.due_on, row.due_on) == (until, until)
    assert list(overdue(visit.findings, TODAY)) == ([] if given else [finding])
    said = AuditEntry.objects.about(finding).filter(action="give_days")
    assert (said.exists(), "没有法律规定" in row.explanation) == (given, given)


def test_seen_put_right_on_site_needs_no_reply(finding, officer):
    with pytest.raises(Refused, match="现场看到的情况"):
        services.verify_on_site(finding, actor=officer, on=TODAY, note="")
    finding = services.verify_on_site(finding, actor=officer, on=TODAY, note="两具灭火器已更换")
    assert (finding.state, clock(finding, "D-I08").met_on) == ("accepted", TODAY)
