"""Reads of documents."""

from django.contrib.contenttypes.models import ContentType
from django.db.models import F, Prefetch
from django.db.models.fields.json import KT

from archives_enforcement.documents import kinds, narrating, slips
from archives_enforcement.documents.models import AccessCode, Delivery, DeliveryAttempt, Document
from archives_enforcement.files.queries import files_by_record
from archives_enforcement.jobs.models import Job
from archives_enforcement.workdays import deadlines
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN


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
