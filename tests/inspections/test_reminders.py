"""到期提醒 over a year, day by day: once each, on working days, whatever becomes of the job."""

import random
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import date, datetime, timedelta

import chinese_calendar
import pytest
import time_machine
from django.db import connection
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.models import Message
from inspections import tasks
from inspections.models import (
    Checklist,
    Finding,
    Inspection,
    RectificationRule,
    Reminder,
    TeamMember,
)
from inspections.services import reminders
from tests import factories
from tests.inspections.rectifying import days, make_finding, make_visit

FIRST = date(2025, 1, 1)
DAY = timedelta(days=1)
ASLEEP = [FIRST + DAY * (start + at) for start in (37, 120, 200, 272, 330) for at in range(3)]


def dates(length):
    return [FIRST + DAY * count for count in range(length)]


def works(day):
    return chinese_calendar.is_workday(day)


def step(day, count):
    """`count` working days on, or back."""
    while count:
        day += DAY if count > 0 else -DAY
        count -= works(day) * (1 if count > 0 else -1)
    return day


def stages(due):
    """The day of each stage, counted here by another calendar."""
    last = due if works(due) else step(due, -1)
    return {"before": step(last, -3), "due": last, "after": step(due, 1)}


class Year:
    """Units with problems that are answered, returned, given more time, or left alone."""

    def __init__(self, bureau, officers, count, length, seed):
        self.dice, self.events, self.people = random.Random(seed), {}, {}
        self.days = dates(length)
        self.bureau, self.team = bureau, officers
        self.checklist = Checklist.objects.get(code="general-2024")
        for number in range(count):
            self._unit(number)

    def _unit(self, number):
        unit = factories.make_unit(self.bureau, f"单位{number}")
        contacts = number % 7 and [factories.make_contact(f"contact{number}", unit.party)]
        visit = Inspection.objects.create(
            bureau=self.bureau, unit=unit, kind="daily", checklist=self.checklist,
            scheduled_on=FIRST, inspected_on=FIRST, state="rectifying", drafted_by=self.team[0],
        )  # fmt: skip
        for officer in self.team:
            TeamMember.objects.create(inspection=visit, user=officer, part="officer")
        for position in range(1, self.dice.randint(2, 4)):
            due = FIRST + DAY * self.dice.randrange(5, len(self.days) - 15)
            finding = make_finding(visit, position, due=(due - timezone.localdate()).days)
            self.people[finding.pk] = [*(contacts or ()), *self.team]
            self._fate(finding.pk, due)

    def _fate(self, key, due):
        fate = self.dice.choice(("ignored", "answered", "returned", "extended"))
        day = due + DAY * self.dice.randrange(-8, 8)
        if fate == "answered":
            self._event(day, key, state="replied")
        elif fate == "returned":
            self._event(day, key, state="replied")
            self._event(day + DAY * self.dice.randrange(1, 9), key, state="returned")
        elif fate == "extended":
            self._event(due - DAY, key, due_on=due + DAY * self.dice.randrange(10, 40))

    def _event(self, day, key, **change):
        self.events.setdefault(day, []).append((key, change))

    def expected(self, awake):
        """(problem, stage, last day, person) → the day it is due, by a count of its own."""
        now = {row.pk: [row.state, row.due_on] for row in Finding.objects.all()}
        found = {}
        for day in self.days:
            for key, change in self.events.get(day, ()):
                now[key] = [change.get("state", now[key][0]), change.get("due_on", now[key][1])]
            for key, (state, due) in now.items():
                if state == "replied" or day not in awake or not works(day):
                    continue
                for stage, at in stages(due).items():
                    for person in self.people[key]:
                        if at <= day:
                            found.setdefault((key, stage, due, person.pk), day)
        return found

    def live(self, morning):
        """Let a year pass; `morning` runs the job of a day in its own way."""
        for day in self.days:
            with time_machine.travel(datetime(day.year, day.month, day.day, 1), tick=False):
                for key, change in self.events.get(day, ()):
                    Finding.objects.filter(pk=key).update(**change)
                morning(day)


def job():
    queue.plan_day()
    queue.run_due()


def assert_reminded(expected):
    """Exactly what was counted, each on its day; and one message a person, visit and day."""
    rows = Reminder.objects.values_list("finding", "stage", "due_on", "recipient", "sent_on")
    assert {row[:4]: row[4] for row in rows} == expected
    assert (len(rows), {works(row[4]) for row in rows}) == (len(expected), {True})
    told = Reminder.objects.values("recipient", "finding__inspection", "sent_on").distinct()
    assert Message.objects.count() == told.count()


@pytest.mark.full
def test_a_quiet_year_reminds_once_on_working_days(bureau, officer, second_officer):
    year = Year(bureau, [officer, second_officer], 300, 365, seed=1)
    expected = year.expected(year.days)
    assert len(expected) > 2000
    year.live(lambda day: job())
    assert_reminded(expected)


class Killed(BaseException):
    """The process is gone."""


@pytest.mark.big_set
@pytest.mark.parametrize(
    ("count", "length"), [(6, 80), pytest.param(300, 365, marks=pytest.mark.full)]
)
def test_a_rough_year_reminds_no_more_and_no_less(
    bureau, officer, second_officer, count, length, monkeypatch
):
    """The job runs twice each day, dies in the midst of it, and sleeps for days on end."""
    year = Year(bureau, [officer, second_officer], count, length, seed=2)
    awake = set(year.days) - set(ASLEEP)
    expected, send = year.expected(awake), reminders._tell
    kills = Counter()

    def dies(*args):
        if kills["calls"] % 5 == 2:
            kills["calls"] += 1
            kills["killed"] += 1
            raise Killed
        kills["calls"] += 1
        return send(*args)

    monkeypatch.setattr(reminders, "_tell", dies)

    def morning(day):
        if day not in awake:
            return
        for minute in range(0, 60, 2):  # until the lease of a dead worker is over
            with time_machine.travel(timezone.now() + timedelta(minutes=minute), tick=False):
                try:
                    job()
                    tasks.send_reminders(bureau.pk)  # the same again
                except Killed:
                    continue
                if not Job.objects.exclude(state="done").exists():
                    return

    year.live(morning)
    assert kills["killed"] > count / 3
    assert_reminded(expected)


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
