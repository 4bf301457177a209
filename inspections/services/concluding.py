"""The end of 现场检查: the unit signs or refuses, the record is locked, the clocks start."""

from datetime import date

from archives_enforcement.files import services as files
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act
from inspections.models import Finding, Inspection, ItemResult
from inspections.queries import recording as queries
from inspections.queries import scoring
from inspections.services import look_back, urgent
from inspections.services.recording import (
    check_not_before,
    check_recorder,
    note,
    open_record,
)
from inspections.workflow import INSPECTION_FLOW


@act
def sign(inspection: Inspection, *, actor, on: date, signed_by: str, signature=None) -> Inspection:
    """The unit's head signs the record; after this nothing in it changes.

    `signature` is the picture or scan; None when the signed paper itself is kept in the file.
    """
    inspection, backfilled = open_record(inspection, actor, on)
    if not signed_by.strip():
        raise Refused("请填写签字人的姓名和职务。")
    if signature is not None:
        inspection.signature = _attach_one(inspection, signature, "笔录签名", actor)
    inspection.signed_by = signed_by.strip()
    inspection.save(update_fields=["signed_by", "signature"])
    note(inspection, "sign_record", "单位签字", actor, on, backfilled, signed_by=signed_by)
    return inspection


@act
def refuse(
    inspection: Inspection, *, actor, on: date, reason: str, witness: str, photo=None
) -> Inspection:
    """The unit's head refuses to sign: the reason and a witness stand in place of the signature."""
    inspection, backfilled = open_record(inspection, actor, on)
    if not (reason.strip() and witness.strip()):
        raise Refused("拒绝签字的，请写明原因和见证人（姓名和单位），没有保存。")
    if photo is not None:
        _attach_one(inspection, photo, "拒绝签字现场照片", actor)
    inspection.refusal_reason, inspection.witness = reason.strip(), witness.strip()
    inspection.save(update_fields=["refusal_reason", "witness"])
    note(inspection, "refuse_record", "拒绝签字", actor, on, backfilled, reason=reason)
    return inspection


def _attach_one(inspection, upload, purpose: str, actor):
    (kept,) = files.attach(
        inspection, [upload], purpose=purpose, actor=actor, bureau=inspection.bureau
    )
    return kept


@act
def finish(inspection: Inspection, *, actor, on: date) -> Inspection:
    """结束检查: lock the record, turn what fails into findings, start the clocks.

    D-I05 (platform) and D-I06 (letter, not after a look-back) run from the day of the visit.
    """

    unasked: list[str] = []

    def write(row):
        check_recorder(row, actor, row.inspected_on)
        check_not_before(row, on)
        if not row.is_look_back:
            unasked.extend(_keep_unasked(row, actor))
        return _graded(row)

    inspection = INSPECTION_FLOW.advance(
        inspection,
        "finish",
        actor=actor,
        on=on,
        write=write,
        place=inspection.place,
        details=lambda row: {"unasked": unasked} if unasked else {},
    )
    if inspection.is_look_back:
        look_back.settle(inspection, actor=actor, on=on)
    else:
        Finding.objects.bulk_create(_findings(inspection))
    for code in ("D-I05",) if inspection.is_look_back else ("D-I05", "D-I06"):
        deadlines.start(inspection, code, bureau=inspection.bureau, on=inspection.inspected_on)
    urgent.start_clock(inspection)
    return inspection


def _keep_unasked(inspection, actor) -> list[str]:
    """Items whose condition was not met go into the record as 不适用, whatever was typed."""
    rows = queries.not_asked(queries.sections(inspection))
    for row in rows:
        row.recorded_by = actor
    ItemResult.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["inspection", "item"],
        update_fields=["result", "facts", "recorded_by", "recorded_at"],
    )
    return [row.item.code for row in rows]


def _graded(inspection) -> dict:
    """The score as it stands on the day of the visit; none for a look-back."""
    found = scoring.score(inspection)
    if found is None:
        return {}
    return {"earned": found.earned, "possible": found.possible, "grade": found.grade}


def _findings(inspection) -> list[Finding]:
    party = inspection.party
    return [
        Finding(
            inspection=inspection,
            item=row.item,
            position=position,
            text=row.facts or row.item.typical_problem or row.item.text,
            requirement=row.item.suggested_fix or "请对照检查内容整改。",
            basis=row.item.basis_for(party),
            severity=row.item.severity_for(party),
        )
        for position, row in enumerate(queries.failing(inspection), start=1)
    ]


@act
def conclude(inspection: Inspection, *, actor, on: date, signing: dict) -> Inspection:
    """Sign or refuse, then finish, in one act: when something is missing nothing is kept.

    `signing` holds the arguments of `sign` or, with a `reason`, those of `refuse`.
    """
    step = refuse if "reason" in signing else sign
    inspection = step(inspection, actor=actor, on=on, **signing)
    return finish(inspection, actor=actor, on=on)
