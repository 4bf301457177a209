"""批量签发: forty papers with one act, each issued or refused on its own."""

import pytest
from django.core.exceptions import PermissionDenied

from archives_enforcement.documents import services
from archives_enforcement.documents.batch_progress import progress_of
from archives_enforcement.documents.models import Batch, BatchItem, Document
from archives_enforcement.documents.services.batches import MOST, RUN_BATCH, run_batch
from archives_enforcement.jobs.models import Job
from archives_enforcement.notifications.models import Message
from archives_enforcement.workflow import Refused
from tests import factories
from tests.documents.conftest import ON


@pytest.fixture
def papers(make_draft, officer):
    return [services.submit(make_draft(), actor=officer, on=ON) for _ in range(3)]


@pytest.fixture
def batch(papers, head):
    return services.start_batch(papers, actor=head, on=ON)


def test_all_are_issued_in_the_order_chosen(papers, head):
    chosen = [papers[2], papers[0], papers[1]]
    batch = services.start_batch(chosen, actor=head, on=ON)
    run_batch(batch.pk)
    rows = Document.objects.in_bulk([row.pk for row in papers])
    assert [rows[paper.pk].serial for paper in chosen] == [1, 2, 3]
    assert {row.issued_by for row in rows.values()} == {head}


def test_one_that_may_not_be_issued_says_why_and_the_others_are(papers, make_draft, head):
    own = make_draft()
    Document.objects.filter(pk=own.pk).update(state="submitted", drafted_by=head)
    batch = services.start_batch([papers[0], own, papers[1]], actor=head, on=ON)
    run_batch(batch.pk)
    progress = progress_of(batch, batch.made_by)
    assert (progress.done, progress.failed) == (2, 1)
    assert "不能签发自己起草" in progress.items[1].failure
    assert "有 1 份没有签发" in Message.objects.filter(recipient=head).latest("pk").text


def test_the_work_is_taken_up_where_it_was_cut_off(batch, papers, head):
    services.sign(papers[0], actor=head, on=ON)  # all that was done when the worker died
    run_batch(batch.pk)
    run_batch(batch.pk)
    serials = Document.objects.order_by("serial").values_list("serial", flat=True)
    assert list(serials) == [1, 2, 3]


def test_what_somebody_has_signed_singly_meanwhile_is_no_failure(batch, papers, head):
    services.sign(papers[1], actor=head, on=ON)
    run_batch(batch.pk)
    assert (progress_of(batch, batch.made_by).done, progress_of(batch, batch.made_by).failed) == (
        3,
        0,
    )


def test_a_paper_and_its_mark_are_done_together_or_not_at_all(batch, papers, monkeypatch):
    """A worker killed between the two would leave a paper to be done twice."""
    monkeypatch.setattr(BatchItem, "save", lambda *args, **kwargs: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        run_batch(batch.pk)
    assert not Document.objects.filter(number__isnull=False).exists()


def test_what_failed_is_tried_again_by_the_signer(batch, papers, head, bureau):
    bureau.identity_confirmed_on, confirmed = None, bureau.identity_confirmed_on
    bureau.save()
    run_batch(batch.pk)
    assert progress_of(batch, batch.made_by).failed == 3
    bureau.identity_confirmed_on = confirmed
    bureau.save()
    services.retry_batch(batch, actor=head, on=ON)
    assert Job.objects.filter(kind=RUN_BATCH, object_id=batch.pk).count() == 2
    run_batch(batch.pk)
    assert (progress_of(batch, batch.made_by).done, progress_of(batch, batch.made_by).failed) == (
        3,
        0,
    )


def test_nothing_is_tried_again_where_nothing_failed(batch, head):
    with pytest.raises(Refused, match="没有需要再试"):
        services.retry_batch(batch, actor=head, on=ON)


def test_nobody_tries_again_in_the_name_of_another(batch, bureau):
    other = factories.make_user("other", "head", "backfiller", bureau=bureau)
    batch.items.update(failure="x")
    with pytest.raises(Refused, match="请由head再试"):
        services.retry_batch(batch, actor=other, on=ON)


def test_what_is_chosen_waits_for_a_signature_and_is_not_too_much(papers, draft, head, officer):
    with pytest.raises(Refused, match=f"1 至 {MOST} 份"):
        services.start_batch([], actor=head, on=ON)
    with pytest.raises(Refused, match=f"1 至 {MOST} 份"):
        services.start_batch([papers[0]] * (MOST + 1), actor=head, on=ON)
    with pytest.raises(Refused, match="刷新页面"):
        services.start_batch([papers[0], draft], actor=head, on=ON)
    with pytest.raises(PermissionDenied):
        services.start_batch(papers, actor=officer, on=ON)
    assert not Batch.objects.exists()
