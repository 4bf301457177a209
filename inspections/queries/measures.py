"""Reads of 紧急处置: hazards without an order, orders without a paper, reports unacknowledged."""

from datetime import date
from itertools import chain
from typing import NamedTuple

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef
from django.urls import reverse

from archives_enforcement.asking import Asking, asks, rows_of, side_by_side
from archives_enforcement.documents.models import Document
from archives_enforcement.templatetags.formats import cn_datetime
from archives_enforcement.workdays.clocks import Clocks, clocks_on
from inspections.models import Inspection, ItemResult, OralOrder, ReportReceipt
from inspections.queries.letters import hazards_among
from inspections.queries.teams import visits_of
from inspections.queries.work import Group, WorkItem

CLOCK = "D-I15"  # 24 hours are a setting; the source says only 随后
PAPERS = ("emergency_notice", "correction_order")  # either stands for the order
REPORT = "report_to_others"
UNTOLD = (Inspection.State.ON_SITE, Inspection.State.RECORDED)  # then the letter is the order
MEASURED = (
    Inspection.State.ON_SITE,
    Inspection.State.RECORDED,
    *Inspection.ANSWERABLE,
)


def without_paper(inspection: Inspection):
    """Orders given by word of mouth whose written notice is not issued."""
    return OralOrder.objects.filter(inspection=inspection, paper=None)


class Unwritten(NamedTuple):
    """Orders that wait for their paper, and until when the setting gives for it, in words."""

    rows: list[OralOrder]
    until: str


def unwritten(inspection: Inspection) -> Unwritten | None:
    """What the record of a visit says of its orders by word of mouth; None without any."""
    rows = list(without_paper(inspection).order_by("given_at"))
    if not rows:
        return None
    clock = Clocks([inspection]).find(inspection, CLOCK)
    return Unwritten(rows, cn_datetime(clock.due_at) if clock and clock.is_open else "")


class Measures(NamedTuple):
    """What was done at once about a visit's dangers."""

    orders: list[OralOrder]
    reports: list[tuple[Document, ReportReceipt | None]]


def measures_of(inspection: Inspection, documents, user) -> Measures | None:
    """Orders and, of the papers on it, reports of a visit; None where there are none."""
    if inspection.bureau_id == user.bureau_id:  # then he sees them all
        orders = list(inspection.oral_orders.all())
    else:
        orders = OralOrder.objects.visible_to(user).filter(inspection=inspection)
        orders = list(orders.select_related("paper", "given_by"))
    papers = [row for row in documents if row.kind == REPORT and row.state != Document.State.VOID]
    rows = ReportReceipt.objects.filter(document__in=papers) if papers else ()
    receipts = {row.document_id: row for row in rows}
    found = Measures(
        orders,
        [(paper, receipts.get(paper.pk)) for paper in sorted(papers, key=lambda row: row.pk)],
    )
    return found if any(found) else None


def reports(user):
    """Reports on visits that were not made void, in order."""
    kind = ContentType.objects.get_for_model(Inspection)
    rows = Document.objects.visible_to(user).filter(kind=REPORT, content_type=kind)
    return rows.exclude(state=Document.State.VOID).order_by("pk")


def orders_of(inspection: Inspection):
    return OralOrder.objects.filter(inspection=inspection)


def said_in(orders) -> tuple[str, str]:
    """The dangers and the measures of these orders, a line for each."""
    rows = list(orders)
    return "\n".join(row.danger for row in rows), "\n".join(row.measures for row in rows)


def ordered_orally(inspection: Inspection) -> dict:
    """What the written notice repeats of the orders given by word of mouth, and when they were."""
    rows = list(without_paper(inspection))
    if not rows:
        return {}
    times = "、".join(cn_datetime(row.given_at) for row in rows)
    danger, measures = said_in(rows)
    measures = f"{measures}\n（以上已于{times}口头责令。）"
    return {"danger": danger, "measures": measures, "facts": danger, "order": measures}


@asks
def work_for_measures(user, today: date) -> Asking[list[WorkItem]]:
    """Orders and written notices that are due, and reports that nobody has confirmed."""
    found = yield from side_by_side(_to_order(user), _to_write(user), _to_confirm(user))
    return list(chain.from_iterable(found))


def _to_order(user) -> Asking[list[WorkItem]]:
    """A hazard is ordered away at once (档案法第四十五条), not days later with the letter."""
    if not user.has_perms(("inspections.record_inspection", "documents.keep_record")):
        return []
    papers = Document.objects.filter(
        kind__in=PAPERS,
        content_type=ContentType.objects.get_for_model(Inspection),
        object_id=OuterRef("inspection"),
    ).exclude(state=Document.State.VOID)
    orders = OralOrder.objects.filter(inspection=OuterRef("inspection"))
    results = (
        ItemResult.objects.visible_to(user)
        .filter(inspection__in=visits_of(user), inspection__state__in=UNTOLD)
        .exclude(inspection__unit__left_no_heir=True)
        .filter(~Exists(papers), ~Exists(orders))
    )
    rows = yield from hazards_among.asking(results)
    visits = {row.inspection.pk: row.inspection for row in rows}
    return [
        WorkItem(
            visit.inspected_on,
            f"责令{visit.unit}限期整改安全隐患",
            "发现安全隐患应当责令限期整改：《中华人民共和国档案法》第四十五条",
            reverse("documents:draft", args=["inspection", visit.pk, "correction_order"]),
            "去起草",
            Group.LETTER,
        )
        for visit in visits.values()
    ]


def _to_write(user) -> Asking[list[WorkItem]]:
    if not user.has_perm("inspections.record_inspection"):
        return []
    rows = OralOrder.objects.visible_to(user).filter(
        paper=None, inspection__in=visits_of(user), inspection__state__in=MEASURED,
        inspection__unit__left_no_heir=False,
    )  # fmt: skip
    rows = rows.select_related("inspection__unit__party", "inspection__bureau")
    rows = yield from rows_of(rows)
    visits = {row.inspection.pk: row.inspection for row in rows}
    clocks = yield from clocks_on(list(visits.values()))
    return [
        WorkItem(
            clock.due_on if (clock := clocks.find(visit, CLOCK)) else None,
            f"补发对{visit.unit}紧急口头责令的书面通知",
            "紧急口头责令后补发书面通知（24小时为本系统建议值）",
            reverse("documents:draft", args=["inspection", visit.pk, PAPERS[0]]),
            "去起草",
            Group.LETTER,
        )
        for visit in visits.values()
    ]


def _to_confirm(user) -> Asking[list[WorkItem]]:
    """Of reports on any record: one on a lead or a case has no page but this that leads there."""
    if not user.has_perm("documents.keep_record"):
        return []
    rows = Document.objects.visible_to(user).filter(
        kind=REPORT, state=Document.State.ISSUED, drafted_by=user, receipt=None
    )
    rows = yield from rows_of(rows.order_by("pk"))
    return [
        WorkItem(
            None,
            f"登记{row.fields.get('receiver', '')}收悉：{row.number}",
            "报告发出后应当确认对方收到（本机关检查工作规范）",
            reverse("inspections:inspection-report-receipt", args=[row.pk]),
            "去登记",
            Group.LETTER,
        )
        for row in rows
    ]
