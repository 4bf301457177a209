"""移交工作: an officer's open checks go to a colleague, by decision of the head."""

from datetime import date
from typing import NamedTuple

from django.db.models import Q

from archives_enforcement.accounts.models import Certificate, User
from archives_enforcement.audit import trail
from archives_enforcement.notifications.services import tell
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Refused, act, check_date, check_permission
from inspections.guards import licence_basis
from inspections.models import Inspection, TeamMember
from inspections.queries import teams

DECIDE = "inspections.approve_inspection"
S = Inspection.State
BEFORE_GOING = (S.DRAFT, S.PENDING, S.APPROVED)
ENDED = (S.CLOSED, S.CANCELLED)


class Moved(NamedTuple):
    """How many checks went over, before and after somebody had been there."""

    before: int
    after: int


@act
def hand_over(giver: User, taker: User, *, actor, on: date, reason: str) -> Moved:
    """移交 all open checks of `giver`, whole or not at all.

    Where nobody has gone yet the taker goes in his place, so he needs a certificate in force on
    that day (实施条例第四十七条); who was on site stays on record, and the taker carries it on.
    Raises Refused with each check that stands in the way.
    """
    check_permission(actor, DECIDE, "移交工作")
    backfilled = check_date(actor, on)
    _check_people(giver, taker, actor.bureau, reason)
    visits = list(_open_visits(giver, actor).select_for_update(of=("self",)))
    if not visits:
        raise Refused(f"{giver}没有还在办理的检查，不用移交。")
    ahead = [visit for visit in visits if visit.state in BEFORE_GOING]
    obstacles = [why for visit in ahead if (why := _obstacle(visit, taker, actor))]
    if obstacles:
        raise Refused(obstacles)
    for visit in visits:
        (_replace if visit in ahead else _carry_on)(visit, giver, taker)
        trail.record(
            visit,
            "hand_over",
            "移交工作",
            actor=actor,
            on=on,
            backfilled=backfilled,
            note=reason,
            details={"from": str(giver), "to": str(taker)},
        )
    tell([taker, giver], f"{giver}的 {len(visits)} 次检查已移交给{taker}：{reason}")
    return Moved(len(ahead), len(visits) - len(ahead))


def _check_people(giver: User, taker: User, bureau, reason: str) -> None:
    if not reason.strip():
        raise Refused({"reason": "请写明移交的原因。"})
    if giver == taker:
        raise Refused({"taker": "接办人不能是移交人自己，请另选一人。"})
    if giver.bureau_id != bureau.pk or not teams.officers(bureau).filter(pk=taker.pk).exists():
        raise Refused({"taker": "移交人和接办人应当都是本机关的执法人员，请重新选择。"})


def _open_visits(giver: User, actor):
    own = Inspection.objects.open_to(actor).exclude(state__in=ENDED)
    drafts = Q(state=S.DRAFT, drafted_by=giver)
    return own.filter(drafts | Q(pk__in=teams.visits_of(giver))).order_by("scheduled_on", "pk")


def _obstacle(visit: Inspection, taker: User, actor) -> str | None:
    """Why the taker cannot go there in the giver's place; None when he can."""
    day = visit.scheduled_on
    if visit.team.filter(user=taker).exists():
        return f"{visit}：{taker}已在检查组里，替换后人数不足。请先取消或者退回，另定检查组。"
    if visit.invitations.filter(observer=taker).exists():
        return f"{visit}：{taker}是这次检查的观察员，不能同时执法。"
    if not Certificate.objects.valid_on(day).filter(user=taker).exists():
        return f"{visit}：{taker}在{cn_date(day)}没有有效的执法证件。依据：{licence_basis(day)}。"
    if visit.state == S.APPROVED and visit.drafted_by_id == actor.pk:
        return f"{visit}：您是经办人，不能批准更换检查人员，请由其他负责人移交。"
    return None


def _replace(visit: Inspection, giver: User, taker: User) -> None:
    visit.team.filter(user=giver).update(user=taker)
    if visit.state == S.DRAFT and visit.drafted_by_id == giver.pk:
        visit.drafted_by = taker
        visit.save(update_fields=["drafted_by"])


def _carry_on(visit: Inspection, giver: User, taker: User) -> None:
    rows = TeamMember.objects.filter(inspection=visit)
    (rows.filter(carried_by=giver) | rows.filter(carried_by=None, user=giver)).update(
        carried_by=taker
    )
