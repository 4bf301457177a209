"""Pages of 填报平台: what is entered there about a visit, and that it was entered."""

import json

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone

from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ActView, DetailView
from inspections.forms.letters import ReportForm
from inspections.queries import recording as queries
from inspections.queries import reporting
from inspections.services import reporting as reports
from inspections.views.letters import VISITS, clock_of, crumbs_of

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


class ReportView(ActView):
    """填报平台: the package to enter there, and that it was entered."""

    permission_required = "inspections.report_to_platform"
    template_name = "inspections/report_detail.html"
    queryset = VISITS
    form_class = ReportForm
    success_message = "已登记填报。"

    def perform(self, form):
        return reports.record_report(self.object, actor=self.request.user, on=self.act_date(form))

    def get_success_url(self):
        return reverse("inspections:inspection-report", args=[self.object.pk])

    def get_context_data(self, **kwargs):
        is_over = self.object.state in queries.HELD
        return super().get_context_data(
            crumbs=crumbs_of(self.object, Crumb("填报平台")),
            is_over=is_over,
            next_step=self.next_step(is_over),
            parts=reporting.labelled(reporting.package(self.object)) if is_over else [],
            **clock_of(self.object, "D-I05"),
            today=timezone.localdate(),
            **kwargs,
        )

    def next_step(self, is_over: bool) -> str:
        """What is to be done on this page, in one sentence."""
        if not is_over or self.object.reported_on:
            return ""
        return "下载填报包，在执法监督平台录入依据、程序和结果，再回来登记。"


class PackageView(DetailView):
    """The package as a file: JSON for the platform's interface, Excel for its import."""

    permission_required = "inspections.report_to_platform"
    queryset = VISITS.filter(state__in=queries.HELD)

    def render_to_response(self, context, **kwargs):
        content = reporting.package(self.object)
        name = f"inspection-{self.object.pk}.{self.kwargs['form']}"
        if self.kwargs["form"] == "json":
            body = json.dumps(content, ensure_ascii=False, indent=1)
            response = HttpResponse(body, content_type="application/json")
        else:
            response = HttpResponse(reporting.workbook(content), content_type=EXCEL)
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        return response
