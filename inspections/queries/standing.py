"""The papers of a check that were issued and hold."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.documents.models import Document
from inspections.models import Inspection

NOTICE, RECORD, LETTER = "inspection_notice", "site_record", "feedback_letter"


def papers(kind: str):
    """Those of one kind that hold, on any check."""
    return Document.objects.filter(
        content_type=ContentType.objects.get_for_model(Inspection),
        kind=kind,
        state=Document.State.ISSUED,
    )


def taken(kind: str):
    """Those of one kind that the receiver has."""
    has = Q(deliveries__delivered_on__isnull=False) | Q(deliveries__acknowledged_on__isnull=False)
    return papers(kind).filter(has)


def papers_of(inspection: Inspection, kind: str):
    """All of a kind on one check, in whatever state."""
    subject = ContentType.objects.get_for_model(Inspection)
    return Document.objects.filter(content_type=subject, object_id=inspection.pk, kind=kind)


def among(documents, kind: str) -> Document | None:
    """The last of a kind that holds, among papers that were read already."""
    found = [row for row in documents if row.kind == kind and row.state == Document.State.ISSUED]
    return max(found, key=lambda row: row.pk, default=None)


def paper(inspection: Inspection, kind: str) -> Document | None:
    """The last of a kind that holds; None while there is none."""
    return papers(kind).filter(object_id=inspection.pk).order_by("pk").last()
