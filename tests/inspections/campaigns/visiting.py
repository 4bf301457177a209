"""A visit for a campaign, arranged at a unit that was taken, and approved."""

from inspections.services import visit_decisions
from tests.inspections import arranging
from tests.inspections.campaigning import ON, VISIT


def arrange(officer, taken, **values):
    campaign = taken.participant.campaign
    asked = {"kind": "special", "checklist": campaign.checklist, "scheduled_on": VISIT, **values}
    return arranging.draft_visit(officer, taken.unit, on=ON, campaign=campaign, **asked)


def approved(visit, officer, second_officer, head):
    visit.team.create(user=officer, part="lead")
    visit.team.create(user=second_officer, part="officer")
    visit_decisions.submit_inspection(visit, actor=officer, on=ON)
    return visit_decisions.approve_inspection(visit, actor=head, on=ON)
