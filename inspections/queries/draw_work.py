"""待办 on 随机抽取: what waits for whom until a draw is adopted."""

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.asking import Asking, asks, rows_of
from inspections.models import Draw
from inspections.queries.work import Group, WorkItem

WORK_BASIS = "双随机、一公开（《优化营商环境条例》第五十四条，档案部门参照；本机关检查工作规范）"


@asks
def work_for_draws(user) -> Asking[list[WorkItem]]:
    """Draws whose time has come, and results that wait for the head."""
    S, now, day = Draw.State, timezone.now(), timezone.localdate
    steps = {
        "inspections.hold_draw": (
            Q(state=S.PUBLISHED, announced_at__gt=now)
            | Q(state=S.CONTRIBUTED, announced_at__lte=now)
        ),
        "inspections.adopt_draw": Q(state=S.DRAWN) & ~Q(drafted_by=user) & ~Q(drawn_by=user),
    }
    wanted = Q(pk__in=[])
    for permission, condition in steps.items():
        if user.has_perm(permission):
            wanted |= condition
    labels = {
        S.PUBLISHED: ("登记监督人给出的内容", Group.PREPARATION),
        S.CONTRIBUTED: ("进行随机抽取", Group.PREPARATION),
        S.DRAWN: ("采用抽取结果", Group.APPROVAL),
    }
    found = Draw.objects.visible_to(user).filter(wanted).order_by("announced_at", "pk")
    found = yield from rows_of(found)
    return [
        WorkItem(
            day(draw.announced_at) if draw.state != S.DRAWN else None,
            f"{labels[draw.state][0]}：{draw}",
            WORK_BASIS,
            reverse("inspections:draw-detail", args=[draw.pk]),
            "去办理",
            labels[draw.state][1],
        )
        for draw in found
    ]
