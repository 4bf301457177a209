"""The unit answers, the bureau reviews: who may, in which order, what stands in the way."""

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.models import StoredFile
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.arithmetic import add_workdays
from archives_enforcement.workdays.calendar import load
from archives_enforcement.workflow import Refused
from inspections.models import Finding, Reply
from inspections.queries.rectification import feedback_letters, overdue
from inspections.services import answers, requests
from inspections.services import rectification as services
from tests import factories
from tests.inspections.rectifying import (
    answer,
    days,
    make_finding,
    make_look_back,
    make_record,
    make_visit,
    upload,
)

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


def enter(finding, actor, *, on, files=None):
    files = [upload()] if files is None else files
    return answers.enter_reply(
        finding, actor=actor, on=on, kind="fixed", text="已改好", files=files
    )


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


def test_the_clock_of_the_letter_stops_when_every_problem_is_answered(visit, contact):
    letter = start_letter_clock(visit)
    first, second = make_finding(visit, 1), make_finding(visit, 2)
    answer(first, contact)
    assert clock(letter, "D-I08").met_on is None
    answer(second, contact)
    assert clock(letter, "D-I08").met_on == TODAY


def test_the_clock_of_the_letter_moves_when_all_that_is_left_has_more_time(visit, contact, officer):
    letter = start_letter_clock(visit)
    first, second = make_finding(visit, 1, due=30), make_finding(visit, 2, due=30)
    answer(first, contact)
    answer(second, contact, kind="more_time", text="等待供货", until=days(60))
    requests.extend(second, actor=officer, on=TODAY)
    assert clock(letter, "D-I08").due_on == days(60)


def start_letter_clock(visit):
    letter = feedback_letters(visit).get()
    deadlines.start(letter, "D-I08", bureau=visit.bureau, party=visit.party, on=days(-1))
    return letter


def test_a_visit_is_closed_when_nothing_is_open_and_the_unit_is_told(finding, contact, officer):
    visit = finding.inspection
    with pytest.raises(Refused, match="第 1 项没有复核通过"):
        services.close(visit, actor=officer, on=TODAY)
    services.verify_on_site(finding, actor=officer, on=TODAY, note="已换")
    with pytest.raises(Refused, match="现场检查笔录还没有定稿，不能办结"):
        services.close(visit, actor=officer, on=TODAY)
    make_record(visit, officer)
    assert services.close(visit, actor=officer, on=TODAY).state == "closed"
    assert Message.objects.filter(recipient=contact, text__contains="已办结").count() == 1


def test_a_check_is_not_closed_before_its_letter(unit, officer):
    untold = make_visit(unit, officer, state="recorded", letter=None)
    with pytest.raises(Refused, match="反馈意见书还没有签发，不能办结"):
        services.close(untold, actor=officer, on=TODAY)


def test_a_look_back_is_closed_without_a_letter_and_the_unit_is_told_nothing(
    finding, contact, officer
):
    trip = make_look_back(finding.inspection, officer, p1="not_fixed")
    assert services.close(trip, actor=officer, on=TODAY).state == "closed"
    assert Message.objects.filter(recipient=contact).count() == 0


def test_a_reminder_names_what_is_unanswered_and_goes_out_once_a_day(visit, contact, officer):
    make_finding(visit, 1, state="accepted")
    make_finding(visit, 2)
    make_finding(visit, 3, state="returned")
    make_finding(visit, 4, state="replied")
    assert services.remind(visit, actor=officer, on=TODAY) == 1
    assert Message.objects.get().text == "请尽快回复第 2、3 项问题的整改情况。"
    with pytest.raises(Refused, match="已经催办过一次"):
        services.remind(visit, actor=officer, on=TODAY)
    assert AuditEntry.objects.get(action="remind").details == {"findings": [2, 3], "people": 1}


def test_there_is_nothing_to_remind_of_when_all_is_answered(visit, officer):
    make_finding(visit, 1, state="replied")
    with pytest.raises(Refused, match="不用催办"):
        services.remind(visit, actor=officer, on=TODAY)


def test_a_clerk_does_not_remind(finding, clerk):
    with pytest.raises(PermissionDenied):
        services.remind(finding.inspection, actor=clerk, on=TODAY)
