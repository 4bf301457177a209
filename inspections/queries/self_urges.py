"""督促 of a missing report: the letters that were delivered, and the days by which they ask."""

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from inspections.models import SelfReport

REPLY_CLOCK = "D-I20"  # of a 催报函, from its delivery
CLOCKS = (REPLY_CLOCK, "D-I07")  # and of an order


def open_clocks(report: SelfReport):
    """The clocks of its letters that still run: delivery starts one, a void letter has none."""
    return Deadline.objects.filter(
        OPEN,
        content_type=ContentType.objects.get_for_model(Document),
        object_id__in=report.urges.values("document"),
        code__in=CLOCKS,
    ).order_by("due_on", "pk")
