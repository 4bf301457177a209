"""Pages anyone may read without signing in: what a bureau makes known before it enforces."""

from django.http import HttpResponse
from django.views import generic
from django.views.generic.detail import BaseDetailView

from publicity import sheets
from publicity.forms.lists import BeforeFilter
from publicity.models import PublicList
from publicity.opening import open_to_all
from publicity.queries import before as queries
from publicity.queries.lists import versions


@open_to_all
class BeforeView(generic.ListView):
    """事前公开: the lists in force of every bureau, and the way to all else known beforehand."""

    template_name = "publicity/public_before.html"

    def get_queryset(self):
        rows = PublicList.objects.in_force().select_related("bureau")
        self.filterset = BeforeFilter(self.request.GET, rows, request=self.request)
        return self.filterset.qs.order_by("bureau__code", "kind")

    def get_context_data(self, **kwargs):
        return super().get_context_data(
            filter=self.filterset,
            bureaux=queries.by_bureau(self.object_list),
            benchmarks=queries.benchmarks_in_force(),
            **kwargs,
        )


class Published:
    """Versions that are or were public; a withdrawn one keeps its content back."""

    queryset = PublicList.objects.public().select_related("bureau")


@open_to_all
class PublicRegisterView(Published, generic.DetailView):
    template_name = "publicity/public_register.html"
    context_object_name = "list"

    def get_context_data(self, **kwargs):
        row = self.object
        return super().get_context_data(
            gone=row.state == PublicList.State.WITHDRAWN,
            versions=versions(row),
            bureau_name=row.bureau.subject_name or row.bureau.name,
            **kwargs,
        )

    def render_to_response(self, context, **kwargs):
        return super().render_to_response(context, status=410 if context["gone"] else 200)


class Readable(Published):
    """The content as a file, as long as it is not withdrawn."""

    def get_queryset(self):
        return super().get_queryset().exclude(state=PublicList.State.WITHDRAWN)


@open_to_all
class PublicRegisterExportView(Readable, BaseDetailView):
    def render_to_response(self, context) -> HttpResponse:
        return sheets.excel(sheets.list_workbook(self.object), queries.file_name(self.object))


@open_to_all
class PublicRegisterDataView(Readable, BaseDetailView):
    def render_to_response(self, context) -> HttpResponse:
        return sheets.open_data(queries.list_record(self.object), queries.file_name(self.object))
