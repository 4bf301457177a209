"""Two workers on one batch at the same time: each paper once, and nobody reports a failure."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection
from django.utils import timezone

from archives_enforcement.documents import services
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.services.batches import run_batch
from tests import factories

pytestmark = [pytest.mark.services, pytest.mark.django_db(transaction=True)]
PAPERS, WORKERS = 30, 3


def at_once(*batches) -> None:
    def work(batch):
        run_batch(batch.pk)
        connection.close()

    with ThreadPoolExecutor(WORKERS) as workers:
        list(workers.map(work, batches))


@pytest.fixture
def units(bureau):
    return [factories.make_unit(bureau, f"示例街道{number}") for number in range(PAPERS)]


def draft_for(units, clerk):
    facts = dict.fromkeys(("matter", "was_due", "reply_due"), "年报")
    today = timezone.localdate()
    return services.draft_together(
        "unit", "report_reminder", units, title="", fields=facts, actor=clerk, on=today
    )


def outcome(batch) -> Counter:
    return Counter(batch.items.values_list("done", "failure"))


def test_the_same_request_twice_drafts_each_once(units, clerk):
    batches = [draft_for(units, clerk) for _ in range(2)]
    at_once(*batches)
    assert Document.objects.count() == PAPERS
    assert sum(batch.items.filter(done=True).count() for batch in batches) == PAPERS


def test_each_is_drafted_once_and_signed_once(units, clerk, head):
    today = timezone.localdate()
    drafting = draft_for(units, clerk)
    at_once(*[drafting] * WORKERS)
    assert outcome(drafting) == {(True, ""): PAPERS}
    assert Document.objects.count() == PAPERS
    papers = [services.submit(row, actor=clerk, on=today) for row in Document.objects.all()]
    signing = services.start_batch(papers, actor=head, on=today)
    at_once(*[signing] * WORKERS)
    assert outcome(signing) == {(True, ""): PAPERS}
    serials = Document.objects.order_by("serial").values_list("serial", flat=True)
    assert list(serials) == list(range(1, PAPERS + 1))
