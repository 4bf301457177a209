"""年度报告从起草到公开."""

from datetime import date

from django.utils import timezone

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act, Transition, Workflow
from reports.models import AnnualReport
from reports.queries import narrative
from reports.queries.papers import paper_of

S = AnnualReport.State
ENTER = "enter_publication"
DRAFT, APPROVE = "reports.draft_annualreport", "reports.approve_annualreport"


def year_is_over(report, act: Act) -> str | None:
    """The figures are those of 1 January to 31 December (国办发〔2018〕118号)."""
    if act.on <= date(report.year, 12, 31):
        return f"{report.year} 年还没有结束，数据不完整，请在年度终了以后提交。"
    return None


def words_are_written(report, act: Act) -> str | None:
    if absent := narrative.missing(report.narrative):
        return f"报告的{'、'.join(f'“{name}”' for name in absent)}还没有撰写，请先补写。"
    return None


def approved_by_another(report, act: Act) -> str | None:
    if report.drafted_by_id in act.persons:
        return "起草人不能签发自己起草的报告，请由机关负责人签发。"
    return None


def paper_came_back(report, act: Act) -> str | None:
    paper = paper_of(report)
    if paper is not None and paper.state == paper.State.SUBMITTED:
        return "报告正在等待机关负责人签发，不能修改；需要修改的，请负责人先退回。"
    return None


def not_before_signing(report, act: Act) -> str | None:
    if report.approved_on and act.on < report.approved_on:
        return f"公开日期不能早于签发日期（{cn_date(report.approved_on)}）。"
    return None


def on_the_day(report, act: Act) -> str | None:
    """A day that is over cannot be entered as if the clock had been met on it."""
    if act.on < timezone.localdate():
        return "登记公开以当天为准。此前已经在别处公开的，请办理“补录此前的公开”。"
    return None


# fmt: off
REPORT_FLOW = Workflow(
    Transition("submit", "提交签发", (S.DRAFT,), S.SUBMITTED, DRAFT,
               (year_is_over, words_are_written)),
    Transition("return_report", "退回修改", (S.SUBMITTED,), S.DRAFT, APPROVE),
    Transition("reopen", "继续修改", (S.SUBMITTED,), S.DRAFT, DRAFT, (paper_came_back,)),
    Transition("approve", "签发", (S.SUBMITTED,), S.APPROVED, APPROVE, (approved_by_another,)),
    Transition("publish", "登记公开", (S.APPROVED,), S.PUBLISHED, DRAFT,
               (not_before_signing, on_the_day)),
    Transition(ENTER, "补录此前的公开", (S.DRAFT, S.APPROVED), S.PUBLISHED, DRAFT,
               (year_is_over, not_before_signing)),
)
# fmt: on
