"""移送 that was signed and not yet handed over, as work of its drafter."""

from django.contrib.contenttypes.models import ContentType
from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of
from archives_enforcement.documents.answers_of_others import HANDED_OVER
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN
from inspections.queries.work import WorkItem, work_item
from penalties.queries.asked import PENALTY


@asks
def to_hand_over(user) -> Asking[list[WorkItem]]:
    """登记移交 of each paper whose receiver has not signed for it, the most urgent first."""
    if not user.has_perm("documents.keep_record"):
        return []
    kind = ContentType.objects.get_for_model(Document)
    drafted = Document.objects.visible_to(user).filter(drafted_by=user)
    rows = Deadline.objects.filter(
        OPEN, content_type=kind, code__in=HANDED_OVER, object_id__in=drafted.values("pk")
    ).order_by("due_on", "pk")
    clocks = {row.object_id: row for row in (yield from rows_of(rows))}
    papers = Document.objects.in_bulk(clocks)
    return [
        work_item(
            clock, f"移交并登记回执：{papers[pk].number}（{papers[pk].get_kind_display()}）",
            f"接收机关签收移交清单：{HANDED_OVER[clock.code]}",
            reverse("documents:document-answer", args=[pk]), "去登记", PENALTY,
        )
        for pk, clock in clocks.items()
    ]  # fmt: skip
