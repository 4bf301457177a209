"""催报: letters to those who have not reported, issued and handed over."""

from datetime import date

from archives_enforcement.documents import services as documents
from archives_enforcement.workdays import deadlines
from inspections.services import self_urging as services
from tests.documents.delivering import deliver
from tests.inspections.self_inspecting import LATE

REPLY = date(2026, 10, 20)


def remind(asked, clerk, *reports, on=LATE):
    return services.remind(asked, reports, actor=clerk, on=on, reply_due=REPLY)


def sent(urge, clerk, head):
    documents.submit(urge.document, actor=clerk, on=LATE)
    return documents.sign(urge.document, actor=head, on=LATE)


def delivered(urge, clerk, head):
    """The letter issued and handed over the same day."""
    paper = sent(urge, clerk, head)
    deliver(paper, clerk, "direct", LATE)
    return paper


def clock_of(paper, code="D-I20"):
    return deadlines.for_subject(paper).get(code=code)
