"""Reads of documents."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Prefetch

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import composing, kinds, narrating, series, verification
from archives_enforcement.documents.models import (
    Delivery,
    DeliveryAttempt,
    Document,
    Rendition,
)
from archives_enforcement.files import store
from archives_enforcement.files.queries import files_by_record
from archives_enforcement.jobs.models import Job


def documents_about(subject, user):
    """The papers on one record that `user` may see, oldest first."""
    kind = ContentType.objects.get_for_model(subject)
    rows = Document.objects.visible_to(user).filter(content_type=kind, object_id=subject.pk)
    rows = rows.select_related("party", "rendition").prefetch_related("deliveries")
    return rows.order_by("pk")


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
    deliveries = list(rows.prefetch_related(_attempts(user)))
    proof = files_by_record([row for one in deliveries for row in one.told], user)
    for one in deliveries:
        for attempt in one.told:
            attempt.words = narrating.attempt_in_words(attempt)
            attempt.proof = proof[attempt.pk]
    return deliveries


def _attempts(user):
    rows = DeliveryAttempt.objects.visible_to(user).select_related("confirmation")
    return Prefetch("attempts", rows.order_by("pk"), to_attr="told")


def render_job(document):
    """The job that makes or made the PDF, or None."""
    return Job.objects.filter(kind=kinds.RENDER, object_id=document.pk).order_by("-pk").first()


def problems() -> tuple[int, list[str]]:
    """How many issued documents there are, and every one that is not as it was issued."""
    issued = Document.objects.filter(state=Document.State.ISSUED)
    found = []
    renditions = {row.document_id: row for row in Rendition.objects.all()}
    for document in issued.order_by("pk").iterator():
        found += [f"{document.number}：{why}" for why in _faults(document, renditions)]
    return issued.count(), found + series.gaps()


def _faults(document, renditions):
    rendition = renditions.get(document.pk)
    if rendition is None:
        yield "没有版式文件（PDF）"
    elif why := store.problem(rendition.sha256):
        yield f"版式{why}"
    elif store.sm3(store.get(rendition.sha256)) != rendition.sm3:
        yield "版式文件与登记的 SM3 摘要不符"
    if _fingerprint_at_issue(document) != composing.fingerprint(document.content):
        yield "定稿内容与签发时的记录不符"
    if why := verification.fault(document):
        yield why


def _fingerprint_at_issue(document):
    entry = (
        AuditEntry.objects.about(document).filter(action__in=("sign", "complete", "enter")).first()
    )
    return entry.details.get("content_sha256") if entry else None
