"""待办 of 年度自查: to open, to review, to urge, to sum up."""

from collections import Counter
from datetime import date, timedelta

from django.db.models import Count, Exists, OuterRef, Q

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.workdays.clocks import clocks_on
from inspections.models import SelfInspection, SelfReport
from inspections.models.self_rules import LAW
from inspections.queries import self_inspection as queries
from inspections.queries.work import Group, WorkItem, work_item

RUN, OPEN = "inspections.run_selfinspection", "inspections.open_selfinspection"
REVIEW = "inspections.review_selfreport"
S = SelfInspection.State
AHEAD = timedelta(days=30)
PRACTICE = "本机关年度自查安排"


@asks
def work_for_self_inspection(user, today: date) -> Asking[list[WorkItem]]:
    """What of 年度自查 waits for this person."""
    if not user.bureau_id or not any(map(user.has_perm, (RUN, OPEN, REVIEW))):
        return []
    waiting = SelfReport.objects.filter(
        self_inspection=OuterRef("pk"), state=SelfReport.State.SUBMITTED
    )
    rows = SelfInspection.objects.visible_to(user).filter(
        Q(state__in=(S.DRAFT, S.OPEN)) | Exists(waiting)
    )
    rows = yield from rows_of(rows.order_by("report_year"))
    clocks, waiting = yield from side_by_side(clocks_on(rows), _to_review(rows, user))
    return [item for row in rows for item in _of(row, user, today, clocks, waiting[row.pk])]


def _of(asked: SelfInspection, user, today: date, clocks, waiting: int):
    if asked.state == S.DRAFT:
        yield from _of_draft(asked, user, today)
        return
    if waiting:
        text = f"审核{asked}：{waiting} 份报告待审核"
        yield _item(asked, None, text, "去审核", Group.APPROVAL)
    if asked.state == S.CLOSED or not user.has_perm(RUN):
        return  # summed up: a report that came later is read, nothing more
    if late := queries.missing(asked, today).filter(urges=None).count():
        text = f"催报：{late} 个单位没有报送{asked}"
        yield _item(asked, asked.due_on, text, "去催报", Group.RETURNED, LAW)
    clock = clocks.find(asked, queries.SUMMARY_CLOCK)
    if clock and clock.is_open and clock.due_on <= today + AHEAD:
        yield _item(asked, clock, f"汇总{asked}", "去汇总", Group.PREPARATION, clock.article)


def _of_draft(asked: SelfInspection, user, today: date):
    """Opened by another than its drafter; too late for it, the drafter gives it up."""
    drafter = asked.drafted_by_id == user.pk
    if queries.too_late(asked, today):
        if drafter:
            text = f"{asked}的报送期限已到，不能布置"
            yield _item(asked, None, text, "去处理", Group.RETURNED)
    elif user.has_perm(OPEN) and not drafter:
        yield _item(asked, None, f"布置{asked}", "去布置", Group.APPROVAL)


def _to_review(asked: list[SelfInspection], user) -> Asking[Counter]:
    """Reports in review of each, without those that the reader entered from paper himself."""
    if not asked or not user.has_perm(REVIEW):
        return Counter()
    rows = SelfReport.objects.filter(
        self_inspection__in=asked, state=SelfReport.State.SUBMITTED
    ).order_by()
    own = rows.filter(submissions__outcome="", submissions__on_behalf=True,
                      submissions__submitted_by=user)  # fmt: skip
    rows = rows.exclude(pk__in=own.values("pk")).values("self_inspection")
    counts = rows.annotate(waiting=Count("pk")).values_list("self_inspection", "waiting")
    return Counter(dict((yield from rows_of(counts))))


def _item(asked, due, text: str, button: str, group: str, basis: str = "") -> WorkItem:
    return work_item(due, text, basis or PRACTICE, asked.get_absolute_url(), button, group)
