"""线索办结: a lead on which no case is filed ends with a result that the head approves.

Without it a tip could only become a case or be refused as one, though the commonest end of all is
that the law gives no fine and something else was done (档案法第四十五条、第四十八条).
"""

from datetime import date

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act
from inspections.models import Lead
from inspections.services import leads
from inspections.workflow import LEAD_FLOW
from penalties.models import Settlement
from penalties.queries import gate
from penalties.queries.law import PENALTY_LAW
from penalties.services.handling import stated
from penalties.settling_guards import why_not

TERM_APPLIED = {
    False: "经查，不属于涉及公民生命健康安全、金融安全且有危害后果的情形，适用二年的追责期限。",
    True: "涉及公民生命健康安全、金融安全且有危害后果，适用五年的追责期限。",
}


@act
def propose(
    lead: Lead, *, actor, on: date, result: str, report: str, act_ended_on: date | None = None,
    five_years: bool = False,
) -> Settlement:  # fmt: skip
    """提请办结: what the checking came to, for the head to approve.

    `act_ended_on` is asked for where the matter is let go as too late (第三十六条), and whether
    `five_years` count for it; the head reads in the report which term was applied. Raises Refused
    where the facts call for a case or a transfer, or nothing was done yet; PermissionDenied.
    """
    report = stated(report, "核查情况")
    if result not in Settlement.Result:
        raise Refused("请选择核查结论。")
    lead = LEAD_FLOW.advance(lead, "propose_settling", actor=actor, on=on, note=report)
    known = gate.latest(lead)
    earliest = max(filter(None, (lead.received_on, known and known.made_on)))
    if on < earliest:
        raise Refused(f"提请办结的日期不能早于{cn_date(earliest)}收到线索、认定事实的日期。")
    row = Settlement.objects.filter(lead=lead).first() or Settlement(lead=lead)
    if row.pk and row.waits:
        raise Refused("已经提请办结，请等待机关负责人审批。")
    if why := why_not(lead, result, act_ended_on, on, long=five_years):
        raise Refused(why)
    if result == Settlement.Result.TIME_BARRED:
        report = f"{_without_term(report)}\n{TERM_APPLIED[five_years]}"
    row.result, row.report, row.act_ended_on = result, report, act_ended_on
    row.proposed_by, row.proposed_on, row.sent_back = actor, on, ""
    row.save()
    return row


@act
def send_back(lead: Lead, *, actor, on: date, note: str) -> Settlement:
    """退回, with what is still to be looked into; the officer proposes anew."""
    reason = stated(note, "退回的理由")
    lead = LEAD_FLOW.advance(lead, "send_back_settling", actor=actor, on=on, note=reason)
    row = _waiting(lead, actor, on)
    row.sent_back = reason
    row.save(update_fields=["sent_back"])
    return row


@act
def approve(lead: Lead, *, actor, on: date) -> Settlement:
    """批准办结: the lead ends with its result, and with it the time to decide on filing (D-P04).

    What was lawful to propose must still be so: facts recorded since may call for a case.
    """
    lead = leads.settle(lead, "settle", actor=actor, on=on)
    row = _waiting(lead, actor, on)
    if why := why_not(lead, row.result, row.act_ended_on, on):
        raise Refused(why)
    row.approved_by, row.approved_on = actor, on
    row.save(update_fields=["approved_by", "approved_on"])
    return row


def _without_term(report: str) -> str:
    """As it was typed: what is proposed anew brings the sentence of the last time with it."""
    for words in TERM_APPLIED.values():
        report = report.replace(words, "")
    return report.strip()


def _waiting(lead: Lead, actor, on: date) -> Settlement:
    """What waits for the head; Refused when nothing does, or when it is his own proposal."""
    row = Settlement.objects.filter(lead=lead).first()
    if row is None or row.sent_back:
        raise Refused("没有待审批的线索办结，请刷新页面。")
    if row.proposed_by_id == actor.pk:
        raise Refused(
            "提请人不能审批自己提请的线索办结，请由机关负责人审批。"
            f"依据：{PENALTY_LAW}第五十四条，本机关案件办理制度。"
        )
    if on < row.proposed_on:
        raise Refused(f"审批日期不能早于提请日期（{cn_date(row.proposed_on)}）。")
    return row
