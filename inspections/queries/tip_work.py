"""待办 of tips: what is to be sorted, and whom to answer."""

from datetime import date

from archives_enforcement.workdays.clocks import Clocks
from inspections.models import Tip
from inspections.models.tips import TAKE_COMPLAINTS, TRIAGE
from inspections.queries.work import Group, WorkItem, work_item
from inspections.tip_guards import HANDLING, UNFINISHED

S, A = Tip.State, Tip.About
ACCEPTANCE, RESULT = "D-I16", "D-I17"


def work_for_tips(user, today: date) -> list[WorkItem]:
    """New ones for who sorts them; answers that are due once the lead is settled."""
    sorts = [A.UNIT, A.ACCESS] if user.has_perm(TRIAGE) else []
    sorts += [A.ENFORCEMENT] if user.has_perm(TAKE_COMPLAINTS) else []
    if not user.bureau_id or not sorts:
        return []
    rows = Tip.objects.open_to(user).filter(about__in=sorts, state__in=(S.RECEIVED, S.ACCEPTED))
    rows = list(rows.select_related("lead").order_by("pk"))
    clocks = Clocks(rows)
    return [item for row in rows if (item := _item(row, clocks))]


def _item(tip: Tip, clocks: Clocks) -> WorkItem | None:
    if tip.state == S.RECEIVED:
        return _work(tip, clocks.find(tip, ACCEPTANCE), f"审核{tip}", "去审核")
    waits = tip.lead is None or tip.lead.state in UNFINISHED
    if waits or tip.source == Tip.Source.INSPECTION:
        return None
    return _work(tip, clocks.find(tip, RESULT), f"答复反映人：{tip}", "去答复")


def _work(tip: Tip, clock, text: str, button: str) -> WorkItem:
    due = clock if clock and clock.is_open else None
    return work_item(due, text, HANDLING, tip.get_absolute_url(), button, Group.PREPARATION)
