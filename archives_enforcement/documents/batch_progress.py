"""How far a batch of papers has come, item by item."""

from typing import NamedTuple

from django.db.models.fields.json import KeyTextTransform

from archives_enforcement.documents import composing, drafting, kinds
from archives_enforcement.documents.models import Batch, BatchItem, Document
from archives_enforcement.jobs.models import Job

A = Batch.Act


class Progress(NamedTuple):
    """How far a batch has come."""

    items: list[BatchItem]
    done: int
    printed: int  # issued and with their PDF
    failed: int
    unprinted: int  # issued, but their PDF could not be made
    ends_printed: bool  # whether the worker goes on to make the PDFs
    stopped: str = ""  # why the worker has given up, where something was left undone

    @property
    def undone(self) -> int:
        """How many are tried again: refused, or left when the worker gave up."""
        return len(self.items) - self.done if self.stopped else self.failed

    @property
    def under_way(self) -> bool:
        if self.stopped:
            return False
        finished = self.printed if self.ends_printed else self.done
        return finished + self.failed + self.unprinted < len(self.items)


def progress_of(batch: Batch, user) -> Progress:
    """The papers of a batch, each with what it is about (`receiver`) and still lacks (`lacks`)."""
    rows = batch.items.select_related("document__party", "document__rendition").order_by("pk")
    looked_into = batch.act in (A.DRAFT, A.SUBMIT)
    heavy = ("document__content", *(() if looked_into else ("document__fields",)))
    rows = rows.annotate(sent_to=KeyTextTransform("receiver", "document__fields"))
    items = list(rows.defer(*heavy))
    names = _names_of_records(batch, user)
    unprinted = _without_pdf(items)
    left = any(not (item.done or item.failure) for item in items)
    for item in items:
        paper = item.document
        item.unprinted = item.document_id in unprinted
        item.receiver = item.sent_to or (paper and paper.party) or names.get(item.object_id)
        drafted = looked_into and paper and paper.state == Document.State.DRAFT
        item.lacks = composing.missing(paper.kind, paper.fields) if drafted else []
    return Progress(
        items,
        done=sum(item.done for item in items),
        printed=sum(hasattr(item.document, "rendition") for item in items),
        failed=sum(bool(item.failure) for item in items),
        unprinted=len(unprinted),
        ends_printed=batch.act == A.SIGN,
        stopped=batch.stopped if left else "",
    )


def _without_pdf(items: list[BatchItem]) -> set[int]:
    """Keys of the papers whose last attempt at a PDF has failed."""
    waiting = [
        item.document_id
        for item in items
        if item.document and item.document.number and not hasattr(item.document, "rendition")
    ]
    if not waiting:
        return set()
    jobs = Job.objects.filter(kind=kinds.RENDER, object_id__in=waiting).order_by("pk")
    last = dict(jobs.values_list("object_id", "state"))
    return {key for key, state in last.items() if state == Job.State.FAILED}


def _names_of_records(batch: Batch, user) -> dict[int, str]:
    """What the records are called on which nothing is drafted yet."""
    waiting = batch.items.filter(document=None).values("object_id")
    if batch.act != A.DRAFT or not waiting:
        return {}
    subject = drafting.SUBJECTS[batch.about]
    rows = subject.model.objects.visible_to(user).filter(pk__in=waiting)
    return {row.pk: str(row) for row in subject.listing.read(rows)}
