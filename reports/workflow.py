"""年度报告从起草到公开."""

from datetime import date

from archives_enforcement.workflow import Act, Transition, Workflow
from reports.models import AnnualReport
from reports.queries import narrative
from reports.queries.papers import paper_of

S = AnnualReport.State
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
    if act.actor.pk == report.drafted_by_id:
        return "起草人不能签发自己起草的报告，请由机关负责人签发。"
    return None


def paper_came_back(report, act: Act) -> str | None:
    paper = paper_of(report)
    if paper is not None and paper.state == paper.State.SUBMITTED:
        return "报告正在等待机关负责人签发，不能修改；需要修改的，请负责人先退回。"
    return None


# fmt: off
REPORT_FLOW = Workflow(
    Transition("submit", "提交签发", (S.DRAFT,), S.SUBMITTED, DRAFT,
               (year_is_over, words_are_written)),
    Transition("return_report", "退回修改", (S.SUBMITTED,), S.DRAFT, APPROVE),
    Transition("reopen", "继续修改", (S.SUBMITTED,), S.DRAFT, DRAFT, (paper_came_back,)),
    Transition("approve", "签发", (S.SUBMITTED,), S.APPROVED, APPROVE, (approved_by_another,)),
    Transition("publish", "登记公开", (S.APPROVED,), S.PUBLISHED, DRAFT),
)
# fmt: on
