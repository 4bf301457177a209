"""Acts on a drafted check: submit, approve, spare the notice, return, cancel."""

from datetime import date

from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act
from inspections.models import Inspection
from inspections.workflow import INSPECTION_FLOW


@act
def submit_inspection(inspection: Inspection, *, actor, on: date) -> Inspection:
    """提交审批, once two licensed officers are on the team."""
    return INSPECTION_FLOW.advance(inspection, "submit", actor=actor, on=on)


@act
def approve_inspection(inspection: Inspection, *, actor, on: date) -> Inspection:
    """批准检查 by the head, before anybody goes; those who go are told."""
    inspection = INSPECTION_FLOW.advance(
        inspection,
        "approve",
        actor=actor,
        on=on,
        write=lambda row: {"approved_by": actor, "approved_on": on},
    )
    day = cn_date(inspection.scheduled_on)
    team = [member.user for member in inspection.team.select_related("user")]
    tell(team, f"{day}到{inspection.unit}检查，已批准。", url=inspection.get_absolute_url())
    for invitation in inspection.invitations.select_related("observer"):
        tell(
            [invitation.observer],
            f"邀请您于{day}观察一次档案行政执法检查。",
            url=invitation.get_absolute_url(),
        )
    return inspection


@act
def leave_unannounced(inspection: Inspection, *, actor, on: date, reason: str) -> Inspection:
    """批准不预先通知: the head decides it for a check that he has approved, with the reason."""
    if not reason.strip():
        raise Refused({"note": "请写明不预先通知的理由，如防止临时补造材料。"})
    return INSPECTION_FLOW.advance(
        inspection,
        "leave_unannounced",
        actor=actor,
        on=on,
        write=lambda row: {"unannounced": reason.strip()},
        note=reason,
    )


@act
def return_inspection(inspection: Inspection, *, actor, on: date, note: str) -> Inspection:
    """退回修改, with the reason the drafter needs."""
    if not note.strip():
        raise Refused("请写明退回的原因，便于经办人修改。")
    inspection = INSPECTION_FLOW.advance(
        inspection, "return_inspection", actor=actor, on=on, note=note
    )
    tell(
        [inspection.drafted_by],
        f"对{inspection.unit}的检查被退回：{note}",
        url=inspection.get_absolute_url(),
    )
    return inspection


@act
def cancel_inspection(inspection: Inspection, *, actor, on: date, note: str) -> Inspection:
    """取消检查 before it begins; observers already told are told again."""
    if not note.strip():
        raise Refused("请写明取消的原因。")
    inspection = INSPECTION_FLOW.advance(inspection, "cancel", actor=actor, on=on, note=note)
    if inspection.approved_on:
        invited = [row.observer for row in inspection.invitations.select_related("observer")]
        tell(invited, f"{cn_date(inspection.scheduled_on)}的检查已取消，不必到场。")
    return inspection
