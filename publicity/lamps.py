"""过错灯 over making a result public: its term, and secrets of trade that the record knows of."""

from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays.consequences import Consequence
from archives_enforcement.workflow import Act
from publicity.models import Notice, Withholding
from publicity.queries.notices import publication_clock
from publicity.workflow import NOTICE_FLOW

LATE, SECRET = "L2101", "L1401"
HEARING_NOTICE, TRADE_SECRET = "hearing_notice", "商业秘密"


def facts(notice: Notice, act: Act) -> dict[str, str]:
    found = late(notice, act)
    if why := kept_secret(notice):
        found[SECRET] = why
    return found


def kept_secret(notice: Notice) -> str:
    """What the same record says of secrets of trade; empty when it says nothing."""
    paper = notice.document
    beside = {"content_type": paper.content_type_id, "object_id": paper.object_id}
    papers = Document.objects.filter(**beside, state=Document.State.ISSUED)
    withheld = Withholding.objects.filter(
        document__in=papers, ground=Withholding.Ground.TRADE_SECRET, state__in=Withholding.STANDING
    ).select_related("document")
    if row := withheld.first():
        return f"同一件事的{row.document.title}（{row.document.number}）因商业秘密不予公开"
    for hearing in papers.filter(kind=HEARING_NOTICE):
        if TRADE_SECRET in str(hearing.fields.get("openness", "")):
            return f"本案的听证涉及商业秘密（{hearing.number}）"
    return ""


def late(notice: Notice, act: Act) -> dict[str, str]:
    """Whether the term to publish has run out on the day of the act; practice only reminds."""
    clock = publication_clock(notice)
    if clock is None or not clock.is_open or clock.due_on >= act.on:
        return {}
    if clock.consequence == Consequence.REMIND:
        return {}
    days = (act.on - clock.due_on).days
    return {LATE: f"“{clock.name}”已于{cn_date(clock.due_on)}届满，逾期{days}天"}


NOTICE_FLOW.watch(facts, {"approve": (LATE, SECRET), "publish": (LATE, SECRET)})
