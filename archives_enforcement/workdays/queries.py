"""为什么是这一天: one clock as a clerk can follow it by hand."""

from datetime import date
from itertools import groupby
from typing import NamedTuple

from archives_enforcement.templatetags.formats import cn_day
from archives_enforcement.workdays import excluding, limits, wording
from archives_enforcement.workdays.arithmetic import DAY, Unit
from archives_enforcement.workdays.calendar import Calendar
from archives_enforcement.workdays.models import Deadline

FOLLOWED = 400  # days; a longer term is told by its corresponding day alone


class Stretch(NamedTuple):
    """Days after one another that count alike."""

    first: date
    last: date
    why: str
    counted: int  # days of the term in this stretch
    running: int  # and up to its end

    @property
    def days(self) -> int:
        return (self.last - self.first).days + 1

    @property
    def span(self) -> str:
        if self.first == self.last:
            return f"{cn_day(self.first)}{wording.weekday(self.first)}"
        return f"{cn_day(self.first)}至{cn_day(self.last)}"


def sum_of(deadline: Deadline, days: Calendar) -> list[Stretch]:
    """The days from the one after the start to the last, in stretches, with the running count.

    Empty for a term that is not counted in days forward, and for one too long to be followed.
    """
    limit = limits.find(deadline.code, deadline.trigger_on)
    unit = deadline.unit or limit.unit
    span = (deadline.due_on - deadline.trigger_on).days
    forward = limit.direction == limit.Direction.AFTER and unit not in (Unit.HOUR, Unit.FIXED_DATE)
    if not forward or not 0 < span <= FOLLOWED:
        return []
    whole = [deadline.trigger_on + DAY * step for step in range(1, span + 1)]
    return list(_stretches(whole, _reasons(deadline, unit, days)))


def _reasons(deadline: Deadline, unit: str, days: Calendar):
    running = [row for row in deadline.exclusions.all() if row.withdrawn_on is None]
    excluded = excluding.days_of(row.period for row in running)
    by_workday = unit == Unit.WORKDAY

    def reason(day: date) -> str:
        if by_workday and not days.is_workday(day):
            return f"{wording.why_off(day, days)}，不计"
        if day in excluded:
            return (
                "、".join(dict.fromkeys(row.title for row in running if row.period.covers(day)))
                + "，扣除"
            )
        if deadline.extended_from and day > deadline.extended_from:
            return "延长的期间，计入"
        return f"{days.work[day]}调休上班日，计入" if by_workday and day in days.work else ""

    return reason


def _stretches(whole: list[date], reason):
    total = 0
    for why, group in groupby(whole, reason):
        stretch = list(group)
        counted = 0 if why.endswith(("不计", "扣除")) else len(stretch)
        total += counted
        yield Stretch(stretch[0], stretch[-1], why, counted, total)


class Overlap(NamedTuple):
    """What the excluded periods come to when each day counts once."""

    registered: int  # the lengths of the periods, added up
    once: int  # the days they cover

    @property
    def double(self) -> int:
        return self.registered - self.once


def overlap_of(deadline: Deadline) -> Overlap:
    periods = [row.period for row in deadline.exclusions.all() if row.withdrawn_on is None]
    registered = sum((last - first).days + 1 for first, last in periods)
    return Overlap(registered, len(excluding.days_of(periods)))


class Start(NamedTuple):
    """The record a clock runs on; without an address for whom it is not to be read."""

    kind: str
    name: str
    url: str


def start_of(deadline: Deadline, user) -> Start:
    """The record whose event started the clock, named only to those whose post reads it."""
    kind = deadline.content_type
    subject = deadline.subject
    label = kind.model_class()._meta.verbose_name if kind.model_class() else kind.name
    may = user.has_perm(f"{kind.app_label}.view_{kind.model}")
    if subject is None or not may:
        return Start(label, "", "")
    if not type(subject).objects.visible_to(user).filter(pk=subject.pk).exists():
        return Start(label, "", "")
    address = getattr(subject, "get_absolute_url", None)
    return Start(label, str(subject), address() if address else "")
