"""批次: one act for many papers; each is done, or refused with its reason, on its own."""

from collections.abc import Callable
from datetime import date
from typing import NamedTuple

from django.core.exceptions import ObjectDoesNotExist, PermissionDenied, ValidationError
from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Batch, BatchItem, Document
from archives_enforcement.documents.models.batches import RUN_BATCH
from archives_enforcement.documents.services.issuing import hand_in, pass_review, sign
from archives_enforcement.jobs import queue
from archives_enforcement.notifications.services import tell
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock

MOST = 100  # papers in one batch: the job ends well within the time one job may take
GONE = "这一项已不在您能办理的范围内（可能已作废、取消或者转出），请核对。"
CHANGED = "您{verb}以后，这份文书退回修改过，没有{verb}。请重新核对，没有问题再试。"

A, S = Batch.Act, Document.State


class Step(NamedTuple):
    """How papers go on together: each by the very service that moves a single one."""

    permission: str
    state: str  # in which they wait for it
    past: tuple[str, ...]  # in which somebody has been first
    take: Callable[..., Document]
    as_seen: bool = True  # answers for what he has read: nothing that was changed since


STEPS = {
    A.SUBMIT: Step("documents.draft_document", S.DRAFT, (S.IN_REVIEW, S.SUBMITTED, S.ISSUED),
                   hand_in, as_seen=False),
    A.REVIEW: Step("documents.review_document", S.IN_REVIEW, (S.SUBMITTED, S.ISSUED), pass_review),
    A.SIGN: Step("documents.sign_document", S.SUBMITTED, (S.ISSUED,), sign),
}  # fmt: skip


class Work(NamedTuple):
    """What the worker does for each paper of a batch, and who may tell it to."""

    permission: Callable[[Batch], str]
    do: Callable[[BatchItem], Document]


WORK: dict[str, Work] = {}


def register(name: str, work: Work) -> None:
    """Say what is done in batches of this act."""
    WORK[name] = work


@act
def start_batch(documents, *, actor, on: date, name: str = A.SIGN) -> Batch:
    """批量提交、审核、签发: hand the papers, in their order, to the worker.

    Raises Refused for none or more than MOST, and for papers that do not wait for this act.
    """
    batch = Batch(act=name, bureau=actor.bureau, made_by=actor, made_on=on)
    check_permission(actor, STEPS[name].permission, batch.get_act_display())
    chosen = [row.pk for row in documents]
    waiting = Document.objects.open_to(actor).filter(state=STEPS[name].state, pk__in=chosen)
    if waiting.count() != len(chosen) and len(chosen) <= MOST:
        raise Refused("选中的文书里有的已不在等待办理的状态，请刷新页面后重新选择。")
    return begin(batch, [BatchItem(document=row) for row in documents], documents=chosen)


def begin(batch: Batch, items: list[BatchItem], **details) -> Batch:
    """Keep the batch and hand it to the worker; the caller has checked the right to it."""
    actor, on = batch.made_by, batch.made_on
    backfilled = check_date(actor, on)
    if not 0 < len(items) <= MOST:
        raise Refused(f"请选择 1 至 {MOST} 份；更多的请分几批办理。")
    batch.save()
    for item in items:
        item.batch, item.on, item.asked_at = batch, on, timezone.now()
    BatchItem.objects.bulk_create(items)
    trail.record(
        batch, "start_batch", batch.get_act_display(), actor=actor, on=on, backfilled=backfilled,
        details=details,
    )  # fmt: skip
    queue.enqueue(RUN_BATCH, batch.pk, bureau=batch.bureau)
    return batch


@act
def retry_batch(batch: Batch, *, actor, on: date) -> Batch:
    """再试 what was refused or not come to, once the cause is gone; by whoever started the batch.

    It is a new request: what is done now is dated today, unless it was dated back (补录) before.
    """
    batch = lock(batch, actor)
    check_permission(actor, WORK[batch.act].permission(batch), batch.get_act_display())
    if batch.made_by_id != actor.pk:
        raise Refused(f"这一批由{batch.made_by}办理，请由{batch.made_by}再试。")
    undone = batch.items.select_for_update().filter(done=False)
    failed = list(undone if batch.stopped else undone.exclude(failure=""))
    if not failed:
        raise Refused(f"没有需要再试{batch.verb}的文书。")
    for item in failed:
        if item.on == timezone.localdate(item.asked_at):
            item.on = on
        item.asked_at, item.failure = timezone.now(), ""
    BatchItem.objects.bulk_update(failed, ["on", "asked_at", "failure"])
    trail.record(batch, "retry_batch", f"{batch.get_act_display()}再试", actor=actor, on=on)
    queue.enqueue(RUN_BATCH, batch.pk, bureau=batch.bureau)
    return batch


def run_batch(batch_id: int) -> None:
    """Do what is not yet done; safe to run twice, at once too, and to be cut off at any point."""
    batch = Batch.objects.select_related("made_by").get(pk=batch_id)
    for key in batch.items.filter(done=False, failure="").order_by("pk").values_list("pk"):
        _try(*key)
    failed = batch.items.exclude(failure="").count()
    if failed:
        text = f"{batch.get_act_display()}：有 {failed} 份没有{batch.verb}，请查看原因。"
        tell([batch.made_by], text, url=batch.get_absolute_url())


def _try(key: int) -> None:
    try:
        _do(key)
    except (ValidationError, PermissionDenied) as refusal:
        _note(key, "；".join(getattr(refusal, "messages", None) or [str(refusal)]))
    except ObjectDoesNotExist:
        _note(key, GONE)


@act
def _do(key: int) -> None:
    """One paper, together with the mark that it is done; a second worker waits and finds it."""
    item = _locked(key)
    if item.done:
        return
    with trail.asked(item.asked_at):
        item.document = WORK[item.batch.act].do(item)
    item.done = True
    item.save(update_fields=["document", "done"])


@act
def _note(key: int, why: str) -> None:
    """Keep why a paper was refused, unless somebody has been first with it."""
    item = _locked(key)
    if item.done:
        return
    step = STEPS.get(item.batch.act)
    if step and item.document.state in step.past:
        item.done = True
    else:
        item.failure = why[:500]
    item.save(update_fields=["done", "failure"])


def _locked(key: int) -> BatchItem:
    rows = BatchItem.objects.select_for_update(of=("self",))
    return rows.select_related("batch__made_by__bureau", "document").get(pk=key)


def _go_on(item: BatchItem) -> Document:
    step, document = STEPS[item.batch.act], item.document
    if step.as_seen and AuditEntry.objects.about(document).filter(at__gt=item.asked_at).exists():
        raise Refused(CHANGED.format(verb=item.batch.verb))
    return step.take(document, actor=item.batch.made_by, on=item.on)


for name in STEPS:
    register(name, Work(lambda batch: STEPS[batch.act].permission, _go_on))
