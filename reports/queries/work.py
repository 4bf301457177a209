"""工作台: everything that waits for one person, from every app, in one list."""

from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

from django.db.models import Q
from django.urls import reverse

from archives_enforcement.asking import Asking, asks, have_rows, rows_of, side_by_side
from archives_enforcement.workdays.deadlines import overdue
from archives_enforcement.workdays.models import Deadline, Extension
from archives_enforcement.workdays.models.limits import Bound
from archives_enforcement.workdays.workflow import APPROVE
from inspections.models import Inspection, Plan
from inspections.models.visits import day_of
from inspections.queries.assessment_work import work_for_assessment
from inspections.queries.rectification_work import work_for_rectification
from inspections.queries.self_work import work_for_self_inspection
from inspections.queries.tip_work import work_for_tips
from inspections.queries.tips import closed_clocks
from inspections.queries.visit_work import work_for_visits
from inspections.queries.work import Group, WorkItem, work_item
from penalties.queries.work import work_for_penalties
from publicity.queries.activities import work_for_activities
from publicity.queries.correction_work import work_for_corrections
from publicity.queries.list_work import work_for_lists
from publicity.queries.notices import PUBLICATION, WITHDRAWAL, work_for_publicity
from publicity.queries.outreach import work_for_outreach
from publicity.queries.training import work_for_training
from reports.models import AnnualReport, LedgerTask
from reports.queries.paper_work import SIGN, work_for_papers
from reports.queries.papers import LIMIT, clocks_of, publication_due
from reports.queries.people_work import work_for_people
from reports.workflow import DRAFT
from supervision.queries.work import work_for_supervision

LEDGER_AHEAD = timedelta(days=14)
PENALTY_CLOCKS = "D-P"  # every case shows its own
SHOWN_BY_THEIR_APP = (
    "D-I16", "D-I17", "D-S04", "D-S06", "D-S08", "D-R07", "D-R08", "D-R14", "D-I05", "D-I06",
    "D-I09", *PUBLICATION, WITHDRAWAL, LIMIT,
)  # fmt: skip


@asks
def _asked_of_all(user, today: date) -> Asking[list[list[WorkItem]]]:
    return (yield from side_by_side(*(source.asking(user, today) for source in SOURCES)))


def work_for(user, today: date) -> list[WorkItem]:
    """All work of one person, the most pressing first, what has no date before what is far."""
    found = chain.from_iterable(_asked_of_all(user, today))
    return sorted(found, key=lambda item: (item.due or today, item.due is None))


@asks
def work_for_deadlines(user, today: date) -> Asking[list[WorkItem]]:
    """Clocks of the bureau that ran out; the head sees all, others what no page of work shows."""
    if not user.bureau_id or not user.has_perm("documents.view_document"):
        return []
    rows = overdue(user, today).filter(bound=Bound.BUREAU, bureau=user.bureau_id)
    if not user.has_perm(SIGN):
        rows = rows.exclude(code__in=SHOWN_BY_THEIR_APP).exclude(code__startswith=PENALTY_CLOCKS)
    rows = rows.select_related("party").prefetch_related("subject").order_by("due_on", "pk")
    rows = yield from rows_of(rows)
    closed = closed_clocks(rows, user)
    return [
        work_item(
            row,
            f"已超过期限：{row.name}{f'（{row.party}）' if row.party else ''}",
            row.article,
            row.subject.get_absolute_url(),
            "去查看",
            Group.RETURNED,
        )
        for row in rows
        if hasattr(row.subject, "get_absolute_url") and row.pk not in closed
    ]


@asks
def work_for_extensions(user, today: date) -> Asking[list[WorkItem]]:
    """More time that was asked for; after the last day it can no longer be given."""
    if not user.has_perm(APPROVE):
        return []
    asked = Extension.objects.visible_to(user).filter(state=Extension.State.ASKED)
    rows = asked.exclude(asked_by=user).select_related("deadline", "asked_by")
    rows = yield from rows_of(rows.order_by("deadline__due_on", "pk"))
    return [
        work_item(
            row.deadline,
            f"批准延长期限：{row}",
            f"{row.asked_by}申请，依据：{row.basis}",
            row.get_absolute_url(),
            "去审批",
            Group.APPROVAL,
        )
        for row in rows
    ]


@asks
def work_for_ledger(user, today: date) -> Asking[list[WorkItem]]:
    """Tasks of the ledger that end soon or have ended."""
    if not user.has_perm("reports.keep_ledger"):
        return []
    rows = LedgerTask.objects.visible_to(user).filter(
        done_on=None, due_on__lte=today + LEDGER_AHEAD
    )
    rows = yield from rows_of(rows.order_by("due_on", "pk"))
    return [
        WorkItem(
            row.due_on,
            f"更新台账任务：{row.title}（{row.progress}%）",
            f"年度工作台账，责任：{row.owner}",
            row.get_absolute_url(),
            "去更新",
            Group.PREPARATION,
        )
        for row in rows
    ]


class ReportStep(NamedTuple):
    text: str
    button: str


REPORT_STEPS = {
    AnnualReport.State.DRAFT: ReportStep("补写并提交", "去撰写"),
    AnnualReport.State.APPROVED: ReportStep("公开", "去登记"),
}


@asks
def work_for_annual_reports(user, today: date) -> Asking[list[WorkItem]]:
    """The report of last year until it is public (D-G06); older ones while they are unfinished.

    Of a year that the bureau did not work here yet no report is asked.
    """
    if not user.bureau_id or not user.has_perm(DRAFT):
        return []
    last = today.year - 1
    unfinished = ~Q(state=AnnualReport.State.PUBLISHED)
    rows = AnnualReport.objects.visible_to(user).filter(bureau=user.bureau_id)
    rows = yield from rows_of(rows.filter(unfinished | Q(year=last)))
    clocks = clocks_of(rows)
    found = [
        _report_item(row, clocks[row.pk])
        for row in rows
        if row.state in REPORT_STEPS and row.year <= last
    ]
    if all(row.year != last for row in rows) and _worked_here(user.bureau_id, last):
        found.append(_missing_report(user.bureau, last))
    return found


def _report_item(report: AnnualReport, due: Deadline) -> WorkItem:
    step = REPORT_STEPS[report.state]
    return WorkItem(
        due.due_on,
        f"{step.text}{report.year}年行政执法工作报告",
        due.article,
        report.get_absolute_url(),
        step.button,
        Group.PREPARATION,
    )


def _worked_here(bureau: int, year: int) -> bool:
    """Whether the system knows a plan or a visit of that year."""
    visits = Inspection.objects.annotate(on_day=day_of()).filter(bureau=bureau, on_day__year=year)
    return any(have_rows([visits, Plan.objects.filter(bureau=bureau, year=year)]))


def _missing_report(bureau, year: int) -> WorkItem:
    due = publication_due(bureau, year)
    return WorkItem(
        due.due_on,
        f"起草{year}年行政执法工作报告",
        due.article,
        f"{reverse('reports:annual-report-draft')}?year={year}",
        "去起草",
        Group.PREPARATION,
    )


SOURCES = (
    work_for_visits,
    work_for_rectification,
    work_for_self_inspection,
    work_for_assessment,
    work_for_tips,
    work_for_penalties,
    work_for_supervision,
    work_for_publicity,
    work_for_corrections,
    work_for_lists,
    work_for_activities,
    work_for_outreach,
    work_for_training,
    work_for_papers,
    work_for_people,
    work_for_deadlines,
    work_for_extensions,
    work_for_ledger,
    work_for_annual_reports,
)
