"""Why a step on a 复议, a suit and the like is not open yet."""

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workflow import Act
from supervision.models import Remedy

ANSWERS = {
    Remedy.Kind.REVIEW: (
        "review_reply",
        "行政复议答复书",
        "《中华人民共和国行政复议法》第四十八条",
    ),
    Remedy.Kind.SUIT: ("court_answer", "行政诉讼答辩状", "《中华人民共和国行政诉讼法》第六十七条"),
}


def is_answered_in_writing(remedy: Remedy) -> bool:
    return remedy.kind in Remedy.ANSWERED_KINDS


def answer_is_issued(remedy: Remedy, act: Act) -> str | None:
    """The answer is a paper on the case or check; without such a record nothing can be asked."""
    record = remedy.case or remedy.inspection
    if record is None:
        return None
    code, label, basis = ANSWERS[remedy.kind]
    kind = ContentType.objects.get_for_model(record)
    papers = Document.objects.filter(
        content_type=kind, object_id=record.pk, kind=code, state=Document.State.ISSUED
    )
    if papers.exists():
        return None
    return f"还没有签发{label}，请先在“{record}”里起草、签发。依据：{basis}。"


def not_before_receipt(remedy: Remedy, act: Act) -> str | None:
    if act.on < remedy.received_on:
        return f"办理日期不能早于收到日期（{cn_date(remedy.received_on)}）。"
    return None
