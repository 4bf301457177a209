"""Reads of 培训: the plan of a year and how far it is kept, hours a person, what is due."""

from datetime import date, timedelta
from typing import NamedTuple

from django.db.models import Count, F, Sum

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
    """Each member of the staff who came to anything that year: sessions and hours, most first."""
    rows = Attendance.objects.visible_to(user).filter(
        user__isnull=False, training__held_on__year=year
    )
    counted = rows.order_by().values(person=F("user__name")).annotate(
        sessions=Count("pk"), total=Sum("hours")
    )  # fmt: skip
    return list(counted.order_by("-total", "person"))


def years_of(user) -> list[int]:
    days = Training.objects.visible_to(user).dates("planned_for", "year", order="DESC")
    return [day.year for day in days]


def problems_to_teach(user):
    """Problems told to units and not yet settled, that a course may be about."""
    rows = Finding.objects.visible_to(user).filter(due_on__isnull=False, accepted_on=None)
    rows = rows.select_related("inspection__unit__party", "item").order_by("-pk")
    return rows.filter(inspection__bureau=user.bureau_id)


def work_for_training(user, today: date) -> list[WorkItem]:
    """Sessions of the plan that are near or past and not entered yet."""
    if not user.bureau_id or not user.has_perm(TRAINING_FLOW.transitions["hold"].permission):
        return []
    rows = Training.objects.visible_to(user).filter(
        state=S.PLANNED, planned_for__lte=today + BEFORE
    )
    return [
        WorkItem(
            row.planned_for,
            f"开展并登记{row.get_kind_display()}：{row}",
            "年度培训计划（本机关工作安排）",
            row.get_absolute_url(),
            "去登记",
            Group.PREPARATION,
        )
        for row in rows.order_by("planned_for", "pk")
    ]
