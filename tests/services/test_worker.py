"""The job table against a real Redis and a real Celery worker that may die at any moment."""

import signal
import time
from datetime import timedelta

import pytest
import redis
from django.db import transaction
from django.utils import timezone

from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from tests.services.plugin import start_worker
from tests.services.probe import HANGING, KIND

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
WORKER_OPTIONS = "--include=tests.services.probe"


@pytest.fixture(scope="module")
def probe_file(tmp_path_factory):
    return tmp_path_factory.mktemp("probe") / "runs"


@pytest.fixture(scope="module")
def worker_environment(site_environment, probe_file):
    return {**site_environment, "PROBE_FILE": str(probe_file)}


@pytest.fixture
def runs(redis_url, probe_file):
    """What the worker has run so far in this test, as record numbers in order."""
    probe_file.write_text("")
    yield lambda: [int(line) for line in probe_file.read_text().split()]
    redis.Redis.from_url(redis_url).flushdb()


@pytest.fixture
def worker(worker_environment, start_process):
    return start_worker(start_process, worker_environment, WORKER_OPTIONS)


def reaches(job, state, seconds=20):
    """Whether the job's row comes to `state` in time."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        job.refresh_from_db()
        if job.state == state:
            return True
        time.sleep(0.1)
    return False


def test_the_worker_does_a_job_after_commit_and_once(runs, worker):
    with transaction.atomic():
        job = queue.enqueue(KIND, 1)
        time.sleep(1)
        assert runs() == []
    assert reaches(job, Job.State.DONE)
    queue.send(job.pk)
    later = queue.enqueue(KIND, 2)
    assert reaches(later, Job.State.DONE)
    assert runs() == [1, 2]


def test_a_job_of_an_undone_act_is_never_run(runs, worker):
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        queue.enqueue(KIND, 1)
        raise ZeroDivisionError
    later = queue.enqueue(KIND, 2)
    assert reaches(later, Job.State.DONE)
    assert runs() == [2]


def test_a_lost_message_is_sent_again_by_the_sweep(
    runs, redis_url, worker_environment, start_process
):
    job = queue.enqueue(KIND, 1)
    redis.Redis.from_url(redis_url).flushdb()
    start_worker(start_process, worker_environment, WORKER_OPTIONS)
    assert not reaches(job, Job.State.DONE, seconds=2)
    assert queue.sweep() == 1
    assert reaches(job, Job.State.DONE)
    assert runs() == [1]


def test_the_job_of_a_killed_worker_is_taken_over_when_its_lease_has_ended(
    runs, worker, worker_environment, start_process, probe_file
):
    job = queue.enqueue(KIND, HANGING)
    assert reaches(job, Job.State.RUNNING)
    worker.send_signal(signal.SIGKILL)
    worker.wait()
    assert queue.sweep() == 0, "a leased job is left alone"
    Job.objects.filter(pk=job.pk).update(
        lease_until=timezone.now() - timedelta(seconds=1), object_id=1
    )
    start_worker(start_process, worker_environment, WORKER_OPTIONS)
    assert queue.sweep() == 1
    assert reaches(job, Job.State.DONE)
    assert (runs(), job.attempts) == ([HANGING, 1], 2)


def test_an_act_succeeds_while_redis_is_away_and_its_job_waits(
    runs, worker_environment, start_process, tmp_path
):
    away = {**worker_environment, "REDIS_URL": "redis://127.0.0.1:1/0"}
    code = (
        "from archives_enforcement.jobs import queue; "
        f"print('kept', queue.enqueue('{KIND}', 1).state)"
    )
    start_process(
        "django",
        "shell",
        "--no-imports",
        f"--command={code}",
        env=away,
        ready=lambda text: "kept waiting" in text,
    )
    job = Job.objects.get(kind=KIND)
    assert (job.state, job.attempts) == (Job.State.WAITING, 0)
