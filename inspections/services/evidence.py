"""Evidence of a visit as a whole: what is added, withdrawn and handed over."""

from datetime import date

from django.db.models import Q

from archives_enforcement.audit import trail
from archives_enforcement.files import checks, store
from archives_enforcement.files import services as files
from archives_enforcement.files.models import StoredFile
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Inspection, SpotFix
from inspections.queries.evidence import files_of_visit
from inspections.services import steps
from inspections.services.exhibits import take_in
from inspections.services.site import check_not_before, check_recorder, note, open_record

PURPOSES = ("执法过程录音录像", "询问录音录像", "现场照片", "其他现场材料")
S = Inspection.State


def why_not_add(inspection: Inspection) -> str | None:
    """Why nothing can be added now; a recorder that is read out afterwards may still be."""
    if inspection.state in (S.ON_SITE, S.RECORDED):
        return None
    return (
        f"现在的状态是“{inspection.get_state_display()}”，不能加入证据。"
        "检查开始以后、反馈意见书签发以前才能加入。"
    )


@act
def add(inspection: Inspection, *, actor, on: date, purpose: str, uploads) -> list[StoredFile]:
    """Take in recordings, photos or papers of the visit itself, each under its own number.

    Once the visit has ended only recordings are taken: what is read out of a recorder in the
    office was made on site. Raises Refused for anything else, for whoever is no officer of the
    team, and for a file that is an exhibit of the visit already.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, "inspections.record_inspection", "加入证据")
    if why := why_not_add(inspection):
        raise Refused(why)
    backfilled = check_date(actor, on)
    check_not_before(inspection, on)
    check_recorder(inspection, actor, inspection.inspected_on)
    if purpose not in PURPOSES:
        raise Refused("用途只能从列出的几种里选，没有保存。请重新选择。")
    if not uploads:
        raise Refused("没有选文件，没有保存。请选择文件。")
    if inspection.state == S.RECORDED and not all(map(checks.is_recording, uploads)):
        raise Refused("检查已经结束，只能再加入现场的录音录像，没有保存。请只选录音录像。")
    before = {file.sha256: file.exhibit for file in files_of_visit(inspection).standing()}
    kept = take_in(inspection, uploads, purpose=purpose, actor=actor, may_be_recording=True)
    for file in kept:
        if file.sha256 in before:
            raise Refused(f"“{file.name}”已经是{before[file.sha256]}，没有重复保存。")
    names = [file.name for file in kept]
    note(inspection, "add_evidence", "加入证据", actor, on, backfilled, files=names)
    return kept


def may_withdraw(inspection: Inspection) -> bool:
    """Whether the record is still open: what the unit signed stays as it was signed."""
    signed = inspection.signed_by or inspection.refusal_reason
    return inspection.state == S.ON_SITE and not signed


@act
def withdraw(inspection: Inspection, *, actor, on: date, file: int, reason: str) -> StoredFile:
    """撤回 of what was taken by mistake, while the unit has not signed yet.

    Its number and bytes stay, with who withdrew it, when and why; it is printed nowhere. Raises
    Refused without a reason, for a file of another record, for one of a pair of 当场整改, and for
    whoever is no officer of the team.
    """
    inspection, backfilled = open_record(inspection, actor, on)
    stored = _standing(inspection, file)
    if not reason.strip():
        raise Refused({"reason": "请写明撤回的原因，如拍错、拍虚。"})
    if SpotFix.objects.filter(Q(before=stored) | Q(after=stored)).exists():
        raise Refused("这是当场整改前后的照片，不能撤回。请先重新登记当场整改，再撤回。")
    files.withdraw(stored, actor=actor, on=on, reason=reason.strip())
    steps.review_again(inspection, actor=actor, on=on, backfilled=backfilled)
    said = {"exhibit": stored.exhibit.number, "reason": reason.strip()}
    note(inspection, "withdraw_evidence", "撤回证据", actor, on, backfilled, **said)
    return stored


def _standing(inspection: Inspection, key: int) -> StoredFile:
    stored = files_of_visit(inspection).standing().filter(pk=key).first()
    if stored is None:
        raise Refused("这份材料不是这次检查的证据，或者已经撤回，没有保存。请刷新页面。")
    return stored


@act
def hand_over(inspection: Inspection, *, actor, on: date, file: int, to: str, reason: str):
    """Enter that a file of the visit was handed over, unchanged.

    Raises Refused for a file of another record, without receiver or reason, for a day before the
    file came in, and when its bytes are no longer those that came in.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, "inspections.record_inspection", "移交证据")
    backfilled = check_date(actor, on)
    stored = _standing(inspection, file)
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
