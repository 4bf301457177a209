"""Reads of 培训: the plan of a year and how far it is kept, hours a person, what is due."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count, F, Q, Sum

from archives_enforcement.accounts.models import User
from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.templatetags.formats import cn_date
from inspections.finding_card import Line
from inspections.models import Finding
from inspections.queries.work import Group, WorkItem
from publicity.models import Attendance, Training
from publicity.workflow import TRAINING_FLOW

S = Training.State
BEFORE = timedelta(days=7)  # when the list reminds of a session


class Completion(NamedTuple):
    """How far the plan of a year is kept; what fell counts as not held."""

    planned: int
    held: int
    cancelled: int
    people: int

    @property
    def percent(self) -> int:
        return self.held * 100 // self.planned if self.planned else 0


def of_year(user, year: int):
    """The sessions of a year's plan, with how many came, by day."""
    rows = Training.objects.visible_to(user).filter(planned_for__year=year)
    return rows.annotate(people=Count("attendances")).order_by("planned_for", "pk")


def completion(rows) -> Completion:
    rows = list(rows)
    states = [row.state for row in rows]
    people = sum(row.people for row in rows)
    return Completion(len(rows), states.count(S.HELD), states.count(S.CANCELLED), people)


def hours_of_staff(user, year: int) -> list[dict]:
    """Sessions and hours of each who came to anything that year, most first.

    Officers who came to nothing stand at the end: for them the plan is still to be kept.
    """
    rows = Attendance.objects.visible_to(user).filter(
        user__isnull=False, training__held_on__year=year
    )
    counted = rows.order_by().values("user", person=F("user__name")).annotate(
        sessions=Count("pk"), total=Sum("hours")
    )  # fmt: skip
    found = list(counted.order_by("-total", "person"))
    came = [row.pop("user") for row in found]
    absent = _officers(user).exclude(pk__in=came)
    return [*found, *({"person": who.name, "sessions": 0, "total": 0} for who in absent)]


def _officers(user):
    holds = Q(groups__permissions__codename="record_inspection")
    rows = User.objects.filter(holds, bureau=user.bureau_id, is_active=True)
    return rows.distinct().order_by("name", "pk")


def completion_by_kind(rows) -> list[tuple[str, Completion]]:
    """The same for each kind that the year has."""
    rows = list(rows)
    parts = ((kind.label, [row for row in rows if row.kind == kind]) for kind in Training.Kind)
    return [(label, completion(part)) for label, part in parts if part]


def months_without_study(rows, until: date, year: int) -> list[int]:
    """Months of the year, up to the present one, in which no 法规学习 was held (每月学习)."""
    last = 12 if year < until.year else until.month if year == until.year else 0
    held = {row.held_on.month for row in rows if row.kind == Training.Kind.STUDY and row.held_on}
    return [month for month in range(1, last + 1) if month not in held]


def of_unit(unit, user) -> list[tuple[Training, list[str], list[Finding]]]:
    """What people of a unit came to: the session, their names, the unit's problems it was about."""
    rows = Training.objects.visible_to(user).filter(attendances__unit=unit).distinct()
    found = rows.order_by("-held_on", "-pk").prefetch_related("attendances", "findings__inspection")
    return [
        (
            row,
            [each.name for each in row.attendances.all() if each.unit_id == unit.pk],
            [each for each in row.findings.all() if each.inspection.unit_id == unit.pk],
        )
        for row in found
    ]


def about_finding(finding: Finding, user) -> list[Line]:
    """The sessions that followed from a problem, for its page."""
    if not user.has_perm("publicity.view_training"):
        return []
    rows = Training.objects.visible_to(user).filter(findings=finding).order_by("held_on")
    return [Line(str(row), row.get_absolute_url(), cn_date(row.held_on)) for row in rows]


def years_of(user) -> list[int]:
    days = Training.objects.visible_to(user).dates("planned_for", "year", order="DESC")
    return [day.year for day in days]


def problems_to_teach(user):
    """Problems told to units and not yet settled, that a course may be about."""
    rows = Finding.objects.visible_to(user).filter(due_on__isnull=False, accepted_on=None)
    rows = rows.select_related("inspection__unit__party", "item").order_by("-pk")
    return rows.filter(inspection__bureau=user.bureau_id)


@asks
def work_for_training(user, today: date) -> Asking[list[WorkItem]]:
    """Sessions of the plan that are near or past and not entered yet."""
    if not user.bureau_id or not user.has_perm(TRAINING_FLOW.transitions["hold"].permission):
        return []
    rows = Training.objects.visible_to(user).filter(
        state=S.PLANNED, planned_for__lte=today + BEFORE
    )
    rows = yield from rows_of(rows.order_by("planned_for", "pk"))
    return [
        WorkItem(
            row.planned_for,
            f"开展并登记{row.get_kind_display()}：{row}",
            "年度培训计划（本机关工作安排）",
            row.get_absolute_url(),
            "去登记",
            Group.PREPARATION,
        )
        for row in rows
    ]
