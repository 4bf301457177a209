"""A paper takes more memory than there is: it says so, its worker lives, the others are set."""

import os

import pytest

from archives_enforcement.documents.models import Rendition
from archives_enforcement.jobs.models import Job
from tests.documents.conftest import inquiry, issue
from tests.documents.test_survival import wait_for
from tests.faults.verdict import found
from tests.services.hungry import HUNGRY, KILLED
from tests.services.plugin import start_worker

pytestmark = [pytest.mark.services, pytest.mark.full, pytest.mark.django_db(transaction=True)]
TIMES = 3


def children(process) -> str:
    return os.popen(f"pgrep -P {process.pid}").read()  # noqa: S605 - our own worker


@pytest.mark.parametrize(("name", "why"), [(HUNGRY, "超出内存"), (KILLED, "异常终止（信号 9）")])
def test_a_paper_that_takes_too_much_memory_takes_nobody_down(
    unit, officer, head, site_environment, start_process, settings, name, why
):
    def signed(reason):
        return issue(inquiry(unit, officer, fields={"reason": reason}), officer, head)

    settings.REDIS_URL = site_environment["REDIS_URL"]
    worker = start_worker(start_process, site_environment, "--include=tests.services.hungry")
    pool, failed = children(worker), Job.objects.filter(state="failed")
    for time in range(1, TIMES + 1):
        large = signed(f"{name}，第{time}次。")
        wait_for(lambda key=large.pk: failed.filter(object_id=key).exists())
        assert why in failed.get(object_id=large.pk).reason
        small = signed(f"示例，第{time}次。")
        wait_for(lambda paper=small: Rendition.objects.filter(document=paper).exists())
    assert children(worker) == pool
    assert worker.poll() is None
    assert Rendition.objects.count() == TIMES
    [(part, papers)] = found().items()  # it names the papers that have no PDF, and no others
    assert (part, len(papers)) == ("documents", TIMES)
