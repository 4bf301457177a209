"""Pages anyone may read without signing in: by which lists a bureau checks."""

from django.views import generic

from inspections.models import ListPublication
from inspections.queries.checklists import areas_of
from publicity.opening import open_to_all


@open_to_all
class PublicChecklistListView(generic.ListView):
    template_name = "publicity/public_checklist_list.html"
    paginate_by = 20
    queryset = ListPublication.objects.select_related("bureau", "checklist").order_by(
        "-published_on", "-pk"
    )


@open_to_all
class PublicChecklistDetailView(generic.DetailView):
    """Every item with its basis; what a visit found by it is nobody else's."""

    template_name = "publicity/public_checklist_detail.html"
    queryset = ListPublication.objects.select_related("bureau", "checklist")

    def get_context_data(self, **kwargs):
        items = self.object.checklist.items.order_by("position", "pk")
        return super().get_context_data(areas=areas_of(items), **kwargs)
