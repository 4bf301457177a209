"""Chain of custody: to whom a piece of evidence was handed, by whom, when and what for."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files import store
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Inspection
from inspections.queries.evidence import files_of_visit


@act
def hand_over(inspection: Inspection, *, actor, on: date, file: int, to: str, reason: str):
    """Enter that a file of the visit was handed over, unchanged.

    Raises Refused for a file of another record, without receiver or reason, for a day before the
    file came in, and when its bytes are no longer those that came in.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, "inspections.record_inspection", "移交证据")
    backfilled = check_date(actor, on)
    stored = files_of_visit(inspection).filter(pk=file).first()
    if stored is None:
        raise Refused("这份材料不是这次检查的证据，没有保存。请刷新页面。")
    if not (to.strip() and reason.strip()):
        raise Refused("请写明移交给谁、为什么移交，没有保存。")
    if fault := store.problem(stored.sha256):
        raise Refused(f"{fault}，不能移交。请先报告系统管理员核对备份。")
    details = {"to": to.strip(), "exhibit": stored.exhibit.number, "sha256": stored.sha256}
    trail.record(
        stored,
        "hand_over",
        f"移交{to.strip()}"[:60],
        actor=actor,
        on=on,
        note=reason.strip(),
        details=details,
        backfilled=backfilled,
    )
    return stored
