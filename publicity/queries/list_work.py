"""待办 of public lists: what waits for approval or publication, what is out of date or missing."""

from datetime import date

from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from inspections.queries.work import Group, WorkItem
from publicity.list_kinds import BEFOREHAND, KINDS
from publicity.models import PublicList
from publicity.queries.lists import UPDATE, certificates, lines
from publicity.workflow import LIST_FLOW

BASIS = "事前公示（国办发〔2018〕118号，据转载材料核对）"
DISCLOSURE = "publicity"  # the group of the work list
DRAFT = "publicity.draft_list"
TASKS = {
    "approve_list": ("去审批", Group.APPROVAL),
    "publish_list": ("去公布", DISCLOSURE),
}


@asks
def work_for_lists(user, today: date) -> Asking[list[WorkItem]]:
    """Lists this person may move on today, and for who drafts what is out of date or missing."""
    steps = {name: LIST_FLOW.transitions[name] for name in TASKS}
    if not user.bureau_id or not any(user.has_perm(step.permission) for step in steps.values()):
        return []
    lists = PublicList.objects.visible_to(user)
    running = Deadline.objects.filter(OPEN, code=UPDATE, bureau=user.bureau_id)
    rows, current, clocks, differs = yield from side_by_side(
        rows_of(lists.filter(state__in=PublicList.OPEN).select_related("bureau").order_by("pk")),
        rows_of(lists.in_force().defer("rows").select_related("bureau")),
        rows_of(running.order_by("due_on")),
        _officers_differ(user, today),
    )
    by_row = {clock.object_id: clock for clock in clocks}
    changed = {row.kind: by_row[row.pk] for row in current if row.pk in by_row}
    found = [
        WorkItem(
            changed[row.kind].due_on if row.kind in changed else None,
            f"{steps[name].label}：{row}",
            BASIS,
            row.get_absolute_url(),
            *TASKS[name],
        )
        for row in rows
        for name in [offer.step.name for offer in _open_offers(row, user, today)]
        if name in TASKS
    ]
    found += _unfinished(rows, changed, user)
    if not user.has_perm(DRAFT):
        return found
    begun = {row.kind for row in rows}
    outdated = _outdated() if differs and "officers" not in {*begun, *changed} else []
    return found + _to_draft(changed, begun) + outdated + _missing(rows, current)


def _unfinished(rows, changed: dict[str, Deadline], user) -> list[WorkItem]:
    """Drafts of one's own that are to replace what is out of date."""
    return [
        WorkItem(
            changed[row.kind].due_on, f"写完并报批：{row}", BASIS, row.get_absolute_url(), "去修改",
            DISCLOSURE,
        )
        for row in rows
        if row.state == PublicList.State.DRAFT and row.drafted_by_id == user.pk
        and row.kind in changed
    ]  # fmt: skip


def _open_offers(row: PublicList, user, today: date):
    return (offer for offer in LIST_FLOW.offers(row, user, on=today) if offer.why is None)


def _to_draft(changed: dict[str, Deadline], begun: set[str]) -> list[WorkItem]:
    """What has changed and nobody has begun to write anew: its clock asks for a draft."""
    return [
        WorkItem(
            clock.due_on,
            f"起草新版本：{KINDS[kind].label}（内容{cn_date(clock.trigger_on)}起有变化）",
            clock.article,
            _drafting(kind),
            "去起草",
            DISCLOSURE,
        )
        for kind, clock in changed.items()
        if kind not in begun
    ]


def _officers_differ(user, today: date) -> Asking[bool]:
    """Whether the list of officers in force and the register say two things; for who drafts."""
    if not user.has_perm(DRAFT):
        return False
    rows = PublicList.objects.visible_to(user).filter(kind="officers").in_force().order_by("pk")
    in_force, cards = yield from side_by_side(
        rows_of(rows), rows_of(certificates(user.bureau_id, today))
    )
    return bool(in_force) and in_force[0].rows != lines(cards)


def _outdated() -> list[WorkItem]:
    text = "公开的执法人员名录和证件登记不一致，请出新版本"
    return [WorkItem(None, text, BASIS, _drafting("officers"), "去起草", DISCLOSURE)]


def _missing(rows, current) -> list[WorkItem]:
    """One line for what is to be known beforehand and never was; begun or in force is not."""
    there = {row.kind for row in [*rows, *current]}
    missing = [kind for kind in BEFOREHAND if kind not in there]
    if not missing:
        return []
    names = "、".join(KINDS[kind].label for kind in missing)
    text = f"事前公开的清单还有{len(missing)}种没有起草：{names}"
    return [WorkItem(None, text, BASIS, reverse("publicity:list-index"), "去起草", DISCLOSURE)]


def _drafting(kind: str) -> str:
    return f"{reverse('publicity:list-create')}?kind={kind}"
