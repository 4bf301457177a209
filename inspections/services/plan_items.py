"""Acts on the lines of an annual plan: units put on it and taken off."""

from calendar import monthrange
from collections.abc import Iterable
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, lock
from inspections.campaign_guards import plan_refusal
from inspections.models import Campaign, Checklist, Plan, PlanItem
from inspections.services.planning import draft_of
from units.models import Unit


@act
def add_items(
    plan: Plan,
    *,
    actor,
    on: date,
    units: Iterable[Unit],
    kind: str,
    month: int,
    checklist: Checklist,
    method: str = PlanItem.Method.ON_SITE,
    group: str = "",
    campaign: Campaign | None = None,
) -> list[PlanItem]:
    """Put units on a draft plan, all with the same kind of check, month, checklist and method.

    `group` says in words which group of units was chosen, when they were not picked one by one.
    For a `campaign` from above they are units taken for it, checked by its list.
    """
    plan = draft_of(plan, actor, "添加检查项目")
    backfilled = check_date(actor, on)
    same = {"kind": kind, "month": month, "checklist": checklist}
    items = put_on(plan, units, actor, method=method, group=group, campaign=campaign, **same)
    units = [item.unit for item in items]
    trail.record(
        plan,
        "add_items",
        "添加检查项目",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={
            "units": [str(unit) for unit in units],
            "month": month,
            "kind": kind,
            "group": group,
            "campaign": str(campaign or ""),
        },
    )
    return items


def put_on(
    plan: Plan,
    units: Iterable[Unit],
    actor,
    *,
    draw=None,
    method=PlanItem.Method.ON_SITE,
    group="",
    campaign=None,
    **same,
) -> list[PlanItem]:
    """New items of a locked plan, one for each unit; `same` is kind, month and checklist.

    Raises Refused for units of others or closed ones, for a checklist that is not in force in that
    month, and for what stands on the plan already.
    """
    units = _own_units(units, actor)
    if campaign is None:
        _check_checklist(same["checklist"], plan, same["month"])
    elif why := plan_refusal(campaign, plan, units, **same):
        raise Refused(why)
    _refuse_repeated(plan, units, **same)
    return PlanItem.objects.bulk_create(
        PlanItem(
            plan=plan, unit=unit, draw=draw, method=method, group=group, campaign=campaign, **same
        )
        for unit in units
    )


def _own_units(units: Iterable[Unit], actor) -> list[Unit]:
    """The chosen units that are the actor's and still on the register; Refused otherwise."""
    chosen = {unit.pk for unit in units}
    if not chosen:
        raise Refused("还没有选择单位，请至少勾选一个单位。")
    found = Unit.objects.visible_to(actor).filter(pk__in=chosen, state=Unit.State.ACTIVE)
    found = list(found.select_related("party"))
    if len(found) < len(chosen):
        raise Refused("所选单位中有的不在本机关名册上或者已经撤销，请刷新页面后重新选择。")
    return found


def _check_checklist(checklist: Checklist, plan: Plan, month: int) -> None:
    year = plan.year
    first, last = date(year, month, 1), date(year, month, monthrange(year, month)[1])
    rows = Checklist.objects.in_force(plan.bureau, first, last)
    if not rows.filter(pk=checklist.pk).exists():
        raise Refused(f"“{checklist}”在 {year} 年 {month} 月不适用，请改选当时适用的清单。")


def _refuse_repeated(plan: Plan, units: list[Unit], **same) -> None:
    repeated = plan.items.filter(unit__in=units, **same).select_related("unit__party")
    if names := "、".join(str(item.unit) for item in repeated):
        raise Refused(f"{names}在 {same['month']} 月已经列入同样的检查，请不要重复添加。")


@act
def remove_item(item: PlanItem, *, actor, on: date) -> Plan:
    """Take one item off a draft plan."""
    item = lock(item, actor)
    plan = draft_of(item.plan, actor, "移除检查项目")
    backfilled = check_date(actor, on)
    if item.draw_id:
        raise Refused(
            f"{item.unit}是随机抽取产生的，不能移除。确实不能检查的，在总结计划时写明原因。"
            "依据：本机关检查工作规范（双随机、一公开）。"
        )
    if hasattr(item, "spot_pick"):
        raise Refused(
            f"{item.unit}是自查实地抽查选取的，不能移除。确实不能检查的，在总结计划时写明原因。"
        )
    if item.inspections.exists():  # of a plan that was withdrawn after its publication
        raise Refused(
            f"已经按这个项目安排过对{item.unit}的检查，不能移除。"
            "没有完成的，在总结计划时写明原因。依据：本机关检查工作规范。"
        )
    removed = {"unit": str(item.unit), "month": item.month, "kind": item.kind}
    item.delete()
    trail.record(
        plan,
        "remove_item",
        "移除检查项目",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details=removed,
    )
    return plan
