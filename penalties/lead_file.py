"""案卷 of a lead that ended without a case: the tip, what was found, what was done about it.

A lead on which a case was filed lies in the file of the case, one that a visit followed up in that
of the visit as well.
"""

from datetime import date

from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from archives_enforcement.archiving.registry import (
    ALWAYS,
    INNER,
    Facts,
    Material,
    Place,
    Route,
    Sort,
)
from archives_enforcement.documents.models import Document
from archives_enforcement.files.queries import files_about
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.workdays import deadlines
from inspections.models import Lead
from penalties import lead_sheets as online
from penalties.queries.law import ARCHIVES_LAW, PENALTY_LAW

ROUTE = Route(
    "线索核查",
    (
        Place("处理建议书、情况报告函", ("handling_proposal", "report_to_others")),
        Place("移送书", ("crime_referral", "case_transfer")),
        Place("管辖争议", ("jurisdiction_letter", "jurisdiction_request")),
        Place("函询、紧急处置", ("inquiry_letter", "emergency_notice")),
        Place("现场检查笔录", ("site_record",)),
        Place(
            "核查和办结", needed=ALWAYS, basis=f"{ARCHIVES_LAW}第四十六条", online=online.SETTLED
        ),
        Place(
            "举报和线索材料",
            ("report_register", "lead_report", "acceptance_notice", "result_notice"), ("lead",),
            part=INNER, online=online.LEAD_TIPPED,
        ),
    ),
    "线索办理的先后；各项文书的依据见各行",
    "DESIGN",
)  # fmt: skip


def facts(lead: Lead) -> Facts:
    row = getattr(lead, "settlement", None)
    rows = (
        ("涉及的当事人", lead.party.name),
        ("线索来源", lead.get_source_display()),
        ("承办人", str(row.proposed_by) if row else ""),
    )
    title = f"{lead.party.name}\n{lead.get_source_display()}线索"
    outcome = row.get_result_display() if row else ""
    return Facts(title, lead.party.name, rows, lead.received_on, row and row.approved_on, outcome)


def papers(lead: Lead):
    kind = ContentType.objects.get_for_model(Lead)
    rows = Document.objects.filter(content_type=kind, object_id=lead.pk)
    return rows.select_related("rendition", "bureau").prefetch_related("deliveries")


def materials(lead: Lead):
    for _, file in files_about([lead]):
        title = f"线索材料：{file.name}"
        yield Material("lead", file, title, lead.bureau.name, lead.received_on)


def refusal(lead: Lead) -> str | None:
    if lead.state == Lead.State.SETTLED:
        return None
    if lead.state in (Lead.State.CASE_FILED, Lead.State.DROPPED):
        return f"线索材料并入案件的案卷，请到案件立卷。依据：{PENALTY_LAW}第四十七条。"
    return f"线索现在是“{lead.get_state_display()}”，办结以后才能立卷。"


def unsettled(lead: Lead, on: date) -> list[str]:
    """Replies that the papers still wait for."""
    found = []
    for paper in papers(lead).filter(state=Document.State.ISSUED):
        running = deadlines.for_subject(paper).filter(met_on=None, cancelled_on=None)
        found += [
            f"{paper.title}（{paper.number}）的“{clock.name}”还没有登记办结，"
            f"期限到{cn_date(clock.due_on)}。"
            for clock in running
        ]
    return found


SORT = Sort(
    label="线索核查案卷",
    model=Lead,
    permission="inspections.view_lead",
    route=lambda lead: ROUTE,
    facts=facts,
    papers=papers,
    materials=materials,
    conditions=lambda lead, kinds: set(),
    refusal=refusal,
    begun=lambda lead: lead.state == Lead.State.SETTLED,
    ready=Q(state=Lead.State.SETTLED),
    search=("party__name", "text"),
    day="received_on",
    related=("bureau", "party", "settlement"),
    days=("收到日期", "办结日期"),
    unsettled=unsettled,
)
