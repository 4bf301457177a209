"""The unit answers, itself or on paper: what is asked of a reply, and who may enter it."""

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.models import StoredFile
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.models import Finding, Reply
from tests import factories
from tests.inspections.entering_replies import enter
from tests.inspections.rectifying import answer, days, make_finding, make_visit, upload

TODAY = days(0)


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


@pytest.fixture
def finding(visit):
    return make_finding(visit, clock=True)


def clock(finding, code):
    return deadlines.for_subject(finding).get(code=code)


def test_a_reply_waits_for_review_with_its_files_and_its_clock(finding, contact):
    answer(finding, contact, files=[upload()])
    finding.refresh_from_db()
    reply = finding.replies.get()
    file = StoredFile.objects.get()
    assert (finding.state, reply.text, reply.on_behalf) == ("replied", "已换新灭火器两具", False)
    assert (file.subject, file.shown_to_party, file.party) == (
        reply,
        True,
        finding.inspection.party,
    )
    assert clock(finding, "D-I09").trigger_on == TODAY


def test_a_reply_tells_the_team_and_nobody_else(finding, contact, officer, second_officer, clerk):
    answer(finding, contact)
    told = Message.objects.values_list("recipient__username", flat=True)
    assert sorted(told) == ["officer", "second_officer"]


@pytest.mark.parametrize(
    ("kind", "text", "until"),
    [
        ("fixed", "　", None),
        ("other", "已改好", None),
        ("more_time", "等待供货", None),
        ("more_time", "等待供货", 0),
        ("more_time", "等待供货", -1),
    ],
)
def test_an_incomplete_reply_is_refused_and_nothing_is_kept(finding, contact, kind, text, until):
    with pytest.raises(Refused):
        answer(finding, contact, kind=kind, text=text, until=None if until is None else days(until))
    finding.refresh_from_db()
    assert (finding.state, Reply.objects.count()) == ("open", 0)


def test_more_time_must_lie_after_the_present_day(visit, contact):
    finding = make_finding(visit, due=10)
    with pytest.raises(Refused, match="晚于"):
        answer(finding, contact, kind="more_time", until=days(10))
    assert answer(finding, contact, kind="more_time", until=days(11)).state == "open"


def test_a_file_of_a_wrong_type_refuses_the_whole_reply(finding, contact):
    with pytest.raises(Refused, match="不是可以接收的格式"):
        answer(finding, contact, files=[upload("说明.exe", b"MZ")])
    finding.refresh_from_db()
    assert (finding.state, Reply.objects.count(), StoredFile.objects.count()) == ("open", 0, 0)


def test_another_unit_cannot_reply(finding, bureau):
    other = factories.make_contact("other", factories.make_unit(bureau, "示例街道二").party)
    with pytest.raises(Finding.DoesNotExist):
        answer(finding, other)


def test_before_the_letter_the_unit_cannot_reply_and_staff_cannot_enter_one(
    unit, officer, contact, head
):
    visit = make_visit(unit, officer, state="recorded", letter=None)
    finding = make_finding(visit, due=None)
    with pytest.raises(Finding.DoesNotExist):
        answer(finding, contact)
    with pytest.raises(Refused, match="反馈意见书还没有签发"):
        enter(finding, officer, on=TODAY)


def test_a_paper_reply_is_entered_with_its_scan_and_marked(finding, officer):
    enter(finding, officer, on=days(-2))
    reply = finding.replies.get()
    entry = AuditEntry.objects.get(action="enter_reply")
    assert (reply.on_behalf, reply.replied_on, reply.replied_by) == (True, days(-2), officer)
    assert (entry.on_behalf_of, entry.backfilled) == ("示例街道一", True)


def test_a_paper_reply_without_its_scan_is_refused(finding, officer):
    with pytest.raises(Refused, match="扫描件"):
        enter(finding, officer, on=TODAY, files=[])


def test_a_paper_reply_is_not_older_than_the_letter(finding, officer):
    with pytest.raises(Refused, match="签发日期"):
        enter(finding, officer, on=days(-21))
    assert enter(finding, officer, on=days(-20)).state == "replied"


def test_only_who_may_act_for_units_enters_a_paper_reply(finding, bureau):
    plain = factories.make_officer("plain", bureau)
    with pytest.raises(PermissionDenied):
        enter(finding, plain, on=TODAY)
