"""紧急检查: it begins before the head has approved it; he approves it within the clock, or not."""

from datetime import date, datetime, time

from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Act, Refused, act, check_date, check_permission, lock
from inspections import approval_guards
from inspections.models import Inspection, Lead
from inspections.queries import teams
from inspections.queries.checklists import is_in_force
from inspections.services import leads
from inspections.services.recording import check_recorder
from inspections.workflow import INSPECTION_FLOW

APPROVE = "inspections.approve_inspection"
CLOCK = "D-I04"  # 国办发〔2024〕54号 asks for approval “及时补办”; 24 hours are a setting
GOING_ON = (Inspection.State.ON_SITE, Inspection.State.RECORDED)


@act
def go_urgently(
    inspection: Inspection, *, actor, on: date, arrived_at: time, reason: str
) -> Inspection:
    """紧急检查: begin a draft at once, with everything the law asks but the approval beforehand."""
    if not reason.strip():
        raise Refused(
            {"reason": "请写明情况紧急、来不及事先报批的理由。依据：国办发〔2024〕54号。"}
        )

    def write(row):
        check_recorder(row, actor, on)
        if not is_in_force(row.checklist, row.bureau, on):
            raise Refused(f"“{row.checklist}”在{cn_date(on)}不适用，请改选当天适用的清单。")
        return {
            "urgent_reason": reason.strip(),
            "scheduled_on": on,
            "inspected_on": on,
            "arrived_at": arrived_at,
        }

    inspection = INSPECTION_FLOW.advance(
        inspection,
        "go_urgently",
        actor=actor,
        on=on,
        write=write,
        note=reason,
        place=inspection.place,
    )
    text = f"对{inspection.unit}的紧急检查已经开始，请及时补办批准：{reason}"
    tell(
        teams.with_role("head").filter(bureau=inspection.bureau),
        text,
        url=inspection.get_absolute_url(),
    )
    return inspection


def start_clock(inspection: Inspection) -> None:
    """The visit is over: from its end on the approval is due."""
    if inspection.awaits_late_approval:
        end = datetime.combine(inspection.inspected_on, inspection.left_at or inspection.arrived_at)
        deadlines.start(inspection, CLOCK, bureau=inspection.bureau, on=end)


@act
def approve_afterwards(inspection: Inspection, *, actor, on: date) -> Inspection:
    """补办批准 by the head, who neither drafted the check nor went; the clock is met."""
    inspection = lock(inspection, actor)
    check_permission(actor, APPROVE, "补办批准")
    backfilled = check_date(actor, on)
    if not inspection.awaits_late_approval or inspection.state not in GOING_ON:
        raise Refused("这次检查没有要补办的批准，请刷新页面，看看是否已有人办理。")
    who = Act(actor, on, APPROVE)
    for guard in approval_guards.LATE_DECISION:
        if why := guard(inspection, who):
            raise Refused(why)
    inspection.approved_by, inspection.approved_on = actor, on
    inspection.save(update_fields=["approved_by", "approved_on"])
    deadlines.meet(inspection, CLOCK, on=on)
    trail.record(
        inspection, "approve_afterwards", "补办批准", actor=actor, on=on, backfilled=backfilled
    )
    return inspection


@act
def refuse_afterwards(inspection: Inspection, *, actor, on: date, reason: str) -> Inspection:
    """不予补办批准 of a visit that has ended: it ends as 未经批准, without a letter.

    What was seen is not lost by that: its problems become a lead, to be followed by a check that
    is approved beforehand (档案法第四十六条). Its clocks end, but that of the platform runs on.
    """
    if not reason.strip():
        raise Refused({"note": "请写明不予补办批准的理由。"})
    inspection = INSPECTION_FLOW.advance(
        inspection,
        "refuse_afterwards",
        actor=actor,
        on=on,
        write=lambda row: {
            "refused_by": actor, "refused_on": on, "refused_because": reason.strip(),
        },
        note=reason,
    )  # fmt: skip
    deadlines.meet(inspection, CLOCK, on=on, note="不予补办批准")
    deadlines.cancel(inspection, "D-I06", on=on, reason="检查未经批准，不签发反馈意见书")
    if problems := list(inspection.findings.order_by("position")):
        text = "；".join(f"{row.position}.{row.text}" for row in problems)
        leads.open_lead(
            inspection.party,
            actor=actor,
            on=on,
            source=Lead.Source.INSPECTION,
            text=f"{cn_date(inspection.inspected_on)}的紧急检查未获补办批准，现场发现：{text}",
            received_on=inspection.inspected_on,
        )
    concerned = [inspection.drafted_by, *(row.user for row in inspection.team.all())]
    reviewers = teams.with_role("reviewer").filter(bureau=inspection.bureau)
    tell(
        {*concerned, *reviewers},
        f"对{inspection.unit}的紧急检查不予补办批准：{reason}",
        url=inspection.get_absolute_url(),
    )
    return inspection
