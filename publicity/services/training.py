"""Acts on 培训: planned, held with those who came, or given up with its reason."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from inspections.models import Finding
from publicity.models import Attendance, Training
from publicity.workflow import TRAINING_FLOW
from units.models import Unit

PLAN = "publicity.plan_training"


@act
def plan(
    *, actor, on: date, kind: str, title: str, planned_for: date, hours: Decimal, place: str = ""
) -> Training:
    """列入培训计划. `hours` are what the session is meant to last."""
    check_permission(actor, PLAN, "安排培训")
    backfilled = check_date(actor, on)
    row = Training(
        bureau=actor.bureau, kind=kind, title=title.strip(), planned_for=planned_for, hours=hours,
        place=place.strip(),
    )  # fmt: skip
    row.full_clean()
    row.save()
    trail.record(row, "plan_training", "列入培训计划", actor=actor, on=on, backfilled=backfilled)
    return row


@act
def hold(
    training: Training, *, actor, on: date, held_on: date, hours: Decimal, result: str,
    staff: Iterable[User] = (), unit_people: Iterable[tuple[Unit, str]] = (),
    findings: Iterable[Finding] = (), place: str = "",
) -> Training:  # fmt: skip
    """登记开展情况: when, how long, who came, and which problems it was about.

    Raises Refused for a day to come, without anybody present, and for a problem of a unit of
    which nobody came.
    """
    staff, unit_people, findings = list(staff), list(unit_people), list(findings)
    _check_held(held_on, on, [*staff, *unit_people], hours)
    _check_findings(training, findings, {unit.pk for unit, _ in unit_people})
    if any(person.bureau_id != training.bureau_id for person in staff):
        raise Refused("参加人员里有其他机关的人员，请重新选择。")
    values = {"held_on": held_on, "hours": hours, "result": _stated(result, "内容和效果")}
    values |= {"place": place.strip() or training.place}
    details = {"people": len(staff) + len(unit_people)}
    row = TRAINING_FLOW.advance(
        training, "hold", actor=actor, on=on, write=lambda _: values, details=details
    )
    Attendance.objects.bulk_create(
        [Attendance(training=row, user=who, name=who.name, hours=hours) for who in staff]
        + [
            Attendance(training=row, unit=unit, name=name, hours=hours)
            for unit, name in unit_people
        ]
    )
    row.findings.set(findings)
    return row


def _check_held(held_on: date, on: date, people: list, hours: Decimal) -> None:
    if held_on > on:
        raise Refused(f"{cn_date(held_on)}还没有到，请在开展以后登记。")
    if not people:
        raise Refused("还没有登记参加人员，请至少登记一人。")
    if hours <= 0:
        raise Refused("学时应当大于零。")


def _check_findings(training: Training, findings: list[Finding], units: set[int]) -> None:
    if findings and not training.for_units:
        raise Refused("只有单位档案人员培训才对应检查发现的问题。")
    for finding in findings:
        if finding.inspection.bureau_id != training.bureau_id:
            raise Refused("选择的问题不是本机关检查发现的，请重新选择。")
        if finding.inspection.unit_id not in units:
            unit = finding.inspection.unit
            raise Refused(f"选了{unit}的问题，但没有登记{unit}的参加人员，请补上或者不选。")


@act
def cancel(training: Training, *, actor, on: date, reason: str) -> Training:
    """取消, with the reason why the plan was not kept."""
    text = _stated(reason, "取消的原因")
    return TRAINING_FLOW.advance(
        training, "cancel", actor=actor, on=on, note=text, write=lambda _: {"reason": text}
    )


def _stated(text: str, what: str) -> str:
    if not text.strip():
        raise Refused(f"请写明{what}，没有保存。")
    return text.strip()
