"""What can be done about an issued paper that is wrong: 更正 by a new one, 补正, or 作废.

The paper itself stays as it is, with its number; only its state says that it no longer holds.
"""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import kinds, slips
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.services.delivery import stop_clocks
from archives_enforcement.documents.services.issuing import draft
from archives_enforcement.documents.workflow import DOCUMENT_FLOW, correctable
from archives_enforcement.notifications.services import tell_party
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_permission, lock


@act
def draft_correction(document: Document, *, actor, on: date, note: str) -> Document:
    """更正: a draft with the contents of the wrong paper, which it replaces when it is issued.

    The days that run from a delivery then run anew from that of the correction. Raises Refused for
    papers whose contents come from a record, and while another correction is under way.
    """
    document = lock(document, actor)
    check_permission(actor, kinds.KINDS[document.kind].drafter, "起草更正")
    if not note.strip():
        raise Refused("请写明哪里有错、怎样更正。")
    if why := correctable(document):
        raise Refused(why)
    if on < document.issued_on:
        raise Refused(f"更正日期不能早于原件的签发日期（{cn_date(document.issued_on)}）。")
    correction = draft(
        document.subject,
        document.kind,
        bureau=document.bureau,
        party=document.party,
        title=document.title,
        fields=document.fields,
        actor=actor,
        on=on,
        replaces=document,
    )
    trail.record(document, "correct", "起草更正", actor=actor, on=on, note=note)
    return correction


@act
def draft_slip_notice(
    document: Document, *, actor, on: date, place: str, old: str, new: str
) -> Document:
    """起草补正通知书: `old` words of an issued paper, and the `new` ones to be read for them.

    The paper itself stays in force and unchanged. Raises Refused where more than words would change
    (`slips`), and for papers that are replaced by a corrected one instead.
    """
    document = lock(document, actor)
    kind = kinds.KINDS[slips.KIND]
    check_permission(actor, kind.drafter, "起草补正通知书")
    old, new, place = old.strip(), new.strip(), place.strip()
    if why := slips.why_none(document) or slips.refusal(document, old, new):
        raise Refused(why)
    if on < document.issued_on:
        raise Refused(f"补正日期不能早于原件的签发日期（{cn_date(document.issued_on)}）。")
    notice = draft(
        document.subject,
        slips.KIND,
        bureau=document.bureau,
        party=document.party,
        title=kind.label,
        fields={
            "corrects": document.pk,
            "paper": f"《{document.title}》（{document.number}）",
            "place": place,
            "old": f"“{old}”",
            "new": f"“{new}”",
        },
        actor=actor,
        on=on,
    )
    trail.record(document, "slip", "起草补正", actor=actor, on=on, note=f"“{old}”改为“{new}”")
    return notice


@act
def void_issued(document: Document, *, actor, on: date, note: str) -> Document:
    """作废 an issued paper without a new one: the number stays, the receiver is told why.

    Raises Refused where the paper has moved the record on: that is undone by law, not by this.
    """
    if not note.strip():
        raise Refused("请写明作废的原因，收件单位会看到。")
    document = DOCUMENT_FLOW.advance(document, "void_issued", actor=actor, on=on, note=note)
    stop_clocks(document, on, f"文书作废：{note}")
    if document.outward and document.party_id and not document.is_entered:
        tell_party(
            document.party,
            f"{document.get_kind_display()} {document.number} 已作废：{note}",
            on=on,
            url=document.get_absolute_url(),
        )
    return document
