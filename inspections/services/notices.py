"""The 检查通知书 of an approved check, drafted from what the record already says."""

import re
from collections.abc import Iterable
from datetime import date

from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.documents.queries import documents_about
from archives_enforcement.workflow import Refused, act, check_permission, lock
from inspections.models import ChecklistItem, Inspection, TeamMember
from inspections.queries import coverage, progress, slots, teams
from inspections.queries.visits import approval_basis, carried_out, legal_basis

TITLE = "行政检查通知书"
DRAFT = "inspections.draft_letter"
BETWEEN = re.compile("[、，]|和(?=照片)")
COPY = re.compile("的?复制件$")  # to be copied on site: the unit has the original ready
ON_SITE = re.compile("照片|截图|询问|抽查|核对表|比对|示意图|点位图|检查记录|情况说明|不复制")


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
        "materials": _materials(inspection),
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


def _items_by_area(inspection: Inspection) -> dict[str, list[ChecklistItem]]:
    """The items of the checklist that concern this unit."""
    found = {}
    for item in inspection.checklist.items.all():
        if item.concerns(inspection.party):
            found.setdefault(item.area, []).append(item)
    return found


def _areas(inspection: Inspection) -> list[str]:
    return _numbered(_items_by_area(inspection))


def _materials(inspection: Inspection) -> list[str]:
    """What the unit has ready, by area: the evidence its items ask for, but what arises on site."""
    lines = []
    for area, items in _items_by_area(inspection).items():
        pieces = (piece for item in items for piece in BETWEEN.split(item.evidence))
        wanted = dict.fromkeys(
            COPY.sub("", row) for row in pieces if row and not ON_SITE.search(row)
        )
        if wanted:
            lines.append(f"{area}：{'、'.join(wanted)}")
    if not lines:
        return ["请准备与检查事项有关的制度、台账和记录。"]
    return ["请准备下列材料备查：", *_numbered(lines)]


def _numbered(lines: Iterable[str]) -> list[str]:
    """One paragraph for each."""
    *others, last = [f"{place}.{line}" for place, line in enumerate(lines, 1)]
    return [*(f"{line}；" for line in others), f"{last}。"]
