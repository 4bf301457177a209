"""Counting one term over the calendar: the due date together with its explanation."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from archives_enforcement.legislation.models import Mark
from archives_enforcement.templatetags.formats import cn_date, cn_datetime
from archives_enforcement.workdays import arithmetic, wording
from archives_enforcement.workdays.arithmetic import DAY, Unit
from archives_enforcement.workdays.calendar import Calendar
from archives_enforcement.workdays.models import TimeLimit
from archives_enforcement.workdays.models.limits import in_words


@dataclass(frozen=True)
class Computation:
    """A due date (a datetime for limits in hours) and how it was reached."""

    due: date | datetime
    rule: str
    article: str
    mark: str
    steps: tuple[str, ...]
    provisional: bool
    limit: TimeLimit
    unit: str
    last: date | None = None  # before it moved on to a working day; None where nothing moves

    @property
    def due_on(self) -> date:
        return self.due.date() if isinstance(self.due, datetime) else self.due

    @property
    def mark_label(self) -> str:
        return Mark(self.mark).label


@dataclass(frozen=True)
class Term:
    """What applies in the case at hand: the limit as the law, the bureau or a paper sets it."""

    limit: TimeLimit
    length: int | None
    unit: str
    fixed_on: str
    mark: str
    origin: tuple[str, ...] = ()
    set_by: str = ""  # what names the length, where it is not the limit itself

    @property
    def basis(self) -> str:
        """The article; a rule of another place binds nobody here and is not shown as if it did."""
        if self.limit.mark != Mark.LOCAL:
            return self.limit.basis
        return self.set_by or f"{self.limit.basis}（地方做法，供参照）"

    @property
    def in_words(self) -> str:
        return in_words(self.unit, self.length, self.fixed_on)

    @property
    def rule(self) -> str:
        if self.unit == Unit.FIXED_DATE:
            return self.in_words
        if self.limit.direction == TimeLimit.Direction.BEFORE:
            return f"{self.limit.trigger}前{self.in_words}"
        return f"{self.limit.trigger}后{self.in_words}内"


def in_hours(term: Term, moment: datetime, *, given: bool) -> Computation:
    """When a term in hours ends; it starts at once and holidays do not move it."""
    due = moment + timedelta(hours=term.length)
    assumed = () if given else ("未写明时刻，从严自当日0时起计算。",)
    steps = (
        f"{cn_datetime(moment)}{term.limit.trigger}，按小时计算的期限自该时刻开始计算。",
        *assumed,
        *(term.origin or wording.caution(term.mark)),
        f"连续计算{term.in_words}，不因周末和节假日顺延，于{cn_datetime(due)}届满。",
    )
    return _result(term, due, steps)


def in_days(term: Term, day: date, days: Calendar) -> Computation:
    """When a term in days, months or years, or a fixed date, that starts on `day` falls due."""
    if term.unit == Unit.FIXED_DATE:
        return _on_fixed_date(term, day, days)
    if term.limit.direction == TimeLimit.Direction.BEFORE:
        return _before(term, day, days)
    return _after(term, day, days)


def _on_fixed_date(term: Term, day: date, days: Calendar) -> Computation:
    due = arithmetic.next_fixed_date(day, term.fixed_on)
    steps = [f"固定日期为{term.rule}，{cn_date(day)}当日或者之后最近的一次是{wording.full(due)}。"]
    if not days.is_workday(due):
        last = arithmetic.previous_workday(due, days.is_workday)
        steps.append(
            f"当日为{wording.why_off(due, days)}，固定日期不顺延，"
            f"请在此前最后一个工作日{wording.full(last)}办结。"
        )
    return _result(term, due, (*(term.origin or wording.caution(term.mark)), *steps))


def _after(term: Term, day: date, days: Calendar) -> Computation:
    due = arithmetic.last_day(day, term.length, term.unit, days.is_workday)
    last = due
    if term.unit == Unit.WORKDAY:
        first, counting = day + DAY, wording.count_days(day, due, days)
    else:
        last = first = arithmetic.last_day_as_counted(day, term.length, term.unit)
        ends = wording.end_as_counted(day, first, term.length, term.unit)
        counting = [ends, *wording.roll(first, due, days)]
    steps = (
        f"{wording.full(day)}{term.limit.trigger}，当日不计。",
        *_term_steps(term),
        *counting,
        f"期限于{wording.full(due)}届满。",
    )
    return _result(term, due, steps, wording.unknown_years(first, due, days), last)


def _before(term: Term, day: date, days: Calendar) -> Computation:
    due = arithmetic.last_day_before(day, term.length, term.unit, days.is_workday)
    if term.unit == Unit.WORKDAY:
        span = (due, day)
        last_counted = arithmetic.subtract_workdays(day, term.length, days.is_workday)
        counting = wording.count_days(day, last_counted, days)
        counting.append("通知当日也不计，须再往前一个工作日。")
    else:
        counted = arithmetic.day_before_as_counted(day, term.length, term.unit)
        span = (due, counted)
        counting = wording.count_back(counted, due, day, term.in_words, days)
    steps = (
        f"{wording.full(day)}{term.limit.trigger}，当日不计，向前推算。",
        *_term_steps(term),
        *counting,
        f"最迟应于{wording.full(due)}送达。",
    )
    return _result(term, due, steps, wording.unknown_years(*span, days))


def _term_steps(term: Term) -> tuple[str, ...]:
    if term.origin:
        return (*term.origin, f"期限为{term.in_words}。")
    if term.limit.unit_basis:
        return (f"期限为{term.in_words}（{term.limit.unit_basis}规定该期限按工作日计算）。",)
    return (f"期限为{term.in_words}。", *wording.caution(term.mark))


def _result(term: Term, due, steps, unknown=(), last: date | None = None) -> Computation:
    return Computation(
        due, term.rule, term.basis, term.mark, (*steps, *unknown), bool(unknown), term.limit,
        term.unit, last,
    )  # fmt: skip
