"""Reads of annual plans: what is done, month by month, and what comes next."""

from typing import NamedTuple

from django.db.models import Prefetch

from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from inspections.models import Inspection, Plan, PlanItem
from inspections.queries import returns

RETURNS = ("return_plan", "return_check", "withdraw")
DONE = Inspection.TOLD  # the unit has its letter, so the visit counts as carried out
SUBMISSION_BASIS = "年度检查计划经法制审核、由机关负责人审定后公布（本机关检查工作规范）"


class Row(NamedTuple):
    """One item of a plan with the visit that carries it out, if there is one."""

    item: PlanItem
    inspection: Inspection | None
    is_done: bool


class Month(NamedTuple):
    number: int
    rows: list[Row]
    done: int


class Progress(NamedTuple):
    """How far a plan is carried out."""

    months: list[Month]
    done: int
    arranged: int
    total: int

    @property
    def percent(self) -> int:
        return self.done * 100 // self.total if self.total else 0

    @property
    def words(self) -> str:
        return f"{self.total} 个项目，已安排 {self.arranged}，完成 {self.done}"


def plans(user):
    """The plans `user` may see, newest year first."""
    return Plan.objects.visible_to(user).select_related("bureau").order_by("-year", "-pk")


def items(user):
    """Items of all plans `user` may see."""
    rows = PlanItem.objects.visible_to(user)
    return rows.select_related("plan", "unit__party", "checklist", "campaign")


def items_of(plan: Plan):
    """A plan's items with unit, checklist, drawn officers and the visits that still count."""
    rows = plan.items.select_related("unit__party", "checklist", "campaign")
    return rows.prefetch_related(_visits(), "drawn_officers", "proposed_officers")


def _visits() -> Prefetch:
    visits = Inspection.objects.exclude(state__in=Inspection.FALLEN).order_by("pk")
    return Prefetch("inspections", visits)


def progress(rows) -> Progress:
    """Group items (from `items_of`, or alike) by month and count what is done."""
    rows = [_row(item) for item in rows]
    months = [
        Month(number, found, sum(row.is_done for row in found))
        for number in range(1, 13)
        if (found := [row for row in rows if row.item.month == number])
    ]
    return Progress(
        months,
        done=sum(row.is_done for row in rows),
        arranged=sum(row.inspection is not None for row in rows),
        total=len(rows),
    )


def _row(item: PlanItem) -> Row:
    visits = list(item.inspections.all())
    done = [visit for visit in visits if visit.state in DONE]
    return Row(item, (done or visits or [None])[-1], bool(done))


def unfinished(plan: Plan) -> list[PlanItem]:
    """The items that were not carried out; each needs a reason before the plan is closed.

    What followed a campaign from above is answered for in its table, and needs none here.
    """
    return [
        row.item
        for month in progress(items_of(plan)).months
        for row in month.rows
        if not row.is_done and not row.item.campaign_id
    ]


def progress_of(plans) -> dict[int, Progress]:
    """How far each of several plans is carried out, by the key of the plan."""
    found = PlanItem.objects.filter(plan__in=[plan.pk for plan in plans])
    grouped = {plan.pk: [] for plan in plans}
    for item in found.prefetch_related(_visits()):
        grouped[item.plan_id].append(item)
    return {key: progress(rows) for key, rows in grouped.items()}


def steps(plan: Plan) -> list[Step]:
    """The stages of a plan: 编制, 法制审核, 审定, 公布, 总结."""
    order = Plan.State.values
    reached = len(order) if plan.state == Plan.State.CLOSED else order.index(plan.state)
    days = (plan.checked_on, plan.approved_on, plan.published_on, plan.closed_on)
    notes = [f"{plan.year} 年度", *map(cn_day, days)]
    return [
        Step(label, "done" if place < reached else "now" if place == reached else "", note)
        for place, (label, note) in enumerate(
            zip(("编制", "法制审核", "审定", "公布", "总结"), notes, strict=True)
        )
    ]


def reason_of_return(plan: Plan, user) -> str:
    """Why a draft came back; empty for a draft nobody has returned."""
    return returns.reason_of_return(plan, user, *RETURNS)


def next_step(plan: Plan, rate: Progress) -> str:
    """What happens next with the plan, in one sentence."""
    left = rate.total - rate.done
    if plan.state == Plan.State.DRAFT and plan.withdrawn_on:
        return f"{cn_date(plan.withdrawn_on)}撤回公布，改正后提交法制审核，再审定、公布。"
    sentences = {
        Plan.State.DRAFT: "把要检查的单位列入计划，再提交法制审核。"
        if not rate.total
        else f"已列入 {rate.total} 个项目，核对后提交法制审核。",
        Plan.State.SUBMITTED: "等待法制审核；通过后由机关负责人审定，其间不能修改。",
        Plan.State.CHECKED: "法制审核已通过，等待机关负责人审定；审定前不能修改。",
        Plan.State.APPROVED: "计划已经审定，请公布；也可以开始安排检查。",
        Plan.State.PUBLISHED: f"还有 {left} 个项目没有完成，请逐项安排检查。"
        if left
        else "项目已全部完成，可以总结。",
        Plan.State.CLOSED: "本年度计划已经总结。",
    }
    return sentences[plan.state]


def open_items(user):
    """Items of approved plans that nobody has arranged yet, the earliest month first."""
    arranged = Inspection.objects.exclude(state__in=Inspection.FALLEN)
    return (
        items(user)
        .filter(plan__state__in=[Plan.State.APPROVED, Plan.State.PUBLISHED])
        .exclude(pk__in=arranged.filter(plan_item__isnull=False).values("plan_item"))
        .order_by("plan__year", "month", "pk")
    )
