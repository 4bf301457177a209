"""待办 of tips: what is to be sorted, whom to answer, and what keeps an answer waiting."""

from datetime import date, timedelta

from django.db.models import Q

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.workdays.clocks import Clocks, clocks_on
from inspections.models import Tip
from inspections.models.tips import TAKE_COMPLAINTS, TRIAGE
from inspections.queries.tip_clocks import ACCEPTANCE, ANSWERING
from inspections.queries.work import Group, WorkItem, work_item
from inspections.tip_guards import HANDLING, UNFINISHED

S, A = Tip.State, Tip.About
AHEAD = timedelta(days=14)  # how long before its last day an answer that still waits is named


@asks
def work_for_tips(user, today: date) -> Asking[list[WorkItem]]:
    """New ones for who sorts them; answers that are due once the lead is settled.

    Where the time for the answer is nearly up and the lead is not settled, who sorts tips and who
    handles this one are told.
    """
    if not user.bureau_id:
        return []
    sorts = [A.UNIT, A.ACCESS] if user.has_perm(TRIAGE) else []
    sorts += [A.ENFORCEMENT] if user.has_perm(TAKE_COMPLAINTS) else []
    concerned = Q(about__in=sorts) | Q(handler=user)
    rows = Tip.objects.open_to(user).filter(concerned, state__in=(S.RECEIVED, S.ACCEPTED))
    rows = yield from rows_of(rows.select_related("lead").order_by("pk"))
    clocks = yield from clocks_on(rows)
    found = (_item(row, clocks, row.about in sorts, today) for row in rows)
    return [item for item in found if item]


def _item(tip: Tip, clocks: Clocks, sorts: bool, today: date) -> WorkItem | None:
    if tip.state == S.RECEIVED:
        return _work(tip, clocks.find(tip, ACCEPTANCE), f"审核{tip}", "去审核") if sorts else None
    if tip.lead is None or tip.source == Tip.Source.INSPECTION:
        return None
    clock = next((row for code in ANSWERING if (row := clocks.find(tip, code))), None)
    if tip.lead.state not in UNFINISHED:
        return _work(tip, clock, f"答复反映人：{tip}", "去答复") if sorts else None
    if clock is None or not clock.is_open or clock.due_on > today + AHEAD:
        return None
    return _work(tip, clock, f"线索没有办结，还不能答复反映人：{tip}", "去查看")


def _work(tip: Tip, clock, text: str, button: str) -> WorkItem:
    due = clock if clock and clock.is_open else None
    return work_item(due, text, HANDLING, tip.get_absolute_url(), button, Group.PREPARATION)
