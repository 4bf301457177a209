"""待办 of requests for correction: to look into, to decide."""

from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.asking import Asking, asks, rows_of
from inspections.queries.work import Group, WorkItem
from publicity.models import CorrectionRequest
from publicity.workflow import CORRECTION_FLOW

BASIS = "政府信息公开条例第四十一条；本机关公示制度"
TASKS = {
    "propose": ("去核实", "publicity"),
    "correct": ("去决定", Group.APPROVAL),
    "refuse": ("去决定", Group.APPROVAL),
}


@asks
def work_for_corrections(user: User, today: date) -> Asking[list[WorkItem]]:
    """Requests this person may move on today."""
    needed = {CORRECTION_FLOW.transitions[name].permission for name in TASKS}
    if not user.bureau_id or not any(map(user.has_perm, needed)):
        return []
    rows = CorrectionRequest.objects.visible_to(user).filter(state__in=CorrectionRequest.OPEN)
    rows = rows.select_related("notice__bureau", "notice__document__party").order_by("pk")
    rows = yield from rows_of(rows)
    return [
        WorkItem(None, f"更正申请：{row}", BASIS, row.get_absolute_url(), *TASKS[offer.step.name])
        for row in rows
        for offer in CORRECTION_FLOW.offers(row, user, on=today)
        if offer.step.name in TASKS and offer.why is None
    ]
