from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.core.management import call_command
from django.utils import timezone

from archives_enforcement.jobs import queue, tasks
from archives_enforcement.jobs.models import Job


@pytest.fixture
def done():
    """What the registered work has done so far: keys in order."""
    seen = []

    def work(key):
        if key == 13:
            raise RuntimeError("坏了")
        if key == 14:
            raise queue.WorkRefused("缺字“𠀀”")
        seen.append(key)

    queue.register("test", work)
    return seen


def state(job):
    job.refresh_from_db()
    return job.state


def test_a_job_is_done_once_however_often_it_is_sent(db, done):
    job = queue.enqueue("test", 7)
    queue.run(job.pk)
    queue.run(job.pk)
    assert (done, state(job)) == ([7], "done")


def test_a_job_is_written_with_the_act_and_lost_with_it(db, done):
    assert Job.objects.count() == 0
    queue.enqueue("test", 7)
    assert Job.objects.get().state == "waiting"


def test_a_failure_keeps_its_reason_waits_and_ends_after_four_tries(db, done):
    job = queue.enqueue("test", 13)
    for attempt in range(1, 5):
        Job.objects.update(due_at=timezone.now())
        queue.run(job.pk)
        job.refresh_from_db()
        assert job.attempts == attempt
    said = "第 4 次处理出错（RuntimeError），出错的位置见运行日志"
    assert (job.state, job.reason) == ("failed", said)


def test_work_that_brings_its_worker_down_each_time_is_given_up(db, done):
    """Else it would come back for ever, as its failure is never told."""
    gone = timezone.now() - timedelta(seconds=1)
    for attempts, runs, left in ((3, [7], "done"), (4, [7], "failed")):
        job = queue.enqueue("test", 7)
        Job.objects.filter(pk=job.pk).update(state="running", attempts=attempts, lease_until=gone)
        queue.run(job.pk)
        assert (done, state(job)) == (runs, left)
    assert job.reason == "处理它的进程 4 次中途停止，没有再试"


def test_work_that_can_never_succeed_is_not_tried_again(db, done):
    job = queue.enqueue("test", 14)
    queue.run(job.pk)
    job.refresh_from_db()
    assert (job.state, job.reason, job.attempts) == ("failed", "缺字“𠀀”", 1)


def test_a_silent_worker_loses_the_row_after_its_lease(db, done):
    job = queue.enqueue("test", 7)
    Job.objects.update(state="running", lease_until=timezone.now() + timedelta(seconds=5))
    queue.run(job.pk)
    assert done == []
    Job.objects.update(lease_until=timezone.now() - timedelta(seconds=1))
    queue.run(job.pk)
    assert (done, state(job)) == ([7], "done")


def test_a_failed_job_can_be_tried_again_by_hand(db, done):
    job = queue.enqueue("test", 14)
    queue.run(job.pk)
    queue.retry(job)
    assert state(job) == "waiting"


def test_work_until_empty_does_all_and_tells_of_failures(db, done, capsys):
    queue.enqueue("test", 1)
    queue.enqueue("test", 14)
    with pytest.raises(SystemExit):
        call_command("work", "--until-empty")
    assert done == [1]
    assert "1 个任务处理失败" in capsys.readouterr().err


def test_after_a_restore_work_that_was_under_way_waits_again(db, done):
    lease = timezone.now() + timedelta(seconds=30)
    under_way, ended = queue.enqueue("test", 7), queue.enqueue("test", 8)
    Job.objects.filter(pk=under_way.pk).update(state="running", lease_until=lease)
    Job.objects.filter(pk=ended.pk).update(state="done")
    queue.release_all()
    assert (state(under_way), under_way.lease_until, state(ended)) == ("waiting", None, "done")


def test_sessions_that_are_over_are_cleared_once_a_day(db, time_machine):
    now = timezone.now()
    for key, left in (("over", -1), ("open", 48)):
        Session.objects.create(
            session_key=key, session_data="", expire_date=now + timedelta(hours=left)
        )
    time_machine.move_to(now + timedelta(hours=24))
    assert (queue.plan_day(), queue.plan_day()) == (1, 0)
    Job.objects.filter(kind=tasks.CLEAR_SESSIONS).update(due_at=now)
    queue.run_due()
    assert [row.session_key for row in Session.objects.all()] == ["open"]
