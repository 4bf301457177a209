"""Acts on 普法计划: drafted with its two yearly days, approved, carried out, summed up."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from publicity.models import OutreachItem, OutreachPlan
from publicity.queries.activities import YEARLY_DAYS
from publicity.services.activities import RECORD
from publicity.workflow import OUTREACH_FLOW

RESPONSIBLE = "综合人员"


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}，没有保存。")
    return text.strip()


@act
def draft(*, actor, on: date, year: int, goal: str) -> OutreachPlan:
    """拟定普法计划 of a year; 国际档案日 and 国家宪法日 are proposed by themselves."""
    check_permission(actor, RECORD, "拟定普法计划")
    backfilled = check_date(actor, on)
    plan = OutreachPlan(
        bureau=actor.bureau, year=year, goal=_stated(goal, "目标和重点"), drafted_by=actor,
        drafted_on=on,
    )  # fmt: skip
    plan.validate_constraints()
    plan.save()
    OutreachItem.objects.bulk_create(
        OutreachItem(
            plan=plan, kind=kind, title=f"{kind.label}宣传活动", planned_for=date(year, *day),
            responsible=RESPONSIBLE,
        )
        for kind, day in YEARLY_DAYS.items()
    )  # fmt: skip
    trail.record(plan, "draft_outreach", "拟定普法计划", actor=actor, on=on, backfilled=backfilled)
    return plan


@act
def add_item(
    plan: OutreachPlan, *, actor, on: date, kind: str, title: str, planned_for: date,
    responsible: str,
) -> OutreachItem:  # fmt: skip
    """列入项目 while the plan is drafted."""
    plan, backfilled = _drafted(plan, actor, on, "列入项目")
    _in_the_year(plan, planned_for)
    item = OutreachItem(
        plan=plan, kind=kind, title=_stated(title, "名称"), planned_for=planned_for,
        responsible=_stated(responsible, "责任机构或者岗位"),
    )  # fmt: skip
    item.full_clean()
    item.save()
    trail.record(plan, "add_outreach_item", "列入项目", actor=actor, on=on, backfilled=backfilled)
    return item


@act
def edit_item(
    item: OutreachItem, *, actor, on: date, kind: str, title: str, planned_for: date,
    responsible: str,
) -> OutreachItem:  # fmt: skip
    """修改项目 while the plan is drafted; what stood there before stays in the trail."""
    plan, backfilled = _drafted(item.plan, actor, on, "修改项目")
    _in_the_year(plan, planned_for)
    before = f"{item.get_kind_display()}　{item.title}　{item.planned_for}　{item.responsible}"
    item.kind, item.planned_for = kind, planned_for
    item.title = _stated(title, "名称")
    item.responsible = _stated(responsible, "责任机构或者岗位")
    item.full_clean()
    item.save()
    trail.record(
        plan, "edit_outreach_item", "修改项目", actor=actor, on=on, backfilled=backfilled,
        note=f"原为：{before}",
    )  # fmt: skip
    return item


def _in_the_year(plan: OutreachPlan, day: date) -> None:
    if day.year != plan.year:
        raise Refused(f"计划日期应当在 {plan.year} 年内。")


@act
def remove_item(item: OutreachItem, *, actor, on: date) -> OutreachPlan:
    """移出项目 while the plan is drafted."""
    plan, backfilled = _drafted(item.plan, actor, on, "移出项目")
    item.delete()
    trail.record(
        plan, "remove_outreach_item", "移出项目", actor=actor, on=on, backfilled=backfilled
    )
    return plan


def _drafted(plan: OutreachPlan, actor, on: date, label: str) -> tuple[OutreachPlan, bool]:
    plan = lock(plan, actor)
    check_permission(actor, RECORD, label)
    if plan.state != OutreachPlan.State.DRAFT:
        raise Refused(f"现在的状态是“{plan.get_state_display()}”，不能{label}。")
    return plan, check_date(actor, on)


@act
def submit(plan: OutreachPlan, *, actor, on: date) -> OutreachPlan:
    return OUTREACH_FLOW.advance(plan, "submit_outreach", actor=actor, on=on)


@act
def approve(plan: OutreachPlan, *, actor, on: date) -> OutreachPlan:
    facts = {"approved_by": actor, "approved_on": on}
    return OUTREACH_FLOW.advance(
        plan, "approve_outreach", actor=actor, on=on, write=lambda row: facts
    )


@act
def send_back(plan: OutreachPlan, *, actor, on: date, note: str) -> OutreachPlan:
    reason = _stated(note, "退回的原因")
    return OUTREACH_FLOW.advance(plan, "return_outreach", actor=actor, on=on, note=reason)


@act
def drop(item: OutreachItem, *, actor, on: date, reason: str) -> OutreachItem:
    """登记没有开展 with why; the plan keeps the item."""
    plan = lock(item.plan, actor)
    check_permission(actor, RECORD, "登记没有开展")
    backfilled = check_date(actor, on)
    if plan.state != OutreachPlan.State.APPROVED or item.activities.exists():
        raise Refused("只有实施中的计划里还没有开展的项目，才登记没有开展。")
    item.dropped = _stated(reason, "没有开展的原因")
    item.save(update_fields=["dropped"])
    trail.record(
        plan, "drop_outreach_item", "登记没有开展", actor=actor, on=on, note=item.dropped,
        backfilled=backfilled,
    )  # fmt: skip
    return item


@act
def close(plan: OutreachPlan, *, actor, on: date, result: str) -> OutreachPlan:
    """总结 once each item was held or says why not."""
    facts = {"result": _stated(result, "总结"), "closed_on": on}
    return OUTREACH_FLOW.advance(
        plan, "close_outreach", actor=actor, on=on, write=lambda row: facts
    )
