"""The end of 现场检查: the unit signs or refuses, the record is locked, the clocks start."""

from datetime import date, time

from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act
from inspections.models import Finding, Inspection, ItemResult
from inspections.queries import recording as queries
from inspections.queries import scoring
from inspections.services import look_back, steps, urgent
from inspections.services.exhibits import take_in
from inspections.services.site import check_not_before, check_recorder, note, open_record
from inspections.workflow import FINDING_FLOW, INSPECTION_FLOW


@act
def sign(
    inspection: Inspection,
    *,
    actor,
    on: date,
    signed_by: str,
    signature=None,
    officers: dict | None = None,
    at: time | None = None,
) -> Inspection:
    """The unit's head signs the record, then the officers; after this nothing in it changes.

    `signature` is the picture or scan; None when the signed paper itself is kept in the file.
    `officers` maps a team member's key to the picture of his signature. The steps 阅核 and 签字
    are noted `at` that time, which is now when nothing is said.
    """
    inspection, backfilled = open_record(inspection, actor, on)
    if not signed_by.strip():
        raise Refused("请填写签字人的姓名和职务。")
    steps.close(inspection, actor=actor, backfilled=backfilled, at=at)
    if signature is not None:
        inspection.signature = _attach_one(inspection, signature, "笔录签名", actor)
    inspection.signed_by = signed_by.strip()
    inspection.save(update_fields=["signed_by", "signature"])
    names = _officers_sign(inspection, officers or {}, actor)
    facts = {"signed_by": signed_by, "officers": names}
    note(inspection, "sign_record", "单位签字", actor, on, backfilled, **facts)
    return inspection


@act
def refuse(
    inspection: Inspection,
    *,
    actor,
    on: date,
    reason: str,
    witness: str,
    photo=None,
    officers: dict | None = None,
    at: time | None = None,
) -> Inspection:
    """The unit's head refuses to sign: the reason and a witness stand in place of the signature."""
    inspection, backfilled = open_record(inspection, actor, on)
    if not (reason.strip() and witness.strip()):
        raise Refused("拒绝签字的，请写明原因和见证人（姓名和单位），没有保存。")
    steps.close(inspection, actor=actor, backfilled=backfilled, at=at)
    if photo is not None:
        _attach_one(inspection, photo, queries.REFUSAL_PHOTO, actor)
    inspection.refusal_reason, inspection.witness = reason.strip(), witness.strip()
    inspection.save(update_fields=["refusal_reason", "witness"])
    names = _officers_sign(inspection, officers or {}, actor)
    facts = {"reason": reason, "officers": names}
    note(inspection, "refuse_record", "拒绝签字", actor, on, backfilled, **facts)
    return inspection


def _officers_sign(inspection, pictures: dict, actor) -> list[str]:
    """Keep the signatures of the team's officers; returns their names."""
    members = {row.pk: row for row in queries.officers_of(inspection)}
    if pictures.keys() - members.keys():
        raise Refused("签名的不是这次检查的执法人员，没有保存。请刷新页面后重签。")
    for key, picture in pictures.items():
        members[key].signature = _attach_one(inspection, picture, "执法人员签名", actor)
        members[key].save(update_fields=["signature"])
    return [str(members[key].user) for key in pictures]


def _attach_one(inspection, upload, purpose: str, actor):
    (kept,) = take_in(inspection, [upload], purpose=purpose, actor=actor)
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
        _close_fixed(Finding.objects.bulk_create(_findings(inspection)), actor=actor, on=on)
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
            spot_fix=getattr(row, "spot_fix", None),
        )
        for position, row in enumerate(queries.failing(inspection), start=1)
    ]


def _close_fixed(findings: list[Finding], *, actor, on: date) -> None:
    """What was put right on the spot is struck off at once, with its photos as the proof."""
    for finding in findings:
        if finding.spot_fix:
            FINDING_FLOW.advance(
                finding,
                "accept_at_once",
                actor=actor,
                on=on,
                write=lambda row: {"accepted_on": row.inspection.inspected_on},
                note=finding.spot_fix.words,
            )


@act
def conclude(inspection: Inspection, *, actor, on: date, signing: dict) -> Inspection:
    """Sign or refuse, then finish, in one act: when something is missing nothing is kept.

    `signing` holds the arguments of `sign` or, with a `reason`, those of `refuse`.
    """
    step = refuse if "reason" in signing else sign
    inspection = step(inspection, actor=actor, on=on, **signing)
    return finish(inspection, actor=actor, on=on)
