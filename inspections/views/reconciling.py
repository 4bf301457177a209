"""Pages of 核对: the visits of which one of 检查、笔录、反馈意见书、平台填报 is missing."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.http import content_disposition_header

from archives_enforcement.files.workbook import XLSX
from archives_enforcement.navigation import Crumb
from archives_enforcement.views import ListView
from inspections.forms.reconciling import ReconcilingFilter
from inspections.models import Inspection
from inspections.queries import reconciling
from inspections.views.visits import LIST


class ReconcilingListView(ListView):
    permission_required = ("inspections.view_inspection", "documents.view_document")
    template_name = "inspections/reconciling_list.html"
    model = Inspection
    filterset_class = ReconcilingFilter

    def get_queryset(self):
        return reconciling.unreconciled(super().get_queryset())

    def get_context_data(self, **kwargs):
        context = super().get_context_data(
            nav=LIST[1], crumbs=[Crumb(LIST[0], reverse(LIST[1])), Crumb("核对")], **kwargs
        )
        return context | {"lines": reconciling.lines(context["object_list"])}


class ReconcilingExportView(ReconcilingListView):
    """What the list shows under its filter, all pages of it, as a workbook."""

    def render_to_response(self, context, **kwargs):
        content = reconciling.workbook(self.object_list)
        name = f"没有核对一致的检查-{timezone.localdate()}.xlsx"
        response = HttpResponse(content, content_type=XLSX)
        response["Content-Disposition"] = content_disposition_header(True, name)
        return response
