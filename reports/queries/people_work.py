"""待办 on the people of units: who asks to act for one and waits to be known."""

from datetime import date

from django.urls import reverse

from archives_enforcement.accounts.models import Grant, Post
from archives_enforcement.accounts.workflow import MANAGE
from archives_enforcement.asking import Asking, asks, rows_of
from inspections.queries.work import Group, WorkItem


@asks
def work_for_people(user, today: date) -> Asking[list[WorkItem]]:
    """Applications that the bureau, like a manager of the unit, may confirm or refuse."""
    if not user.bureau_id or not user.has_perm(MANAGE):
        return []
    rows = Grant.objects.open_to(user).filter(state=Grant.State.WAITING)
    rows = rows.select_related("user", "party").order_by("valid_from", "pk")
    rows = yield from rows_of(rows)
    return [
        WorkItem(
            None,
            f"核实{row.user}能否代表{row.party}（{row.get_post_display()}）",
            "登录人员由本单位负责人或者档案局确认",
            reverse("accounts:people", args=[row.party_id]),
            "去核实",
            Group.APPROVAL,
        )
        for row in rows
    ]


@asks
def applicants(user, parties, today: date) -> Asking[list[Grant]]:
    """Who asks to act for those of `parties` whose manager the person is."""
    managed = user.grants.valid_on(today).filter(post=Post.MANAGER, party__in=parties)
    rows = Grant.objects.visible_to(user).filter(
        state=Grant.State.WAITING, party__in=managed.values("party")
    )
    rows = rows.select_related("user", "party").order_by("valid_from", "pk")
    return (yield from rows_of(rows))
