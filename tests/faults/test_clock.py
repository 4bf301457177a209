"""The clock of the server jumps and is put right: nothing is lost, doubled or out of order."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone

from archives_enforcement.documents.models import Document
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from archives_enforcement.workflow import Refused
from tests.documents.conftest import inquiry, issue
from tests.faults.verdict import found

pytestmark = pytest.mark.django_db
JUMPS = [timedelta(hours=2), timedelta(days=1), timedelta(days=365)]
KIND = "of_the_clock"


@pytest.fixture
def done(monkeypatch):
    keys = []
    monkeypatch.setitem(queue._work, KIND, keys.append)
    return keys


def wrong_by(jump):
    return time_machine.travel(timezone.now() + jump)


@pytest.mark.parametrize("jump", JUMPS)
def test_work_of_a_time_to_come_is_done_when_the_clock_is_put_right(done, jump):
    with wrong_by(jump):
        job = queue.enqueue(KIND, 1)
    assert queue.run_due() == 1
    assert (done, Job.objects.get(pk=job.pk).state) == ([1], "done")
    assert queue.run_due() == 0


@pytest.mark.parametrize("jump", JUMPS)
def test_a_lease_of_a_time_to_come_binds_nobody(done, jump):
    """Its worker died before the clock was put right."""
    with wrong_by(jump):
        job = queue.enqueue(KIND, 1)
        queue._claim(job.pk)
    queue.run_due()
    assert (done, Job.objects.get(pk=job.pk).state) == ([1], "done")


def test_what_is_planned_waits_for_its_time(done):
    queue.enqueue(KIND, 1, due_at=timezone.now() + timedelta(days=2))
    assert (queue.run_due(), done) == (0, [])


def test_a_lease_holds_though_another_clock_is_a_minute_behind(done):
    job = queue.enqueue(KIND, 1)
    queue._claim(job.pk)
    with wrong_by(-timedelta(minutes=0.5)):
        assert queue.run_due() == 0


def signed_today(unit, officer, head):
    day = timezone.localdate()
    return issue(inquiry(unit, officer, on=day), officer, head, on=day)


def test_an_earlier_day_gets_no_later_number_and_the_trail_holds(unit, officer, head):
    """The clock was a day ahead: until that day signing is refused, and says so."""
    with wrong_by(JUMPS[1]):
        signed_today(unit, officer, head)
    with pytest.raises(Refused, match="的字号已经编到"):
        signed_today(unit, officer, head)
    with wrong_by(JUMPS[1]):
        signed_today(unit, officer, head)
    serials = Document.objects.filter(state="issued").values_list("serial", flat=True)
    assert sorted(serials) == [1, 2]
    assert found() == {}
