"""Plans and checks brought to a state through the services, on fixed days of 2024."""

from datetime import date

from archives_enforcement.accounts.models import User
from inspections.models import Checklist
from inspections.services import plan_items, planning, publishing, teams, visit_decisions, visits
from tests import factories

PLANNED_ON = date(2024, 3, 18)
ON = date(2024, 8, 20)  # when checks are arranged and approved
THURSDAY = date(2024, 9, 5)
HOLIDAY = date(2024, 10, 3)


def checklist() -> Checklist:
    return Checklist.objects.get(code="general-2024")


def make_public(clerk, on):
    """The list is known to everybody, so that enterprises may be checked by it."""
    day = {"on": on, "published_on": on}
    return publishing.publish_list(checklist(), actor=clerk, place="区政府网站", **day)


def make_plan(actor, **values):
    words = {"year": 2024, "title": "2024年度档案行政执法检查计划", **values}
    return planning.create_plan(actor=actor, on=PLANNED_ON, **words)


def add_units(plan, actor, *units, month=9, kind="daily"):
    return plan_items.add_items(
        plan,
        actor=actor,
        on=PLANNED_ON,
        units=units,
        kind=kind,
        month=month,
        checklist=checklist(),
    )


def plan_reviewer(bureau):
    known = User.objects.filter(username=f"plan-reviewer-{bureau.pk}").first()
    return known or factories.make_user(
        f"plan-reviewer-{bureau.pk}", "reviewer", "backfiller", bureau=bureau
    )


def check_plan(plan, *, on=PLANNED_ON):
    return planning.check_plan(plan, actor=plan_reviewer(plan.bureau), on=on, opinion="同意。")


def approve_plan(plan, head, *, on=PLANNED_ON):
    """Checked by a reviewer and decided by the head."""
    check_plan(plan, on=on)
    return planning.approve_plan(plan, actor=head, on=on)


def make_approved_plan(clerk, head, *units, **values):
    plan = make_plan(clerk, **values)
    add_units(plan, clerk, *units)
    planning.submit_plan(plan, actor=clerk, on=PLANNED_ON)
    return approve_plan(plan, head)


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
    return visit_decisions.submit_inspection(visit, actor=lead, on=ON)


def make_approved(lead, second, head, unit, **values):
    visit = make_pending(lead, second, unit, **values)
    return visit_decisions.approve_inspection(visit, actor=head, on=ON)
