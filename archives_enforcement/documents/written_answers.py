"""书面答复 of a letter that asks: whether one may come in now, and how the asking stands."""

from collections.abc import Iterable
from datetime import date

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.documents import kinds
from archives_enforcement.documents.models import Document, WrittenAnswer
from archives_enforcement.files.queries import files_by_record
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.models import Deadline
from archives_enforcement.workdays.models.deadlines import OPEN

CLOCK = "D-I20"
ANSWER, ENTER = "documents.acknowledge_document", "accounts.act_for_party"


def asks(document: Document) -> bool:
    """Whether a paper asks its receiver for an answer in writing that is kept here."""
    return kinds.KINDS[document.kind].asks and not document.is_entered


def received_on(document: Document) -> date | None:
    """The day on which the receiver had the paper; None while he has not."""
    days = [row.received_on for row in document.deliveries.all() if row.received_on]
    return min(days, default=None)


def why_none(document: Document) -> str | None:
    """Why nothing is answered to the paper now; None when it may be."""
    if not asks(document):
        return f"{document.get_kind_display()}不在这里答复。"
    if not document.holds:
        return "文书还没有签发，或者已经作废、被更正代替，不能答复。"
    if received_on(document) is None:
        return "请先签收（工作人员先登记送达），再答复：答复期限从送达之日起算。"
    return None


def answers_to(document: Document, user) -> list[WrittenAnswer]:
    """The answers to a paper, oldest first, each with its files (`pages`) as `user` sees them."""
    if not asks(document):
        return []
    rows = WrittenAnswer.objects.visible_to(user).filter(document=document)
    found = list(rows.select_related("answered_by"))
    files = files_by_record(found, user)
    for row in found:
        row.pages = files[row.pk]
    return found


def due_days(documents: Iterable[Document]) -> dict[int, date]:
    """Key of a paper that still waits for its answer → the last day; one query for all."""
    keys = [document.pk for document in documents if asks(document)]
    if not keys:
        return {}
    kind = ContentType.objects.get_for_model(Document)
    rows = Deadline.objects.filter(OPEN, code=CLOCK, content_type=kind, object_id__in=keys)
    return dict(rows.values_list("object_id", "due_on"))


def in_words(due_on: date, today: date) -> str:
    """That an answer is still to come, and whether it is late."""
    return f"{cn_date(due_on)}前答复" if today <= due_on else f"逾期未答复（{cn_date(due_on)}）"
