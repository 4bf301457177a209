"""填报执法监督平台: the visit's basis, procedure and result are reported within the set days."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Inspection
from inspections.queries.recording import HELD


@act
def record_report(inspection: Inspection, *, actor, on: date) -> Inspection:
    """Record that the visit was reported on `on`; meets the clock D-I05."""
    inspection = lock(inspection, actor)
    check_permission(actor, "inspections.report_to_platform", "登记平台填报")
    backfilled = check_date(actor, on)
    if inspection.state not in HELD:
        raise Refused("检查还没有结束，不能登记填报。请先结束现场检查。")
    if inspection.reported_on:
        raise Refused(f"这次检查已于{cn_date(inspection.reported_on)}填报，不用再登记。")
    if on < inspection.inspected_on:
        raise Refused(f"填报日期不能早于检查日期（{cn_date(inspection.inspected_on)}）。")
    inspection.reported_on = on
    inspection.save(update_fields=["reported_on"])
    deadlines.meet(inspection, "D-I05", on=on)
    trail.record(
        inspection, "report", "填报执法监督平台", actor=actor, on=on, backfilled=backfilled
    )
    return inspection
