"""采用方案: lines of a proposal become items of the plan, when the planner has chosen them."""

from collections.abc import Collection
from datetime import date
from itertools import groupby

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date
from inspections.models import Checklist, Plan, PlanItem
from inspections.queries.proposals import Line, proposed
from inspections.services.plan_items import put_on
from inspections.services.planning import draft_of
from units.models import Unit


@act
def adopt_lines(
    plan: Plan, *, actor, on: date, chosen: Collection[str], checklist: Checklist
) -> list[PlanItem]:
    """列入计划: the chosen lines, by their codes, with half-day and officers.

    The proposal is computed anew: what has changed since the page was read is refused.
    """
    plan = draft_of(plan, actor, "列入检查项目")
    backfilled = check_date(actor, on)
    lines = _still_proposed(plan, actor, chosen)
    items = [item for group in _groups(lines) for item in _put(plan, actor, group, checklist)]
    trail.record(
        plan,
        "adopt_proposal",
        "列入方案中的检查",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={"lines": [f"{line.unit.name} {line.when} {line.asked_by}" for line in lines]},
    )
    return items


def _still_proposed(plan: Plan, actor, chosen: Collection[str]) -> list[Line]:
    if not chosen:
        raise Refused("还没有选择检查，请至少勾选一行。")
    known = {line.code: line for line in proposed(actor, plan, trail.today()).visits}
    if set(chosen) - known.keys():
        raise Refused(
            "方案已经变化（规则、单位、人员或者已有的安排有改动），请按下面的新方案重新勾选。"
        )
    return [line for code, line in known.items() if code in set(chosen)]


def _groups(lines: list[Line]):
    """Lines that go on the plan in one stroke: of one kind and month."""

    def alike(line: Line) -> tuple[int, str]:
        return line.line.half_day.day.month, line.line.kind

    return (list(group) for _, group in groupby(sorted(lines, key=alike), key=alike))


def _put(plan: Plan, actor, lines: list[Line], checklist: Checklist) -> list[PlanItem]:
    first, by_unit = lines[0].line, {line.unit.key: line for line in lines}
    if len(by_unit) < len(lines):
        raise Refused("同一单位同一个月的两次同类检查应当合并（多检合一），请只勾选其中一次。")
    items = put_on(
        plan,
        Unit.objects.filter(pk__in=by_unit),
        actor,
        kind=first.kind,
        month=first.half_day.day.month,
        checklist=checklist,
    )
    for item in items:
        line = by_unit[item.unit_id]
        item.half_day_on, item.session = line.line.half_day
        item.asked_by = line.asked_by[:300]
    PlanItem.objects.bulk_update(items, ["half_day_on", "session", "asked_by"])
    link = PlanItem.proposed_officers.through
    link.objects.bulk_create(
        link(planitem_id=item.pk, user_id=key)
        for item in items
        for key in by_unit[item.unit_id].line.officers
    )
    return items
