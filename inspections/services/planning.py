"""Acts on annual plans: draft, decide, publish, close."""

from collections.abc import Mapping
from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.withdrawing import taken_back
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Plan, PlanItem
from inspections.workflow import PLAN_FLOW

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
