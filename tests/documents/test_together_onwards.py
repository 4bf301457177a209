"""What was drafted together goes on together: 提交、审核、签发."""

import zipfile
from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.documents import rendering, services
from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.services.batches import run_batch
from archives_enforcement.jobs import queue
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.drafting_together import WORDS


def go_on(client, person, name, batch):
    """Take all that the page offers of the batch one step on."""
    client.force_login(person)
    address = reverse(f"documents:batch-{name}") + f"?batch={batch.pk}"
    page = client.get(address)
    papers = [paper.pk for paper in page.context["papers"]]
    answer = client.post(
        address, {"documents": papers, "confirmed": "on", "on": timezone.localdate()}
    )
    assert answer.status_code == 302
    while queue.run_due():
        pass
    return papers


def test_what_a_draft_lacks_is_said_and_it_is_not_offered_for_submission(
    client, clerk, units, begin
):
    batch = begin(units[:2], fields=WORDS | {"matter": ""})
    run_batch(batch.pk)
    filled = Document.objects.first()
    services.revise(filled, actor=clerk, on=timezone.localdate(), fields={"matter": "年报"})
    client.force_login(clerk)
    page = client.get(batch.get_absolute_url()).text
    assert page.count("还没有填写：应当报送的事项") == 1
    assert "批量提交 1 份" in page
    address = reverse("documents:batch-submit") + f"?batch={batch.pk}"
    page = client.get(address)
    assert page.text.count('name="documents"') == 1
    assert "还没有填写应当报送的事项" in page.text
    both = list(Document.objects.values_list("pk", flat=True))
    client.post(address, {"documents": both, "confirmed": "on", "on": timezone.localdate()})
    while queue.run_due():
        pass
    states = Document.objects.order_by("pk").values_list("state", flat=True)
    assert list(states) == ["submitted", "draft"]


def test_it_leads_on_to_review_to_signature_and_to_the_zip(
    client, units, begin, clerk, reviewer, head, monkeypatch
):
    kind = "warning_circular"
    batch = begin(units[:3], kind=kind, fields=dict.fromkeys(KINDS[kind].fields, "同样的内容"))
    monkeypatch.setattr(rendering, "make_pdf", lambda document: str(document.pk).encode())
    run_batch(batch.pk)
    for person, name, state in (
        (clerk, "submit", "in_review"),
        (reviewer, "review", "submitted"),
        (head, "create", "issued"),
    ):
        assert len(go_on(client, person, name, batch)) == 3
        assert {paper.state for paper in Document.objects.all()} == {state}
    assert {(row.reviewed_by, row.issued_by) for row in Document.objects.all()} == {
        (reviewer, head)
    }
    client.force_login(clerk)
    page = client.get(reverse("documents:batch-package", args=[batch.pk]))
    names = zipfile.ZipFile(BytesIO(page.content)).namelist()
    assert len(names) == 4  # each once, though it stands in four batches, and the register
    assert "示例街道01" in names[0]


def test_each_waits_for_the_one_whose_turn_it_is(client, units, begin, clerk, reviewer, head):
    run_batch(begin(units[:1]).pk)
    paper, today = Document.objects.get(), timezone.localdate()
    for act, person in (("review", clerk), ("sign", clerk), ("submit", head)):
        with pytest.raises(PermissionDenied):
            services.start_batch([paper], actor=person, on=today, name=act)
    with pytest.raises(Refused, match="不在等待办理的状态"):
        services.start_batch([paper], actor=reviewer, on=today, name="review")


def test_somebody_elses_batch_narrows_nothing(client, units, begin, other_bureau):
    batch = begin(units[:1])
    stranger = factories.make_user("elsewhere", "clerk", bureau=other_bureau)
    client.force_login(stranger)
    address = reverse("documents:batch-submit")
    assert client.get(f"{address}?batch={batch.pk}").status_code == 404
    assert client.get(f"{address}?batch=x").status_code == 200


def test_who_starts_tries_again(units, begin, bureau, clerk):
    batch = begin(units[:1])
    batch.items.update(failure="x")
    other = factories.make_user("other", "clerk", bureau=bureau)
    with pytest.raises(Refused, match="请由clerk再试"):
        services.retry_batch(batch, actor=other, on=timezone.localdate())
