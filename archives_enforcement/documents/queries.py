"""Reads of documents."""

from collections.abc import Iterator
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Prefetch
from django.db.models.fields.json import KT, KeyTextTransform

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import (
    composing,
    drafting,
    kinds,
    narrating,
    scanning,
    series,
    slips,
    verification,
)
from archives_enforcement.documents.models import (
    AccessCode,
    Batch,
    BatchItem,
    Delivery,
    DeliveryAttempt,
    Document,
)
from archives_enforcement.files import store
from archives_enforcement.files.queries import files_by_record
from archives_enforcement.jobs.models import Job
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN

A = Batch.Act


def with_receiver(documents):
    """With `receiver`, the body to which a letter to others goes; None on papers to the party."""
    return documents.annotate(receiver=KT("fields__receiver"))


def documents_about(subject, user):
    """The papers on one record that `user` may see, as they were issued; drafts are last."""
    kind = ContentType.objects.get_for_model(subject)
    rows = Document.objects.visible_to(user).filter(content_type=kind, object_id=subject.pk)
    rows = rows.select_related("party", "rendition").prefetch_related("deliveries")
    return rows.order_by(F("issued_on").asc(nulls_last=True), "pk")


def documents_to(party, user):
    """All papers that concern a party, of whatever record, newest first."""
    rows = Document.objects.visible_to(user).filter(party=party)
    return rows.select_related("party", "rendition").prefetch_related("deliveries").order_by("-pk")


def signable_by(user) -> list[str]:
    """The kinds that the post of this person signs; of a paper `Document.right_to_sign` decides."""
    return [code for code, kind in kinds.KINDS.items() if user.has_perm(kind.signer)]


def reviewable_by(user) -> list[str]:
    """The kinds that this person may review: those with a line for its post in it only."""
    endorses = user.has_perm("documents.endorse_document")
    return [code for code, kind in kinds.KINDS.items() if endorses or not kind.endorsed]


def page_of_subject(document, user) -> str:
    """The page of what the paper is about, for staff who may open it; empty otherwise."""
    subject = document.subject
    if subject is None or document.bureau_id != user.bureau_id:
        return ""
    about = subject._meta
    allowed = user.has_perm(f"{about.app_label}.view_{about.model_name}")
    return subject.get_absolute_url() if allowed else ""


def deliveries_of(document, user) -> list[Delivery]:
    """Who receives a paper, with each attempt (`told`), its words and its proof as `user` sees."""
    rows = document.deliveries.visible_to(user).select_related(
        "party", "opened_by", "acknowledged_by"
    )
    codes = Prefetch("access_codes", AccessCode.objects.visible_to(user), to_attr="codes")
    deliveries = list(rows.prefetch_related(_attempts(user), codes))
    proof = files_by_record([row for one in deliveries for row in one.told], user)
    for one in deliveries:
        for attempt in one.told:
            attempt.words = narrating.attempt_in_words(attempt)
            attempt.proof = proof[attempt.pk]
    return deliveries


def _attempts(user):
    rows = DeliveryAttempt.objects.visible_to(user).select_related("confirmation")
    return Prefetch("attempts", rows.order_by("pk"), to_attr="told")


def slips_and_original(document, user) -> list[Document]:
    """The issued 补正 of a paper; of a 补正 the paper that it concerns."""
    rows = Document.objects.visible_to(user)
    if original := document.fields.get("corrects"):
        return list(rows.filter(pk=original))
    return list(rows.filter(pk__in=slips.of_decision(document).values("pk")).order_by("pk"))


def clocks_answered_here(document) -> list[Deadline]:
    """The open clocks on a paper that are registered as done on the paper itself."""
    codes = kinds.KINDS[document.kind].answered
    return list(deadlines.for_subject(document).filter(OPEN, code__in=codes)) if codes else []


def render_job(document):
    """The job that makes or made the PDF, or None."""
    return Job.objects.filter(kind=kinds.RENDER, object_id=document.pk).order_by("-pk").first()


def problems() -> tuple[int, list[str]]:
    """How many papers have been issued, and every one that is not as it was issued."""
    return Document.objects.filter(number__isnull=False).count(), [*faults(), *series.gaps()]


def faults() -> Iterator[str]:
    """What is wrong with the issued papers, one after another; gaps in their numbers aside."""
    issued = Document.objects.filter(number__isnull=False).select_related("rendition")
    for document in issued.order_by("pk").iterator():
        yield from (f"{document.number}：{why}" for why in _faults(document))


def _faults(document):
    kept = _kept(document)
    yield from _faults_of_file(document, kept)
    if kept.get("content_sha256") != composing.fingerprint(document.content):
        yield "定稿内容与签发时的记录不符"
    if kept.get("facts_sha256") not in (None, composing.facts_fingerprint(document)):
        yield "登记事项（字号、日期、主送、签发人等）与签发时的记录不符"
    if why := verification.fault(document):
        yield why
    yield from scanning.faults(document)
    if document.holds == kept["void"]:
        yield "效力（现行或者作废）与作废、更正的记录不符"


def _faults_of_file(document, kept: dict):
    rendition = getattr(document, "rendition", None)
    if rendition is None:
        if "sha256" in kept or not _is_awaited(document):
            yield "没有版式文件（PDF）"
        return
    file = store.kept(rendition.sha256)
    if file is None:
        yield "版式文件不存在"
    elif file.sha256 != rendition.sha256:
        yield "版式文件内容已被改动"
    elif file.sm3 != rendition.sm3:
        yield "版式文件与登记的 SM3 摘要不符"
    elif kept.get("sha256") not in (None, rendition.sha256):
        yield "登记的版式文件不是为这份文书生成的"


def _is_awaited(document) -> bool:
    """Whether the worker has still to make its file."""
    job = render_job(document)
    return job is not None and job.state in (Job.State.WAITING, Job.State.RUNNING)


def _kept(document) -> dict:
    """What the trail keeps of a paper: digests of content, facts and file, and whether it is void.

    Papers from before the trail kept facts and file have the digest of their content alone.
    """
    entries = AuditEntry.objects.about(document)
    kept = {}
    steps = ("sign", "complete", "enter", "render")
    for entry in entries.filter(action__in=steps).order_by("sequence"):
        kept |= entry.details
    return kept | {"void": entries.filter(action__in=("void_issued", "replace")).exists()}


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
