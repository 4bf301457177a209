"""待办 about checklists."""

from inspections.models import Checklist
from inspections.queries.work import Group, WorkItem

BASIS = "检查清单由机关负责人采用后使用（本机关检查工作规范）"


def work_for_checklists(user) -> list[WorkItem]:
    """Lists that wait for this head's decision; nobody adopts what he drafted himself."""
    if not user.has_perm("inspections.adopt_checklist"):
        return []
    waiting = Checklist.objects.open_to(user).filter(state=Checklist.State.SUBMITTED)
    return [
        WorkItem(None, f"采用{row}", BASIS, row.get_absolute_url(), "去采用", Group.APPROVAL)
        for row in waiting.exclude(drafted_by=user).order_by("pk")
    ]
