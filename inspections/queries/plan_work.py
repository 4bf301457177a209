"""待办 on annual plans: what waits for whom, and what came back."""

from itertools import chain

from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from inspections.models import Plan
from inspections.queries.planning import SUBMISSION_BASIS, reason_of_return
from inspections.queries.work import Group, WorkItem


@asks
def work_for_plans(user) -> Asking[list[WorkItem]]:
    """Plans that wait for this person: for his check or decision, never on his own draft; or for
    the drafter, to be put right or to be published.
    """
    found = yield from side_by_side(
        _waiting(user, "inspections.check_plan", Plan.State.SUBMITTED, "审核"),
        _waiting(user, "inspections.approve_plan", Plan.State.CHECKED, "审定"),
        _returned(user),
        _to_publish(user),
    )
    return list(chain.from_iterable(found))


def _waiting(user, permission: str, state: str, verb: str) -> Asking[list[WorkItem]]:
    if not user.has_perm(permission):
        return []
    rows = Plan.objects.open_to(user).filter(state=state).exclude(drafted_by=user)
    rows = yield from rows_of(rows.exclude(checked_by=user).order_by("year"))
    return [_work(plan, verb, verb, SUBMISSION_BASIS, Group.APPROVAL) for plan in rows]


def _returned(user) -> Asking[list[WorkItem]]:
    rows = yield from rows_of(_drafted_by(user, "inspections.draft_plan", Plan.State.DRAFT))
    return [
        _work(plan, "修改退回的", "修改", f"退回原因：{reason}", Group.RETURNED)
        for plan in rows
        if (reason := reason_of_return(plan, user))
    ]


def _to_publish(user) -> Asking[list[WorkItem]]:
    rows = _drafted_by(user, "inspections.publish_plan", Plan.State.APPROVED)
    rows = yield from rows_of(rows)
    return [_work(plan, "公布", "公布", SUBMISSION_BASIS, Group.PREPARATION) for plan in rows]


def _drafted_by(user, permission: str, state: str):
    if not user.has_perm(permission):
        return Plan.objects.none()
    rows = Plan.objects.open_to(user).filter(state=state, drafted_by__in=user.desks(permission))
    return rows.order_by("year")


def _work(plan: Plan, act: str, verb: str, basis: str, group: Group) -> WorkItem:
    url = reverse("inspections:plan-detail", args=[plan.pk])
    return WorkItem(None, f"{act}{plan.title}", basis, url, f"去{verb}", group)
