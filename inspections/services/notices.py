"""The 检查通知书 of an approved check, drafted from what the record already says."""

from datetime import date

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.workflow import Refused, act, check_permission, lock
from inspections.models import Inspection, TeamMember
from inspections.queries import coverage, progress, slots, teams
from inspections.queries.visits import approval_basis, carried_out, legal_basis

TITLE = "行政检查通知书"
DRAFT = "inspections.draft_letter"


@act
def draft_notice(inspection: Inspection, *, actor, on: date) -> Document:
    """起草检查通知书; one at a time, and only for an approved check."""
    inspection = lock(inspection, actor)
    check_permission(actor, DRAFT, "起草检查通知书")
    if why := not_ready(inspection, on):
        raise Refused(why)
    if progress.latest(documents_about(inspection, actor), progress.NOTICE):
        raise Refused("这次检查已经有通知书，请在原通知书上办理；写错的先作废。")
    return documents.draft(
        inspection,
        progress.NOTICE,
        bureau=inspection.bureau,
        party=inspection.party,
        title=TITLE,
        fields=notice_fields(inspection),
        actor=actor,
        on=on,
    )


def not_ready(inspection: Inspection, on: date) -> str | None:
    """Why the check gets no notice now; None when it may."""
    if inspection.state == Inspection.State.APPROVED:
        return None
    return (
        f"检查的状态是“{inspection.get_state_display()}”，不能起草检查通知书；"
        f"通知书在批准之后、检查之前发出。{approval_basis(inspection.scheduled_on)}。"
    )


def notice_fields(inspection: Inspection) -> dict:
    """The facts of the notice; nothing is typed twice."""
    return {
        "unit": inspection.party.name,
        "time": slots.when(inspection.scheduled_on, inspection.session),
        "place": inspection.place,
        "items": _areas(inspection),
        "officers": "、".join(
            f"{member.user}（执法证件编号 {'、'.join(card.number for card in member.user.cards)}）"
            for member in teams.members(inspection)
            if member.part in TeamMember.ENFORCING
        ),
        "basis": legal_basis(inspection.kind),
        "kind": inspection.get_kind_display(),
        "phone": inspection.bureau.phone,
        "frequency": _frequency(inspection),
    }


def _frequency(inspection: Inspection) -> str:
    """What an enterprise is told of the year's checks (国办发〔2024〕54号)."""
    day = inspection.scheduled_on
    if not inspection.party.is_enterprise or day < coverage.POLICY_SINCE:
        return ""
    return f"本次检查以前，我局{day.year}年已对你单位实施行政检查{carried_out(inspection)}次。"


def _areas(inspection: Inspection) -> list[str]:
    """The areas of the checklist that concern this unit, one paragraph each."""
    areas = dict.fromkeys(
        item.area for item in inspection.checklist.items.all() if item.concerns(inspection.party)
    )
    return [
        f"{place}.{area}{'。' if place == len(areas) else '；'}"
        for place, area in enumerate(areas, 1)
    ]
