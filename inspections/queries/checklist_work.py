"""待办 about checklists."""

from inspections.models import Checklist
from inspections.queries.checklists import reason_of_return
from inspections.queries.work import Group, WorkItem

BASIS = "检查清单由机关负责人采用后使用（本机关检查工作规范）"


DRAFT, ADOPT = "inspections.draft_checklist", "inspections.adopt_checklist"


def work_for_checklists(user) -> list[WorkItem]:
    """Lists that wait for this head's decision, who adopts none of his own; and those that came
    back to their drafter.
    """
    return [*_to_adopt(user), *_returned(user)]


def _to_adopt(user) -> list[WorkItem]:
    if not user.has_perm(ADOPT):
        return []
    waiting = Checklist.objects.open_to(user).filter(state=Checklist.State.SUBMITTED)
    return [
        WorkItem(None, f"采用{row}", BASIS, row.get_absolute_url(), "去采用", Group.APPROVAL)
        for row in waiting.exclude(drafted_by=user).order_by("pk")
    ]


def _returned(user) -> list[WorkItem]:
    if not user.has_perm(DRAFT):
        return []
    drafts = Checklist.objects.open_to(user).filter(state=Checklist.State.DRAFT)
    return [
        WorkItem(
            None, f"修改退回的{row}", f"退回原因：{why}", row.get_absolute_url(), "去修改",
            Group.RETURNED,
        )
        for row in drafts.filter(drafted_by__in=user.desks(DRAFT)).order_by("pk")
        if (why := reason_of_return(row, user))
    ]  # fmt: skip
