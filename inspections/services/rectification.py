"""整改: the unit answers, the bureau reviews, strikes off (销号) or sends back, and reminds."""

from datetime import date

from django.urls import reverse

from archives_enforcement.audit import trail
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.files.services import attach
from archives_enforcement.notifications.services import tell, tell_party
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Finding, Inspection, Reply
from inspections.queries.rectification import AWAITS_UNIT, waiting_reply
from inspections.services import report_clock
from inspections.workflow import FINDING_FLOW, INSPECTION_FLOW

REVIEW = "inspections.review_reply"
REVIEW_CLOCK = "D-I09"  # how long the bureau may take over a reply


@act
def reply(
    finding: Finding, *, actor, on: date, kind: str, text: str, until: date | None = None, files=()
) -> Finding:
    """回复整改 by the unit itself; starts the bureau's time to review (D-I09).

    `until` is the day the unit asks for when it needs more time. Raises Refused when the finding
    is not waiting for an answer, something is missing, or a file is not acceptable.
    """
    return _answer(finding, "reply", actor, on, (kind, text, until, files))


@act
def enter_reply(
    finding: Finding, *, actor, on: date, kind: str, text: str, until: date | None = None, files=()
) -> Finding:
    """代录: staff enter what the unit handed in on paper; its scan is required."""
    if not files:
        raise Refused("代录必须附单位书面回复的扫描件或照片，请选择文件后再提交。")
    return _answer(finding, "enter_reply", actor, on, (kind, text, until, files))


def _answer(finding, step: str, actor, on: date, said: tuple) -> Finding:
    party = finding.inspection.party
    on_behalf = step == "enter_reply"
    finding = FINDING_FLOW.advance(
        finding,
        step,
        actor=actor,
        on=on,
        write=lambda row: _keep_answer(row, said, actor, on, on_behalf),
        details={"kind": said[0]},
        on_behalf_of=party.name if on_behalf else "",
    )
    report_clock.follow(finding.inspection, on=on)
    tell(
        _team(finding.inspection, without=actor),
        f"{party}回复了第 {finding.position} 项问题，请复核。",
        url=finding.get_absolute_url(),
    )
    return finding


def _keep_answer(finding, said: tuple, actor, on: date, on_behalf: bool) -> dict:
    kind, text, until, files = said
    until = until if kind == Reply.Kind.MORE_TIME else None
    if why := _incomplete(finding, kind, text, until, on):
        raise Refused(why)
    party, bureau = finding.inspection.party, finding.inspection.bureau
    answer = Reply.objects.create(
        finding=finding,
        kind=kind,
        text=text.strip(),
        until=until,
        replied_on=on,
        replied_by=actor,
        on_behalf=on_behalf,
    )
    attach(
        answer,
        files,
        purpose="整改回复附件",
        actor=actor,
        bureau=bureau,
        party=party,
        shown_to_party=True,
    )
    deadlines.start(finding, REVIEW_CLOCK, bureau=bureau, party=party, on=on)
    return {}


def _incomplete(finding, kind: str, text: str, until: date | None, on: date) -> str | None:
    if kind not in Reply.Kind.values:
        return "请选择回复的种类：已经改好、需要多一些时间，或者有不同意见。"
    if not text.strip():
        return "请写明情况：做了什么、哪天做好的，或者为什么需要时间、为什么不同意。"
    if kind != Reply.Kind.MORE_TIME:
        return None
    if until is None:
        return "需要多一些时间的，请填写希望延到哪一天。"
    if until <= max(on, finding.due_on or on):
        return f"希望延到的日期应当晚于今天和现在的整改期限（{cn_date(finding.due_on or on)}）。"
    return None


def _team(inspection: Inspection, *, without) -> list:
    members = inspection.team.select_related("user", "carried_by")
    people = [member.carried_by or member.user for member in members]
    return [person for person in people if person != without]


@act
def accept(finding: Finding, *, actor, on: date, note: str = "") -> Finding:
    """同意回复: strikes the finding off (销号), or grants the time that was asked for.

    Agreeing that the unit is right to object needs a reason (`note`). Granted time moves the
    finding's last day to the day asked for; that day must still lie ahead.
    """
    answer = waiting_reply(lock(finding, actor))
    if answer is not None and answer.kind == Reply.Kind.MORE_TIME:
        return _extend(finding, answer, actor, on, note)
    if answer is not None and answer.kind == Reply.Kind.OBJECTION and not note.strip():
        raise Refused("同意单位的不同意见、把问题销号，应当写明理由。")
    finding = _review(finding, "accept", answer, actor, on, note, {"accepted_on": on})
    report_clock.stop(finding, on=on, note="复核通过")
    _tell_unit(finding, f"第 {finding.position} 项问题已复核通过。", on)
    return finding


def _extend(finding, answer: Reply, actor, on: date, note: str) -> Finding:
    if answer.until <= on:
        raise Refused(
            f"单位希望延到{cn_date(answer.until)}，这一天已经到了，请退回并说明新的安排。"
        )
    reason = note.strip() or answer.text
    report_clock.extend(finding, to=answer.until, reason=reason, on=on)
    finding = _review(finding, "extend", answer, actor, on, note, {"due_on": answer.until})
    _tell_unit(finding, f"第 {finding.position} 项问题已同意延到{cn_date(answer.until)}。", on)
    return finding


@act
def return_reply(finding: Finding, *, actor, on: date, note: str) -> Finding:
    """退回: the unit must do more; `note` tells it what. Its last day stays as it was."""
    if not note.strip():
        raise Refused("请写明退回的原因和还要做什么，单位才知道怎么改。")
    answer = waiting_reply(lock(finding, actor))
    finding = _review(finding, "return_reply", answer, actor, on, note, {})
    _tell_unit(finding, f"第 {finding.position} 项问题的回复被退回，请看原因后再改。", on)
    return finding


def _review(finding, step: str, answer, actor, on: date, note: str, changes: dict) -> Finding:
    taken = Reply.Outcome.RETURNED if step == "return_reply" else Reply.Outcome.ACCEPTED

    def write(row):
        close_reply(answer, outcome=taken, note=note, actor=actor, on=on)
        deadlines.meet(row, REVIEW_CLOCK, on=on, note=taken.label)
        return changes

    finding = FINDING_FLOW.advance(finding, step, actor=actor, on=on, write=write, note=note)
    report_clock.follow(finding.inspection, on=on)
    return finding


def close_reply(answer: Reply, *, outcome: str, note: str, actor, on: date) -> None:
    """Write down how the bureau took a reply."""
    answer.outcome, answer.outcome_note = outcome, note.strip()
    answer.reviewed_by, answer.reviewed_on = actor, on
    answer.save(update_fields=["outcome", "outcome_note", "reviewed_by", "reviewed_on"])


@act
def verify_on_site(finding: Finding, *, actor, on: date, note: str) -> Finding:
    """现场核实: the finding is seen to be put right on the spot and struck off.

    `note` says what was seen; an unanswered reply is taken as accepted with it.
    """
    if not note.strip():
        raise Refused("请写明现场看到的情况，例如：两具灭火器已更换，压力正常。")

    def write(row):
        if answer := waiting_reply(row):
            close_reply(answer, outcome=Reply.Outcome.ACCEPTED, note=note, actor=actor, on=on)
        deadlines.meet(row, REVIEW_CLOCK, on=on, note="现场核实")
        report_clock.stop(row, on=on, note="现场核实已整改")
        return {"accepted_on": on}

    finding = FINDING_FLOW.advance(
        finding, "accept_on_site", actor=actor, on=on, write=write, note=note
    )
    report_clock.follow(finding.inspection, on=on)
    return finding


@act
def close(inspection: Inspection, *, actor, on: date) -> Inspection:
    """办结: nothing is left to put right; the unit is told."""
    inspection = INSPECTION_FLOW.advance(inspection, "close", actor=actor, on=on)
    if not inspection.is_look_back:
        tell_party(
            inspection.party, "本次检查的问题已全部整改，检查已办结。", on=on, url=_page(inspection)
        )
    return inspection


@act
def remind(inspection: Inspection, *, actor, on: date) -> int:
    """催办: ask the unit to answer what it has not answered; returns how many people were told.

    At most once a day for one visit.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, REVIEW, "催办整改")
    backfilled = check_date(actor, on)
    waiting = list(inspection.findings.filter(state__in=AWAITS_UNIT))
    if inspection.state != Inspection.State.RECTIFYING or not waiting:
        raise Refused("没有等待单位回复的问题，不用催办。")
    if AuditEntry.objects.about(inspection).filter(action="remind", on=on).exists():
        raise Refused(f"{cn_date(on)}已经催办过一次，请隔天再催，或者电话联系。")
    positions = [row.position for row in waiting]
    listed = "、".join(map(str, positions))
    text = f"请尽快回复第 {listed} 项问题的整改情况。"
    told = tell_party(inspection.party, text, on=on, url=_page(inspection))
    trail.record(
        inspection,
        "remind",
        "催办整改",
        actor=actor,
        on=on,
        backfilled=backfilled,
        details={"findings": positions, "people": told},
    )
    return told


def _page(inspection: Inspection) -> str:
    return reverse("inspections:portal-inspection", args=[inspection.pk])


def _tell_unit(finding: Finding, text: str, on: date) -> None:
    tell_party(finding.inspection.party, text, on=on, url=_page(finding.inspection))
