"""Acts that move the last day of a clock: leaving days out, asking for more time, deciding."""

from datetime import date

from archives_enforcement.audit import trail
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import calendar, deadlines
from archives_enforcement.workdays.excluding import DAY, Period
from archives_enforcement.workdays.grounds import Ground, grounds_for
from archives_enforcement.workdays.models import Deadline, Exclusion, Extension
from archives_enforcement.workdays.workflow import EXTENSION_FLOW, why_never
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock

LONGEST = 366  # days in one period


def why_not_excluded(deadline: Deadline) -> str | None:
    """Why no days can be left out of this clock; None when the law knows a ground."""
    if not deadline.is_open:
        return f"“{deadline.name}”已经办结或者撤销，不能再扣除期间。"
    if grounds_for(deadline.code):
        return None
    return (
        f"法律没有规定“{deadline.name}”可以中止或者扣除期间，应当连续计算。"
        f"依据：{deadline.article or '本机关期限制度'}。"
    )


def _check_period(deadline: Deadline, period: Period) -> None:
    if period.last < period.first:
        raise Refused("结束日期不能早于开始日期，请核对。")
    if period.last - period.first > LONGEST * DAY:
        raise Refused("一次登记的期间不能超过一年，请核对日期，确需更长的分次登记。")
    if period.last <= deadline.trigger_on:
        raise Refused(
            f"期限自{cn_date(deadline.trigger_on)}的次日起计算，此前的期间没有计入，不用扣除。"
        )
    if period.first > deadline.due_on:
        raise Refused(
            f"期限已于{cn_date(deadline.due_on)}届满，此后的期间不能扣除。依据：{deadline.article}。"
        )


def _basis(ground: Ground, cited: str) -> str:
    if ground.cite and not cited:
        raise Refused(
            f"{ground.basis}没有写明扣除“{ground.title}”，只有法律、法规、规章另有规定的才从其规定。"
            "请写明所依据的条款；没有的，不能扣除。"
        )
    return f"{ground.basis}，{cited}" if ground.cite else ground.basis


@act
def exclude(
    deadline: Deadline, *, actor, on: date, ground: str, first_day: date, last_day: date,
    reason: str, cited: str = "",
) -> Exclusion:  # fmt: skip
    """登记期限扣除: the days of the period do not run; days that overlap count once."""
    deadline = lock(deadline, actor)
    check_permission(actor, "workdays.record_exclusion", "登记期限扣除")
    backfilled = check_date(actor, on)
    if why := why_not_excluded(deadline):
        raise Refused(why)
    found = grounds_for(deadline.code).get(ground)
    if found is None:
        raise Refused("请从列出的事由中选择。")
    if not reason.strip():
        raise Refused("请写明是哪一次听证、鉴定或者公告，有什么材料证明。")
    _check_period(deadline, Period(first_day, last_day))
    row = Exclusion.objects.create(
        deadline=deadline, ground=ground, title=found.title, basis=_basis(found, cited.strip()),
        first_day=first_day, last_day=last_day, reason=reason.strip(), recorded_by=actor,
        recorded_on=on,
    )  # fmt: skip
    before = deadline.due_on
    deadlines.count_again(deadline, calendar.load())
    _enter(deadline, "exclude_period", "登记期限扣除", actor, on, backfilled,
           f"{deadline.name}：{row}，{row.reason}。届满日{cn_date(before)}→"
           f"{cn_date(deadline.due_on)}")  # fmt: skip
    return row


@act
def withdraw(row: Exclusion, *, actor, on: date, reason: str) -> Exclusion:
    """撤销期限扣除: the period ended earlier or never came; the clock is counted again."""
    row = lock(row, actor)
    deadline = lock(row.deadline, actor)
    check_permission(actor, "workdays.record_exclusion", "撤销期限扣除")
    backfilled = check_date(actor, on)
    if row.withdrawn_on:
        raise Refused(f"{row}已经撤销，不用再办。")
    if row.spent:
        raise Refused("此后已经延长期限，延长时计入了这段期间，不能再撤销。")
    if not deadline.is_open:
        raise Refused(f"“{deadline.name}”已经办结或者撤销，不能再改动。")
    row.withdrawn_on, row.withdrawn_why = on, reason.strip()
    row.save(update_fields=["withdrawn_on", "withdrawn_why"])
    deadlines.count_again(deadline, calendar.load())
    _enter(deadline, "withdraw_exclusion", "撤销期限扣除", actor, on, backfilled,
           f"{deadline.name}：{row}。{row.withdrawn_why}")  # fmt: skip
    return row


@act
def ask(deadline: Deadline, *, actor, on: date, until: date, basis: str, reason: str) -> Extension:
    """申请延长期限: by whoever handles the matter, before the time is up."""
    deadline = lock(deadline, actor)
    check_permission(actor, "workdays.ask_extension", "申请延长期限")
    backfilled = check_date(actor, on)
    why = why_never(deadline) or deadlines.why_not_extended(deadline, until, reason.strip(), on)
    if why:
        raise Refused(why)
    if not basis.strip():
        raise Refused(f"请写明准许延长的法律、法规、规章或者制度的条款。依据：{deadline.article}。")
    if deadline.extensions.filter(state=Extension.State.ASKED).exists():
        raise Refused("这个期限已有一份延长申请等待批准，请等批准后再办。")
    row = Extension.objects.create(
        deadline=deadline, until=until, basis=basis.strip(), reason=reason.strip(),
        asked_by=actor, asked_on=on,
    )  # fmt: skip
    _enter(deadline, "ask_extension", "申请延长期限", actor, on, backfilled, f"{row}。{row.reason}")
    return row


@act
def approve(row: Extension, *, actor, on: date, note: str = "") -> Extension:
    """批准延长: the head lets the clock run until the day asked for."""
    row = EXTENSION_FLOW.advance(
        row, "approve", actor=actor, on=on, note=note, write=_decided(actor, on, note)
    )
    deadlines.extend(row.deadline, to=row.until, reason=f"{row.reason}（{row.basis}）", on=on)
    _enter(row.deadline, "extend_deadline", "延长期限", actor, on, on < trail.today(), str(row))
    return row


@act
def refuse(row: Extension, *, actor, on: date, note: str) -> Extension:
    """不批准延长: the clock runs on as it did."""
    return EXTENSION_FLOW.advance(
        row, "refuse", actor=actor, on=on, note=note, write=_decided(actor, on, note)
    )


def _decided(actor, on: date, note: str):
    return lambda row: {"decided_by": actor, "decided_on": on, "note": note.strip()}


def _enter(deadline: Deadline, action, label, actor, on: date, backfilled, note: str) -> None:
    """Leave the entry with the record the clock runs on."""
    trail.record(
        deadline.subject, action, label, actor=actor, on=on, backfilled=backfilled, note=note
    )
