"""待办 about checklists."""

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from inspections.models import Checklist
from inspections.queries.checklists import reason_of_return
from inspections.queries.work import Group, WorkItem

BASIS = "检查清单由机关负责人采用后使用（本机关检查工作规范）"


DRAFT, ADOPT = "inspections.draft_checklist", "inspections.adopt_checklist"


@asks
def work_for_checklists(user) -> Asking[list[WorkItem]]:
    """Lists that wait for this head's decision, who adopts none of his own; and those that came
    back to their drafter.
    """
    adopted, returned = yield from side_by_side(_to_adopt(user), _returned(user))
    return adopted + returned


def _to_adopt(user) -> Asking[list[WorkItem]]:
    if not user.has_perm(ADOPT):
        return []
    waiting = Checklist.objects.open_to(user).filter(state=Checklist.State.SUBMITTED)
    waiting = yield from rows_of(waiting.exclude(drafted_by=user).order_by("pk"))
    return [
        WorkItem(None, f"采用{row}", BASIS, row.get_absolute_url(), "去采用", Group.APPROVAL)
        for row in waiting
    ]


def _returned(user) -> Asking[list[WorkItem]]:
    if not user.has_perm(DRAFT):
        return []
    drafts = Checklist.objects.open_to(user).filter(state=Checklist.State.DRAFT)
    drafts = drafts.filter(drafted_by__in=user.desks(DRAFT)).order_by("pk")
    drafts = yield from rows_of(drafts)
    return [
        WorkItem(
            None, f"修改退回的{row}", f"退回原因：{why}", row.get_absolute_url(), "去修改",
            Group.RETURNED,
        )
        for row in drafts
        if (why := reason_of_return(row, user))
    ]  # fmt: skip
