"""待办 of 年度考核: to prepare in January, to count, to publish, to warn, to answer appeals."""

from datetime import date

from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.clocks import clocks_on
from archives_enforcement.workdays.limits import compute
from inspections.models import Assessment, AssessmentResult, AssessmentRule
from inspections.queries import assessment as queries
from inspections.queries.work import Group, WorkItem, work_item

RUN, PUBLISH = "inspections.run_assessment", "inspections.publish_assessment"
S = Assessment.State
LIST = "inspections:assessment-list"


@asks
def work_for_assessment(user, today: date) -> Asking[list[WorkItem]]:
    """What of 年度考核 waits for this person."""
    if not user.bureau_id or not any(map(user.has_perm, (RUN, PUBLISH))):
        return []
    rows = Assessment.objects.visible_to(user).filter(state=S.DRAFT).order_by("year")
    rows, warned, answers, prepare = yield from side_by_side(
        rows_of(rows), _to_warn(user, today), _to_answer(user), _to_prepare(user, today)
    )
    clocks = yield from clocks_on(rows)
    over = (row for row in rows if row.year < today.year)
    found = [item for row in over if (item := _of(row, user, clocks))]
    return [*prepare, *found, *warned, *answers]


def _to_prepare(user, today: date) -> Asking[list[WorkItem]]:
    """The year that is over, where the bureau has a rule and has not begun."""
    year = today.year - 1
    if not user.has_perm(RUN):
        return []
    begun = yield from rows_of(Assessment.objects.visible_to(user).filter(year=year))
    if begun or not AssessmentRule.objects.on(user.bureau, today):
        return []
    due = compute(queries.SUMMARY_CLOCK, date(year, 2, 1), bureau=user.bureau)
    if today > due.due_on:
        return []
    name = Assessment(year=year)
    return [
        _item(due.due_on, f"准备{name}", due.article, reverse(LIST), "去准备", Group.PREPARATION)
    ]


def _of(row: Assessment, user, clocks) -> WorkItem | None:
    clock, url = clocks.find(row, queries.SUMMARY_CLOCK), row.get_absolute_url()
    due, basis = (clock, clock.article) if clock else (None, "")
    if row.as_of is None or row.as_of.year == row.year:
        if user.has_perm(RUN):
            return _item(due, f"计算{row}", basis, url, "去计算", Group.PREPARATION)
        return None
    if user.has_perm(PUBLISH) and row.prepared_by_id != user.pk:
        return _item(due, f"公布{row}", basis, url, "去公布", Group.APPROVAL)
    return None


def _to_warn(user, today: date) -> Asking[list[WorkItem]]:
    """Published results below 合格 without an issued warning: until 31 January, then late.

    Who asked for a review is answered first.
    """
    if not user.has_perm(RUN):
        return []
    year = today.year - 1
    rows = AssessmentResult.objects.visible_to(user).filter(
        assessment__year=year, assessment__state=S.PUBLISHED
    )
    rows = rows.exclude(state=AssessmentResult.State.APPEALED)
    rows = rows.exclude(notice__state=Document.State.ISSUED, notice__kind=queries.WARNING)
    found = yield from rows_of(rows.select_related("assessment", "appeal"))
    weak = queries.weak(found)
    if not weak:
        return []
    due = compute(queries.SUMMARY_CLOCK, date(year, 2, 1), bureau=user.bureau)
    text = f"发预警通报：{weak[0].assessment}有 {len(weak)} 个不合格的单位还没有预警通报"
    url = weak[0].assessment.get_absolute_url()
    return [_item(due.due_on, text, due.article, url, "去通报", Group.PREPARATION)]


def _to_answer(user) -> Asking[list[WorkItem]]:
    if not user.has_perm(PUBLISH):
        return []
    rows = AssessmentResult.objects.visible_to(user).filter(state=AssessmentResult.State.APPEALED)
    rows = rows.select_related("unit__party", "assessment").order_by("pk")
    rows = yield from rows_of(rows)
    clocks = yield from clocks_on(rows)
    return [_answer(row, clocks.find(row, queries.ANSWER_CLOCK)) for row in rows]


def _answer(row: AssessmentResult, clock) -> WorkItem:
    due, basis = (clock, f"{clock.name}（本系统建议的期限）") if clock else (None, "")
    text = f"答复{row.unit}的考核复核申请"
    return _item(due, text, basis, row.get_absolute_url(), "去答复", Group.APPROVAL)


def _item(due, text: str, basis: str, url: str, button: str, group: str) -> WorkItem:
    return work_item(due, text, basis or "本机关考核办法", url, button, group)
