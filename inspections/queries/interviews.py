"""Reads of 约谈: which problems may lead to one, and the talks themselves."""

from datetime import date
from typing import NamedTuple

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
    late = Q(state__in=AWAITS_UNIT, due_on__lt=today, paused_on=None)
    return rows.filter(late | Q(pk__in=seen.values("finding"))).order_by("position")


class Notices(NamedTuple):
    """The notices on an interview: the one in force, and the draft that is on its way."""

    in_force: Document | None
    draft: Document | None  # the first notice, or the correction of the one in force

    @property
    def shown(self) -> Document | None:
        """What tells where the interview stands: a draft does so only while nothing is issued."""
        return self.in_force or self.draft


def notices_among(papers) -> Notices:
    """Void papers say nothing; a correction replaces the notice only when it is issued itself."""
    drafts = (row for row in papers if row.number is None and row.state != Document.State.VOID)
    return Notices(next((row for row in papers if row.holds), None), next(drafts, None))


def next_step(interview: Interview, notices: Notices) -> str:
    """What happens next with an interview, in one sentence, and that its notice is corrected."""
    if interview.state == Interview.State.DRAFT:
        return _before_notice(notices.draft)
    correction = notices.in_force and notices.draft
    if correction is None:
        return _after_notice(interview)
    return (
        f"{_after_notice(interview)}"
        f"{notices.in_force.number}正在更正，更正签发以前以{notices.in_force.number}为准。"
    )


def _before_notice(draft: Document | None) -> str:
    if draft is None:
        return "约谈通知书已作废，请重新起草。"
    if draft.state == Document.State.DRAFT:
        return "约谈通知书已起草，请核对后提交，由机关负责人签发。"
    return "约谈通知书等待机关负责人签发。"


def _after_notice(interview: Interview) -> str:
    if interview.state == Interview.State.NOTIFIED:
        return f"已通知单位，{cn_date(interview.scheduled_on)}约谈后登记记录。"
    if interview.commitment_due:
        return f"已约谈，单位承诺在{cn_date(interview.commitment_due)}前做到，请到期核实。"
    return "已约谈，请继续跟进问题的整改。"


def steps(interview: Interview, notices: Notices) -> list[Step]:
    """拟定 → 通知 → 约谈 as the strip shows them."""
    notice = notices.shown
    drafted = cn_day(notice.drafted_on) if notice else ""
    issued = notice.issued_on if notice else None
    held, state = interview.held_on, interview.state
    return [
        Step("拟定", "done", drafted),
        Step("通知", "now" if state == Interview.State.DRAFT else "done", cn_day(issued)),
        Step(
            "约谈",
            {"draft": "", "notified": "now", "held": "done"}[state],
            cn_day(held or interview.scheduled_on),
        ),
    ]
