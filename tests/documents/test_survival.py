"""A worker killed at work, a queue lost after commit: every paper comes out exactly once."""

import os
import signal
import time
from datetime import timedelta

import pytest
from django.utils import timezone

from archives_enforcement.documents import services
from archives_enforcement.documents.models import Document, Rendition
from archives_enforcement.jobs import queue
from archives_enforcement.jobs.models import Job
from tests.deployment.system import manage
from tests.documents.conftest import ON
from tests.services.plugin import start_worker
from tests.services.processes import free_port

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
LONG = [f"{number}. 请说明第{number}类档案的保管情况，并附清单。" * 4 for number in range(1, 600)]


def wait_for(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.05)


@pytest.fixture
def issue(make_draft, officer, head):
    def run(**fields):
        paper = services.submit(make_draft(**fields), actor=officer, on=ON)
        return services.sign(paper, actor=head, on=ON)

    return run


def time_passes():
    """The silent worker's lease runs out (45 seconds in real life)."""
    Job.objects.filter(state="running").update(lease_until=timezone.now() - timedelta(seconds=1))


def test_a_worker_killed_in_the_middle_of_a_render(
    issue, site_environment, start_process, settings
):
    settings.REDIS_URL = site_environment["REDIS_URL"]
    worker = start_worker(start_process, site_environment)
    paper = issue(questions=LONG)
    wait_for(lambda: Job.objects.filter(state="running").exists())
    children = os.popen(f"pgrep -P {worker.pid}").read().split()  # noqa: S605 - our own worker
    for pid in [*map(int, children), worker.pid]:
        os.kill(pid, signal.SIGKILL)
    assert not Rendition.objects.exists()
    time_passes()
    start_worker(start_process, site_environment)
    queue.sweep()
    wait_for(lambda: Rendition.objects.filter(document=paper).exists())
    wait_for(lambda: Job.objects.get().state == "done")
    assert Rendition.objects.count() == 1


SIGN = """
from archives_enforcement.accounts.models import User
from archives_enforcement.documents import services
from archives_enforcement.documents.models import Document
head = User.objects.get(username="head")
services.sign(Document.objects.get(pk={key}), actor=head, on={on!r})
"""


def test_a_queue_lost_between_commit_and_send(
    submitted, head, site_environment, start_process, settings
):
    nobody = site_environment | {"REDIS_URL": f"redis://127.0.0.1:{free_port()}/0"}
    sign = "import datetime" + SIGN.format(key=submitted.pk, on=ON)
    manage(nobody, "shell", "--no-imports", "--command", sign)
    assert Document.objects.get().state == "issued"
    assert Job.objects.get().state == "waiting"
    settings.REDIS_URL = site_environment["REDIS_URL"]
    start_worker(start_process, site_environment)
    queue.sweep()
    queue.sweep()
    wait_for(lambda: Job.objects.get().state == "done")
    assert Rendition.objects.get().document_id == submitted.pk
