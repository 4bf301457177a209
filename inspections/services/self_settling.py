"""What a report that came in ends: the days that 催报函 and order have given its unit."""

from datetime import date

from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from inspections.models import SelfReport
from inspections.queries import self_inspection as queries
from inspections.queries.self_urges import open_clocks


def settle(report: SelfReport, on: date) -> None:
    """The report of the day `on` meets the clocks of its letters; those of a letter that reached
    the unit only later fall away, for what it asks had been done."""
    words = f"{cn_date(on)}已经报送{report.self_inspection}"
    for clock in open_clocks(report):
        if clock.trigger_on <= on:
            deadlines.meet(clock.subject, clock.code, on=on, note=words)
        else:
            deadlines.cancel(clock.subject, clock.code, on=on, reason=words)


def letter_delivered(document: Document, *, actor, on: date) -> None:
    """A letter that arrives when the report is in sets nothing running."""
    handed_in = (SelfReport.State.SUBMITTED, SelfReport.State.ACCEPTED)
    report = SelfReport.objects.filter(urges__document=document, state__in=handed_in).first()
    if report is not None:
        settle(report, queries.last_submission(report).submitted_on)
