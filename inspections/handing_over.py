"""Checks that go to a colleague, before anybody went there and afterwards; and accepted tips."""

from collections import Counter
from datetime import date

from django.db.models import Exists, OuterRef, Q

from archives_enforcement.accounts.models import Certificate, User
from archives_enforcement.templatetags.formats import cn_date
from inspections import portfolio
from inspections.guards import licence_basis
from inspections.models import Inspection, TeamMember, Tip
from inspections.models.tips import OVERSEE
from inspections.queries import teams

S = Inspection.State
BEFORE_GOING = (S.DRAFT, S.PENDING, S.APPROVED)
IN_HAND = (S.DRAFT, S.PENDING)  # what its drafter has still to answer for
ENDED = Inspection.ENDED
TO_COME, TO_CARRY_ON = "还没有到现场的检查", "现场以后的检查"


def _locked(giver: User, actor) -> list[Inspection]:
    own = Inspection.objects.open_to(actor).exclude(state__in=ENDED)
    drafts = Q(state__in=IN_HAND, drafted_by=giver)
    rows = own.filter(drafts | Q(pk__in=teams.visits_of(giver))).order_by("scheduled_on", "pk")
    goes = TeamMember.objects.filter(inspection=OuterRef("pk"), user=giver)
    return list(rows.annotate(giver_goes=Exists(goes)).select_for_update(of=("self",)))


def _obstacle(visit: Inspection, taker: User, actor, on: date) -> str | None:
    """Why the taker cannot go there, or go on there, in the giver's place; None when he can.

    He needs a certificate in force on the day of the visit (实施条例第四十七条).
    """
    day = visit.day
    goes = visit.state in BEFORE_GOING and visit.giver_goes
    if not (goes or visit.state == S.ON_SITE):
        return None
    if goes and visit.team.filter(user=taker).exists():
        return f"{visit}：{taker}已在检查组里，替换后人数不足。请先取消或者退回，另定检查组。"
    if visit.invitations.filter(observer=taker).exists():
        return f"{visit}：{taker}是这次检查的观察员，不能同时执法。"
    if not Certificate.objects.valid_on(day).filter(user=taker).exists():
        return f"{visit}：{taker}在{cn_date(day)}没有有效的执法证件。依据：{licence_basis(day)}。"
    if visit.state == S.APPROVED and visit.drafted_by_id == actor.pk:
        return f"{visit}：您是经办人，不能批准更换检查人员，请由其他负责人移交。"
    return None


def _move(visit: Inspection, giver: User, taker: User, on: date) -> str:
    """The taker goes in the giver's place; who was on site stays on record and is relieved.

    Into a visit that is under way the taker comes as one more officer.
    """
    if visit.state in BEFORE_GOING:
        _replace(visit, giver, taker)
        return TO_COME
    rows = TeamMember.objects.filter(inspection=visit)
    if visit.state == S.ON_SITE:  # what is left to record the taker records there himself
        rows.get_or_create(inspection=visit, user=taker, defaults={"part": TeamMember.Part.OFFICER})
    (rows.filter(carried_by=giver) | rows.filter(carried_by=None, user=giver)).update(
        carried_by=taker
    )
    return TO_CARRY_ON


def _replace(visit: Inspection, giver: User, taker: User) -> None:
    visit.team.filter(user=giver).update(user=taker)
    if visit.state in IN_HAND and visit.drafted_by_id == giver.pk:
        visit.drafted_by = taker
        visit.save(update_fields=["drafted_by"])


portfolio.register(
    portfolio.Work(
        permission="inspections.approve_inspection",
        counts=teams.open_counts,
        locked=_locked,
        obstacle=_obstacle,
        move=_move,
    )
)


def _tip_counts(bureau) -> Counter:
    rows = Tip.objects.filter(bureau=bureau, state=Tip.State.ACCEPTED).exclude(handler=None)
    return Counter(rows.values_list("handler", flat=True))


def _locked_tips(giver: User, actor) -> list[Tip]:
    rows = Tip.objects.open_to(actor).filter(handler=giver, state=Tip.State.ACCEPTED)
    return list(rows.order_by("pk").select_for_update(of=("self",)))


def _move_tip(tip: Tip, giver: User, taker: User, on: date) -> str:
    """With the matter goes the right to ask who reported: the giver has it no more."""
    tip.handler = taker
    tip.save(update_fields=["handler"])
    return "举报投诉"


portfolio.register(
    portfolio.Work(
        permission=OVERSEE,
        counts=_tip_counts,
        locked=_locked_tips,
        obstacle=lambda tip, taker, actor, on: None,
        move=_move_tip,
    )
)
