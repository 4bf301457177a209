"""A check ends: the clock of its letter, the reminder of what is open, and its closing."""

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.models import Message
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused
from inspections.queries.rectification import feedback_letters
from inspections.services import rectification as services
from inspections.services import requests
from tests.inspections.rectifying import (
    answer,
    days,
    make_finding,
    make_look_back,
    make_record,
    make_visit,
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
