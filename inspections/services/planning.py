"""Acts on annual plans: draft, fill, decide, publish, close."""

from calendar import monthrange
from collections.abc import Iterable, Mapping
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.withdrawing import taken_back
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.campaign_guards import plan_refusal
from inspections.models import Campaign, Checklist, Plan, PlanItem
from inspections.workflow import PLAN_FLOW
from units.models import Unit

DRAFT, CHECK = "inspections.draft_plan", "inspections.check_plan"
DESCRIPTION = ("title", "purpose", "method")


@act
def create_plan(
    *, actor, on: date, year: int, title: str, purpose: str = "", method: str = ""
) -> Plan:
    """编制: begin the plan of a year; a bureau has one plan a year."""
    check_permission(actor, DRAFT, "编制计划")
    backfilled = check_date(actor, on)
    plan = Plan(
        bureau=actor.bureau,
        year=year,
        title=title,
        purpose=purpose,
        method=method,
        drafted_by=actor,
    )
    plan.validate_constraints()
    plan.save()
    trail.record(plan, "create_plan", "编制计划", actor=actor, on=on, backfilled=backfilled)
    return plan


@act
def revise_plan(plan: Plan, *, actor, on: date, title: str, purpose: str, method: str) -> Plan:
    """Change the words of a draft."""
    plan = draft_of(plan, actor, "修改计划")
    backfilled = check_date(actor, on)
    plan.title, plan.purpose, plan.method = title, purpose, method
    plan.save(update_fields=DESCRIPTION)
    trail.record(plan, "revise_plan", "修改计划", actor=actor, on=on, backfilled=backfilled)
    return plan


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


def draft_of(plan: Plan, actor, label: str) -> Plan:
    """The plan, locked, while its drafter may still change it; Refused afterwards."""
    plan = lock(plan, actor)
    check_permission(actor, DRAFT, label)
    if plan.state != Plan.State.DRAFT:
        raise Refused(
            f"计划的状态是“{plan.get_state_display()}”，不能{label}。"
            "需要修改的，请在审定前由法制审核人员或者机关负责人退回。"
        )
    return plan


@act
def submit_plan(plan: Plan, *, actor, on: date) -> Plan:
    return PLAN_FLOW.advance(plan, "submit", actor=actor, on=on)


@act
def check_plan(plan: Plan, *, actor, on: date, opinion: str) -> Plan:
    """法制审核 by a reviewer, who did not draft it: basis and number of checks are lawful."""
    if not opinion.strip():
        raise Refused({"opinion": "请写明审核意见。"})
    found = {"checked_by": actor, "checked_on": on, "opinion": opinion.strip()}
    return PLAN_FLOW.advance(
        plan, "check", actor=actor, on=on, note=opinion, write=lambda row: found
    )


@act
def return_plan(plan: Plan, *, actor, on: date, note: str) -> Plan:
    """退回修改, by whoever has the plan before him, with the reason the drafter needs.

    What was checked before is checked anew once it is submitted again.
    """
    if not note.strip():
        raise Refused("请写明退回的原因，便于编制人修改。")
    step = "return_plan" if plan.state == Plan.State.CHECKED else "return_check"
    nothing = {"checked_by": None, "checked_on": None, "opinion": ""}
    plan = PLAN_FLOW.advance(plan, step, actor=actor, on=on, note=note, write=lambda row: nothing)
    tell([plan.drafted_by], f"{plan}被退回：{note}", url=plan.get_absolute_url())
    return plan


@act
def approve_plan(plan: Plan, *, actor, on: date) -> Plan:
    """审定 by the head, who neither drafted nor checked it."""
    plan = PLAN_FLOW.advance(
        plan, "approve", actor=actor, on=on, write=lambda row: {"approved_on": on}
    )
    tell([plan.drafted_by], f"{plan}已审定，请公布。", url=plan.get_absolute_url())
    return plan


@act
def publish_plan(plan: Plan, *, actor, on: date) -> Plan:
    """公布: bureaus above see the plan from now on, and everyone its outline."""
    return PLAN_FLOW.advance(
        plan, "publish", actor=actor, on=on, write=lambda row: {"published_on": on}
    )


@act
def withdraw_plan(plan: Plan, *, actor, on: date, reason: str) -> Plan:
    """撤回公布 of a plan published by mistake: it is a draft again, checked and decided anew.

    Everybody reads day and reason; visits that were arranged by it stand on their own approval.
    """
    nothing = {"checked_by": None, "checked_on": None, "opinion": ""}
    nothing |= {"approved_on": None, "published_on": None}
    changes = nothing | taken_back(on, reason)
    plan = PLAN_FLOW.advance(
        plan, "withdraw", actor=actor, on=on, note=reason.strip(), write=lambda row: changes
    )
    tell([plan.drafted_by], f"{plan}已撤回公布：{reason}", url=plan.get_absolute_url())
    return plan


@act
def close_plan(
    plan: Plan, *, actor, on: date, deviations: Mapping[int, str], summary: str = ""
) -> Plan:
    """总结: every item is carried out or has its reason; `deviations` maps item keys to reasons."""
    plan = lock(plan, actor)
    reasons = {key: text.strip() for key, text in deviations.items() if text.strip()}
    items = list(plan.items.filter(pk__in=reasons))
    for item in items:
        item.deviation = reasons[item.pk]
    PlanItem.objects.bulk_update(items, ["deviation"])
    return PLAN_FLOW.advance(
        plan,
        "close",
        actor=actor,
        on=on,
        write=lambda row: {"closed_on": on, "summary": summary.strip()},
        details={"deviations": {str(item): item.deviation for item in items}},
    )
