"""Pages of figures: a year with its charts, and the very records behind one number."""

from io import BytesIO

from django.http import FileResponse, Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files.workbook import XLSX
from archives_enforcement.navigation import Crumb
from archives_enforcement.templatetags.formats import cn_date
from archives_enforcement.views import TemplateView
from reports.models import AnnualReport
from reports.queries import breakdowns, charts
from reports.queries.figures import figure_of, figures_of
from reports.queries.figures_file import figures_file
from reports.queries.indicators import COUNTS
from reports.queries.issue import issue_of, settled_figures
from reports.queries.records import lines
from reports.queries.text import remarks
from reports.queries.trend import trend
from reports.queries.year import Year

LIST = "reports:annual-report-list"
NAV = LIST  # pages of figures belong to the same entry of the menu
HEADLINES = (
    "checks", "letters", "look_backs", "findings",
    "findings_accepted", "exemplary_units", "penalties", "observers",
)  # fmt: skip


def figures_context(issue, records: Year, *, report: AnnualReport | None, linked: bool) -> dict:
    """What the page of figures shows; without `linked` numbers lead nowhere.

    `report` is the year's report, if there is one: what is left to do concerns its draft alone.
    """
    before = Year(records.bureau, records.year - 1)
    past = {figure.key: figure.value for figure in figures_of(before)}
    months, months_before = charts.by_month(records), charts.by_month(before)
    found = {figure.key: figure for figure in issue.figures}
    return {
        "issue": issue,
        "year": records.year,
        "linked": linked,
        "cards": [card(found[key], past[key], linked) for key in HEADLINES],
        "rows": [
            (row, past[row.key], charts.change(row.value, past[row.key])) for row in issue.figures
        ],
        "line": charts.line(months, months_before),
        "quarters": charts.quarters(months, months_before),
        "total": charts.whole_year(months, months_before),
        "trend": trend(records, issue.figures, before=before),
        "areas": charts.problem_areas(records),
        **(inside(records) if linked else {}),
        "computed_at": None if issue.is_settled else timezone.now(),
        "missing_letters": [*records.checks_without_letter(), *records.past_without_letter()],
        "remarks": to_check(issue.figures, report),
    }


def inside(records: Year) -> dict:
    """What the bureau alone looks at: who went how often, and where the same was found wrong."""
    return {
        "kinds": breakdowns.by_kind(records),
        "officers": breakdowns.by_officer(records),
        "common": breakdowns.common_problems(records),
    }


def to_check(found, report: AnnualReport | None) -> list[str]:
    """What to see to before the report is submitted; nothing once it has been."""
    if report is None:
        return remarks(found, {})
    return remarks(found, report.narrative) if report.state == AnnualReport.State.DRAFT else []


def card(figure, before: int, linked: bool) -> dict:
    """One headline number with the way to its records."""
    moved = charts.change(figure.value, before)
    return {
        "label": figure.label,
        "value": figure.value,
        "unit": figure.unit,
        "change": f"比上年 {moved}",
        "before": f"{before} {figure.unit}",
        "url": figure.url if linked and figure.value else "",
        "link": f"查看 {figure.value} 条记录",
    }


class OwnYearView(TemplateView):
    """Pages on one year of the signed-in person's own bureau."""

    permission_required = "reports.view_annualreport"

    def report(self) -> AnnualReport | None:
        """The report of that year in the bureau's books; 404 for people without a bureau."""
        user = self.request.user
        if not user.bureau_id:
            raise Http404
        rows = AnnualReport.objects.visible_to(user).select_related("bureau")
        return rows.filter(bureau=user.bureau_id, year=self.kwargs["year"]).first()

    def crumbs(self, report, last: str) -> list[Crumb]:
        year = self.kwargs["year"]
        page = report.get_absolute_url() if report else reverse("reports:figures", args=[year])
        return [Crumb("年度报告", reverse(LIST)), Crumb(f"{year} 年度", page), Crumb(last)]


class FiguresView(OwnYearView):
    """The figures of a year that has no report yet, or as they stand now."""

    template_name = "reports/figures.html"

    def get_context_data(self, **kwargs):
        report = self.report()
        year, bureau = kwargs["year"], self.request.user.bureau
        records = Year(bureau, year)
        issue = issue_of(bureau, year, None, records=records)
        context = figures_context(issue, records, report=report, linked=True)
        crumbs = [Crumb("年度报告", reverse(LIST)), Crumb(f"{year} 年度数据")]
        export = reverse("reports:figures-export", args=[year])
        actions = [{"label": "导出 Excel", "url": export, "icon": "download"}]
        context |= {"crumbs": crumbs, "nav": NAV, "actions": actions}
        return super().get_context_data(**(context | kwargs))


class FigureRecordsView(OwnYearView):
    """The very records behind one figure; those of an issued report are the frozen ones."""

    template_name = "reports/figure_records.html"

    def get_context_data(self, **kwargs):
        key, year = kwargs["key"], kwargs["year"]
        if key not in COUNTS:
            raise Http404
        report = self.report()
        settled = {figure.key: figure for figure in settled_figures(report)}
        figure = settled.get(key) or figure_of(Year(self.request.user.bureau, year), key)
        context = {
            "figure": figure,
            "lines": lines(figure.record_ids, self.request.user),
            "crumbs": self.crumbs(report, figure.label),
            "source": _frozen_on(report) if settled else "",
            "computed_at": timezone.now(),
            "nav": NAV,
        }
        return super().get_context_data(**(context | kwargs))


class FiguresExportView(OwnYearView):
    """The figures of a year with six tables as Excel, frozen once the report is handed in."""

    def render_to_response(self, context, **kwargs):
        year, bureau = self.kwargs["year"], self.request.user.bureau
        issue = issue_of(bureau, year, self.report())
        name = f"{bureau}{year}年行政执法数据.xlsx"
        content = BytesIO(figures_file(issue, bureau))
        return FileResponse(content, as_attachment=True, filename=name, content_type=XLSX)


def _frozen_on(report: AnnualReport) -> str:
    return f"{cn_date(report.approved_on)}签发时的数据" if report.approved_on else ""
