"""What waits for whom after the letter."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from inspections.models import Exemplary, Finding, Inspection, Interview
from inspections.queries.rectification_work import work_for_rectification
from inspections.queries.visit_work import work_for_visits
from inspections.services import answers
from tests import factories
from tests.inspections.rectifying import answer, days, make_finding, make_record, make_visit, upload

TODAY = days(0)


@pytest.fixture
def visit(unit, officer, second_officer):
    return make_visit(unit, officer, second_officer)


def texts(user):
    return [item.text for item in work_for_rectification(user, TODAY)]


def test_a_reply_waits_for_the_team_until_the_review_is_due(visit, contact, officer):
    finding = make_finding(visit)
    answer(finding, contact)
    (item,) = work_for_rectification(officer, TODAY)
    assert (item.text, item.url) == (
        "复核示例街道一第 1 项的回复（已经改好）",
        finding.get_absolute_url(),
    )
    assert item.due > TODAY


def test_others_of_the_bureau_are_not_asked(visit, contact, clerk, bureau):
    answer(make_finding(visit), contact)
    colleague = factories.make_officer("colleague", bureau)
    assert texts(colleague) == texts(clerk) == []


def test_who_entered_a_reply_is_not_asked_to_review_it(visit, officer, second_officer):
    answers.enter_reply(
        make_finding(visit), actor=officer, on=TODAY, kind="fixed", text="已改好", files=[upload()]
    )
    assert (texts(officer), len(texts(second_officer))) == ([], 1)


def test_late_problems_make_one_line_for_each_visit(visit, officer):
    make_finding(visit, 1, due=-2)
    make_finding(visit, 2, due=-3)
    make_finding(visit, 3, due=0)
    remind, look_back = work_for_rectification(officer, TODAY)
    assert (remind.text, remind.due) == (
        "催办示例街道一：第 1、2 项逾期没有回复",
        days(-3),
    )
    assert remind.url == reverse("inspections:inspection-remind", args=[visit.pk])
    assert look_back.text == "安排回头看：1 次检查还有逾期没有整改的问题"


def test_a_look_back_already_arranged_is_not_asked_for(visit, officer):
    make_finding(visit, due=-2)
    Inspection.objects.create(
        bureau=visit.bureau, unit=visit.unit, kind="look_back", origin=visit, state="draft",
        checklist=visit.checklist, scheduled_on=days(3), drafted_by=officer,
    )  # fmt: skip
    assert texts(officer) == ["催办示例街道一：第 1 项逾期没有回复"]


def test_a_visit_without_open_problems_is_to_be_closed(visit, officer):
    accepted = make_finding(visit, state="accepted")
    assert [item.text for item in work_for_visits(officer, TODAY)] == [
        f"{visit.unit}　现场检查笔录定稿"
    ]
    make_record(visit, officer)
    assert [item.text for item in work_for_visits(officer, TODAY)] == [
        f"办结{visit}：问题已全部销号"
    ]

    Finding.objects.filter(pk=accepted.pk).update(state="open")
    assert work_for_visits(officer, TODAY) == []


def test_a_visit_of_others_is_closed_by_its_own_team(visit, bureau):
    make_finding(visit, state="accepted")
    assert work_for_visits(factories.make_officer("colleague", bureau), TODAY) == []


def test_an_announced_interview_waits_for_its_minutes(visit, officer, head):
    Interview.objects.create(
        bureau=visit.bureau, unit=visit.unit, inspection=visit, kind="work", reason="逾期",
        place="会议室", scheduled_on=TODAY, scheduled_at="14:30", state="notified",
        drafted_by=officer,
    )  # fmt: skip
    make_finding(visit)
    assert texts(officer) == ["约谈示例街道一（14:30，会议室）"]
    assert texts(head) == []


def test_a_nomination_waits_for_a_head_who_did_not_make_it(visit, clerk, head, bureau):
    both = factories.make_user("both", "head", "clerk", bureau=bureau)
    Exemplary.objects.create(
        bureau=bureau, inspection=visit, reason="好", nominated_by=both, nominated_on=TODAY
    )
    assert texts(head) == ["决定示例街道一是否为整改优秀典型"]
    assert texts(both) == texts(clerk) == []


def test_the_work_list_asks_as_often_for_three_visits_as_for_one(bureau, officer):
    make_late(bureau, officer, 1)
    once = asked(officer)
    make_late(bureau, officer, 2)
    make_late(bureau, officer, 3)
    assert asked(officer) == once


def asked(user) -> int:
    texts(user)  # content types are asked for once
    with CaptureQueriesContext(connection) as queries:
        texts(user)
    return len(queries)


def make_late(bureau, officer, number):
    unit = factories.make_unit(bureau, f"示例街道{number}")
    make_finding(make_visit(unit, officer), due=-1)
