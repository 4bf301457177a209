"""待办 on 专项检查（上级）: what waits below, and what waits with whoever holds it."""

from datetime import date

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from inspections.models import Campaign, Participant
from inspections.queries import campaigns as queries
from inspections.queries.campaign_standing import reason_of_return
from inspections.queries.work import Group, WorkItem

S, P = Campaign.State, Participant.State
ISSUE, DIRECT = "inspections.issue_campaign", "inspections.draft_campaign"
ANSWER, SEND = "inspections.answer_campaign", "inspections.send_campaign"


@asks
def work_for_campaigns(user, today: date) -> Asking[list[WorkItem]]:
    """Decisions of the head, drafts that came back, tables to write, sign, read and ask for."""
    if not user.bureau_id or not any(map(user.has_perm, (ISSUE, DIRECT, ANSWER, SEND))):
        return []
    parts = Participant.objects.visible_to(user).filter(campaign__state=S.ISSUED)
    parts = parts.select_related("campaign", "bureau").order_by("campaign__due_on", "pk")
    issued, returned, parts = yield from side_by_side(
        _to_issue(user), _returned(user), rows_of(parts)
    )
    on_parts = (item for part in parts if (item := _of_part(part, user, today)))
    return [*issued, *returned, *on_parts]


def _to_issue(user) -> Asking[list[WorkItem]]:
    if not user.has_perm(ISSUE):
        return []
    rows = Campaign.objects.open_to(user).filter(state=S.SUBMITTED).exclude(drafted_by=user)
    rows = yield from rows_of(rows.order_by("pk"))
    return [
        WorkItem(
            None,
            f"{row.deciding}{row}",
            queries.BASIS,
            row.get_absolute_url(),
            f"去{row.deciding}",
            Group.APPROVAL,
        )
        for row in rows
    ]


def _returned(user) -> Asking[list[WorkItem]]:
    """Drafts that the head gave back, for whoever wrote them."""
    if not user.has_perm(DIRECT):
        return []
    drafts = Campaign.objects.open_to(user).filter(state=S.DRAFT)
    drafts = drafts.filter(drafted_by__in=user.desks(DIRECT)).order_by("pk")
    drafts = yield from rows_of(drafts)
    return [
        WorkItem(
            None, f"修改退回的{row}", f"退回原因：{why}", row.get_absolute_url(), "去修改",
            Group.RETURNED,
        )
        for row in drafts
        if (why := reason_of_return(row, user))
    ]  # fmt: skip


def _of_part(part: Participant, user, today: date) -> WorkItem | None:
    if part.bureau_id == user.bureau_id:
        return _below(part, user)
    return _above(part, user, today)


def _below(part: Participant, user) -> WorkItem | None:
    campaign = part.campaign
    if part.state == P.SUBMITTED and user.has_perm(SEND) and part.prepared_by_id != user.pk:
        return _item(part, f"签发{campaign}的报送表", "去签发", Group.APPROVAL)
    if part.state != P.OPEN or not user.has_perm(ANSWER):
        return None
    if part.returned:
        return _item(
            part, f"改正退回的报送表：{campaign}", "去改正", Group.RETURNED,
            basis=f"退回原因：{part.returned}",
        )  # fmt: skip
    return _item(part, f"办理并报送{campaign}", "去办理", Group.PREPARATION)


def _above(part: Participant, user, today: date) -> WorkItem | None:
    if not user.has_perm(DIRECT):
        return None
    campaign = part.campaign
    if part.state == P.SENT:
        return _item(part, f"审阅{part.bureau}的报送表：{campaign}", "去审阅", Group.APPROVAL)
    if part.state in Participant.WAITING and today > campaign.due_on and part.urged_on != today:
        return _item(part, f"催报：{part.bureau}还没有报送{campaign}", "去催报", Group.RETURNED)
    return None


def _item(part: Participant, text: str, button: str, group: str, basis="") -> WorkItem:
    campaign = part.campaign
    basis = basis or f"{campaign.superior}{campaign.reference}（工作要求）"
    return WorkItem(campaign.due_on, text, basis, part.get_absolute_url(), button, group)
