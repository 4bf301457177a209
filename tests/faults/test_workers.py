"""Messages that come twice, work that kills its worker, a queue that comes back empty."""

import shutil
import signal
from datetime import timedelta

import pytest
import redis
from django.utils import timezone

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import services
from archives_enforcement.documents.models import Rendition
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from tests.deployment.system import manage
from tests.documents.conftest import ON, inquiry
from tests.documents.test_survival import wait_for
from tests.faults.verdict import found
from tests.services.plugin import start_worker
from tests.services.probe import DEADLY, KIND
from tests.services.processes import free_port, start, stop

pytestmark = [
    pytest.mark.services,
    pytest.mark.full,
    pytest.mark.django_db(transaction=True),
]

SWEEP = "from archives_enforcement.jobs import queue; queue.sweep()"


def test_one_job_sent_five_times_to_two_workers(
    unit, officer, head, site_environment, start_process, settings
):
    settings.REDIS_URL = site_environment["REDIS_URL"]
    paper = services.submit(inquiry(unit, officer), actor=officer, on=ON)
    services.sign(paper, actor=head, on=ON)
    job = Job.objects.get()
    for _ in range(4):
        queue.send(job.pk)
    for name in ("one@%h", "two@%h"):
        start_worker(start_process, site_environment, f"--hostname={name}")
    last = queue.enqueue("none", 0)
    wait_for(lambda: Job.objects.get(pk=job.pk).state == "done")
    wait_for(lambda: Job.objects.get(pk=last.pk).attempts)
    assert Rendition.objects.count() == 1
    assert AuditEntry.objects.filter(action="render").count() == 1
    Job.objects.filter(pk=last.pk).delete()
    assert found() == {}


def test_work_that_kills_its_worker_is_parked_and_the_others_go_on(
    bureau, site_environment, start_process, settings, tmp_path
):
    settings.REDIS_URL = site_environment["REDIS_URL"]
    env = site_environment | {"PROBE_FILE": str(tmp_path / "runs")}
    poison = queue.enqueue(KIND, DEADLY)
    good = [queue.enqueue(KIND, number) for number in (1, 2, 3)]
    start_worker(start_process, env, "--include=tests.services.probe")
    for attempt in range(1, queue.ATTEMPTS + 1):
        wait_for(lambda attempt=attempt: Job.objects.get(pk=poison.pk).attempts >= attempt)
        gone = timezone.now() - timedelta(seconds=1)
        Job.objects.filter(pk=poison.pk).update(lease_until=gone)
        queue.sweep()
    wait_for(lambda: Job.objects.get(pk=poison.pk).state == "failed")
    wait_for(lambda: Job.objects.filter(pk__in=[job.pk for job in good], state="done").count() == 3)
    assert found() == {}


def test_a_queue_that_was_restarted_empty(
    bureau, site_environment, start_process, settings, tmp_path
):
    port, log = free_port(), tmp_path / "redis"
    command = [
        shutil.which("redis-server"),
        "--port",
        str(port),
        "--save",
        "",
        "--dir",
        str(tmp_path),
    ]
    url = f"redis://127.0.0.1:{port}/0"
    env = site_environment | {"REDIS_URL": url, "PROBE_FILE": str(tmp_path / "runs")}
    server = start(command, log)
    try:
        wait_for(lambda: _answers(url))
        start_worker(start_process, env, "--include=tests.services.probe")
        server.send_signal(signal.SIGKILL)
        server.wait()
        job = queue.enqueue(KIND, 1)
        server = start(command, log)
        wait_for(lambda: _answers(url))
        manage(env, "shell", "--no-imports", "--command", SWEEP)
        wait_for(lambda: Job.objects.get(pk=job.pk).state == "done")
    finally:
        stop(server)


def _answers(url):
    try:
        return redis.Redis.from_url(url).ping()
    except redis.RedisError:
        return False
