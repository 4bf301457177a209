"""到期提醒: whom it leaves alone, what it names, how early it goes, and that it goes once."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.models import Message
from inspections import tasks
from inspections.models import Finding, RectificationRule
from inspections.services import reminders
from tests import factories
from tests.inspections.rectifying import days, make_finding, make_visit

DAY = timedelta(days=1)


@pytest.fixture
def visit(unit, officer):
    return make_visit(unit, officer)


@pytest.fixture
def workday(monkeypatch):
    monkeypatch.setattr(reminders.calendar.Calendar, "is_workday", lambda self, day: True)


def stages_sent(finding):
    return list(finding.reminders.values_list("stage", flat=True).distinct().order_by("pk"))


@pytest.mark.parametrize("change", [{"state": "replied"}, {"paused_on": days(-1)}])
def test_who_has_answered_or_may_wait_is_left_alone(bureau, visit, contact, workday, change):
    finding = make_finding(visit, due=0, **change)
    assert reminders.send_due(bureau, days(0)) == 0
    Finding.objects.update(state="open", paused_on=None)
    assert reminders.send_due(bureau, days(0)) == 2
    assert set(stages_sent(finding)) == {"before", "due"}


def test_a_closed_or_untold_visit_is_left_alone(bureau, unit, officer, workday):
    make_finding(make_visit(unit, officer, state="recorded", letter=None), due=-1)
    assert reminders.send_due(bureau, days(0)) == 0


def test_nothing_is_sent_on_a_day_off(bureau, visit, contact, monkeypatch):
    make_finding(visit, due=0)
    monkeypatch.setattr(reminders.calendar.Calendar, "is_workday", lambda self, day: False)
    assert reminders.send_due(bureau, days(0)) == 0


def test_one_message_names_all_that_is_due_and_the_page_and_the_trail_keep_it(
    client, bureau, visit, contact, officer, workday
):
    for position, due in ((1, 0), (2, 0), (3, -2)):
        finding = make_finding(visit, position, due=due)
    reminders.send_due(bureau, days(0))
    text = Message.objects.get(recipient=contact).text
    assert "第 3 项已过整改期限" in text and "第 1、2 项的整改期限是" in text
    assert AuditEntry.objects.get(action="remind_of_day").actor_name == "系统"
    client.force_login(officer)
    assert "单位 1 人，检查组 1 人" in client.get(finding.get_absolute_url()).text


def test_without_an_account_at_the_unit_the_officer_is_told_to_call(bureau, visit, workday):
    make_finding(visit, due=0)
    assert reminders.send_due(bureau, days(0)) == 1
    assert "请电话提醒" in Message.objects.get().text


def test_the_rule_of_the_bureau_says_how_early(bureau, visit, contact, workday):
    finding = make_finding(visit, due=6)
    assert reminders.send_due(bureau, days(0)) == 0
    RectificationRule.objects.create(
        bureau=bureau, valid_from=days(0), remind_before=6, source="本局规定"
    )
    assert reminders.send_due(bureau, days(0)) == 2
    assert stages_sent(finding)[0] == "before"


def test_a_visit_that_fails_keeps_no_other_from_its_reminder(
    bureau, unit, officer, contact, workday, monkeypatch
):
    visits = [make_visit(unit, officer) for _ in range(2)]
    findings = [make_finding(visit, due=0) for visit in visits]
    send = reminders._tell

    def fails(visit, *args):
        if visit == visits[0]:
            raise RuntimeError("坏了")
        return send(visit, *args)

    monkeypatch.setattr(reminders, "_tell", fails)
    with pytest.raises(RuntimeError):
        reminders.send_due(bureau, days(0))
    assert [row.reminders.exists() for row in findings] == [False, True]


def test_each_bureau_has_its_row_once_a_day(bureau, db):
    other = factories.make_bureau("另一区档案局", "120199")
    assert queue.plan_day() == 5  # one is of the site and of no bureau
    assert queue.plan_day() == 0
    for kind in (tasks.SEND_REMINDERS, tasks.SEND_SELF_REMINDERS):
        assert {row.bureau for row in Job.objects.filter(kind=kind)} == {bureau, other}
    with time_machine.travel(timezone.now() + DAY):
        assert queue.plan_day() == 5


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_jobs_that_run_at_once_remind_each_person_once(bureau, visit, contact, workday):
    make_finding(visit, due=0)

    def run(_):
        try:
            return reminders.send_due(bureau, days(0))
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as at_once:
        assert sorted(at_once.map(run, range(4))) == [0, 0, 0, 2]
