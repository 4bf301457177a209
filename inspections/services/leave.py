"""Acts on 请假: the clerk enters who is away, and calls it off again."""

from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Leave
from inspections.queries import teams

KEEP = "inspections.keep_leave"


@act
def record_leave(
    *, actor, on: date, officer: User, first_day: date, last_day: date, reason: str
) -> Leave:
    """登记请假; it warns whoever arranges visits and takes nobody off a team."""
    check_permission(actor, KEEP, "登记请假")
    backfilled = check_date(actor, on)
    if not teams.officers(actor.bureau).filter(pk=officer.pk).exists():
        raise Refused(f"{officer}不是本机关的执法人员，请重新选择。")
    if not reason.strip():
        raise Refused("请写明原因，如年休假、培训、公出。")
    if last_day < first_day:
        raise Refused("结束日期不能早于开始日期，请核对。")
    known = Leave.objects.visible_to(actor).between(first_day, last_day).filter(officer=officer)
    if other := known.first():
        raise Refused(f"这些日子里已经登记过：{other}。需要更改的，请先撤销再登记。")
    leave = Leave.objects.create(
        bureau=actor.bureau, officer=officer, first_day=first_day, last_day=last_day,
        reason=reason.strip(), entered_by=actor,
    )  # fmt: skip
    trail.record(
        leave, "record_leave", "登记请假", actor=actor, on=on, backfilled=backfilled,
        note=leave.reason,
    )  # fmt: skip
    return leave


@act
def cancel_leave(leave: Leave, *, actor, on: date) -> Leave:
    """撤销请假: the officer can go after all."""
    leave = lock(leave, actor)
    check_permission(actor, KEEP, "撤销请假")
    backfilled = check_date(actor, on)
    if leave.cancelled_on:
        raise Refused(f"{leave}已经撤销，不用再办。")
    leave.cancelled_on = on
    leave.save(update_fields=["cancelled_on"])
    trail.record(leave, "cancel_leave", "撤销请假", actor=actor, on=on, backfilled=backfilled)
    return leave
