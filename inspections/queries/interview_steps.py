"""How far a talk has come, and what comes next."""

from archives_enforcement.documents.kinds import KINDS
from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from inspections.models import Commitment, Interview
from inspections.queries.interviews import NOTICE, Notices


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
        return f"约谈通知书已起草，请核对后提交，由{KINDS[NOTICE].signed_by}。"
    return f"约谈通知书等待{KINDS[NOTICE].signed_by}。"


def _after_notice(interview: Interview) -> str:
    if interview.state == Interview.State.NOTIFIED:
        return f"已通知单位，{cn_date(interview.scheduled_on)}约谈后登记记录。"
    if interview.state == Interview.State.TERMINATED:
        return "单位已撤销，没有承继单位，这次约谈不再举行。"
    rows = list(interview.commitments.all())
    if any(row.outcome == Commitment.Outcome.BROKEN for row in rows):
        return "已约谈，单位有承诺没有做到，可以按逐级督促办理下一步。"
    due = min((row.due_on for row in rows if not row.outcome), default=None)
    if due:
        return f"已约谈，单位承诺在{cn_date(due)}前做到，请到期核实。"
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
            {"notified": "now", "held": "done"}.get(state, ""),
            cn_day(held or interview.scheduled_on),
        ),
    ]
