"""案卷 of a check: its papers from approval to striking off, with the look-backs and talks of it.

A look-back has no file of its own: it lies in the file of the check it looks back on.
"""

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, Q

from archives_enforcement.archiving.registry import (
    ALWAYS,
    INNER,
    Facts,
    Material,
    Place,
    Route,
    Sort,
    register,
)
from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.models import Document
from archives_enforcement.files.queries import files_about
from archives_enforcement.templatetags.formats import cn_date
from inspections import record_sheets as online
from inspections.models import (
    Exemplary,
    Exhibit,
    Finding,
    Inspection,
    Interview,
    ItemResult,
    LookBackResult,
    Reply,
    Termination,
)

ARCHIVES_LAW = "《中华人民共和国档案法》"
PRACTICE = "本机关检查工作规范"

ROUTE = Route(
    "行政检查",
    (
        Place("检查通知书", ("inspection_notice",)),
        Place("现场检查笔录", ("site_record",), needed=ALWAYS, basis=f"{ARCHIVES_LAW}第四十二条"),
        Place(
            "询问、勘验、抽样",
            ("questioning_record", "examination_record", "sampling_receipt"),
        ),
        Place("现场照片和签名", (), ("scene",)),
        Place("反馈意见书", ("feedback_letter",), needed="found",
              basis=f"{ARCHIVES_LAW}第四十二条"),
        Place(
            "责令整改、提醒、函询、通报、预警",
            ("correction_order", "emergency_notice", "reminder_letter", "inquiry_letter",
             "work_circular", "warning_circular"),
        ),
        Place("批评教育记录", ("criticism_record",)),
        Place("整改台账", ("rectification_ledger",), needed="found",
              basis=f"{ARCHIVES_LAW}第四十五条", online=online.RECTIFIED),
        Place("整改回复", online=online.REPLIED),
        Place("整改回复附件", (), ("reply",)),
        Place("回头看记录", ("review_opinion", "patrol_record"), needed="looked_back",
              basis=f"{PRACTICE}（回头看）", online=online.LOOKED_BACK),
        Place("约谈通知书", ("interview_notice",), needed="interviewed",
              basis=f"{PRACTICE}（工作约谈）"),
        Place("约谈记录", ("interview_minutes",), needed="interviewed",
              basis=f"{PRACTICE}（工作约谈）", online=online.TALKED),
        Place("整改优秀典型", ("exemplary_decision",), online=online.CHOSEN),
        Place("送达地址确认书", ("address_confirmation",)),
        Place("行政复议、行政诉讼", ("review_reply", "court_answer")),
        Place("检查办结", online=online.CLOSED),
        Place("检查审批表", ("inspection_approval",), part=INNER, online=online.APPROVED),
        Place("线索材料", ("report_register", "lead_report", "acceptance_notice",
                       "result_notice"), ("lead",), part=INNER, online=online.TIPPED),
        Place("处理建议、情况报告", ("handling_proposal", "report_to_others"), part=INNER),
    ),
    "检查过程的先后；各项文书的依据见各行",
    "DESIGN",
)  # fmt: skip


def _either(inspection: Inspection, way: str = "") -> Q:
    """Rows of the check or of its look-backs; `way` leads from the row to the check."""
    return Q(**{f"{way}pk": inspection.pk}) | Q(**{f"{way}origin": inspection.pk})


def papers(inspection: Inspection):
    """Everything drafted on the check, its look-backs, its talks and the lead it follows."""
    kind = ContentType.objects.get_for_model
    visits = Inspection.objects.filter(_either(inspection)).values("pk")
    talks = Interview.objects.filter(_either(inspection, "inspection__")).values("pk")
    wanted = Q(content_type=kind(Inspection), object_id__in=visits)
    wanted |= Q(content_type=kind(Interview), object_id__in=talks)
    chosen = Exemplary.objects.filter(inspection=inspection).values("pk")
    wanted |= Q(content_type=kind(Exemplary), object_id__in=chosen)
    if inspection.lead_id:
        wanted |= Q(content_type=kind(inspection.lead), object_id=inspection.lead_id)
    rows = Document.objects.filter(wanted)
    return rows.select_related("rendition", "bureau").prefetch_related("deliveries")


def materials(inspection: Inspection):
    """Pictures and signatures of the visit, and what the unit sent with its replies."""
    bureau, unit, lead = inspection.bureau.name, inspection.party.name, inspection.lead
    results = ItemResult.objects.filter(_either(inspection, "inspection__"))
    seen_again = LookBackResult.objects.filter(look_back__origin=inspection)
    replies = Reply.objects.filter(_either(inspection, "finding__inspection__"))
    exhibits = Exhibit.objects.filter(_either(inspection, "inspection__"))
    numbered = {row.file_id: f"{row}　" for row in exhibits}
    for row, file in files_about(
        online.visits(inspection),
        results.select_related("item", "inspection").order_by("pk"),
        seen_again.select_related("finding", "look_back").order_by("look_back", "pk"),
        replies.select_related("finding").order_by("finding__position", "pk"),
        Termination.objects.filter(findings__inspection=inspection).distinct().order_by("pk"),
        [lead] if lead else (),
    ):
        if isinstance(row, Inspection):
            day = row.day
            title = f"{numbered[file.pk]}{row.get_kind_display()}{file.purpose}"
            yield Material("scene", file, title, bureau, day)
        elif isinstance(row, ItemResult):
            title = f"{numbered[file.pk]}{file.purpose}：{row.item.code} {row.item.text[:40]}"
            yield Material("scene", file, title, bureau, row.inspection.inspected_on)
        elif isinstance(row, LookBackResult):
            title = f"{numbered[file.pk]}回头看{file.purpose}：第 {row.finding.position} 项"
            yield Material("scene", file, title, bureau, row.look_back.inspected_on)
        elif isinstance(row, Reply):
            title = f"第 {row.finding.position} 项问题整改回复附件"
            yield Material("reply", file, title, unit, row.replied_on)
        elif isinstance(row, Termination):
            yield Material("reply", file, f"单位撤销文件：{row.paper}", bureau, row.paper_on)
        else:
            yield Material("lead", file, f"线索材料：{file.name}", bureau, lead.received_on)


def conditions(inspection: Inspection, kinds: set[str]) -> set[str]:
    """What happened that leaves a paper behind."""
    talks = Interview.objects.filter(_either(inspection, "inspection__"))
    happened = Inspection.objects.filter(pk=inspection.pk).values(
        found=Exists(Finding.objects.filter(inspection=inspection)),
        looked_back=Exists(inspection.look_backs.filter(inspected_on__isnull=False)),
        interviewed=Exists(talks.filter(state=Interview.State.HELD)),
    )
    return {name for name, true in happened.get().items() if true}


def facts(inspection: Inspection) -> Facts:
    day = inspection.day
    team = "、".join(str(row.user) for row in inspection.team.select_related("user"))
    title = f"{inspection.unit}\n{inspection.get_kind_display()}（{cn_date(day)}）"
    rows = (
        ("被检查单位", inspection.party.name),
        ("检查组", team),
        ("检查清单", inspection.checklist.cited),
    )
    outcome = online.outcome(inspection)
    return Facts(title, inspection.party.name, rows, day, _closed_on(inspection), outcome)


def _closed_on(inspection: Inspection):
    """The day the check was closed: the trail alone keeps it."""
    entries = AuditEntry.objects.about(inspection).filter(after=Inspection.State.CLOSED)
    return entries.values_list("on", flat=True).first()


def refusal(inspection: Inspection) -> str | None:
    if inspection.is_look_back:
        return f"回头看的文书并入原检查的案卷，请到原检查立卷。依据：{PRACTICE}（回头看）。"
    if inspection.state != Inspection.State.CLOSED:
        return f"检查现在是“{inspection.get_state_display()}”，办结以后才能立卷。"
    return None


register(
    "inspection",
    Sort(
        label="行政检查案卷",
        model=Inspection,
        permission="inspections.view_inspection",
        route=lambda inspection: ROUTE,
        facts=facts,
        papers=papers,
        materials=materials,
        conditions=conditions,
        refusal=refusal,
        begun=lambda inspection: inspection.inspected_on is not None,
        ready=Q(state=Inspection.State.CLOSED) & ~Q(kind=Inspection.Kind.LOOK_BACK),
        search=("unit__party__name", "unit__party__credit_code"),
        day="inspected_on",
        related=("bureau", "unit__party", "lead"),
        days=("检查日期", "办结日期"),
    ),
)
