"""From an issued document to its PDF, in a bounded child process; safe to run twice."""

from django.db import IntegrityError, transaction
from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.documents import seals
from archives_enforcement.documents.models import Document, Rendition
from archives_enforcement.documents.typesetting.child import TypesettingFailed, typeset_in_child
from archives_enforcement.files import store
from archives_enforcement.jobs.queue import WorkRefused


def make_pdf(document: Document) -> bytes:
    """The same bytes at every call: content, facts and time of issue are frozen."""
    return typeset_in_child(
        seals.with_picture(document.content),
        created=timezone.localtime(document.issued_at).isoformat(timespec="seconds"),
        embedded={
            "number": document.number,
            "kind": document.kind,
            "wording": f"{document.kind}/{document.wording.version}",
            "fields": document.fields,
        },
    )


def render(document_id: int) -> None:
    """Make the PDF of an issued document unless it is there; a reason is kept when it fails."""
    document = Document.objects.select_related("wording").get(pk=document_id)
    if Rendition.objects.filter(document=document).exists():
        return
    try:
        pdf = make_pdf(document)
    except TypesettingFailed as failure:
        raise WorkRefused(f"{document} 不能生成：{failure}") from failure
    digest = store.put(pdf)
    try:
        with transaction.atomic():
            made = Rendition.objects.create(
                document=document,
                sha256=digest,
                sm3=store.sm3(pdf),
                size=len(pdf),
                made_at=timezone.now(),
            )
            trail.record(
                document,
                "render",
                "生成版式文件（PDF）",
                actor=None,
                on=timezone.localdate(),
                details={"sha256": made.sha256, "sm3": made.sm3},
            )
    except IntegrityError:
        return  # another worker was first with the same bytes
