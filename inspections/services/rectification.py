"""整改复核: the bureau reviews what the unit reports, strikes off (销号), sends back, reminds."""

from datetime import date

from django.urls import reverse

from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.notifications.services import tell_party
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Finding, Inspection, Reply
from inspections.queries.rectification import AWAITS_UNIT, waiting_reply
from inspections.services import report_clock
from inspections.services.answers import REVIEW_CLOCK
from inspections.termination_guards import nothing_asked_of
from inspections.workflow import FINDING_FLOW, INSPECTION_FLOW

REVIEW = "inspections.review_reply"


@act
def accept(finding: Finding, *, actor, on: date, note: str = "") -> Finding:
    """复核通过: strikes the finding off (销号), or takes the part that is done as done."""
    answer = waiting_reply(lock(finding, actor), *Reply.REPORTS)
    if answer is not None and answer.kind == Reply.Kind.PARTLY:
        return _accept_part(finding, answer, actor, on, note)
    finding = review(finding, "accept", answer, actor, on, note, accepted_on=on)
    report_clock.stop(finding, on=on, note="复核通过")
    tell_unit(finding, f"第 {finding.position} 项问题已复核通过。", on)
    return finding


def _accept_part(finding, answer: Reply, actor, on: date, note: str) -> Finding:
    finding = review(finding, "accept_part", answer, actor, on, note, progress=answer.share)
    done = f"第 {finding.position} 项问题已认可完成 {answer.share}%，其余部分请按期限继续整改。"
    tell_unit(finding, done, on)
    return finding


@act
def return_reply(finding: Finding, *, actor, on: date, note: str) -> Finding:
    """退回: the unit must do more; `note` tells it what.

    Its last day stays as it was, unless it had answered by that day and too little is left of it.
    """
    if not note.strip():
        raise Refused("请写明退回的原因和还要做什么，单位才知道怎么改。")
    finding = lock(finding, actor)
    answer = waiting_reply(finding, *Reply.REPORTS)
    until = report_clock.day_after_return(finding, answer, on=on)
    changes = {"due_on": until} if until else {}
    finding = review(finding, "return_reply", answer, actor, on, note, **changes)
    days = f"期限顺延到{cn_date(until)}，" if until else ""
    tell_unit(finding, f"第 {finding.position} 项问题的回复被退回，{days}请看原因后再改。", on)
    if until:
        _give_days(finding, answer, until, actor, on)
    return finding


def _give_days(finding, answer: Reply, until: date, actor, on: date) -> None:
    """What the bureau took for its review is not taken from the unit, and the trail says so."""
    label = f"退回后期限顺延到{cn_date(until)}"
    report_clock.stand(finding, since=answer.replied_on, until=until, on=on)
    backfilled = check_date(actor, on)
    trail.record(finding, "give_days", label, actor=actor, on=on, backfilled=backfilled)


TAKEN = {
    "return_reply": Reply.Outcome.RETURNED,
    "refuse_time": Reply.Outcome.REFUSED,
    "answer_objection": Reply.Outcome.REFUSED,
}


def review(
    finding,
    step: str,
    answer: Reply | None,
    actor,
    on: date,
    note: str,
    *,
    rest: str = "",
    **changes,
) -> Finding:
    """Take `step` on the finding: `answer` is closed with its outcome, `changes` are saved.

    Under `rest` whatever else still waits is closed as no longer needed. The bureau's time (D-I09)
    ends when nothing waits any more.
    """
    taken = TAKEN.get(step, Reply.Outcome.ACCEPTED)

    def write(row):
        close_reply(answer, outcome=taken, note=note, actor=actor, on=on)
        left = [reply for reply in row.waiting.values() if reply.pk != answer.pk]
        if rest:
            _drop(left, rest, actor, on)
        if rest or not left:
            deadlines.meet(row, REVIEW_CLOCK, on=on, note=taken.label)
        return changes

    finding = FINDING_FLOW.advance(finding, step, actor=actor, on=on, write=write, note=note)
    report_clock.follow(finding.inspection, on=on)
    return finding


def _drop(replies, note: str, actor, on: date) -> None:
    for reply in replies:
        close_reply(reply, outcome=Reply.Outcome.WITHDRAWN, note=note, actor=actor, on=on)


def close_reply(answer: Reply, *, outcome: str, note: str, actor, on: date) -> None:
    """Write down how the bureau took a reply."""
    answer.outcome, answer.outcome_note = outcome, note.strip()
    answer.reviewed_by, answer.reviewed_on = actor, on
    answer.save(update_fields=["outcome", "outcome_note", "reviewed_by", "reviewed_on"])


@act
def verify_on_site(finding: Finding, *, actor, on: date, note: str) -> Finding:
    """现场核实: the finding is seen to be put right on the spot and struck off.

    `note` says what was seen; a report that waits is taken as accepted with it, a request falls
    away.
    """
    if not note.strip():
        raise Refused("请写明现场看到的情况，例如：两具灭火器已更换，压力正常。")

    def write(row):
        reports = [reply for reply in row.waiting.values() if not reply.is_request]
        for reply in reports:
            close_reply(reply, outcome=Reply.Outcome.ACCEPTED, note=note, actor=actor, on=on)
        requests = [reply for reply in row.waiting.values() if reply.is_request]
        _drop(requests, f"现场核实已整改：{note}", actor, on)
        deadlines.meet(row, REVIEW_CLOCK, on=on, note="现场核实")
        report_clock.stop(row, on=on, note="现场核实已整改")
        return {"accepted_on": on, "paused_on": None}

    finding = FINDING_FLOW.advance(
        finding, "accept_on_site", actor=actor, on=on, write=write, note=note
    )
    report_clock.follow(finding.inspection, on=on)
    return finding


@act
def close(inspection: Inspection, *, actor, on: date) -> Inspection:
    """办结: nothing is left to put right; the unit is told."""
    inspection = INSPECTION_FLOW.advance(inspection, "close", actor=actor, on=on)
    if not inspection.is_look_back:
        found = inspection.findings.exists()
        ended = inspection.findings.filter(state=Finding.State.TERMINATED).exists()
        how = "没有整改的因单位撤销终结" if ended else "已全部整改"
        tell_party(
            inspection.party,
            f"本次检查的问题{how}，检查已办结。" if found else "本次检查没有发现问题，检查已办结。",
            on=on,
            url=page_of(inspection),
        )
    return inspection


@act
def remind(inspection: Inspection, *, actor, on: date) -> int:
    """催办: ask the unit to answer what it has not answered; returns how many people were told.

    At most once a day for one visit.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, REVIEW, "催办整改")
    backfilled = check_date(actor, on)
    if why := nothing_asked_of(inspection.unit, on):
        raise Refused(why)
    waiting = list(inspection.findings.filter(state__in=AWAITS_UNIT))
    if inspection.state != Inspection.State.RECTIFYING or not waiting:
        raise Refused("没有等待单位回复的问题，不用催办。")
    if AuditEntry.objects.about(inspection).filter(action="remind", on=on).exists():
        raise Refused(f"{cn_date(on)}已经催办过一次，请隔天再催，或者电话联系。")
    positions = [row.position for row in waiting]
    listed = "、".join(map(str, positions))
    text = f"请尽快回复第 {listed} 项问题的整改情况。"
    told = tell_party(inspection.party, text, on=on, url=page_of(inspection))
    trail.record(
        inspection,
        "remind",
        "催办整改",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={"findings": positions, "people": told},
    )
    return told


def page_of(inspection: Inspection) -> str:
    """Where the unit reads the visit."""
    return reverse("inspections:portal-inspection", args=[inspection.pk])


def tell_unit(finding: Finding, text: str, on: date) -> None:
    """Leave a message for the unit, with the page of the visit."""
    tell_party(finding.inspection.party, text, on=on, url=page_of(finding.inspection))
