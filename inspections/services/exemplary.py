"""整改优秀典型: nominated by one person, decided by another."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Exemplary, ExemplaryPair, Finding, Inspection, LookBackResult
from inspections.queries import exemplary as queries
from inspections.services import consents
from inspections.workflow import EXEMPLARY_FLOW


def why_not_nominated(inspection: Inspection) -> str | None:
    """Why this visit cannot stand for a model rectification, or None."""
    if inspection.is_look_back:
        return "回头看不单独推荐，请从原来的检查推荐。"
    if queries.standing_nominations().filter(inspection=inspection).exists():
        return "这次检查已经推荐过整改典型，没有采纳的才能再推荐。"
    states = list(inspection.findings.values_list("state", flat=True))
    if not states:
        return "这次检查没有发现问题，没有整改可以作为典型。"
    if Finding.State.TERMINATED in states:
        return "这次检查有问题因单位撤销终结，没有改好，不能推荐为整改典型。"
    left = sum(state != Finding.State.ACCEPTED for state in states)
    if left:
        return f"还有 {left} 个问题没有销号，全部销号后才能推荐。"
    failed = LookBackResult.objects.filter(finding__inspection=inspection).exclude(
        result=LookBackResult.Result.FIXED
    )
    if failed.exists():
        return "回头看时发现有问题没有改好，不能推荐为整改典型。"
    if not queries.evidenced(inspection):
        return (
            "没有经复核认可的整改前后两张照片，没有可以推广的做法。"
            "请由单位补交照片并复核通过，或者另选检查。依据：本机关检查工作规范。"
        )
    return None


@act
def nominate(inspection: Inspection, *, actor, on: date, reason: str, findings) -> Exemplary:
    """推荐 a unit that put everything right, with the problems that show it, and ask the unit.

    `findings` have accepted pairs of photos. What was declined may be nominated anew; the reason
    stays in the trail of the first. Refused with what stands against it.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, "inspections.nominate_exemplary", "推荐整改典型")
    backfilled = check_date(actor, on)
    if why := why_not_nominated(inspection):
        raise Refused(why)
    if not reason.strip():
        raise Refused("请写明推荐理由：改了什么、效果怎样、有什么可以推广。")
    chosen = _chosen(inspection, findings)
    nomination = Exemplary.objects.create(
        bureau=inspection.bureau,
        inspection=inspection,
        reason=reason.strip(),
        nominated_by=actor,
        nominated_on=on,
    )
    ExemplaryPair.objects.bulk_create(
        ExemplaryPair(
            exemplary=nomination, finding=case.finding, words=case.words, before=case.before,
            after=case.after,
        )
        for case in chosen
    )  # fmt: skip
    trail.record(
        nomination, "nominate", "推荐整改典型", actor=actor, on=on, backfilled=backfilled,
        details={"findings": [case.finding.position for case in chosen]},
    )  # fmt: skip
    consents.ask(nomination, on)
    return nomination


def _chosen(inspection: Inspection, findings) -> list[queries.Case]:
    keys = {row.pk for row in findings}
    chosen = [case for case in queries.evidenced(inspection) if case.finding.pk in keys]
    if not chosen:
        raise Refused("请至少选择一个有整改前后照片的问题，作为典型案例公开。")
    if len(chosen) != len(keys):
        raise Refused("只能选择已经销号、附有整改前后两张照片的问题，请重新选择。")
    return chosen


@act
def decide(exemplary: Exemplary, *, actor, on: date, note: str = "") -> Exemplary:
    """确定为典型, by someone other than who nominated."""
    return EXEMPLARY_FLOW.advance(
        exemplary, "decide", actor=actor, on=on, write=lambda row: {"decided_on": on}, note=note
    )


@act
def decline(exemplary: Exemplary, *, actor, on: date, note: str) -> Exemplary:
    """不采纳, with the reason for who nominated."""
    if not note.strip():
        raise Refused("请写明不采纳的原因，便于推荐人了解。")
    return EXEMPLARY_FLOW.advance(
        exemplary, "decline", actor=actor, on=on, write=lambda row: {"decided_on": on}, note=note
    )
