"""终结整改: what a dissolved unit left open is ended by one who proposes and one who decides.

It is not put right, and counts as such nowhere; what an heir goes on with is never ended so.
"""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections import termination_guards as guards
from inspections.models import Commitment, Reply, Termination
from inspections.queries import terminations as queries
from inspections.services.rectification import REVIEW, close_reply
from inspections.workflow import FINDING_FLOW, INTERVIEW_FLOW, TERMINATION_FLOW
from units.models import Unit
from units.services import succession_in_words

PROPOSE, SCAN = REVIEW, "撤销文件"
WORDS = "单位撤销，没有承继单位，终结整改"


def why_not_proposed(unit: Unit) -> str | None:
    """Why nothing of this unit can be ended now, as a page says it before anything is typed."""
    if why := guards.still_somebody(unit):
        return why
    if queries.waits_for_decision(unit):
        return "这个单位已经提出终结整改，请等机关负责人决定。"
    if not queries.left_by(unit).lines:
        return "这个单位没有需要终结的事项。"
    return None


@act
def propose(
    unit: Unit, *, actor, on: date, reason: str, paper: str, paper_on: date,
    paper_number: str = "", files=(),
) -> Termination:  # fmt: skip
    """提出终结 of all that the unit left open, with the paper that dissolved it.

    `files` are scans of the paper. Refused while the unit or an heir can put it right.
    """
    unit = lock(unit, actor)
    check_permission(actor, PROPOSE, "提出终结整改")
    backfilled = check_date(actor, on)
    if why := why_not_proposed(unit) or guards.before_the_end(unit, on):
        raise Refused(why)
    if not reason.strip():
        raise Refused({"reason": "请写明终结的理由：问题现在怎样，为什么没有单位可以整改。"})
    if not paper.strip():
        raise Refused({"paper": "请写明撤销文件的名称，例如：示例区委编办关于撤销某单位的通知。"})
    if paper_on > on:
        raise Refused({"paper_on": "撤销文件的日期不能晚于办理日期。"})
    row = Termination.objects.create(
        unit=unit, reason=reason.strip(), paper=paper.strip(), paper_number=paper_number.strip(),
        paper_on=paper_on, proposed_by=actor, proposed_on=on,
    )  # fmt: skip
    attach(row, files, purpose=SCAN, actor=actor, bureau=unit.party.bureau)
    trail.record(
        row, "propose", "提出终结整改", actor=actor, on=on, backfilled=backfilled, note=reason,
        details={"paper": row.cited, "left": queries.left_by(unit).lines},
    )  # fmt: skip
    return row


@act
def decide(termination: Termination, *, actor, on: date, note: str = "") -> Termination:
    """决定终结, by another: problems, talks and promises end, their clocks are taken off."""

    def write(row):
        lines = queries.left_by(row.unit).lines
        _end(row, actor, on)
        return {"decided_by": actor, "decided_on": on, "note": note.strip(), "ended": lines}

    row = TERMINATION_FLOW.advance(
        termination, "decide", actor=actor, on=on, write=write, note=note,
        details=lambda row: {"ended": row.ended},
    )  # fmt: skip
    _tell(row, "已决定终结，没有整改的检查可以办结")
    return row


@act
def decline(termination: Termination, *, actor, on: date, note: str) -> Termination:
    """不同意终结, with the reason for who proposed it; it may be proposed anew."""
    if not note.strip():
        raise Refused("请写明不同意的原因，便于提出人了解。")
    facts = {"decided_by": actor, "decided_on": on, "note": note.strip()}
    row = TERMINATION_FLOW.advance(
        termination, "decline", actor=actor, on=on, write=lambda row: facts, note=note
    )
    _tell(row, "没有同意终结，请看原因")
    return row


def _tell(row: Termination, what: str) -> None:
    tell([row.proposed_by], f"{row}：{what}。", url=row.get_absolute_url())


def _end(row: Termination, actor, on: date) -> None:
    left, why = queries.left_by(row.unit), f"{WORDS}（{row.cited}）"
    for finding in left.findings:
        _end_finding(finding, row, why, actor, on)
    for talk in left.talks:
        INTERVIEW_FLOW.advance(talk, "terminate", actor=actor, on=on, note=why)
    for promise in left.commitments:
        _end_commitment(promise, why, actor, on)
    for clock in left.clocks:
        reason = f"{succession_in_words(row.unit)}：{why}"[:200]
        deadlines.cancel(clock.subject, clock.code, on=on, reason=reason)


def _end_finding(finding, row: Termination, why: str, actor, on: date) -> None:
    def write(finding):
        for reply in finding.waiting.values():
            close_reply(reply, outcome=Reply.Outcome.WITHDRAWN, note=why, actor=actor, on=on)
        return {"termination": row, "paused_on": None}

    FINDING_FLOW.advance(finding, "terminate", actor=actor, on=on, write=write, note=why)


def _end_commitment(promise: Commitment, why: str, actor, on: date) -> None:
    promise.outcome, promise.outcome_note = Commitment.Outcome.TERMINATED, why
    promise.checked_by, promise.checked_on = actor, on
    promise.save(update_fields=["outcome", "outcome_note", "checked_by", "checked_on"])
    trail.record(
        promise.interview, "terminate_commitment", "承诺因单位撤销终结", actor=actor, on=on,
        note=why, details={"commitment": promise.position},
    )  # fmt: skip
