"""Acts on 年度工作台账: tasks and the leadership's visits to key places."""

from datetime import date

from django.urls import reverse

from archives_enforcement.accounts.models import Party, User
from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Lead
from inspections.services import leads
from publicity import amending
from reports.models import LedgerTask, LedgerVisit

KEEP, OVERSEE = "reports.keep_ledger", "workdays.oversee_deadline"
DONE = 100  # percent


@act
def create_task(
    *, actor, on: date, year: int, title: str, owner: str, due_on: date, note: str = ""
) -> LedgerTask:
    """列入台账: a task that the leadership tracks in `year`."""
    check_permission(actor, KEEP, "登记工作台账")
    if due_on.year != year:
        raise Refused(f"完成期限应当在 {year} 年内，请改期限或者年度。")
    backfilled = check_date(actor, on)
    task = LedgerTask(
        bureau=actor.bureau,
        year=year,
        title=title.strip(),
        owner=owner.strip(),
        due_on=due_on,
        note=note.strip(),
    )
    task.full_clean()
    task.save()
    trail.record(task, "create_task", "列入台账", actor=actor, on=on, backfilled=backfilled)
    return task


@act
def update_progress(
    task: LedgerTask, *, actor, on: date, progress: int, note: str = ""
) -> LedgerTask:
    """更新进度 in percent; at 100 the task is done on that day. A finished task is closed."""
    task = lock(task, actor)
    check_permission(actor, KEEP, "更新台账进度")
    if task.done_on:
        raise Refused(f"这项任务已于{cn_date(task.done_on)}完成，不用再更新。")
    if not 0 <= progress <= DONE:
        raise Refused("进度应当在 0 到 100 之间。")
    if progress < task.progress and not note.strip():
        raise Refused(f"进度比上次（{task.progress}%）少，请在进展情况里写明原因。")
    backfilled = check_date(actor, on)
    task.progress, task.note = progress, note.strip() or task.note
    task.done_on = on if progress == DONE else None
    task.save(update_fields=["progress", "note", "done_on"])
    label = "完成任务" if task.done_on else f"更新进度到 {progress}%"
    trail.record(
        task, "update_progress", label, actor=actor, on=on, note=task.note, backfilled=backfilled
    )
    return task


@act
def urge(task: LedgerTask, *, actor, on: date, note: str) -> LedgerTask:
    """督办: the leadership asks about a task that is not done; its keepers are told."""
    task = lock(task, actor)
    check_permission(actor, OVERSEE, "督办台账任务")
    if task.done_on:
        raise Refused(f"这项任务已于{cn_date(task.done_on)}完成，不用督办。")
    if not note.strip():
        raise Refused("请写明督办的要求。")
    backfilled = check_date(actor, on)
    trail.record(
        task, "urge_task", "督办", actor=actor, on=on, note=note.strip(), backfilled=backfilled
    )
    text = f"督办：{task}。{note.strip()}"
    tell(_keepers(task.bureau), text, url=reverse("reports:ledger-task-detail", args=[task.pk]))
    return task


def _keepers(bureau):
    holds = {"groups__permissions__codename": "keep_ledger"}
    return User.objects.filter(bureau=bureau, is_active=True, **holds).distinct()


@act
def finish(task: LedgerTask, *, actor, on: date, note: str = "") -> LedgerTask:
    """完成任务 on that day."""
    return update_progress(task, actor=actor, on=on, progress=DONE, note=note)


@act
def record_visit(
    *,
    actor,
    on: date,
    visited_on: date,
    place: str,
    leader: str,
    purpose: str,
    found_hazard: bool = False,
    hazard: str = "",
    party: Party | None = None,
) -> LedgerVisit:
    """登记重点部门安全检查: no enforcement follows from it, but a hazard becomes a lead.

    Raises Refused when the day is still to come, or when a hazard lacks its description or unit.
    """
    check_permission(actor, KEEP, "登记重点部门安全检查")
    if visited_on > on:
        raise Refused(f"{cn_date(visited_on)}还没有到，请检查以后再登记。")
    backfilled = check_date(actor, on)
    visit = LedgerVisit(
        bureau=actor.bureau,
        visited_on=visited_on,
        place=place.strip(),
        leader=leader.strip(),
        purpose=purpose.strip(),
        found_hazard=found_hazard,
        hazard=hazard.strip() if found_hazard else "",
        party=party if found_hazard else None,
    )
    if found_hazard:
        visit.lead = _lead_from(visit, actor, on)
    visit.full_clean()
    visit.save()
    trail.record(
        visit, "record_visit", "登记重点部门安全检查", actor=actor, on=on, backfilled=backfilled
    )
    return visit


@act
def amend_visit(visit: LedgerVisit, *, actor, on: date, reason: str, **facts) -> LedgerVisit:
    """更正 of day, place, leader or purpose; a hazard is followed up and corrected in its lead."""
    visit = amending.opened(visit, actor, KEEP, "更正登记")
    if facts["visited_on"] > on:
        raise Refused(f"{cn_date(facts['visited_on'])}还没有到，没有保存。")
    return amending.amend(visit, facts, actor=actor, on=on, reason=reason)


@act
def strike_visit(visit: LedgerVisit, *, actor, on: date, reason: str) -> LedgerVisit:
    """作废: the visit counts nowhere any more; the lead that a hazard became goes on."""
    visit = amending.opened(visit, actor, KEEP, "作废登记")
    return amending.strike(visit, actor=actor, on=on, reason=reason)


def _lead_from(visit: LedgerVisit, actor, on: date) -> Lead:
    """档案法第四十五条: a hazard that is known is followed up, here as a lead."""
    if not visit.hazard or visit.party is None:
        raise Refused("发现安全隐患的，请写明隐患情况，并选择存在隐患的单位，以便转为线索核查。")
    return leads.register(
        actor=actor,
        on=on,
        party=visit.party,
        source=Lead.Source.VISIT,
        text=visit.hazard,
        received_on=visit.visited_on,
    )
