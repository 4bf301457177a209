"""The annual report as paper: what is issued, and the sheet before that."""

from datetime import date

from django.contrib.contenttypes.models import ContentType

from archives_enforcement.documents.models import Document
from archives_enforcement.workdays.limits import Computation, compute
from archives_enforcement.workdays.models import Deadline
from reports.models import AnnualReport
from reports.queries.text import ReportText

KIND = "annual_report"
LIMIT = "D-G06"  # 年度执法数据公开和报送


def paper_of(report: AnnualReport) -> Document | None:
    """The paper of a report, mistaken ones left out; None when there is none."""
    rows = Document.objects.filter(
        kind=KIND,
        content_type=ContentType.objects.get_for_model(AnnualReport),
        object_id=report.pk,
    )
    return rows.exclude(state=Document.State.VOID).order_by("-pk").first()


def fields(text: ReportText, year: int) -> dict:
    """The facts of the paper."""
    return {"year": str(year), "body": text.paragraphs, "attachments": text.attachments}


def draft_sheet(text: ReportText, bureau) -> dict:
    """What the engine typesets while the report is not issued: no number, no seal, a watermark."""
    return {
        "layout": "letter",
        "mark": bureau.name,
        "number": "",
        "title": text.title,
        "to": "",
        "paragraphs": text.paragraphs,
        "attachments": text.attachments,
        "signatory": bureau.subject_name or bureau.name,
        "date": "",
        "seal": "",
        "watermark": "草稿",
    }


def publication_due(bureau, year: int) -> Computation:
    """By when the year's figures must be public (D-G06), with the arithmetic in words."""
    return compute(LIMIT, date(year, 12, 31), bureau=bureau)


def clocks_of(reports) -> dict[int, Deadline]:
    """The clock D-G06 of each report, by the key of the report, in one query."""
    rows = Deadline.objects.filter(
        code=LIMIT,
        content_type=ContentType.objects.get_for_model(AnnualReport),
        object_id__in=[report.pk for report in reports],
    )
    return {row.object_id: row for row in rows}


def clock_for(user, report: AnnualReport) -> Deadline | None:
    """Its clock, for who may read why it ends on that day: the staff of its own bureau."""
    own = user.bureau_id == report.bureau_id
    return clocks_of([report]).get(report.pk) if own else None
