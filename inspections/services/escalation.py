"""逐级督促: each rung is one act, which drafts its paper or registers its lead.

A circular (工作通报) is a measure of work. 通报批评 is a penalty (行政处罚法第九条), so no paper of
these bears the name (`documents.fitness`). A proposal is no rung: it rests on facts, which are
recorded of a lead (档案法第四十八条).
"""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.drafting_guards import PROPOSED_OF_A_LEAD
from inspections.models import Escalation, Finding, Inspection, Lead
from inspections.queries import ladder
from inspections.queries.interviews import failing_findings
from inspections.services import leads
from inspections.services.rectification import REVIEW
from inspections.termination_guards import nothing_asked_of

Step = Escalation.Step
PAPERS = {
    Step.REMIND: ("reminder_letter", "关于档案问题整改的提醒函"),
    Step.INQUIRY: ("inquiry_letter", "关于档案问题整改情况的函询函"),
    Step.CIRCULAR: ("work_circular", "关于档案问题整改情况的工作通报"),
}


@act
def take_step(
    inspection: Inspection, *, actor, on: date, step: str, findings, reason: str, **typed
) -> Escalation:
    """Take one rung on problems that stayed unfixed; `typed` are the further facts of its paper.

    Raises Refused for a proposal, when a problem has not failed, the rung before was not taken,
    the same rung is under way, or the words will not do.
    """
    inspection = lock(inspection, actor)
    label = Step(step).label
    check_permission(actor, REVIEW, label)
    if step == Step.PROPOSAL:
        raise Refused(PROPOSED_OF_A_LEAD)
    backfilled = check_date(actor, on)
    chosen = failing(inspection, findings, on)
    why = ladder.why_not(inspection, step, chosen, on) or _under_way(inspection, step, chosen)
    if why:
        raise Refused(why)
    if not reason.strip():
        raise Refused(f"请写明{label}的事由。")
    rung = Escalation.objects.create(
        inspection=inspection, step=step, reason=reason.strip(), taken_by=actor, taken_on=on
    )
    rung.findings.set(chosen)
    if step == Step.LEAD:
        rung.lead = _register(inspection, chosen, reason, actor, on)
    else:
        rung.document = _draft(inspection, step, chosen, reason, typed, actor, on)
    rung.save(update_fields=["document", "lead"])
    trail.record(
        inspection, "take_step", label, actor=actor, on=on, backfilled=backfilled, note=reason,
        details={"step": step, "findings": [row.position for row in chosen]},
    )  # fmt: skip
    return rung


def failing(inspection: Inspection, findings, on: date) -> list[Finding]:
    """The chosen problems, all of which have failed; Refused otherwise."""
    if why := nothing_asked_of(inspection.unit, on):
        raise Refused(why)
    chosen = {row.pk for row in findings}
    if not chosen:
        raise Refused("请至少选择一个没有改好的问题。")
    rows = list(failing_findings(inspection, on).filter(pk__in=chosen).select_related("item"))
    if len(rows) != len(chosen):
        raise Refused("只有逾期没有整改，或者回头看时仍未改好的问题才能督促，请重新选择。")
    return rows


def _under_way(inspection: Inspection, step: str, findings) -> str | None:
    rows = inspection.escalations.filter(step=step, findings__in=findings)
    if step != Step.LEAD:
        rows = rows.exclude(document__state__in=(Document.State.VOID, Document.State.ISSUED))
    if not rows.exists():
        return None
    return f"这些问题已经办过“{Step(step).label}”，请在原来的文书或者线索上办理。"


def _said(findings) -> str:
    return "\n".join(f"{row.position}. {row.text}（{row.requirement}）" for row in findings)


def _draft(inspection, step: str, findings, reason: str, typed: dict, actor, on: date) -> Document:
    kind, title = PAPERS[step]
    facts = {
        "unit": inspection.party.name,
        "phone": inspection.bureau.phone,
        "facts": f"{reason.strip()}\n{_said(findings)}",
        **typed,
    }
    if step == Step.INQUIRY:
        facts |= {"reason": reason.strip(), "questions": f"{_said(findings)}\n{typed['questions']}"}
    return documents.draft(
        inspection,
        kind,
        bureau=inspection.bureau,
        party=inspection.party,
        title=title,
        fields=facts,
        actor=actor,
        on=on,
    )


def _register(inspection, findings, reason: str, actor, on: date) -> Lead:
    return leads.register(
        actor=actor,
        on=on,
        party=inspection.party,
        source=Lead.Source.INSPECTION,
        text=f"{reason.strip()}\n{inspection}检查发现：\n{_said(findings)}",
        received_on=on,
    )
