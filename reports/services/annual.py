"""Acts on the annual report: draft, write, submit, sign, publish."""

from datetime import date

from django.utils import timezone

from archives_enforcement.audit import trail
from archives_enforcement.documents import services as documents
from archives_enforcement.documents.models import Document
from archives_enforcement.workdays import deadlines
from archives_enforcement.workflow import Refused, act, check_date, check_permission, lock
from reports.models import AnnualReport
from reports.queries import narrative as written
from reports.queries.figures import figures_of
from reports.queries.papers import KIND, LIMIT, fields, paper_of
from reports.queries.text import compose
from reports.queries.year import Year
from reports.workflow import DRAFT, ENTER, REPORT_FLOW

EARLIEST = 1988  # the year in which the first 档案法 came into force


@act
def draft_report(*, actor, on: date, year: int) -> AnnualReport:
    """起草年度报告; its clock D-G06 starts with the end of the year. One report for each year."""
    check_permission(actor, DRAFT, "起草年度报告")
    if not EARLIEST <= year <= on.year:
        raise Refused(f"年度应当在 {EARLIEST} 到 {on.year} 之间。")
    backfilled = check_date(actor, on)
    report = AnnualReport(bureau=actor.bureau, year=year, drafted_by=actor)
    report.full_clean(exclude=["narrative"])
    report.save()
    deadlines.start(report, LIMIT, bureau=report.bureau, on=date(year, 12, 31))
    trail.record(report, "draft_report", "起草年度报告", actor=actor, on=on, backfilled=backfilled)
    return report


@act
def write_narrative(report: AnnualReport, *, actor, on: date, narrative: dict) -> AnnualReport:
    """撰写文字部分: the slots of queries.narrative.SLOTS; other names are refused."""
    report = lock(report, actor)
    check_permission(actor, DRAFT, "撰写年度报告")
    if report.state != AnnualReport.State.DRAFT:
        raise Refused(f"报告的状态是“{report.get_state_display()}”，不能修改。请先退回到起草。")
    if unknown := set(narrative) - set(written.SLOTS):
        raise Refused(f"报告没有这些部分：{'、'.join(sorted(unknown))}。")
    backfilled = check_date(actor, on)
    report.narrative = {**report.narrative, **narrative}
    report.save(update_fields=["narrative"])
    trail.record(report, "write_report", "修改年度报告", actor=actor, on=on, backfilled=backfilled)
    return report


@act
def submit_report(report: AnnualReport, *, actor, on: date) -> AnnualReport:
    """提交签发: freeze the figures and hand the paper in for signature."""
    report = REPORT_FLOW.advance(
        report, "submit", actor=actor, on=on, write=lambda row: {"figures": frozen(row)}
    )
    paper = _paper(report, actor, on)
    documents.submit(paper, actor=actor, on=on)
    return report


def frozen(report: AnnualReport) -> list[dict]:
    """The figures of the report's year as they stand now."""
    return [figure.as_data() for figure in figures_of(Year(report.bureau, report.year))]


def _paper(report: AnnualReport, actor, on: date) -> Document:
    """The draft of the paper with the text as it is now; the returned one is used again."""
    text = compose(Year(report.bureau, report.year), report.narrative)
    facts = fields(text, report.year)
    paper = paper_of(report)
    if paper is not None:
        return documents.revise(paper, actor=actor, on=on, fields=facts)
    return documents.draft(
        report,
        KIND,
        bureau=report.bureau,
        party=None,
        title=text.title,
        fields=facts,
        actor=actor,
        on=on,
    )


@act
def return_report(report: AnnualReport, *, actor, on: date, note: str) -> AnnualReport:
    """退回修改, with the reason the drafter needs."""
    if not note.strip():
        raise Refused("请写明退回的原因，便于起草人修改。")
    report = REPORT_FLOW.advance(report, "return_report", actor=actor, on=on, note=note)
    paper = paper_of(report)
    if paper is not None and paper.state == Document.State.SUBMITTED:
        documents.return_draft(paper, actor=actor, on=on, note=note)
    return report


@act
def reopen_report(report: AnnualReport, *, actor, on: date) -> AnnualReport:
    """继续修改 after the paper itself was returned or made void."""
    return REPORT_FLOW.advance(report, "reopen", actor=actor, on=on)


@act
def approve_report(report: AnnualReport, *, actor, on: date) -> AnnualReport:
    """签发: sign the paper; the report follows in the same transaction (`report_issued`)."""
    report = lock(report, actor)
    paper = paper_of(report)
    if paper is None:
        raise Refused("报告还没有提交签发，请起草人先提交。")
    documents.sign(paper, actor=actor, on=on)
    report.refresh_from_db()
    return report


def report_issued(document: Document, *, actor, on: date) -> None:
    """What follows when the paper is signed, wherever that is done."""
    REPORT_FLOW.advance(
        document.subject, "approve", actor=actor, on=on, write=lambda row: {"approved_on": on}
    )


@act
def publish_report(report: AnnualReport, *, actor, on: date, url: str = "") -> AnnualReport:
    """登记公开: the issued report became public today, and at which address."""
    report = REPORT_FLOW.advance(
        report,
        "publish",
        actor=actor,
        on=on,
        write=lambda row: {"published_on": on, "published_at": url},
    )
    deadlines.meet(report, LIMIT, on=on, note="年度报告已公开")
    return report


@act
def enter_publication(
    report: AnnualReport, *, actor, on: date, url: str = "", place: str = ""
) -> AnnualReport:
    """补录此前的公开: the report was public from `on`, elsewhere and before this was entered.

    The clock is met today, not on that day: what this system did not see cannot stop it. A report
    that was never issued here keeps the figures of today's records and has no text of its own.
    """
    today = timezone.localdate()
    if on == today:
        raise Refused("今天公开的报告，请在签发后用“登记公开”办理。")
    if not (url or place.strip()):
        raise Refused("请写明在哪里公开：填写网址，或者写明报刊、公开栏等地方和留存的凭据。")
    public = {"published_on": on, "published_at": url, "published_place": place.strip()}
    report = REPORT_FLOW.advance(
        report,
        ENTER,
        actor=actor,
        on=on,
        write=lambda row: public | {"entered_on": today, "figures": row.figures or frozen(row)},
        note=place.strip() or url,
    )
    deadlines.meet(report, LIMIT, on=today, note=report.publication)
    return report
