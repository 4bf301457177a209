"""Pages of 年度报告: the list of years, one report with its figures, its text, its Word file."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.generic.detail import BaseDetailView

from archives_enforcement.audit.models import AuditEntry
from archives_enforcement.documents.word import DOCX, FOR_OPINION
from archives_enforcement.exporting import Exported
from archives_enforcement.navigation import Crumb, PageAct, acts_from
from archives_enforcement.views import DetailView, Guarded, ListView
from reports.models import AnnualReport
from reports.queries.districts import below
from reports.queries.issue import issue_of, later_changes
from reports.queries.papers import clock_for, clocks_of, publication_due
from reports.queries.progress import next_step, steps
from reports.queries.year import Year, years_of
from reports.views.figures import LIST, NAV, figures_context
from reports.workflow import DRAFT, ENTER, REPORT_FLOW

PAGE_OF_STEP = {
    "submit": "reports:annual-report-submit",
    "return_report": "reports:annual-report-return",
    "reopen": "reports:annual-report-reopen",
    "approve": "reports:annual-report-approve",
    "publish": "reports:annual-report-publish",
    ENTER: "reports:annual-report-earlier",
}


class AnnualReportListView(Exported, ListView):
    """The reports of every year; a superior sees those that were issued below."""

    permission_required = "reports.view_annualreport"
    template_name = "reports/annual_report_list.html"
    queryset = AnnualReport.objects.select_related("bureau").order_by("-year", "bureau__code")
    sheet_title = "年度报告"
    sheet_columns = (
        ("年度", 8), ("报告", 44), ("状态", 12), ("签发", 12), ("公开期限（最后一天）", 14),
        ("公开日期", 12),
    )  # fmt: skip

    def sheet_rows(self, rows):
        clocks = clocks_of(rows)
        return [(row, clocks[row.pk].due_on) for row in rows]

    def sheet_line(self, row):
        report, due = row
        return (
            report.year, str(report), report.get_state_display(), report.approved_on, due,
            report.published_on,
        )  # fmt: skip

    def get_context_data(self, **kwargs):
        user, today = self.request.user, timezone.localdate()
        context = super().get_context_data(**kwargs)
        clocks = clocks_of(context["object_list"])
        rows = [
            (
                row,
                clocks[row.pk] if row.bureau_id == user.bureau_id else None,
                clocks[row.pk].due_on,
            )
            for row in context["object_list"]
        ]
        years = years_of(user.bureau, today) if user.bureau_id else []
        may_draft = user.has_perm(DRAFT)
        action = {
            "label": "起草年度报告",
            "url": reverse("reports:annual-report-draft"),
            "icon": "plus",
            "primary": True,
        }
        return context | {
            "rows": rows,
            "years": [
                Crumb(f"{year} 年", reverse("reports:figures", args=[year])) for year in years
            ],
            "actions": [*self._ways_out(), *([action] if may_draft else [])],
        }

    def _ways_out(self) -> list[dict]:
        """The way to what is handed on, and to the bureaus below for whoever has some."""
        bureau = self.request.user.bureau
        if bureau is None:
            return []
        handed = {"label": "数据交换", "url": reverse("reports:exchange"), "icon": "download"}
        if not below(bureau).exists():
            return [handed]
        down = {"label": "下级机关", "url": reverse("reports:districts"), "icon": "bank"}
        return [down, handed]


class AnnualReportDetailView(DetailView):
    """The figures of the report's year, each leading to its records, and what to do next."""

    permission_required = "reports.view_annualreport"
    template_name = "reports/annual_report_detail.html"
    queryset = AnnualReport.objects.select_related("bureau", "drafted_by")
    workflow = REPORT_FLOW
    tab = "figures"

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        report, user, today = self.object, self.request.user, context["today"]
        records = Year(report.bureau, report.year)
        issue = issue_of(report.bureau, report.year, report, records=records)
        due = publication_due(report.bureau, report.year)
        own = user.bureau_id == report.bureau_id
        acts = self.acts(context["offers"])
        return context | {
            **self.content(issue, records, own),
            "due": due,
            "clock": clock_for(user, report),
            "next_step": next_step(report, issue, due.due_on, today),
            "steps": steps(report),
            "crumbs": [Crumb("年度报告", reverse(LIST)), Crumb(f"{report.year} 年度")],
            "tabs": self.tabs(),
            "acts": [act for act in acts if act.why],
            "actions": self.actions(acts),
            "entries": AuditEntry.objects.visible_to(user).about(report)[:10],
            "own": own,
            "nav": NAV,
        }

    def content(self, issue, records: Year, own: bool) -> dict:
        changes = later_changes(issue, records) if own and issue.is_issued else []
        context = figures_context(issue, records, report=self.object, linked=own)
        return context | {"changes": changes}

    def tabs(self) -> list[dict]:
        if not self.object.has_text:
            return []
        pages = (
            ("figures", "数据", "reports:annual-report-detail"),
            ("text", "报告正文", "reports:annual-report-text"),
        )
        return [
            {"label": label, "url": reverse(page, args=[self.object.pk]),
             "current": name == self.tab}
            for name, label, page in pages
        ]  # fmt: skip

    def actions(self, acts: list[PageAct]) -> list[dict]:
        """What may be done now, as buttons of the header, after the way to the Word file."""
        open_acts = [act._asdict() for act in acts if not act.why]
        if self.object.bureau_id == self.request.user.bureau_id:
            data = reverse("reports:figures-export", args=[self.object.year])
            open_acts.insert(0, {"label": "导出数据", "url": data, "icon": "download"})
        if not self.object.has_text:
            return open_acts
        word = reverse("reports:annual-report-word", args=[self.object.pk])
        return [{"label": "下载 Word", "url": word, "icon": "download"}, *open_acts]

    def acts(self, offers) -> list[PageAct]:
        """Every act of the state; those that are not open yet carry the reason."""
        report = self.object

        def page_of(step):
            return reverse(PAGE_OF_STEP[step], args=[report.pk])

        usual = [offer for offer in offers if offer.step.name != ENTER]
        seldom = [offer for offer in offers if offer.step.name == ENTER]
        acts = acts_from(usual, page_of)
        acts += [act._replace(primary=False) for act in acts_from(seldom, page_of)]
        if report.state == AnnualReport.State.DRAFT and self.request.user.has_perm(DRAFT):
            page = reverse("reports:annual-report-edit", args=[report.pk])
            acts.insert(0, PageAct("撰写文字部分", page, primary=not any(a.primary for a in acts)))
        return acts


class WithText(Guarded):
    """Reports whose text is of this system; the others are read where they were published."""

    def get_queryset(self):
        return super().get_queryset().filter(AnnualReport.HAS_TEXT)


class AnnualReportTextView(WithText, AnnualReportDetailView):
    """The text as it will be, or was, issued."""

    template_name = "reports/annual_report_text.html"
    tab = "text"

    def content(self, issue, records: Year, own: bool) -> dict:
        return {"issue": issue, "year": records.year}


class AnnualReportWordView(WithText, BaseDetailView):
    """The report as a Word file."""

    permission_required = "reports.view_annualreport"
    queryset = AnnualReport.objects.select_related("bureau")

    def render_to_response(self, context):
        report = self.object
        issue = issue_of(report.bureau, report.year, report)
        response = HttpResponse(issue.word, content_type=DOCX)
        name = f"{issue.text.title}{'' if issue.is_issued else f'（{FOR_OPINION}）'}.docx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response
