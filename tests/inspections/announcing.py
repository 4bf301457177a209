"""A check that was approved, and its notice, issued and handed over."""

from datetime import date

from archives_enforcement.documents import services as documents
from inspections.services import notices, visit_decisions
from tests.inspections import arranging

TODAY = date(2026, 5, 6)
DAY = date(2026, 6, 4)  # a Thursday
LAST = date(2026, 5, 27)  # five working days lie between it and the visit


def approved(people, unit, **values):
    lead, second, head = people
    asked = {"on": TODAY, "scheduled_on": DAY, **values}
    visit = arranging.make_team(arranging.draft_visit(lead, unit, **asked), lead, second)
    visit_decisions.submit_inspection(visit, actor=lead, on=TODAY)
    return visit_decisions.approve_inspection(visit, actor=head, on=TODAY)


def issue(visit, people):
    lead, _, head = people
    paper = notices.draft_notice(visit, actor=lead, on=TODAY)
    documents.submit(paper, actor=lead, on=TODAY)
    return documents.sign(paper, actor=head, on=TODAY)


def deliver(paper, clerk, on):
    documents.record_delivery(
        paper.deliveries.get(), actor=clerk, on=on, method="direct", received_by="单位档案员"
    )
