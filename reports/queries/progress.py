"""Where an annual report stands: the next step in one sentence, and the stages."""

from datetime import date

from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day, days_left
from reports.models import AnnualReport
from reports.queries import narrative

S = AnnualReport.State


def next_step(report: AnnualReport, issue, due: date, today: date) -> str:
    """What happens next with a report, in one sentence."""
    if report.state == S.PUBLISHED:
        text = "" if report.has_text else "报告正文以公开的为准，本页数据是补录时的记录；"
        return (
            f"已于{report.publication}{'' if report.entered_on else '公开'}；{text}没有要办的事。"
        )
    until = f"应在{cn_date(due)}前公开（{days_left(due, today)[0]}）。"
    if report.state == S.SUBMITTED:
        paper = issue.paper
        if paper is None or paper.state != paper.State.SUBMITTED:
            return f"文书已退回，请继续修改后重新提交；{until}"
        return f"等待机关负责人签发；{until}"
    if report.state == S.APPROVED:
        return f"已签发，请公开并登记；{until}"
    if absent := narrative.missing(report.narrative):
        return f"补写{'、'.join(f'“{name}”' for name in absent)}后提交签发；{until}"
    return f"核对数据和正文后提交签发；{until}"


def steps(report: AnnualReport) -> list[Step]:
    """起草 → 签发 → 公开 as the strip shows them."""
    place = {S.DRAFT: 0, S.SUBMITTED: 1, S.APPROVED: 2, S.PUBLISHED: 3}[report.state]
    notes = (
        ("起草", f"{report.year} 年度"),
        ("签发", cn_day(report.approved_on) if report.has_text else "不在本系统签发"),
        ("公开", cn_day(report.published_on)),
    )
    return [
        Step(label, "done" if number < place else "now" if number == place else "", note)
        for number, (label, note) in enumerate(notes)
    ]
