"""不予公开: proposed on a lawful ground, decided by the head, reported, lifted when it falls."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from publicity import withholding_guards as guards
from publicity.models import Withholding
from publicity.queries import notices as queries
from publicity.services.notices import DRAFT
from publicity.workflow import WITHHOLDING_FLOW

FILING = "D-G04"
WHY_NOT_REDACTED = f"为什么隐去以后仍不能公开（能够隐去的应当公开，{guards.OPENNESS}第三十七条）"


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}，没有保存。")
    return text.strip()


@act
def propose(
    document: Document, *, actor, on: date, ground: str, reasons: str, redaction: str = "",
    credit_class: str = "",
) -> Withholding:  # fmt: skip
    """提出不予公开 of a paper that should be public and is not noticed yet.

    Raises Refused for a ground that the law does not know, for one of persons where the party is
    none, for a penalty that is not slight (`credit_class`) on the ground that it is, and without
    why it cannot be published with parts left out (政府信息公开条例第三十七条).
    """
    check_permission(actor, DRAFT, "提出不予公开")
    backfilled = check_date(actor, on)
    if not queries.decisions_to_publish(actor).filter(pk=document.pk).exists():
        raise Refused("这份文书不需要公示、还没有签发、已有公示，或者已经提出不予公开。")
    if on < document.issued_on:
        raise Refused(f"提出日期不能早于文书的签发日期（{cn_date(document.issued_on)}）。")
    if why := guards.ground_lawful(ground, document.party) or guards.slight_enough(
        ground, document, credit_class
    ):
        raise Refused(why)
    row = Withholding(
        bureau=document.bureau, document=document, ground=ground, proposed_by=actor, proposed_on=on,
        reasons=_stated(reasons, "具体情况"),
    )  # fmt: skip
    if row.is_slight:
        row.credit_class = credit_class
    else:
        row.redaction = _stated(redaction, WHY_NOT_REDACTED)
    row.validate_constraints()
    row.save()
    trail.record(
        row, "propose_withholding", "提出不予公开", actor=actor, on=on, backfilled=backfilled
    )
    return row


@act
def decide(row: Withholding, *, actor, on: date, note: str) -> Withholding:
    """决定不予公开: it answers the clock of publication; the reason is to be reported (D-G04).

    What is slight is not hidden but need not be published: nothing is to be reported.
    """
    facts = {"note": _stated(note, "决定意见"), "decided_by": actor, "decided_on": on}
    row = WITHHOLDING_FLOW.advance(row, "withhold", actor=actor, on=on, write=lambda each: facts)
    for code in queries.PUBLICATION:
        deadlines.meet(
            row.document, code, on=on, note=f"决定不予公开（{row.get_ground_display()}）"
        )
    if not row.is_slight:
        deadlines.start(row, FILING, bureau=row.bureau, on=on)
    return row


@act
def refuse(row: Withholding, *, actor, on: date, note: str) -> Withholding:
    """不同意: the paper is published as any other."""
    facts = {"note": _stated(note, "不同意的理由"), "decided_by": actor, "decided_on": on}
    return WITHHOLDING_FLOW.advance(
        row, "refuse_withholding", actor=actor, on=on, write=lambda each: facts
    )


@act
def file(row: Withholding, *, actor, on: date, filed_with: str) -> Withholding:
    """登记备案 of the reason with the body that the bureau's rules name."""
    facts = {"filed_with": _stated(filed_with, "备案机关"), "filed_on": on}
    row = WITHHOLDING_FLOW.advance(row, "file", actor=actor, on=on, write=lambda each: facts)
    deadlines.meet(row, FILING, on=on, note="已备案")
    return row


@act
def lift(row: Withholding, *, actor, on: date, note: str) -> Withholding:
    """解除: the ground fell away; the paper waits again to be published."""
    facts = {"lifted_on": on, "lifted_why": _stated(note, "解除的原因")}
    row = WITHHOLDING_FLOW.advance(row, "lift", actor=actor, on=on, write=lambda each: facts)
    deadlines.cancel(row, FILING, on=on, reason="已解除不予公开")
    return row
