"""单位的请求: more time is granted or not, an objection is upheld or answered with the reasons.

Neither stops what the unit has to do, unless the bureau decides that it may wait (暂停整改).
"""

from datetime import date, timedelta

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, lock
from inspections.models import Finding, Reply
from inspections.queries.rectification import waiting_reply
from inspections.services import report_clock
from inspections.services.rectification import review, tell_unit
from inspections.workflow import FINDING_FLOW

TIME, OBJECTION = (Reply.Kind.MORE_TIME,), (Reply.Kind.OBJECTION,)


@act
def extend(
    finding: Finding, *, actor, on: date, note: str = "", until: date | None = None
) -> Finding:
    """同意延期: the last day moves to the day asked for, or for a reason to another, `until`.

    Raises Refused when that day does not lie ahead, is no later than the last day as it stands, is
    another one without a reason, or a clock does not let itself be extended so far.
    """
    asked = waiting_reply(lock(finding, actor), *TIME)
    if asked is None:
        return review(finding, "extend", None, actor, on, note)
    to = until or asked.until
    if why := _not_granted(finding, asked, to, note, on):
        raise Refused(why)
    report_clock.extend(finding, to=to, reason=note.strip() or asked.text, on=on)
    asked.granted = to
    asked.save(update_fields=["granted"])
    finding = review(finding, "extend", asked, actor, on, note, due_on=to)
    other = f"（您希望延到{cn_date(asked.until)}，请看理由）" if to != asked.until else ""
    tell_unit(finding, f"第 {finding.position} 项问题已同意延到{cn_date(to)}{other}。", on)
    return finding


def _not_granted(finding: Finding, asked: Reply, to: date, note: str, on: date) -> str | None:
    if to <= on and to == asked.until:
        return (
            f"单位希望延到{cn_date(to)}，这一天已经到了。请填写以后的一天并写明理由，或者不同意。"
        )
    if to <= max(on, finding.due_on or on):
        now = f"和现在的整改期限（{cn_date(finding.due_on)}）" if finding.due_on else ""
        return f"同意延到的日期应当晚于今天{now}；不延长的，请选“不同意延期”并写明理由。"
    if to != asked.until and not note.strip():
        return (
            f"单位希望延到{cn_date(asked.until)}，同意的是{cn_date(to)}，请写明理由，单位能看到。"
        )
    return None


@act
def refuse_time(finding: Finding, *, actor, on: date, note: str) -> Finding:
    """不同意延期, with the reason; the last day stays as it is."""
    if not note.strip():
        raise Refused("请写明不同意延期的理由。")
    asked = waiting_reply(lock(finding, actor), *TIME)
    finding = review(finding, "refuse_time", asked, actor, on, note)
    tell_unit(finding, f"第 {finding.position} 项问题没有同意延期，请看理由，按原期限整改。", on)
    return finding


@act
def uphold(finding: Finding, *, actor, on: date, note: str) -> Finding:
    """采纳意见: the unit is right, the problem is struck off; `note` gives the reason."""
    if not note.strip():
        raise Refused("同意单位的不同意见、把问题销号，应当写明理由。")
    objection = waiting_reply(lock(finding, actor), *OBJECTION)
    finding = review(
        finding,
        "uphold",
        objection,
        actor,
        on,
        note,
        accepted_on=on,
        paused_on=None,
        rest="意见已采纳",
    )
    report_clock.stop(finding, on=on, note="意见采纳，问题销号")
    tell_unit(finding, f"您对第 {finding.position} 项问题的意见已采纳，这一项销号。", on)
    return finding


@act
def answer_objection(finding: Finding, *, actor, on: date, note: str) -> Finding:
    """不采纳意见，说明理由: what must be done stays; a pause ends and its days are added."""
    if not note.strip():
        raise Refused("不采纳单位的意见，应当逐点说明理由。")
    finding = lock(finding, actor)
    objection = waiting_reply(finding, *OBJECTION)
    changes = _resumed(finding, on) if finding.paused_on else {}
    finding = review(finding, "answer_objection", objection, actor, on, note, **changes)
    tell_unit(finding, f"您对第 {finding.position} 项问题的意见已经答复，请看理由并继续整改。", on)
    return finding


def _resumed(finding, on: date) -> dict:
    """The days of the pause are added to the day of the problem and to its clocks."""
    days = timedelta(days=max(0, (on - finding.paused_on).days))
    why = (
        f"本机关决定单位提出意见期间暂停整改，自{cn_date(finding.paused_on)}至{cn_date(on)}，"
        f"顺延{days.days}日。"
    )
    for clock in report_clock.open_clocks(finding):
        deadlines.wait(
            finding, clock.code, on=finding.paused_on, until=clock.due_on + days, why=why
        )
    due = finding.due_on + days if finding.due_on else None
    return {"paused_on": None, "due_on": due}


@act
def pause(finding: Finding, *, actor, on: date, note: str) -> Finding:
    """暂停整改 until the objection is answered; the bureau decides it, with the reason."""
    if not note.strip():
        raise Refused("异议不停止整改；决定暂停的，应当写明理由。")
    finding = FINDING_FLOW.advance(
        finding, "pause", actor=actor, on=on, write=lambda row: {"paused_on": on}, note=note
    )
    text = f"第 {finding.position} 项问题在您的意见答复以前暂停整改，答复后继续，期限顺延。"
    tell_unit(finding, text, on)
    return finding
