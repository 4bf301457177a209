"""到期提醒 over a year, day by day: once each, on working days, whatever becomes of the job."""

import random
from collections import Counter
from datetime import date, datetime, timedelta

import chinese_calendar
import pytest
import time_machine
from django.utils import timezone

from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.models import Message
from inspections import tasks
from inspections.models import Checklist, Finding, Inspection, Reminder, TeamMember
from inspections.services import reminders
from tests import factories
from tests.inspections.rectifying import make_finding

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
