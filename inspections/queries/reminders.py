"""When which reminder of a problem is due, on working days, and which were sent."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from django.db.models import Exists, OuterRef

from archives_enforcement.workdays.arithmetic import (
    IsWorkday,
    add_workdays,
    previous_workday,
    subtract_workdays,
)
from inspections.models import Finding, Inspection, Reminder
from inspections.queries.rectification import AWAITS_UNIT

Stage = Reminder.Stage
FURTHEST = timedelta(days=45)  # no 15 working days before a last day lie further away


def stage_days(due: date, before: int, is_workday: IsWorkday) -> dict[str, date]:
    """The working day of each stage: `before` working days ahead, the last day, the day after.

    A last day that is off is reminded of on the last working day before it.
    """
    last = previous_workday(due, is_workday)
    return {
        Stage.BEFORE: subtract_workdays(last, before, is_workday),
        Stage.DUE: last,
        Stage.AFTER: add_workdays(due, 1, is_workday),
    }


def to_remind(today: date):
    """Problems whose unit has still to act and which may come to a stage by `today`."""
    over = Reminder.objects.filter(
        finding=OuterRef("pk"), due_on=OuterRef("due_on"), stage=Stage.AFTER
    )
    return Finding.objects.filter(
        ~Exists(over),
        state__in=AWAITS_UNIT,
        due_on__lte=today + FURTHEST,
        paused_on=None,
        inspection__state=Inspection.State.RECTIFYING,
        inspection__unit__left_no_heir=False,
    )


def stages_due(finding: Finding, today: date, before: int, is_workday: IsWorkday) -> list[str]:
    """The stages that are reached and still unsaid: several after a job that slept."""
    sent = {row.stage for row in finding.reminders.all() if row.due_on == finding.due_on}
    days = stage_days(finding.due_on, before, is_workday)
    return [stage for stage, day in days.items() if day <= today and stage not in sent]


class Sent(NamedTuple):
    """One stage of one last day as a page shows it."""

    stage: str
    due_on: date
    sent_on: date
    to_unit: int  # people
    to_team: int


def sent(finding: Finding, user) -> Iterator[Sent]:
    """The reminders of one problem, the newest first.

    Stages made up for on one day went out as one message, that of the latest: it alone is shown.
    """
    rows = Reminder.objects.visible_to(user).filter(finding=finding).order_by("-sent_on", "-pk")
    for _, group in groupby(rows, lambda row: (row.sent_on, row.due_on)):
        people = list(group)
        first = people[0]
        people = [row for row in people if row.stage == first.stage]
        unit = sum(row.to_unit for row in people)
        yield Sent(first.get_stage_display(), first.due_on, first.sent_on, unit, len(people) - unit)
