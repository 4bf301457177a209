"""Pages anyone may read without signing in: the published annual plans of inspection."""

from django.http import HttpResponse
from django.views import generic

from inspections.models import Plan
from publicity import sheets
from publicity.forms.public import PlanFilter
from publicity.opening import open_to_all
from publicity.queries import plans as queries
from publicity.views.filtering import Filtered
from publicity.views.withdrawn import OrWithdrawn

NAME = "年度检查计划"


class FilteredPlans(Filtered):
    filterset_class = PlanFilter

    def published(self):
        return queries.public_plans()


@open_to_all
class PublicPlanListView(FilteredPlans, generic.ListView):
    template_name = "publicity/public_plan_list.html"
    paginate_by = 20


@open_to_all
class PublicPlanExportView(FilteredPlans, generic.list.BaseListView):
    """Every plan that the filter finds, in numbers, as Excel."""

    def render_to_response(self, context) -> HttpResponse:
        return sheets.excel(queries.workbook_of(self.object_list), NAME)


@open_to_all
class PublicPlanDataView(FilteredPlans, generic.list.BaseListView):
    """The same as open data."""

    def render_to_response(self, context) -> HttpResponse:
        return sheets.open_data({"plans": queries.records(self.object_list)}, NAME)


@open_to_all
class PublicPlanDetailView(OrWithdrawn, generic.DetailView):
    template_name = "publicity/public_plan_detail.html"
    withdrawn_as = "年度检查计划"
    list_page = "publicity:public-plan-list"

    def withdrawn(self):
        return Plan.objects.withdrawn()

    def get_queryset(self):
        return queries.public_plans()

    def get_context_data(self, **kwargs):
        plan = self.object
        return super().get_context_data(
            outline=queries.outline(plan), bureau_name=plan.bureau.name, **kwargs
        )
