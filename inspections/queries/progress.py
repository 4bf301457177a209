"""Where a check stands: its next step in one sentence and its stages."""

from datetime import date

from archives_enforcement.documents.models import Document
from archives_enforcement.navigation import Step
from archives_enforcement.templatetags.formats import cn_day
from inspections.models import Finding, Inspection
from inspections.queries import announcing, slots, standing, terminations

S = Inspection.State
D = Document.State
NOTICE, LETTER = standing.NOTICE, standing.LETTER
UNTOLD, REFUSED = "没有通知书", "未获批准"
UNFIXED, TERMINATED, NOTHING = "没有改好", "单位撤销终结", "没有要整改的"
LACKING = (UNTOLD, REFUSED, UNFIXED, TERMINATED, NOTHING)
ALONE = "单位已撤销，没有承继单位：请提出终结整改，由机关负责人决定。"
ENDED = "单位已撤销，没有整改的问题已经终结，可以办结。"


def latest(documents, kind: str) -> Document | None:
    """The last paper of a kind that was not made void."""
    found = [row for row in documents if row.kind == kind and row.state != D.VOID]
    return found[-1] if found else None


def issued_on(documents, kind: str) -> date | None:
    """When the last paper of a kind was issued; None while it is not."""
    paper = latest(documents, kind)
    return paper.issued_on if paper else None


def told_on(documents) -> date | None:
    """When the unit got the last 检查通知书 that holds; None while it has not."""
    paper = latest(documents, NOTICE)
    return announcing.told_on(paper) if paper and paper.state == D.ISSUED else None


def next_step(inspection: Inspection, today: date, *, documents=(), findings=()) -> str:
    """What happens next, in one sentence."""
    if inspection.state in (S.DRAFT, S.PENDING, S.APPROVED) and not inspection.unit.is_active:
        return "单位已不在册，不能再检查：请取消这次检查，写明原因。"
    sentences = {
        S.DRAFT: _draft,
        S.PENDING: _pending,
        S.APPROVED: _approved,
        S.ON_SITE: lambda *_: "正在现场检查，请逐项记录，口头反馈并请单位负责人签字后结束检查。",
        S.RECORDED: _recorded,
        S.FED_BACK: lambda *_: _rectifying(inspection, documents, findings, today),
        S.RECTIFYING: lambda *_: _rectifying(inspection, documents, findings, today),
        S.CLOSED: lambda *_: "本次检查已经办结，没有要办的事。",
        S.CANCELLED: lambda *_: "检查已经取消，不再进行。",
        S.UNAPPROVED: lambda *_: "紧急检查没有获得补办批准，已经结束；发现的问题按线索另行处理。",
    }
    return sentences[inspection.state](inspection, today, documents)


def _draft(inspection, today, documents) -> str:
    if inspection.scheduled_on < today:
        return f"原定的检查日期（{cn_day(inspection.scheduled_on)}）已过，请改期后提交审批。"
    if not inspection.team.all():
        return "请确定检查组（至少两名当天持有效证件的执法人员），再提交审批。"
    return "核对检查组和时间后，提交机关负责人审批。"


def _pending(inspection, today, documents) -> str:
    if inspection.scheduled_on < today:
        return f"检查日期（{cn_day(inspection.scheduled_on)}）已过，不能再批准，请退回改期。"
    return f"等待机关负责人在{cn_day(inspection.scheduled_on)}检查前批准。"


def _approved(inspection, today, documents) -> str:
    going = f"{slots.when(inspection.scheduled_on, inspection.session)}到{inspection.place}检查"
    paper = latest(documents, NOTICE)
    if inspection.scheduled_on < today:
        day = cn_day(inspection.scheduled_on)
        return f"原定{day}检查，还没有记录；已经去过的请补录，没有去的请取消。"
    if paper is None and inspection.unannounced:
        return f"已批准，不预先通知（{inspection.unannounced}）；{going}。"
    if paper is None:
        return f"已批准，{announcing.in_words(inspection)}；{going}。"
    if paper.state == D.ISSUED:
        told = announcing.told_on(paper)
        return f"通知书已{'送达' if told else '签发，请送达单位并登记'}，{going}。"
    waiting = "等待提交签发" if paper.state == D.DRAFT else "等待签发"
    return f"检查通知书{waiting}；{going}。"


def _recorded(inspection, today, documents) -> str:
    if inspection.awaits_late_approval:
        return "紧急检查还没有补办批准，请机关负责人及时批准，再反馈。"
    if inspection.is_look_back:
        return "回头看已记录，核对结果后办结。"
    if inspection.unit.left_no_heir:
        return ALONE if not terminations.decided_for(inspection.unit) else ENDED
    paper = latest(documents, LETTER)
    if paper is None:
        return "现场检查已结束，请起草反馈意见书。"
    if paper.state == D.DRAFT:
        return f"反馈意见书已起草，核对后提交，由{paper.signed_by}。"
    return f"反馈意见书等待{paper.signed_by}。"


def _rectifying(inspection, documents, findings, today) -> str:
    states = {row.state for row in findings}
    if inspection.unit.left_no_heir and states.intersection(Finding.UNFIXED):
        return ALONE
    if Finding.State.TERMINATED in states:
        return ENDED
    letter = latest(documents, LETTER)
    if letter is not None and any(not row.delivered_on for row in letter.deliveries.all()):
        return "反馈意见书已发出，等待单位签收。"
    replied = sum(row.state == Finding.State.REPLIED for row in findings)
    waiting = [row for row in findings if row.state in (Finding.State.OPEN, Finding.State.RETURNED)]
    told = f"已收到 {replied} 项回复，等待复核" if replied else ""
    if not waiting:
        ended = "问题已全部销号" if findings else "没有发现问题"
        return f"{told}。" if told else f"{ended}，可以办结。"
    if due := max((row.due_on for row in waiting if row.due_on), default=None):
        late = due < today
        asks = (
            f"还有 {len(waiting)} 项超过整改期限（{cn_day(due)}）没有回复，请催办"
            if late
            else f"等待单位于{cn_day(due)}前回复其余 {len(waiting)} 项"
        )
    else:
        asks = f"等待单位回复其余 {len(waiting)} 项"
    return f"{asks}；{told}。" if told else f"{asks}。"


def steps(inspection: Inspection, *, documents=(), findings=()) -> list[Step]:
    """The stages of a check as a strip: 计划 审批 通知 现场 反馈 整改 销号."""
    stages = _stages(inspection, documents, findings)
    now = _place(inspection, documents, [label for label, _ in stages])
    present = "" if inspection.state in (S.CANCELLED, S.UNAPPROVED) else "now"
    return [
        Step(label, _state(place, now, present, note), note)
        for place, (label, note) in enumerate(stages)
    ]


def _state(place: int, now: int, present: str, note: str) -> str:
    """A stage that lies behind is done, but not a notice nobody got or an approval refused."""
    if place < now:
        return "" if note in LACKING else "done"
    return present if place == now else ""


def _stages(inspection, documents, findings) -> list[tuple[str, str]]:
    item = inspection.plan_item
    begin = [
        ("计划", f"{item.month}月" if item else "计划外"),
        ("审批", REFUSED if inspection.refused_on else cn_day(inspection.approved_on)),
        ("通知", _told(inspection, documents)),
        ("现场", cn_day(inspection.day)),
    ]
    if inspection.is_look_back:
        return [("原检查", cn_day(inspection.origin.inspected_on)), *begin[1:], ("销号", "")]
    due = max((row.due_on for row in findings if row.due_on), default=None)
    ended = [row.accepted_on for row in findings if row.accepted_on]
    closed = inspection.state == S.CLOSED
    told = ("反馈", cn_day(issued_on(documents, LETTER)))
    if any(row.state == Finding.State.TERMINATED for row in findings):
        return [*begin, told, ("整改", UNFIXED), ("销号", TERMINATED)]
    if inspection.state == S.FED_BACK or (closed and not findings):
        return [*begin, told, ("整改", NOTHING), ("办结", "")]
    return [
        *begin,
        told,
        ("整改", f"{cn_day(due)}前" if due and not closed else ""),
        ("销号", cn_day(max(ended)) if closed and ended else ""),
    ]


def _told(inspection, documents) -> str:
    """How the unit learned of the check; a visit that has begun may have had no notice."""
    if unannounced(inspection):
        return "不预先通知"
    if told := told_on(documents):
        return cn_day(told)
    if issued_on(documents, NOTICE):
        return "还没有送达"
    return UNTOLD if inspection.inspected_on else ""


def unannounced(inspection: Inspection) -> bool:
    return bool(inspection.unannounced or inspection.urgent_reason)


def _place(inspection, documents, labels: list[str]) -> int:
    """Where the check stands among `labels`; past the end when it is over."""
    if inspection.state == S.CLOSED:
        return len(labels)
    if inspection.state == S.APPROVED:
        told = told_on(documents) or unannounced(inspection)
        return labels.index("现场" if told else "通知")
    if inspection.state == S.UNAPPROVED:
        return labels.index("现场") + 1
    if inspection.state == S.CANCELLED:
        return labels.index("审批") + bool(inspection.approved_on)
    stage = {
        S.DRAFT: "审批",
        S.PENDING: "审批",
        S.ON_SITE: "现场",
        S.RECORDED: "销号" if inspection.is_look_back else "反馈",
        S.FED_BACK: "办结",
        S.RECTIFYING: "整改",
    }[inspection.state]
    return labels.index(stage)
