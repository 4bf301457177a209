"""What every act on site begins and ends with: the open record, the officer, the trail."""

from datetime import date

from django.db.models import QuerySet

from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.together import rows_together
from archives_enforcement.workflow import Refused, check_date, check_permission, lock
from inspections import guards
from inspections.models import Inspection

LABEL = "记录现场检查"


def check_recorder(inspection, actor, day: date) -> None:
    """Refuse whoever is no officer of the team with a certificate in force on `day`."""
    _check_licensed(inspection, actor, day, guards.licensed_officers(inspection, day))


def _check_licensed(inspection, actor, day: date, licensed) -> None:
    if actor.pk not in licensed:
        raise Refused(
            "您不是这次检查的执法人员，或者检查当天执法证件无效，不能记录；"
            f"请由检查组的持证人员记录。依据：{guards.licence_basis(day)}。"
        )


def open_record(inspection, actor, on: date) -> tuple[Inspection, bool]:
    """The visit, locked and open for recording by this officer; and whether it is 补录."""
    return open_record_with(inspection, actor, on)[:2]


def open_record_with(inspection, actor, on: date, *beside: QuerySet) -> tuple:
    """The same, followed by the rows of each queryset of `beside`, read once it is locked."""
    inspection = lock(inspection, actor, "bureau", "unit__party", "checklist")
    check_permission(actor, "inspections.record_inspection", LABEL)
    if inspection.state != Inspection.State.ON_SITE:
        raise Refused(
            f"现在的状态是“{inspection.get_state_display()}”，不能记录。"
            "检查开始以后、结束以前才能记录。"
        )
    backfilled = check_date(actor, on)
    check_not_before(inspection, on)
    licensed, *rows = rows_together([guards.licences(inspection, inspection.inspected_on), *beside])
    _check_licensed(inspection, actor, inspection.inspected_on, licensed)
    if inspection.signed_by or inspection.refusal_reason:
        raise Refused("单位已经签字或者拒绝签字，笔录内容不能再改。请直接结束检查。")
    return inspection, backfilled, *rows


def check_not_before(inspection, on: date) -> None:
    """Refuse a day before the visit."""
    if on < inspection.inspected_on:
        raise Refused(f"办理日期不能早于检查日期（{cn_date(inspection.inspected_on)}）。")


def note(inspection, action, label, actor, on, backfilled, **details) -> None:
    """Leave an entry about the record in the trail, with the place of the visit."""
    trail.record(
        inspection,
        action,
        label,
        actor=actor,
        on=on,
        place=inspection.place,
        details=details,
        backfilled=backfilled,
    )
