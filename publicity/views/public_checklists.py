"""Pages anyone may read without signing in: by which lists a bureau checks."""

from django.http import HttpResponse
from django.views import generic
from django.views.generic.detail import BaseDetailView

from inspections.models import ListPublication
from inspections.queries.checklists import areas_of
from publicity import sheets
from publicity.forms.public import ChecklistFilter
from publicity.opening import open_to_all
from publicity.queries import checklists as queries
from publicity.views.filtering import Filtered
from publicity.views.withdrawn import OrWithdrawn


@open_to_all
class PublicChecklistListView(Filtered, generic.ListView):
    template_name = "publicity/public_checklist_list.html"
    paginate_by = 20
    filterset_class = ChecklistFilter

    def published(self):
        return queries.public_checklists()


class Published:
    def get_queryset(self):
        return queries.public_checklists()


@open_to_all
class PublicChecklistDetailView(Published, OrWithdrawn, generic.DetailView):
    """Every item with its basis; what a visit found by it is nobody else's."""

    template_name = "publicity/public_checklist_detail.html"
    withdrawn_as = "检查事项清单"
    list_page = "publicity:public-checklist-list"

    def withdrawn(self):
        return ListPublication.objects.exclude(withdrawn_on=None)

    def get_context_data(self, **kwargs):
        return super().get_context_data(areas=areas_of(queries.items_of(self.object)), **kwargs)


@open_to_all
class PublicChecklistExportView(Published, BaseDetailView):
    def render_to_response(self, context) -> HttpResponse:
        return sheets.excel(queries.workbook_of(self.object), str(self.object.checklist))


@open_to_all
class PublicChecklistDataView(Published, BaseDetailView):
    def render_to_response(self, context) -> HttpResponse:
        return sheets.open_data(queries.record(self.object), str(self.object.checklist))
