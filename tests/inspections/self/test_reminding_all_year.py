"""报送提醒 through a year of many units: each reminder once, whatever becomes of the job."""

import random
from collections import Counter
from datetime import date, datetime, timedelta

import pytest
import time_machine
from django.utils import timezone

from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.models import Message
from inspections import tasks
from inspections.models import SelfReminder, SelfReport
from inspections.services import self_inspection as rounds
from inspections.services import self_reminders as services
from tests import factories
from tests.inspections import self_inspecting as self_
from tests.inspections.self.test_reminding import step, works
from tests.inspections.self_inspecting import DUE, OPENED

DAY = timedelta(days=1)
YEAR = (OPENED, date(2026, 12, 31))
AUTUMN = (date(2026, 9, 1), date(2026, 10, 20))
ASLEEP = {DUE + DAY * at for at in (-27, -20, -2, -1, 0, 12, 13)}  # three days with the last one


def stages(due):
    """The day of each stage, counted here by another calendar."""
    last = due if works(due) else step(due, -1)
    return {"before": step(last, -15), "due": last, "after": step(due, 1)}


class Round:
    """Units that report in time, late, not at all, or are sent back with a day of their own."""

    def __init__(self, bureau, clerk, head, count, span):
        self.dice, self.events, self.people = random.Random(3), {}, {}
        first, last = span
        self.days = [first + DAY * at for at in range((last - first).days + 1)]
        units = [factories.make_unit(bureau, f"示例单位{at}") for at in range(count)]
        people = {unit.pk: self._contacts(unit, at) for at, unit in enumerate(units)}
        self.asked = rounds.open_it(self_.prepared(clerk), actor=head, on=OPENED)
        for report in self.asked.reports.order_by("pk"):
            self.people[report.pk] = {*people[report.unit_id], clerk.pk}
            self._fate(report.pk)
        Message.objects.all().delete()

    def _contacts(self, unit, at):
        """None at every seventh unit, two at every third of the others."""
        names = [] if at % 7 == 0 else [f"contact{at}", f"second{at}"][: 1 + (at % 3 == 0)]
        return [factories.make_contact(name, unit.party).pk for name in names]

    def _fate(self, key):
        fate = self.dice.choice(("never", "in_time", "late", "returned"))
        if fate == "never":
            return
        day = DUE + DAY * self.dice.randrange(*((1, 12) if fate == "late" else (-25, 1)))
        self._event(day, key, state="submitted")
        if fate == "returned":
            again = day + DAY * self.dice.randrange(1, 6)
            due_on = again + DAY * self.dice.randrange(3, 30)
            self._event(again, key, state="returned", due_on=due_on)

    def _event(self, day, key, **change):
        self.events.setdefault(day, []).append((key, change))

    def expected(self, asleep):
        """(report, stage, last day, person) → the day on which it is due, by a count of its own."""
        now = dict.fromkeys(self.people, ("waiting", DUE))
        found = {}
        for day in self.days:
            for key, change in self.events.get(day, ()):
                now[key] = (change["state"], change.get("due_on", now[key][1]))
            for key, (state, due) in now.items():
                if state == "submitted" or day in asleep or not works(day):
                    continue
                for stage, at in stages(due).items():
                    if at <= day:
                        for person in self.people[key]:
                            found.setdefault((key, stage, due, person), day)
        return found

    def live(self, morning):
        for day in self.days:
            with time_machine.travel(datetime(day.year, day.month, day.day, 1), tick=False):
                for key, change in self.events.get(day, ()):
                    SelfReport.objects.filter(pk=key).update(**change)
                morning(day)


class Killed(BaseException):
    """The process is gone."""


@pytest.mark.big_set
@pytest.mark.parametrize(
    ("count", "span"), [(8, AUTUMN), pytest.param(300, YEAR, marks=pytest.mark.full)]
)
def test_the_job_runs_twice_dies_and_sleeps_and_each_reminder_goes_out_once(
    bureau, clerk, head, monkeypatch, count, span
):
    year = Round(bureau, clerk, head, count, span)
    expected, send, calls = year.expected(ASLEEP), services._tell, Counter()

    def dies(*args):
        """Every second time, after its messages are written."""
        told = send(*args)
        calls["all"] += 1
        if calls["all"] % 2:
            calls["killed"] += 1
            raise Killed
        return told

    monkeypatch.setattr(services, "_tell", dies)

    def morning(day):
        for minute in range(0, 60 if day not in ASLEEP else 0, 2):  # until a dead lease is over
            with time_machine.travel(timezone.now() + timedelta(minutes=minute), tick=False):
                try:
                    queue.plan_day()
                    queue.run_due()
                    tasks.send_self_reminders(bureau.pk)  # the same again
                except Killed:
                    continue
                if not Job.objects.exclude(state="done").exists():
                    return

    year.live(morning)
    assert calls["killed"] >= 3
    assert_once(expected, year)


def assert_once(expected, year):
    """Each on its day and on no other; one message a person, report and day."""
    rows = SelfReminder.objects.values_list("report", "stage", "due_on", "recipient", "sent_on")
    assert {row[:4]: row[4] for row in rows} == expected
    assert (len(rows), {works(row[4]) for row in rows}) == (len(expected), {True})
    told = SelfReminder.objects.filter(to_unit=True).values("report", "recipient", "sent_on")
    pages = Message.objects.exclude(url=year.asked.get_absolute_url())
    assert pages.count() == told.distinct().count() > 0
    days = SelfReminder.objects.values("sent_on").distinct().count()
    assert Message.objects.filter(url=year.asked.get_absolute_url()).count() == days
