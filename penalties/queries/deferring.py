"""延期、分期缴纳 as granted, and which days before a grant stay late (行政处罚法第六十六条第二款).

The law names no day until which a party may ask, so a grant may come after the last day to pay.
It puts off what is still to be paid; it does not undo the days that had passed.
"""

from datetime import date, timedelta

from archives_enforcement.documents.models import DeferralOutcome, Document
from archives_enforcement.documents.running import dates_in
from archives_enforcement.workdays.models import Deadline
from penalties.models import Case

NOTICE = "instalment_notice"
DAY = timedelta(days=1)


def outcome_of(document: Document) -> DeferralOutcome:
    """What was chosen on the notice, which prints it in the words of the choice."""
    said = document.fields["outcome"]
    return next(row for row in DeferralOutcome if row.label == said)


def late_before_grants(case: Case, clock: Deadline) -> list[tuple[date, date]]:
    """First and last day of each time in which the party was late until a delay was granted."""
    reached, found = clock.extended_from, []
    if reached is None:
        return found
    granted = case.deferrals.exclude(outcome=DeferralOutcome.REFUSED)
    granted = granted.filter(document__state=Document.State.ISSUED).select_related("document")
    for paper in (row.document for row in granted.order_by("document__issued_on", "document_id")):
        days = dates_in(paper.fields["schedule"])
        if not days:
            continue
        if paper.issued_on - DAY > reached:
            found.append((reached + DAY, paper.issued_on - DAY))
        reached = max(reached, *days)
    return found
