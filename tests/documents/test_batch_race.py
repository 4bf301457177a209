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


def at_once(batch) -> None:
    def work(_):
        run_batch(batch.pk)
        connection.close()

    with ThreadPoolExecutor(WORKERS) as workers:
        list(workers.map(work, range(WORKERS)))


def outcome(batch) -> Counter:
    return Counter(batch.items.values_list("done", "failure"))


def test_each_is_drafted_once_and_signed_once(bureau, clerk, head):
    today = timezone.localdate()
    units = [factories.make_unit(bureau, f"示例街道{number}") for number in range(PAPERS)]
    facts = dict.fromkeys(("matter", "was_due", "reply_due"), "年报")
    drafting = services.draft_together(
        "unit", "report_reminder", units, title="", fields=facts, actor=clerk, on=today
    )
    at_once(drafting)
    assert outcome(drafting) == {(True, ""): PAPERS}
    assert Document.objects.count() == PAPERS
    papers = [services.submit(row, actor=clerk, on=today) for row in Document.objects.all()]
    signing = services.start_batch(papers, actor=head, on=today)
    at_once(signing)
    assert outcome(signing) == {(True, ""): PAPERS}
    serials = Document.objects.order_by("serial").values_list("serial", flat=True)
    assert list(serials) == list(range(1, PAPERS + 1))
