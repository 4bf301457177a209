"""Reads of 普法计划: how far it is kept, what is planned on which day, what is due."""

from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count, Sum

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from inspections.queries.month import Month
from inspections.queries.work import Group, WorkItem
from publicity.models import Activity, OutreachItem, OutreachPlan, Training
from publicity.queries.activities import YEARLY_DAYS

S = OutreachPlan.State
BEFORE = timedelta(days=14)  # when the list reminds of an item


class Completion(NamedTuple):
    planned: int
    held: int
    dropped: int
    activities: int
    audience: int

    @property
    def percent(self) -> int:
        return self.held * 100 // self.planned if self.planned else 0


def running(user):
    """Approved plans that are not summed up."""
    return OutreachPlan.objects.open_to(user).filter(state=S.APPROVED)


def open_items(user):
    rows = OutreachItem.objects.filter(plan__in=running(user), dropped="")
    return rows.select_related("plan").order_by("planned_for", "pk")


def known_of(key: str, user) -> dict:
    """What the form of an activity begins with when it comes from an item."""
    item = open_items(user).filter(pk=key).first() if key.isdecimal() else None
    return {"item": item.pk, "kind": item.kind, "title": item.title} if item else {}


def items_of(plan: OutreachPlan) -> list[OutreachItem]:
    """The items with what was held for each."""
    return list(plan.items.prefetch_related("activities"))


def completion(items: list[OutreachItem]) -> Completion:
    held = [item for item in items if item.activities.all()]
    activities = [each for item in held for each in item.activities.all()]
    return Completion(
        len(items), len(held), sum(bool(item.dropped) for item in items), len(activities),
        sum(each.audience or 0 for each in activities),
    )  # fmt: skip


def year_of_activities(plan: OutreachPlan) -> list[tuple[str, int, int]]:
    """All activities of the year by kind, planned or not: label, number, people."""
    rows = Activity.objects.standing().filter(bureau=plan.bureau, held_on__year=plan.year)
    counted = rows.order_by().values("kind").annotate(n=Count("pk"), people=Sum("audience"))
    return [(Activity.Kind(row["kind"]).label, row["n"], row["people"] or 0) for row in counted]


class Mark(NamedTuple):
    """One line of a day of the calendar; without an address where there is no record."""

    label: str
    url: str
    tone: str
    text: str


class Day(NamedTuple):
    day: date
    in_month: bool
    marks: list[Mark]


def weeks_of(user, month: Month) -> list[list[Day]]:
    """The weeks of a month with the yearly days, what is planned and what was held."""
    first = date(month.year, month.number, 1)
    start = first - timedelta(days=first.weekday())
    days = [start + timedelta(days=place) for place in range(42)]
    marks = _marks(user, days[0], days[-1])
    shown = [Day(day, day.month == month.number, marks[day]) for day in days]
    weeks = [shown[place : place + 7] for place in range(0, 42, 7)]
    return [week for week in weeks if any(day.in_month for day in week)]


def _marks(user, first: date, last: date) -> dict[date, list[Mark]]:
    found = defaultdict(list, _yearly(first, last))
    items = OutreachItem.objects.visible_to(user).filter(planned_for__range=(first, last))
    items = items.exclude(plan__state__in=[S.DRAFT, S.SUBMITTED]).filter(activities=None)
    for item in items.select_related("plan"):
        tone, text = ("", "没有开展") if item.dropped else ("now", "计划")
        found[item.planned_for].append(Mark(item.title, item.get_absolute_url(), tone, text))
    for row in Activity.objects.visible_to(user).standing().filter(held_on__range=(first, last)):
        found[row.held_on].append(Mark(row.title, row.get_absolute_url(), "done", "已开展"))
    for row in Training.objects.visible_to(user).filter(planned_for__range=(first, last)):
        mark = Mark(row.title, row.get_absolute_url(), row.state_tone, "培训")
        found[row.held_on or row.planned_for].append(mark)
    return found


def _yearly(first: date, last: date) -> dict[date, list[Mark]]:
    """国际档案日 and 国家宪法日 stand there whether they are planned for or not."""
    days = [
        (date(year, *day), kind)
        for year in {first.year, last.year}
        for kind, day in YEARLY_DAYS.items()
    ]
    return {day: [Mark(kind.label, "", "", "节点")] for day, kind in days if first <= day <= last}


@asks
def work_for_outreach(user, today: date) -> Asking[list[WorkItem]]:
    """A plan to approve or to go on with, and items that are near or past."""
    if not user.bureau_id:
        return []
    plans, items = yield from side_by_side(_plans(user), _items(user, today))
    return plans + items


def _plans(user):
    asked = {
        S.DRAFT: ("publicity.record_activity", "修改并提交{plan}", "去提交", Group.PREPARATION),
        S.SUBMITTED: ("publicity.approve_outreach", "批准{plan}", "去审批", Group.APPROVAL),
    }
    wanted = [state for state, (permission, *_) in asked.items() if user.has_perm(permission)]
    rows = yield from rows_of(OutreachPlan.objects.open_to(user).filter(state__in=wanted))
    told = ((plan, *asked[plan.state]) for plan in rows)
    return [
        WorkItem(
            None, text.format(plan=plan), "本机关普法工作安排", plan.get_absolute_url(), button,
            group,
        )
        for plan, _, text, button, group in told
    ]  # fmt: skip


def _items(user, today: date):
    if not user.has_perm("publicity.record_activity"):
        return []
    rows = open_items(user).filter(activities=None, planned_for__lte=today + BEFORE)
    rows = yield from rows_of(rows)
    return [
        WorkItem(
            item.planned_for, f"开展并登记：{item}", str(item.plan), item.get_absolute_url(),
            "去登记", Group.PREPARATION,
        )
        for item in rows
    ]  # fmt: skip
