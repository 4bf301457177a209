"""待办 of public lists: what waits for approval or publication, and what is out of date."""

from datetime import date

from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from inspections.queries.work import Group, WorkItem
from publicity.models import PublicList
from publicity.queries.lists import UPDATE, certificates, lines
from publicity.workflow import LIST_FLOW

BASIS = "事前公示（国办发〔2018〕118号，据转载材料核对）"
DISCLOSURE = "publicity"  # the group of the work list
TASKS = {
    "approve_list": ("去审批", Group.APPROVAL),
    "publish_list": ("去公布", DISCLOSURE),
}


@asks
def work_for_lists(user, today: date) -> Asking[list[WorkItem]]:
    """Lists this person may move on today, and a published list of officers that is out of date."""
    steps = {name: LIST_FLOW.transitions[name] for name in TASKS}
    if not user.bureau_id or not any(user.has_perm(step.permission) for step in steps.values()):
        return []
    rows = PublicList.objects.visible_to(user).filter(state__in=PublicList.OPEN)
    rows, outdated = yield from side_by_side(
        rows_of(rows.select_related("bureau").order_by("pk")), _outdated(user, today)
    )
    if not rows:
        return outdated
    due = yield from _due(user)
    found = [
        WorkItem(
            due.get(row.kind),
            f"{steps[name].label}：{row}",
            BASIS,
            row.get_absolute_url(),
            *TASKS[name],
        )
        for row in rows
        for name in [offer.step.name for offer in _open_offers(row, user, today)]
        if name in TASKS
    ]
    return found + _unfinished(rows, due, user) + outdated


def _due(user) -> Asking[dict[str, date]]:
    """By when each kind that has changed is to be public anew."""
    running = Deadline.objects.filter(OPEN, code=UPDATE, bureau=user.bureau_id)
    last = {clock.object_id: clock.due_on for clock in (yield from rows_of(running))}
    changed = PublicList.objects.visible_to(user).filter(pk__in=last).only("kind")
    return {row.kind: last[row.pk] for row in changed} if last else {}


def _unfinished(rows, due: dict[str, date], user) -> list[WorkItem]:
    """Drafts of one's own that are to replace what is out of date."""
    return [
        WorkItem(
            due[row.kind], f"写完并报批：{row}", BASIS, row.get_absolute_url(), "去修改", DISCLOSURE
        )
        for row in rows
        if row.state == PublicList.State.DRAFT and row.drafted_by_id == user.pk and row.kind in due
    ]


def _open_offers(row: PublicList, user, today: date):
    return (offer for offer in LIST_FLOW.offers(row, user, on=today) if offer.why is None)


def _outdated(user, today: date) -> Asking[list[WorkItem]]:
    if not user.has_perm("publicity.draft_list"):
        return []
    rows = PublicList.objects.visible_to(user).filter(kind="officers").select_related("bureau")
    in_force, rewritten, cards = yield from side_by_side(
        rows_of(rows.in_force().order_by("pk")),
        rows_of(rows.filter(state__in=PublicList.OPEN)),
        rows_of(certificates(user.bureau_id, today)),
    )
    if not in_force or rewritten or in_force[0].rows == lines(cards):
        return []
    url = f"{reverse('publicity:list-create')}?kind=officers"
    text = "公开的执法人员名录和证件登记不一致，请出新版本"
    return [WorkItem(None, text, BASIS, url, "去起草", DISCLOSURE)]
