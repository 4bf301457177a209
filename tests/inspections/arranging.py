"""Plans and checks brought to a state through the services, on fixed days of 2024."""

from datetime import date

from inspections.models import Checklist
from inspections.services import planning, teams, visits

PLANNED_ON = date(2024, 3, 18)
ON = date(2024, 8, 20)  # when checks are arranged and approved
THURSDAY = date(2024, 9, 5)
HOLIDAY = date(2024, 10, 3)


def checklist() -> Checklist:
    return Checklist.objects.get(code="general-2024")


def make_plan(actor, **values):
    words = {"year": 2024, "title": "2024年度档案行政执法检查计划", **values}
    return planning.create_plan(actor=actor, on=PLANNED_ON, **words)


def add_units(plan, actor, *units, month=9, kind="daily"):
    return planning.add_items(
        plan,
        actor=actor,
        on=PLANNED_ON,
        units=units,
        kind=kind,
        month=month,
        checklist=checklist(),
    )


def make_approved_plan(clerk, head, *units):
    plan = make_plan(clerk)
    add_units(plan, clerk, *units)
    planning.submit_plan(plan, actor=clerk, on=PLANNED_ON)
    return planning.approve_plan(plan, actor=head, on=PLANNED_ON)


def draft_visit(actor, unit, *, on=ON, **values):
    asked = {
        "kind": "daily",
        "checklist": checklist(),
        "scheduled_on": THURSDAY,
        "session": "afternoon",
        **values,
    }
    return visits.draft_inspection(actor=actor, on=on, unit=unit, **asked)


def make_team(visit, lead, *officers, assistants=()):
    return teams.set_team(
        visit, actor=lead, on=ON, lead=lead, officers=officers, assistants=assistants
    )


def make_pending(lead, second, unit, **values):
    visit = make_team(draft_visit(lead, unit, **values), lead, second)
    return visits.submit_inspection(visit, actor=lead, on=ON)


def make_approved(lead, second, head, unit, **values):
    visit = make_pending(lead, second, unit, **values)
    return visits.approve_inspection(visit, actor=head, on=ON)
