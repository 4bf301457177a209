"""期限的办理: starting, meeting, cancelling and extending clocks, and asking which are open."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.contrib.contenttypes.models import ContentType
from django.db import IntegrityError, transaction
from django.utils import timezone

from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import arithmetic, excluding, wording
from archives_enforcement.workdays.arithmetic import Unit
from archives_enforcement.workdays.calendar import Calendar, load
from archives_enforcement.workdays.limits import Computation, compute, find
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from archives_enforcement.workdays.models.limits import in_words
from archives_enforcement.workflow import Refused

ONCE = ("D-S08",)  # extended by one decision at most; the others up to their ceiling
MADE_UP = "扣除期间共"  # how the sentence on what was excluded begins


def for_subject(subject):
    """Every deadline of one record, open or not, by due date."""
    content_type = ContentType.objects.get_for_model(subject)
    return Deadline.objects.filter(content_type=content_type, object_id=subject.pk)


def start(
    subject, code: str, *, bureau, party=None, on: date | datetime, name: str = "", length=None,
    unit: str = "", grounds: str = "",
) -> Deadline:  # fmt: skip
    """Start the clock `code` on `subject`; the one already open is returned as it stands.

    `on` is the day (for limits in hours, the time) of the triggering event, or of the event
    itself for a "before" limit. `length` and `unit` are what the paper names, where the limit
    leaves room; an empty unit is that of the limit. `grounds` is the sentence that says why.
    Raises the LimitErrors of `compute`.
    """
    if deadline := for_subject(subject).filter(OPEN, code=code).first():
        return deadline
    result = compute(code, on, bureau=bureau, length=length, unit=unit)
    trigger_on = on.date() if isinstance(on, datetime) else on
    try:
        with transaction.atomic():
            return Deadline.objects.create(
                subject=subject,
                bureau=bureau,
                party=party,
                code=code,
                name=name or result.limit.name,
                bound=result.limit.bound,
                trigger_on=trigger_on,
                length=length,
                unit=unit,
                grounds=grounds,
                **_outcome(result),
            )
    except IntegrityError:  # another process has just started the same clock
        return for_subject(subject).filter(OPEN).get(code=code)


def start_together(rows: Sequence[tuple], code: str, *, bureau, on: date, name: str) -> date:
    """Start the same clock on many records of one model, each (subject, party); its last day.

    A record on which it runs already keeps its clock. Raises the LimitErrors of `compute`.
    """
    result = compute(code, on, bureau=bureau)
    kind = ContentType.objects.get_for_model(rows[0][0]) if rows else None
    keys = [subject.pk for subject, _ in rows]
    running = set(
        Deadline.objects.filter(OPEN, code=code, content_type=kind, object_id__in=keys).values_list(
            "object_id", flat=True
        )
    )
    Deadline.objects.bulk_create(
        Deadline(
            content_type=kind,
            object_id=subject.pk,
            bureau=bureau,
            party=party,
            code=code,
            name=name,
            bound=result.limit.bound,
            trigger_on=on,
            **_outcome(result),
        )
        for subject, party in rows
        if subject.pk not in running
    )
    return result.due_on


def _outcome(result: Computation) -> dict:
    """The fields of a deadline that the arithmetic decides."""
    in_hours = isinstance(result.due, datetime)
    return {
        "due_on": result.due_on,
        "due_at": timezone.make_aware(result.due) if in_hours else None,
        "article": result.article,
        "consequence": result.limit.consequence,
        "mark": result.mark,
        "explanation": "\n".join(result.steps),
        "provisional": result.provisional,
    }


@transaction.atomic
def meet(subject, code: str, *, on: date, note: str = "") -> Deadline | None:
    """Record that what the open clock waited for was done on `on`; None when none is open."""
    deadline = _lock_open(subject, code)
    if deadline is None:
        return None
    if deadline.due_on >= deadline.trigger_on > on:
        started = f"“{deadline.name}”的起算日{cn_date(deadline.trigger_on)}"
        raise Refused(f"办结日期{cn_date(on)}早于{started}，请核对日期。")
    deadline.met_on, deadline.met_note = on, note
    deadline.save(update_fields=["met_on", "met_note"])
    return deadline


@transaction.atomic
def cancel(subject, code: str, *, on: date, reason: str) -> Deadline | None:
    """Take the open clock off because its cause fell away; None when none is open."""
    if not reason:
        raise Refused("撤销期限必须写明原因。")
    deadline = _lock_open(subject, code)
    if deadline is not None:
        deadline.cancelled_on, deadline.cancel_reason = on, reason
        deadline.save(update_fields=["cancelled_on", "cancel_reason"])
    return deadline


def _lock_open(subject, code: str) -> Deadline | None:
    return for_subject(subject).select_for_update().filter(OPEN, code=code).first()


@transaction.atomic
def extend(
    deadline: Deadline, *, to: date, reason: str, on: date, expired: bool = False
) -> Deadline:
    """Move the last day to `to` by a decision of `on`, where the limit can be extended.

    `expired`: also when the time is up, where the law names no day until which it may be asked.

    Further extensions count against the same ceiling from the first last day. Raises Refused
    when the law gives no extension, the ceiling is passed, or the time is already up.
    """
    deadline = Deadline.objects.select_for_update().get(pk=deadline.pk)
    if problem := why_not_extended(deadline, to, reason, on, expired=expired):
        raise Refused(problem)
    step = (
        f"{cn_date(on)}决定由{cn_date(deadline.due_on)}延长至{cn_date(to)}，"
        f"理由：{reason.rstrip('。')}。"
    )
    _move(deadline, to, step)
    return deadline


@transaction.atomic
def wait(subject, code: str, *, on: date, until: date, why: str) -> Deadline | None:
    """Let the open clock stand from `on` to `until`, when by law what it waits for comes about.

    That is no extension, which someone decides: `why` says, as a sentence with its article, what
    runs meanwhile, and stands in the arithmetic. None when no clock is open.
    """
    deadline = _lock_open(subject, code)
    if deadline is None or until <= deadline.due_on:
        return deadline
    late = "此时已经逾期，其后不再计" if on > deadline.due_on else "此前不算逾期"
    _move(deadline, until, f"{why}{late}，原届满日为{cn_date(deadline.due_on)}。")
    return deadline


def _move(deadline: Deadline, to: date, step: str) -> None:
    deadline.extended_from = deadline.extended_from or deadline.due_on
    deadline.explanation += f"\n{step}"
    deadline.due_on, deadline.fixed_to, deadline.provisional = to, to, False
    deadline.save(
        update_fields=["explanation", "extended_from", "due_on", "fixed_to", "provisional"]
    )
    deadline.exclusions.update(spent=True)


def why_not_extended(deadline, to: date, reason: str, on: date, *, expired: bool = False) -> str:
    """Why the law does not let the clock be extended so; empty when it does."""
    limit, first_due = find(deadline.code), deadline.extended_from or deadline.due_on
    if not deadline.is_open:
        return f"“{deadline.name}”已经办结或者撤销，不能延长。"
    if not limit.extendable:
        return f"{limit}依{limit.basis}不能延长。"
    if why := why_not_again(deadline):
        return why
    if not reason:
        return "延长期限必须写明理由和依据。"
    if on > deadline.due_on and not expired:
        return f"“{deadline.name}”已于{cn_date(deadline.due_on)}届满，届满后不能再延长。"
    if to <= deadline.due_on:
        return f"延长后的届满日{cn_date(to)}应晚于原届满日{cn_date(deadline.due_on)}。"
    if limit.extension and to > (latest := _latest(limit, first_due)):
        most = in_words(limit.unit, limit.extension)
        return f"{limit}最多延长{most}，至迟为{cn_date(latest)}，不能延长至{cn_date(to)}。"
    return ""


def why_not_again(deadline) -> str | None:
    """Why a clock that is extended once only, and was, cannot be extended any more."""
    if deadline.code not in ONCE or deadline.extended_from is None:
        return None
    return (
        f"“{deadline.name}”只能延长一次，已经由{cn_date(deadline.extended_from)}"
        f"延长到{cn_date(deadline.due_on)}。"
    )


def _latest(limit, first_due: date) -> date:
    return arithmetic.last_day(first_due, limit.extension, limit.unit, load().is_workday)


@transaction.atomic
def count_again(deadline: Deadline, days: Calendar) -> Deadline:
    """Write the last day anew: from the rule, or from the day an extension fixed, and from what
    is excluded. Each excluded day counts once, and none that the extension has already seen.
    """
    running = [row for row in deadline.exclusions.all() if row.withdrawn_on is None]
    left_out = excluding.days_of(row.period for row in running if not row.spent)
    left_out -= excluding.days_of(row.period for row in running if row.spent)
    unit, last = _from_rule(deadline, days) if deadline.fixed_to is None else _fixed(deadline)
    if left_out and last is not None:
        _make_up(deadline, last, left_out, unit, days)
    deadline.save()
    return deadline


def _from_rule(deadline: Deadline, days: Calendar) -> tuple[str, date | None]:
    result = compute(
        deadline.code,
        deadline.trigger_on,
        bureau=deadline.bureau,
        calendar=days,
        length=deadline.length,
        unit=deadline.unit,
    )
    for field, value in _outcome(result).items():
        setattr(deadline, field, value)
    return result.unit, result.last


def _fixed(deadline: Deadline) -> tuple[str, date]:
    deadline.due_on = deadline.fixed_to
    if deadline.steps[-1].startswith(MADE_UP):
        deadline.explanation = "\n".join(deadline.explanation.splitlines()[:-1])
    return deadline.unit or find(deadline.code, deadline.trigger_on).unit, deadline.fixed_to


def _make_up(deadline, last: date, left_out: set[date], unit: str, days: Calendar) -> None:
    """Move the last day by the days left out, and say so in the arithmetic."""
    counts = days.is_workday if unit == Unit.WORKDAY else excluding.every_day
    end = excluding.resume(deadline.trigger_on, last, left_out, counts)
    if end == last:
        return
    number = excluding.owed(deadline.trigger_on, end, left_out, counts)
    due = arithmetic.next_workday(end, days.is_workday)
    word = "个工作日" if unit == Unit.WORKDAY else "日"
    deadline.explanation += (
        f"\n{MADE_UP}{number}{word}（重叠的日子只扣一次），期限于{wording.full(due)}届满。"
    )
    deadline.provisional |= bool(wording.unknown_years(deadline.due_on, due, days))
    deadline.due_on = due


@transaction.atomic
def recheck_provisional() -> int:
    """Count open provisional clocks again with the holidays now recorded; how many moved."""
    days = load()
    moved = 0
    locked = Deadline.objects.select_for_update(of=("self",))
    rows = locked.filter(OPEN, provisional=True).select_related("bureau")
    for deadline in rows.prefetch_related("exclusions"):
        due_on = deadline.due_on
        moved += count_again(deadline, days).due_on != due_on
    return moved


def open_deadlines(user):
    """The open clocks `user` may see, the most pressing first."""
    return Deadline.objects.visible_to(user).filter(OPEN)


def overdue(user, today: date):
    """Open clocks whose last day is before `today`."""
    return open_deadlines(user).filter(due_on__lt=today)


def due_within(user, today: date, days: int):
    """Open clocks that fall due from `today` to `days` days later, both included."""
    return open_deadlines(user).filter(due_on__range=(today, today + timedelta(days=days)))


def reclassify(limit) -> int:
    """Let the open clocks of a limit bear the class that it has now; how many changed."""
    rows = Deadline.objects.filter(OPEN, code=limit.code)
    return rows.exclude(consequence=limit.consequence).update(consequence=limit.consequence)
