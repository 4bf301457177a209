"""批量签发: one act for many papers; each is issued, or refused with its reason, on its own."""

from datetime import date

from django.core.exceptions import PermissionDenied, ValidationError

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Batch, BatchItem, Document
from archives_enforcement.documents.services.issuing import sign
from archives_enforcement.jobs import queue
from archives_enforcement.notifications.services import tell
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock

ISSUE_BATCH = "issue_batch"  # the job that signs the papers of a batch one after another
MOST = 100  # papers in one batch: the job ends well within the time one job may take


@act
def start_batch(documents, *, actor, on: date) -> Batch:
    """批量签发: hand the papers, in their order, to the worker.

    Raises Refused for none or more than MOST, and for papers that do not wait for a signature.
    """
    check_permission(actor, "documents.sign_document", "批量签发")
    backfilled = check_date(actor, on)
    waiting = Document.objects.open_to(actor).filter(state=Document.State.SUBMITTED)
    keys = set(waiting.filter(pk__in=[row.pk for row in documents]).values_list("pk", flat=True))
    if not documents or len(documents) > MOST:
        raise Refused(f"请选择 1 至 {MOST} 份文书；更多的请分几批签发。")
    if len(keys) != len(documents):
        raise Refused("选中的文书里有的已不在待签发状态，请刷新页面后重新选择。")
    batch = Batch.objects.create(bureau=actor.bureau, made_by=actor, made_on=on)
    BatchItem.objects.bulk_create(BatchItem(batch=batch, document=row) for row in documents)
    trail.record(
        batch, "start_batch", "批量签发", actor=actor, on=on, backfilled=backfilled,
        details={"documents": [row.pk for row in documents]},
    )  # fmt: skip
    queue.enqueue(ISSUE_BATCH, batch.pk, bureau=batch.bureau)
    return batch


@act
def retry_batch(batch: Batch, *, actor, on: date) -> Batch:
    """再试 what was refused, once its cause is gone; by the signer who started the batch."""
    batch = lock(batch, actor)
    check_permission(actor, "documents.sign_document", "批量签发")
    if batch.made_by_id != actor.pk:
        raise Refused(f"这一批由{batch.made_by}签发，请由{batch.made_by}再试。")
    if not batch.items.exclude(failure="").exists():
        raise Refused("没有需要再试的文书。")
    batch.items.update(failure="")
    trail.record(batch, "retry_batch", "批量签发再试", actor=actor, on=on)
    queue.enqueue(ISSUE_BATCH, batch.pk, bureau=batch.bureau)
    return batch


def issue_batch(batch_id: int) -> None:
    """Sign what is not yet signed; safe to run twice and to be cut off between two papers."""
    batch = Batch.objects.select_related("made_by__bureau").get(pk=batch_id)
    for item in batch.items.filter(failure="").select_related("document").order_by("pk"):
        if item.document.number is None:
            _issue(item, batch)
    failed = batch.items.exclude(failure="").count()
    if failed:
        text = f"批量签发：有 {failed} 份没有签发，请查看原因。"
        tell([batch.made_by], text, url=batch.get_absolute_url())


def _issue(item: BatchItem, batch: Batch) -> None:
    try:
        sign(item.document, actor=batch.made_by, on=batch.made_on)
    except (ValidationError, PermissionDenied, Document.DoesNotExist) as refusal:
        if Document.objects.filter(pk=item.document_id, number__isnull=False).exists():
            return  # another worker was first
        reasons = getattr(refusal, "messages", None) or [str(refusal)]
        item.failure = "；".join(reasons)[:500]
        item.save(update_fields=["failure"])
