"""移交工作: an officer's open work goes to a colleague, by decision of the head."""

from collections import Counter
from datetime import date

from archives_enforcement.accounts.models import User
from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from inspections import portfolio
from inspections.queries import teams

DECIDE = "inspections.approve_inspection"
LICENSED = "依据：《中华人民共和国行政处罚法》第四十二条。"


@act
def hand_over(giver: User, taker: User, *, actor, on: date, reason: str) -> Counter:
    """移交 all open work of `giver`, whole or not at all; how much of each kind went over.

    Raises Refused with each record that stands in the way, PermissionDenied where the actor may
    not change the officers of something that the giver has in hand.
    """
    check_permission(actor, DECIDE, "移交工作")
    backfilled = check_date(actor, on)
    _check_people(giver, taker, actor.bureau, reason)
    found = [(work, row) for work in portfolio.works() for row in work.locked(giver, actor)]
    if not found:
        raise Refused(f"{giver}没有还在办理的检查或者案件，不用移交。")
    for work in {work for work, _ in found}:
        check_permission(actor, work.permission, "移交工作")
    obstacles = [why for work, row in found if (why := work.obstacle(row, taker, actor, on))]
    if obstacles:
        raise Refused(obstacles)
    moved = Counter()
    for work, row in found:
        moved[work.move(row, giver, taker, on)] += 1
        _note(row, giver, taker, actor=actor, on=on, backfilled=backfilled, note=reason)
    tell([taker, giver], f"{giver}的{in_words(moved)}已移交给{taker}：{reason}")
    return moved


def in_words(moved: Counter) -> str:
    return "、".join(f"{kind} {number} 件" for kind, number in moved.items())


def _note(row, giver: User, taker: User, **facts) -> None:
    trail.record(
        row, "hand_over", "移交工作", details={"from": str(giver), "to": str(taker)}, **facts
    )


def _check_people(giver: User, taker: User, bureau, reason: str) -> None:
    if not reason.strip():
        raise Refused({"reason": "请写明移交的原因。"})
    if giver == taker:
        raise Refused({"taker": f"接办人不能是移交人自己，请另选一人。{LICENSED}"})
    if giver.bureau_id != bureau.pk or not teams.officers(bureau).filter(pk=taker.pk).exists():
        raise Refused({"taker": f"移交人和接办人应当都是本机关的执法人员，请重新选择。{LICENSED}"})
