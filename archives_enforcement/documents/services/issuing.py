"""From draft to issue: draft, revise, submit, return, make void, sign."""

from datetime import date

from django.utils import timezone

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.documents import composing, effects, kinds, numbering, verification
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.documents.workflow import DOCUMENT_FLOW
from archives_enforcement.jobs import queue
from archives_enforcement.notifications.services import tell_party
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock


@act
def draft(
    subject, kind: str, *, bureau: Bureau, party, title: str, fields: dict, actor, on: date
) -> Document:
    """起草: a new draft on `subject`. The app that calls this has checked the right to draft."""
    document = Document.objects.create(
        bureau=bureau,
        party=party,
        kind=kind,
        outward=kinds.KINDS[kind].outward,
        title=title,
        subject=subject,
        wording=composing.wording_on(kind, on),
        fields=fields,
        drafted_by=actor,
        drafted_on=on,
    )
    trail.record(document, "draft", "起草", actor=actor, on=on, backfilled=check_date(actor, on))
    return document


@act
def revise(document: Document, *, actor, on: date, fields: dict) -> Document:
    """Change the contents of a draft; submitted and issued papers are closed."""
    document = lock(document, actor)
    check_permission(actor, "documents.draft_document", "修改草稿")
    if document.state != Document.State.DRAFT:
        raise Refused("文书已提交签发，不能修改。如需修改，请签发人先退回。")
    document.fields = {**document.fields, **fields}
    document.save(update_fields=["fields"])
    trail.record(document, "revise", "修改草稿", actor=actor, on=on)
    return document


@act
def submit(document: Document, *, actor, on: date) -> Document:
    return DOCUMENT_FLOW.advance(document, "submit", actor=actor, on=on)


@act
def return_draft(document: Document, *, actor, on: date, note: str) -> Document:
    """退回修改, with the reason the drafter needs."""
    if not note.strip():
        raise Refused("请写明退回的原因，便于起草人修改。")
    return DOCUMENT_FLOW.advance(document, "return_draft", actor=actor, on=on, note=note)


@act
def void(document: Document, *, actor, on: date, note: str) -> Document:
    """作废 a mistaken draft; an issued paper is corrected by a new one instead."""
    if not note.strip():
        raise Refused("请写明作废的原因。")
    return DOCUMENT_FLOW.advance(document, "void", actor=actor, on=on, note=note)


@act
def sign(document: Document, *, actor, on: date) -> Document:
    """签发: number, freeze and send in one transaction; the worker makes the PDF afterwards.

    Raises Refused when the bureau's identity is unconfirmed, a mandatory field is empty, or the
    signer drafted the paper himself.
    """
    document = DOCUMENT_FLOW.advance(
        document,
        "sign",
        actor=actor,
        on=on,
        write=lambda row: _frozen(row, actor, on),
        details=lambda row: {
            "number": row.number,
            "content_sha256": composing.fingerprint(row.content),
        },
    )
    if document.outward and document.party_id:
        Delivery.objects.create(document=document, party=document.party, sent_on=on)
        tell_party(
            document.party,
            f"收到{document.get_kind_display()} {document.number}，请查看并签收。",
            on=on,
            url=document.get_absolute_url(),
        )
    effects.issued(document, actor=actor, on=on)
    queue.enqueue(kinds.RENDER, document.pk, bureau=document.bureau)
    return document


def _frozen(document: Document, actor, on: date) -> dict:
    number = numbering.take(document.bureau, document.kind, on.year)
    code = verification.new_code()
    content = composing.content(document, number=number.text, on=on)
    return {
        "year": number.year,
        "serial": number.serial,
        "number": number.text,
        "verification_code": code,
        "content": content | {"verification": verification.mark(code)},
        "issued_by": actor,
        "issued_on": on,
        "issued_at": timezone.now(),
    }
