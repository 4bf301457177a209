"""From draft to issue: draft, revise, submit, return, make void, sign."""

from datetime import date

from django.utils import timezone

from archives_enforcement.accounts.models import Bureau
from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents import (
    composing,
    drafting,
    effects,
    fitness,
    form_wording,
    kinds,
    numbering,
    verification,
)
from archives_enforcement.documents.models import Delivery, Document
from archives_enforcement.documents.services.answers_of_others import start_on_issue
from archives_enforcement.documents.services.delivery import stop_clocks
from archives_enforcement.documents.typesetting.text import seen
from archives_enforcement.documents.workflow import (
    DOCUMENT_FLOW,
    goes_to_review,
    not_revisable,
    own_or_drafter,
)
from archives_enforcement.jobs import queue
from archives_enforcement.notifications.services import tell_party
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock


@act
def draft(
    subject,
    kind: str,
    *,
    bureau: Bureau,
    party,
    title: str,
    fields: dict,
    actor,
    on: date,
    replaces: Document | None = None,
) -> Document:
    """起草: a new draft on `subject`. The app that calls this has checked the right to draft.

    Raises Refused for lists that do not fit their columns, and for the name of a penalty where
    the paper is none.
    """
    title, fields = seen(title), seen(fields)
    _check_fit(kind, title, fields)
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
        replaces=replaces,
    )
    trail.record(document, "draft", "起草", actor=actor, on=on, backfilled=check_date(actor, on))
    return document


def _check_fit(kind: str, title: str, fields: dict) -> None:
    if why := fitness.refusal(kind, title, fields):
        raise Refused(why)


@act
def draft_about(
    about: str, record, kind: str, *, title: str, fields: dict, actor, on: date
) -> Document:
    """起草 through the common page: a paper of the catalogue on one record.

    Raises Refused when the kind is not drafted on such a record or the record forbids it, and
    PermissionDenied to those whom the catalogue does not name.
    """
    record, known = lock(record, actor), kinds.KINDS[kind]
    check_permission(actor, known.drafter, f"起草{known.label}")
    if why := drafting.refusal(about, record, kind, on):
        raise Refused(why)
    bureau = record.owning_bureau()
    return draft(
        drafting.SUBJECTS[about].stands_on(record),
        kind,
        bureau=bureau,
        party=drafting.SUBJECTS[about].party(record),
        title=title.strip() or known.label,
        fields=fields,
        actor=actor,
        on=on,
    )


@act
def revise(document: Document, *, actor, on: date, fields: dict, title: str = "") -> Document:
    """Change the contents of a draft; submitted and issued papers are closed."""
    document = lock(document, actor)
    check_permission(actor, "documents.keep_record", "修改草稿")
    if why := not_revisable(document):
        raise Refused(why)
    if "corrects" in document.fields:
        raise Refused("补正的文字已与原文书核对，不能修改；写错的请作废这份草稿，重新起草。")
    if why := own_or_drafter(document, Act(actor, on)):
        raise Refused(why)
    title, fields = seen(title), seen(fields)
    _check_fit(document.kind, title, fields)
    document.fields = {**document.fields, **fields}
    document.title = title.strip() or document.title
    document.save(update_fields=["fields", "title"])
    trail.record(document, "revise", "修改草稿", actor=actor, on=on)
    return document


@act
def submit(document: Document, *, actor, on: date) -> Document:
    return DOCUMENT_FLOW.advance(document, "submit", actor=actor, on=on)


@act
def submit_review(document: Document, *, actor, on: date) -> Document:
    return DOCUMENT_FLOW.advance(document, "submit_review", actor=actor, on=on)


def hand_in(document: Document, *, actor, on: date) -> Document:
    """提交 to whoever comes next: the reviewer where the kind asks for one, else the signer."""
    step = submit_review if goes_to_review(document) else submit
    return step(document, actor=actor, on=on)


@act
def pass_review(document: Document, *, actor, on: date, note: str = "") -> Document:
    """审核通过: the paper goes on to the signer, with the reviewer's words if he has any."""
    return DOCUMENT_FLOW.advance(
        document,
        "pass_review",
        actor=actor,
        on=on,
        note=note,
        write=lambda row: {"reviewed_by": actor, "reviewed_on": on},
    )


@act
def return_review(document: Document, *, actor, on: date, note: str) -> Document:
    """审核退回, with the comments the drafter needs."""
    if not note.strip():
        raise Refused("请写明审核意见，便于起草人修改。")
    return DOCUMENT_FLOW.advance(document, "return_review", actor=actor, on=on, note=note)


@act
def return_draft(document: Document, *, actor, on: date, note: str) -> Document:
    """退回修改, with the reason the drafter needs."""
    if not note.strip():
        raise Refused("请写明退回的原因，便于起草人修改。")
    return DOCUMENT_FLOW.advance(document, "return_draft", actor=actor, on=on, note=note)


@act
def void(document: Document, *, actor, on: date, note: str) -> Document:
    """作废 a mistaken draft; for an issued paper see `revoking`."""
    if not note.strip():
        raise Refused("请写明作废的原因。")
    return DOCUMENT_FLOW.advance(document, "void", actor=actor, on=on, note=note)


@act
def sign(document: Document, *, actor, on: date, note: str = "") -> Document:
    """签发: number, freeze and send in one transaction; the worker makes the PDF afterwards.

    `note` is the signer's opinion, which stands on a form that has a line for it. Raises Refused
    when another post signs this paper, the bureau's identity is unconfirmed, a mandatory field is
    empty, the signer drafted or reviewed the paper himself, or a later day has a number of the
    series already.
    """
    document = lock(document, actor)  # who signs it follows what it says now
    right = document.right_to_sign
    if actor.has_perm(right):
        check_permission(actor, right, "签发")  # a deputy signs in his principal's place
    return _issue(document, "sign", actor=actor, on=on, note=note.strip())


@act
def complete(document: Document, *, actor, on: date) -> Document:
    """定稿: a record made by officers is numbered and frozen without anybody's signature above it.

    Raises Refused for kinds that must be signed, and to anyone but the officer who drafted it.
    """
    return _issue(document, "complete", actor=actor, on=on)


def _issue(document: Document, step: str, *, actor, on: date, note: str = "") -> Document:
    document = DOCUMENT_FLOW.advance(
        document,
        step,
        actor=actor,
        on=on,
        note=note,
        write=lambda row: _frozen(row, actor, on, note),
        details=composing.digests,
    )
    if document.outward and document.party_id:
        Delivery.objects.create(document=document, party=document.party, sent_on=on)
        tell_party(
            document.party,
            f"收到{document.get_kind_display()} {document.number}，请查看并签收。",
            on=on,
            url=document.get_absolute_url(),
        )
    if document.replaces_id:
        _replace(document, actor, on)
    else:
        effects.issued(document, actor=actor, on=on)
    start_on_issue(document, on)
    queue.enqueue(kinds.RENDER, document.pk, bureau=document.bureau)
    return document


def _replace(document: Document, actor, on: date) -> None:
    """The corrected paper no longer holds; what its issue has set going stands."""
    note = f"由{document.number}更正并代替"
    stop_clocks(document.replaces, on, note)
    DOCUMENT_FLOW.advance(document.replaces, "replace", actor=actor, on=on, note=note)
    effects.replaced(document, actor=actor, on=on)


def _acts_on(document: Document, actor, on: date, opinion: str) -> list[form_wording.Act]:
    """Who drafted, endorsed and signed the paper here, for the lines that bear their posts."""
    typed = f"{document.drafted_by}（线上起草）", cn_date(document.drafted_on)
    found = [form_wording.Act(label, *typed) for label in form_wording.TYPED_BY]
    found.append(form_wording.Act(form_wording.HEAD, f"{actor}（线上签发）", cn_date(on), opinion))
    if document.reviewed_by:
        passed = AuditEntry.objects.about(document).filter(action="pass_review").first()
        name, day = f"{document.reviewed_by}（线上审核）", cn_date(document.reviewed_on)
        note = passed.note if passed else ""
        found.append(form_wording.Act(form_wording.SECTION_HEAD, name, day, note))
    return found


def _frozen(document: Document, actor, on: date, opinion: str) -> dict:
    number = numbering.take(document.bureau, document.kind, on)
    code = verification.new_code()
    content = composing.content(document, number=number.text, on=on)
    if "blocks" in content and not kinds.KINDS[document.kind].by_officers:
        acts = _acts_on(document, actor, on, opinion)
        content |= {"blocks": form_wording.done_online(content["blocks"], acts)}
    if actor.capacity:
        done = "定稿" if kinds.KINDS[document.kind].by_officers else "签发"
        content["deputation"] = actor.capacity.signed(done)
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
