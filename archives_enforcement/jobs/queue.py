"""Putting work into the job table and doing it, once, however often a message comes.

An app registers what a kind of job does in its `tasks.py`; a service calls `enqueue(kind, pk)`
inside its transaction. The row is written with the act, so a lost message loses nothing: a sweep
sends every due row again.
"""

import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta

from celery import current_app
from django.conf import settings
from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.jobs.models import Job

LEASE = timedelta(seconds=45)  # longer than the longest job may run (a render ends at 40 s)
RETRY_AFTER = timedelta(seconds=20)
ATTEMPTS = 4
GAVE_UP = f"处理它的进程 {ATTEMPTS} 次中途停止，没有再试"
TASK = "archives_enforcement.jobs.tasks.run"

logger = logging.getLogger(__name__)
_work: dict[str, Callable[[int], None]] = {}
_daily: dict[str, time] = {}
_of_the_site: dict[str, time] = {}


class WorkRefused(Exception):
    """The job can never succeed as it is; the message is for the person who waits for it."""


def register(kind: str, function: Callable[[int], None]) -> None:
    """Say what a kind of job does with the key of its record; it must be safe to run twice."""
    _work[kind] = function


def register_daily(kind: str, function: Callable[[int], None], *, at: str) -> None:
    """Work that each bureau has once a day from `at` (08:30) on, with the bureau's key.

    A day may be missed and a job may run again: the work must make up for the one and bear the
    other.
    """
    register(kind, function)
    _daily[kind] = time.fromisoformat(at)


def register_for_the_site(kind: str, function: Callable[[int], None], *, at: str) -> None:
    """Work done once a day for all bureaus together; its row has no bureau and the key 0."""
    register(kind, function)
    _of_the_site[kind] = time.fromisoformat(at)


def plan_day() -> int:
    """Write today's rows of the daily work, where they are not written yet; how many."""
    today, written = timezone.localdate(), 0
    for kind, at in _daily.items():
        begins = timezone.make_aware(datetime.combine(today, at))
        planned = Job.objects.filter(kind=kind, due_at__gte=begins).values("object_id")
        for bureau in Bureau.objects.exclude(pk__in=planned):
            enqueue(kind, bureau.pk, bureau=bureau, due_at=begins)
            written += 1
    return written + _plan_for_the_site(today)


def _plan_for_the_site(today) -> int:
    written = 0
    for kind, at in _of_the_site.items():
        begins = timezone.make_aware(datetime.combine(today, at))
        if not Job.objects.filter(kind=kind, due_at__gte=begins).exists():
            enqueue(kind, 0, due_at=begins)
            written += 1
    return written


def enqueue(kind: str, object_id: int, *, bureau=None, due_at=None) -> Job:
    """Write the job into the caller's transaction and send its number after commit.

    With `due_at` it waits for that moment; the sweep sends it then.
    """
    now = timezone.now()
    job = Job.objects.create(
        kind=kind, object_id=object_id, bureau=bureau, created_at=now, due_at=due_at or now
    )
    transaction.on_commit(lambda: send(job.pk), robust=True)
    return job


def send(job_id: int) -> None:
    """Tell a Celery worker to look at the row; without a broker `manage.py work` finds it."""
    if settings.REDIS_URL:
        current_app.send_task(TASK, args=[job_id])


def due(now):
    """Rows that wait for a worker, or whose worker has gone silent.

    So do those of a time to come: the clock was put back, else they would wait until it is there.
    """
    to_come = now + 2 * LEASE  # beyond what the clocks of two machines may differ by
    return Job.objects.filter(
        Q(state=Job.State.WAITING, due_at__lte=now)
        | Q(state=Job.State.WAITING, due_at=F("created_at"), created_at__gt=to_come)
        | Q(state=Job.State.RUNNING, lease_until__lt=now)
        | Q(state=Job.State.RUNNING, lease_until__gt=to_come)
    ).order_by("due_at", "pk")


def _claim(job_id: int) -> Job | None:
    """Take the row for this worker; None when another has it or it is finished."""
    now = timezone.now()
    with transaction.atomic():
        job = due(now).filter(pk=job_id).select_for_update(skip_locked=True, of=("self",)).first()
        if job is None:
            return None
        if job.attempts >= ATTEMPTS:
            _finish(job, Job.State.FAILED, GAVE_UP)
            return None
        job.state, job.lease_until = Job.State.RUNNING, now + LEASE
        job.attempts += 1
        job.save(update_fields=["state", "lease_until", "attempts"])
        return job


def _finish(job: Job, state: str, reason: str = "", due_at=None) -> None:
    """Close this attempt, unless the lease ran out and another worker took the row over."""
    Job.objects.filter(pk=job.pk, state=Job.State.RUNNING, attempts=job.attempts).update(
        state=state,
        reason=reason,
        lease_until=None,
        due_at=due_at or job.due_at,
        finished_at=None if state == Job.State.WAITING else timezone.now(),
    )


def say(kind: str, object_id: int, *, done: int, total: int) -> None:
    """How far the running job on that record has come; it stays with its worker that much longer.

    Call it outside of any transaction, else nobody sees it before the job is done.
    """
    rows = Job.objects.filter(kind=kind, object_id=object_id, state=Job.State.RUNNING)
    rows.update(done=done, total=total, lease_until=timezone.now() + LEASE)


def run(job_id: int) -> None:
    """Do one job if it is due; a failure is kept with its reason and tried again later."""
    job = _claim(job_id)
    if job is None:
        return
    try:
        _work[job.kind](job.object_id)
    except WorkRefused as refusal:
        _finish(job, Job.State.FAILED, str(refusal))
    except Exception as error:
        logger.exception("job %s failed", job.pk)
        # Its words may hold what the record says; they are kept nowhere (logs).
        reason = f"第 {job.attempts} 次处理出错（{type(error).__name__}），出错的位置见运行日志"
        if job.attempts >= ATTEMPTS:
            _finish(job, Job.State.FAILED, reason)
        else:
            later = timezone.now() + RETRY_AFTER * job.attempts
            _finish(job, Job.State.WAITING, reason, due_at=later)
    else:
        _finish(job, Job.State.DONE)


def run_due() -> int:
    """Do everything that is due now, one after another; returns how many rows were looked at."""
    looked_at = list(due(timezone.now()).values_list("pk", flat=True)[:50])
    for job_id in looked_at:
        run(job_id)
    return len(looked_at)


def sweep() -> int:
    """Send every due row again (a message may be lost); returns how many were sent."""
    overdue = list(due(timezone.now()).values_list("pk", flat=True)[:500])
    for job_id in overdue:
        send(job_id)
    return len(overdue)


def release_all() -> None:
    """Let every job that was being worked on wait again: after a restore no worker has any."""
    running = Job.objects.filter(state=Job.State.RUNNING)
    running.update(state=Job.State.WAITING, lease_until=None)


def retry(job: Job) -> None:
    """Let a failed job begin anew."""
    Job.objects.filter(pk=job.pk, state=Job.State.FAILED).update(
        state=Job.State.WAITING, attempts=0, due_at=timezone.now(), finished_at=None
    )
    transaction.on_commit(lambda: send(job.pk), robust=True)
