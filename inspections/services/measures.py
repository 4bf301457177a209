"""紧急处置: the order by word of mouth, its written notice, the reports to others, their receipts.

A report says what happened and what was done (law.md C27); a penalty is decided in a case alone,
so no measure here may bear the name of one (行政处罚法第九条).
"""

from datetime import date, datetime, time

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from inspections.models import Inspection, OralOrder, ReportReceipt
from inspections.queries import measures as queries
from inspections.services.recording import check_recorder

RECORD, KEEP, DRAFT = (
    "inspections.record_inspection", "documents.keep_record", "documents.draft_document",
)  # fmt: skip
PENALTY_NAMES = ("停产停业", "责令关闭", "限制从业", "限制开展生产经营", "吊销", "通报批评")


def no_penalty_in(text: str) -> None:
    """Refused where a measure is called by the name of a kind of penalty."""
    if found := next((name for name in PENALTY_NAMES if name in text), None):
        raise Refused(
            f"“{found}”是行政处罚的种类（行政处罚法第九条），紧急处置和报告不能使用，请改写。"
        )


@act
def order_orally(
    inspection: Inspection, *, actor, on: date, at: time, danger: str, measures: str, told_to: str
) -> OralOrder:
    """紧急口头责令 by an officer of the visit; the clock D-I15 runs from that hour.

    Raises Refused before the visit began, for a time to come, or for an order without its words.
    """
    inspection = lock(inspection, actor)
    check_permission(actor, RECORD, "紧急口头责令")
    backfilled = check_date(actor, on)
    check_recorder(inspection, actor, on)
    if inspection.state not in queries.MEASURED:
        raise Refused("检查还没有开始或者已经结束办理，不能登记紧急口头责令。")
    if not (danger.strip() and measures.strip() and told_to.strip()):
        raise Refused("请写明险情、当场责令采取的措施和接受责令的人员。")
    no_penalty_in(measures)
    given_at = timezone.make_aware(datetime.combine(on, at))
    if given_at > timezone.now():
        raise Refused({"at": "责令时间不能晚于现在，请核对时间。"})
    order = OralOrder.objects.create(
        inspection=inspection, given_at=given_at, danger=danger.strip(), measures=measures.strip(),
        told_to=told_to.strip(), given_by=actor,
    )  # fmt: skip
    deadlines.start(
        inspection, queries.CLOCK, bureau=inspection.bureau, party=inspection.party, on=given_at
    )
    trail.record(
        inspection, "order_orally", "紧急口头责令", actor=actor, on=on, backfilled=backfilled,
        note=measures, place=inspection.place, details={"at": f"{at:%H:%M}", "to": told_to},
    )  # fmt: skip
    return order


def paper_issued(document: Document, *, actor, on: date) -> None:
    """The written notice is out: it stands for every order given before it, the clock is met."""
    waiting = queries.without_paper(document.subject).filter(given_at__date__lte=on)
    if waiting.update(paper=document):
        deadlines.meet(document.subject, queries.CLOCK, on=on, note=document.number)


@act
def report_to_others(
    inspection: Inspection, *, actor, on: date, receivers, matter: str, facts: str, measures: str,
    request: str,
) -> list[Document]:  # fmt: skip
    """起草情况报告函 to each of `receivers`, with the same words."""
    inspection = lock(inspection, actor)
    check_permission(actor, DRAFT, "紧急处置报告")
    if inspection.state not in queries.MEASURED:
        raise Refused("检查还没有开始或者已经结束办理，不能从这里报告。")
    names = list(dict.fromkeys(name.strip() for name in receivers if name.strip()))
    if not names:
        raise Refused("请至少写明一个报送机关的全称。")
    said = {"matter": matter, "facts": facts, "measures": measures, "request": request}
    no_penalty_in("\n".join(said.values()))
    return [
        documents.draft_about(
            "inspection", inspection, queries.REPORT, title=f"关于{matter}的情况报告",
            fields={**said, "receiver": name}, actor=actor, on=on,
        )
        for name in names
    ]  # fmt: skip


@act
def register_receipt(
    document: Document, *, actor, on: date, received_on: date, received_by: str, number: str = ""
) -> ReportReceipt:
    """登记收悉 of an issued report: who took it in, when and under which number."""
    document = lock(document, actor)
    check_permission(actor, KEEP, "登记收悉")
    backfilled = check_date(actor, on)
    if document.kind != queries.REPORT or document.state != Document.State.ISSUED:
        raise Refused("只有已经签发的情况报告函才登记收悉。")
    if ReportReceipt.objects.filter(document=document).exists():
        raise Refused("这份报告已经登记收悉，不用再登记。")
    if not document.issued_on <= received_on <= on:
        raise Refused(f"收悉日期应当在签发日期（{cn_date(document.issued_on)}）以后、今天以前。")
    if not received_by.strip():
        raise Refused("请写明对方的接收人或者部门。")
    receipt = ReportReceipt.objects.create(
        document=document, received_on=received_on, received_by=received_by.strip(),
        number=number.strip(), noted_by=actor,
    )  # fmt: skip
    trail.record(
        document, "register_receipt", "登记收悉", actor=actor, on=on, backfilled=backfilled,
        note=received_by,
    )  # fmt: skip
    return receipt
