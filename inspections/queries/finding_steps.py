"""How far a problem has come, and what comes next."""

from datetime import date

from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_date, cn_day
from inspections.models import Finding, Inspection, Reply
from inspections.queries.rectification import AWAITS_UNIT, waiting_reply


def next_step(finding: Finding) -> str:
    """What happens next with a problem, in one sentence for the bureau's people."""
    if finding.inspection.state not in Inspection.TOLD:
        return "反馈意见书还没有签发，签发后单位才能看到并回复。"
    if finding.spot_fix_id:
        return "检查中已当场整改，检查结束时销号，没有要办的事。"
    if finding.state == Finding.State.ACCEPTED:
        return f"{cn_date(finding.accepted_on)}已销号，不用再办。"
    if finding.state == Finding.State.TERMINATED:
        day = cn_date(finding.termination.decided_on)
        return f"单位已撤销，没有承继单位，{day}决定终结整改；没有改好，不算已整改，不用再办。"
    if finding.inspection.unit.left_no_heir:
        return "单位已撤销，没有承继单位：请提出终结整改，由机关负责人决定。"
    if finding.state in AWAITS_UNIT:
        return _asked(finding) or _to_be_done(finding)
    return _to_review(finding)


def _to_be_done(finding: Finding) -> str:
    until = f"于{cn_date(finding.due_on)}前" if finding.due_on else ""
    if finding.state == Finding.State.RETURNED:
        return f"回复已退回，等待单位{until}继续整改后再次回复。"
    done = f"已认可完成 {finding.progress}%，" if finding.progress else ""
    return f"{done}等待单位{until}整改并回复。"


def _to_review(finding: Finding) -> str:
    if report := waiting_reply(finding, Reply.Kind.PARTLY):
        return f"单位回复改好了一部分（{report.share}%），请核对材料后决定是否认可。"
    if Reply.Kind.OBJECTION in finding.waiting:
        return "单位回复已经改好，也有不同意见：请先答复意见，再复核。"
    return "单位回复已经改好，请核对材料后决定是否销号。"


def _asked(finding: Finding) -> str:
    """What the unit asks for while it goes on with its task; empty when it asks for nothing."""
    if asked := waiting_reply(finding, Reply.Kind.MORE_TIME):
        return f"单位希望延到{cn_date(asked.until)}，请决定是否同意。"
    if Reply.Kind.OBJECTION not in finding.waiting:
        return ""
    meanwhile = "答复以前暂停整改。" if finding.paused_on else "异议不停止整改。"
    return f"单位有不同意见，请核对事实后说明理由；{meanwhile}"


def steps(finding: Finding, told_on: date | None, answer: Reply | None) -> list[Step]:
    """发现 → 反馈 → 整改 → 复核 → 销号 as the strip shows them."""
    state, S = finding.state, Finding.State
    place = {S.REPLIED: 3, S.ACCEPTED: 5, S.TERMINATED: 5}.get(state, 2) if told_on else 1
    visit = finding.inspection
    if state == S.TERMINATED:
        return _broken_off(finding, told_on)
    notes = (
        ("发现", cn_day(visit.day)),
        ("反馈", cn_day(told_on)),
        ("整改", f"{cn_day(finding.due_on)}前" if finding.due_on else ""),
        ("复核", cn_day(answer.reviewed_on) if answer else ""),
        ("销号", cn_day(finding.accepted_on)),
    )
    return [
        Step(label, "done" if number < place else "now" if number == place else "", note)
        for number, (label, note) in enumerate(notes)
    ]


def _broken_off(finding: Finding, told_on: date | None) -> list[Step]:
    """Where a problem got to before its unit ended: nothing of 整改 is done."""
    ended = cn_day(finding.termination.decided_on)
    return [
        Step("发现", "done", cn_day(finding.inspection.day)),
        Step("反馈", "done" if told_on else "", cn_day(told_on)),
        Step("整改", "", "没有改好"),
        Step("终结", "done", ended),
    ]
