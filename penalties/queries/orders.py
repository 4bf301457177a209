"""责令 that a party had received before: the papers, and until when each gave it time."""

from datetime import date

from archives_enforcement.accounts.models import Party
from archives_enforcement.documents.models import Document
from inspections.models import Inspection
from penalties.queries import papers

ORDER, LETTER, EMERGENCY = "correction_order", "feedback_letter", "emergency_notice"
KINDS = (ORDER, LETTER, EMERGENCY)  # any of them orders the party to put something right
CLOCK = "D-I07"


def received(party: Party, bureau):
    """The orders of the bureau to the party that hold, newest first."""
    rows = Document.objects.filter(party=party, bureau=bureau, kind__in=KINDS)
    rows = rows.filter(state=Document.State.ISSUED, deliveries__delivered_on__isnull=False)
    return rows.distinct().order_by("-issued_on", "-pk")


def due_on(paper: Document, typed: date | None = None) -> date | None:
    """The last day that the paper gave; `typed` of an old one that no clock runs on.

    What was to be done at once was due on the day it was received.
    """
    if clock := papers.clock_on(paper, CLOCK):
        return clock.due_on
    if isinstance(paper.subject, Inspection) and paper.kind == LETTER:
        days = paper.subject.findings.values_list("due_on", flat=True)
        return max(filter(None, days), default=typed)
    return typed or (papers.delivered_on(paper) if paper.kind == EMERGENCY else None)
