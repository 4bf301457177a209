"""下级机关: what a municipal bureau sees of its districts."""

from django import forms
from django.http import Http404
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.files.workbook import workbook
from archives_enforcement.views import TemplateView
from publicity.sheets import excel
from reports.queries.districts import below, districts

HEADS = (
    ("机关", 24), ("检查", 8), ("反馈意见书", 12), ("回头看", 8), ("问题", 8), ("已销号", 8),
    ("单位撤销终结", 12),    ("处罚决定", 10), ("逾期事项", 10), ("年度报告", 12),
)  # fmt: skip


class YearChoice(forms.Form):
    year = forms.IntegerField(min_value=1988, max_value=9998)


class DistrictsView(TemplateView):
    """Every bureau below with its figures of a year and what it is late with."""

    permission_required = "reports.view_annualreport"
    template_name = "reports/districts.html"

    def rows(self) -> tuple[int, list]:
        """404 for a bureau that has none below."""
        bureau, today = self.request.user.bureau, timezone.localdate()
        if bureau is None or not below(bureau).exists():
            raise Http404
        form = YearChoice(self.request.GET)
        year = form.cleaned_data["year"] if form.is_valid() else today.year
        return year, districts(bureau, year, today)

    def get_context_data(self, **kwargs):
        year, rows = self.rows()
        today = timezone.localdate()
        page = reverse("reports:districts")
        tabs = [
            {"label": f"{each} 年", "url": f"{page}?year={each}", "current": each == year}
            for each in range(today.year, today.year - 3, -1)
        ]
        export = f"{reverse('reports:districts-export')}?year={year}"
        actions = [{"label": "导出 Excel", "url": export, "icon": "download"}]
        context = {"year": year, "rows": rows, "tabs": tabs, "actions": actions}
        return super().get_context_data(now=timezone.now(), **context, **kwargs)


class DistrictsExportView(DistrictsView):
    """The same table as Excel."""

    def get(self, request, *args, **kwargs):
        year, rows = self.rows()
        lines = [
            (str(row.bureau), row.checks, row.letters, row.look_backs, row.findings, row.accepted,
             row.terminated, row.penalties, row.late,
             row.report.get_state_display() if row.report else "没有")
            for row in rows
        ]  # fmt: skip
        return excel(workbook(f"{year}年", HEADS, lines), f"下级机关{year}年执法情况")
