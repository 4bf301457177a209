"""从上年计划带入: the items of the last plan stand on the new draft, with today's lists."""

from datetime import date
from typing import NamedTuple

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date
from inspections.models import Plan, PlanItem
from inspections.queries.plan_changes import copies, earlier_plan
from inspections.services.planning import draft_of


class Taken(NamedTuple):
    """What was taken over, and how many items were passed over as planned already."""

    items: list[PlanItem]
    skipped: int


@act
def copy_earlier(plan: Plan, *, actor, on: date) -> Taken:
    """带入上年项目 that still can stand; Refused when there is nothing to take over."""
    plan = draft_of(plan, actor, "带入上年项目")
    backfilled = check_date(actor, on)
    earlier = earlier_plan(plan, actor)
    if earlier is None:
        raise Refused("没有以前年度已经审定的计划，请直接添加单位。")
    found = copies(plan, earlier)
    taken = [copy for copy in found if copy.checklist]
    skipped = sum(copy.is_planned for copy in found)
    if not taken:
        raise Refused(f"{earlier}的项目都不能带入，原因见列表。")
    items = PlanItem.objects.bulk_create(
        PlanItem(
            plan=plan,
            checklist=copy.checklist,
            **{name: getattr(copy.item, name) for name in ("unit", "kind", "month", "method")},
            group=copy.item.group,
        )
        for copy in taken
    )
    trail.record(
        plan,
        "copy_earlier",
        "带入上年项目",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={
            "from": str(earlier), "items": [str(item) for item in items], "skipped": skipped,
        },
    )  # fmt: skip
    return Taken(items, skipped)
