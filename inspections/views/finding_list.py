"""The list of problems, with its tabs, and its workbook."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header

from archives_enforcement.exporting import CHUNK
from archives_enforcement.files.workbook import XLSX
from archives_enforcement.views import ListView
from inspections.forms import rectification as forms
from inspections.models import Finding
from inspections.queries import rectification as queries
from inspections.queries.completion import completion
from inspections.queries.finding_sheet import workbook
from inspections.views.rectification import LIST_CRUMB

NAV = LIST_CRUMB[1]  # the menu entry that the pages beside the list belong to
TABS = (
    ("问题", "inspections:finding-list"),
    ("回头看", "inspections:look-back-list"),
    ("整改典型", "inspections:exemplary-list"),
)


def tabs(current: str) -> list[dict]:
    """The three lists of 整改, the present one marked."""
    return [
        {"label": label, "url": reverse(name), "count": "", "current": name == current}
        for label, name in TABS
    ]


class FindingListView(ListView):
    permission_required = "inspections.view_finding"
    template_name = "inspections/finding_list.html"
    model = Finding
    filterset_class = forms.FindingFilter

    def get_queryset(self):
        return queries.listed(super().get_queryset())

    def get_context_data(self, **kwargs):
        rules = {"label": "整改规则", "url": reverse("inspections:finding-rules")}
        return super().get_context_data(
            tabs=tabs("inspections:finding-list"),
            actions=[rules],
            completion=completion(self.object_list),
            **kwargs,
        )


class FindingExportView(FindingListView):
    """What the list shows under its filter, all pages of it, as a workbook."""

    def get(self, request, *args, **kwargs):
        today = timezone.localdate()
        rows = self.get_queryset().iterator(chunk_size=CHUNK)
        response = HttpResponse(workbook(rows, today), content_type=XLSX)
        name = f"问题整改-{today}.xlsx"
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response
