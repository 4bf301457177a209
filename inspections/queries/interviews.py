"""Reads of 约谈: which problems may lead to one, and the talks themselves."""

from datetime import date

from django.db.models import Q

from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from inspections.models import Finding, Inspection, Interview, LookBackResult
from inspections.queries.look_back import OVER
from inspections.queries.rectification import AWAITS_UNIT


def failing_findings(inspection: Inspection, today: date):
    """Problems whose time is up without an answer, or which a look-back saw still unfixed."""
    seen = LookBackResult.objects.filter(look_back__state__in=OVER).exclude(
        result=LookBackResult.Result.FIXED
    )
    rows = inspection.findings.filter(state__in=Finding.UNFIXED)
    late = Q(state__in=AWAITS_UNIT, due_on__lt=today)
    return rows.filter(late | Q(pk__in=seen.values("finding"))).order_by("position")


def live_notice(papers) -> Document | None:
    """The notice that was not made void, among the papers on an interview."""
    return next((row for row in papers if row.state != Document.State.VOID), None)


def next_step(interview: Interview, papers) -> str:
    """What happens next with an interview, in one sentence."""
    if interview.state == Interview.State.DRAFT:
        notice = live_notice(papers)
        if notice is None:
            return "约谈通知书已作废，请重新起草。"
        if notice.state == Document.State.DRAFT:
            return "约谈通知书已起草，请核对后提交，由机关负责人签发。"
        return "约谈通知书等待机关负责人签发。"
    if interview.state == Interview.State.NOTIFIED:
        return f"已通知单位，{cn_date(interview.scheduled_on)}约谈后登记记录。"
    if interview.commitment_due:
        return f"已约谈，单位承诺在{cn_date(interview.commitment_due)}前做到，请到期核实。"
    return "已约谈，请继续跟进问题的整改。"


def steps(interview: Interview, papers) -> list[Step]:
    """拟定 → 通知 → 约谈 as the strip shows them."""
    notice = live_notice(papers)
    issued = notice.issued_on if notice else None
    held, state = interview.held_on, interview.state
    return [
        Step("拟定", "done", cn_day(notice.drafted_on) if notice else ""),
        Step("通知", "now" if state == Interview.State.DRAFT else "done", cn_day(issued)),
        Step(
            "约谈",
            {"draft": "", "notified": "now", "held": "done"}[state],
            cn_day(held or interview.scheduled_on),
        ),
    ]
